/** 差距清单 as a paper: like findings on one line, where its lines lead, and how many pages it takes. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import type { Evaluation, Explanation, PlanSheet } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { columnPoints, fittedHeight, heightOf } from '../../shared/report/drawn.ts';
import { colours, looks } from '../../shared/report/looks.ts';
import { filteredRows, printable } from '../../shared/report/pages.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { unfiled } from '../../shared/report/reports.ts';
import { linesIn } from '../../shared/report/wrapping.ts';
import { listSamples, sampleSnapshot } from '../fixtures/samples.ts';
import { faultyLedgers } from '../ledgers.ts';
import { evaluation, finding, indicator } from './evaluations.ts';

const gapsOf = (one: Evaluation, explanations: readonly Explanation[] = []): PlanSheet =>
  writePlan(one, policyAbouts[0]!, { ...unfiled, explanations, on: '2021-06-02' }).sheets[0]!;
/** Below the headings, above what is signed. */
const linesOf = (sheet: PlanSheet) =>
  sheet.rows.slice(sheet.filterRow! + 1, filteredRows(sheet)![1] + 1).map((row) => row.map(({ value }) => value));

/** Of the finding in this row. */
const keyOf = (row: number) => String(row).padStart(24, '0');
const keysOf = (...rows: readonly number[]) => rows.map(keyOf).join(' ');

/** Rows 3, 4 and 6 up: one rule on one field. */
const alike = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const row = at < 2 ? 3 + at : 4 + at;
    return finding({
      key: keyOf(row),
      at: { sheet: '花名册', address: `K${row}` },
      message: `第${row}行身份证号不符。`,
    });
  });
const said = (keys: string, text: string): Explanation => ({
  key: keys,
  text,
  review: '',
  about: '甲',
  cleared: false,
});

describe('同类问题一行', () => {
  test('写明几项、在几个单元格、是哪些；键都在这一行', () => {
    const [line, ...others] = linesOf(gapsOf(evaluation({ findings: alike(5) })));
    expect(others).toEqual([]);
    expect(line![3]).toBe('K3…');
    expect(line![4]).toBe('第3行身份证号不符。同类共5项，5格：K3:K4、K6:K8。');
    expect(line!.at(-1)).toBe(keysOf(3, 4, 6, 7, 8));
  });

  test('两项问题在同一格，项数和格数不同', () => {
    const same = ['a', 'b'].map((key) => finding({ key }));
    expect(linesOf(gapsOf(evaluation({ findings: same })))[0]![4]).toBe(
      '第5行身份证号校验位不符。同类共2项，1格：K5。',
    );
  });

  test('不到四项、话又不同的，各写一行；别的工作表、别的栏、轻重不同的也不并', () => {
    const [one, two, three] = alike(3);
    expect(linesOf(gapsOf(evaluation({ findings: [one!, two!, three!] })))).toHaveLength(3);
    const apart = [
      finding({ key: 'a' }),
      finding({ key: 'b', field: 'phone' }),
      finding({ key: 'c', severity: 'warning' }),
      finding({ key: 'd', at: { sheet: '另表', address: 'K5' } }),
    ];
    expect(linesOf(gapsOf(evaluation({ findings: apart })))).toHaveLength(4);
  });

  test('写在一行里的说明，每一项都有；改好一项，其余的仍在一行', () => {
    const explained = [3, 4, 6, 7, 8].map((row) => said(keyOf(row), '数据属实：已核对'));
    const [line] = linesOf(gapsOf(evaluation({ findings: alike(5) }), explained));
    expect(line!.slice(6)).toEqual(['数据属实：已核对', '', keysOf(3, 4, 6, 7, 8)]);
    const left = gapsOf(evaluation({ findings: alike(5).slice(1) }), explained);
    expect(linesOf(left)[0]!.slice(6)).toEqual(['数据属实：已核对', '', keysOf(4, 6, 7, 8)]);
    expect(left.rows.find((row) => row[1]!.value === '已消除')!.at(-1)!.value).toBe(keyOf(3));
  });

  test('说明不同的不在一行', () => {
    const lines = linesOf(gapsOf(evaluation({ findings: alike(8) }), [said(keyOf(6), '电话核实：张某')]));
    expect(lines.map((line) => line.at(-1))).toEqual([keysOf(3, 4, 7, 8, 9, 10, 11), keyOf(6)]);
  });

  test('一起消除的同类问题，写明是其中几项', () => {
    const about = '第3行身份证号不符。同类共5项，5格：K3:K4、K6:K8。';
    const cleared = [3, 4].map((row) => ({ ...said(keyOf(row), '已核对'), about }));
    const { rows } = gapsOf(evaluation({}), cleared);
    const lines = rows.filter((row) => row[1]!.value === '已消除');
    expect(lines.map((row) => [row[4]!.value, row[5]!.value, row[8]!.value])).toEqual([
      [about, '其中2项。', keysOf(3, 4)],
    ]);
  });

  test('另一评估的差距各有一行：它们的键里可以有空格', () => {
    const cleared = ['甲 一', '乙'].map((name) => said(`gap:huainan-2020:midterm:G03:${name}:3/10`, '已核对'));
    const { rows } = gapsOf(evaluation({}), cleared);
    expect(rows.filter((row) => row[1]!.value === '另一评估').map((row) => row.at(-1)!.value)).toEqual(
      cleared.map(({ key }) => key),
    );
  });

  test('上千项的键放得下一格，单元格写到四十处为止', () => {
    const many = Array.from({ length: 1700 }, (_, at) =>
      finding({ key: String(at).padStart(24, '0'), at: { sheet: '花名册', address: `K${3 + 2 * at}` } }),
    );
    const lines = linesOf(gapsOf(evaluation({ findings: many })));
    expect(lines.map((line) => String(line.at(-1)).split(' ').length)).toEqual([1000, 700]);
    for (const line of lines) expect(String(line.at(-1)).length).toBeLessThan(32_767);
    expect(lines[0]![4]).toMatch(/同类共1000项，1000格：(K\d+、){39}K\d+等。$/);
  });
});

