/** What stands in one line of 差距清单: an indicator that is open, what is missing, or a finding. */
import { gapKey } from '../model/explanation-keys.ts';
import { isCeiling } from '../model/figures.ts';
import { isStep, workUnit } from '../model/gaps.ts';
import { type MissingGroup, missingByReason } from '../model/missing.ts';
import { markWords, severityWords, verdictWords } from '../model/words.ts';
import type { Evaluation, Finding, Indicator, Place, Severity, Verdict } from '../model.ts';
import type { Paragraph, State } from './papers.ts';
import { listed, quote, quotedSentence, quotedSentences, says } from './parts.ts';
import { ruleClauses } from './rules.ts';
import { clauseOf, dueToken, figure, gapIn, gapOf, targetToken, valueToken } from './tokens.ts';

const OPEN: readonly Verdict[] = ['unmet', 'behind', 'to_verify'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
// Excel holds 32,767 characters in a cell; a quoted value need not be longer than a person reads.
const QUOTED = 200;

export interface Line {
  /** By which an explanation finds its line again. */
  readonly key: string;
  readonly state: State;
  readonly category: string;
  readonly at: Place | null;
  readonly problem: Paragraph;
  readonly value: Paragraph;
  readonly target: Paragraph;
  readonly gap: Paragraph;
  readonly advice: Paragraph;
  readonly clause: Paragraph;
}

/** Open indicators first, then what is missing, then findings by severity. */
export function linesOf(evaluation: Evaluation): readonly Line[] {
  const { indicators, findings } = evaluation;
  const clause = ruleClauses(evaluation);
  return distinct([
    ...OPEN.flatMap((verdict) => indicators.filter((one) => one.verdict === verdict)).map((one) =>
      gapLine(one, evaluation),
    ),
    ...missingByReason(indicators).map((group) => missingLine(group, evaluation)),
    ...SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity)).map((one) =>
      findingLine(one, clause(one.rule)),
    ),
  ]);
}

/** What is lacking comes first, for that is to be done; then which indicators wait for it. */
export function missingText({ reason, indicators }: MissingGroup): Paragraph {
  const names = indicators.map(({ name }) => quote(name));
  if (names.length === 1) return says`${names[0]!}缺数据。${quotedSentence(reason)}`;
  const count = figure(String(names.length), { what: 'indicators', verdict: 'missing', reason });
  return says`${quotedSentence(reason)}因此缺数据的指标有${count}项：${listed(names, '、')}。`;
}

function gapLine(indicator: Indicator, evaluation: Evaluation): Line {
  const { name, verdict, reasons, citation, at } = indicator;
  return {
    key: gapKey(indicator, evaluation),
    state: verdict,
    category: markWords.gap,
    at,
    problem: says`${quote(name)}${verdictWords[verdict]}。${quotedSentences(reasons)}`,
    value: [valueToken(indicator)],
    target: listed([targetToken(indicator)]),
    gap: gapOf(indicator),
    advice: adviceOf(indicator, evaluation.asOf),
    clause: clauseOf(citation),
  };
}

/** One line for everything that the same absence keeps from being computed. */
function missingLine(group: MissingGroup, evaluation: Evaluation): Line {
  const [first, ...others] = group.indicators;
  const only = others.length === 0 ? first! : null;
  return {
    key: gapKey(group.indicators[0]!, evaluation),
    state: 'missing',
    category: markWords.gap,
    at: null,
    problem: says`${missingText(group)}${only ? quotedSentences(only.reasons.slice(1)) : []}`,
    value: [verdictWords.missing],
    target: only ? listed([targetToken(only)]) : [],
    gap: [],
    advice: ['请补填或补报有关表格；确实没有的填0，空白和“/”不作0计。'],
    clause: only ? clauseOf(only.citation) : ['各项指标的依据见“评估摘要”附表。'],
  };
}

function findingLine(finding: Finding, clause: Paragraph): Line {
  const { key, severity, at, message, shown, fix } = finding;
  const value = shown ?? '';
  return {
    key,
    state: severity,
    category: severityWords[severity],
    at,
    problem: [quote(message)],
    value: says`${quote(value.slice(0, QUOTED))}${value.length > QUOTED ? '…' : ''}`,
    target: [],
    gap: [],
    advice: [quote(fix)],
    clause,
  };
}

function adviceOf(indicator: Indicator, asOf: string): Paragraph {
  const { verdict, gap, target, advice } = indicator;
  if (verdict === 'to_verify') return ['请核实存疑的数据，据实改填后重新检查。'];
  if (gap?.unit === '天') return ['时限已过，请书面说明原因。'];
  const due = target && target.due > asOf ? dueToken(indicator, target) : null;
  if (advice !== undefined) return says`${quotedSentence(advice)}${due ? says`期限为${due}。` : []}`;
  const deed = gap && !isStep(indicator) ? makeUp(indicator) : '完成该项工作';
  return due ? says`请于${due}前${deed}。` : says`请${deed}，更新有关表格后重新检查。`;
}

function makeUp(indicator: Indicator): Paragraph {
  return says`${isCeiling(indicator.target) ? '减少' : '补足'}${gapIn(indicator, workUnit(indicator))}`;
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
