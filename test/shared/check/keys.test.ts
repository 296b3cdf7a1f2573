/**
 * A finding's key, by which the explanation a person wrote is found again: the same while rule, record and value stay, gone
 * when the value changes, since it explained another one. Shown on workbooks with faults in every table, whatever else is done to them.
 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { dice } from '../../generator/dice.ts';
import { changed } from './sound.ts';
import { judged, type Sheets, snapshotOf } from './workbooks.ts';

/** Faults of single cells, of lists only; each is another value whenever the seed is another. */
const faults: Readonly<Record<string, (n: number) => Cell>> = {
  '名录!H4': (n) => `航天${n}`,
  '名录!B5': (n) => `洽谈${n}`,
  '名录!E2': (n) => `${n + 2}月31日`,
  '花名册!C3': (n) => `34040319000101001${n % 6}`,
  '花名册!D3': (n) => `身份不明${n}`,
  '花名册!I2': (n) => `2021-07-${10 + n}`,
  '服务项目!H2': (n) => 5000 + n,
  '活动台账!D2': (n) => `很多${n}`,
  '活动台账!A4': (n) => `2020.2.${31 + n}`,
  '微公益创投!G2': (n) => 20 + n,
  '有无表!C4': (n) => `再议${n}`,
  '人才培养!C2': (n) => -1 - n,
  '经费!D2': (n) => 100 + n,
  '进度!E2': (n) => `2020-08-${10 + n}`,
};
/** All but the funds, whose total must stay below its lines. */
const movable = [...new Set(Object.keys(faults).map((cell) => cell.split('!')[0]!))].filter((name) => name !== '经费');
const faulty = (seed: number): Sheets =>
  changed({ ...Object.fromEntries(Object.entries(faults).map(([cell, make]) => [cell, make(seed)])), 汇总表: null });

const keys = (sheets: Sheets) => new Set(judged(sheets).findings.map(({ key }) => key));
const lost = (before: ReadonlySet<string>, after: ReadonlySet<string>) => [...before].filter((key) => !after.has(key));

/** The sheet with its lines in another order, or with blank rows, title lines or headings put in. */
const rearranged: Readonly<Record<string, (rows: Sheets[string], seed: number) => Sheets[string]>> = {
  换行序: ([headings, ...lines], seed) => [headings!, ...dice(seed).shuffled(lines)],
  上面加标题: (rows) => [['淮南市试点工作报表'], [], ...rows],
  中间加空行: ([headings, first, ...lines]) => [headings!, first!, [], ...lines],
  分页重复表头: ([headings, first, ...lines]) => [headings!, first!, headings!, ...lines],
  左边加一列: (rows) => rows.map((row, at) => [at === 0 ? '序号' : at, ...row]),
};

const seeds = [1, 2, 3, 4, 5];

test.each(Object.entries(rearranged))('%s：各条的键都不变', (_what, rearrange) => {
  for (const seed of seeds) {
    const before = faulty(seed);
    const moved = Object.fromEntries(
      Object.entries(before).map(([name, rows]) => [name, movable.includes(name) ? rearrange(rows, seed) : rows]),
    );
    expect(lost(keys(before), keys(moved)), `第${seed}册`).toEqual([]);
  }
});

test('插入一行没有问题的，别处的键不变', () => {
  for (const seed of seeds) {
    const before = faulty(seed);
    const rows = before.活动台账!;
    const after = { ...before, 活动台账: [rows[0]!, ['2020-11-20', `义诊${seed}`, '广场', 35, 28], ...rows.slice(1)] };
    expect(lost(keys(before), keys(after))).toEqual([]);
  }
});

test.each(Object.keys(faults))('改了 %s，这一格原来的键失效，别的都不变', (cell) => {
  const [one, other] = [faulty(1), changed({ [cell]: faults[cell]!(2) }, faulty(1))];
  const [sheet, address] = cell.split('!');
  const about = judged(one).findings.filter(({ at, related }) =>
    [at, ...related].some((place) => place.sheet === sheet && place.address === address),
  );
  expect(about.length).toBeGreaterThan(0);
  const gone = new Set(lost(keys(one), keys(other)));
  for (const { key } of about) expect(gone).toContain(key);
  const elsewhere = judged(one).findings.filter(({ at, related }) =>
    [at, ...related].every((place) => place.sheet !== sheet),
  );
  for (const { key } of elsewhere) expect(gone).not.toContain(key);
});

/** What stands in a workbook is a hash over these very words (`findingKey`): others lose what a person wrote. */
test.each([
  ['名录!D3', '52340403MJA0000294', 'R024|W02|和谐2社|uscc|52340403MJA0000294'],
  ['名录!D', null, 'R024|W02||uscc|'],
  ['名录!A11', '春风1队', 'R021|W02|春风1队|name|春风1队|2'],
  ['活动台账!A2', '2020.2.30', 'R081|W07|清洁家园1|date|2020.2.30'],
  ['方案!B1', '2020-07-29', 'R131|W12||confirmed|44041|44040'],
  ['汇总表!C2', 11, 'Z01|W13||org_total|11|10'],
] as const)('%s 填 %s，键一字不差：%s', (cell, value, key) => {
  expect(evaluate(snapshotOf(changed({ [cell]: value }))).findings.map((finding) => finding.key)).toContain(key);
});

test('一册里没有两个相同的键', () => {
  for (const seed of seeds) {
    const { findings } = judged(faulty(seed));
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  }
});