describe('每行说到哪里去找', () => {
  const doubtful = indicator({
    verdict: 'to_verify',
    at: { sheet: '花名册', address: 'I3' },
    evidence: [
      { sheet: '花名册', address: 'A3:M20', role: 'source' },
      { sheet: '花名册', address: 'I12', role: 'undecided' },
      { sheet: '岗位表', address: 'H7', role: 'undecided' },
    ],
  });

  test('待核实的指向存疑的单元格，不指向表头', () => {
    const sheet = gapsOf(evaluation({ indicators: [doubtful] }));
    const [, , , place, problem] = sheet.rows[sheet.filterRow! + 1]!;
    expect(place).toEqual({ value: 'I12…', style: 'link', link: { sheet: '花名册', address: 'I12' } });
    expect(problem!.value).toContain('存疑2格：I12、“岗位表”H7。');
  });

  test('没有存疑单元格的，仍指向取数的地方', () => {
    const sheet = gapsOf(evaluation({ indicators: [{ ...doubtful, evidence: [] }] }));
    expect(sheet.rows[sheet.filterRow! + 1]![3]!.link).toEqual({ sheet: '花名册', address: 'I3' });
  });
});

test('表头留在眼前、每页都有、可以筛选；写明检查日期，末尾签字盖章', () => {
  const sheet = gapsOf(evaluation({ findings: [finding({})] }));
  expect(sheet.rows[sheet.filterRow!]!.map(({ value }) => value)).toEqual(
    '序号 类别 工作表 单元格 问题 处理建议和依据 核实说明 审核意见 键'.split(' '),
  );
  expect([sheet.frozenRows, sheet.page, filteredRows(sheet)]).toEqual([
    4,
    { orientation: 'landscape', repeated: [3, 3] },
    [3, 4],
  ]);
  expect(sheet.rows[1]![0]!.value).toContain('检查日期：2021年6月2日');
  expect(sheet.rows.at(-1)![0]!.value).toMatch(
    /^填表人（签字）：.*审核人（签字）：.*负责人（签字）：.*（盖章）.*年.*月.*日$/,
  );
  expect(filteredRows(gapsOf(evaluation({})))).toBeNull();
});

