import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Evaluation, Rollup } from '../../shared/model.ts';
import { summarize } from '../../worker/commands/summaries.ts';
import { linesOf } from '../../worker/commands/summary-lines.ts';
import { wantedBy } from '../../worker/commands/wanted.ts';
import { fileOf } from '../fixtures/files.ts';

const city = 'test/fixtures/samples/city';
const secret = '7e'.repeat(32);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'summarize-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const put = (path: string, from = path) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  cpSync(join(city, from), join(folder, path));
};
const jinhu = 'HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202011.xlsx';
const jinhuLater = 'HN-03_田家庵区_望淮街道_锦湖社区_三社联动_202105.xlsx';
const songfeng = 'HN-04_大通区_云岭街道_松风社区_三社联动_202011.xlsx';
const broken = 'HN-10_高新区_澄明街道_书香苑社区_三社联动_202011(1).xlsx';

function run(...args: string[]) {
  const wanted = wantedBy([folder, ...args], '/');
  const summary = summarize(wanted, secret, () => {});
  return { ...summary, out: wanted.out, said: linesOf(summary, wanted.out) };
}

const results = (name: string, out = join(folder, '汇总结果')) => join(out, name);
const written = <Of>(name: string, out?: string): Of => JSON.parse(readFileSync(results(name, out), 'utf8'));
const evaluated = (out?: string) => readdirSync(results('evaluations', out)).sort();

describe('示例城市', () => {
  beforeEach(() => cpSync(city, folder, { recursive: true }));

  test('写出每册的评估、rollup.json 和 汇总.xlsx；数与手工核算的相同', async () => {
    run();
    expect(readdirSync(join(folder, '汇总结果')).sort()).toEqual([
      '.中期评估报告.docx.sha256',
      '.汇总.xlsx.sha256',
      'evaluations',
      'rollup.json',
      '中期评估报告.docx',
      '汇总.xlsx',
    ]);
    expect(evaluated()).toHaveLength(14);
    expect(evaluated()).toContain('梧桐里社区三社联动（另存）.xlsx.json');
    expect(evaluated()).not.toContain(`${broken}.json`);
    expect(written<Evaluation>(`evaluations/${jinhu}.json`)).toMatchObject({
      schema: 'evaluation/1',
      mode: 'midterm',
      unit: { county: 'HN-03', community: '锦湖社区' },
    });
    const rollup = written<Rollup>('rollup.json');
    expect(rollup).toMatchObject({
      schema: 'rollup/1',
      mode: 'midterm',
      asOf: '2020-11-30',
      reporting: { expected: 10, reported: 9, rate: 0.9 },
    });
    expect(rollup.indicators.find(({ id }) => id === 'G03')).toMatchObject({
      applicable: 9,
      met: 4,
      pooled: { numerator: 24, denominator: 65 },
    });
    expect(rollup.findings.map(({ rule }) => rule).sort()).toEqual(['Z11', 'Z12']);
    const book = await readXlsx(new Uint8Array(readFileSync(results('汇总.xlsx'))));
    expect(book.sheets.map(({ name }) => name)).toContain('总览');
    expect(JSON.stringify(book.sheets.map(({ rows }) => rows))).toContain('报送率90.00%');
  });

  test('一个文件一行，说是谁、哪一次评估、怎样对待；末尾说结果在哪里', () => {
    const { said, out } = run();
    const lineOf = (file: string) => said.filter((line) => line.includes(`  ${file}`));
    expect(lineOf(jinhu)).toEqual([`计入  ${jinhu}：田家庵区望淮街道锦湖社区，中期`]);
    expect(lineOf(jinhuLater)).toEqual([`属另一次评估  ${jinhuLater}：田家庵区望淮街道锦湖社区，终期`]);
    expect(lineOf(broken)[0]).toMatch(/^未能计入 {2}.*：这个文件已损坏或没有收全。/);
    expect(said.join('\n')).toContain('应报10个单位，实报9个，报送率90.00%');
    expect(said.join('\n')).toContain('未报送：潘集区稻香镇白鹭洲社区');
    expect(said.join('\n')).toContain('2 个文件不是工作簿，没有读：index.json、汇总.md');
    expect(said.at(-1)).toContain(out);
  });

  test('再运行一次，上次的结果不当成工作簿读；没有改动的照样换新，密钥不同结果也相同', () => {
    run();
    const first = readFileSync(results('rollup.json'), 'utf8');
    const book = readFileSync(results('汇总.xlsx'));
    const { asides } = summarize(wantedBy([folder], '/'), '18'.repeat(32), () => {});
    expect(asides).toEqual({ book: null, report: null });
    expect(readFileSync(results('rollup.json'), 'utf8')).toBe(first);
    expect(readFileSync(results('汇总.xlsx')).equals(book)).toBe(true);
  });

  test('只要终期：--mode final', () => {
    const { rollup } = run('--mode', 'final');
    expect(rollup).toMatchObject({ mode: 'final', asOf: '2021-05-31', reporting: { expected: 10, reported: 2 } });
  });

  test('截止日只用在汇总的那一次评估上：没有说哪一次的，看文件', () => {
    const { rollup } = run('--as-of', '2020-12-10');
    expect([rollup.mode, rollup.asOf]).toEqual(['midterm', '2020-12-10']);
    expect(written<Evaluation>(`evaluations/${jinhu}.json`).asOf).toBe('2020-12-10');
    expect(written<Evaluation>(`evaluations/${jinhuLater}.json`)).toMatchObject({ mode: 'final', asOf: '2021-05-31' });
  });
});

