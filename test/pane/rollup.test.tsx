// @vitest-environment jsdom
import { act, type ReactNode, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { atFirst, GoingContext, type Whereabouts } from '../../addin/panes/whereabouts.ts';
import { Unwritten } from '../../addin/papers/papers.ts';
import type { Gathered, Gathering } from '../../addin/rollup/gathering.ts';
import { RollupPlace } from '../../addin/rollup/Rollup.tsx';
import type { Place, RollupUnit } from '../../shared/model.ts';
import { atMidterm, largeCity, pretendGathering, rowsOf, tenUnits, unit } from './cities.ts';
import { mount } from './mounting.tsx';

/** Of what was watched for its size: whether it was still there when that ended. */
const left: boolean[] = [];

// Nothing is laid out here: the matrix takes the room that it has at least.
vi.stubGlobal(
  'ResizeObserver',
  class {
    #watched: Element | null = null;
    observe(element: Element) {
      this.#watched = element;
    }
    disconnect() {
      left.push(this.#watched!.isConnected);
    }
  },
);

beforeEach(() => sessionStorage.clear());

interface Opening {
  readonly start?: Partial<Gathered>;
  readonly answers?: Partial<Gathering>;
  readonly ownDataHash?: string;
  readonly sample?: () => void;
  /** No workbook stands beside it. */
  readonly isPage?: boolean;
}

/** Around it one knows which lines are open. */
function Remembering({ children }: { readonly children: ReactNode }) {
  const [whereabouts, setWhereabouts] = useState(atFirst);
  const onGo = (to: Partial<Whereabouts>) => setWhereabouts((now) => ({ ...now, ...to }));
  return <GoingContext value={{ whereabouts, sought: null, onGo, onHelp: () => {} }}>{children}</GoingContext>;
}

/** 汇总 as a person meets it, with the ten units unless something else is there. */
async function openPlace({ start = {}, answers = {}, ownDataHash, sample, isPage }: Opening = {}) {
  const city = { rollup: tenUnits, files: rowsOf(tenUnits), ...start };
  const pretended = pretendGathering(city, answers);
  const selected: Place[] = [];
  const opened: string[] = [];
  const element = await mount(
    <Remembering>
      <RollupPlace
        gathering={pretended.gathering}
        onOpenFile={({ name }) => opened.push(name)}
        onSelect={isPage ? null : (place) => selected.push(place)}
        ownDataHash={ownDataHash ?? null}
        sample={sample}
      />
    </Remembering>,
  );
  const find = <Found extends Element>(selector: string, words: string): Found => {
    const all = [...element.querySelectorAll<HTMLElement>(selector)];
    const nameOf = (one: HTMLElement) =>
      one.ariaLabel ?? one.closest('label')?.firstChild?.textContent ?? one.textContent ?? '';
    const found = all.find((one) => nameOf(one) === words) ?? all.find((one) => nameOf(one).includes(words));
    if (!found) throw new Error(`no “${words}” among ${all.map(nameOf).join(' | ')}`);
    return found as Element as Found;
  };
  const settle = () => act(async () => new Promise((settled) => setTimeout(settled)));
  const press = async (words: string) => {
    const button = find<HTMLElement>('button', words);
    await act(async () => button.focus());
    await act(async () => button.click());
    await settle();
  };
  const type = async (words: string, value: string) => {
    const field = find<HTMLInputElement>('input, select, textarea', words);
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!;
    await act(async () => field.focus());
    await act(async () => {
      setter.call(field, value);
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    });
    await settle();
  };
  const leave = async () => {
    await act(async () => (document.activeElement as HTMLElement).blur());
    await settle();
  };
  /** Like the left arrow, the right one, Enter. */
  const key = async (...keys: readonly string[]) => {
    for (const one of keys)
      await act(async () => {
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true }));
      });
    await settle();
  };
  const rows = () =>
    [...element.querySelectorAll('.matrix tr')].map((row) =>
      [...row.querySelectorAll('[data-at]')].map((cell) => cell.textContent),
    );
  return {
    ...pretended,
    ...{ element, selected, opened, find, press, type, leave, key, rows },
    text: () => element.textContent ?? '',
    grid: () => element.querySelector<HTMLElement>('[role="grid"]')!,
    step: (words: string) => press(words),
    /** The cell of a unit and an indicator is clicked. */
    click: async (unit: string, column: number) => {
      const row = [...element.querySelectorAll('.matrix tbody tr')].find((one) => one.textContent?.startsWith(unit))!;
      await act(async () => row.querySelectorAll<HTMLElement>('[data-at]')[column]!.click());
      await settle();
    },
    focused: () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
  };
}

const nothing = { rollup: null, files: [] };

test('with nothing there every step says the next click', async () => {
  const sample = vi.fn();
  const place = await openPlace({ start: nothing, sample });
  expect(place.text()).toContain('选择各单位报送的工作簿，或拖到这里');
  expect(place.text()).toContain('什么都不发送');
  await place.press('试用示例：十个单位');
  expect(sample).toHaveBeenCalledOnce();
  for (const step of ['② 总览', '③ 跨册问题', '④ 表与打印']) {
    await place.step(step);
    expect(place.text()).toContain('还没有文件。请到“① 文件”选择各单位报送的工作簿。');
  }
  await place.press('到“① 文件”');
  expect(place.text()).toContain('选择文件夹');
  expect(document.activeElement).not.toBe(document.body);
});

test('chosen files are handed on with their folders; the city to try is not offered beside them', async () => {
  const place = await openPlace({ sample: () => {} });
  expect(place.text()).not.toContain('试用示例');
  const input = place.find<HTMLInputElement>('input[type="file"]', '选择文件夹');
  const file = new File(['x'], '锦湖社区.xlsx');
  Object.defineProperty(file, 'webkitRelativePath', { value: '报送/锦湖社区.xlsx' });
  Object.defineProperty(input, 'files', { value: [file] });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(place.asked).toEqual([['add', '报送/锦湖社区.xlsx']]);
});

