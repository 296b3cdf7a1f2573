/** 汇总 behind its views: files in, rows, the roll-up and answers out; its workers run in this thread. */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Unwritten } from '../../addin/papers/papers.ts';
import { codeAnswer } from '../../addin/rollup/details.ts';
import { createGathering } from '../../addin/rollup/gather.ts';
import type { Gathered, Gathering } from '../../addin/rollup/gathering.ts';
import { unpackedFrom } from '../../addin/rollup/packing.ts';
import { policyOf } from '../../shared/evaluate.ts';
import { readFile } from '../../shared/files/read.ts';
import { checkCode } from '../../shared/model/check-codes.ts';
import type { Cell, Evaluation } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { judgeFile } from '../../shared/submissions.ts';
import { cityBytes, listCity } from '../fixtures/city.ts';
import { fileOf } from '../fixtures/files.ts';
import { listSamples, plantedPersonalValues, sampleBytes } from '../fixtures/samples.ts';
import { patient } from '../patience.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';
import { unchanged } from './cities.ts';
import { InProcessWorker, machine, reset } from './gathering-workers.ts';

const samples = await listSamples();
const bytes = await Promise.all(samples.map(sampleBytes));
const paths = samples.map(({ file }) => `淮南市/${file}`);
const messy = samples.findIndex(({ expected }) => expected === '混乱样');
const broken = new Uint8Array([0xff, 0xd8, 0xff]);
const small = fileOf(
  workbookOf(
    sheetOf('社会组织名录', [
      ['序号', '组织名称', '登记或备案', '统一社会信用代码', '成立日期', '负责人'],
      [1, '锦湖社区书画社', '备案', null, '2020-09-01', '张甲'],
    ]),
  ),
);

const source = (path: string, content: Uint8Array) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, file: new File([content as Uint8Array<ArrayBuffer>], name) };
};
const all = () => paths.map((path, at) => source(path, bytes[at]!));

beforeEach(() => {
  vi.unstubAllGlobals();
  reset();
  vi.stubGlobal('Worker', InProcessWorker);
});

/** What is shown once it is as wanted. */
function until(gathering: Gathering, isSo: (shown: Gathered) => boolean): Promise<Gathered> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(gathering.current())) return;
      stop();
      resolve(gathering.current());
    };
    const stop = gathering.subscribe(look);
    look();
  });
}

const isDone = ({ progress, rollup, words }: Gathered) => words !== null && progress === null && rollup !== null;
const filesIn = ({ rollup }: Gathered) => rollup!.units.flatMap(({ file }) => file ?? []);
const stepsIn = ({ files }: Gathered) => files.map(({ path, step }) => [path.split('/').pop(), step]);
/** Rows of files, which a roll-up that is late does not have yet. */
const rolled = (count: number) => (shown: Gathered) =>
  isDone(shown) && shown.rollup!.units.filter(({ file }) => file !== null).length === count;

async function gather(...sources: readonly ReturnType<typeof source>[]) {
  const gathering = createGathering(policyAbouts);
  gathering.add(sources);
  await until(gathering, rolled(sources.length));
  return gathering;
}

test('放进来的文件一个个评估，汇总与在命令行里算的一样；坏的一个不碍别的', async () => {
  const gathering = createGathering(policyAbouts);
  const progress: (Gathered['progress'] | undefined)[] = [];
  gathering.subscribe(() => progress.push(gathering.current().progress));
  gathering.add([...all(), source('坏的.xlsx', broken)]);
  expect(gathering.current().files.map(({ step }) => step)).toEqual(Array(5).fill('waiting'));
  const shown = await until(gathering, rolled(5));
  expect(shown.files.map(({ step }) => step)).toEqual([...Array(4).fill('judged'), 'unreadable']);
  expect(shown.files[4]!.problem).toMatch(/不是 Excel 工作簿。请用/);
  expect(progress[0]).toEqual({ done: 0, all: 5 });
  expect(shown.words!.indicators[0]).toMatchObject({ id: 'G01', isGoal: true });
  const run = { secret: 'ab', policy: policyAbouts[0]!.id, mode: null, asOf: null };
  const judged = paths.map((path, at) => judgeFile(path, bytes[at]!, run).submitted);
  const rollup = rollUp([...judged, judgeFile('坏的.xlsx', broken, run).submitted], policyOf({}));
  expect(shown.rollup).toEqual(JSON.parse(JSON.stringify(rollup)));
});

