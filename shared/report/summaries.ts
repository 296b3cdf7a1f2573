/** 评估摘要: the unit, the narrative that a report begins with, and the table of indicators, which runs to sixty rows. */
import { sheetTitle } from '../model/kinds.ts';
import { modeWords, scopeWords, verdictWords } from '../model/words.ts';
import { changesSince } from '../model/written.ts';
import type { Evaluation, Filing, Indicator, PolicyAbout } from '../model.ts';
import { calibreNotes, changes, open, overview, progress, quality, unseen } from './narrative.ts';
import type { Column, Paper, Paragraph, ReportCell, Section, Table } from './papers.ts';
import { numberCell, quote, says, textCell, unitName } from './parts.ts';
import { itemTable, scoreTitle, scoring } from './scoring.ts';
import { asOfToken, clauseOf, gapOf, nameOf, targetToken, valueToken } from './tokens.ts';

export function summaryPaper(evaluation: Evaluation, policy: PolicyAbout, { before }: Filing): Paper {
  const { unit, mode, score } = evaluation;
  return {
    role: 'summary',
    name: sheetTitle({ role: 'summary', mode }),
    title: says`${quote(unit.community ?? '')}${quote(policy.words.work)}${modeWords[mode]}评估摘要`,
    head: [says`单位：${unitName(evaluation)}`, says`数据截止日：${asOfToken(evaluation)}`],
    sections: [
      ...numbered([
        told('overview', ['总体情况'], [...overview(evaluation, policy), ...changes(changesSince(before, evaluation))]),
        told('progress', ['进展与差距'], progress(evaluation)),
        told('open', ['待核实和缺数据的指标'], open(evaluation)),
        told('quality', ['数据质量'], quality(evaluation)),
        told('unseen', ['未能读取和未检查的内容'], unseen(evaluation)),
        ...(score ? [told('scoring', scoreTitle(score, evaluation), scoring(score, evaluation))] : []),
        told('calibre', ['口径说明'], calibreNotes(policy)),
      ]),
      annex('indicators', ['附表　指标完成情况'], indicatorTable(evaluation.indicators)),
      ...(score ? [annex('items', says`附表　${scoreTitle(score, evaluation)}明细`, itemTable(score))] : []),
    ],
    foot: [['本摘要由程序根据报送的数据生成，供审核时参考，不代替认定。'], versionOf(evaluation)],
  };
}

const NUMERALS = '一二三四五六七';

function numbered(sections: readonly Section[]): readonly Section[] {
  return sections.map((one, index) => ({ ...one, title: says`${NUMERALS[index]!}、${one.title ?? []}` }));
}

function told(id: Section['id'], title: Paragraph, paragraphs: readonly Paragraph[]): Section {
  return { id, title, paragraphs, table: null };
}

function annex(id: Section['id'], title: Paragraph, table: Table): Section {
  return { id, title, paragraphs: [], table };
}

export const INDICATOR_COLUMNS = [
  { id: 'id', heading: '编号' },
  { id: 'name', heading: '指标' },
  { id: 'entity', heading: '范围' },
  { id: 'numerator', heading: '分子' },
  { id: 'denominator', heading: '分母' },
  { id: 'value', heading: '现值' },
  { id: 'target', heading: '目标' },
  { id: 'gap', heading: '差距' },
  { id: 'verdict', heading: '判定' },
  { id: 'clause', heading: '依据' },
] as const satisfies readonly Column[];

/** What only informs stands below what is judged. */
function indicatorTable(indicators: readonly Indicator[]): Table {
  const informs = ({ verdict }: Indicator) => verdict === 'reference' || verdict === 'not_applicable';
  const ordered = [...indicators.filter((one) => !informs(one)), ...indicators.filter(informs)];
  return { columns: INDICATOR_COLUMNS, rows: ordered.map(indicatorRow) };
}

function indicatorRow(indicator: Indicator): readonly ReportCell[] {
  const { id, name, basis, scope, entity, numerator, denominator, verdict, citation } = indicator;
  return [
    textCell(quote(id)),
    textCell(basis === undefined ? quote(name) : says`${quote(name)}（${quote(basis)}）`),
    textCell(entity === null ? scopeWords[scope] : quote(entity)),
    numberCell(numerator, { what: 'numerator', ...nameOf(indicator) }),
    numberCell(denominator, { what: 'denominator', ...nameOf(indicator) }),
    textCell(valueToken(indicator)),
    textCell(targetToken(indicator)),
    textCell(gapOf(indicator)),
    { kind: 'state', state: verdict, text: verdictWords[verdict] },
    textCell(clauseOf(citation)),
  ];
}

/** By which program and from which data: to be compared, not read. */
function versionOf({ engine, targetSet, snapshotHash }: Evaluation): Paragraph {
  const hash = snapshotHash?.replace('sha256:', '').slice(0, 12);
  return says`程序版本：${quote(engine)}　　指标口径：${quote(targetSet.id)}（${quote(targetSet.version)}版）　　数据校验码：${hash ? quote(hash) : '无'}`;
}
