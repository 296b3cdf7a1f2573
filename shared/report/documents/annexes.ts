/** What stands behind a report: the problems of all units, how good the data is, how was counted, and where figures come from. */
import { targetText } from '../../model/figures.ts';
import { unitStateText } from '../../model/words.ts';
import type { Indicator, RollupUnit } from '../../model.ts';
import { calibreNotes } from '../narrative.ts';
import { quote, says, textOf } from '../parts.ts';
import { paragraphs, type TableColumn, table } from './blocks.ts';
import type { DocumentData } from './data.ts';
import { fileName, sheetName } from './discreet.ts';
import type { Attachment, DocumentBinding, DocumentText } from './documents.ts';
import { fitted } from './fitting.ts';
import { leftOutTable } from './left-out.ts';
import { judgedIndicators } from './matrix.ts';
import { problemColumns, problemRows } from './problem-lists.ts';
import { problemsOf } from './problems.ts';
import { tell } from './tokens.ts';

/** What is not for the public: who is to put what right, files and cells. */
export function inside(
  data: DocumentData,
  annexes: readonly ((data: DocumentData) => Attachment)[],
): readonly Attachment[] {
  return data.options.isPublic ? [] : annexes.map((annex) => annex(data));
}

export function problemAnnex(data: DocumentData): Attachment {
  const rows = problemsOf(data).flatMap((one) => problemRows(one, data));
  return {
    title: ['各单位问题清单'],
    orientation: 'landscape',
    body: [fitted(problemColumns(data), rows, '没有发现问题。')],
  };
}

/** 强制、核实、提示 of each unit, who did not hand in, and what does not count of what came. */
export function qualityAnnex(data: DocumentData): Attachment {
  const units = [...data.counting.map(({ unit }) => unit), ...data.missing];
  const count = (severity: 'error' | 'warning' | 'note') => (unit: RollupUnit) =>
    unit.state === 'missing' ? ['—'] : [tell(data).bound({ what: 'findings', severity, unit: unit.key })];
  return {
    title: ['数据质量说明'],
    orientation: 'portrait',
    body: [
      ...paragraphs(
        says<DocumentBinding>`强制性问题须修改后重新报送，本次先按报送数计入，并在下表注明；核实性问题须写核实说明，提示性问题不需处理。`,
      ),
      table<RollupUnit>(
        [
          { heading: '单位', width: 24, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
          { heading: '强制', width: 7, align: 'center', cell: count('error') },
          { heading: '核实', width: 7, align: 'center', cell: count('warning') },
          { heading: '提示', width: 7, align: 'center', cell: count('note') },
          { heading: '报送情况', width: 14, align: 'center', cell: (unit) => [unitStateText(unit)] },
        ],
        units,
        '没有单位。',
      ),
      ...leftOutTable(data),
    ],
  };
}

export function calibreAnnex(data: DocumentData): Attachment {
  return {
    title: ['口径说明'],
    orientation: 'portrait',
    body: paragraphs(
      ...calibreNotes(data.policy).map((note): DocumentText => [quote(textOf(note))]),
      [
        '各率的合计是分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母。',
      ],
      data.options.isPublic
        ? ['为保护个人信息，各单位的人数和岗位数不列；合计不足五人的、能推算出不足五人的，也不列。']
        : [],
    ),
  };
}

/** Each unit with its file, and below it a line for each figure: from which sheet and cells. */
export function sourceAnnex(data: DocumentData): Attachment {
  const defs = judgedIndicators(data);
  const columns = sourceColumns(data);
  const lines = table(columns, [], '没有数据。');
  const rows = data.counting.flatMap(({ unit, evaluation }) => {
    const sources = defs.flatMap((def) => {
      const indicator = evaluation?.indicators.find(({ id, basis }) => id === def.id && basis === undefined);
      const isThere = indicator && indicator.numerator !== null && indicator.evidence.length > 0;
      return isThere ? [{ unit, indicator }] : [];
    });
    const file = fileName(unit.file ?? '', unit.unit, data.rollup.units.indexOf(unit) + 1);
    const head = says<DocumentBinding>`${quote(data.nameOf(unit))}：${quote(file)}`;
    return sources.length > 0 ? [[head], ...table(columns, sources, '').rows] : [];
  });
  return { title: ['数据来源'], orientation: 'portrait', body: [{ ...lines, rows }] };
}

interface Source {
  readonly unit: RollupUnit;
  readonly indicator: Indicator;
}

function sourceColumns(data: DocumentData): readonly TableColumn<Source>[] {
  const figure = ({ unit, indicator: { id, entity } }: Source): DocumentText => {
    const of = { what: 'value', indicator: id, entity } as const;
    return [tell(data).bound({ what: 'inUnit', unit: unit.key, time: data.rollup.mode, of })];
  };
  return [
    { heading: '指标', width: 27, align: 'left', cell: ({ indicator }) => [quote(indicator.name)] },
    { heading: '数', width: 24, align: 'left', cell: figure },
    { heading: '目标', width: 11, align: 'left', cell: ({ indicator }) => [quote(targetText(indicator))] },
    { heading: '工作表和单元格', width: 38, align: 'left', cell: ({ indicator }) => [quote(cellsText(indicator))] },
  ];
}

/** 志愿者!E4、C4；基本情况!B5 */
function cellsText({ evidence }: Indicator): string {
  const bySheet = new Map<string, Set<string>>();
  for (const { sheet, address } of evidence) bySheet.set(sheet, (bySheet.get(sheet) ?? new Set()).add(address));
  return [...bySheet].map(([sheet, addresses]) => `${sheetName(sheet)}!${[...addresses].join('、')}`).join('；');
}
