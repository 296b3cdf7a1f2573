// @vitest-environment jsdom
/** The page's host: what it reads of a file, and what it gives to be downloaded. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Host } from '../../addin/host/host.ts';
import { createFileHost } from '../../addin/pages/file-host.ts';
import { givenName, markedName, type OpenFile } from '../../addin/pages/files.ts';
import { FileProblem } from '../../shared/files/problems.ts';
import type { FileReading } from '../../shared/files/read.ts';
import type { Ours } from '../../shared/files/write.ts';
import type { WritePlan } from '../../shared/model.ts';
import { snapshot } from './hosts.ts';

const given: { name: string; size: number }[] = [];
vi.mock('../../addin/downloads.ts', () => ({
  download: (name: string, bytes: Uint8Array) => given.push({ name, size: bytes.length }) > 0,
}));

const plan: WritePlan = {
  marks: [],
  sheets: [
    {
      role: 'gaps',
      name: '差距清单',
      widths: [1],
      rows: [],
      spans: [],
      frozenRows: 0,
      mode: 'final',
      page: { orientation: 'landscape', repeated: null },
      filterRow: null,
    },
    {
      role: 'summary',
      name: '评估摘要',
      widths: [1],
      rows: [],
      spans: [],
      frozenRows: 0,
      mode: 'final',
      page: { orientation: 'landscape', repeated: null },
      filterRow: null,
    },
  ],
  marked: { policy: 'p', mode: 'final', asOf: '2021-05-31', on: null, marks: 'm' },
  written: {
    engine: '1',
    policy: 'huainan-2020',
    mode: 'final',
    asOf: '2021-05-31',
    verdicts: {},
    on: null,
    findings: null,
  },
};
const gaps = [
  ['类别', '问题', '说明', '键'],
  ['强制', '证号重复', '已核实，是同一个人', 'ab12'],
];

const watching = { onReveal: vi.fn(), onWritten: vi.fn(), onUnsaved: vi.fn() };
const save = vi.fn<(ours: Ours) => Promise<Awaited<ReturnType<OpenFile['save']>>>>();

beforeEach(() => {
  given.length = 0;
  vi.resetAllMocks();
  save.mockResolvedValue({ bytes: new Uint8Array(7), sheets: ['差距清单 (2)', '评估摘要'], skipped: [] });
});

function open(own: Partial<FileReading['own']> = {}) {
  const reading: FileReading = {
    snapshot: { ...snapshot, name: '花名册.xlsx' },
    own: { kept: {}, sheets: [], marks: 0, ...own },
    templates: [],
    sent: [],
    notices: ['工作表「图」是图表工作表，里面没有单元格，没有读。'],
  };
  const file: OpenFile = { name: '花名册.xlsx', reading, losses: [], save, close: () => {} };
  return createFileHost(file, watching);
}

const apply = async (host: Host) => host.apply(await host.read(), 'cd'.repeat(32), () => plan);

test('reads the workbook, and what is kept in it', async () => {
  const corrections = [{ kind: 'table', sheet: '社会组织名录', address: 'A1', table: null }];
  const host = open({ kept: { 'ssld.secret': 'ab', 'ssld.corrections': corrections, 'ssld.local': true } });
  const read = await host.read();
  expect(read).toMatchObject({ secret: 'ab', corrections, choices: { policy: null, score: true, local: true } });
  expect(read.notices).toHaveLength(1);
  expect(await host.look()).toMatchObject({ choices: { local: true } });
});

test('an empty workbook is said to be empty', async () => {
  const host = open();
  const empty = { ...snapshot, sheets: [{ ...snapshot.sheets[0]!, values: [[null]] }] };
  const file = {
    name: 'a.xlsx',
    reading: { snapshot: empty, own: { kept: {}, sheets: [], marks: 0 }, templates: [], sent: [], notices: [] },
  };
  const other = createFileHost({ ...file, losses: [], save, close: () => {} }, watching);
  await expect(other.read()).rejects.toMatchObject({ code: 'empty' });
  await expect(host.read()).resolves.toBeDefined();
});

test('gives the marked workbook, with the secret and what was written, and what was said', async () => {
  const host = open();
  await host.saveCorrections([{ kind: 'headerRows', sheet: '社会组织名录', rows: [2] }]);
  await host.saveChoices({ score: false });
  const applied = await apply(host);
  expect(applied).toEqual({ sheets: ['差距清单 (2)', '评估摘要'], skipped: [], saved: '花名册_已标注.xlsx' });
  expect(given).toEqual([{ name: '花名册_已标注.xlsx', size: 7 }]);
  expect(save.mock.lastCall![0]).toEqual({
    plan,
    kept: {
      'ssld.secret': 'cd'.repeat(32),
      'ssld.corrections': [{ kind: 'headerRows', sheet: '社会组织名录', rows: [2] }],
      'ssld.score': false,
      'ssld.written': { final: plan.written },
      'ssld.marked': plan.marked,
    },
  });
});

test('what is as it would be without asking is not kept', async () => {
  const host = open({ kept: { 'ssld.score': false, 'ssld.corrections': [] } });
  await host.saveChoices({ score: true, local: false });
  await host.saveCorrections([]);
  await apply(host);
  expect(Object.keys(save.mock.lastCall![0].kept)).toEqual(['ssld.secret', 'ssld.written', 'ssld.marked']);
});

test('says what is not downloaded yet, until it is', async () => {
  const host = open();
  await host.saveChoices({ local: true });
  expect(watching.onUnsaved.mock.calls).toEqual([[true]]);
  await apply(host);
  expect(watching.onUnsaved).toHaveBeenLastCalledWith(false);
});

test('carries what people wrote into 说明', async () => {
  const host = open({ sheets: [{ role: 'gaps', mode: 'final', name: '差距清单', values: gaps }], marks: 3 });
  const makePlan = vi.fn(() => plan);
  await host.apply(await host.read(), 'ab', makePlan);
  const explained = [{ key: 'ab12', text: '已核实，是同一个人', review: '', about: '证号重复', cleared: false }];
  expect(makePlan).toHaveBeenCalledWith({ midterm: explained, final: explained });
});

describe('核实说明', () => {
  const hidden = {
    key: 'cd34',
    text: '电话核实：张某，12月3日，“是的”',
    review: '接受',
    about: '人数不符',
    cleared: false,
  };
  const own = {
    kept: { 'ssld.secret': 'ab', 'ssld.explanations': [hidden, { ...hidden, key: 'ab12' }] },
    sheets: [{ role: 'gaps', mode: 'final', name: '差距清单', values: gaps }],
  } as const;
  const inSheet = { key: 'ab12', text: '已核实，是同一个人', review: '', about: '证号重复', cleared: false };

  test('表里的和藏着的都读得到，同一条以表里的为准', async () => {
    expect((await open(own).read()).explanations.final).toEqual([inSheet, hidden]);
  });

  test('在窗格里改的，要下载才留得住；下载的那份写在差距清单里，不再另藏', async () => {
    const host = open(own);
    await host.saveExplanations([{ ...inSheet, text: '改了' }], 'ab');
    expect(watching.onUnsaved).toHaveBeenLastCalledWith(true);
    expect((await host.read()).explanations.final).toEqual([hidden, { ...inSheet, text: '改了' }]);
    const makePlan = vi.fn(() => plan);
    await host.apply(await host.read(), 'ab', makePlan);
    expect(makePlan).toHaveBeenCalledWith(expect.objectContaining({ final: [hidden, { ...inSheet, text: '改了' }] }));
    expect(Object.keys(save.mock.lastCall![0].kept)).not.toContain('ssld.explanations');
    expect(watching.onUnsaved).toHaveBeenLastCalledWith(false);
    expect((await host.read()).explanations.final).toEqual([hidden, { ...inSheet, text: '改了' }]);
  });

  test('收回的，不会因为打开的文件里还有又回来', async () => {
    const host = open(own);
    await host.saveExplanations([{ ...inSheet, text: '' }], 'ab');
    expect((await host.read()).explanations.final).toEqual([hidden]);
  });

  test('去掉标注和评估表的那份里，没有说明，也没有结论', async () => {
    const host = open({ ...own, kept: { ...own.kept, 'ssld.confirmed': [{ office: '甲区民政局' }] } });
    save.mockResolvedValue({ bytes: new Uint8Array(7), sheets: [], skipped: [] });
    await host.removeSheets();
    expect(save.mock.lastCall![0]).toEqual({ plan: null, kept: {} });
  });
});

test('of both evaluations: its own explanations first, verdicts beside those that were opened, sheets that can be shown', async () => {
  const said = (text: string) => [gaps[0]!, ['强制', '证号重复', text, 'ab12']];
  const midterm = { ...plan.written, mode: 'midterm' as const };
  const kept = { 'ssld.written': { midterm } };
  const host = open({
    kept,
    sheets: [
      { role: 'gaps', mode: 'final', name: '终期差距清单', values: said('终期说的') },
      { role: 'gaps', mode: 'midterm', name: '整改清单', values: said('中期说的') },
    ],
  });
  const read = await host.read();
  expect([read.explanations.midterm, read.explanations.final].map(([one]) => one!.text)).toEqual([
    '中期说的',
    '终期说的',
  ]);
  expect(read.before).toEqual({ midterm, final: 'older' });
  expect((await host.look()).written).toEqual(['final', 'midterm']);
  await apply(host);
  await apply(host);
  expect(save.mock.lastCall![0].kept['ssld.written']).toEqual({ midterm, final: plan.written });
  await host.reveal({ sheet: '整改清单', address: 'A1' });
});

test('a plain workbook leaves nothing of ours in it but what was said', async () => {
  const kept = { 'ssld.secret': 'ab', 'ssld.written': {}, 'ssld.policy': 'huainan-2020' };
  const host = open({ kept, marks: 3, sheets: [{ role: 'gaps', mode: 'final', name: '差距清单', values: gaps }] });
  save.mockResolvedValue({ bytes: new Uint8Array(7), sheets: [], skipped: [] });
  expect(await host.removeSheets()).toEqual({ marks: 3, sheets: ['差距清单'], saved: '花名册.xlsx' });
  expect(save.mock.lastCall![0]).toEqual({ plan: null, kept: { 'ssld.policy': 'huainan-2020' } });
});

test.each([
  ['removed', (host: Host) => host.removeSheets(), { sheets: [], skipped: ['名录'] }],
  ['written', apply, { sheets: [], skipped: ['差距清单', '评估摘要'] }],
])('what protection does not let be %s is not given as if it were', async (_, act, answer) => {
  const host = open();
  save.mockResolvedValue({ bytes: new Uint8Array(7), ...answer });
  await expect(act(host)).rejects.toMatchObject({ code: 'protected' });
  expect(given).toEqual([]);
});

test('a file that cannot be made is said to be so, and what was said is not lost', async () => {
  const host = open();
  await host.saveChoices({ local: true });
  save.mockRejectedValueOnce(new FileProblem('damaged'));
  await expect(apply(host)).rejects.toMatchObject({ code: 'unsaved', detail: expect.stringContaining('已损坏') });
  await apply(host);
  expect(save.mock.lastCall![0].kept).toMatchObject({ 'ssld.local': true });
});

test('shows a cell, also of the sheets just made, and says of others that they are gone', async () => {
  const host = open();
  await host.reveal({ sheet: '社会组织名录', address: 'A1' });
  await expect(host.reveal({ sheet: '差距清单 (2)', address: 'A1' })).rejects.toMatchObject({ code: 'gone' });
  await apply(host);
  await host.reveal({ sheet: '差距清单 (2)', address: 'A1' });
  expect(watching.onReveal).toHaveBeenCalledTimes(2);
  expect(watching.onWritten.mock.lastCall![0].map(({ name }: { name: string }) => name)).toEqual([
    '差距清单 (2)',
    '评估摘要',
  ]);
});

test('tells the pane of a cell that is clicked', async () => {
  const host = open();
  const onSelect = vi.fn();
  const stop = await host.watch(onSelect, () => {});
  host.select({ sheet: '社会组织名录', address: 'B2' });
  await stop();
  host.select({ sheet: '社会组织名录', address: 'B3' });
  expect(onSelect.mock.calls).toEqual([[{ sheet: '社会组织名录', address: 'B2' }]]);
});

test.each([
  ['花名册.xlsx', '花名册_已标注.xlsx', '花名册.xlsx'],
  ['花名册_已标注.xlsx', '花名册_已标注.xlsx', '花名册.xlsx'],
  ['花名册_已标注 (1).xlsx', '花名册_已标注.xlsx', '花名册.xlsx'],
  ['2020.12 花名册.xlsm', '2020.12 花名册_已标注.xlsm', '2020.12 花名册.xlsm'],
  ['花名册', '花名册_已标注', '花名册'],
])('%s is given back as %s', (name, marked, plain) => {
  expect([markedName(name), givenName(name)]).toEqual([marked, plain]);
});