describe('文件夹里的文件', () => {
  test('子文件夹里的也读，评估的名称里 / 写作 ／；锁文件、别的文件不读', () => {
    put(`中期/${jinhu}`, jinhu);
    put(`中期/~$${jinhu}`, 'index.json');
    put('说明.md', '汇总.md');
    const { others, rollup } = run();
    expect(evaluated()).toEqual([`中期／${jinhu}.json`]);
    expect(others).toEqual(['说明.md']);
    expect(rollup.units.find(({ state }) => state === 'reported')?.file).toBe(`中期/${jinhu}`);
  });

  test('压缩包里的每一册都读，读不出的说是哪一册', () => {
    const bytesOf = (file: string) => new Uint8Array(readFileSync(join(city, file)));
    writeFileSync(
      join(folder, '田家庵区.zip'),
      zipSync({ [`一批/${jinhu}`]: bytesOf(jinhu), [broken]: bytesOf(broken), '说明.txt': new Uint8Array([65]) }),
    );
    const { rollup } = run();
    expect(evaluated()).toEqual([`田家庵区.zip／一批／${jinhu}.json`]);
    const unread = rollup.units.filter(({ state }) => state === 'unreadable');
    expect(unread.map(({ file }) => file)).toEqual([`田家庵区.zip/${broken}`]);
  });

  test('旧格式、不是压缩包的压缩包：各说一行，其余照常', () => {
    put(jinhu);
    writeFileSync(join(folder, '旧.xls'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    writeFileSync(join(folder, '坏.zip'), 'PK 不是压缩包');
    const { rollup } = run();
    const because = rollup.units.flatMap(({ state, file, because }) =>
      state === 'unreadable' ? [[file, because]] : [],
    );
    expect(because.map(([file]) => file).sort()).toEqual(['坏.zip', '旧.xls']);
    for (const [, sentence] of because) expect(sentence).toMatch(/^这个文件.*。$/);
    expect(rollup.reporting.reported).toBe(1);
  });

  test('读得出、看不出是谁的，不算读不出：写出评估，说要由人定', () => {
    const sheet = { name: '名录', visibility: 'Visible' as const, address: 'A1:C2' };
    const values = [
      ['组织名称', '管理方式', '类别'],
      ['春风队', '备案', '志愿服务'],
    ];
    writeFileSync(
      join(folder, '未署名.xlsx'),
      fileOf({ schema: 'workbook-snapshot/1', name: '未署名.xlsx', date1904: false, sheets: [{ ...sheet, values }] }),
    );
    const { unread, said, rollup } = run();
    expect([unread, evaluated()]).toEqual([0, ['未署名.xlsx.json']]);
    expect(rollup.reporting.reported).toBe(0);
    expect(said.join('\n')).toContain('收到文件1个：计入0个，待说明1个，各见“文件”。');
    expect(said.join('\n')).toContain('有 1 处要由人定');
    expect(said.join('\n')).not.toMatch(/[。；，：][。；，：]/);
  });

  test('没有说是中期还是终期的，算终期；--mode midterm 时算中期', () => {
    put('锦湖社区.xlsx', jinhuLater);
    expect(run().rollup.mode).toBe('final');
    expect(run('--mode', 'midterm').rollup).toMatchObject({ mode: 'midterm', reporting: { reported: 1 } });
  });
});

describe('没有说是哪一次评估的', () => {
  const dukou = 'HN-02_凤台县_新渡镇_渡口社区_三社联动_202011.xlsx';

  test('说了的多数是中期，就按中期评估、一起汇总，不是终期的未达标', () => {
    put(jinhu);
    put('渡口社区.xlsx', dukou);
    put('松风社区.xlsx', 'HN-04_大通区_云岭街道_松风社区_三社联动_202011.xlsx');
    const { rollup } = run();
    expect([rollup.mode, rollup.reporting.reported]).toEqual(['midterm', 3]);
    expect(written<Evaluation>('evaluations/渡口社区.xlsx.json')).toMatchObject({
      mode: 'midterm',
      asOf: '2020-11-30',
    });
    expect(rollup.indicators.find(({ id }) => id === 'G01')).toMatchObject({ applicable: 3, unmet: 0 });
  });

  test('指定了截止日，也用在它们身上', () => {
    put(jinhu);
    put('渡口社区.xlsx', dukou);
    run('--as-of', '2020-12-10');
    expect(written<Evaluation>('evaluations/渡口社区.xlsx.json')).toMatchObject({
      mode: 'midterm',
      asOf: '2020-12-10',
    });
  });
});

describe('结果文件夹', () => {
  test('--out 另指；在收件文件夹里面的，下次不当收件读', () => {
    put(jinhu);
    const out = join(folder, '结果');
    run('--out', out);
    expect(evaluated(out)).toEqual([`${jinhu}.json`]);
    run('--out', out);
    expect(evaluated(out)).toEqual([`${jinhu}.json`]);
    expect(existsSync(join(folder, '汇总结果'))).toBe(false);
  });

  test('不在了的工作簿，它的评估也不留', () => {
    put(jinhu);
    put(jinhuLater);
    run();
    rmSync(join(folder, jinhuLater));
    run();
    expect(evaluated()).toEqual([`${jinhu}.json`]);
  });

  test.each([
    ['刚改的', 60_000],
    ['从优盘拷回来、时间是以前的', -3_600_000],
  ])('人改过的 汇总.xlsx 改名留着，看内容，不看时间：%s', (_, later) => {
    put(jinhu);
    run();
    const changed = new Date(Date.now() + later);
    writeFileSync(results('汇总.xlsx'), '人写的批注');
    utimesSync(results('汇总.xlsx'), changed, changed);
    const { asides, said } = run();
    expect(asides).toEqual({ book: '汇总（改过的1）.xlsx', report: null });
    expect(readFileSync(results(asides.book!), 'utf8')).toBe('人写的批注');
    expect(said.join('\n')).toContain('汇总（改过的1）.xlsx');
  });

  test('没有改过、只是拷贝以后时间变了的，不另存', () => {
    put(jinhu);
    run();
    const later = new Date(Date.now() + 60_000);
    utimesSync(results('汇总.xlsx'), later, later);
    expect(run().asides.book).toBeNull();
  });

  test('收件变了，没有改过的 汇总.xlsx 照样换新', () => {
    put(jinhu);
    run();
    const before = readFileSync(results('汇总.xlsx'));
    put(songfeng);
    expect(run().asides.book).toBeNull();
    expect(readFileSync(results('汇总.xlsx')).equals(before)).toBe(false);
  });

  test('看不出有没有人改过的，也改名留着', () => {
    put(jinhu);
    run();
    rmSync(results('.汇总.xlsx.sha256'));
    put(songfeng);
    expect(run().asides.book).toBe('汇总（改过的1）.xlsx');
  });

  test('别人放在 evaluations 里的文件不删', () => {
    put(jinhu);
    put(jinhuLater);
    run();
    writeFileSync(results('evaluations/另存.xlsx.json'), '别人的');
    rmSync(join(folder, jinhuLater));
    run();
    expect(evaluated()).toEqual([`${jinhu}.json`, '另存.xlsx.json'].sort());
    expect(readFileSync(results('evaluations/另存.xlsx.json'), 'utf8')).toBe('别人的');
  });

  test.each([
    ['别的程序的', '{"rollup":{"input":"src/main.js"}}'],
    ['不是 JSON 的', '汇总'],
    ['别的版本的', '{"schema":"rollup/9","units":[]}'],
  ])('已有%s rollup.json：不写，什么也不动', (_, text) => {
    put(jinhu);
    mkdirSync(join(folder, '别处', 'evaluations'), { recursive: true });
    const files = { 'rollup.json': text, '汇总.xlsx': '别人的', 'evaluations/旧.xlsx.json': '别人的' };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, '别处', name), content);
    expect(() => run('--out', join(folder, '别处'))).toThrow(/里的“rollup.json”不是以前的汇总结果/);
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(join(folder, '别处', name), 'utf8')).toBe(content);
  });

  test('没有 rollup.json、evaluations 里却有文件的：不写', () => {
    put(jinhu);
    mkdirSync(join(folder, '别处', 'evaluations'), { recursive: true });
    writeFileSync(join(folder, '别处', 'evaluations', `${jinhu}.json`), '别人的');
    expect(() => run('--out', join(folder, '别处'))).toThrow(/不是以前的汇总结果/);
    expect(readdirSync(join(folder, '别处'))).toEqual(['evaluations']);
  });

  describe('链接那边的东西不动', () => {
    const away = () => `${folder}-别处`;
    beforeEach(() => {
      put(jinhu);
      run();
      mkdirSync(away());
      onTestFinished(() => rmSync(away(), { recursive: true, force: true }));
    });

    test.each(['汇总.xlsx', 'rollup.json', '.汇总.xlsx.sha256', `evaluations/${jinhu}.json`])('%s', (name) => {
      cpSync(results(name), join(away(), '文件'));
      rmSync(results(name));
      symlinkSync(join(away(), '文件'), results(name));
      const before = readFileSync(join(away(), '文件'));
      put(songfeng);
      expect(() => run()).toThrow(/是指向别处的链接.*另指一个空的文件夹。$/);
      expect(readFileSync(join(away(), '文件')).equals(before)).toBe(true);
    });

    test('evaluations', () => {
      rmSync(results('evaluations'), { recursive: true });
      symlinkSync(away(), results('evaluations'));
      writeFileSync(join(away(), `${jinhu}.json`), '别人的');
      expect(() => run()).toThrow(/是指向别处的链接/);
      expect(readFileSync(join(away(), `${jinhu}.json`), 'utf8')).toBe('别人的');
    });

    test('链接指向的地方还没有文件，也不写过去', () => {
      rmSync(results('汇总.xlsx'));
      symlinkSync(join(away(), '还没有.xlsx'), results('汇总.xlsx'));
      expect(() => run()).toThrow(/是指向别处的链接/);
      expect(readdirSync(away())).toEqual([]);
    });
  });

  test('误放进结果里的工作簿没有读：说出来，说放到哪里', () => {
    put(jinhu);
    run();
    put(`汇总结果/补报/${songfeng}`, songfeng);
    const { rollup, said } = run();
    expect(rollup.reporting.reported).toBe(1);
    expect(said.join('\n')).toContain(
      `以前的汇总结果里放着 1 个工作簿，没有读：汇总结果/补报/${songfeng}。要汇总的，请移到放收件的文件夹里。`,
    );
    rmSync(join(folder, jinhu));
    expect(() => run()).toThrow(/里没有工作簿.*以前的汇总结果里放着 1 个工作簿，没有读/);
  });

  test('我们自己写的、改名留着的 汇总.xlsx 不算误放的', () => {
    put(jinhu);
    run();
    writeFileSync(results('汇总.xlsx'), '人写的批注');
    run();
    expect(run().said.join('\n')).not.toContain('没有读');
  });

  test('别处的汇总结果不当收件读：--out 另指的、改过名的', () => {
    put(jinhu);
    run();
    mkdirSync(join(folder, '一批'));
    cpSync(join(folder, '汇总结果'), join(folder, '一批', '十一月的汇总'), { recursive: true });
    const away = `${folder}-结果`;
    onTestFinished(() => rmSync(away, { recursive: true, force: true }));
    const { rollup, others } = run('--out', away);
    expect(rollup.units.filter(({ file }) => file !== null).map(({ file }) => file)).toEqual([jinhu]);
    expect(others).toEqual([]);
  });

  test('给出的就是汇总结果的：一句话说清', () => {
    put(jinhu);
    run();
    expect(() => wantedBy([join(folder, '汇总结果')], '/')).toThrow(/是以前的汇总结果/);
  });

  test('收件文件夹用链接指、结果用真名指，也是同一个', () => {
    put(jinhu);
    const link = `${folder}-链接`;
    symlinkSync(folder, link);
    onTestFinished(() => rmSync(link, { force: true }));
    expect(() => wantedBy([link, '--out', folder], '/')).toThrow(/^结果文件夹不能就是放工作簿的文件夹。/);
    put(`二批/${songfeng}`, songfeng);
    expect(() => summarize(wantedBy([link, '--out', join(folder, '二批')], '/'), secret, () => {})).toThrow(
      /已有别的工作簿/,
    );
  });

  test('名称写成评估时相同的，后面的加编号，一份也不少；再运行一次，编号相同', () => {
    put('甲/a.xlsx', jinhu);
    put('甲／a.xlsx', songfeng);
    run();
    const names = ['甲／a.xlsx.json', '甲／a（2）.xlsx.json'];
    expect(evaluated()).toEqual([...names].sort());
    const units = names.map((name) => written<Evaluation>(`evaluations/${name}`).unit.community);
    expect(units).toEqual(['锦湖社区', '松风社区']);
    rmSync(join(folder, '甲／a.xlsx'));
    run();
    expect(evaluated()).toEqual(['甲／a.xlsx.json']);
  });

  test('名称太长、只有前面不同的，也各写一份', () => {
    const long = '很长的文件夹名称'.repeat(6);
    const name = `${'淮南市三社联动试点工作簿报送'.repeat(5)}.xlsx`;
    put(`${long}甲/${name}`, jinhu);
    put(`${long}乙/${name}`, songfeng);
    run();
    expect(evaluated()).toHaveLength(2);
    for (const each of evaluated()) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(255);
  });

  test('压缩包里的名称有磁盘不收的字符，评估照写', () => {
    const bytes = new Uint8Array(readFileSync(join(city, jinhu)));
    writeFileSync(join(folder, '一批.zip'), zipSync({ '甲:乙?.xlsx': bytes, '丙\u0007.xlsx': bytes }));
    run();
    expect(evaluated()).toEqual(['一批.zip／丙_.xlsx.json', '一批.zip／甲_乙_.xlsx.json']);
  });

  test.each([
    ['那里有别人的 汇总.xlsx', '别处', '汇总.xlsx'],
    ['它在收件文件夹里，放着别的工作簿', '二批', '甲.xlsx'],
  ])('%s：不写，什么也不动', (_, name, file) => {
    put(jinhu);
    put(`${name}/${file}`, jinhuLater);
    const before = readFileSync(join(folder, name, file));
    expect(() => run('--out', join(folder, name))).toThrow(/已有别的工作簿，不是以前的汇总结果/);
    expect(readFileSync(join(folder, name, file)).equals(before)).toBe(true);
    expect(readdirSync(join(folder, name))).toEqual([file]);
  });
});

