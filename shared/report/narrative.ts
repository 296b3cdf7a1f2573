/** The paragraphs that a report begins with. */
import { parseAddress } from '../model/addresses.ts';
import { dateText, isCeiling } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import { likeFindings } from '../model/like-findings.ts';
import { missingByReason } from '../model/missing.ts';
import { modeWords, severityWords, urbanRuralWords, verdictWords } from '../model/words.ts';
import type { Changes, Evaluation, Indicator, PolicyAbout, Severity, Target, Verdict } from '../model.ts';
import { missingText } from './lines.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, quotedSentence, quotedSentences, says, unitName } from './parts.ts';
import { notChecked } from './rules.ts';
import { asOfToken, dueToken, figure, gapOf, plainTargetToken, spokenGap, targetToken, valueToken } from './tokens.ts';

const JUDGED: readonly Verdict[] = ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** The opening paragraphs: on what ground, for whom, and how many indicators stand where. */
export function overview(evaluation: Evaluation, policy: PolicyAbout): readonly Paragraph[] {
  const { indicators, unit, mode } = evaluation;
  const count = (verdict: Verdict) => indicators.filter((one) => one.verdict === verdict).length;
  const counted = (verdicts: readonly Verdict[]) =>
    listed(
      verdicts
        .filter((verdict) => count(verdict) > 0)
        .map((verdict) => says`${verdictWords[verdict]}${indicatorCount(count(verdict), verdict)}项`),
      '，',
    );
  const total = JUDGED.reduce((sum, verdict) => sum + count(verdict), 0);
  const besides = counted(['reference', 'not_applicable']);
  const date = asOfToken(evaluation);
  return [
    says`依据${quote(policy.document.title)}，对${unitName(evaluation)}（${urbanRuralWords[unit.urbanRural]}）报送的工作簿进行${modeWords[mode]}评估。`,
    total === 0
      ? says`截至${date}，没有可以判定的指标。`
      : says`截至${date}，共判定指标${indicatorCount(total, null)}项，其中${counted(JUDGED)}${besides.length > 0 ? says`；另有${besides}` : []}。`,
  ];
}

/** What is no longer as it was written last, and whether it was read otherwise then. */
export function changes(since: Changes | null): readonly Paragraph[] {
  if (since === null) return [];
  const { changed, engine, asOf } = since;
  if (engine === 'older') {
    return [['此前写入的差距清单由较早的程序版本读取，读法与现在不同，结论以本次为准。']];
  }
  const verdicts = changed.map(
    ({ indicator, from }) =>
      says`${quote(indicator.name)}由${verdictWords[from]}变为${verdictWords[indicator.verdict]}`,
  );
  return [
    says`${verdicts.length > 0 ? says`与上次写入的结论不同：${listed(verdicts, '；')}。` : '各项结论与上次写入的相同。'}${
      asOf === null ? [] : says`上次截至${quote(dateText(asOf))}。`
    }${engine === null ? [] : says`上次由${quote(engine)}版读取，读法已改变。`}`,
  ];
}

/** Quantity, rate and distance of every indicator that is not there yet; what is not due is progress, not failure. */
export function progress({ indicators }: Evaluation): readonly Paragraph[] {
  const of = (verdict: Verdict) => indicators.filter((one) => one.verdict === verdict);
  const met = listed(
    of('met').map(({ name }) => quote(name)),
    '、',
  );
  const paragraphs = [
    ...(met.length > 0 ? [says`已达标：${met}。`] : []),
    ...of('unmet').map(shortfall),
    ...of('behind').map((one) => running(one, '，进度滞后')),
    ...of('on_track').map((one) => running(one, '，进度正常')),
  ];
  return paragraphs.length > 0 ? paragraphs : [['没有可以判定的指标。']];
}

/** What cannot be judged, and why. */
export function open({ indicators }: Evaluation): readonly Paragraph[] {
  const paragraphs = [
    ...indicators.filter(({ verdict }) => verdict === 'to_verify').map(doubtful),
    ...missingByReason(indicators).map(missingText),
  ];
  return paragraphs.length > 0 ? paragraphs : [['没有待核实和缺数据的指标。']];
}

/** Findings by severity, with what each severity asks for. */
export function quality({ findings }: Evaluation): readonly Paragraph[] {
  if (findings.length === 0) return [['未发现数据问题。']];
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const total = figure(String(findings.length), { what: 'findings', severity: null });
  const counts = SEVERITIES.map(
    (severity) => says`${severityWords[severity]}${figure(String(of(severity)), { what: 'findings', severity })}项`,
  );
  return [
    says`共发现数据问题${total}项：${listed(counts, '，')}。强制性问题须改正后上报，核实性问题须逐项核对并写明说明，提示性问题不影响上报。明细见差距清单。`,
    ...commonest(findings),
  ];
}