test('压缩包打开来，里面的工作簿各是一行，取得出来；本身是工作簿的照样读', async () => {
  const archive = zipSync({ '田家庵/甲.xlsx': small, '说明.docx': broken, '乙.xlsx': bytes[0]! });
  const gathering = createGathering(policyAbouts);
  gathering.add([source('一批.zip', archive), source('改了名.zip', small), source('空的.zip', zipSync({ a: broken }))]);
  const shown = await until(gathering, rolled(4));
  expect(shown.files.map(({ path, step }) => [path, step])).toEqual([
    ['改了名.zip', 'judged'],
    ['空的.zip', 'unreadable'],
    ['一批.zip/田家庵/甲.xlsx', 'judged'],
    ['一批.zip/乙.xlsx', 'judged'],
  ]);
  expect(shown.files[1]!.problem).toMatch(/里面没有工作簿/);
  const file = await gathering.fileOf('一批.zip/田家庵/甲.xlsx');
  expect([file!.name, new Uint8Array(await file!.arrayBuffer())]).toEqual(['甲.xlsx', new Uint8Array(small)]);
});

test('压缩包里的压缩包不打开，说是什么', async () => {
  const inner = zipSync({ '甲.xlsx': small, '乙.xlsx': small });
  const gathering = await gather(source('一批.zip', zipSync({ '寿县/里面.zip': inner })));
  expect(gathering.current().files).toEqual([
    {
      path: '一批.zip/寿县/里面.zip',
      step: 'unreadable',
      problem: '这是压缩包里的压缩包，没有打开。请先解压，再放入里面的工作簿。',
    },
  ]);
});

test('同一个位置再放一次，换成新的；去掉的就没有了', async () => {
  const gathering = await gather(source('甲.xlsx', broken), source('乙.xlsx', bytes[0]!));
  gathering.add([source('甲.xlsx', bytes[0]!)]);
  const shown = await until(
    gathering,
    (now) => isDone(now) && now.rollup!.units.some(({ state }) => state === 'duplicate'),
  );
  expect(stepsIn(shown)).toEqual([
    ['甲.xlsx', 'judged'],
    ['乙.xlsx', 'judged'],
  ]);
  gathering.drop('甲.xlsx');
  expect(stepsIn(await until(gathering, rolled(1)))).toEqual([['乙.xlsx', 'judged']]);
  gathering.drop('乙.xlsx');
  await until(gathering, ({ rollup }) => rollup === null);
});

test('读的时候又去掉的，读完了也不要', async () => {
  const gathering = createGathering(policyAbouts);
  gathering.add(all());
  gathering.drop(paths[0]!);
  const shown = await until(gathering, isDone);
  expect(shown.files).toHaveLength(3);
  expect(shown.rollup!.units.map(({ file }) => file)).not.toContain(paths[0]);
});

describe('停下', () => {
  test('没有读的不算读不出，不进汇总；继续检查就接着读', async () => {
    const gathering = await gather(source('甲.xlsx', small));
    machine.holdsUp = true;
    gathering.add(all());
    expect(gathering.current().progress).toEqual({ done: 0, all: 4 });
    gathering.cancel();
    const shown = gathering.current();
    expect(shown.progress).toBeNull();
    expect(shown.files.map(({ step }) => step)).toEqual(['judged', ...Array(4).fill('stopped')]);
    expect(shown.files[1]!.problem).toMatch(/已停止，.*没有读/);
    await gathering.book();
    expect(filesIn(gathering.current())).toEqual(['甲.xlsx']);

    machine.holdsUp = false;
    gathering.resume();
    expect(gathering.current().progress).toEqual({ done: 0, all: 4 });
    const read = await until(gathering, rolled(5));
    expect(read.files.map(({ step, problem }) => [step, problem])).toEqual(Array(5).fill(['judged', null]));
  });

  test('压缩包还没有打开就停下，继续检查时再打开', async () => {
    const gathering = createGathering(policyAbouts);
    gathering.add([source('一批.zip', zipSync({ '甲.xlsx': small }))]);
    gathering.cancel();
    expect(stepsIn(gathering.current())).toEqual([['一批.zip', 'stopped']]);
    gathering.resume();
    expect(stepsIn(await until(gathering, rolled(1)))).toEqual([['甲.xlsx', 'judged']]);
  });

  test('停下以后去掉的，继续检查时不读', async () => {
    machine.holdsUp = true;
    const gathering = createGathering(policyAbouts);
    gathering.add([source('甲.xlsx', small), source('乙.xlsx', bytes[0]!)]);
    gathering.cancel();
    gathering.drop('乙.xlsx');
    machine.holdsUp = false;
    gathering.resume();
    expect(stepsIn(await until(gathering, rolled(1)))).toEqual([['甲.xlsx', 'judged']]);
  });

  test('一个文件把读它的弄坏了，只有它没有读成', async () => {
    machine.deadly.add(paths[1]!);
    const gathering = await gather(...all());
    const { files } = gathering.current();
    expect(files.map(({ step }) => step)).toEqual(['judged', 'unreadable', 'judged', 'judged']);
    expect(files[1]!.problem).toMatch(/出了错/);
  });

  test('浏览器太旧，说怎么办', async () => {
    machine.isOld = true;
    const gathering = createGathering(policyAbouts);
    gathering.add(all());
    const shown = await until(gathering, ({ problem }) => problem !== null);
    expect(shown.problem).toMatch(/Safari 16\.4/);
    expect(shown.files.map(({ step }) => step)).toEqual(Array(4).fill('unreadable'));
    await expect(gathering.book()).rejects.toThrow();
  });
});

