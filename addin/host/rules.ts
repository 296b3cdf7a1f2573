/** Finds and deletes our conditional formats among the person's, also where Excel cannot read some of theirs. */
import { levelOf } from '../../shared/model/ours.ts';
import { colours } from '../../shared/report/looks.ts';
import { askEach, isTaken } from './refusals.ts';

/** Of one sheet. */
export interface Rules {
  readonly sheet: Excel.Worksheet;
  /** Ids of ours, the one on top first. */
  readonly ours: readonly string[];
  /** There are some that Excel cannot read: whether one of them is ours nobody knows. */
  readonly unsure: boolean;
}

/** A custom rule, ours or the person's. */
export interface Candidate {
  readonly id: string;
  readonly rule: Excel.ConditionalFormatRule;
}

/** First of the two round trips that find our rules: which ones have a formula is known only with their types (office-js #2180). */
export function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats.load('items/id,items/type');
}

/** Second: the formulas of the custom ones. */
export function loadRules(sheet: Excel.Worksheet, formats: Excel.ConditionalFormatCollection): Candidate[] {
  return formats.items.filter(isCustom).map(({ id }) => ({ id, rule: loadFormula(sheet, id) }));
}

/** Which of them are ours. `brokenOff`: a writing did not end, so that one without a formula may be ours. */
export async function rulesOf(
  context: Excel.RequestContext,
  sheets: readonly {
    readonly sheet: Excel.Worksheet;
    readonly candidates: readonly Candidate[];
    readonly unsure: boolean;
  }[],
  brokenOff: boolean,
): Promise<Rules[]> {
  const unfinished = sheets.flatMap(({ sheet, candidates }) =>
    candidates.filter(({ rule }) => brokenOff && !rule.formula).map((candidate) => ({ sheet, candidate })),
  );
  const formats = await askEach(context, unfinished, ({ sheet, candidate }) => {
    const { fill, font } = formatOf(sheet, candidate.id).custom.format;
    return { fill: fill.load('color'), font: font.load('color') };
  });
  const ours = new Set(
    unfinished.flatMap(({ candidate }, index) => (isOfOurColours(formats[index]) ? [candidate] : [])),
  );
  return sheets.map(({ sheet, candidates, unsure }) => ({
    sheet,
    ours: candidates.filter((one) => levelOf(one.rule.formula) !== null || ours.has(one)).map(({ id }) => id),
    unsure,
  }));
}

/** In two round trips; where Excel refuses, sheet by sheet and then rule by rule. */
export async function findRules(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  brokenOff: boolean,
): Promise<Rules[]> {
  const formats = await askEach(context, sheets, loadFormats);
  const listed: { readonly sheet: Excel.Worksheet; readonly ids: readonly string[]; readonly unsure: boolean }[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const readable = formats[index]?.items ?? (await formatsEach(context, sheet));
    const ids = readable
      .filter((format) => format !== null)
      .filter(isCustom)
      .map(({ id }) => id);
    listed.push({ sheet, ids, unsure: readable.includes(null) });
  }
  const pairs = listed.flatMap(({ sheet, ids }) => ids.map((id) => ({ sheet, id })));
  const rules = await askEach(context, pairs, ({ sheet, id }) => loadFormula(sheet, id));
  const candidates = pairs.map(({ sheet, id }, index) => ({ sheet, id, rule: rules[index] ?? null }));
  const found = listed.map(({ sheet, unsure }) => {
    const own = candidates.filter((one) => one.sheet === sheet);
    const read = own.flatMap(({ id, rule }) => (rule ? [{ id, rule }] : []));
    return { sheet, candidates: read, unsure: unsure || read.length < own.length };
  });
  return rulesOf(context, found, brokenOff);
}

/** Null for each that cannot be read, and for all where not even their number is told. */
async function formatsEach(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<readonly (Excel.ConditionalFormat | null)[]> {
  const [count] = await askEach(context, [sheet], () => sheet.getRange().conditionalFormats.getCount());
  if (!count) return [null];
  const indexes = Array.from({ length: count.value }, (_, index) => index);
  return askEach(context, indexes, (index) => sheet.getRange().conditionalFormats.getItemAt(index).load('id,type'));
}

/** Queues it, from the last to the first: so the others stay where they are, should ids be positions. */
export function deleteRules({ sheet, ours }: Pick<Rules, 'sheet' | 'ours'>): void {
  for (const id of [...ours].reverse()) formatOf(sheet, id).delete();
}

/** One by one, where Excel refused all at once. `left`: sheets on which one would not go (office-js #5222). */
export async function deleteEach(
  context: Excel.RequestContext,
  found: readonly Rules[],
): Promise<{ readonly cells: number; readonly left: readonly Excel.Worksheet[] }> {
  const left = new Set<Excel.Worksheet>();
  let cells = 0;
  for (const { sheet, ours, unsure } of found) {
    if (unsure) left.add(sheet);
    for (const id of [...ours].reverse()) {
      const counted = await askEach(context, [id], () => formatOf(sheet, id).getRanges().load('cellCount'));
      formatOf(sheet, id).delete();
      if (await isTaken(context)) cells += counted[0]?.cellCount ?? 0;
      else left.add(sheet);
    }
  }
  return { cells, left: [...left] };
}

/** Asked for anew in each round trip: what hangs on a range does not outlive the sync. */
export function formatOf(sheet: Excel.Worksheet, id: string): Excel.ConditionalFormat {
  return sheet.getRange().conditionalFormats.getItem(id);
}

function loadFormula(sheet: Excel.Worksheet, id: string): Excel.ConditionalFormatRule {
  return formatOf(sheet, id).custom.rule.load('formula');
}

const isCustom = ({ type }: Excel.ConditionalFormat): boolean => type === 'Custom';

/** Or of none yet: a rule gets its formula last. */
function isOfOurColours(
  format: { readonly fill: { color: string }; readonly font: { color: string } } | null | undefined,
): boolean {
  if (!format) return false;
  const [fill, font] = [format.fill.color, format.font.color].map((colour) => colour.toUpperCase()) as [string, string];
  if (!fill && !font) return true;
  return Object.values(colours).some((ours) => ours.fill === fill && (!font || ours.font === font));
}
