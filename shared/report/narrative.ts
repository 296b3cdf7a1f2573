/** The paragraphs that a report begins with. */
import { parseAddress } from '../model/addresses.ts';
import { dateText } from '../model/figures.ts';
import { likeFindings } from '../model/like-findings.ts';
import { type Demand, demandOf, lacking, missingByReason } from '../model/missing.ts';
import { modeWords, severityWords, urbanRuralWords, verdictWords } from '../model/words.ts';
import type { Changes, Evaluation, Finding, Indicator, PolicyAbout, Severity, Verdict } from '../model.ts';
import { missingText } from './lines.ts';
import type { Paragraph } from './papers.ts';
import { listed, quote, quotedSentence, says, unitName } from './parts.ts';
import { notChecked } from './rules.ts';
import { sentence, standing } from './sentences.ts';
import { asOfToken, figure } from './tokens.ts';

const JUDGED: readonly Verdict[] = ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'];
const RUNNING: readonly Verdict[] = ['behind', 'on_track'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** For whom, as of when, and how many indicators stand where. */
export function overview(evaluation: Evaluation): readonly Paragraph[] {
  const { indicators, unit, mode } = evaluation;
  const count = (verdict: Verdict) =>
    verdict === 'missing'
      ? lacking(evaluation, 'now').length
      : indicators.filter((one) => one.verdict === verdict).length;
  const counted = (verdicts: readonly Verdict[]) =>
    verdicts
      .filter((verdict) => count(verdict) > 0)
      .map((verdict) => says`${verdictWords[verdict]}${indicatorCount(count(verdict), verdict)}项`);
  const total = JUDGED.reduce((sum, verdict) => sum + count(verdict), 0);
  const besides = [
    ...undemanded(evaluation, 'later', '未到期、没有数据'),
    ...counted(['reference', 'not_applicable']),
    ...undemanded(evaluation, 'never', '只作参考、没有数据'),
  ];
  const date = asOfToken(evaluation);
  const whose = says`对${unitName(evaluation)}（${urbanRuralWords[unit.urbanRural]}）报送的工作簿进行${modeWords[mode]}评估。`;
  return [
    total === 0
      ? says`${whose}截至${date}，没有可以判定的指标。`
      : says`${whose}截至${date}，共判定指标${indicatorCount(total, null)}项，其中${listed(counted(JUDGED), '，')}${besides.length > 0 ? says`；另有${listed(besides, '，')}` : []}。`,
  ];
}

/** What is no longer as it was written last, and whether it was read otherwise then. */
export function changes(since: Changes | null): readonly Paragraph[] {
  if (!since) return [];
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

/** The day that most of what is under way is due: said once, before the first of it. */
export function deadline(evaluation: Evaluation): readonly Paragraph[] {
  const common = commonDue(evaluation);
  if (common === null) return [];
  return [says`未到期的，应于${figure(dateText(common), { what: 'commonDue' })}（含）前完成；期限不同的另注明。`];
}

/** Each goal by itself, whatever its verdict. */
export function goals(evaluation: Evaluation, policy: PolicyAbout): readonly Paragraph[] {
  return mainEntries(evaluation)
    .filter(({ id }) => policy.goals.includes(id))
    .map((one) =>
      one.verdict === 'missing' && demandOf(one, evaluation) === 'later'
        ? says`${quote(one.name)}：未到期，没有数据，本次不要求。`
        : sentence(one, commonDue(evaluation)),
    );
}

/** The others in the document's order: what is open by itself, what is met together, all with their figures. */
export function progress(evaluation: Evaluation, policy: PolicyAbout): readonly Paragraph[] {
  const others = othersIn(evaluation, policy);
  const of = (verdict: Verdict) => others.filter((one) => one.verdict === verdict);
  const common = commonDue(evaluation);
  const met = of('met').map((one) => standing(one));
  const late = of('met').flatMap(({ reasons }) => reasons);
  const paragraphs = [
    ...of('unmet').map((one) => sentence(one)),
    ...RUNNING.flatMap(of).map((one) => sentence(one, common)),
    ...(met.length > 0 ? [says`已达标：${listed(met, '；')}。${listed(late.map(quotedSentence))}`] : []),
  ];
  return paragraphs.length > 0 ? paragraphs : [['其他指标没有可以列出的进展。']];
}

/** What cannot be judged, and why. What is a goal was told with the goals. */
export function open(evaluation: Evaluation, policy: PolicyAbout): readonly Paragraph[] {
  const paragraphs = [
    ...othersIn(evaluation, policy)
      .filter(({ verdict }) => verdict === 'to_verify')
      .map((one) => sentence(one)),
    ...missingByReason(lacking(evaluation, 'now')).map(missingText),
    ...notDemanded(evaluation, policy, 'later', '未到期，没有数据，本次不要求'),
    ...notDemanded(evaluation, policy, 'never', '只作参考，没有数据，不要求补报'),
  ];
  return paragraphs.length > 0 ? paragraphs : [['其他指标没有待核实和缺数据的。']];
}

/** Findings by severity, with what each severity asks for. */
export function quality({ findings, unread }: Evaluation): readonly Paragraph[] {
  if (findings.length === 0) return [['未发现数据问题。']];
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const total = figure(String(findings.length), { what: 'findings', severity: null });
  const counts = SEVERITIES.map(
    (severity) => says`${severityWords[severity]}${figure(String(of(severity)), { what: 'findings', severity })}项`,
  );
  // Of what was not read at all the next section speaks.
  const isUnread = ({ at }: Finding) => unread.some((one) => one.sheet === at.sheet && one.address === at.address);
  return [
    says`共发现数据问题${total}项：${listed(counts, '，')}。强制性问题须改正后再报送；核实性问题须逐项核对，在“差距清单”的“核实说明”栏写明；提示性问题不影响报送。`,
    ...commonest(findings.filter((one) => one.severity !== 'note' && !isUnread(one))),
  ];
}

/** Parts of the workbook that were not understood, and rules that could not run. */
export function unseen(evaluation: Evaluation): readonly Paragraph[] {
  const paragraphs = [
    ...evaluation.unread.map(
      ({ sheet, address, reason }) => says`“${quote(sheet)}”（${quote(address)}）：${quotedSentence(reason)}`,
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

/** The day that most of what is under way is due, the earlier of two as frequent; null where nothing is under way. */
function commonDue(evaluation: Evaluation): string | null {
  const days = mainEntries(evaluation).flatMap(({ verdict, target }) =>
    RUNNING.includes(verdict) && target ? [target.due] : [],
  );
  const times = (day: string) => days.filter((one) => one === day).length;
  return [...new Set(days)].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0] ?? null;
}

/** Other calibres only inform. */
function mainEntries({ indicators }: Evaluation): readonly Indicator[] {
  return indicators.filter(({ basis }) => basis === undefined);
}

function othersIn(evaluation: Evaluation, { goals: ids }: PolicyAbout): readonly Indicator[] {
  return mainEntries(evaluation).filter(({ id }) => !ids.includes(id));
}

function notDemanded(
  evaluation: Evaluation,
  { goals: told }: PolicyAbout,
  demand: Demand,
  why: string,
): readonly Paragraph[] {
  const names = lacking(evaluation, demand).flatMap(({ id, name }) => (told.includes(id) ? [] : [quote(name)]));
  return names.length === 0 ? [] : [says`${why}：${listed(names, '、')}。`];
}

function undemanded(evaluation: Evaluation, demand: Demand, what: string): readonly Paragraph[] {
  const { length } = lacking(evaluation, demand);
  return length === 0 ? [] : [says`${what}${figure(String(length), { what: 'undemanded', demand })}项`];
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

function cellsOf({ at, related }: Finding): number {
  return [at, ...related].reduce((sum, { address }) => {
    const area = parseAddress(address);
    return sum + (area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 1);
  }, 0);
}

function indicatorCount(count: number, verdict: Verdict | null) {
  return figure(String(count), { what: 'indicators', verdict });
}
