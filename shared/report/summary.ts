import { dateText, gapText, targetText, valueText } from '../model/figures.ts';
import { modeWords, scopeWords, verdictWords } from '../model/words.ts';
import type { CellStyle, Evaluation, Indicator, PlanCell, PlanSheet, PolicyAbout, Verdict } from '../model.ts';
import { cell, spanning, unitName } from './cells.ts';
import { calibreNotes, open, overview, progress, quality, unseen } from './narrative.ts';
import { scoreRows, scoreTitle, scoring } from './scoring.ts';

// The paragraphs run over all columns: wider than this they are wider than a screen.
const COLUMNS = [
  ['编号', 6],
  ['指标', 26],
  ['范围', 12],
  ['分子', 8],
  ['分母', 8],
  ['现值', 22],
  ['目标', 9],
  ['差距', 18],
  ['判定', 15],
  ['依据', 30],
] as const;
const WIDTH = COLUMNS.length;
const NUMERALS = '一二三四五六七';

const VERDICT_STYLES: Readonly<Record<Verdict, CellStyle>> = {
  met: 'met',
  unmet: 'gap',
  behind: 'gap',
  to_verify: 'warning',
  missing: 'warning',
  on_track: 'note',
  not_applicable: 'text',
  reference: 'text',
};

/** 评估摘要: the unit, the narrative that a report begins with, and the table of indicators, which runs to sixty rows. */
export function summarySheet(evaluation: Evaluation, policy: PolicyAbout): PlanSheet {
  const rows: (readonly PlanCell[])[] = [];
  const spans: number[] = [];
  const say = (style: CellStyle, ...texts: readonly string[]) => {
    for (const text of texts) spans.push(rows.push(spanning(text, style, WIDTH)) - 1);
  };

  say('title', titleOf(evaluation, policy));
  say('text', `单位：${unitName(evaluation)}`, `数据截止日：${dateText(evaluation.asOf)}`);
  const { score } = evaluation;
  const sections: readonly (readonly [title: string, texts: readonly string[]])[] = [
    ['总体情况', overview(evaluation, policy)],
    ['进展与差距', progress(evaluation)],
    ['待核实和缺数据的指标', open(evaluation)],
    ['数据质量', quality(evaluation)],
    ['未能读取和未检查的内容', unseen(evaluation)],
    ...(score ? [[scoreTitle(score, evaluation), scoring(score, evaluation)] as const] : []),
    ['口径说明', calibreNotes(policy)],
  ];
  for (const [index, [title, texts]] of sections.entries()) {
    say('subtitle', `${NUMERALS[index]}、${title}`);
    say('text', ...texts);
  }
  say('subtitle', '附表　指标完成情况');
  rows.push(COLUMNS.map(([heading]) => cell(heading, 'heading')));
  rows.push(...judgedFirst(evaluation.indicators).map(indicatorRow));
  if (score) {
    say('subtitle', `附表　${scoreTitle(score, evaluation)}明细`);
    rows.push(...scoreRows(score, WIDTH));
  }
  say('text', '本摘要由程序根据报送的数据生成，供审核时参考，不代替认定。', versionOf(evaluation));

  return { role: 'summary', name: '评估摘要', widths: COLUMNS.map(([, width]) => width), rows, spans, frozenRows: 1 };
}

function titleOf({ unit, mode }: Evaluation, { words }: PolicyAbout): string {
  return `${unit.community ?? ''}${words.work}${modeWords[mode]}评估摘要`;
}

/** What only informs stands below what is judged. */
function judgedFirst(indicators: readonly Indicator[]): readonly Indicator[] {
  const informs = ({ verdict }: Indicator) => verdict === 'reference' || verdict === 'not_applicable';
  return [...indicators.filter((one) => !informs(one)), ...indicators.filter(informs)];
}

/** By which program and from which data: to be compared, not read. */
function versionOf({ engine, targetSet, snapshotHash }: Evaluation): string {
  return `程序版本：${engine}　　指标口径：${targetSet.id}（${targetSet.version}版）　　数据校验码：${shortHash(snapshotHash)}`;
}

function shortHash(hash: string | null): string {
  return hash ? hash.replace('sha256:', '').slice(0, 12) : '无';
}

function indicatorRow(indicator: Indicator): readonly PlanCell[] {
  const { id, name, basis, scope, entity, numerator, denominator, verdict, citation } = indicator;
  return [
    cell(id),
    cell(basis ? `${name}（${basis}）` : name),
    cell(entity ?? scopeWords[scope]),
    cell(numerator, 'number'),
    cell(denominator, 'number'),
    cell(valueText(indicator)),
    cell(targetText(indicator.target)),
    cell(gapText(indicator)),
    cell(verdictWords[verdict], VERDICT_STYLES[verdict]),
    cell(`${citation.source}${citation.section}：“${citation.quote}”`),
  ];
}
