import { codes } from './catalogue/codes.ts';
import { tables } from './catalogue/tables.ts';
import { units } from './catalogue/units.ts';
import { writings } from './catalogue/writings.ts';
import type { Catalogue } from './model.ts';

/** What `read/` recognises. Indicators, rules and target sets stand beside it in `catalogue/`. */
export const catalogue: Catalogue = { codes, tables, units, writings };
