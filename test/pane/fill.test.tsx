// @vitest-environment jsdom
/** 填报: from an empty workbook to what is still to be filled in, and to what is handed in. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import { readFile } from '../../shared/files/read.ts';
import { openFill, realEngine, templatesIn, urbanTemplate, workbookOf } from './fills.tsx';
import { basis } from './hosts.ts';

beforeEach(() => {
  sessionStorage.clear();
});

const file = 'HN-02_凤台县_新渡镇_渡口社区_三社联动_202011.xlsx';
const { snapshot: sample } = readFile(file, readFileSync(`test/fixtures/samples/${file}`));
const own = { read: { snapshot: sample, choices: { ...basis.choices, mode: 'midterm' as const } } };
const blank = { read: { snapshot: workbookOf(urbanTemplate), templates: templatesIn(urbanTemplate) } };

test('打开时什么都不读，也什么都不填；先问是新建还是已有', async () => {
  const pane = await openFill();
  expect(pane.has('新建填报表')).toBe(true);
  expect(pane.has('我已有表')).toBe(true);
  expect(pane.text()).toContain('在这个工作簿末尾加 9 张空表，不动已有的表');
  expect(pane.host.read).not.toHaveBeenCalled();
  expect(pane.host.look).not.toHaveBeenCalled();
  expect(pane.fillHost.addSheets).not.toHaveBeenCalled();
});

test('没有装加载项的，有同样的文件可下载；页面自己就是文件的，没有', async () => {
  const pane = await openFill();
  await pane.press('农村社区');
  expect(pane.element.querySelector('a')?.getAttribute('href')).toBe(
    '/api/template.xlsx?policy=huainan-2020&kind=rural',
  );
  expect((await openFill({ localOnly: true })).element.querySelector('a')).toBeNull();
});

test('新建填报表：加上整套空表，接着就说还差什么', async () => {
  const pane = await openFill(blank);
  await pane.press('新建填报表');
  expect(pane.fillHost.addSheets).toHaveBeenCalledExactlyOnceWith(urbanTemplate.sheets);
  expect(pane.text()).toContain('加好了 9 张空表');
  expect(pane.text()).toContain('没有填');
  expect(pane.text()).toContain('已有 13 张表，其中 13 张还没有填');
  expect(pane.text()).not.toContain('还缺');
});

test('工作簿受保护，空表加不进去：说怎样撤销保护，什么都没有改', async () => {
  const refused = vi.fn(async () => {
    throw new HostError('protected');
  });
  const pane = await openFill({ fill: { addSheets: refused } });
  await pane.press('新建填报表');
  expect(pane.text()).toContain('没有填进表里');
  expect(pane.text()).toContain('撤销保护');
  expect(pane.host.read).not.toHaveBeenCalled();
});

test('自己做的表也认：已有几张、还缺几张，没有填的格和要看的各有几处', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  expect(pane.text()).toContain('凤台县 新渡镇 渡口社区');
  expect(pane.text()).toContain('已有 8 张表，还缺 5 张');
  await pane.press('已有 8 张表');
  expect(pane.text()).toContain('还缺：方案与进度、平台与机制清单、人才培养（1+4）、经费、特色创新');
  await pane.press('组织名录：没有填 1 格');
  expect(pane.text()).toContain('第5行为登记组织，“性质”没有填写');
});

test('缺的表可以只加缺的', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  await pane.press('已有 8 张表');
  const halves = pane.text();
  await pane.press('新建缺的表');
  const [added] = vi.mocked(pane.fillHost.addSheets).mock.calls[0]!;
  // Of a sheet of several tables one is there already.
  expect(halves).toContain('本册已有志愿者情况、微公益创投，缺人才培养（1+4）、经费、特色创新。整张再加');
  expect(added.flatMap(({ anchor }) => anchor.tables).sort()).toEqual(['W09', 'W12']);
});

test('下一处走到那一格，改了以后上面说工作簿改过了', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  await pane.press('下一处');
  expect(pane.host.reveal).toHaveBeenLastCalledWith({ sheet: '组织名录', address: 'D5' });
  await pane.press('下一处');
  expect(pane.host.reveal).toHaveBeenLastCalledWith({ sheet: '组织名录', address: 'E5' });
  expect(pane.element.querySelector('[aria-expanded=true] .finding-message')).not.toBeNull();
  await pane.press('上一处');
  expect(pane.host.reveal).toHaveBeenLastCalledWith({ sheet: '组织名录', address: 'D5' });
  await pane.doing(() => pane.change('组织名录'));
  expect(pane.text()).toContain('工作簿改过了');
  await pane.press('看看还差什么');
  expect(pane.text()).not.toContain('工作簿改过了');
});

test('离目标还差多少，用人话说；没有填的说还没有填，不说 0', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  await pane.press('终期评估要做到的');
  expect(pane.text()).toContain('城市社区社会组织数：6家，离10家');
  expect(pane.text()).toContain('还没有填：');
});

test('报送：先说拦着的；核实说明写了就存进工作簿；都好了才有报送单', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  await pane.press('② 报送');
  expect(pane.text()).toContain('还不能报送：有');
  expect(pane.has('复制报送单')).toBe(false);
  await pane.press('填“二十五人”');
  await pane.press('写核实说明');
  const [words] = [...pane.element.querySelectorAll('textarea')];
  await pane.doing(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(words, '花名册点过，是二十五人');
    words!.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await pane.press('保存');
  const [[said]] = vi.mocked(pane.host.saveExplanations).mock.calls[0]!;
  expect(said).toMatchObject({ text: '数据属实：花名册点过，是二十五人' });
  expect(pane.text()).toContain('写了核实说明的');
});

test('都好了：可以在工作簿里加一张报送单打印，也可以复制；受保护的，说怎样办', async () => {
  const engine = realEngine();
  const ready: typeof engine = {
    ...engine,
    fill: async (...given) => {
      const filled = await engine.fill(...given);
      const clean = (evaluation: typeof filled.now) => ({ ...evaluation, findings: [] });
      return { ...filled, at: { midterm: clean(filled.at.midterm), final: clean(filled.at.final) } };
    },
  };
  const pane = await openFill({ ...own, engine: ready });
  await pane.press('我已有表');
  await pane.press('② 报送');
  expect(pane.has('复制报送单')).toBe(true);
  expect(pane.text()).toMatch(/谁签字填表人：(填了|还没有填)审核人：(填了|还没有填)负责人：(填了|还没有填)/);
  await pane.press('加一张“中期报送单”');
  const [sheet] = vi.mocked(pane.fillHost.putSheet).mock.calls[0]!;
  expect(sheet).toMatchObject({ role: 'receipt', mode: 'midterm' });
  expect(pane.text()).toContain('“中期报送单”做好了，在工作簿的末尾');
  expect(pane.host.read).toHaveBeenCalledOnce();
  await pane.press('转到“中期报送单”');
  expect(pane.host.reveal).toHaveBeenLastCalledWith({ sheet: '中期报送单', address: 'A1' });
  vi.mocked(pane.fillHost.putSheet).mockRejectedValueOnce(new HostError('protected', '中期报送单'));
  await pane.press('加一张“中期报送单”');
  expect(pane.text()).toContain('“中期报送单”受保护');
});

test('被退回的：原因和要改的格在最上面', async () => {
  const checked = realEngine();
  const { at } = await checked.fill(
    { snapshot: sample, secret: basis.secret!, corrections: [], policy: 'huainan-2020', today: '2020-11-20' },
    new AbortController().signal,
  );
  const confirmed = {
    policy: 'huainan-2020',
    mode: 'midterm' as const,
    asOf: '2020-11-30',
    on: '2020-12-03',
    dataHash: at.midterm.dataHash,
    office: '锦湖区民政局',
    outcome: 'return' as const,
    errors: 2,
    warnings: 0,
    explained: 0,
    unread: 0,
    asked: 0,
    missing: 0,
  };
  const pane = await openFill({ read: { ...own.read, confirmed: [confirmed] } });
  await pane.press('我已有表');
  expect(pane.text()).toContain('这册被退回：有强制性问题 2 项');
  expect(pane.text()).toContain('锦湖区民政局，2020年12月3日。数据还没有改过');
});

test('表头删了一个：修复表头说填哪几格，填的就是那几格', async () => {
  const sheet = urbanTemplate.sheets.find(({ anchor }) => anchor.tables.includes('W02'))!;
  const row = sheet.rows.findIndex((cells) => cells[0]?.style === 'heading');
  const address = `B${row + 1}`;
  const heading = sheet.rows[row]![1]!.value;
  const read = {
    snapshot: workbookOf(urbanTemplate, { [sheet.name]: { [address]: null } }),
    templates: templatesIn(urbanTemplate),
  };
  const pane = await openFill({ read });
  await pane.press('我已有表');
  expect(pane.text()).toContain(`“${sheet.name}”${address} 应是“${heading}”`);
  await pane.press('修复表头');
  expect(pane.fillHost.put).toHaveBeenCalledExactlyOnceWith([
    { place: { sheet: sheet.name, address }, value: heading, was: null },
  ]);
});

test('表头换成了自己的栏目：不在“修复表头”里，说清楚换掉什么，单独一个按钮', async () => {
  const sheet = urbanTemplate.sheets.find(({ anchor }) => anchor.tables.includes('W02'))!;
  const row = sheet.rows.findIndex((cells) => cells[0]?.style === 'heading');
  const column = sheet.rows[row]!.findIndex(({ value }) => value === '登记日期');
  const address = `${'ABCDEFGHIJKLMNOP'[column]}${row + 1}`;
  const read = {
    snapshot: workbookOf(urbanTemplate, { [sheet.name]: { [address]: '网格成立' } }),
    templates: templatesIn(urbanTemplate),
  };
  const pane = await openFill({ read });
  await pane.press('我已有表');
  expect(pane.text()).not.toContain('修复表头');
  await pane.press('把“网格成立”换回“登记日期”');
  expect(pane.fillHost.put).toHaveBeenCalledExactlyOnceWith([
    { place: { sheet: sheet.name, address }, value: '登记日期', was: '网格成立' },
  ]);
});

test('整行表头删了，下面还有数：说没有读出来，不能报送', async () => {
  const sheet = urbanTemplate.sheets.find(({ anchor }) => anchor.tables.includes('W02'))!;
  const row = sheet.rows.findIndex((cells) => cells[0]?.style === 'heading');
  const letters = [...'ABCDEFGHIJKLMNOP'];
  const gone = Object.fromEntries(letters.map((letter) => [`${letter}${row + 1}`, null]));
  const line = (at: number) => ({ [`A${at}`]: at, [`B${at}`]: `锦湖社区书画社${at}`, [`C${at}`]: '备案' });
  const read = {
    snapshot: workbookOf(urbanTemplate, { [sheet.name]: { ...gone, ...line(row + 4), ...line(row + 5) } }),
    templates: templatesIn(urbanTemplate),
  };
  const pane = await openFill({ read });
  await pane.press('我已有表');
  expect(pane.text()).toContain('没有读出来');
  await pane.press('② 报送');
  expect(pane.text()).toContain('还不能报送：填报表里有');
});

test('另一版的填报表认得出，说出来', async () => {
  const templates = templatesIn(urbanTemplate).map(({ sheet, anchor }) => ({
    sheet,
    anchor: { ...anchor, version: anchor.version + 1 },
  }));
  const pane = await openFill({ read: { ...blank.read, templates } });
  await pane.press('我已有表');
  expect(pane.text()).toContain('是另一版的填报表');
});

test('点一格，最下面说这一格填什么', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  expect(pane.text()).toContain('在表里点一格');
  await pane.doing(() => pane.select({ sheet: '组织名录', address: 'C6' }));
  expect(pane.text()).toContain('这一格：');
});

test('从清单走到的格，下面不再说一遍；自己点到的，说那里有什么问题', async () => {
  const pane = await openFill(own);
  await pane.press('我已有表');
  const isOpen = () => pane.element.querySelector('.selection-line')?.getAttribute('aria-expanded');
  await pane.press('下一处');
  await pane.doing(() => pane.select({ sheet: '组织名录', address: 'D5' }));
  expect(isOpen()).toBe('false');
  await pane.doing(() => pane.select({ sheet: '组织名录', address: 'E5' }));
  expect(isOpen()).toBe('true');
});

test('窗格重新打开，看到一半的接着看，说一声；打开的那一组还开着', async () => {
  sessionStorage.setItem(
    'ssld.fill',
    JSON.stringify({ version: 1, what: { part: 0, policy: null, kind: 'urban', at: null, isLooking: true } }),
  );
  const pane = await openFill(own);
  expect(pane.host.read).toHaveBeenCalledOnce();
  expect(pane.text()).toContain('刚才还没有看完');
  await pane.press('组织名录：没有填 1 格');
  const next = await openFill(own);
  expect(next.host.read).not.toHaveBeenCalled();
  await next.press('我已有表');
  expect(next.text()).toContain('“性质”没有填写');
});

test('一张也没有认出：说为什么，还可以新建', async () => {
  const pane = await openFill({
    read: {
      snapshot: { ...sample, sheets: [{ name: '通知', visibility: 'Visible', address: 'A1', values: [['通知']] }] },
    },
  });
  await pane.press('我已有表');
  expect(pane.text()).toContain('没有认出报表');
  expect(pane.has('新建填报表')).toBe(true);
});

test('无障碍：开始、① 还差什么、② 报送，各有一个标题', async () => {
  const pane = await openFill(own);
  const looked = async () => {
    const { violations } = await axe.run(pane.element, { rules: { 'color-contrast': { enabled: false } } });
    const titles = [...pane.element.querySelectorAll('h1')].map(({ textContent }) => textContent);
    return [violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), titles];
  };
  expect(await looked()).toEqual([[], ['填报']]);
  await pane.press('我已有表');
  expect(await looked()).toEqual([[], ['凤台县 新渡镇 渡口社区']]);
  await pane.press('② 报送');
  expect(await looked()).toEqual([[], [expect.stringMatching(/^还不能报送：有 \d+ 处必须改。$/)]]);
});

test('填报里没有别人的话：评分、未达标、结论、编号、写入', async () => {
  const pane = await openFill(own);
  const pages = [pane.text()];
  await pane.press('我已有表');
  await pane.press('终期评估要做到的');
  await pane.press('中期评估要做到的');
  for (const one of [...pane.element.querySelectorAll<HTMLElement>('[aria-expanded=false]')])
    await pane.doing(() => one.click());
  pages.push(pane.text());
  await pane.press('② 报送');
  pages.push(pane.text());
  for (const text of pages) {
    expect(text.match(/评分|未达标|结论|写入|汇总|不接受|退回修改/g)).toBeNull();
    expect(text.match(/\b[WRGSZ]\d{2,3}\b/g)).toBeNull();
  }
});