test('what is no workbook is passed over, and said', async () => {
  const place = await openPlace();
  const drop = async (...names: readonly string[]) => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const files = names.map((name) => new File(['x'], name));
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [], files } });
    await act(async () => place.find('section', '汇总').dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
  };
  await drop('锦湖社区.xlsx', '照片.jpg', '~$锦湖社区.xlsx');
  expect(place.asked).toEqual([['add', '锦湖社区.xlsx']]);
  expect(place.text()).toContain('有 2 个文件不是工作簿，没有放入：“~$锦湖社区.xlsx”、“照片.jpg”。');
  await drop('照片.jpg');
  expect(place.text()).toContain('1 个文件都不是工作簿（“照片.jpg”）。能放入的是 .xlsx、.xlsm 工作簿和 .zip。');
  expect(place.text()).not.toContain('核对报告”选它');
  await drop('报告（领导改）.docx');
  expect(place.text()).toContain('要核对改过的报告，请到“④ 表与打印”里的“核对报告”选它。');
});

test('who has to hand in, who did, who is missing, and each file with its unit, state and lateness', async () => {
  const place = await openPlace();
  expect(place.text()).toContain('应报 10 个，实报 9 个，报送率 90.00%，逾期 1 个');
  expect(place.text()).toContain('未报送 1 个：凤台县 沿河镇 青石村');
  const rows = [...place.element.querySelectorAll('.file-summary')].map((row) => row.textContent);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toBe('田家庵区 望淮街道 锦湖社区计入锦湖社区.xlsx · 终期 · 首次收到 2021-06-03 · 前面 1 份 逾期');
  expect(rows[1]).toBe('田家庵区 望淮街道 锦湖社区已有更新版本锦湖社区.xlsx · 终期以“锦湖社区.xlsx”为准');
});

test('a file that cannot be read says why, stops nothing and can be removed', async () => {
  const broken = { path: '坏.xlsx', step: 'unreadable', problem: '“坏.xlsx”打不开：文件不完整。' } as const;
  const place = await openPlace({ start: { files: [...rowsOf(tenUnits), broken] } });
  expect(place.text()).toContain('坏.xlsx未能计入“坏.xlsx”打不开：文件不完整。');
  await place.press('移除');
  expect(place.asked).toEqual([['drop', '坏.xlsx']]);
});

test('while files come in one sees how many are done, and can stop', async () => {
  const place = await openPlace({ start: { progress: { done: 3, all: 12 } } });
  expect(place.text()).toContain('已检查 3/12 个文件');
  await place.press('取消');
  expect(place.asked).toEqual([['cancel']]);
  await act(async () => place.change({ progress: null }));
  expect(place.text()).not.toContain('已检查');
  expect(document.activeElement).not.toBe(document.body);
});

test('what is asked comes first, each with one answer', async () => {
  const key = 'HN-03/望淮街道/锦湖社区';
  const rollup = {
    ...tenUnits,
    questions: [
      { ask: 'unit', file: '未命名.xlsx' },
      { ask: 'time', file: '向阳社区.xlsx', taken: 'final' },
      { ask: 'version', key, time: 'final', files: ['锦湖社区.xlsx', '第一次报/锦湖社区.xlsx'] },
    ],
  } as const;
  const place = await openPlace({ start: { rollup } });
  expect(place.text().indexOf('请您说明')).toBeLessThan(place.text().indexOf('应报 10 个'));
  // A unit without a file is the likeliest.
  const units = [...place.find<HTMLSelectElement>('select', '“未命名.xlsx”是哪个单位的').options];
  expect(units[1]?.textContent).toBe('凤台县 沿河镇 青石村（未报送）');
  await place.type('“未命名.xlsx”是哪个单位的', 'HN-07/沿河镇/青石村');
  await place.press('确定');
  await place.press('中期评估');
  await place.press('第一次报/锦湖社区.xlsx');
  expect(place.asked).toEqual([
    ['say', { files: { '未命名.xlsx': { unit: rollup.units.at(-1)!.unit } } }],
    ['say', { files: { '未命名.xlsx': { unit: rollup.units.at(-1)!.unit }, '向阳社区.xlsx': { time: 'midterm' } } }],
    ['say', { chosen: { [`${key} final`]: '第一次报/锦湖社区.xlsx' } }],
  ]);
});

test('a received date and the last day are said once they are typed to the end', async () => {
  const place = await openPlace();
  await place.type('报送截止', '0020-12-31');
  await place.type('报送截止', '2021-06-01');
  expect(place.asked).toEqual([]);
  await place.leave();
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.type('收到日期', '2021-05-30');
  await place.leave();
  expect(place.asked).toEqual([
    ['say', { due: '2021-06-01' }],
    ['say', { files: { '向阳社区.xlsx': { received: '2021-05-30' } } }],
  ]);
  await place.type('收到日期', '');
  await place.leave();
  expect(place.asked.at(-1)).toEqual(['say', { files: { '向阳社区.xlsx': { received: '' } } }]);
});

test('a unit that is not listed is typed; a file opens in 检查, and one of which only the result is kept is asked for', async () => {
  const kept = new File(['x'], '向阳社区.xlsx');
  const place = await openPlace({
    answers: { fileOf: async (path) => (path === '向阳社区.xlsx' ? kept : null) },
  });
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.type('“向阳社区.xlsx”是哪个单位的', '-');
  await place.type('县区', 'HN-07');
  await place.type('街道（乡镇）', '沿河镇');
  await place.type('社区（村）', '新生村');
  await place.type('城乡', 'rural');
  await place.press('确定');
  const unit = {
    county: 'HN-07',
    countyName: '凤台县',
    street: '沿河镇',
    community: '新生村',
    urbanRural: 'rural',
  };
  expect(place.asked).toEqual([['say', { files: { '向阳社区.xlsx': { unit } } }]]);
  await place.press('打开');
  expect(place.opened).toEqual(['向阳社区.xlsx']);
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.press('田家庵区 望淮街道 望江社区');
  await place.press('打开');
  expect(place.text()).toContain('“望江社区.xlsx”只留有上次的结果。请再放入这个文件，再打开。');
});

