/** What stands in one line of 差距清单: an indicator that is open, what is missing, or a finding. */
import { gapKey } from '../model/explanation-keys.ts';
import { isCeiling } from '../model/figures.ts';
import { isStep } from '../model/gaps.ts';
import { lacking, type MissingGroup, missingByReason } from '../model/missing.ts';
import { markWords, severityWords, verdictWords } from '../model/words.ts';
import type { Citation, Evaluation, Finding, Indicator, Place, Severity, Verdict } from '../model.ts';
import { adviceOf, missingAdvice } from './advice.ts';
import { cellsNamed } from './cells.ts';
import type { Paragraph, State } from './papers.ts';
import { listed, quote, quotedSentence, quotedSentences, says } from './parts.ts';
import { ruleClauses } from './rules.ts';
import { figure, gapOf, nameOf, targetToken, valueToken, workGapOf } from './tokens.ts';

const OPEN: readonly Verdict[] = ['unmet', 'behind', 'to_verify'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
/** So many related cells are not what a finding is held against, but where else it is found. */
const MANY = 4;
const NAMED = 4;
/** Characters of a value: the whole stands in the cell, and a line of paper is to stay short. */
const QUOTED = 60;

export interface Line {
  /** By which an explanation finds its line again. */
  readonly key: string;
  readonly state: State;
  readonly category: string;
  /** Where to look, the cell that the line leads to first; empty where nothing of it stands in the workbook. */
  readonly places: readonly Place[];
  readonly problem: Paragraph;
  readonly advice: Paragraph;
  readonly clause: Paragraph;
  /** The finding that it tells of; null for an indicator, and for what is missing. */
  readonly finding: Finding | null;
}

/** Open indicators first, then what is missing, then findings by severity. */
export function linesOf(evaluation: Evaluation): readonly Line[] {
  const { indicators, findings } = evaluation;
  const clause = ruleClauses(evaluation);
  return distinct([
    ...OPEN.flatMap((verdict) => indicators.filter((one) => one.verdict === verdict)).map((one) =>
      gapLine(one, evaluation),
    ),
    ...missingByReason(lacking(evaluation, 'now')).map((group) => missingLine(group, evaluation)),
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
  const { name, verdict, reasons, citation, at, evidence } = indicator;
  // The heading says nothing of a doubt; the cells that are in doubt do.
  const doubtful = verdict === 'to_verify' ? evidence.filter(({ role }) => role === 'undecided') : [];
  const places = doubtful.length > 0 ? doubtful : at ? [at] : [];
  const isTold = reasons[0]?.startsWith(`${verdictWords[verdict]}：`) ?? false;
  return {
    key: gapKey(indicator, evaluation),
    state: verdict,
    category: markWords.gap,
    places,
    problem: says`${quote(name)}${isTold ? [] : says`${verdictWords[verdict]}${figuresOf(indicator)}。`}${quotedSentences(reasons)}${doubtfulCells(indicator, doubtful)}`,
    advice: adviceOf(indicator, evaluation),
    clause: placeOf(citation),
    finding: null,
  };
}

/** Empty for one, to which the line leads by itself. */
function doubtfulCells(indicator: Indicator, places: readonly Place[]): Paragraph {
  if (places.length < 2) return [];
  const count = figure(String(places.length), { what: 'doubtful', ...nameOf(indicator) });
  return says`存疑${count}格：${cellsNamed(places)}。`;
}

/** ：现值30.00%（3/10），目标≥40%，差1名持证社工、10.00个百分点; a step is done or not, which the verdict says. */
function figuresOf(indicator: Indicator): Paragraph {
  const { gap, target } = indicator;
  if (gap?.unit === '天') return says`，${gapOf(indicator)}`;
  if (isStep(indicator)) return [];
  const short = isCeiling(target) ? '超出' : '差';
  const wanted = target ? says`，目标${targetToken(indicator)}` : [];
  return says`：现值${valueToken(indicator)}${wanted}${gap ? says`，${short}${workGapOf(indicator)}` : []}`;
}

/** Where in the document; its words stand in the summary. */
function placeOf({ source, section }: Citation): Paragraph {
  return says`${quote(source)}${quote(section)}。`;
}

/** As `missingText`, with so many names as a line has room for: all of them stand in the summary. */
function waitingFor({ reason, indicators }: MissingGroup): Paragraph {
  const names = indicators.slice(0, NAMED).map(({ name }) => quote(name));
  const count = figure(String(indicators.length), { what: 'indicators', verdict: 'missing', reason });
  return says`${quotedSentence(reason)}因此缺数据的指标有${count}项：${listed(names, '、')}${indicators.length > NAMED ? '等' : ''}。`;
}

/** One line for everything that the same absence keeps from being computed. */
function missingLine(group: MissingGroup, evaluation: Evaluation): Line {
  const [first, ...others] = group.indicators;
  const only = others.length === 0 ? first! : null;
  return {
    key: gapKey(group.indicators[0]!, evaluation),
    state: 'missing',
    category: markWords.gap,
    places: [],
    problem: only ? says`${missingText(group)}${quotedSentences(only.reasons.slice(1))}` : waitingFor(group),
    advice: missingAdvice(group),
    clause: only ? placeOf(only.citation) : [],
    finding: null,
  };
}

function findingLine(finding: Finding, clause: Paragraph): Line {
  const { key, severity, at, related, message, shown, fix } = finding;
  return {
    key,
    state: severity,
    category: severityWords[severity],
    // Where one finding stands for many, its cells are all that tell where.
    places: related.length >= MANY ? [at, ...related] : [at],
    problem: says`${quote(message)}${shownBeside(message, shown)}`,
    advice: [quote(fix)],
    clause,
    finding,
  };
}

/** What stands in the cell, where the message does not tell it. */
function shownBeside(message: string, shown: string | null): Paragraph {
  if (shown === null || message.includes(shown)) return [];
  return says`现值：${quote(shown.slice(0, QUOTED))}${shown.length > QUOTED ? '…' : ''}。`;
}

/** Two lines of one key would answer to one 核实说明; from the second on a number tells them apart. */
function distinct(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.key) ?? 0) + 1;
    seen.set(line.key, count);
    return count === 1 ? line : { ...line, key: `${line.key}#${count}` };
  });
}
