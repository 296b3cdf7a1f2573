/** Files on their way into the roll-up: judged as the pane judges them, each as its own evaluation. */
import { describe, expect, test } from 'vitest';
import { readFile } from '../../shared/files/read.ts';
import { writeFile } from '../../shared/files/write.ts';
import { judgeFile, type Run } from '../../shared/submissions.ts';
import { fileOf } from '../fixtures/files.ts';
import { listSamples, plantedPersonalValues, sampleBytes } from '../fixtures/samples.ts';
import { judgedMasked } from '../judging.ts';

const run: Run = { secret: 'ab'.repeat(32), policy: 'huainan-2020', mode: null, asOf: null };
const samples = await listSamples();

/** Of a file that can be read. */
function submitted(path: string, bytes: Uint8Array, more: Partial<Run> = {}) {
  const judged = judgeFile(path, bytes, { ...run, ...more });
  if ('problem' in judged.submitted) throw new Error(judged.submitted.problem);
  return { ...judged.submitted, kept: judged.kept?.evaluation ?? null };
}

const sheet = (name: string, values: readonly (readonly (string | number | null)[])[]) =>
  ({
    name,
    visibility: 'Visible',
    address: `A1:${'ABCDEFGH'[values[0]!.length - 1]}${values.length}`,
    values,
  }) as const;

const book = (name: string, ...sheets: readonly ReturnType<typeof sheet>[]) =>
  fileOf({ schema: 'workbook-snapshot/1', name, sheets });

const roster = sheet('社会组织名录', [
  ['社会组织名称', '登记备案日期'],
  ['锦湖社区书画社', '2020-09-01'],
]);

test.each(samples)('$title：与在窗格里检查这个文件的结果相同', async (sample) => {
  const bytes = await sampleBytes(sample);
  const { evaluation, spoken } = submitted(`田家庵/${sample.file}`, bytes);
  const { snapshot } = readFile(sample.file, bytes);
  const options = { policy: run.policy, mode: sample.mode, asOf: sample.asOf };
  const { snapshotHash, ...judged } = evaluation;
  const { snapshotHash: _, ...expected } = judgedMasked(snapshot, run.secret, options);
  expect(judged).toEqual(expected);
  expect(snapshotHash).toMatch(/^sha256:/);
  expect(spoken).toBe(sample.mode);
});

test('存下的那份没有一个人的字', async () => {
  const planted = await plantedPersonalValues();
  const messy = samples.find(({ expected }) => expected === '混乱样')!;
  const { kept, evaluation } = submitted(messy.file, await sampleBytes(messy));
  expect(kept!.dataHash).toBe(evaluation.dataHash);
  expect(kept!.findings.map(({ key, rule }) => [key, rule])).toEqual(
    evaluation.findings.map(({ key, rule }) => [key, rule]),
  );
  expect(kept!.findings.some(({ keyParts }) => keyParts)).toBe(false);
  const text = JSON.stringify(kept);
  expect(planted.filter((value) => text.includes(value))).toEqual([]);
});

test('特殊人群名单：存下的那份也有这一条，但没有表名', () => {
  const list = sheet('王小明经办', [
    ['社区矫正人员名单', null],
    ['姓名', '联系电话'],
    ['李建国', '13800000000'],
  ]);
  const { kept, evaluation } = submitted('锦湖社区.xlsx', book('锦湖社区.xlsx', roster, list));
  const of = (one: typeof evaluation) => one.findings.filter(({ rule }) => rule === 'R201');
  expect(of(evaluation).map(({ at }) => at.sheet)).toEqual(['王小明经办']);
  expect(of(kept!).map(({ at, severity }) => [at.sheet, severity])).toEqual([['', 'error']]);
  expect(kept!.rules.map(({ id }) => id)).toContain('R201');
  expect(JSON.stringify(kept)).not.toMatch(/王小明|李建国/);
});

test('试点名册：应报单位和收文时间留得下；单位的格里有别的字的，整册不留，再打开时要再放入', () => {
  const lines = (community: string) =>
    sheet('试点名册', [
      ['县区', '街道', '社区', '承接机构', '报送状态', '收文时间'],
      ['田家庵区', '望淮街道', community, '张乙工作室', '已报送', '2021-06-03'],
    ]);
  const keptOf = (community: string) => judgeFile('名册.xlsx', book('名册.xlsx', lines(community)), run).kept;
  expect(keptOf('锦湖社区')!.lasting).toEqual({
    issues: [],
    filled: null,
    register: [
      {
        county: 'HN-03',
        countyName: '田家庵区',
        street: '望淮街道',
        community: '锦湖社区',
        urbanRural: 'unknown',
        agency: null,
        submitted: true,
        received: '2021-06-03',
        at: { sheet: '', address: 'C2' },
      },
    ],
  });
  for (const typed of ['锦湖社区 张三', '锦湖社区（联系人张三）', '张三', '张三 锦湖社区', '锦湖社区13805540000'])
    expect(keptOf(typed)).toBeNull();
});