/** Parts of the workbook that were not understood, and rules that could not run. */
export function unseen(evaluation: Evaluation): readonly Paragraph[] {
  const paragraphs = [
    ...evaluation.unread.map(
      ({ sheet, address, reason }) => says`未能读取　${quote(sheet)}!${quote(address)}：${quotedSentence(reason)}`,
    ),
    ...notChecked(evaluation),
  ];
  return paragraphs.length > 0 ? paragraphs : [['工作簿内容已全部读取，各项规则均已检查。']];
}

/** The calibre note and the document's contradictions. */
export function calibreNotes({ document }: PolicyAbout): readonly Paragraph[] {
  const { note, contradictions } = document;
  return [
    [quote(note)],
    ...(contradictions.length > 0 ? [['依据文件自身有以下不一致之处：']] : []),
    ...contradictions.map((text, index) => says`${figure(String(index + 1), { what: 'ordinal' })}．${quote(text)}`),
  ];
}

/** So many like findings have one cause. */
const MANY = 10;
const LISTED = 5;

/** Where one mistake was made over and over, it is said once with its count. */
function commonest(findings: Evaluation['findings']): readonly Paragraph[] {
  const many = likeFindings(findings)
    .map((group) => ({ group, cells: group.reduce((sum, finding) => sum + cellsOf(finding), 0) }))
    .filter(({ cells }) => cells >= MANY)
    .sort((a, b) => b.cells - a.cells);
  return many.slice(0, LISTED).map(({ group }) => {
    const { at, message, rule, field } = group[0]!;
    // A column that is blank throughout, and the like: the finding itself says how often.
    if (group.length === 1) return says`其中“${quote(at.sheet)}”（${quote(at.address)}）：${quotedSentence(message)}`;
    const count = figure(String(group.length), { what: 'alike', rule, sheet: at.sheet, field });
    return says`其中“${quote(at.sheet)}”同类问题${count}处，首处（${quote(at.address)}）：${quotedSentence(message)}`;
  });
}

function cellsOf({ at, related }: Evaluation['findings'][number]): number {
  return [at, ...related].reduce((sum, { address }) => {
    const area = parseAddress(address);
    return sum + (area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 1);
  }, 0);
}

function shortfall(indicator: Indicator): Paragraph {
  const { gap, target } = indicator;
  const name = quote(indicator.name);
  const reasons = quotedSentences(indicator.reasons);
  if (gap?.unit === '天') return says`${name}${gapOf(indicator)}。${reasons}`;
  if (isStep(indicator)) return says`${name}未达标。${reasons}`;
  const distance = gap && target ? says`，${distanceTo(indicator, target, '差')}` : '，未达标';
  return says`${name}为${valueToken(indicator)}${distance}。${reasons}`;
}

function running(indicator: Indicator, pace: string): Paragraph {
  const { gap, target } = indicator;
  const name = quote(indicator.name);
  const reasons = quotedSentences(indicator.reasons);
  if (isStep(indicator) && target) {
    return says`${name}尚未完成${pace}，应于${dueToken(indicator, target)}前完成。${reasons}`;
  }
  const rest =
    gap && gap.amount > 0 && target
      ? says`，${distanceTo(indicator, target, '尚差')}，应于${dueToken(indicator, target)}前完成`
      : [];
  return says`${name}进展为${valueToken(indicator)}${pace}${rest}。${reasons}`;
}

function doubtful(indicator: Indicator): Paragraph {
  const { name, gap, target, reasons } = indicator;
  const short = gap ? says`，${isCeiling(target) ? '超出' : '差'}${gapOf(indicator)}` : [];
  return says`${quote(name)}：按现有数据为${valueToken(indicator)}，目标${targetToken(indicator)}${short}，待核实。${quotedSentences(reasons)}`;
}

/** 距40%目标差10.00个百分点、1人; 超出2%目标1.00个百分点、3人 where less is better. */
function distanceTo(indicator: Indicator, target: Target, short: string): Paragraph {
  const [to, gap] = [plainTargetToken(indicator, target), spokenGap(indicator)];
  return isCeiling(target) ? says`超出${to}目标${gap}` : says`距${to}目标${short}${gap}`;
}

function indicatorCount(count: number, verdict: Verdict | null) {
  return figure(String(count), { what: 'indicators', verdict });
}