describe('同样的文件再放一次，没有读成', () => {
  const isKept = async () => (await machine.shelf!.all()).files.map(({ readable }) => readable !== null);

  test('正在读的时候，原来的结果还算；停下了，原来的照样算，并且说明', async () => {
    const gathering = await gather(...all());
    const before = gathering.current().rollup;
    machine.holdsUp = true;
    gathering.add(all());
    await gathering.book();
    expect(gathering.current().rollup).toEqual(before);
    gathering.cancel();
    const asShown = gathering.current().files;
    await gathering.book();
    const shown = gathering.current();
    expect(shown.rollup).toEqual(before);
    expect(shown.files).toEqual(asShown);
    expect(shown.files.map(({ step }) => step)).toEqual(Array(4).fill('judged'));
    expect(shown.files[0]!.problem).toMatch(/已停止，.*没有读.*原来的结果/);
    expect(await isKept()).toEqual(Array(4).fill(true));
    expect(await gathering.detail(paths[messy]!, 'G03')).not.toBeNull();
  });

  test('没有读完就关了，再打开时原来的结果都在', async () => {
    const gathering = await gather(...all());
    machine.holdsUp = true;
    gathering.add(all());
    await gathering.book();
    const again = await until(createGathering(policyAbouts), rolled(4));
    expect(again.files.map(({ step }) => step)).toEqual(Array(4).fill('kept'));
  });

  test('上次保存的结果，再放入时停下，还是上次保存的结果；以后再放入就换成新的', async () => {
    await gather(...all());
    const gathering = createGathering(policyAbouts);
    machine.holdsUp = true;
    gathering.add(all());
    await until(gathering, ({ words }) => words !== null);
    gathering.cancel();
    const shown = await until(gathering, rolled(4));
    expect(shown.files.map(({ step }) => step)).toEqual(Array(4).fill('kept'));
    machine.holdsUp = false;
    gathering.add(all());
    const read = await until(gathering, ({ files }) => files.every(({ step }) => step === 'judged'));
    expect(read.files.map(({ problem }) => problem)).toEqual(Array(4).fill(null));
  });

  test('新的一份是坏的，或把读它的弄坏了：原来的照样算，说为什么', async () => {
    const gathering = await gather(source('甲.xlsx', small), source('乙.xlsx', bytes[0]!));
    const before = gathering.current().rollup;
    machine.deadly.add('乙.xlsx');
    gathering.add([source('甲.xlsx', broken), source('乙.xlsx', bytes[0]!)]);
    const shown = await until(gathering, isDone);
    expect(stepsIn(shown)).toEqual([
      ['甲.xlsx', 'judged'],
      ['乙.xlsx', 'judged'],
    ]);
    expect(shown.files[0]!.problem).toMatch(/不是 Excel 工作簿.*原来的结果/);
    expect(shown.files[1]!.problem).toMatch(/出了错.*原来的结果/);
    await gathering.book();
    expect(gathering.current().rollup).toEqual(before);
    expect(await isKept()).toEqual([true, true]);
    expect(new Uint8Array(await (await gathering.fileOf('甲.xlsx'))!.arrayBuffer())).toEqual(new Uint8Array(small));
  });

  test('原来就没有读出来的，再放入时停下，是没有读，不是读不出', async () => {
    const gathering = await gather(source('甲.xlsx', broken));
    machine.holdsUp = true;
    gathering.add([source('甲.xlsx', small)]);
    gathering.cancel();
    expect(stepsIn(gathering.current())).toEqual([['甲.xlsx', 'stopped']]);
    await until(gathering, ({ rollup }) => rollup === null);
    machine.holdsUp = false;
    gathering.resume();
    await until(gathering, rolled(1));
  });

  test('要按另一次评估重新算的，停下后不按原来的算；关了再开也不算，请再放入', async () => {
    const gathering = await gather(source('甲.xlsx', small));
    machine.holdsUp = true;
    gathering.say({ asOf: '2021-03-31' });
    gathering.cancel();
    expect(stepsIn(gathering.current())).toEqual([['甲.xlsx', 'stopped']]);
    await until(gathering, ({ rollup }) => rollup === null);
    const again = await until(createGathering(policyAbouts), rolled(1));
    expect(again.files).toMatchObject([{ step: 'unreadable', problem: expect.stringMatching(/再放入一次/) }]);
    machine.holdsUp = false;
    gathering.resume();
    await until(gathering, (shown) => rolled(1)(shown) && shown.rollup!.asOf === '2021-03-31');
  });
});

