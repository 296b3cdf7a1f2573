/** What `npm run summarize` says: a line a file, then the whole. */
import { percentText } from '../../shared/model/figures.ts';
