/** A small pilot workbook open in an Excel of the tests, with things of the person's in it that must stay. */
import { createExcelHost } from '../../addin/host/excel.ts';
import { contentsOf as orderedContentsOf, type WorkbookContents } from '../../addin/preview/contents.ts';
import { type Blocks, openMemory } from '../../addin/preview/memory.ts';
import type { Sheet, Workbook } from '../../addin/preview/workbook.ts';
import type { ByMode } from '../../shared/model/kinds.ts';
import { levelOf } from '../../shared/model/ours.ts';
import type { Explanation, Mark, PlanCell, WritePlan } from '../../shared/model.ts';
import { openOffice } from '../office.ts';

const blocks: Blocks = {
  花名册: [
    ['社区工作者花名册', null, null, null],
    ['序号', '姓名', '持证', '入职'],
    [1, '张甲', '是', 44165],
    [2, '李乙', '否', 43000],
    [3, '王丙', { error: '#REF!' }, null],
    [4, '赵丁', true, 43831],
  ],
  "组织'录": [
    ['组织名称', '统一代码'],
    ['甲协会', '5234'],
    ['乙中心', null],
  ],
  空表: [],
};

export async function open({ excelApi = '1.15', source = blocks }: { excelApi?: string; source?: Blocks } = {}) {
  const workbook = openMemory({ name: '花名册.xlsx', blocks: source });
  if (source === blocks) furnish(workbook);
  const office = await openOffice(workbook, { excelApi });
  return { workbook, office, host: createExcelHost() };
}

/** Formats, rules, merges and notes of the person's. */
function furnish(workbook: Workbook): void {
  const roster = sheetOf(workbook, '花名册');
  roster.merge({ top: 0, left: 0, bottom: 0, right: 3 });
  roster.setNumberFormat({ top: 2, left: 3, bottom: 5, right: 3 }, 'yyyy/m/d');
  roster.setStyle({ top: 1, left: 0, bottom: 1, right: 3 }, { fill: '#FFFF00', bold: true });
  roster.setStyle({ top: 3, left: 1, bottom: 3, right: 1 }, { fill: '#00B050', color: '#FF0000' });
  // Formats far below the values are common.
  roster.setStyle({ top: 5000, left: 20, bottom: 5000, right: 20 }, { fill: '#EEEEEE' });
  roster.setLines('rows', 4, 4, { hidden: true });
  roster.setLines('columns', 3, 3, { hidden: true });
  roster.setConditionalFormats([
    {
      id: 'theirs',
      areas: [{ top: 2, left: 1, bottom: 5, right: 1 }],
      type: 'Custom',
      formula: '=$C3="否"',
      formula2: null,
      operator: null,
      stopIfTrue: true,
      style: { fill: '#C6EFCE' },
    },
  ]);
  roster.setDataValidations([
    {
      areas: [{ top: 2, left: 2, bottom: 5, right: 2 }],
      type: 'List',
      rule: { list: { inCellDropDown: true, source: '是,否' } },
      ignoreBlanks: true,
      prompt: null,
      alert: null,
    },
  ]);
  roster.setNotes([{ row: 3, column: 1, author: '填表人', text: '待核' }]);
}

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export const secret = 'ab'.repeat(32);

export const marks: readonly Mark[] = [
  { sheet: '花名册', address: 'B3', level: 'error' },
  { sheet: '花名册', address: 'B4', level: 'error' },
  { sheet: '花名册', address: 'C2', level: 'gap' },
  { sheet: '花名册', address: 'D6', level: 'error' },
  { sheet: "组织'录", address: 'B2:B3', level: 'warning' },
  { sheet: "组织'录", address: 'A3', level: 'note' },
];

const text = (value: string | number | null, style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

export type Said = ByMode<readonly Explanation[]>;

/** Nothing was explained. */
export const none: Said = { midterm: [], final: [] };

/** Two findings, of keys k1 and k2; what was explained for other keys goes under 已消除. */
export function planOf(
  { final: explanations }: Said,
  { keys = ['k1', 'k2'], problem = '=1+1 不是代码' }: { keys?: readonly string[]; problem?: string } = {},
): WritePlan {
  const written = new Map(explanations.map((one) => [one.key, one]));
  const cleared = explanations.filter(({ key }) => !keys.includes(key));
  const rows = [
    [text('差距清单', 'title'), text(null), text(null), text(null)],
    [text('问题', 'heading'), text('单元格', 'heading'), text('说明', 'heading'), text('键', 'heading')],
    ...keys.map((key) => [
      text(problem),
      { ...text('组织"甲"!B2', 'link'), link: { sheet: "组织'录", address: 'B2:B3' } },
      text(written.get(key)?.text ?? '', 'entry'),
      text(key, 'key'),
    ]),
    ...(cleared.length > 0 ? [[text('已消除', 'heading'), text(null), text(null), text(null)]] : []),
    ...cleared.map(({ key, text: said, about }) => [text(about), text(''), text(said, 'entry'), text(key, 'key')]),
  ];
  return {
    marks,
    written: {
      engine: '1.0.0',
      policy: 'p',
      mode: 'final',
      asOf: '2021-05-31',
      on: null,
      verdicts: { G01: 'met' },
      findings: null,
    },
    marked: { policy: 'p', mode: 'final', asOf: '2021-05-31', on: null, marks: 'm' },
    sheets: [
      {
        role: 'gaps',
        name: '差距清单',
        widths: [40, 20, 20, 0],
        rows,
        spans: [0],
        frozenRows: 2,
        mode: 'final',
        page: { orientation: 'landscape', repeated: [1, 1] },
        filterRow: 1,
      },
      {
        role: 'summary',
        name: '评估摘要',
        widths: [20, 10],
        rows: [
          [text('评估摘要', 'title'), text(null)],
          [text('2020-11-30'), text(0.3, 'percent')],
        ],
        spans: [0],
        frozenRows: 0,
        mode: 'final',
        page: { orientation: 'landscape', repeated: null },
        filterRow: null,
      },
    ],
  };
}

/** In which order names were made says nothing. */
export function contentsOf(workbook: Workbook): WorkbookContents {
  const { names, ...rest } = orderedContentsOf(workbook);
  return { ...rest, names: [...names].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Cells that our rules mark, as `sheet!row,column level`. */
export function marked(workbook: Workbook): string[] {
  return workbook.sheets
    .flatMap((sheet) =>
      sheet.conditionalFormats().flatMap(({ formula, areas }) => {
        const level = levelOf(formula);
        if (!level) return [];
        const cells: string[] = [];
        for (const { top, left, bottom, right } of areas)
          for (let row = top; row <= bottom; row++)
            for (let column = left; column <= right; column++)
              cells.push(`${sheet.name}!${String.fromCharCode(65 + column)}${row + 1} ${level}`);
        return cells;
      }),
    )
    .sort();
}

export const allMarked = [
  '花名册!B3 error',
  '花名册!B4 error',
  '花名册!C2 gap',
  '花名册!D6 error',
  "组织'录!A3 note",
  "组织'录!B2 warning",
  "组织'录!B3 warning",
].sort();
