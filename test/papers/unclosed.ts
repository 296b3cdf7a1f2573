/** 问题销号情况表: what was not closed in time, a line each, counted once more from the ledgers that came back. */
import { type About, type Issue, issueSign, issuesOf } from '../../shared/model/issues.ts';
import type { Indicator, IssueLine, RollupUnit, UnitIssues, Verdict } from '../../shared/model.ts';
import { dayText, type Truth } from './facts.ts';
import { type Followed, followedIn, nameOfKey, returnedIn, stateWords, sum } from './returned.ts';
import { type Doubts, only, type Reading } from './words.ts';

export const unclosedHeadings = ['单位', '问题编号', '类别', '中期评估发现的问题', '时限', '完成日', '情况'] as const;

/** As they have to be there, unit by unit and as the notices list them. */
export function unclosedRows(truth: Truth): readonly string[] {
  return truth.rollup.issues.flatMap((unit) =>
    linesOf(unit, truth)
      .filter(({ state }) => state !== 'closed')
      .map(({ number, state, due, closedOn, told: [kind, problem] }) =>
        [
          nameOfKey(unit.key, truth),
          number,
          kind,
          problem,
          dayText(due),
          closedOn === null ? '—' : dayText(closedOn),
          stateWords[state] + (unit.basis === 'version' || unit.basis === 'returned' ? '（发出的是哪一版分不清）' : ''),
        ].join('｜'),
      ),
  );
}

/** The sentence above the table; null for what is none of its annex. */
export function unclosedDoubts(text: string, { truth, told, path }: Reading): Doubts | null {
  if (path !== '附件/问题销号情况表') return null;
  told.add('closed in time');
  const closed = sum(returnedIn(truth), 'closed');
  const wanted =
    closed === 0
      ? '核对的问题都没有按期销号，逐条列在下表。'
      : `核对的问题中，按期销号的${closed}个不列，其余逐条列在下表。`;
  return only(text === wanted, `应为“${wanted}”：${text}`);
}

interface Line extends Pick<IssueLine, 'number' | 'state' | 'due' | 'closedOn'> {
  readonly told: readonly [kind: string, problem: string];
}

/** Where it is not one workbook that tells what was sent, days and states are those of the roll-up. */
function linesOf({ key, lines }: UnitIssues, truth: Truth): readonly Line[] {
  const followed = followedIn(key, truth);
  if (followed)
    return followed.map((one: Followed) => ({ ...one, number: one.issue.number, told: toldOf(one.issue, truth) }));
  const known = new Map(versionsOf(key, truth).map((issue) => [issue.number, issue]));
  return lines.map((line) => {
    const issue = known.get(line.number);
    return { ...line, told: issue ? toldOf(issue, truth) : toldAlone(line, truth) };
  });
}

/** Issues of all mid-term workbooks of the unit. */
function versionsOf(key: string, { rollup, submitted }: Truth): readonly Issue[] {
  const isOne = (unit: RollupUnit) => unit.key === key && unit.time === 'midterm' && unit.state !== 'ledger';
  const files = new Set(rollup.units.flatMap((unit) => (isOne(unit) ? [unit.file] : [])));
  return submitted.flatMap((one) => (files.has(one.file) && 'evaluation' in one ? issuesOf(one.evaluation, key) : []));
}

const standing: Partial<Readonly<Record<Verdict, readonly [kind: string, words: string]>>> = {
  unmet: ['指标问题', '没有达到目标'],
  behind: ['指标问题', '进展滞后'],
  to_verify: ['材料问题', '待核实'],
};

function toldOf(issue: About, { policy }: Truth): Line['told'] {
  switch (issue.about) {
    case 'findings': {
      const [{ rule }] = issue.findings;
      const title = policy.rules.find(({ id }) => id === rule)?.title;
      return [rule === 'R201' ? '立即整改' : '数据问题', `不符合“${title}”`];
    }
    case 'indicator': {
      const [kind, words] = standing[issue.indicator.verdict]!;
      return [kind, issue.indicator.name + words];
    }
    case 'missing': {
      // What lacks it for a part of its own is not asked for again.
      const own = issue.indicators.filter(({ reasons: [first = ''] }) => first === issue.reason);
      return ['材料问题', lacking((own.length > 0 ? own : issue.indicators).map(({ name }) => name))];
    }
  }
}

const lacking = (names: readonly string[]) => `缺数据的指标${names.length}项：${names.join('、')}`;

/** Of a list that came back and no workbook: the number is made of the verdict, and of no rule that can be read from it. */
function toldAlone({ about, number, indicators }: IssueLine, { policy }: Truth): Line['told'] {
  if (about === 'findings') return ['—', '强制性问题，内容见整改通知'];
  const names = indicators.map((id) => policy.indicators.find((def) => def.id === id)?.name ?? '');
  if (about === 'missing') return ['材料问题', lacking(names)];
  const isOf = (verdict: string) =>
    number.endsWith(
      issueSign({ kind: 'indicator', about: 'indicator', indicator: { id: indicators[0], verdict } as Indicator }),
    );
  const [, [kind, words]] = Object.entries(standing).find(([verdict]) => isOf(verdict))!;
  return [kind, names.join('') + words];
}