test('goals: pooled figure, gap and range in words, and how many units stand where', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  const goals = [...place.element.querySelectorAll('.target')].map((goal) => goal.textContent);
  expect(goals[2]).toBe(
    '社区工作者持证比例达标 6/9目标 ≥40%合并计算 16/48＝33.33%（其中 1 个单位的数未定，按下限计），距目标还差 4 人、6.67 个百分点' +
      '待核实的核实后在 33.33%～37.50% 之间（16/48～18/48）应评 9 个单位：达标 6，未达标 2，缺数据 1各单位 30.00%～50.00%',
  );
  expect(goals[0]).toContain('应评 6 个单位：达标 4，未达标 1，待核实 1');
});

test('the matrix says every verdict by sign and word, and what was not handed in as 未报送', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  const rows = place.rows();
  expect(rows[0]?.slice(0, 4)).toEqual(['单位', '城市社区社会组织数', '农村社区社会组织数', '社区工作者持证比例']);
  expect(rows[1]?.[3]).toBe('33.33%6/9');
  expect(rows[3]).toEqual([
    '向阳社区71.50 分　田家庵区 望淮街道',
    '✗未达标',
    '无此项',
    '✗未达标',
    '✓达标',
    '✓达标',
    '✓达标',
  ]);
  expect(rows.at(-1)).toEqual(['青石村凤台县 沿河镇', ...Array.from({ length: 6 }, () => '∅未报送')]);
  // The version that does not count is in the list of files alone.
  expect(rows).toHaveLength(2 + 10);
});

test('at mid-term nothing is called 未达标, and there is no grade', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('② 总览');
  expect(place.element.querySelector('.target')?.textContent).toContain('进展：达标 4，进行中 1');
  const told = [...place.element.querySelectorAll('.target, .matrix, .ranking')].map((one) => one.textContent).join();
  expect(told).not.toContain('未达标');
  expect(told).not.toContain('等级');
  expect(told).toContain('进度评分');
});

test('of what nobody told, all units together are not said to have reached none', async () => {
  const untold = (rollup: typeof tenUnits) => ({
    ...rollup,
    indicators: rollup.indicators.map((one) => (one.id === 'P01' ? { ...one, met: 0, missing: one.applicable } : one)),
  });
  for (const [city, words] of [
    [tenUnits, '缺数据'],
    [atMidterm, '缺数据（未到期）'],
  ] as const) {
    const { element, step } = await openPlace({ start: { rollup: untold(city) } });
    await step('② 总览');
    expect([...element.querySelectorAll('[data-at="1,6"]')].map(({ textContent }) => textContent)).toEqual([words]);
  }
});

test('where nothing could be compared, no 0 stands at 跨册问题, and nothing says that there is no problem', async () => {
  const notChecked = [{ rule: 'Z11', reason: '要再放入一次才能核对：锦湖社区。' }];
  const { element, step, text } = await openPlace({ start: { rollup: { ...tenUnits, findings: [], notChecked } } });
  const tab = [...element.querySelectorAll('[role=tab]')].find((one) => one.textContent?.includes('跨册问题'));
  expect(tab?.textContent).toBe('③ 跨册问题');
  await step('③ 跨册问题');
  expect(text()).toContain('还有没有核对的，不能说没有问题：没有核对的1要再放入一次才能核对：锦湖社区。');
  expect(text()).not.toContain('没有发现问题');
});

test('sorted by a column the worst come first, and a filter says what is left out', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  await act(async () => place.find<HTMLElement>('thead th', '社区工作者持证比例').click());
  const names = () =>
    place
      .rows()
      .slice(2)
      .map(([name]) => name?.replace(/(社区|村).*$/, '$1'));
  expect(names().slice(0, 4)).toEqual(['向阳社区', '望江社区', '锦城社区', '青石村']);
  await place.press('按“社区工作者持证比例”的判定，差的在前；全部单位');
  await place.type('县区', 'HN-07');
  expect(names()).toEqual(['青石村', '丰台村', '柳林村', '石桥村']);
  await place.type('排序', 'score');
  await place.type('城乡', 'rural');
  expect(names()).toEqual(['丰台村', '柳林村', '石桥村', '青石村']);
  expect(place.text()).toContain('按得分；只看凤台县、农村社区');
  await place.type('判定', 'unmet');
  expect(place.text()).toContain('没有这样的单位。请改选上面的条件。');
  await place.press('恢复全部');
  expect(names()).toHaveLength(10);
});

test('a cell opens to figure, gap, reasons and clause; its place is selected in this workbook', async () => {
  const place = await openPlace({ ownDataHash: 'sha256:向阳社区' });
  await place.step('② 总览');
  await place.click('向阳社区', 3);
  expect(place.focused()).toBe('社区工作者持证比例田家庵区 望淮街道 向阳社区');
  const told = place.element.querySelector('.details')!.textContent!;
  for (const words of [
    '✗未达标',
    '数3／10＝30.00%',
    '目标≥40%',
    '差距还差 1 名持证社工',
    '第 9 行未计入',
    '对比基线 2/10，中期 缺数据，终期 3/10',
    '淮府办〔2020〕8号',
  ])
    expect(told).toContain(words);
  await place.press('社区工作者花名册!H4:H18');
  expect(place.selected).toEqual([{ sheet: '社区工作者花名册', address: 'H4:H18' }]);
  // What is not asked of a unit is compared with nothing.
  await place.click('向阳社区', 2);
  expect(place.element.querySelector('.details')!.textContent).not.toContain('对比');
});

