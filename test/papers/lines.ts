/** Problems of a unit, a line each, as lists in reports and notices have to have them. */
import type { Evaluation, Finding, Indicator } from '../../shared/model.ts';
import { aimText, causeOf, dayText, type Filed, figureText, isLater, points, shortBy, type Truth } from './facts.ts';

export interface Line {
  readonly 单位: string;
  readonly 类别: string;
  /** Whether this is what the line has to say of it. */
  readonly 问题: (text: string) => boolean;
  readonly 依据: string;
  readonly 现值: string;
  readonly 目标: string;
  readonly 差距: string;
  readonly 要求: string;
  /** Name of the one indicator that it is about; empty for none. */
  readonly 指标: string;
  /** Until when, where it lags behind and is not due; an ISO date. */
  readonly due: string | null;
}

export const columns = ['类别', '依据', '现值', '目标', '差距', '要求'] as const;
type Column = Exclude<keyof Line, '问题' | 'due'>;

type Said = Readonly<Record<string, string>>;

/** Lines as they are wanted, none more, none less, in whatever order. */
export function lineDoubts(rows: readonly Said[], wanted: readonly Line[], only: readonly Column[]): readonly string[] {
  const left = [...wanted];
  const isOne = (row: Said) => (one: Line) =>
    only.every((column) => row[column] === one[column]) && one.问题(row.问题!);
  const more = rows.flatMap((row) => {
    const at = left.findIndex(isOne(row));
    if (at < 0) return [`没有这个问题：${Object.values(row).join('｜')}${nearest(row, left, only)}`];
    left.splice(at, 1);
    return [];
  });
  return [...more, ...left.map((one) => `少了一个问题：${one.单位}｜${one.类别}｜${one.指标}｜${one.要求}`)];
}

/** Which column it fails at, where that is one. */
function nearest(row: Said, left: readonly Line[], only: readonly Column[]): string {
  for (const one of left) {
    const wrong = only.filter((column) => row[column] !== one[column]);
    if (wrong.length === 1 && one.问题(row.问题!)) return `（“${wrong[0]}”应为“${one[wrong[0]!]}”）`;
  }
  return '';
}

/** As notices list them together; and what is only to be explained, behind them. */
export function linesOf(unit: Filed, truth: Truth): readonly Line[] {
  return [...putRight(unit, truth), ...findingLines(unit.name, unit.evaluation, ['warning'])];
}

/** Of 整改通知: what lags behind is begun with, by the day that the notice says. */
export function issueLinesOf(unit: Filed, truth: Truth): readonly Line[] {
  const begin = `请于${dayText(truth.rectifyBy)}前落实措施。`;
  return putRight(unit, truth).map((line) => (line.due === null ? line : { ...line, 要求: begin + line.要求 }));
}

/** What is to be put right: a title follows from others. */
function putRight({ name, evaluation }: Filed, truth: Truth): readonly Line[] {
  const judged = (verdict: string) =>
    evaluation.indicators.filter(
      (one) => one.basis === undefined && one.verdict === verdict && one.spoken?.kind !== 'title',
    );
  return [
    ...findingLines(name, evaluation, ['error']),
    ...['unmet', 'behind', 'to_verify'].flatMap(judged).map((entry) => indicatorLine(name, entry, evaluation, truth)),
    ...lackingLines(name, evaluation, truth),
  ];
}

const none = { 现值: '—', 目标: '—', 差距: '—', 指标: '', due: null } as const;

// Findings ------------------------------------------------------------------------------------------------------------

export function findingLines(
  name: string,
  { findings, rules }: Evaluation,
  severities: readonly Finding['severity'][],
): readonly Line[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, severity, table, field } = finding;
    // Names of people are one matter wherever they stand.
    const like = (rule === 'R201' ? [rule, severity] : [rule, severity, table ?? '', field ?? '']).join('｜');
    groups.set(like, [...(groups.get(like) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group): readonly Line[] => {
    const [{ severity, rule }] = group as [Finding];
    if (!severities.includes(severity)) return [];
    const relation = rules.find(({ id }) => id === rule)?.relation ?? '';
    const said = saidIn(group);
    return [
      {
        ...none,
        单位: name,
        类别: severity === 'warning' ? '核实问题' : rule === 'R201' ? '立即整改' : '数据问题',
        问题: (text) => isSaid(text, said),
        依据: `${relation.replace(/[。；;.\s]+$/, '')}。`,
        要求: [...new Set(said.map(([first]) => first!.fix))].join(''),
      },
    ];
  });
}

