/** What people are told of each field of each table; what lists of protected people hold is never asked for. */
import type { Guides } from '../model.ts';

/** By table and field. */
export const guides: Guides = {};
