import { dateText, gapText, targetText, valueText } from '../model/figures.ts';
import { isStep, workUnit } from '../model/gaps.ts';
import { type MissingGroup, missingByReason } from '../model/missing.ts';
import { markWords, modeWords, severityWords, verdictWords } from '../model/words.ts';
import type {
  CellStyle,
  Evaluation,
  Explanation,
  Finding,
  Indicator,
  Place,
  PlanCell,
  PlanSheet,
  PolicyAbout,
  Severity,
  Verdict,
} from '../model.ts';
import { cell, missingText, quoted, sentence, spanning, unitName } from './cells.ts';

// The host finds 说明, 键 and 问题 by these headings, and the cleared lines by the heading 已消除 in the first column.
const COLUMNS = [
  ['序号', 6],
  ['类别', 10],
  ['工作表', 16],
  ['单元格', 10],
  ['问题', 46],
  ['现值', 22],
  ['目标', 9],
  ['差距', 16],
  ['处理建议', 30],
  ['依据条款', 46],
  ['说明', 28],
  ['键', 0],
] as const;
const WIDTH = COLUMNS.length;
const CLEARED = '已消除';

const OPEN: readonly Verdict[] = ['unmet', 'behind', 'to_verify'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

interface Line {
  readonly key: string;
  readonly category: string;
  readonly style: CellStyle;
  readonly at: Place | null;
  readonly problem: string;
  readonly value: string;
  readonly target: string;
  readonly gap: string;
  readonly advice: string;
  readonly clause: string;
}

/** 差距清单: open indicators first, then findings by severity, then what people had explained and is no longer there. */
export function gapSheet(evaluation: Evaluation, policy: PolicyAbout, explanations: readonly Explanation[]): PlanSheet {
  const lines = distinct([
    ...OPEN.flatMap((verdict) => evaluation.indicators.filter((one) => one.verdict === verdict)).map((indicator) =>
      gapLine(indicator, evaluation.asOf),
    ),
    ...missingByReason(evaluation.indicators).map(missingLine),
    ...SEVERITIES.flatMap((severity) => evaluation.findings.filter((one) => one.severity === severity)).map(
      findingLine,
    ),
  ]);
  const written = byKey(explanations);
  const current = new Set(lines.map((line) => line.key));
  const cleared = [...written.values()].filter((explanation) => !current.has(explanation.key));

  const rows: (readonly PlanCell[])[] = [
    spanning(`${policy.words.work}${modeWords[evaluation.mode]}评估差距清单`, 'title', WIDTH),
    spanning(`单位：${unitName(evaluation)}　　数据截止日：${dateText(evaluation.asOf)}`, 'subtitle', WIDTH),
    COLUMNS.map(([heading]) => cell(heading, 'heading')),
    ...lines.map((line, index) => rowOf(line, index + 1, written.get(line.key)?.text ?? '')),
  ];
  const spans = [0, 1];
  if (lines.length === 0) spans.push(rows.push(spanning('未发现指标差距和数据问题。', 'text', WIDTH)) - 1);
  if (cleared.length > 0) {
    spans.push(rows.push(spanning(CLEARED, 'heading', WIDTH)) - 1);
    rows.push(...cleared.map((explanation, index) => clearedRow(explanation, index + 1)));
  }
  return { role: 'gaps', name: '差距清单', widths: COLUMNS.map(([, width]) => width), rows, spans, frozenRows: 3 };
}

function gapLine(indicator: Indicator, asOf: string): Line {
  const { id, name, verdict, target, reasons } = indicator;
  return {
    key: `gap:${id}:${indicator.entity ?? ''}`,
    category: markWords.gap,
    style: verdict === 'to_verify' ? 'warning' : 'gap',
    at: indicator.at,
    problem: [`${name}${verdictWords[verdict]}`, ...reasons].map(sentence).join(''),
    value: valueText(indicator),
    target: targetText(target),
    gap: gapText(indicator),
    advice: adviceOf(indicator, asOf),
    clause: clauseOf(indicator),
  };
}

/** One line for everything that the same absence keeps from being computed. */
function missingLine(group: MissingGroup): Line {
  const [only, ...others] = group.indicators;
  const several = others.length > 0;
  return {
    key: several ? `missing:${group.reason}` : `gap:${only!.id}:${only!.entity ?? ''}`,
    category: markWords.gap,
    style: 'gap',
    at: null,
    problem: [missingText(group), ...(several ? [] : only!.reasons.slice(1).map(sentence))].join(''),
    value: '缺数据',
    target: several ? '' : targetText(only!.target),
    gap: '',
    advice: '请补填或补报有关表格；确实没有的填0，空白和“/”不作0计。',
    clause: several ? '各项指标的依据见“评估摘要”附表。' : clauseOf(only!),
  };
}

function clauseOf({ citation }: Indicator): string {
  return `${citation.source}${citation.section}：“${citation.quote}”`;
}

function adviceOf(indicator: Indicator, asOf: string): string {
  const { verdict, gap, target, advice } = indicator;
  if (verdict === 'to_verify') return '请核实存疑的数据，据实改填后重新检查。';
  if (gap?.unit === '天') return '时限已过，请书面说明原因。';
  if (advice !== undefined) return advice;
  const deed = !gap || isStep(indicator) ? '完成该项工作' : `补足${gap.amount}${workUnit(indicator)}`;
  return target && target.due > asOf ? `请于${dateText(target.due)}前${deed}。` : `请${deed}，更新有关表格后重新检查。`;
}

function findingLine(finding: Finding): Line {
  return {
    key: finding.key,
    category: severityWords[finding.severity],
    style: finding.severity,
    at: finding.at,
    problem: finding.message,
    value: quoted(finding.shown),
    target: '',
    gap: '',
    advice: finding.fix,
    clause: `审核规则${finding.rule}`,
  };
}

/** Two lines of one key would answer to one 说明; from the second on a number tells them apart. */
function distinct(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.key) ?? 0) + 1;
    seen.set(line.key, count);
    return count === 1 ? line : { ...line, key: `${line.key}#${count}` };
  });
}

/** What people wrote, once a key: a line that stands above 已消除 counts before one below. */
function byKey(explanations: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  const written = new Map<string, Explanation>();
  for (const cleared of [false, true]) {
    for (const explanation of explanations) {
      if (explanation.cleared !== cleared || explanation.text.trim() === '') continue;
      if (!written.has(explanation.key)) written.set(explanation.key, explanation);
    }
  }
  return written;
}

function rowOf(line: Line, number: number, explanation: string): readonly PlanCell[] {
  const { at } = line;
  return [
    cell(number, 'number'),
    cell(line.category, line.style),
    cell(at?.sheet ?? ''),
    at ? { value: at.address, style: 'link', link: at } : cell(''),
    cell(line.problem),
    cell(line.value),
    cell(line.target),
    cell(line.gap),
    cell(line.advice),
    cell(line.clause),
    cell(explanation, 'entry'),
    cell(line.key, 'key'),
  ];
}

function clearedRow({ key, text, about }: Explanation, number: number): readonly PlanCell[] {
  return [
    cell(number, 'number'),
    cell(CLEARED, 'met'),
    cell(''),
    cell(''),
    cell(about),
    ...Array.from({ length: 5 }, () => cell('')),
    cell(text, 'entry'),
    cell(key, 'key'),
  ];
}
