/** What people said of a workbook goes with it: it is read alike, and no word of theirs travels. */
import { expect, test } from 'vitest';
import { deidentify, evaluate, grounds } from '../../../shared/evaluate.ts';
import type { Correction, WorkbookSnapshot } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { SECRET } from './deidentify.ts';

const workers = sheetOf('花名册', [
  ['甲社区工作者花名册'],
  ['序号', '姓名', '职务', '证书等级', '取得时间'],
  [1, '张某', '主任', '高某说的证', '2019-03'],
  [2, '李某', '委员', '—', '前年春天'],
  [3, '王某', '委员', '暂缺', '2018-05'],
]);

/** What the workbook amounts to, but for what cells hold. */
const outcome = (snapshot: WorkbookSnapshot, corrections: readonly Correction[]) => {
  const { tables, indicators, findings, notChecked } = evaluate(snapshot, { corrections });
  return {
    tables,
    indicators: indicators.map(({ id, verdict, lower, upper }) => ({ id, verdict, lower, upper })),
    findings: findings.map(({ rule, severity, at }) => ({ rule, severity, at })),
    notChecked,
  };
};
const say = (field: string, text: string, means: string | boolean | null): Correction => ({
  kind: 'word',
  table: 'W03',
  field,
  text,
  means,
});

test.each<[string, Correction[], string]>([
  ['看不懂的写法', [say('cert', '高某说的证', '3')], '高某说的证'],
  ['看不懂的写法，并无意义', [say('cert', '高某说的证', null)], '高某说的证'],
  ['不是代码的栏目里的写法', [say('cert_date', '前年春天', null)], '前年春天'],
  ['横线', [say('cert', '—', '2')], ''],
  ['说明没有的词', [say('cert', '暂缺', '2')], ''],
])('%s：带走的是记号，读出的一样', (_, corrections, word) => {
  const raw = workbookOf(workers);
  const masked = deidentify(raw, SECRET, corrections);
  const [said] = masked.corrections;
  expect(said).toMatchObject({ kind: 'word', text: expect.stringMatching(/^[0-9a-f]{12}$/) });
  if (word !== '') expect(JSON.stringify([masked.snapshot, masked.corrections])).not.toContain(word);
  expect(outcome(masked.snapshot, masked.corrections)).toEqual(outcome(raw, corrections));
  expect(outcome(raw, corrections)).not.toEqual(outcome(raw, []));
  const again = deidentify(masked.snapshot, 'ab'.repeat(32), masked.corrections);
  expect(again.snapshot).toBe(masked.snapshot);
  expect(again.corrections).toEqual(masked.corrections);
});

test('表名里的号码、表头里的号码不带走，所说的照样找得到', () => {
  const heading = '13800001234何时备';
  const list = (name: string, ...rows: string[][]) => sheetOf(name, rows);
  const raw = workbookOf(
    list('名录13800001234', ['组织名称', '管理方式', '类别', heading], ['春风队', '备案', '志愿服务', '2020-09-01']),
    list('续13800001234', ['秋雨队', '备案', '志愿服务', '2020-10-01'], ['冬雪队', '备案', '志愿服务', '2020-11-01']),
    list('通讯录', ['张某', '13900001234']),
  );
  const of = { sheet: '名录13800001234', address: 'A1:D2' };
  const corrections: Correction[] = [
    { kind: 'column', table: 'W02', heading, field: 'file_date' },
    { kind: 'continues', sheet: '续13800001234', address: 'A1:D2', of },
    { kind: 'table', sheet: '通讯录', address: 'A1:B1', table: null },
  ];
  const masked = deidentify(raw, SECRET, corrections);
  expect(JSON.stringify([masked.snapshot, masked.corrections])).not.toMatch(/13[89]0000|通讯录/);
  expect(masked.corrections).toHaveLength(2);
  const organisations = evaluate(masked.snapshot, masked).indicators.find(({ id }) => id === 'G01');
  expect(organisations).toMatchObject({ numerator: 3 });
  expect(evaluate(raw, { corrections }).indicators.find(({ id }) => id === 'G01')).toMatchObject({ numerator: 3 });
});

test('长名单里，不同的写法遮后也各算各的', () => {
  const words = ['街道说的那种', '还没办'];
  const rows = Array.from({ length: 80 }, (_, at) => [`第${at}队`, words[at % 2]!, '志愿服务']);
  const raw = workbookOf(sheetOf('名录', [['组织名称', '管理方式', '类别'], ...rows]));
  const corrections: Correction[] = [{ kind: 'word', table: 'W02', field: 'mgmt', text: words[0]!, means: '备案' }];
  const masked = deidentify(raw, SECRET, corrections);
  const common = (snapshot: WorkbookSnapshot, said: readonly Correction[]) =>
    readWorkbook(snapshot, grounds.catalogue, said).tables[0]!.summaries().get('mgmt');
  expect(common(masked.snapshot, masked.corrections)).toEqual(common(raw, corrections));
});

test.each<[string, Correction]>([
  ['没有的表', { kind: 'column', table: '李建国', heading: '类别', field: 'category' }],
  ['没有的栏目', { kind: 'column', table: 'W02', heading: '类别', field: '李建国' }],
  ['没有的栏目里的写法', { kind: 'word', table: 'W02', field: '李建国', text: '春风', means: null }],
  ['没有的代码', { kind: 'word', table: 'W02', field: 'mgmt', text: '春风', means: '李建国' }],
  ['说成没有的表', { kind: 'table', sheet: '名录', address: 'A1:C2', table: '李建国' }],
  ['说成没有的栏目', { kind: 'column', sheet: '名录', address: 'A1:C2', column: 'A', field: '李建国' }],
  ['没有的工作表', { kind: 'headerRows', sheet: '李建国', rows: [1] }],
  [
    '接着没有的工作表',
    { kind: 'continues', sheet: '名录', address: 'A1:C2', of: { sheet: '李建国', address: 'A1:C2' } },
  ],
])('目录不认识的话不带走：%s', (_, correction) => {
  const raw = workbookOf(
    sheetOf('名录', [
      ['组织名称', '管理方式', '类别'],
      ['春风队', '备案', '志愿服务'],
    ]),
  );
  expect(deidentify(raw, SECRET, [correction]).corrections).toEqual([]);
});