test('of another workbook the sheet is shown here; where only its result is kept it is asked for', async () => {
  const place = await openPlace({ ownDataHash: 'sha256:向阳社区' });
  await place.step('② 总览');
  await place.click('锦湖社区', 3);
  await place.press('社区工作者花名册!H4:H18');
  expect(place.selected).toEqual([]);
  expect(place.text()).toContain('“锦湖社区.xlsx”只留有上次的结果，没有文件本身。请再放入这个文件，再看单元格。');
});

test('by keyboard: arrows go through the matrix, Enter opens, Esc closes and leaves one where one was', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  place.grid().focus();
  await place.key('ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
  expect(place.focused()).toContain('社区工作者持证比例');
  await place.press('社区工作者花名册!H4:H18');
  await place.key('Escape');
  expect(place.text()).not.toContain('请再放入');
  expect(place.focused()).toBe('社区工作者花名册!H4:H18');
  await place.key('Escape');
  expect(place.element.querySelector('.details')).toBeNull();
  expect(document.activeElement).toBe(place.grid());
  // The whole row of all units, and a unit itself.
  await place.key('Home', 'Enter');
  expect(place.element.querySelector('.details')!.textContent).toContain('文件向阳社区.xlsx');
  await place.press('关闭详情');
  expect(document.activeElement).toBe(place.grid());
});

test('a unit tells of its workbook: received, sent back, points, findings, what changed', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  await place.click('锦湖社区', 0);
  const told = place.element.querySelector('.details')!.textContent!;
  for (const words of [
    '收到首次 2021-06-03，末次 2021-06-05（逾期）',
    '前面1 份',
    '得分88.00，待人评（缺 2 项）',
    '待人评督导机构选定、居民满意度',
    '强制 0，核实 3（已说明 2），提示 1',
    '城市社区社会组织数 不同',
    '“望淮惠民服务社”在锦湖社区、向阳社区都计入了社会组织。',
  ])
    expect(told).toContain(words);
  await place.press('关闭详情');
  await place.click('青石村', 3);
  expect(place.element.querySelector('.details')!.textContent).toContain('未报送');
  expect(place.text()).toContain('还没有报送，不参与各项合并计算，也没有名次。');
});

test('ranking: urban and rural apart, equal points share a rank, no grade before people have judged', async () => {
  const place = await openPlace();
  await place.step('② 总览');
  const tables = [...place.element.querySelectorAll('.ranking')].map((table) =>
    [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  expect(tables[0]).toEqual([
    ['1', '锦湖社区田家庵区 望淮街道', '88.00', '待人评（缺 2 项）', '5/5'],
    ['2', '向阳社区田家庵区 望淮街道', '71.50', '合格', '3/5'],
    ['2', '望江社区田家庵区 望淮街道', '71.50', '合格', '3/5'],
    ['4', '锦城社区田家庵区 望淮街道', '60.00', '合格', '3/5'],
  ]);
  expect(tables[1]).toEqual([['1', '丰台村凤台县 沿河镇', '90.25', '优秀', '5/5']]);
  expect(place.text()).toContain('凤台县 沿河镇 青石村（未报送）');
});

test('ranking: a score with points from people says so, at mid-term too; points of the other evaluation are in none', async () => {
  const given = { item: 'M05', points: 1, by: '评估组一', on: '2020-12-01', mode: 'midterm' as const };
  const judged = [
    { ...given, key: 'HN-03/望淮街道/向阳社区' },
    { ...given, key: 'HN-03/望淮街道/锦城社区', mode: 'final' as const },
  ];
  const place = await openPlace({ start: { rollup: atMidterm, files: rowsOf(atMidterm), said: { judged } } });
  await place.step('② 总览');
  const rows = [...place.element.querySelectorAll('.ranking tbody tr')].map((row) => row.textContent ?? '');
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter((row) => row.includes('含人评'))).toEqual([expect.stringContaining('向阳社区')]);
});

test('across workbooks: what, what to do, and both places; below what was not held against each other', async () => {
  const place = await openPlace({ ownDataHash: 'sha256:向阳社区' });
  await place.step('③ 跨册问题');
  expect(place.element.querySelector('.finding')?.textContent).toBe(
    '强制 “望淮惠民服务社”在锦湖社区、向阳社区都计入了社会组织。查明属哪个社区，另一册删去。' +
      '锦湖社区 社会组织名录!B5向阳社区 社会组织名录!B9',
  );
  expect(place.text()).toContain('没有中期的工作簿，没有比中期和终期。');
  await place.press('社会组织名录!B9');
  expect(place.selected).toEqual([{ sheet: '社会组织名录', address: 'B9' }]);
  await place.press('社会组织名录!B5');
  expect(place.text()).toContain('“锦湖社区.xlsx”只留有上次的结果');
});

test('a file that this Excel does not let a pane save says what to do', async () => {
  const place = await openPlace();
  await place.step('④ 表与打印');
  await place.press('下载汇总.xlsx');
  expect(place.text()).toContain('已存成“汇总.xlsx”。');
  expect(place.text()).toContain('在“下载”里找不到的，是这个 Excel 不让窗格存文件（Mac 上多是这样）。请打开网页');
  vi.spyOn(URL, 'createObjectURL').mockImplementationOnce(() => {
    throw new Error('not allowed');
  });
  await place.press('下载汇总.xlsx');
  expect(place.text()).toContain('没能存成文件。这个 Excel 不让窗格存文件');
  expect(place.find<HTMLAnchorElement>('a', '打开网页').pathname).toBe('/workbooks.html');
});

test('what is to be put into the page is named, a .zip by its own name; on the page itself nothing is', async () => {
  const inside = ['第一批.zip/寿县/柳塘村.xlsx', '第一批.zip/渡口社区.xlsx', '锦湖社区.xlsx'];
  const files = inside.map((path) => ({ path, step: 'judged' as const, problem: null }));
  const place = await openPlace({ start: { files } });
  await place.step('④ 表与打印');
  await place.press('下载汇总.xlsx');
  await place.press('要放入的 2 个文件');
  const names = [...place.element.querySelectorAll('.fold-body li')].map((line) => line.textContent);
  expect(names).toEqual(['第一批.zip', '锦湖社区.xlsx']);
  const page = await openPlace({ start: { files }, isPage: true });
  await page.step('④ 表与打印');
  await page.press('下载汇总.xlsx');
  expect(page.text()).not.toContain('要放入的');
});

test('报告（Word） is of the evaluation that is rolled up, signed as typed; what is left empty leaves room', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('④ 表与打印');
  await place.press('下载中期评估报告');
  await place.type('署名单位', ' 淮南市民政局 ');
  await place.type('成文日期', '2020-12-28');
  await place.leave();
  await act(async () => place.find<HTMLInputElement>('.tick input', '').click());
  await place.press('下载中期评估报告（公开版）');
  expect(place.text()).toContain('已存成“中期评估报告.docx”。');
  expect(place.asked).toEqual([
    ['report', { office: null, commissioner: null, day: null, resubmitBy: null, rectifyBy: null, isPublic: false }],
    [
      'report',
      {
        office: '淮南市民政局',
        commissioner: null,
        day: '2020-12-28',
        resubmitBy: null,
        rectifyBy: null,
        isPublic: true,
      },
    ],
  ]);
});

