/** 指标完成情况表: all units by all indicators that are judged. */
import { isSet, ratesText, valueText } from '../../model/figures.ts';
import { verdictSigns } from '../../model/verdict-signs.ts';
import { unitStateText, verdictWords } from '../../model/words.ts';
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { quote, says, textOf } from '../parts.ts';
import { countyNames, verdictCell } from '../rollup/told.ts';
import { paragraphs, type TableColumn, table } from './blocks.ts';
import { type DocumentData, unitKey } from './data.ts';
import type { Attachment, Block, Bound, DocumentBinding, DocumentTable, DocumentText } from './documents.ts';
import { ASIDE, lengthOf, lineOf } from './fitting.ts';
import { groupedBy, indicatorNames } from './names.ts';
import { isHidden, isPrivate } from './public.ts';
import { isSelfReported, isToldTwice } from './self-reported.ts';
import { entryOf } from './standings.ts';
import { tell } from './tokens.ts';

export function matrixAnnex(data: DocumentData): Attachment {
  const units = [...data.counting.map(({ unit }) => unit), ...data.missing];
  const shown = judgedIndicators(data);
  const sames = shown.map((def) => ({ def, word: sameWord(def, data) }));
  const apart = sames.flatMap(({ def, word }) => (word === null ? [def] : []));
  const alike = sames.flatMap(({ def, word }) => (word === null ? [] : [{ def, word }]));
  return {
    title: ['指标完成情况表'],
    orientation: 'landscape',
    body: [
      ...paragraphs(
        apart.length > 0 ? [legendOf(data)] : [],
        data.isNumbered ? ['公开版里按次序称呼的单位，按本表各行的次序数。'] : [],
        ...apart
          .filter((def) => isSelfReported(def, data))
          .map(
            (def) =>
              says<DocumentBinding>`“${quote(def.name)}”一栏按各单位台账自报${isToldTwice(def, data) ? '，与按问题编号核对的整改情况口径不同' : ''}。`,
          ),
        ...groupedBy(alike, ({ word }) => word).map(
          (group) =>
            says<DocumentBinding>`已报送的单位都${group[0]!.word}的指标，不列入表：${indicatorNames(group.map(({ def }) => def))}。`,
        ),
      ),
      ...(apart.length > 0 ? tablesOf(apart, units, data) : [reportedTable(units, data)]),
    ],
  };
}

function legendOf({ options }: DocumentData): string {
  const signs = (['met', 'unmet', 'on_track', 'behind', 'to_verify', 'reference'] as const).map(
    (one) => `${verdictSigns[one]} ${verdictWords[one]}`,
  );
  // Where figures come from is not for the public.
  return `${signs.join('　')}。${options.isPublic ? '' : '率的分子、分母见附件“数据来源”。'}`;
}

/** What all that handed in say of it alike, without a figure: 未到期, 缺数据; null where they differ. */
function sameWord(def: IndicatorDef, data: DocumentData): string | null {
  const cells = data.counting.map(({ unit }) => cellOf(def, unit, data, 'value'));
  const words = new Set(cells.map(({ judged, figure }) => (figure ? '' : judged.slice(1))));
  const [word = ''] = words;
  return words.size === 1 && ['未到期', '缺数据'].includes(word) ? word : null;
}

// Tables --------------------------------------------------------------------------------------------------------------

/** As few as hold all columns, each with as many as the others, more or less. */
function tablesOf(defs: readonly IndicatorDef[], units: readonly RollupUnit[], data: DocumentData): readonly Block[] {
  const names = nameColumns(units, data);
  const columns = defs.map((def) => figureColumn(def, units, data));
  const room = lineOf.fine - widthOf(names);
  const each = widthOf(columns) / Math.ceil(widthOf(columns) / room);
  const groups: TableColumn<RollupUnit>[][] = [[]];
  for (const column of columns) {
    const last = groups.at(-1)!;
    const isFull = widthOf([...last, column]) > room || widthOf(last) >= each;
    if (isFull) groups.push([column]);
    else last.push(column);
  }
  return groups.map((group) => ({ ...table<RollupUnit>([...names, ...group], units, '没有单位。'), type: 'fine' }));
}

const widthOf = (columns: readonly TableColumn<RollupUnit>[]) => columns.reduce((sum, { width }) => sum + width, 0);