/** Messages that differ in more than in what they quote, and in rows, numbers and days, are told each by itself. */
function saidIn(group: readonly Finding[]): readonly (readonly Finding[])[] {
  const bare = (message: string) =>
    message
      .split(/“[^”]*”+|[（(][^）)]*[）)]/)
      .join('…')
      .split(/[0-9A-Za-z][0-9A-Za-z.、/#!%-]*/)
      .join('·');
  const shapes = [...new Set(group.map(({ message }) => bare(message)))];
  return shapes.map((shape) => group.filter(({ message }) => bare(message) === shape));
}

/** One after the other, each with just its cells. */
function isSaid(text: string, said: readonly (readonly Finding[])[]): boolean {
  const [first, ...others] = said;
  if (first === undefined) return text === '';
  const begin = `${first[0]!.message}${first.length > 1 ? `同类${first.length}处，` : ''}`;
  const rest = text.slice(begunBy(text, begin));
  // A full stop ends the cells of one; of those that follow none is a part of it.
  const ends = [...rest.matchAll(/。/g)].map(({ index }) => index + 1);
  return ends.some((end) => isAt(rest.slice(0, end), first) && isSaid(rest.slice(end), others));
}

/** Where what is said ends: words of a cell may stand there as ××, as they may be somebody's name. The end of the text for anything else. */
function begunBy(text: string, said: string): number {
  const pieces = said.split(/([“（][^”）]*[”）])/);
  const pattern = pieces.map((piece, at) => (at % 2 ? `(?:${exactly(piece)}|${masked(piece)})` : exactly(piece)));
  return new RegExp(`^${pattern.join('')}`, 'su').exec(text)?.[0].length ?? text.length;
}

/** A beginning of each run of Chinese characters, then ××, and behind it no more than says what it is. */
const masked = (piece: string) =>
  piece.replace(/[\u4e00-\u9fff·]+|[^\u4e00-\u9fff·]+/g, (run) => {
    if (!/[\u4e00-\u9fff]/.test(run)) return exactly(run);
    const [end = ''] = KINDS.exec(run) ?? [];
    const begun = Array.from(run, (_, at) => `${run.slice(0, at)}××(?:${end})?`);
    return `(?:${[run, ...begun].join('|')})`;
  });

const KINDS =
  /(?:(?:业主|居民|村民)委员会|[居村]委会|党支部|有限公司|事务所|服务中心|服务队|协会|联合会|成绩合格未发证)$/;

const exactly = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names so many ranges at most. */
const RANGES = 40;

/** “花名册”K5、K7:K10。 just those cells that something was found in. */
function isAt(text: string, found: readonly Finding[]): boolean {
  const [, list, cut] = /^(“.+?)(等)?。$/.exec(text) ?? [];
  if (list === undefined) return false;
  const said = new Set<string>();
  let sheet = '';
  let ranges = 0;
  for (const [, named, range] of list.matchAll(/(?:“([^”]+)”)?([A-Z]+\d+(?::[A-Z]+\d+)?)(?:、|$)/g)) {
    sheet = named ?? sheet;
    ranges++;
    for (const cell of cellsOf(range!)) said.add(`${sheet}!${cell}`);
  }
  const wanted = new Set(found.flatMap(({ at }) => cellsOf(at.address).map((cell) => `${at.sheet}!${cell}`)));
  const isTrue = [...said].every((cell) => wanted.has(cell));
  return isTrue && (cut ? ranges === RANGES && said.size < wanted.size : said.size === wanted.size);
}

function cellsOf(range: string): readonly string[] {
  const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
  if (!left || !right) return [range];
  const [from, to] = [columnOf(left), columnOf(right)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((column) =>
    Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, at) => `${column}:${Number(top) + at}`),
  );
}

const columnOf = (letters: string) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

// Indicators ----------------------------------------------------------------------------------------------------------

const standing: Readonly<Record<string, readonly [kind: string, words: string]>> = {
  unmet: ['指标问题', '没有达到目标'],
  behind: ['指标问题', '进展滞后'],
  to_verify: ['材料问题', '待核实'],
};

function indicatorLine(name: string, entry: Indicator, evaluation: Evaluation, { rectifyBy }: Truth): Line {
  const [kind, words] = standing[entry.verdict]!;
  const problem = `${entry.name}${words}。${entry.reasons.join('')}`;
  return {
    单位: name,
    类别: kind,
    问题: (text) => text === problem,
    依据: entry.citation.source + entry.citation.section,
    现值: figureText(entry),
    目标: aimOf(entry) || '—',
    差距: gapOf(entry),
    要求: adviceFor(entry, evaluation, rectifyBy),
    指标: entry.name,
    due: entry.verdict === 'behind' ? (entry.target?.due ?? null) : null,
  };
}

const operators = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '' } as const;

export function aimOf({ target, spoken, basis }: Indicator): string {
  if (!target || target.binding === 'information' || basis !== undefined || spoken?.kind === 'title') return '';
  return spoken?.kind === 'step' ? `应${spoken.deed}` : operators[target.op] + aimText(target);
}