test('before a report is made it says what it would lack', async () => {
  const files = rowsOf(tenUnits).map((row, at) => (at === 0 ? { ...row, step: 'kept' as const } : row));
  const place = await openPlace({ start: { files } });
  await place.step('④ 表与打印');
  const lacks = [...place.element.querySelectorAll('.lacks li')].map((line) => line.textContent);
  expect(lacks).toEqual([
    '1 个单位没有报送：写作“未报送”，不算作 0。',
    '人评分还缺 2 项，涉及 1 个单位：没有评的不写分数。',
  ]);
  expect(place.text()).toContain(
    '1 个文件只留有上次的结果，没有留下原文，也没有和别的工作簿比过：报告和通知现在写不了',
  );
});

test('a report signed before its data end is told before it is made', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('④ 表与打印');
  await place.type('成文日期', '2020-11-29');
  // Not when it is left: what stands below would move from under the pointer that leaves it.
  expect(place.text()).toContain('成文日期2020年11月29日早于数据截止日2020年11月30日，请核对。');
  await place.leave();
  expect(place.text()).toContain('成文日期2020年11月29日早于数据截止日2020年11月30日，请核对。');
  await place.type('成文日期', '0020-11-30');
  expect(place.text()).toContain('成文日期2020年11月29日早于数据截止日');
  await place.type('成文日期', '2020-11-30');
  expect(place.text()).not.toContain('早于数据截止日');
});

test('a date belongs to its evaluation: that of mid-term is not that of the end, and is there again', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  const date = (label: string) => place.find<HTMLInputElement>('input', label).value;
  await place.step('④ 表与打印');
  await place.type('成文日期', '2020-12-28');
  await place.type('退回的，重新报送期限', '2021-01-15');
  await place.leave();
  await act(async () => place.change({ rollup: { ...atMidterm, mode: 'final' } }));
  expect([date('成文日期'), date('退回的，重新报送期限')]).toEqual(['', '']);
  await act(async () => place.change({ rollup: atMidterm }));
  expect([date('成文日期'), date('退回的，重新报送期限')]).toEqual(['2020-12-28', '2021-01-15']);
});

test('整改期限 is that of the policy until another is said; deadlines that are over on the day of the paper are told', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('④ 表与打印');
  expect(place.find<HTMLInputElement>('input', '整改期限').value).toBe('2021-02-28');
  await place.type('成文日期', '2021-03-20');
  await place.type('退回的，重新报送期限', '2021-03-19');
  expect(place.text()).toContain('重新报送期限2021年3月19日早于成文日期2021年3月20日，请改正。');
  expect(place.text()).toContain('整改期限2021年2月28日早于成文日期2021年3月20日，请改正。');
  await place.type('整改期限', '2021-04-30');
  expect(place.asked).toEqual([['say', { rectifyBy: '2021-04-30' }]]);
  await act(async () => place.change({ said: { rectifyBy: '2021-04-30' } }));
  await place.type('退回的，重新报送期限', '2021-03-20');
  expect(place.text()).not.toContain('早于成文日期');
});

test('once anything of a paper was changed, what was saved is said to be of before', async () => {
  const before = '以上说的是改动以前的，改过以后还没有下载。';
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('④ 表与打印');
  await place.type('成文日期', '2020-12-28');
  await place.leave();
  await place.press('下载中期评估报告');
  expect(place.text()).toContain('已存成“中期评估报告.docx”。');
  expect(place.text()).not.toContain(before);
  await place.type('成文日期', '2020-12-29');
  expect(place.text()).toContain(before);
  await place.leave();
  await place.press('下载中期评估报告');
  expect(place.text()).not.toContain(before);
});