describe('说的', () => {
  const timeOf = ({ rollup }: Gathered, file: string) => rollup!.units.find((unit) => unit.file === file)!.time;

  test('是哪一次评估，说了就按那一次重新评估', async () => {
    const gathering = await gather(source('锦湖.xlsx', small), source('望淮_202105.xlsx', bytes[0]!));
    expect(timeOf(gathering.current(), '锦湖.xlsx')).toBe('final');
    gathering.say({ mode: 'midterm' });
    await until(gathering, (shown) => isDone(shown) && timeOf(shown, '锦湖.xlsx') === 'midterm');
    expect(timeOf(gathering.current(), '望淮_202105.xlsx')).toBe('final');
    gathering.say({ files: { '锦湖.xlsx': { time: 'final' } } });
    const shown = await until(gathering, (now) => isDone(now) && timeOf(now, '锦湖.xlsx') === 'final');
    expect(shown.said).toEqual({ mode: 'midterm', files: { '锦湖.xlsx': { time: 'final' } } });
  });

  test('加在以前说的上面', async () => {
    const gathering = await gather(source('锦湖.xlsx', small));
    const points = { key: 'a', item: 'b', points: 1, by: '甲', on: '2021-06-01', mode: 'final' as const };
    gathering.say({ files: { 'a.xlsx': { unit: { street: '望淮街道' }, received: '2021-06-01' } }, judged: [points] });
    gathering.say({ files: { 'a.xlsx': { unit: { community: '锦湖社区' } } }, due: '2021-06-10' });
    gathering.say({ judged: [{ ...points, points: 2 }] });
    expect(gathering.current().said).toEqual({
      files: { 'a.xlsx': { unit: { street: '望淮街道', community: '锦湖社区' }, received: '2021-06-01' } },
      due: '2021-06-10',
      judged: [{ ...points, points: 2 }],
    });
  });

  test('说错了的可以收回：收到日期、评分、基线', async () => {
    const gathering = await gather(source('锦湖.xlsx', small));
    const points = { key: 'a', item: 'b', points: 1, by: '甲', on: '2021-06-01', mode: 'final' as const };
    const baseline = [{ key: 'a', id: 'G03', numerator: 1, denominator: 2 }];
    gathering.say({ files: { 'a.xlsx': { time: 'final', received: '2021-06-01' } }, judged: [points], baseline });
    gathering.say({ files: { 'a.xlsx': { received: '' } } });
    gathering.say({ judged: [], baseline: [] });
    expect(gathering.current().said).toEqual({ files: { 'a.xlsx': { time: 'final' } }, judged: [], baseline: [] });
  });

  test('正在读的时候说了到哪一天，没有一册还按原来的那一天', async () => {
    const gathering = createGathering(policyAbouts);
    gathering.add(all());
    await until(gathering, ({ files }) => files.some(({ step }) => step === 'judged'));
    gathering.say({ asOf: '2021-03-31' });
    await until(gathering, rolled(4));
    const { files } = await machine.shelf!.all();
    const days = files.map(({ readable }) => (unpackedFrom(readable!) as { evaluation: Evaluation }).evaluation.asOf);
    expect(days).toEqual(Array(4).fill('2021-03-31'));
  });

  test('换一份文件，全都按它重新评估', async () => {
    const gathering = await gather(...all());
    gathering.choose('national-2017');
    const shown = await until(gathering, (now) => isDone(now) && now.rollup!.policy.id === 'national-2017');
    expect(shown.policy.id).toBe('national-2017');
    await until(gathering, rolled(4));
    expect(gathering.current().files.map(({ step }) => step)).toEqual(Array(4).fill('judged'));
    expect((await gathering.detail(paths[0]!, 'G01'))?.clause ?? '').not.toContain('淮府办');
  });
});