/** The policy's own words, else to make up for the gap; after the closing date nothing that is done counts any more. */
function adviceFor(entry: Indicator, { mode, asOf }: Evaluation, rectifyBy: string): string {
  const { advice, target, gap, spoken, verdict } = entry;
  if (verdict === 'to_verify')
    return `请${spoken?.kind === 'title' ? '补齐缺的数据，' : ''}核实存疑的数据，据实改填后重新检查。`;
  const own = advice === undefined ? null : `${advice.replace(/[。；;.\s]+$/, '')}。`;
  if (gap?.unit === '天') return own ?? '时限已过，请书面说明原因。';
  const due = target && target.due > asOf ? dayText(target.due) : null;
  if (mode === 'final' && !due) return `列入整改。${own ?? ''}确有遗漏的据实补报。`;
  if (own !== null) return `${own}${due ? `期限为${due}（含）。` : ''}`;
  const deed =
    spoken?.kind === 'step'
      ? spoken.deed
      : !gap || isOneStep(entry)
        ? '完成该项工作'
        : target?.op.startsWith('<')
          ? '减到目标以内'
          : '补足';
  return due ? `请于${due}（含）前${deed}。` : `请于${dayText(rectifyBy)}前${deed}，更新有关表格后重新报送。`;
}

/** Done or not, and nothing in between. */
const isOneStep = ({ spoken, target }: Indicator) =>
  spoken ? spoken.kind === 'step' || spoken.kind === 'title' : target?.unit === '项' && target.p === target.q;

/** From the lower bound to the upper, as both stand against the target. */
function gapOf(entry: Indicator): string {
  const { gap, target, numerator, denominator } = entry;
  if (!gap) return '—';
  if (isOneStep(entry) || !target || numerator === null) return gap.unit === '天' ? `逾期${gap.amount}天` : '—';
  if (gap.unit === '天') return `逾期${gap.amount}天`;
  const ends = [
    [entry.lower ?? numerator, entry.lowerDenominator ?? denominator],
    [entry.upper ?? numerator, entry.upperDenominator ?? denominator],
  ] as const;
  const range = (values: readonly string[]) => {
    const [least, most] = [...values].sort((a, b) => Number(a) - Number(b)) as [string, string];
    return least === most ? most : `${Number(least) === 0 ? 0 : least}～${most}`;
  };
  const amounts = ends.map(([part, whole]) => String(shortBy({ part, whole: whole ?? 1 }, target)));
  if (gap.amountMin === undefined && amounts.every((one) => one === '0')) return '—';
  const amount = range(gap.amountMin === undefined ? amounts : [String(gap.amountMin), String(gap.amount)]) + gap.unit;
  if (gap.percentagePoints === undefined) return amount;
  return `${range(ends.map(([part, whole]) => points(part, whole ?? 1, target)))}个百分点、${amount}`;
}

// Lacking -------------------------------------------------------------------------------------------------------------

function lackingLines(name: string, evaluation: Evaluation, truth: Truth): readonly Line[] {
  const groups = new Map<string, Indicator[]>();
  for (const entry of evaluation.indicators) {
    const { verdict, basis, target } = entry;
    if (verdict !== 'missing' || basis !== undefined || !target) continue;
    if (target.binding === 'information' || isLater({ target }, truth)) continue;
    groups.set(causeOf(entry), [...(groups.get(causeOf(entry)) ?? []), entry]);
  }
  return [...groups].map(([cause, lacked]) => {
    // Where all lack it for the same part, that is named.
    const said = new Set(lacked.map(({ reasons }) => reasons[0] ?? ''));
    const reason = said.size === 1 ? [...said].join() : cause;
    const problem = `${reason}缺数据的指标${lacked.length}项：${lacked.map((one) => one.name).join('、')}。`;
    return {
      ...none,
      单位: name,
      类别: '材料问题',
      问题: (text) => text === problem,
      依据: '—',
      现值: '缺数据',
      要求: `${missingDemand(reason, lacked)}。`,
    };
  });
}

/** A blank is no 否, and no naught. */
function missingDemand(reason: string, lacked: readonly Indicator[]): string {
  if (lacked.every(({ spoken }) => spoken?.kind === 'title')) return '补齐有关数据后重新检查';
  const [steps, counts] = [lacked.filter(isOneStep).length, lacked.filter((one) => !isOneStep(one)).length];
  const handIn = reason.includes('请补') ? '' : '请补填或补报有关表格；';
  if (counts === 0) return `${handIn}没有做到的填“否”，空白不作“否”计`;
  return `${handIn}${steps > 0 ? '没有做到的填“否”，' : ''}确实没有的填0，空白和“/”不作0计`;
}