test('收件里没有一处的工作簿变动', () => {
  put(jinhu);
  put(broken);
  const before = [jinhu, broken].map((file) => readFileSync(join(folder, file)));
  run();
  expect([jinhu, broken].map((file) => readFileSync(join(folder, file)))).toEqual(before);
});

describe('写错的，一句话说清，什么也不做', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['没有文件夹', [], /^请给出文件夹/],
    ['找不到', ['没有这个文件夹'], /^找不到文件夹“没有这个文件夹”。$/],
    ['不是文件夹', ['package.json'], /^“package.json”不是文件夹。/],
    ['两个文件夹', ['test', 'shared'], /^只能给一个文件夹/],
    ['没有这一项', ['test', '--due', '2020-12-10'], /^没有“--due”这一项。/],
    ['没有写内容', ['test', '--mode'], /^“--mode”后面没有写内容。/],
    ['中期写错', ['test', '--mode', '中期'], /^“--mode”应为 midterm（中期）或 final（终期），现在是“中期”。$/],
    ['没有这一天', ['test', '--as-of', '2020-11-31'], /^“--as-of”应为日期/],
    ['没有这份依据', ['test', '--policy=huainan'], /^没有评估依据“huainan”。可以选：huainan-2020（/],
    ['结果写进收件的文件夹', ['test', '--out', 'test'], /^结果文件夹不能就是放工作簿的文件夹。/],
  ])('%s', (_, args, sentence) => {
    expect(() => wantedBy(args, process.cwd())).toThrow(sentence);
  });

  test('文件夹里没有工作簿', () => {
    put('说明.md', '汇总.md');
    expect(() => run()).toThrow(/里没有工作簿/);
    expect(existsSync(join(folder, '汇总结果'))).toBe(false);
  });
});

