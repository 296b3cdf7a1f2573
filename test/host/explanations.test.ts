/** 核实说明：读得回来，也能一行一行写进差距清单；没有差距清单的藏在工作簿里。 */
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../addin/preview/workbook.ts';
import { explanationsIn } from '../../shared/model/gap-lines.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Explanation, PlanCell, WritePlan } from '../../shared/model.ts';
import { none, open, planOf, type Said, secret, sheetOf } from './opened.ts';

const [one, two, three] = ['a', 'b', 'c'].map((digit) => digit.repeat(24)) as [string, string, string];
const said = (key: string, text: string, review = ''): Explanation => ({
  key,
  text,
  review,
  about: '人数不符',
  cleared: false,
});

const text = (value: string, style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

/** A 差距清单 with a line for each of `lines`, which are the keys that it stands for. */
function filed({ final: explanations }: Said, lines: readonly string[] = [one, two]): WritePlan {
  const plan = planOf(none);
  const [gaps, summary] = plan.sheets;
  const headings = ['问题', '核实说明', '审核意见', '键'].map((word) => text(word, 'heading'));
  const rows = lines.map((keys) => {
    const found = explanations.find(({ key }) => keys.split(' ').includes(key));
    return [text('人数不符'), text(found?.text ?? '', 'entry'), text(found?.review ?? '', 'entry'), text(keys, 'key')];
  });
  const title = [text('差距清单', 'title'), text(''), text(''), text('')];
  return { ...plan, sheets: [{ ...gaps!, rows: [title, headings, ...rows] }, summary!] };
}

async function listed(lines: readonly string[] = [one, two]) {
  const opened = await open();
  await opened.host.apply(await opened.host.read(), secret, (explanations) => filed(explanations, lines));
  const gaps = sheetOf(opened.workbook, '差距清单');
  const entries = () =>
    Array.from({ length: lines.length }, (_, row) => [1, 2].map((column) => entryAt(gaps, 2 + row, column)));
  const kept = async () =>
    (await opened.host.read()).explanations.final.map(({ key, text, review }) => [key, text, review]);
  return { ...opened, gaps, entries, kept };
}

/** Null for an empty cell. */
const entryAt = (sheet: Sheet, row: number, column: number) => sheet.cell(row, column).value || null;

const contents = (sheet: Sheet) => {
  const cells: string[] = [];
  sheet.eachCell((row, column, { value, formula }) => cells.push(`${row},${column} ${formula ?? value}`));
  return cells.sort();
};

describe('读回', () => {
  test('写了什么，键是什么，是不是在已消除之下', () => {
    expect(
      explanationsIn([
        ['差距清单', '', '', '', ''],
        ['序号', '问题', '核实说明', '审核意见', '键'],
        [1, '缺统一代码', ' 已补办，下周到 ', '', 'k1'],
        [2, '电话重复', '', '', 'k2'],
        [3, '人数不符', 12, '不接受：原因没说', 'k3'],
        ['已消除', '', '', '', ''],
        [1, '日期有误', '原表有误', '接受', 'k4'],
      ]),
    ).toEqual([
      { key: 'k1', about: '缺统一代码', text: ' 已补办，下周到 ', review: '', cleared: false },
      { key: 'k3', about: '人数不符', text: '12', review: '不接受：原因没说', cleared: false },
      { key: 'k4', about: '日期有误', text: '原表有误', review: '接受', cleared: true },
    ]);
  });

  test('以前的表头是“说明”，没有审核意见', () => {
    expect(
      explanationsIn([
        ['问题', '说明', '键'],
        ['缺统一代码', '已补办', 'k1'],
      ]),
    ).toMatchObject([{ key: 'k1', text: '已补办', review: '' }]);
  });

  test('一行说的是几个问题，每个都算', () => {
    const values = [
      ['问题', '核实说明', '审核意见', '键'],
      ['没有取证日期', '证书遗失', '', `${one} ${two}`],
    ];
    expect(explanationsIn(values).map(({ key, text }) => [key, text])).toEqual([
      [one, '证书遗失'],
      [two, '证书遗失'],
    ]);
  });

  test('排过序，已消除的行跑到上面，仍按类别认', () => {
    const values = [
      ['类别', '问题', '核实说明', '键'],
      ['已消除', '日期有误', '原表有误', 'k4'],
      ['核实', '人数不符', '属实', 'k3'],
    ];
    // The word in the first cell of a row begins the cleared ones, so the categories must not be first here.
    const moved = values.map((row) => ['', ...row]);
    expect(explanationsIn(moved).map(({ key, cleared }) => [key, cleared])).toEqual([
      ['k4', true],
      ['k3', false],
    ]);
  });

  test('表头没有了，什么也读不出', () => {
    expect(
      explanationsIn([
        ['序号', '问题', '备注', '键'],
        [1, '甲', '乙', 'k1'],
      ]),
    ).toEqual([]);
    expect(explanationsIn([])).toEqual([]);
  });
});

describe('没有差距清单时', () => {
  test('藏在工作簿里，下次检查读得到；写入时移到行里，不再另存', async () => {
    const { host, workbook } = await open();
    await host.saveExplanations([said(one, '数据属实：都有证书', '接受')], secret);
    expect((await host.read()).explanations.final).toEqual([said(one, '数据属实：都有证书', '接受')]);
    await host.apply(await host.read(), secret, filed);
    expect(entryAt(sheetOf(workbook, '差距清单'), 2, 1)).toBe('数据属实：都有证书');
    expect(workbook.settings.get(settingKeys.explanations)).toBeUndefined();
    expect((await host.read()).explanations.final).toEqual([said(one, '数据属实：都有证书', '接受')]);
  });

  test('密钥一同存下，键在下次检查还是这些', async () => {
    const { host } = await open();
    await host.saveExplanations([said(one, '数据属实：都有证书')], secret);
    expect((await host.read()).secret).toBe(secret);
  });

  test('设置丢了，隐藏名称里还有', async () => {
    const { host, workbook } = await open();
    await host.saveExplanations([said(one, '数据属实：都有证书')], secret);
    workbook.settings.clear();
    expect((await host.read()).explanations.final).toHaveLength(1);
  });

  test('几十个问题同一条说明，只存一条', async () => {
    const { host, workbook } = await open();
    await host.saveExplanations([said(one, '证书遗失了'), said(two, '证书遗失了')], secret);
    expect(workbook.settings.get(settingKeys.explanations)).toHaveLength(1);
    expect((await host.read()).explanations.final.map(({ key }) => key)).toEqual([one, two]);
  });

  test('先后很快说两条，都在', async () => {
    const { host } = await open();
    await Promise.all([
      host.saveExplanations([said(one, '第一条')], secret),
      host.saveExplanations([said(two, '第二条')], secret),
      host.saveChoices({ score: false }),
    ]);
    const read = await host.read();
    expect(read.explanations.final.map(({ text }) => text)).toEqual(['第一条', '第二条']);
    expect(read.choices.score).toBe(false);
  });

  test('改一条、收回一条，别的不动', async () => {
    const { host } = await open();
    await host.saveExplanations([said(one, '第一条'), said(two, '第二条'), said(three, '第三条')], secret);
    await host.saveExplanations([said(one, '改了'), said(two, '')], secret);
    expect((await host.read()).explanations.final.map(({ key, text }) => [key, text])).toEqual([
      [three, '第三条'],
      [one, '改了'],
    ]);
  });

  test('多到隐藏名称放不下，不存，说放不下', async () => {
    const { host, workbook } = await open();
    const many = Array.from({ length: 3000 }, (_, at) =>
      said(at.toString(16).padStart(24, '0'), `第 ${at} 条：${'说'.repeat(60)}`),
    );
    await expect(host.saveExplanations(many, secret)).rejects.toMatchObject({ code: 'too_large' });
    expect(workbook.settings.get(settingKeys.explanations)).toBeUndefined();
  });

  test('存过的被人改坏了，认得的照用', async () => {
    const { host, workbook } = await open();
    const good = said(one, '第一条');
    workbook.settings.set(settingKeys.explanations, [good, null, 'x', { key: two }, { ...good, key: 7 }]);
    expect((await host.read()).explanations.final).toEqual([good]);
  });
});

describe('有差距清单时', () => {
  test('写进自己那一行，别的格一个不动', async () => {
    const { host, entries, gaps, kept } = await listed();
    const before = contents(gaps);
    await host.saveExplanations([said(two, '电话核实：张某，12月3日，“就是 3 人”', '接受')], secret);
    expect(entries()).toEqual(
      [
        ['', ''],
        ['电话核实：张某，12月3日，“就是 3 人”', '接受'],
      ].map((row) => row.map((cell) => cell || null)),
    );
    expect(contents(gaps).filter((cell) => !before.includes(cell))).toEqual([
      '3,1 电话核实：张某，12月3日，“就是 3 人”',
      '3,2 接受',
    ]);
    expect(await kept()).toEqual([[two, '电话核实：张某，12月3日，“就是 3 人”', '接受']]);
  });

  test('像公式的话，照原样写成文字', async () => {
    const { host, gaps, kept } = await listed();
    gaps.setNumberFormat({ top: 2, left: 1, bottom: 2, right: 2 }, 'General');
    await host.saveExplanations([said(one, '=HYPERLINK("http://x","点我")', '不接受：=1+1')], secret);
    expect(gaps.cell(2, 1)).toMatchObject({ value: '=HYPERLINK("http://x","点我")', formula: null });
    expect(await kept()).toEqual([[one, '=HYPERLINK("http://x","点我")', '不接受：=1+1']]);
  });

  test('检查以后有人在表里写的，不会被窗格里写的另一条冲掉', async () => {
    const { host, gaps, kept } = await listed();
    await host.read();
    gaps.setContents(2, 1, [[{ value: '我在表里写的' }]]);
    await host.saveExplanations([said(two, '窗格里写的')], secret);
    expect(await kept()).toEqual([
      [one, '我在表里写的', ''],
      [two, '窗格里写的', ''],
    ]);
  });

  test('检查以后有人在这一行写的，窗格里接受、改写都不冲掉它，说明白', async () => {
    const { host, gaps, kept } = await listed();
    await host.saveExplanations([said(one, '窗格里写的')], secret, []);
    gaps.setContents(2, 1, [[{ value: '表里后写的' }]]);
    const held = [said(one, '窗格里写的')];
    const again = host.saveExplanations([said(one, '窗格里写的', '接受')], secret, held);
    await expect(again).rejects.toMatchObject({ code: 'changed', detail: gaps.name });
    await expect(host.saveExplanations([said(one, '再写')], secret, [])).rejects.toMatchObject({ code: 'changed' });
    expect(await kept()).toEqual([[one, '表里后写的', '']]);
    await host.saveExplanations([said(one, '表里后写的', '接受')], secret, [said(one, '表里后写的')]);
    expect(await kept()).toEqual([[one, '表里后写的', '接受']]);
  });

  test('插了行列、换了次序，凭表头和键找到', async () => {
    const { host, gaps, kept } = await listed();
    gaps.insertLines('rows', 0, 2);
    gaps.insertLines('columns', 1, 1);
    const rows = [5, 4].map((row) => [0, 1, 2, 3, 4].map((column) => ({ value: gaps.cell(row, column).value })));
    gaps.setContents(4, 0, rows);
    await host.saveExplanations([said(one, '属实，已核对')], secret);
    expect(entryAt(gaps, 5, 2)).toBe('属实，已核对');
    expect(entryAt(gaps, 4, 2)).toBeNull();
    expect(await kept()).toEqual([[one, '属实，已核对', '']]);
  });

  test('收回，格里清空', async () => {
    const { host, entries, kept } = await listed();
    await host.saveExplanations([said(one, '属实，已核对', '接受')], secret);
    await host.saveExplanations([said(one, '')], secret);
    expect(entries()[0]).toEqual([null, null]);
    expect(await kept()).toEqual([]);
  });

  test('没有这一行的，藏起来', async () => {
    const { host, entries, kept } = await listed([one]);
    await host.saveExplanations([said(three, '新出来的问题')], secret);
    expect(entries()).toEqual([[null, null]]);
    expect(await kept()).toEqual([[three, '新出来的问题', '']]);
  });

  test('一行说几个问题：都一样才写在行里，各不相同的先藏起来，都不丢', async () => {
    const { host, entries, kept } = await listed([`${one} ${two}`]);
    await host.saveExplanations([said(one, '证书遗失'), said(two, '证书遗失')], secret);
    expect(entries()).toEqual([['证书遗失', null]]);
    await host.saveExplanations([said(two, '证书在补办')], secret);
    expect(entries()).toEqual([[null, null]]);
    expect(await kept()).toEqual([
      [one, '证书遗失', ''],
      [two, '证书在补办', ''],
    ]);
    await host.apply(await host.read(), secret, (explanations) => filed(explanations, [one, two]));
    expect(await kept()).toEqual([
      [one, '证书遗失', ''],
      [two, '证书在补办', ''],
    ]);
  });

  test('一行说几个问题，收回其中一个，别的都在', async () => {
    const { host, kept } = await listed([`${one} ${two}`]);
    await host.saveExplanations([said(one, '证书遗失'), said(two, '证书在补办')], secret);
    await host.saveExplanations([said(one, '')], secret);
    expect(await kept()).toEqual([[two, '证书在补办', '']]);
  });

  test('表里有的为准，藏着的不压过它', async () => {
    const { gaps, workbook, kept } = await listed();
    workbook.settings.set(settingKeys.explanations, [said(one, '藏着的')]);
    for (const { name } of workbook.names()) if (name.startsWith('_ssld_kept_')) workbook.removeName(name, null);
    expect(await kept()).toEqual([[one, '藏着的', '']]);
    gaps.setContents(2, 1, [[{ value: '表里后写的' }]]);
    expect(await kept()).toEqual([[one, '表里后写的', '']]);
  });

  test('以前的表没有审核意见一栏：说明写进行里，审核意见藏着，都读得回来', async () => {
    const { host, workbook } = await open();
    await host.apply(await host.read(), secret, (explanations) => planOf(explanations, { keys: [one, two] }));
    await host.saveExplanations([said(one, '属实，已核对', '接受')], secret);
    expect(entryAt(sheetOf(workbook, '差距清单'), 2, 2)).toBe('属实，已核对');
    expect((await host.read()).explanations.final).toMatchObject([{ key: one, text: '属实，已核对', review: '接受' }]);
  });

  test('受保护的表：空的行藏起来，要改的行不让改，说出是哪张表', async () => {
    const { host, gaps, entries, kept } = await listed();
    await host.saveExplanations([said(one, '属实，已核对')], secret);
    gaps.protected = true;
    await host.saveExplanations([said(two, '也属实')], secret);
    await expect(host.saveExplanations([said(one, '改一下')], secret)).rejects.toMatchObject({
      code: 'protected',
      detail: '差距清单',
    });
    expect(entries()).toEqual([
      ['属实，已核对', null],
      [null, null],
    ]);
    expect(await kept()).toEqual([
      [one, '属实，已核对', ''],
      [two, '也属实', ''],
    ]);
  });

  test('写到一半工作簿变了，表收回去，藏着的说明还在', async () => {
    const { host, office, workbook } = await open();
    await host.saveExplanations([said(one, '属实，已核对')], secret);
    const basis = await host.read();
    const third = office.host.batches + 3;
    office.host.beforeBatch = (number) => {
      if (number === third) sheetOf(workbook, '花名册').insertLines('rows', 0, 1);
    };
    await expect(host.apply(basis, secret, filed)).rejects.toMatchObject({ code: 'changed' });
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('差距清单');
    expect((await host.read()).explanations.final).toEqual([said(one, '属实，已核对')]);
  });
});

test('说明和结论从不进入要检查的内容：表里的、藏着的、没写进表的都一样', async () => {
  const { host } = await listed();
  await host.saveExplanations([said(one, '电话核实：李某某，12月3日，“是的”'), said(three, '李某某说属实')], secret);
  const { snapshot } = await host.read();
  expect(snapshot.sheets.map(({ name }) => name)).toEqual(['花名册', "组织'录", '空表']);
  expect(JSON.stringify(snapshot)).not.toMatch(/李某某/);
});

test('移除评估表，说明和结论一并去掉，不留在文件里', async () => {
  const { host, workbook } = await listed();
  await host.saveExplanations([said(three, '李某某说属实')], secret);
  await host.removeSheets();
  expect((await host.read()).explanations.final).toEqual([]);
  expect(JSON.stringify([...workbook.settings.entries(), ...workbook.names()])).not.toMatch(/李某某/);
});
