/** 街道的台账、清单：一栏“社区”写明各行是哪个社区的，只算本社区（春申社区）的 */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { snapshotOf } from './snapshots.ts';
import { sound } from './sound.ts';
import type { Sheets } from './workbooks.ts';

type Rows = readonly (readonly Cell[])[];

/** 最前面加一栏“社区”，逐行写；没有写到的行空着。 */
function withCommunity(sheet: string, names: Readonly<Record<number, Cell>>, head = '社区'): Rows {
  return sound[sheet]!.map((row, at) => [at === 0 ? head : (names[at] ?? null), ...row]);
}

const rowsOf = (sheet: string) => sound[sheet]!.slice(1);

/** 原样的和脱敏以后的读得一样。 */
function judged(sheets: Sheets) {
  const { 汇总表: _, ...others } = sound;
  const snapshot = snapshotOf({ ...others, ...sheets });
  const options = { mode: 'final', asOf: '2021-05-31' } as const;
  const { indicators, findings } = evaluate(snapshot, options);
  const masked = evaluate(deidentify(snapshot, '5e'.repeat(32)).snapshot, options);
  const verdicts = (all: typeof indicators) => all.map(({ id, verdict }) => `${id} ${verdict}`);
  expect(verdicts(masked.indicators)).toEqual(verdicts(indicators));
  return {
    indicator: (id: string) => indicators.find((each) => each.id === id && each.basis === undefined)!,
    said: (rule: string) =>
      findings.flatMap(({ rule: id, at }) => (id === rule ? [`${rule} ${at.sheet}!${at.address}`] : [])),
  };
}

describe('平台与机制清单', () => {
  const fund = (community: string, done: string) => [
    community,
    'P06',
    '社区专项基金',
    done,
    '2020-09-01',
    '协议',
    '协议',
  ];
  const others = rowsOf('有无表').filter(([code]) => code !== 'P06');
  const checklist = (...lines: Rows) => [
    ['社区', ...sound.有无表![0]!],
    ...others.map((row) => ['春申社区', ...row]),
    ...lines,
  ];

  test('本社区没有、别的社区有的，未达标，并指出不计入的一行', () => {
    const { indicator, said } = judged({ 有无表: checklist(fund('春申社区', '否'), fund('望淮社区', '是')) });
    expect(indicator('P06').verdict).toBe('unmet');
    expect(said('R030')).toHaveLength(1);
  });
  test('只有别的社区写了的，缺数据', () => {
    expect(judged({ 有无表: checklist(fund('望淮社区', '是')) }).indicator('P06').verdict).toBe('missing');
  });
  test('写“全街道”的，认不出有没有本社区，待核实', () => {
    const { indicator, said } = judged({ 有无表: checklist(fund('全街道', '是')) });
    expect(indicator('P06').verdict).toBe('to_verify');
    expect(said('R105')).toHaveLength(1);
  });
  test('街道的中心写街道的名称，照算', () => {
    const 有无表 = withCommunity('有无表', { 1: '洞泉街道', 2: '春申社区' });
    expect(judged({ 有无表 }).indicator('P01').verdict).toBe('met');
  });
  test('别的街道的中心不算', () => {
    const 有无表 = withCommunity('有无表', { 1: '银鹭街道', 2: '春申社区' });
    expect(judged({ 有无表 }).indicator('P01').verdict).toBe('missing');
  });
});

test('微公益创投只有别的社区的', () => {
  const 微公益创投 = withCommunity('微公益创投', { 1: '望淮社区' });
  expect(judged({ 微公益创投 }).indicator('S06').verdict).not.toBe('met');
  const both = [...withCommunity('微公益创投', { 1: '望淮社区' }), ['春申社区', ...rowsOf('微公益创投')[0]!]];
  expect(judged({ 微公益创投: both }).indicator('S06')).toMatchObject({ verdict: 'met', numerator: 1 });
});

test('整改台账：编号各排各的，别的社区销号的不算本社区的', () => {
  const [issue] = rowsOf('整改');
  const open = issue!.map((cell) => (cell === '已销号' ? '整改中' : cell));
  const 整改 = [
    ['社区', ...sound.整改![0]!],
    ['春申社区', ...open],
    ['望淮社区', ...issue!],
  ];
  expect(judged({ 整改 }).indicator('M09')).toMatchObject({ verdict: 'unmet', numerator: 0, denominator: 1 });
});

test('任务都是别的社区的，缺数据', () => {
  const 进度 = withCommunity('进度', { 1: '望淮社区', 2: '望淮社区' });
  const { indicator } = judged({ 进度: [...进度, ['春申社区', ...rowsOf('进度')[0]!.map(() => null)]] });
  expect(indicator('M07').verdict).toBe('missing');
});

test('站的岗位没有写机构名称，写的是别的社区', () => {
  const posts = (station: string): Rows =>
    sound.社工岗位!.map(([layer, _org, ...row], at) => [
      at === 0 ? '所属社区' : at === 3 ? station : null,
      layer!,
      ...row,
    ]);
  expect(judged({ 社工岗位: posts('望淮社区') }).indicator('P04').verdict).not.toBe('met');
  expect(judged({ 社工岗位: posts('春申社区') }).indicator('P04').verdict).toBe('met');
});