describe('报告', () => {
  const textOf = (name: string) =>
    strFromU8(unzipSync(new Uint8Array(readFileSync(results(name))))['word/document.xml']!).replace(/<[^>]+>/g, '');

  test('中期出中期评估报告，终期出终期总结报告；署名单位和成文日期照写', () => {
    put(jinhu);
    const { said } = run('--office', '淮南市民政局', '--day', '2020-12-28');
    expect(said.at(-1)).toContain('汇总.xlsx、中期评估报告.docx、rollup.json');
    expect(said.filter((line) => line.includes('成文日期'))).toEqual([]);
    expect(textOf('中期评估报告.docx')).toContain('淮南市民政局');
    expect(textOf('中期评估报告.docx')).toContain('2020年12月28日');
    rmSync(join(folder, jinhu));
    put(jinhuLater);
    const early = run('--day', '2020-12-28').said;
    expect(early).toContain('成文日期2020年12月28日早于数据截止日2021年5月31日，请核对。');
    expect(early.at(-1)).toContain('汇总.xlsx、终期总结报告.docx、rollup.json');
    expect(existsSync(results('终期总结报告.docx'))).toBe(true);
  });

  test('人改过的报告改名留着，没有改过的换成新的', () => {
    put(jinhu);
    run();
    expect(run('--day', '2020-12-28').asides).toEqual({ book: null, report: null });
    writeFileSync(results('中期评估报告.docx'), '领导改过的');
    const { asides, said } = run();
    expect(asides).toEqual({ book: null, report: '中期评估报告（改过的1）.docx' });
    expect(said).toContain('上次的“中期评估报告.docx”可能有人改过，已改名为“中期评估报告（改过的1）.docx”留着。');
    expect(readFileSync(results(asides.report!), 'utf8')).toBe('领导改过的');
  });

  test('成文日期写错的，一句话', () => {
    expect(() => wantedBy([folder, '--day', '12月28日'], '/')).toThrow(
      '“--day”应为日期，写作 2020-11-30，现在是“12月28日”。',
    );
  });
});