test('a template that cannot be used says so when it is chosen, and is not taken; without one that is told no more', async () => {
  const checkTemplate = async (file: Blob) => {
    if ((file as File).name !== '模板.docx') throw new Unwritten(['没有“{{正文}}”，请在模板里加上，独占一段。']);
  };
  const place = await openPlace({ start: { rollup: atMidterm }, answers: { checkTemplate } });
  await place.step('④ 表与打印');
  const choose = async (name: string) => {
    const input = place.find<HTMLInputElement>('input[type="file"]', '用本单位模板');
    Object.defineProperty(input, 'files', { value: [new File(['x'], name)], configurable: true });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  };
  const told = () => place.element.querySelector('.tone-error')!.textContent;
  await choose('没有标记.docx');
  expect(told()).toBe('“没有标记.docx”不能用作模板，没有采用：没有“{{正文}}”，请在模板里加上，独占一段。');
  await place.press('下载中期评估报告');
  expect(place.asked.at(-1)).toHaveLength(2);
  await place.press('不用模板');
  expect(told()).toBe('');
  await choose('没有标记.docx');
  await choose('模板.docx');
  expect(told()).toBe('');
  await place.press('下载中期评估报告');
  expect(place.asked.at(-1)![2]).toMatchObject({ name: '模板.docx' });
  await place.press('不用模板');
  expect(place.text()).not.toContain('已存成');
});

test('who signs is not commissioned by itself', async () => {
  const place = await openPlace({ start: { rollup: atMidterm } });
  await place.step('④ 表与打印');
  await place.type('署名单位', '淮南市民政局');
  await place.type('委托单位', ' 淮南市民政局');
  expect(place.text()).toContain('委托单位就是署名单位：不写受委托。');
  await place.press('下载中期评估报告');
  expect(place.asked).toMatchObject([['report', { office: '淮南市民政局', commissioner: null }]]);
});

test('where a paper could not be written, it says why and nothing is saved', async () => {
  const notices = () => Promise.reject(new Unwritten(['没有要发通知的单位。']));
  const place = await openPlace({ answers: { notices } });
  await place.step('④ 表与打印');
  await place.press('下载各单位通知');
  expect(place.text()).toContain('没有要发通知的单位。');
  expect(place.text()).not.toContain('已存成');
});

test('人评分: what cannot stand says why; what is saved bears who and when', async () => {
  const place = await openPlace();
  await place.step('④ 表与打印');
  await place.type('单位', 'HN-03/望淮街道/锦湖社区');
  await place.type('督导机构选定得分', '1.3');
  await place.type('居民满意度得分', '3');
  await place.press('保存');
  expect(place.asked).toEqual([]);
  expect(place.text()).toContain('“督导机构选定”填的 1.3 不是半分的整倍数，请填如 1、1.5、2。');
  expect(place.text()).toContain('“居民满意度”填的 3 超出范围，请填 0 到 2。');
  expect(place.text()).toContain('请填评分人。');
  await place.type('督导机构选定得分', '1.5');
  await place.type('居民满意度得分', '');
  await place.type('评分人', '评估组一');
  await place.type('评分日期', '2021-06-20');
  await place.leave();
  await place.press('保存');
  const points = {
    key: 'HN-03/望淮街道/锦湖社区',
    item: 'M05',
    points: 1.5,
    by: '评估组一',
    on: '2021-06-20',
    mode: 'final',
  };
  expect(place.asked).toEqual([['say', { judged: [points] }]]);
});

test('人评分 of mid-term are not shown as those of the final evaluation, and stay', async () => {
  const early = { key: 'HN-03/望淮街道/锦湖社区', item: 'M05', points: 2, by: '评估组二', on: '2020-12-01' };
  const kept = { ...early, mode: 'midterm' as const };
  const place = await openPlace({ start: { said: { judged: [kept] } } });
  await place.step('④ 表与打印');
  await place.type('单位', early.key);
  expect(place.find<HTMLInputElement>('input', '督导机构选定得分').value).toBe('');
  expect(place.find<HTMLInputElement>('input', '评分人').value).toBe('');
  await place.type('督导机构选定得分', '1');
  await place.type('评分人', '评估组一');
  await place.type('评分日期', '2021-06-20');
  await place.leave();
  await place.press('保存');
  const now = { ...early, points: 1, by: '评估组一', on: '2021-06-20', mode: 'final' };
  expect(place.asked).toEqual([['say', { judged: [kept, now] }]]);
});

test('a filled sheet of points is taken, and each line that is not says why', async () => {
  const problems = ['C4：得分 9 超过满分 2，没有取用。'];
  const place = await openPlace({ answers: { takeScores: async () => problems } });
  await place.step('④ 表与打印');
  const input = place.find<HTMLInputElement>('input[type="file"]', '取用填好的人评分表');
  Object.defineProperty(input, 'files', { value: [new File(['x'], '人评分表.xlsx')] });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(place.text()).toContain('没有新的评分可取用。没有取用的：C4：得分 9 超过满分 2，没有取用。');
});

test('of a filled sheet of points it is said how many were taken', async () => {
  const point = {
    key: 'HN-03/望淮街道/锦湖社区',
    item: 'M05',
    points: 1,
    by: '评估组一',
    on: '2021-06-20',
    mode: 'final' as const,
  };
  const known = { ...point, item: 'F03' };
  const place = await openPlace({
    start: { said: { judged: [known] } },
    answers: {
      takeScores: async () => {
        place.change({ said: { judged: [{ ...known }, point] } });
        return [];
      },
    },
  });
  await place.step('④ 表与打印');
  const input = place.find<HTMLInputElement>('input[type="file"]', '取用填好的人评分表');
  Object.defineProperty(input, 'files', { value: [new File(['x'], '人评分表.xlsx')] });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(place.text()).toContain('“人评分表.xlsx”：已取用 1 项。');
});

