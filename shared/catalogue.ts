import { codes } from './catalogue/codes.ts';
import { identities, measures } from './catalogue/measures.ts';
import { noneWords, phrases } from './catalogue/phrases.ts';
import { rules } from './catalogue/rules.ts';
import { scoreTables } from './catalogue/scoring.ts';
import { tables } from './catalogue/tables.ts';
import { units } from './catalogue/units.ts';
import { writings } from './catalogue/writings.ts';
import type { CheckCatalogue } from './model.ts';

/** What is recognised, and what is checked. What it is judged by stands in `catalogue/targets.ts`. */
export const catalogue: CheckCatalogue = {
  codes,
  identities,
  measures,
  noneWords,
  phrases,
  rules,
  scoreTables,
  tables,
  units,
  writings,
};