describe('命令', () => {
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['worker/commands/ready.mjs', 'worker/commands/summarize.ts', ...args],
      { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder }, timeout: 60_000 },
    );
    return { status, stdout, stderr };
  };

  test('都读出的以 0 结束；不在终端里的没有进度', () => {
    put(jinhu);
    const { status, stdout, stderr } = command('.');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`计入  ${jinhu}`);
    expect(existsSync(results('汇总.xlsx'))).toBe(true);
  });

  test('有读不出的以 2 结束，其余照写', () => {
    put(jinhu);
    put(broken);
    expect(command('.').status).toBe(2);
    expect(evaluated()).toEqual([`${jinhu}.json`]);
  });

  test.skipIf(!existsSync('/proc/self'))('结果文件夹建不了：一句话，以 1 结束，不会一直等', () => {
    put(jinhu);
    const { status, stdout, stderr } = command('.', '--out', '/proc/没有/汇总结果');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim()).toMatch(/^建不了结果文件夹“\/proc\/没有\/汇总结果”：.*请用 --out 另指一个。$/);
  });

  test('要建的结果文件夹上面有一个文件：一句话，什么也不动', () => {
    put(jinhu);
    const { status, stderr } = command('.', '--out', join(folder, jinhu, '汇总结果'));
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^建不了结果文件夹.*另指一个。$/);
    expect(statSync(join(folder, jinhu)).isFile()).toBe(true);
  });

  test('写错的以 1 结束，话在标准错误', () => {
    const { status, stdout, stderr } = command('.', '--mode', 'half');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim()).toMatch(/^“--mode”应为.*。$/);
  });
});