test('a baseline is pasted; lines that are not taken say why and stay to be mended', async () => {
  const place = await openPlace();
  await place.step('④ 表与打印');
  await place.type('粘贴在这里', '锦湖社区\t社区工作者持证比例\t2\t10\n没有的社区\tG03\t1\t2');
  await place.press('取用');
  expect(place.asked).toEqual([
    ['say', { baseline: [{ key: 'HN-03/望淮街道/锦湖社区', id: 'G03', numerator: 2, denominator: 10 }] }],
  ]);
  expect(place.text()).toContain('已取用 1 行。第 2 行：这次汇总里没有叫“没有的社区”的单位。');
  expect(place.text()).toContain('已有 1 个基线数');
});

test('a code from paper: 一致 and which file, what differs from the one that counts, or 不一致', async () => {
  const answers = {
    check: async (code: string) =>
      code === 'ABCD2345'
        ? {
            files: ['第一次报/锦湖社区.xlsx'],
            differs: [{ file: '第一次报/锦湖社区.xlsx', counts: '锦湖社区.xlsx', indicators: ['G01'] }],
          }
        : { files: [], differs: [] },
  };
  const place = await openPlace({ answers });
  await place.step('④ 表与打印');
  const check = async (code: string) => {
    await place.type('校验码', code);
    await place.press('核对');
  };
  await check('abcd 2345');
  expect(place.text()).toContain('一致：“第一次报/锦湖社区.xlsx”');
  expect(place.text()).toContain(
    '但“第一次报/锦湖社区.xlsx”不是作准的一份：与作准的“锦湖社区.xlsx”比，城市社区社会组织数 不同。',
  );
  await check('ABCD2346');
  expect(place.text()).toContain('不一致：放入的文件里没有校验码是 ABCD2346 的。');
  await check('ABC');
  expect(place.text()).toContain('校验码是 8 个字母和数字，这里是 3 个，请照纸上的再填。');
});

test('what this machine keeps is cleared after one question, and Esc is no', async () => {
  const place = await openPlace();
  await place.step('④ 表与打印');
  await place.press('清除本机保存的进度');
  expect(place.focused()).toBe('不清除');
  expect(place.text()).toContain(
    '只清除这里记下的结果和您说明的内容（单位、日期、人评分、基线），您电脑里的文件不动。',
  );
  await place.key('Escape');
  expect(place.focused()).toBe('清除本机保存的进度');
  await place.press('清除本机保存的进度');
  await place.press('确定清除');
  expect(place.asked).toEqual([['clear']]);
});

test('of five hundred units and forty indicators only what is in sight is drawn', async () => {
  const { rollup, words } = largeCity(500, 40);
  const place = await openPlace({ start: { rollup, words, files: rowsOf(rollup) } });
  await place.step('② 总览');
  expect(place.grid().getAttribute('aria-rowcount')).toBe('502');
  expect(place.element.querySelectorAll('.matrix tbody [data-at]').length).toBeLessThan(500);
  expect(place.element.querySelectorAll('.ranking tbody tr')).toHaveLength(20);
  // The cell that has the keyboard is always there, however far it goes.
  place.grid().focus();
  await place.key(...Array.from({ length: 60 }, () => 'PageDown'), 'End');
  const active = place.element.ownerDocument.getElementById(place.grid().getAttribute('aria-activedescendant')!);
  expect(active?.dataset.at).toBe('501,40');
});

test('窗格重新打开，还在原来的一步', async () => {
  const before = await openPlace();
  await before.press('② 总览');
  const after = await openPlace();
  expect(after.element.querySelector('[role=tab][aria-selected=true]')?.textContent).toContain('② 总览');
});

test('the matrix is not measured any more once it is gone: browsers tell that it has no size before the next frame', async () => {
  const { step } = await openPlace();
  await step('② 总览');
  left.length = 0;
  await step('① 文件');
  expect(left).toEqual([true]);
});

