/** What the engine says, as it is answered. Members may be added, at every depth. */
import * as v from 'valibot';
import { type Evaluation, listKinds } from '../model/contract.ts';
import type { Proof, Read, Same } from './proofs.ts';

const text = v.string();
const count = v.number();
const textOrNothing = v.nullable(v.string());
const countOrNothing = v.nullable(v.number());
const mode = v.picklist(['midterm', 'final']);
const scope = v.picklist(['community', 'street', 'county', 'city']);
const place = { sheet: text, address: text };

const table = v.object({
  id: text,
  ...place,
  headerRows: v.array(count),
  rows: count,
  columns: v.array(
    v.object({
      field: textOrNothing,
      header: text,
      column: text,
      basis: v.picklist(['exact', 'normalized', 'synonym', 'contains', 'corrected', 'none']),
      tick: v.optional(text),
      part: v.optional(v.picklist(['month', 'year'])),
    }),
  ),
  kind: v.picklist(listKinds),
  community: textOrNothing,
  cells: v.optional(v.array(v.object({ label: text, value: textOrNothing }))),
  others: v.optional(
    v.array(v.object({ row: count, kind: v.picklist(['sum', 'example', 'aside', 'heading', 'section', 'footer']) })),
  ),
  room: v.optional(count),
});

const spoken = v.variant('kind', [
  v.object({ kind: v.literal('count'), what: text }),
  v.object({ kind: v.literal('share'), whole: text, part: text, rate: v.optional(text), unit: text }),
  v.object({ kind: v.literal('step'), done: text, undone: text, deed: text }),
  v.object({ kind: v.literal('title') }),
]);

const indicator = v.object({
  id: text,
  name: text,
  scope,
  entity: textOrNothing,
  basis: v.optional(text),
  numerator: countOrNothing,
  denominator: countOrNothing,
  value: countOrNothing,
  lower: countOrNothing,
  upper: countOrNothing,
  lowerDenominator: v.optional(count),
  upperDenominator: v.optional(count),
  target: v.nullable(
    v.object({
      op: v.picklist(['>=', '>', '<=', '<', '=']),
      p: count,
      q: count,
      unit: text,
      due: text,
      binding: v.picklist(['binding', 'reference', 'information']),
    }),
  ),
  gap: v.nullable(
    v.object({ amount: count, amountMin: v.optional(count), unit: text, percentagePoints: v.optional(count) }),
  ),
  noun: v.optional(text),
  spoken: v.optional(spoken),
  advice: v.optional(text),
  verdict: v.picklist(['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing', 'not_applicable', 'reference']),
  citation: v.object({ source: text, section: text, quote: text }),
  evidence: v.array(v.object({ ...place, role: v.picklist(['numerator', 'denominator', 'undecided', 'source']) })),
  at: v.nullable(v.object(place)),
  reasons: v.array(text),
});

const asked = v.variant('kind', [
  v.object({ kind: v.literal('word'), table: text, field: text }),
  v.object({ kind: v.literal('table'), ...place }),
  v.object({ kind: v.literal('column'), ...place, column: text }),
  v.object({ kind: v.literal('continues'), ...place, of: v.object(place) }),
]);

const finding = v.object({
  key: text,
  rule: text,
  severity: v.picklist(['error', 'warning', 'note']),
  table: textOrNothing,
  field: textOrNothing,
  at: v.object(place),
  value: v.nullable(v.union([v.string(), v.number(), v.boolean()])),
  shown: textOrNothing,
  message: text,
  fix: text,
  related: v.array(v.object(place)),
  asks: v.optional(asked),
  keyParts: v.optional(v.object({ rule: text, record: v.array(text), value: v.array(text), nth: count })),
});

const points = { id: text, name: text, max: count };

const score = v.object({
  table: text,
  version: text,
  name: text,
  status: text,
  total: count,
  upper: count,
  max: count,
  full: count,
  grade: textOrNothing,
  items: v.array(v.object({ ...points, points: count, upper: count })),
  unscored: v.array(v.object({ ...points, applies: v.boolean(), reason: text })),
  pilotSite: v.nullable(
    v.object({
      suggestions: v.array(
        v.object({
          scope,
          entity: textOrNothing,
          suggestion: v.picklist(['award', 'award_after_rectification', 'no_award', 'undecided']),
          reasons: v.array(text),
        }),
      ),
      vetoes: v.array(v.object({ id: text, name: text, state: v.picklist(['clear', 'applies', 'to_verify']) })),
    }),
  ),
});

export const evaluation = v.object({
  schema: v.literal('evaluation/1'),
  engine: text,
  policy: v.object({ id: text, name: text, version: text }),
  targetSet: v.object({ id: text, version: text }),
  mode,
  asOf: text,
  snapshotHash: textOrNothing,
  dataHash: text,
  unit: v.object({
    county: textOrNothing,
    countyName: textOrNothing,
    street: textOrNothing,
    community: textOrNothing,
    urbanRural: v.picklist(['urban', 'rural', 'unknown']),
  }),
  tables: v.array(table),
  indicators: v.array(indicator),
  findings: v.array(finding),
  notChecked: v.array(v.object({ rule: text, reason: text, lacks: v.optional(v.object({ id: text, name: text })) })),
  rules: v.array(v.object({ id: text, title: text, relation: text })),
  score: v.nullable(score),
  unread: v.array(v.object({ ...place, reason: text })),
});

export type Proofs = [Proof<Same<Read<typeof evaluation>, Evaluation>>];
