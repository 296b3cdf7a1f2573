/** 评估摘要: what an official decides by and files, in the document's order; four pages at most. */
import { checkCode } from '../model/check-codes.ts';
import { dateText } from '../model/figures.ts';
import { sheetTitle } from '../model/kinds.ts';
import { demandOf } from '../model/missing.ts';
import { modeWords, verdictWords } from '../model/words.ts';
import { changesSince } from '../model/written.ts';
import type { Evaluation, Filing, Indicator, PolicyAbout } from '../model.ts';
import { barOf } from './bars.ts';
import { conclusionParagraphs } from './conclusions.ts';
import { calibreNotes, changes, deadline, goals, open, overview, progress, quality, unseen } from './narrative.ts';
import type { Column, Paper, Paragraph, ReportCell, Section, Table } from './papers.ts';
import { quote, says, textCell, unitName } from './parts.ts';
import { itemTable, scoreTitle, scoring } from './scoring.ts';
import { asOfToken, figure, gapOf, targetToken, valueToken } from './tokens.ts';

export function summaryPaper(evaluation: Evaluation, policy: PolicyAbout, filing: Filing): Paper {
  const { unit, mode, score } = evaluation;
  const { before, on } = filing;
  const checked = on === null ? [] : says`　　检查日期：${figure(dateText(on), { what: 'on' })}`;
  return {
    role: 'summary',
    name: sheetTitle({ role: 'summary', mode }),
    title: says`${quote(unit.community ?? '')}${quote(policy.words.work)}${modeWords[mode]}评估摘要`,
    head: [
      says`单位：${unitName(evaluation)}`,
      says`数据截止日：${asOfToken(evaluation)}${checked}`,
      says`评估依据：${quote(policy.document.title)}`,
    ],
    sections: [
      ...numbered(
        [
          told('conclusion', '结论', [
            ...conclusionParagraphs(evaluation, filing),
            ...overview(evaluation),
            ...changes(changesSince(before, evaluation)),
          ]),
          told('goals', '总体目标', [...deadline(evaluation), ...goals(evaluation, policy)]),
          told('progress', '其他指标的进展与差距', progress(evaluation, policy)),
          told('open', '待核实和缺数据的指标', open(evaluation, policy)),
          told('quality', '数据质量', quality(evaluation)),
          told('unseen', '没有读取和没有检查的内容', unseen(evaluation)),
          ...(score ? [told('scoring', scoreTitle(score, evaluation), scoring(score, evaluation))] : []),
          told('calibre', '口径说明', calibreNotes(policy)),
        ].filter(({ paragraphs }) => paragraphs.length > 0),
      ),
      annex('indicators', ['附表　指标完成情况'], indicatorTable(evaluation)),
      ...(score ? [annex('items', says`附表　${scoreTitle(score, evaluation)}明细`, itemTable(score))] : []),
    ],
    foot: [
      ['审核单位（盖章）：　　　　　　　　　　审核人（签字）：　　　　　　　　日期：　　　　年　　月　　日'],
      ['本摘要由程序根据报送的数据生成，供审核时参考，不代替认定。'],
    ],
    fine: says`程序版本：${quote(evaluation.engine)}　　校验码：${quote(checkCode(evaluation.dataHash))}（数据相同，校验码相同）`,
  };
}

const NUMERALS = '一二三四五六七八';

function numbered(sections: readonly Section[]): readonly Section[] {
  return sections.map((one, index) => ({ ...one, title: says`${NUMERALS[index]!}、${one.title ?? []}` }));
}

function told(id: Section['id'], title: string | Paragraph, paragraphs: readonly Paragraph[]): Section {
  return { id, title: typeof title === 'string' ? [title] : title, paragraphs, table: null };
}

function annex(id: Section['id'], title: Paragraph, table: Table): Section {
  return { id, title, paragraphs: [], table };
}

export const INDICATOR_COLUMNS = [
  { id: 'name', heading: '指标' },
  { id: 'value', heading: '现值' },
  { id: 'bar', heading: '现值与目标之比' },
  { id: 'target', heading: '目标' },
  { id: 'gap', heading: '差距' },
  { id: 'verdict', heading: '判定' },
  { id: 'clause', heading: '依据' },
] as const satisfies readonly Column[];

/** What only informs stands below what is judged. */
function indicatorTable(evaluation: Evaluation): Table {
  const informs = (one: Indicator) =>
    one.verdict === 'reference' ||
    one.verdict === 'not_applicable' ||
    (one.verdict === 'missing' && demandOf(one, evaluation) === 'never');
  const { indicators } = evaluation;
  const ordered = [...indicators.filter((one) => !informs(one)), ...indicators.filter(informs)];
  return { columns: INDICATOR_COLUMNS, rows: ordered.map((one) => indicatorRow(one, evaluation)) };
}

function indicatorRow(indicator: Indicator, evaluation: Evaluation): readonly ReportCell[] {
  const { name, basis, citation } = indicator;
  return [
    textCell(basis === undefined ? quote(name) : says`${quote(name)}（${quote(basis)}）`),
    textCell(isDemanded(indicator, evaluation) ? valueToken(indicator) : '—'),
    textCell(barOf(indicator)),
    textCell(targetOf(indicator)),
    textCell(gapOf(indicator)),
    stateOf(indicator, evaluation),
    textCell(quote(citation.section)),
  ];
}

function targetOf(indicator: Indicator): Paragraph {
  const target = targetToken(indicator);
  return target.figure === '' ? ['—'] : [target];
}

function isDemanded(indicator: Indicator, evaluation: Evaluation): boolean {
  return indicator.verdict !== 'missing' || demandOf(indicator, evaluation) === 'now';
}

/** What is missing but not demanded is no failing. */
function stateOf(indicator: Indicator, evaluation: Evaluation): ReportCell {
  const { verdict } = indicator;
  const demand = verdict === 'missing' ? demandOf(indicator, evaluation) : 'now';
  if (demand === 'later') return { kind: 'state', state: 'not_applicable', text: '未到期' };
  if (demand === 'never') return { kind: 'state', state: 'reference', text: verdictWords.reference };
  return { kind: 'state', state: verdict, text: verdictWords[verdict] };
}