describe('留在这台电脑上的', () => {
  test('再打开时还在，没有人的字；再放进来，字也回来', async () => {
    const before = await gather(...all(), source('坏的.xlsx', broken));
    before.say({ due: '2021-06-10' });
    const kept = await machine.shelf!.all();
    const text = kept.files.map(({ readable }) => JSON.stringify(readable && unpackedFrom(readable))).join('');
    const planted = await plantedPersonalValues();
    expect(text.length).toBeGreaterThan(10_000);
    expect(planted.filter((value) => text.includes(value))).toEqual([]);

    const gathering = createGathering(policyAbouts);
    const shown = await until(gathering, isDone);
    expect(shown.files.map(({ step }) => step)).toEqual([...Array(4).fill('kept'), 'unreadable']);
    expect(shown.said).toEqual({ due: '2021-06-10' });
    const counts = ({ rollup }: Gathered) =>
      rollup!.units.map(({ file, findings, verdicts }) => [file, findings, verdicts]);
    await until(before, rolled(5));
    expect(counts(shown)).toEqual(counts(before.current()));
    expect(await gathering.fileOf(paths[0]!)).toBeNull();
    gathering.add(all());
    expect((await until(gathering, rolled(5))).files.map(({ step }) => step).slice(0, 4)).toEqual(
      Array(4).fill('judged'),
    );
  });

  /** All but what is held against other workbooks. */
  const withoutAcross = ({ rollup }: Gathered) => {
    const { findings: _, notChecked: __, ...others } = rollup!;
    return others;
  };
  /** What changed last is rolled up once more when the files are done. */
  const comesTo = async (gathering: Gathering, shown: Gathered) => {
    await until(gathering, isDone);
    await expect.poll(() => withoutAcross(gathering.current()), patient).toEqual(withoutAcross(shown));
  };

  test('再打开时，应报多少、谁没有报、哪个迟了、哪一份算数都与当时一样，只是跨册的没有核对', async () => {
    const city = await listCity();
    const sources = city.map(async ({ file }) => source(`淮南市/${file}`, await cityBytes(file)));
    const before = await gather(...(await Promise.all(sources)));
    before.say({ mode: 'midterm', due: '2020-12-10' });
    await until(before, (now) => rolled(city.length)(now) && now.rollup!.mode === 'midterm');

    const recalled = await until(createGathering(policyAbouts), rolled(city.length));
    expect(recalled.rollup!.reporting).toMatchObject({ expected: 10, reported: 9, rate: 0.9, late: 1 });
    await comesTo(before, recalled);
    const said = new Map(recalled.rollup!.notChecked.map(({ rule, reason }) => [rule, reason]));
    expect(said.get('Z11')).toMatch(/要再放入一次才能核对：.*等 9 个单位/);
    expect(said.get('Z22')).toBe('试点名册要再放入一次才能核对。');
  });

  test('再打开时，名册里的应报单位和两份的先后还在；再放入其中一份，也不变', async () => {
    const form = (filled: string, residents: number) =>
      fileOf(
        workbookOf(
          sheetOf('基本情况', [
            ['县区', '田家庵区', '街道（乡镇）', '望淮街道'],
            ['社区名称', '锦湖社区', '城乡分类代码', '111'],
            ['常住人口', residents, '填报日期', filled],
          ]),
        ),
      );
    const roster = fileOf(
      workbookOf(
        sheetOf('张甲的试点名册', [
          ['县区', '街道', '社区', '承接机构', '联系人', '联系电话', '报送状态', '收文时间'],
          ['田家庵区', '望淮街道', '锦湖社区', '张乙工作室', '张甲', '13805540000', '已报送', '2021-06-03'],
          ['寿县', '清泉镇', '柳塘村', '同心社会工作服务中心', '李丙', '13805540001', '未报送', null],
        ]),
      ),
    );
    const early = source('锦湖.xlsx', form('2021-05-20', 8640));
    const late = source('锦湖社区.xlsx', form('2021-05-31', 8652));
    const before = await gather(source('名册.xlsx', roster), late, early);
    before.say({ due: '2021-06-01' });
    const live = await until(before, (now) => isDone(now) && now.rollup!.reporting.late !== null);
    expect(live.rollup!.reporting).toMatchObject({ expected: 2, reported: 1, late: 1 });
    expect(live.rollup!.units.map(({ file, state }) => [file, state])).toEqual([
      [null, 'missing'],
      ['锦湖社区.xlsx', 'reported'],
      ['锦湖.xlsx', 'superseded'],
      ['名册.xlsx', 'register'],
    ]);
    expect(live.rollup!.questions).toEqual([]);

    const again = createGathering(policyAbouts);
    await comesTo(again, live);
    const kept = (await machine.shelf!.all()).files.map(({ readable }) => unpackedFrom(readable!));
    expect(JSON.stringify(kept)).not.toMatch(/张甲|李丙|张乙|同心|1380554/);
    again.add([late]);
    await until(again, ({ files }) => files.some(({ step }) => step === 'judged'));
    await comesTo(again, live);
    again.add([source('名册.xlsx', roster)]);
    await until(again, ({ files }) => files.filter(({ step }) => step === 'judged').length === 2);
    await comesTo(again, live);
  });

  test('再打开时照放进来的先后排，不照读完的先后', async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    const gathering = createGathering(policyAbouts);
    const slow = source('慢的.xlsx', small);
    slow.file.arrayBuffer = async () => {
      await until(gathering, ({ files }) => files[1]?.step === 'judged');
      return small.slice().buffer;
    };
    gathering.add([slow, source('快的.xlsx', bytes[0]!)]);
    await until(gathering, rolled(2));
    const again = await until(createGathering(policyAbouts), rolled(2));
    expect(again.files.map(({ path }) => path)).toEqual(['慢的.xlsx', '快的.xlsx']);
  });

  test('以前的人评分没有记下是中期还是终期评的：不猜，说一次要重填', async () => {
    await gather(source('锦湖.xlsx', small));
    const points = { key: 'a', item: 'M05', points: 1, by: '甲', on: '2021-06-01' };
    const known = { ...points, item: '满意度', mode: 'final' as const };
    await machine.shelf!.keepSaid({ policy: policyAbouts[0]!.id, said: { judged: [points, known] } });
    const again = createGathering(policyAbouts);
    const shown = await until(again, (now) => isDone(now) && now.problem !== null);
    expect(shown.said).toEqual({ judged: [known] });
    expect(shown.problem).toBe('以前保存的人评分有1项没有记下是中期还是终期评的，没有采用。请在“表与打印”里重新填写。');
    const third = await until(createGathering(policyAbouts), (now) => isDone(now) && now.files.length > 0);
    expect([third.said, third.problem]).toEqual([{ judged: [known] }, null]);
  });

  test('一按就清干净', async () => {
    const gathering = await gather(...all());
    await gathering.clear();
    expect(await machine.shelf!.all()).toEqual({ files: [], said: null });
    expect(gathering.current()).toMatchObject({ files: [], rollup: null, said: {}, progress: null });
  });

  test('还在读就清，读完的也不再出现', async () => {
    const gathering = createGathering(policyAbouts);
    gathering.add(all());
    await until(gathering, ({ files }) => files.some(({ step }) => step === 'judged'));
    await gathering.clear();
    gathering.add([source('锦湖.xlsx', small)]);
    await until(gathering, rolled(1));
    expect((await machine.shelf!.all()).files.map(({ path }) => path)).toEqual(['锦湖.xlsx']);
  });

  test('换了文件，而原来的工作簿不在这里了：说要再放一次，留下的不丢', async () => {
    await gather(...all());
    const gathering = createGathering(policyAbouts);
    await until(gathering, isDone);
    gathering.choose('national-2017');
    const shown = await until(gathering, ({ files }) => files.every(({ step }) => step === 'unreadable'));
    expect(shown.files[0]!.problem).toMatch(/再放入一次/);
    expect((await machine.shelf!.all()).files.every(({ readable }) => readable !== null)).toBe(true);
  });

  test('不让保存，照样汇总，只说一次', async () => {
    machine.shelf = null;
    const gathering = createGathering(policyAbouts);
    expect((await until(gathering, ({ problem }) => problem !== null)).problem).toMatch(/不会留下/);
    gathering.add([source('锦湖.xlsx', small)]);
    expect((await until(gathering, rolled(1))).problem).toBeNull();
  });
});

