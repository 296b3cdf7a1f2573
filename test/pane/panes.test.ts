import { describe, expect, test } from 'vitest';
import type { Doubts } from '../../addin/panes/doubts.ts';
import { type Found, isResettled, openState, reduce, type State, termsOf } from '../../addin/panes/states.ts';
import { gapWords } from '../../shared/model/gaps.ts';
import { spokenMode } from '../../shared/model/modes.ts';
import type { PolicyAbout } from '../../shared/model.ts';
import { policies, policyAbouts } from '../../shared/policies.ts';
import { evaluation, indicator } from './examples.ts';
import { snapshot } from './hosts.ts';

const initialState = openState({ policies: policyAbouts, localOnly: false });
const doubts: Doubts = {
  questions: [],
  unread: [],
  deep: [],
  columns: [],
  tables: [],
  names: [],
  corrections: [],
  corrected: null,
};

test.each([
  ['unmet', { amount: 3, unit: '人', percentagePoints: 20 }, '名持证社工', '还差 3 名持证社工'],
  ['behind', { amount: 4, unit: '个' }, '场志愿服务活动', '距目标还差 4 场志愿服务活动'],
  ['to_verify', { amount: 3, amountMin: 1, unit: '家' }, '家社区社会组织', '还差 1～3 家社区社会组织'],
  [
    'to_verify',
    { amount: 2, amountMin: 0, unit: '家' },
    '家社区社会组织',
    '最多还差 2 家社区社会组织，核实后也可能已达标',
  ],
  ['unmet', { amount: 5, unit: '天' }, undefined, '逾期 5 天'],
  ['unmet', { amount: 1, unit: '支' }, undefined, '还差 1 支'],
] as const)('%s, %j', (verdict, gap, noun, words) => {
  expect(gapWords(indicator({ id: 'G03', name: '', verdict, gap, noun }))).toBe(words);
});

test('a gap reckoned from the lower of two figures is the most that may be missing', () => {
  const gap = { amount: 4, unit: '家' };
  const open = { id: 'V01', name: '', numerator: 1, upper: 4, gap, noun: '家依法登记的社区社会组织' } as const;
  expect(gapWords(indicator({ ...open, verdict: 'unmet' }))).toBe('最多还差 4 家依法登记的社区社会组织');
  expect(gapWords(indicator({ ...open, verdict: 'on_track' }))).toBe('距目标最多还差 4 家依法登记的社区社会组织');
});

test('a step that is not done lacks no number of anything', () => {
  const target = { op: '>=', p: 1, q: 1, unit: '项', due: '2021-05-31', binding: 'binding' } as const;
  const step = indicator({ id: 'Q01', name: '', verdict: 'unmet', target, gap: { amount: 1, unit: '项' } });
  expect(gapWords(step)).toBeNull();
  expect(gapWords({ ...step, target: { ...target, p: 4 } })).toBe('还差 1 项');
});

test('what was written is no longer news once the workbook changes; what went wrong still is', () => {
  const told = (tone: 'success' | 'error') => ({ tone, title: '', lines: [], ways: [] });
  expect(reduce({ ...initialState, notice: told('success') }, { type: 'changed' }).notice).toBeNull();
  expect(reduce({ ...initialState, notice: told('error') }, { type: 'changed' }).notice).toEqual(told('error'));
});

test.each([
  ['幸福社区2020年12月中期自评.xlsx', 'midterm'],
  ['终期评估.xlsx', 'final'],
  ['2021年期末报表.xlsx', 'final'],
  ['中期与终期对照.xlsx', null],
  ['花名册.xlsx', null],
] as const)('a file named %s speaks of %s', (name, mode) => {
  expect(spokenMode({ ...snapshot, name })).toBe(mode);
});

test('a title stands in the first four rows; what is said further down is no title', () => {
  const entitled = (row: number) => ({
    name: '',
    sheets: [{ name: '表', values: [...Array.from({ length: row - 1 }, () => [null]), ['中期自评']] }],
  });
  expect(spokenMode(entitled(4))).toBe('midterm');
  expect(spokenMode(entitled(5))).toBeNull();
});

test('progress that comes after the end starts nothing', () => {
  expect(reduce(initialState, { type: 'progressed', step: 'reading', share: 0.5 })).toBe(initialState);
});

test('the closing dates are those of the policy, until the person sets one', () => {
  const chosen = reduce(initialState, { type: 'chosen', choice: { policy: 'national-2017' } });
  expect(termsOf(chosen).asOf).toBe('2020-12-31');
  expect(termsOf(reduce(chosen, { type: 'chosen', choice: { mode: 'midterm' } })).asOf).toBe('2019-12-31');
  const dated = reduce(chosen, { type: 'chosen', choice: { asOf: '2020-06-30' } });
  expect(termsOf(reduce(dated, { type: 'chosen', choice: { policy: 'provinces-2025' } })).asOf).toBe('2020-06-30');
});

describe('two policies with the same dates', () => {
  const [one] = policyAbouts as readonly [PolicyAbout];
  const other: PolicyAbout = { ...one, id: 'another' };
  const kept: Found = {
    kept: { policy: one.id, score: true, local: false, mode: null, asOf: null },
    guess: { policy: one.id, why: { by: 'doubt', signs: [] } },
    modeGuess: { mode: 'final', why: { by: 'usual' } },
  };
  const opened = reduce(openState({ policies: [one, other], localOnly: false }), { type: 'looked', found: kept });
  const chosen = (state: State) => reduce(state, { type: 'chosen', choice: { policy: other.id } });

  test('what is chosen anew goes before what the workbook keeps, and is not yet kept', () => {
    expect(termsOf(opened)).toMatchObject({ policy: one, why: { by: 'person', kept: true } });
    expect(termsOf(chosen(opened))).toMatchObject({ policy: other, why: { by: 'person', kept: false } });
  });

  test('a result by the one is settled no more once the other is chosen', () => {
    const result = {
      evaluation,
      book: '',
      words: {},
      local: false,
      localBy: null,
      before: null,
      own: [],
      marks: null,
      notices: [],
      otherMode: null,
      score: true,
    };
    const judged = reduce(opened, { type: 'evaluated', result, doubts, notice: null });
    expect(isResettled(judged)).toBe(false);
    expect(isResettled(chosen(judged))).toBe(true);
  });
});

test('what the pane knows of the policies before it loads them is of all of them, in their order', () => {
  expect(policyAbouts.map(({ id }) => id)).toEqual(policies.map(({ id }) => id));
});
