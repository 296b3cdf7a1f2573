/** What became of what the mid-term evaluation found: counted once more, line by line of the ledgers that came back. */
import { type Issue, issuesOf } from '../../shared/model/issues.ts';
import type {
  Evaluation,
  IndicatorDef,
  IssuesBasis,
  ReturnedIssue,
  RollupFinding,
  RollupUnit,
  UnitIssues,
} from '../../shared/model.ts';
import { withAcross } from './across.ts';
import { dayText, nameOf, type Truth, tallyOf } from './facts.ts';
import { type Doubts, is, only, sameNames } from './words.ts';

export const states = ['closed', 'late', 'found', 'unjudged', 'open', 'unanswered'] as const;
type State = (typeof states)[number];

export const stateWords: Readonly<Record<State, string>> = {
  closed: '按期销号',
  late: '逾期销号',
  found: '已报销号、终期评估仍列为问题',
  unjudged: '已报销号、没有数据可以核对',
  open: '尚未销号',
  unanswered: '没有回报',
};

export interface Returned extends Readonly<Record<State, number>> {
  readonly key: string;
  readonly name: string;
  readonly sent: number;
  readonly basis: IssuesBasis;
  /** It is known what was sent. */
  readonly isCertain: boolean;
  readonly notDue: number;
}

/** Of the units of which it is known what was sent, or some of it. */
export function returnedIn(truth: Truth): readonly Returned[] {
  return truth.rollup.issues.map((one) => ({
    ...(countedOf(one.key, truth) ?? one),
    key: one.key,
    name: nameOfKey(one.key, truth),
    basis: one.basis,
    isCertain: one.basis === 'workbook' || one.basis === 'list',
  }));
}

function countedOf(key: string, truth: Truth): Omit<UnitIssues, 'key' | 'basis' | 'lines'> | null {
  const found = followedIn(key, truth);
  if (found === null) return null;
  const count = (of: State) => found.filter(({ state }) => state === of).length;
  return {
    sent: found.length,
    closed: count('closed'),
    late: count('late'),
    found: count('found'),
    unjudged: count('unjudged'),
    open: count('open'),
    unanswered: count('unanswered'),
    notDue: found.filter(({ due }) => due !== truth.rectifyBy).length,
  };
}

/** An issue, and what became of it. */
export interface Followed {
  readonly issue: Issue;
  readonly state: State;
  /** ISO dates. */
  readonly due: string;
  readonly closedOn: string | null;
}

/** Null where there is not just one workbook that tells what was sent. */
export function followedIn(key: string, truth: Truth): readonly Followed[] | null {
  const own = truth.rollup.units.filter((unit) => unit.key === key);
  const workbook = ({ file }: RollupUnit) =>
    truth.submitted.flatMap((one) => (one.file === file && 'evaluation' in one ? [one] : []))[0];
  const before = own
    .filter(({ time, state }) => time === 'midterm' && state !== 'ledger')
    .flatMap((one) => workbook(one) ?? []);
  const [only] = before;
  if (!only || before.length > 1 || own.some((one) => workbook(one)?.joins?.sent !== undefined)) return null;
  const lines = own.flatMap((one) => workbook(one)?.joins?.issues ?? []);
  const after = own.find(({ state }) => state === 'reported');
  const evaluation = truth.filed.find(({ file }) => file === after?.file)?.evaluation;
  const isError = ({ severity }: RollupFinding) => severity === 'error';
  const across = { units: truth.rollup.units, findings: truth.midterm.filter(isError) };
  const issues = issuesOf(withAcross(only.evaluation, only.file, across, truth.policy), key);
  return issues.map((issue): Followed => {
    const due = dueOf(issue, truth);
    const came = lines.filter(({ number, isAnswered }) => isAnswered && number === issue.number);
    const each = came.map((line) => ({ line, state: stateOf(line, due, only.evaluation.asOf, truth) }));
    const worst =
      (['open', 'late', 'closed'] as const).find((one) => each.some(({ state }) => state === one)) ?? 'unanswered';
    const days = each.flatMap(({ line, state }) =>
      state === worst && isIn(line, only.evaluation.asOf, truth) ? [line.closedOn!] : [],
    );
    const isSaid = worst === 'closed' || worst === 'late';
    const state = isSaid ? (shownOf(issue, evaluation) ?? worst) : worst;
    return { issue, state, due, closedOn: days.sort().at(-1) ?? null };
  });
}