test('a unit that was said is not unsaid by a second Enter, and the row says that it is so by what was said', async () => {
  const place = await openPlace();
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.type('“向阳社区.xlsx”是哪个单位的', 'HN-07/沿河镇/青石村');
  await place.press('确定');
  const said = ['say', { files: { '向阳社区.xlsx': { unit: tenUnits.units.at(-1)!.unit } } }];
  expect(place.asked).toEqual([said]);
  // Now it is of the unit that was said, and the unit that it was of has no file.
  const [xiangyang, qingshi] = [tenUnits.units[2]!, tenUnits.units.at(-1)!];
  const whose = ({ key, unit }: RollupUnit) => ({ key, unit });
  const units = tenUnits.units.map((one) => {
    if (one === xiangyang) return { ...qingshi, ...whose(xiangyang) };
    return one === qingshi ? { ...xiangyang, ...whose(qingshi) } : one;
  });
  await act(async () => place.change({ rollup: { ...tenUnits, units } }));
  const form = place.find('select', '“向阳社区.xlsx”是哪个单位的').closest('form')!;
  await act(async () => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  expect(place.asked).toEqual([said]);
  expect(place.find('.file-summary', '青石村').textContent).toContain('计入向阳社区.xlsx · 终期 · 单位按您的说明');
});

test('a file that was read and of which nobody knows whose it is waits to be told of: 待说明', async () => {
  const unknown = unit('', { key: '', state: 'unreadable', because: '看不出是哪个单位的，请指定单位。' });
  const nobody = {
    ...unknown,
    file: '未署名.xlsx',
    unit: { ...unknown.unit, county: null, street: null, community: null },
  };
  const rollup = { ...tenUnits, units: [...tenUnits.units, nobody] };
  const place = await openPlace({ start: { rollup, files: rowsOf(rollup) } });
  expect(place.find('.file-summary', '未署名').textContent).toContain('单位未定待说明未署名.xlsx');
  expect(place.text()).not.toContain('未能计入');
});

const [first, second, third] = rowsOf(tenUnits).slice(-3);

test('what was stopped is no fault of the file: one goes on with it, and every figure says of how many files it is', async () => {
  const stopped = ['甲.xlsx', '乙.xlsx'].map((path) => ({ path, step: 'stopped' as const, problem: null }));
  const place = await openPlace({ start: { files: [...rowsOf(tenUnits), ...stopped] } });
  expect(place.find('.file-row', '甲.xlsx').textContent).toBe('甲.xlsx没有读移除');
  for (const step of ['① 文件', '② 总览', '③ 跨册问题', '④ 表与打印']) {
    await place.step(step);
    expect(place.text()).toContain('已停止，只含 10 个文件');
  }
  await place.press('继续检查这 2 个');
  expect(place.asked).toEqual([['resume']]);
});

test('a file that was put in again and not read again says so, and what was read before counts', async () => {
  const problem = '已停止，这一份没有读，仍按上一次放入的计。';
  const files = rowsOf(tenUnits).map((row) => (row.path === '向阳社区.xlsx' ? { ...row, problem } : row));
  const place = await openPlace({ start: { files } });
  expect(place.find('.file-summary', '向阳社区').textContent).toBe(
    `田家庵区 望淮街道 向阳社区计入向阳社区.xlsx · 终期${problem}`,
  );
});

test('stopped before the first was read, the other steps say where one goes on', async () => {
  const stopped = [{ path: '甲.xlsx', step: 'stopped', problem: null }] as const;
  const place = await openPlace({ start: { rollup: null, files: stopped } });
  expect(place.text()).toContain('继续检查这 1 个');
  await place.step('② 总览');
  expect(place.text()).toContain('已停止，文件都没有读。请到“① 文件”继续检查。');
});

test('while files are read nothing looks final: no rate of reports, and nobody is called missing', async () => {
  const place = await openPlace({ start: { progress: { done: 10, all: 30 } } });
  expect(place.text()).not.toContain('未报送 1 个');
  for (const step of ['① 文件', '② 总览', '③ 跨册问题', '④ 表与打印']) {
    await place.step(step);
    expect(place.text()).toContain('正在检查，以下只含已检查的 10 个');
    expect(place.text()).not.toContain('报送率');
  }
});

test('what lacks data and is not due is found under 缺数据 as well', async () => {
  const later = atMidterm.units.map((one) => ({ ...one, verdicts: { ...one.verdicts, S08: 'met' as const } }));
  const place = await openPlace({ start: { rollup: { ...atMidterm, units: later } } });
  await place.step('② 总览');
  await place.press('按名册次序；全部单位');
  await place.type('判定', 'missing');
  expect(
    place
      .rows()
      .slice(2)
      .map(([name]) => name?.slice(0, 4)),
  ).toEqual(['锦城社区']);
  expect(place.rows()[2]).toContain('–缺数据（未到期）');
});

test('at mid-term nothing is said of a grade where points are typed, and the book is told of as it is', async () => {
  const place = await openPlace({ start: { rollup: { ...atMidterm, comparison: [] } } });
  await place.step('④ 表与打印');
  expect(place.text()).toContain('督导、满意度等要人评的项目，中期只出进度评分，不出等级。');
  expect(place.text()).not.toContain('评了才出等级');
  expect(place.text()).toContain('总览、指标矩阵、排名、问题、未报送与缺数据、文件、来源，A4 横排');
});

test('after 移除 one is at the file that takes its place, and after the last at the one before it', async () => {
  const place = await openPlace({ start: { files: [first!, second!, third!] } });
  const remove = async (name: string, left: readonly (typeof first)[]) => {
    await place.press(name);
    await place.press('移除');
    await act(async () => place.change({ files: left.flatMap((one) => one ?? []) }));
  };
  await remove('沿河镇 柳林村', [first, third]);
  expect(place.focused()).toContain('石桥村');
  await remove('沿河镇 石桥村', [first]);
  expect(place.focused()).toContain('丰台村');
});

test('while a file is judged again as of another evaluation one stays in its row', async () => {
  const place = await openPlace();
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.type('哪一次评估', 'midterm');
  const waiting = rowsOf(tenUnits).map((row) =>
    row.path === '向阳社区.xlsx' ? { ...row, step: 'waiting' as const } : row,
  );
  await act(async () => place.change({ files: waiting }));
  expect(document.activeElement?.closest('.file-row')?.textContent).toContain('向阳社区.xlsx');
  expect(document.activeElement?.closest('.file-row')?.textContent).toContain('等待检查');
  // Its result is gone, too, until the new one is there.
  const units = tenUnits.units.filter(({ file }) => file !== '向阳社区.xlsx');
  await act(async () => place.change({ rollup: { ...tenUnits, units } }));
  expect(document.activeElement?.closest('.file-row')?.textContent).toBe('向阳社区.xlsx等待检查');
});

test('what could not be done is told until it is closed or something else is done', async () => {
  const place = await openPlace();
  const told = '“向阳社区.xlsx”只留有上次的结果。请再放入这个文件，再打开。';
  await place.press('田家庵区 望淮街道 向阳社区');
  await place.press('打开');
  expect(place.text()).toContain(told);
  await place.press('关闭提示');
  expect(place.text()).not.toContain(told);
  expect(document.activeElement).not.toBe(document.body);
  await place.press('打开');
  expect(place.text()).toContain(told);
  await place.step('② 总览');
  expect(place.text()).not.toContain(told);
});

test('the cell that was opened stays in sight when its details take room', async () => {
  const seen: (string | undefined)[] = [];
  Element.prototype.scrollIntoView = function (this: HTMLElement) {
    seen.push(this.dataset.at);
  };
  const place = await openPlace();
  await place.step('② 总览');
  seen.length = 0;
  place.grid().focus();
  await place.click('向阳社区', 3);
  expect(seen).toEqual(['3,3']);
  // A goal is no cell: the page stays where it is.
  seen.length = 0;
  await place.press('社区工作者持证比例');
  expect(seen).toEqual([]);
});