describe('打印', async () => {
  const samples = await Promise.all(
    (await listSamples()).map(async (sample) => {
      const snapshot = await sampleSnapshot(sample);
      return { title: sample.title, one: evaluate(snapshot, { mode: sample.mode, asOf: sample.asOf }) };
    }),
  );
  const crowded = { title: '一千七百项问题', one: evaluate(faultyLedgers(54)) };

  test.each([...samples, crowded])('$title：字不小于9磅，每行都印得全', ({ one }) => {
    const sheet = gapsOf(one);
    expect(scaleOf(sheet) * 11).toBeGreaterThanOrEqual(9);
    expect(sheet.widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(160);
    // Higher no row of Excel is.
    for (const height of heightsOf(sheet)) expect(height).toBeLessThan(409);
  });

  test.each([...samples, crowded])('$title：四十行不过两页', ({ one }) => {
    const sheet = gapsOf(one);
    const [first, last] = filteredRows(sheet)!;
    expect(pagesOf(sheet)).toBeLessThanOrEqual(2 * Math.ceil((last - first) / 40));
  });

  test.each([...samples, crowded])('$title：评估摘要竖放不过四页，字不小于9磅', ({ one }) => {
    const summary = writePlan(one, policyAbouts[0]!, unfiled).sheets[1]!;
    expect(scaleOf(summary) * 11).toBeGreaterThanOrEqual(9);
    expect(pagesOf(summary)).toBeLessThanOrEqual(4);
  });

  test('一千七百项问题并成不到三百行，印十五页', () => {
    expect(crowded.one.findings.length).toBeGreaterThan(1700);
    expect(gapsOf(crowded.one).rows.length).toBeLessThan(300);
    expect(pagesOf(gapsOf(crowded.one))).toBeLessThanOrEqual(15);
  });
});

/** As large as fits between the margins. */
function scaleOf({ widths, page }: PlanSheet): number {
  const width = widths.reduce((sum, each) => sum + (each > 0 ? columnPoints(each) : 0), 0);
  return Math.min(1, printable(page).width / width);
}

/** No row is parted; the headings stand on every page. */
function pagesOf(sheet: PlanSheet): number {
  const heights = heightsOf(sheet);
  const room = printable(sheet.page).height / scaleOf(sheet);
  const headings = sheet.page.repeated ? heights[sheet.page.repeated[0]]! : 0;
  let [pages, used] = [1, 0];
  for (const height of heights) {
    if (used + height > room) {
      pages += 1;
      used = headings;
    }
    used += height;
  }
  return pages;
}

const heightsOf = (sheet: PlanSheet) =>
  sheet.rows.map((_, row) => (sheet.spans.includes(row) ? heightOf(sheet, row) : fittedHeight(sheet, row)));

test('合并的行没有程序来量：数字比半个字宽的字体里，末一行也印得全', () => {
  const { widths } = writePlan(evaluation({}), policyAbouts[0]!, unfiled).sheets[1]!;
  const room = widths.reduce((sum, width) => sum + columnPoints(width), 0) - 4;
  // Digits and letters of Arial and 等线 are up to 0.55 em wide, Chinese signs one em of 11 points.
  const said = '社区志愿者注册率为17.33%（1498/8642），达到16%目标；'.repeat(8);
  for (let length = 1; length <= said.length; length += 1) {
    const text = said.slice(0, length);
    const needed = [...text].reduce((sum, sign) => sum + (sign < '\u{80}' ? 0.55 : 1) * 11, 0) / room;
    const plan = { widths, rows: [[{ value: text, style: 'text' }]] } as unknown as PlanSheet;
    expect(Math.round(heightOf(plan, 0) / 15.75), text).toBeGreaterThanOrEqual(Math.ceil(needed));
  }
});

test.each([
  ['字字字字字', 10, 1],
  ['字字字字字字', 10, 2],
  // A stop begins no line: the sign before it goes down too.
  ['字字字字字。字字字', 10, 2],
  ['字字字字字。字字字字', 10, 3],
  // A bracket ends no line, and stays with the number before it.
  ['字字字字（字）', 10, 2],
  ['30.00%～44.44%（3/10～4/9）', 18, 3],
  // A number is not taken apart, unless no line holds it.
  ['字字字字 2021-05-31', 10, 2],
  ['2021-05-31-2021-05-31', 10, 3],
  ['一\n二', 10, 2],
  ['', 10, 1],
])('%s：%d个半角宽，%d行', (text, width, lines) => expect(linesIn(text, width)).toBe(lines));

test('底色上的字看得清：对比度不低于4.5', () => {
  for (const { fill, font } of [...Object.values(colours), looks.met, looks.heading])
    expect(contrast(fill!, font!)).toBeGreaterThanOrEqual(4.5);
});

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