/** What lags behind has time until it is due. */
function dueOf(issue: Issue, { rectifyBy }: Truth): string {
  const target = issue.about === 'indicator' && issue.indicator.verdict === 'behind' ? issue.indicator.target : null;
  return target && target.due > rectifyBy ? target.due : rectifyBy;
}

function stateOf(line: ReturnedIssue, due: string, since: string, truth: Truth) {
  if (!line.isClosed || !line.isProved || !isIn(line, since, truth)) return 'open';
  return line.closedOn! > due ? 'late' : 'closed';
}

const isIn = ({ closedOn }: ReturnedIssue, since: string, { rollup }: Truth): boolean =>
  closedOn !== null && closedOn >= since && closedOn <= rollup.asOf;

/** Why it is not closed, whatever is said: the evaluation at the end finds the same, or shows nothing of it; null where it was put right. */
function shownOf(issue: Issue, evaluation: Evaluation | undefined): 'found' | 'unjudged' | null {
  if (!evaluation) return 'unjudged';
  const { findings, indicators, notChecked, tables } = evaluation;
  const verdictOf = (id: string) => indicators.find((one) => one.id === id && one.basis === undefined)?.verdict ?? '';
  switch (issue.about) {
    case 'findings': {
      const { rule, table, field } = issue.findings[0];
      const isRed = rule === 'R201';
      const isAlike = (one: Evaluation['findings'][number]) =>
        one.rule === rule && (isRed || (one.table === table && one.field === field && one.severity === 'error'));
      if (findings.some(isAlike)) return 'found';
      if (notChecked.some((one) => one.rule === rule)) return 'unjudged';
      const isThere = tables.some(
        ({ id, columns }) => id === table && (field === null || columns.some((one) => one.field === field)),
      );
      return isRed || table === null || isThere ? null : 'unjudged';
    }
    case 'indicator': {
      const verdict = verdictOf(issue.indicator.id);
      if (verdict === 'met' || verdict === 'on_track') return null;
      return ['unmet', 'behind', 'to_verify'].includes(verdict) ? 'found' : 'unjudged';
    }
    case 'missing': {
      const verdicts = issue.indicators.map(({ id }) => verdictOf(id));
      if (verdicts.includes('missing')) return 'found';
      return verdicts.some((one) => one === '' || one === 'not_applicable' || one === 'reference') ? 'unjudged' : null;
    }
  }
}

export const nameOfKey = (key: string, { rollup, policy }: Truth) => {
  const unit = rollup.units.find((one) => one.key === key);
  return unit ? nameOf(unit.unit, policy) : key;
};

// Sentences -----------------------------------------------------------------------------------------------------------

/** What is reckoned from the ledger of a unit, whatever was sent. */
export const isSelfReported = (def: IndicatorDef): boolean => def.name === '问题整改';

type Wanted = string | { readonly words: string; readonly names: readonly string[] };

