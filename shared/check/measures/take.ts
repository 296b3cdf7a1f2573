/** Takes a measure of the workbook, once in an evaluation. */

import { ABSENT } from '../../model/summaries.ts';
import type { Measure } from '../../model.ts';
import { columnOf } from '../conditions/column-summaries.ts';
import { kept } from '../conditions/kept.ts';
import { isPerhaps } from '../conditions/nones.ts';
import { type Scope, withPages } from '../conditions/scope.ts';
import { takeItems, takeWords } from './checklist-items.ts';
import { takeCount } from './counts.ts';
import { takeHolds } from './dates-kept.ts';
import { takeKinds } from './kinds.ts';
import { fieldLabel, tableName } from './labels.ts';
import { between, tablesNamed } from './pages.ts';
import { takeDensity, takeQuotient } from './quotients.ts';
import { takeShare } from './shares.ts';
import { takeRate, takeSum } from './sums.ts';
import { NOTHING, type Said, type Taken } from './taken.ts';

/** Measures that stand on the workbook alone; the others are made of indicators. */
export type SimpleMeasure = Exclude<Measure, { readonly kind: 'parts' | 'milestone' | 'qualified' }>;

/** Indicators and rules share measures. */
export const take = kept(takeOpen);

/** Lists that perhaps go on one of the measure's leave it open: without them it is the one end, with them the other. */
function takeOpen(measure: SimpleMeasure, scope: Scope): Taken {
  const taken = takeAnew(measure, scope);
  const pages = scope.reading.tables.filter(isPerhaps);
  if (pages.length === 0) return taken;
  const named = tablesNamed(measure);
  const own = pages.filter(({ id }) => named.has(id));
  return own.length === 0 ? taken : between(taken, takeAnew(measure, withPages(scope)), own);
}

function takeAnew(measure: SimpleMeasure, scope: Scope): Taken {
  const missing = whyNoColumn(measure, scope);
  return missing ? { ...NOTHING, missing } : takeBy(measure, scope);
}

/** What is asked of a column that no list of the kind has is not known; it is not 0. */
function whyNoColumn(measure: SimpleMeasure, scope: Scope): Said | null {
  const fields = measure.kind === 'kinds' ? [measure.field] : measure.kind === 'share' ? (measure.needs ?? []) : [];
  if (fields.length === 0 || !('table' in measure) || scope.records(measure.table).length === 0) return null;
  if (fields.some((field) => columnOf(measure.table, field, scope).states !== ABSENT)) return null;
  const field = fields.map((key) => fieldLabel(measure.table, key, scope)).join('”“');
  return { phrase: 'missing.column', words: { table: tableName(measure.table, scope), field } };
}

function takeBy(measure: SimpleMeasure, scope: Scope): Taken {
  switch (measure.kind) {
    case 'count':
      return takeCount(measure, scope);
    case 'share':
      return takeShare(measure, scope);
    case 'quotient':
      return takeQuotient(measure, scope);
    case 'density':
      return takeDensity(measure, scope);
    case 'rate':
      return takeRate(measure, scope);
    case 'sum':
      return takeSum(measure, scope);
    case 'items':
      return takeItems(measure, scope);
    case 'kinds':
      return takeKinds(measure, scope);
    case 'words':
      return takeWords(measure, scope);
    case 'holds':
      return takeHolds(measure, scope);
    case 'none':
      return NOTHING;
  }
}