describe('人评分', () => {
  /** The table as it is handed out, with what people wrote into lines of an item, from the first line on. */
  async function filledIn(gathering: Gathering, item: string, ...lines: readonly (readonly Cell[])[]) {
    const { snapshot } = readFile('人评分表.xlsx', await gathering.scoreSheet());
    const [sheet] = snapshot.sheets;
    const headings = sheet!.values.find((row) => row.includes('得分'))!;
    const from = headings.indexOf('得分');
    const open = [...lines];
    const values = sheet!.values.map((row) => {
      const typed = row[headings.indexOf('项目')] === item ? open.shift() : undefined;
      return typed ? row.map((cell, at) => typed[at - from] ?? cell) : row;
    });
    const bytes = fileOf({ ...snapshot, sheets: [{ ...sheet!, values }] });
    return new File([bytes as Uint8Array<ArrayBuffer>], '人评分表.xlsx');
  }
  const lineIn = ({ rollup }: Gathered) => rollup?.units.find(({ file }) => file === '锦湖.xlsx');

  test('填好的表放进来，算进总分；填得不对的一行说在哪里，别的照收；再打开时还在', async () => {
    const gathering = await gather(source('锦湖.xlsx', bytes[0]!));
    const { score } = lineIn(gathering.current())!;
    expect(lineIn(gathering.current())!.unjudged).toContain('满意度');
    const sheet = await filledIn(gathering, '居民满意度', [1.5, '李某', '2021-06-20']);
    expect(await gathering.takeScores(sheet)).toEqual([]);
    const scored = (count: number) => (now: Gathered) => lineIn(now)?.score === score! + count;
    const shown = await until(gathering, scored(1.5));
    expect(lineIn(shown)!.unjudged).not.toContain('满意度');

    const wrong = await filledIn(gathering, '居民满意度', [2.5, '李某', '2021-06-21']);
    expect(await gathering.takeScores(wrong)).toEqual([expect.stringMatching(/“人评分”G\d+：得分2\.5超过满分2/)]);
    const again = await filledIn(gathering, '居民满意度', [1, '王某', '2021-06-22']);
    expect(await gathering.takeScores(again)).toEqual([]);
    await until(gathering, scored(1));
    expect(gathering.current().said.judged).toMatchObject([{ item: '满意度', points: 1, by: '王某' }]);
    expect(lineIn(await until(createGathering(policyAbouts), scored(1)))!.unjudged).not.toContain('满意度');
  });

  test('放进来的不是人评分表、打不开，说为什么，已有的分不变', async () => {
    const gathering = await gather(source('锦湖.xlsx', bytes[0]!));
    const other = new File([small as Uint8Array<ArrayBuffer>], '名录.xlsx');
    expect(await gathering.takeScores(other)).toEqual([expect.stringContaining('没有找到人评分表')]);
    const photo = new File([broken], '照片.xlsx');
    await expect(gathering.takeScores(photo)).rejects.toThrow(/不是 Excel 工作簿/);
    expect(gathering.current().said.judged).toBeUndefined();
  });
});