/** All that has to be said of it; empty where nothing is. */
function wantedIn(truth: Truth): readonly Wanted[] {
  const { rollup, policy } = truth;
  if (rollup.mode === 'midterm' || rollup.issues.length + rollup.untracked.length === 0) return [];
  const untracked = (of: string) =>
    rollup.untracked.filter(({ because }) => because === of).map(({ key }) => nameOfKey(key, truth));
  const all = returnedIn(truth);
  if (all.length === 0 && untracked('recalled').length + untracked('foreign').length === 0)
    return ['没有中期评估的工作簿，也没有交回带发出清单的台账，整改情况没有统计'];
  const units = (words: string, is: (one: Returned) => boolean): Wanted => ({
    words,
    names: all.filter(is).map(({ name }) => name),
  });
  const certain = all.filter(({ isCertain, sent }) => isCertain && sent > 0);
  const unsure = all.filter(({ isCertain, sent }) => !isCertain && sent > 0);
  const none = all.filter(({ isCertain, sent }) => isCertain && sent === 0).length;
  const notDue = sum(certain, 'notDue');
  const self = policy.indicators.find((def) => isSelfReported(def) && tallyOf(def.id, truth).applicable > 0);
  const some = (isSo: boolean, ...what: readonly Wanted[]) => (isSo ? what : []);
  return [
    ...some(
      certain.length > 0,
      `按问题编号核对交回的整改台账，截至${dayText(rollup.asOf)}，中期评估发现需要整改的问题${sum(certain, 'sent')}个：${partsOf(certain)}`,
      ...some(notDue > 0, `其中中期评估时尚未到期的${notDue}个，是否逾期按目标的到期日算`),
    ),
    ...some(!truth.isPublic && sum(all, 'sent') > sum(all, 'closed'), '没有按期销号的问题，逐条见附件“问题销号情况表”'),
    ...some(
      all.every(({ isCertain }) => isCertain) && sum(all, 'sent') > 0 && sum(all, 'sent') === sum(all, 'closed'),
      '核对的问题都已按期销号',
    ),
    ...some(
      certain.length === 0 && none > 0,
      none === all.length + rollup.untracked.length
        ? '中期评估没有发现需要整改的问题'
        : `核对的${none}个单位，中期评估没有发现需要整改的问题`,
    ),
    units('已报销号、终期评估仍列为问题的单位', ({ found }) => found > 0),
    units('已报销号、没有数据可以核对的单位', ({ unjudged }) => unjudged > 0),
    units('没有中期评估的工作簿，按交回台账所带的清单核对的单位', ({ basis, sent }) => basis === 'list' && sent > 0),
    units('还有问题没有销号的单位', ({ open, unanswered }) => open + unanswered > 0),
    units('发出的是哪一版分不清，只核对已知发出的问题、其余有没有发出不清楚的单位', (one) => unsure.includes(one)),
    ...some(unsure.length > 0, `核对的问题${sum(unsure, 'sent')}个：${partsOf(unsure)}`),
    {
      words: '台账里有别的单位的编号，或者编号在别的单位交回的文件里，没有统计的单位',
      names: untracked('foreign'),
    },
    units('发出的是哪一版分不清，也没有交回带编号的台账，没有统计的单位', (one) => !one.isCertain && one.sent === 0),
    { words: '没有中期评估的工作簿，也没有交回带发出清单的台账，没有统计的单位', names: untracked('unsent') },
    { words: '台账要再放入一次才能核对，没有统计的单位', names: untracked('recalled') },
    ...some(
      self !== undefined && all.length > 0,
      `指标“${self?.name}”按各单位台账自报计算，与这里按编号核对的口径不同`,
    ),
  ];
}

export const sum = (all: readonly Returned[], of: State | 'sent' | 'notDue') =>
  all.reduce((total, one) => total + one[of], 0);

const partsOf = (all: readonly Returned[]) =>
  states.flatMap((of) => (sum(all, of) > 0 ? [`${stateWords[of]}${sum(all, of)}个`] : [])).join('，');

/** The sentences below the heading, without their full stops. */
export function returnedDoubts(said: readonly string[], truth: Truth): Doubts {
  const wanted = wantedIn(truth).filter((one) => typeof one === 'string' || one.names.length > 0);
  const isOf = (one: Wanted) => (sentence: string) =>
    typeof one === 'string' ? sentence === one : sentence.startsWith(`${one.words}：`);
  return [
    ...said.filter((one) => !wanted.some((each) => isOf(each)(one))).map((one) => `整改情况不实：${one}`),
    ...wanted.flatMap((one): Doubts => {
      const found = said.filter(isOf(one));
      const name = typeof one === 'string' ? one : one.words;
      if (found.length !== 1) return [`整改情况没有说，或者说了两遍：${name}`];
      return typeof one === 'string' ? [] : sameNames(found[0]!.slice(one.words.length + 1), one.names, one.words);
    }),
  ];
}

/** Of the table: a line a unit that something was sent to. */
export function returnedRows(truth: Truth): readonly string[] {
  return returnedIn(truth).flatMap((one) =>
    one.isCertain && one.sent > 0 ? [[one.name, one.sent, ...states.map((of) => one[of])].join('｜')] : [],
  );
}

/** The sum in the roll-up, held against what was counted here. */
export function countDoubts({ rollup }: Truth): Doubts {
  return rollup.issues.flatMap((one) => [
    ...is(
      String(one.sent),
      states.reduce((total, of) => total + one[of], 0),
      '各类加起来',
    ),
    ...only(one.notDue <= one.sent, '尚未到期的太多'),
  ]);
}