/** The county, and the community alone where no other has its name. */
function nameColumns(units: readonly RollupUnit[], data: DocumentData): readonly TableColumn<RollupUnit>[] {
  const county = countyNames(data.policy);
  const communities = units.map(({ unit }) => unit.community);
  const nameOf = ({ unit: { street, community } }: RollupUnit): string => {
    const isAlone = community !== null && communities.filter((one) => one === community).length === 1;
    return isAlone ? community : [street, community].filter((one) => one !== null).join('');
  };
  const column = (heading: string, text: (unit: RollupUnit) => string): TableColumn<RollupUnit> => ({
    heading,
    width: Math.min(Math.max(3, ...units.map((unit) => lengthOf(text(unit)))), 7) + ASIDE,
    align: 'left',
    cell: (unit) => [quote(text(unit))],
  });
  return [
    column('县区', ({ unit }) => county(unit) ?? '—'),
    column('单位', (unit) => nameOf(unit) || (county(unit.unit) === null ? '（未识别填报单位）' : '—')),
  ];
}

/** Wide enough for a figure with its sign on one line; a range goes on two. */
function figureColumn(def: IndicatorDef, units: readonly RollupUnit[], data: DocumentData): TableColumn<RollupUnit> {
  const cell = (unit: RollupUnit) => shortCell(def, unit, data);
  const lines = units.flatMap((unit) => textOf(cell(unit)).replace('～', '～\n').split('\n'));
  return {
    heading: def.name,
    width: Math.min(Math.max(NARROW, def.name.length / HEADING, ...lines.map(lengthOf)), WIDE) + ASIDE,
    align: 'center',
    cell,
  };
}

/** 缺数据; so wide a column may be; and lines of a heading. */
const NARROW = 3;
const WIDE = 8;
const HEADING = 4;

/** Nothing is said of anybody: who handed in is all that can be told. */
function reportedTable(units: readonly RollupUnit[], data: DocumentData): DocumentTable {
  return table<RollupUnit>(
    [
      { heading: '单位', width: 70, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
      { heading: '报送情况', width: 30, align: 'center', cell: (unit) => [unitStateText(unit)] },
    ],
    units,
    '没有单位。',
  );
}

// Cells ---------------------------------------------------------------------------------------------------------------

/** Goals first; those that hold for nobody, set no target, or may not be told of are not in it. */
export function judgedIndicators(data: DocumentData): readonly IndicatorDef[] {
  const { policy } = data;
  const all = policy.indicators.filter(
    (def) =>
      isSet(def.target) &&
      def.spoken?.kind !== 'title' &&
      (entryOf(def, data)?.applicable ?? 0) > 0 &&
      !isHidden(def, data),
  );
  const isGoal = ({ id }: IndicatorDef) => policy.goals.includes(id);
  return [...all.filter(isGoal), ...all.filter((def) => !isGoal(def))];
}

/** How it is judged, and the figure; 未报送 of a unit that did not hand in. */
export function matrixCell(def: IndicatorDef, unit: RollupUnit, data: DocumentData): DocumentText {
  const { judged, figure } = cellOf(def, unit, data, 'value');
  return figure ? says<DocumentBinding>`${judged}　${figure}` : [judged];
}

/** Where many stand side by side: rates without their counts, and signs that are told above; in words what is not known. */
function shortCell(def: IndicatorDef, unit: RollupUnit, data: DocumentData): DocumentText {
  const { judged, figure } = cellOf(def, unit, data, 'rate');
  if (figure) return says<DocumentBinding>`${figure}${judged[0]!}`;
  const isSigned =
    !judged.startsWith(verdictSigns.missing) && Object.values(verdictSigns).some((one) => judged.startsWith(one));
  return [isSigned ? judged[0]! : judged.replace(verdictSigns.missing, '')];
}

function cellOf(
  def: IndicatorDef,
  unit: RollupUnit,
  data: DocumentData,
  what: 'value' | 'rate',
): { readonly judged: string; readonly figure: Bound | null } {
  if (unit.state === 'missing') return { judged: '未报送', figure: null };
  const { rollup } = data;
  const verdict = unit.verdicts[def.id];
  if (verdict === undefined || verdict === 'not_applicable') return { judged: '不适用', figure: null };
  const judged = String(verdictCell(verdict, def, rollup).value);
  const indicator = data.evaluations
    .get(unitKey(unit.key, rollup.mode))
    ?.indicators.find(({ id, basis }) => id === def.id && basis === undefined);
  const isNone = !indicator || indicator.numerator === null || valueText(indicator) === '—';
  if (isNone || isPrivate(def, data) || def.spoken?.kind === 'step') return { judged, figure: null };
  const { id, entity } = indicator;
  const isRate = what === 'rate' && ratesText(indicator) !== null;
  const of = { what: isRate ? ('rate' as const) : ('value' as const), indicator: id, entity };
  return { judged, figure: tell(data).bound({ what: 'inUnit', unit: unit.key, time: rollup.mode, of }) };
}