describe('问的', () => {
  test('一格：数、目标、还差多少、依据和在哪里', async () => {
    const gathering = await gather(...all());
    const detail = await gathering.detail(paths[messy]!, 'G03');
    expect(detail).toMatchObject({ file: paths[messy], target: '≥40%', clause: expect.stringContaining('淮府办') });
    expect(detail!.evidence.length).toBeGreaterThan(0);
    expect(await gathering.detail(paths[0]!, '没有')).toBeNull();
    expect(await gathering.detail('没有.xlsx', 'G03')).toBeNull();
  });

  test('校验码：小写、带空格也认得；没有这个码的，一个也没有', async () => {
    const gathering = await gather(...all());
    const { dataHash, file } = gathering.current().rollup!.units.find((unit) => unit.file !== null)!;
    const code = checkCode(dataHash!);
    const typed = ` ${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    expect(await gathering.check(typed)).toEqual({ files: [file], differs: [] });
    expect(await gathering.check('22222222')).toEqual({ files: [], differs: [] });
  });

  test('校验码是旧的一册的：说与算数的那一册哪些指标不同', async () => {
    const { rollup } = (await gather(source('锦湖.xlsx', bytes[0]!))).current();
    const counts = rollup!.units.find(({ file }) => file !== null)!;
    const ids = Object.keys(counts.verdicts);
    const verdicts = { ...counts.verdicts, [ids[0]!]: 'unmet' as const };
    const figures = { ...counts.figures, [ids[1]!]: { numerator: 77, denominator: 99, lower: 77, upper: 77 } };
    const dataHash = `sha256:${'5'.repeat(64)}`;
    const older = { ...counts, file: '旧.xlsx', state: 'superseded' as const, dataHash, verdicts, figures };
    const answer = codeAnswer(checkCode(dataHash), { ...rollup!, units: [counts, older] }, policyOf({}));
    const names = ids.slice(0, 2).map((id) => policyOf({}).indicators.find((each) => each.id === id)!.name);
    expect(answer).toEqual({
      files: ['旧.xlsx'],
      differs: [{ file: '旧.xlsx', counts: '锦湖.xlsx', indicators: names }],
    });
  });

  test('汇总.xlsx 是打得开的工作簿', async () => {
    const gathering = await gather(...all());
    const book = await gathering.book();
    expect(readFile('汇总.xlsx', book).snapshot.sheets.map(({ name }) => name)).toContain('总览');
    expect(strFromU8(book.subarray(0, 2))).toBe('PK');
  });

  test('什么都没有时，说先放入工作簿', async () => {
    await expect(createGathering(policyAbouts).book()).rejects.toThrow('请先放入工作簿');
  });
});

describe('报告（Word）', () => {
  const terms = {
    office: '淮南市民政局',
    commissioner: null,
    day: '2020-12-28',
    resubmitBy: null,
    rectifyBy: null,
    isPublic: false,
  };
  const textIn = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]+>/g, '');

  test('由放入的文件写成，数与汇总的相同；没有改过的，核对不出什么', async () => {
    const gathering = await gather(...all());
    const { name, bytes } = await gathering.report(terms, null);
    const { mode, reporting } = gathering.current().rollup!;
    expect(name).toBe(mode === 'midterm' ? '中期评估报告.docx' : '终期总结报告.docx');
    expect(textIn(bytes)).toContain(`实报${reporting.reported}个`);
    const checked = await gathering.checkReport(new Blob([bytes as Uint8Array<ArrayBuffer>]), terms);
    expect(checked).toMatchObject({ ...unchanged, figures: checked.figures, stale: [] });
    expect(checked.figures).toBeGreaterThan(50);
  });

  describe('关了再开，只留有上次的结果', () => {
    test('报告和通知不写，说再放入哪几个；放回来，报告与关以前的一字不差', async () => {
      const before = await gather(...all());
      const report = textIn((await before.report(terms, null)).bytes);
      const gathering = createGathering(policyAbouts);
      await until(gathering, rolled(4));
      for (const paper of [() => gathering.report(terms, null), () => gathering.notices(terms)]) {
        const why = await paper().then(
          () => [],
          (error: Unwritten) => error.problems,
        );
        expect(why[0]).toMatch(/^没有写：有4个文件只留有上次的结果/);
        for (const path of paths) expect(why[1]).toContain(`“${path}”`);
      }
      gathering.add(all().slice(1));
      await until(gathering, ({ files }) => files.filter(({ step }) => step === 'judged').length === 3);
      await expect(gathering.report({ ...terms, isPublic: true }, null)).rejects.toThrow(
        `请到“① 文件”再放入“${paths[0]}”；`,
      );
      gathering.add(all());
      await until(gathering, ({ files }) => files.every(({ step }) => step === 'judged'));
      expect(textIn((await gathering.report(terms, null)).bytes)).toBe(report);
    });

    test('换了文件夹再放入，原来那一行移除以后就写', async () => {
      await gather(source('1/锦湖.xlsx', bytes[0]!));
      const gathering = createGathering(policyAbouts);
      gathering.add([source('2/锦湖.xlsx', bytes[0]!)]);
      await until(gathering, rolled(2));
      await expect(gathering.report(terms, null)).rejects.toThrow('换了文件夹放入的，把原来那一行移除');
      gathering.drop('1/锦湖.xlsx');
      expect((await gathering.report(terms, null)).name).toMatch(/\.docx$/);
    });

    test('要按另一次评估重新算、文件又不在的，也不写成没有报送', async () => {
      await gather(...all());
      const gathering = createGathering(policyAbouts);
      await until(gathering, rolled(4));
      gathering.say({ mode: 'midterm' });
      await until(gathering, ({ rollup }) => rollup?.mode === 'midterm');
      await expect(gathering.report(terms, null)).rejects.toThrow(/^没有写：有\d个文件只留有上次的结果/);
    });

    test('核对报告先说汇总不全，没有改过的不说和汇总不一样', async () => {
      const { bytes: made } = await (await gather(...all())).report(terms, null);
      const gathering = createGathering(policyAbouts);
      await until(gathering, rolled(4));
      const checked = await gathering.checkReport(new Blob([made as Uint8Array<ArrayBuffer>]), terms);
      expect(checked).toMatchObject({ changed: [], gone: [], stale: null });
      expect(checked.notes[0]).toMatch(/^汇总现在不全，没有拿来对照：有4个文件只留有上次的结果/);
      machine.holdsUp = true;
      gathering.add(all());
      const meanwhile = await gathering.checkReport(new Blob([made as Uint8Array<ArrayBuffer>]), terms);
      expect(meanwhile.notes[0]).toBe('汇总现在不全，没有拿来对照：还有4个文件没有检查。检查完再核对一次。');
      expect(meanwhile.stale).toBeNull();
    });
  });

  test('没有可写的、放错了文件的，各一句话', async () => {
    const gathering = createGathering(policyAbouts);
    await expect(gathering.report(terms, null)).rejects.toThrow('还没有汇总：请先放入工作簿。');
    gathering.add(all());
    await until(gathering, rolled(4));
    const file = new Blob([broken]);
    await expect(gathering.checkReport(file, terms)).rejects.toThrow(/^这个文件不是 Word 文档（\.docx）。/);
    await expect(gathering.report(terms, file)).rejects.toThrow(/^本单位模板不是 Word 文档（\.docx）。/);
    await expect(gathering.checkTemplate(file)).rejects.toThrow(/^这个文件不是 Word 文档（\.docx）。/);
    const { bytes: report } = await gathering.report(terms, null);
    const untagged = new Blob([report as Uint8Array<ArrayBuffer>]);
    await expect(gathering.checkTemplate(untagged)).rejects.toThrow('没有“{{正文}}”，请在模板里加上，独占一段。');
  });

  test('通知一个单位一个文件夹', async () => {
    const gathering = await gather(...all());
    gathering.say({ mode: 'midterm' });
    await until(gathering, ({ progress, rollup }) => progress === null && rollup?.mode === 'midterm');
    const { bytes } = await gathering.notices(terms);
    const names = Object.keys(unzipSync(bytes));
    expect(names.length).toBeGreaterThan(0);
    for (const path of names) {
      const [unit, file] = path.split('/');
      expect(file).toMatch(new RegExp(`^(退回修改通知|整改通知|问题整改台账)_${unit}\\.(docx|xlsx)$`));
    }
  });
});