describe('是哪一次评估', () => {
  const plain = (name: string) => book(name, roster);
  const modeOf = (name: string, bytes: Uint8Array, more: Partial<Run> = {}) => {
    const { evaluation, spoken } = submitted(name, bytes, more);
    return [evaluation.mode, spoken, evaluation.asOf];
  };

  test('先看里面的字，再看文件名里的日期，再看这一次的规定，都没有就是终期', () => {
    const midterm = sheet('社会组织名录', [['三社联动中期评估表', null], ...roster.values]);
    const named = '田家庵区_锦湖社区_202105.xlsx';
    expect(modeOf(named, book(named, midterm))).toEqual(['midterm', 'midterm', '2020-11-30']);
    expect(modeOf(named, plain(named), { mode: 'midterm' })).toEqual(['final', 'final', '2021-05-31']);
    expect(modeOf('锦湖_202011.xlsx', plain('锦湖_202011.xlsx'))).toEqual(['midterm', 'midterm', '2020-11-30']);
    expect(modeOf('锦湖20201130.xlsx', plain('锦湖20201130.xlsx'))[0]).toBe('midterm');
    expect(modeOf('锦湖.xlsx', plain('锦湖.xlsx'), { mode: 'midterm' })).toEqual(['midterm', null, '2020-11-30']);
    expect(modeOf('锦湖.xlsx', plain('锦湖.xlsx'))).toEqual(['final', null, '2021-05-31']);
  });

  test('别的月份、两个日期都有，就不算说了', () => {
    for (const name of ['锦湖_202012.xlsx', '锦湖_202011_202105.xlsx', '锦湖1202011.xlsx'])
      expect(modeOf(name, plain(name), { mode: 'midterm' })).toEqual(['midterm', null, '2020-11-30']);
  });

  test('曾在窗格里为这册工作簿选过，也算说了', () => {
    const chosen = writeFile(plain('锦湖.xlsx'), { plan: null, kept: { 'ssld.mode': 'midterm' } }).bytes;
    expect(modeOf('锦湖.xlsx', chosen, { mode: 'final' })).toEqual(['midterm', 'midterm', '2020-11-30']);
  });

  test('人说的算数，里面的字照旧说明', () => {
    expect(modeOf('锦湖_202105.xlsx', plain('锦湖_202105.xlsx'), { said: 'midterm' })).toEqual([
      'midterm',
      'final',
      '2020-11-30',
    ]);
  });

  test('截止日只用于所汇总的那一次；没有规定是哪一次时用于所有文件', () => {
    const asOf = '2021-04-30';
    expect(modeOf('锦湖.xlsx', plain('锦湖.xlsx'), { mode: 'final', asOf })[2]).toBe(asOf);
    expect(modeOf('锦湖_202011.xlsx', plain('锦湖_202011.xlsx'), { mode: 'final', asOf })[2]).toBe('2020-11-30');
    expect(modeOf('锦湖.xlsx', plain('锦湖.xlsx'), { asOf })[2]).toBe(asOf);
  });
});

describe('里面存着的', () => {
  const organisations = sheet('社会组织名录', [
    ['序号', '组织名称', '登记或备案', '统一社会信用代码', '成立日期', '负责人'],
    [1, '锦湖社区书画社', '备案', null, '2020-09-01', '张甲'],
    [2, '锦湖社区书画社', '备案', null, '2020-09-01', '张甲'],
  ]);
  const bytes = book('锦湖社区.xlsx', organisations);

  test('问题的键按它自己的密钥，没有密钥的按这一次的；说明过的问题认得出来', () => {
    const secret = 'cd'.repeat(32);
    const own = writeFile(bytes, { plan: null, kept: { 'ssld.secret': secret } }).bytes;
    const finding = submitted('锦湖社区.xlsx', own).evaluation.findings.find(({ severity }) => severity !== 'note')!;
    expect(finding.key).toMatch(/^[0-9a-f]{24}$/);
    expect(submitted('锦湖社区.xlsx', own, { secret: 'ef'.repeat(32) }).evaluation.findings).toContainEqual(finding);
    expect(submitted('锦湖社区.xlsx', bytes).evaluation.findings).not.toContainEqual(finding);

    const said = (text: string) => {
      const explanation = { key: finding.key, text, review: '', about: finding.message, cleared: false };
      const kept = { 'ssld.secret': secret, 'ssld.explanations': [explanation] };
      return submitted('锦湖社区.xlsx', writeFile(bytes, { plan: null, kept }).bytes).explained;
    };
    expect(said('数据属实：两个是不同的社，名称相同')).toEqual([finding.key]);
    expect(said('待核实')).toEqual([]);
  });

  test('人对表和词语说过的，照样用', () => {
    const corrections = [{ kind: 'table', sheet: '社会组织名录', address: 'A1:C3', table: null }];
    const corrected = writeFile(bytes, { plan: null, kept: { 'ssld.corrections': corrections } }).bytes;
    expect(submitted('锦湖社区.xlsx', bytes).evaluation.tables).toHaveLength(1);
    expect(submitted('锦湖社区.xlsx', corrected).evaluation.tables).toHaveLength(0);
  });
});

test('读不出来的，说为什么、怎么办', () => {
  const judged = judgeFile('谢家集/照片.xlsx', new Uint8Array([0xff, 0xd8, 0xff]), run);
  expect(judged).toEqual({
    submitted: {
      file: '谢家集/照片.xlsx',
      problem: '这个文件不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再试。',
    },
    kept: null,
  });
  expect(() => judgeFile('a.xlsx', new Uint8Array(3), { ...run, policy: '没有这个' })).toThrow(RangeError);
});
