import { dateText, gapText, targetFigure, targetText, valueText } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import { likeFindings } from '../model/like-findings.ts';
import { missingByReason } from '../model/missing.ts';
import { modeWords, severityWords, urbanRuralWords, verdictWords } from '../model/words.ts';
import type { Evaluation, Indicator, PolicyAbout, Severity, Verdict } from '../model.ts';
import { missingText, sentence, unitName } from './cells.ts';

const JUDGED: readonly Verdict[] = ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'];

/** The opening paragraphs: on what ground, for whom, and how many indicators stand where. */
export function overview(evaluation: Evaluation, policy: PolicyAbout): readonly string[] {
  const { indicators, unit } = evaluation;
  const count = (verdict: Verdict) => indicators.filter((one) => one.verdict === verdict).length;
  const counted = (verdicts: readonly Verdict[]) =>
    verdicts.filter((verdict) => count(verdict) > 0).map((verdict) => `${verdictWords[verdict]}${count(verdict)}项`);
  const total = JUDGED.reduce((sum, verdict) => sum + count(verdict), 0);
  const besides = counted(['reference', 'not_applicable']);
  const date = dateText(evaluation.asOf);
  return [
    `依据${policy.document.title}，对${unitName(evaluation)}（${urbanRuralWords[unit.urbanRural]}）报送的工作簿进行${modeWords[evaluation.mode]}评估。`,
    total === 0
      ? `截至${date}，没有可以判定的指标。`
      : `截至${date}，共判定指标${total}项，其中${counted(JUDGED).join('，')}${besides.length > 0 ? `；另有${besides.join('，')}` : ''}。`,
  ];
}

/** Quantity, rate and distance of every indicator that is not there yet; what is not due is progress, not failure. */
export function progress({ indicators }: Evaluation): readonly string[] {
  const of = (verdict: Verdict) => indicators.filter((one) => one.verdict === verdict);
  const met = of('met');
  const paragraphs = [
    ...(met.length > 0 ? [`已达标：${met.map(({ name }) => name).join('、')}。`] : []),
    ...of('unmet').map(shortfall),
    ...of('behind').map((one) => running(one, '，进度滞后')),
    ...of('on_track').map((one) => running(one, '，进度正常')),
  ];
  return paragraphs.length > 0 ? paragraphs : ['没有可以判定的指标。'];
}

/** What cannot be judged, and why. */
export function open({ indicators }: Evaluation): readonly string[] {
  const paragraphs = [
    ...indicators
      .filter((one) => one.verdict === 'to_verify')
      .map(
        (one) =>
          `${one.name}：按现有数据为${valueText(one)}，目标${targetText(one.target)}${one.gap ? `，差${gapText(one)}` : ''}，待核实。${because(one)}`,
      ),
    ...missingByReason(indicators).map(missingText),
  ];
  return paragraphs.length > 0 ? paragraphs : ['没有待核实和缺数据的指标。'];
}

/** Findings by severity, with what each severity asks for. */
export function quality({ findings }: Evaluation): readonly string[] {
  if (findings.length === 0) return ['未发现数据问题。'];
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  const counts = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${severityWords[severity]}${count}项`;
  });
  return [
    `共发现数据问题${findings.length}项：${counts.join('，')}。强制性问题须改正后上报，核实性问题须逐项核对并写明说明，提示性问题不影响上报。明细见差距清单。`,
    ...commonest(findings),
  ];
}

/** So many like findings have one cause. */
const MANY = 10;
const LISTED = 5;

/** Where one mistake was made over and over, it is said once with its count. */
function commonest(findings: Evaluation['findings']): readonly string[] {
  const many = likeFindings(findings)
    .filter(({ length }) => length >= MANY)
    .sort((a, b) => b.length - a.length);
  return many.slice(0, LISTED).map((group) => {
    const { at, message } = group[0]!;
    return `其中“${at.sheet}”同类问题${group.length}处，首处（${at.address}）：${sentence(message)}`;
  });
}

/** Parts of the workbook that were not understood, and rules that could not run. */
export function unseen({ unread, notChecked }: Evaluation): readonly string[] {
  const paragraphs = [
    ...unread.map(({ sheet, address, reason }) => `未能读取　${sheet}!${address}：${sentence(reason)}`),
    ...[...rulesByReason(notChecked)].map(
      ([reason, rules]) => `未检查　审核规则${rules.join('、')}：${sentence(reason)}`,
    ),
  ];
  return paragraphs.length > 0 ? paragraphs : ['工作簿内容已全部读取，各项规则均已检查。'];
}

function rulesByReason(notChecked: Evaluation['notChecked']): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) rules.set(reason, [...(rules.get(reason) ?? []), rule]);
  return rules;
}

/** The calibre note and the document's contradictions. */
export function calibreNotes({ name, version, document: { note, contradictions } }: PolicyAbout): readonly string[] {
  return [
    note ?? `本次评估采用“${name}”（${version}版），口径以文件的规定为准。`,
    ...(contradictions.length > 0 ? ['依据文件自身有以下不一致之处：'] : []),
    ...contradictions.map((text, index) => `${index + 1}．${text}`),
  ];
}

function shortfall(indicator: Indicator): string {
  const { name, gap, target } = indicator;
  if (gap?.unit === '天') return `${name}${gapText(indicator)}。${because(indicator)}`;
  if (isStep(indicator)) return `${name}未达标。${because(indicator)}`;
  const distance = gap && target ? `，距${targetFigure(target)}目标差${spoken(indicator)}` : '，未达标';
  return `${name}为${valueText(indicator)}${distance}。${because(indicator)}`;
}

function running(indicator: Indicator, pace: string): string {
  const { name, gap, target } = indicator;
  if (isStep(indicator) && target) {
    return `${name}尚未完成${pace}，应于${dateText(target.due)}前完成。${because(indicator)}`;
  }
  const rest =
    gap && gap.amount > 0 && target
      ? `，距${targetFigure(target)}目标尚差${spoken(indicator)}，应于${dateText(target.due)}前完成`
      : '';
  return `${name}进展为${valueText(indicator)}${pace}${rest}。${because(indicator)}`;
}

/** Percentage points before heads: 差10.00个百分点、1人. */
function spoken(indicator: Indicator): string {
  return gapText(indicator).split('、').reverse().join('、');
}

function because({ reasons }: Indicator): string {
  return reasons.map(sentence).join('');
}
