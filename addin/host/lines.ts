/** 核实说明 written into the lines of 差距清单, one by one as they are given in the pane. */
import { explanationsByKey, isEmpty, withExplained } from '../../shared/model/explanations.ts';
import { type GapLine, type GapLines, gapLinesIn } from '../../shared/model/gap-lines.ts';
import { keptExplanations } from '../../shared/model/kept.ts';
import { keptFormulas } from '../../shared/model/ours.ts';
import type { Explanation } from '../../shared/model.ts';
import { explanationsToKeep } from './explaining.ts';
import { HostError } from './host.ts';
import { keptOf, type LoadedKept, loadKept, save, withChanges } from './keeping.ts';
import { readRows } from './own-rows.ts';
import { askSheets } from './refusals.ts';
import { loadRoleNames, loadSigns, rolesOf } from './roles.ts';
import { sync } from './syncs.ts';

interface Listed {
  readonly sheet: Excel.Worksheet;
  readonly found: GapLines | null;
}

/**
 * Puts these in the place of what was said under the same keys, and touches no other: each into its line of every 差距清单 that
 * has one, else hidden. A line that stands for several can say only what holds for all of them; where that differs it is
 * left empty until the next writing. Throws `protected` where a line that must change may not, and `changed` where a line says
 * what is neither `known` nor what is to be said.
 */
export async function saveExplanations(
  changed: readonly Explanation[],
  secret: string,
  known?: readonly Explanation[],
): Promise<void> {
  const context = new Excel.RequestContext();
  const loaded = loadKept(context.workbook);
  const lists = await listsIn(context, loaded);
  const kept = keptOf(loaded);
  const hidden = new Map(keptExplanations(kept).map((one) => [one.key, one]));
  const placed = new Set<string>();
  const apart: Explanation[] = [];
  const writes: (() => void)[] = [];
  for (const { sheet, found } of lists)
    for (const line of found?.lines ?? []) {
      const said = saidOf(line, changed, hidden);
      if (!said) continue;
      if (known && !isEmpty(line) && isNews(line, said, known)) throw new HostError('changed', sheet.name);
      const [first] = said;
      const isSame = said.every(({ text, review }) => text === first!.text && review === first!.review);
      if (sheet.protection.protected && !isEmpty(line)) throw new HostError('protected', sheet.name);
      if (sheet.protection.protected) continue;
      writes.push(() => writeLine(sheet, found!, line, isSame ? first! : { text: '', review: '' }));
      if (!isSame) apart.push(...said);
      else if (found!.review !== null || first!.review === '') for (const key of line.keys) placed.add(key);
    }
  // One that is taken back has no words, and goes from what is hidden too.
  const given = new Map([...explanationsByKey(apart), ...changed.map((one) => [one.key, one] as const)]);
  const rest = withExplained(keptExplanations(kept), [...given.values()]).filter(({ key }) => !placed.has(key));
  const changes = explanationsToKeep(rest, secret);
  if (rest.length > 0 && keptFormulas(withChanges(kept, changes)).length === 0) throw new HostError('too_large');
  for (const write of writes) write();
  if (writes.length > 0) await sync(context);
  await save(changes);
}

/** Somebody has written there since. */
function isNews(line: GapLine, said: readonly Explanation[], known: readonly Explanation[]): boolean {
  const isOf = (one: Pick<Explanation, 'text' | 'review'> | undefined) =>
    one !== undefined && one.text === line.text && (one.review === line.review || line.review === '');
  return !said.some(isOf) && !known.some((one) => line.keys.includes(one.key) && isOf(one));
}

/** What a line is to say of each that it stands for; null where none of them changes. */
function saidOf(
  line: GapLine,
  changed: readonly Explanation[],
  hidden: ReadonlyMap<string, Explanation>,
): readonly Explanation[] | null {
  const { keys, text, review, about, cleared } = line;
  const news = new Map(changed.map((one) => [one.key, one]));
  if (!keys.some((key) => news.has(key))) return null;
  // An empty line of several may stand for what differs, and is hidden.
  const held = (key: string) => (isEmpty(line) ? hidden.get(key) : undefined) ?? { key, text, review, about, cleared };
  return keys.map((key) => news.get(key) ?? held(key));
}

/** Of each 差距清单 of ours, in two round trips and one for its rows. */
async function listsIn(context: Excel.RequestContext, kept: LoadedKept): Promise<readonly Listed[]> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name');
  const named = loadRoleNames(workbook);
  await sync(context);
  const asked = await askSheets(context, worksheets.items, (sheet) => ({
    sheet,
    signs: loadSigns(named, [sheet]),
    protection: sheet.protection.load('protected'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
  }));
  const probes = asked.filter((probe) => probe !== null);
  const signs = new Map(probes.flatMap((probe) => [...probe.signs]));
  const present = probes.map(({ sheet, used }) => ({ sheet, empty: used.isNullObject }));
  const roles = rolesOf(named, signs, present, keptOf(kept));
  const gaps = probes.filter(({ sheet }) => roles.get(sheet.id)?.role === 'gaps');
  const rows = await readRows(context, gaps);
  return gaps.map(({ sheet }) => ({ sheet, found: gapLinesIn(rows.get(sheet)!) }));
}

function writeLine(
  sheet: Excel.Worksheet,
  { text, review }: GapLines,
  { row }: GapLine,
  said: Pick<Explanation, 'text' | 'review'>,
): void {
  writeText(sheet, row, text, said.text);
  if (review !== null) writeText(sheet, row, review, said.review);
}

/** As text, whatever it begins with. */
function writeText(sheet: Excel.Worksheet, row: number, column: number, text: string): void {
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  cell.numberFormat = [['@']];
  cell.values = [[text]];
}
