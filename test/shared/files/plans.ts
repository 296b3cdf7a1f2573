/** What is written into files in tests. */
import type { MarkLevel, PlanCell, PlanSheet, WorkbookSnapshot, WritePlan } from '../../../shared/model.ts';

export const kept = {
  'ssld.secret': 'ab'.repeat(32),
  'ssld.corrections': [{ about: '列"甲"<&>', to: '重要'.repeat(300) }, null],
  'ssld.score': false,
};

const cell = (value: PlanCell['value'], style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });

export function sheetFor(role: PlanSheet['role'], target: string): PlanSheet {
  return {
    role,
    name: role === 'gaps' ? '差距清单' : '评估摘要',
    widths: [20, 30, 0],
    spans: [0],
    frozenRows: 2,
    mode: 'final',
    page: { orientation: 'landscape', repeated: null },
    filterRow: null,
    rows: [
      [cell(`${role} 标题`, 'title'), cell(null), cell(null)],
      [cell('序号', 'heading'), cell('说明', 'heading'), cell('键', 'heading')],
      [cell(1, 'number'), cell('=1+1 _x0041_ <&>"\n二\u000b ', 'entry'), cell('k1', 'key')],
      [{ ...cell('看 "B2"', 'link'), link: { sheet: target, address: 'B2:C3' } }, cell(0.25, 'percent'), cell('')],
    ],
  };
}

const areas: readonly (readonly [string, MarkLevel])[] = [
  ['A1', 'error'],
  ['B2:C3', 'gap'],
  ['A4', 'warning'],
  ['H5', 'note'],
  ['H7', 'note'],
];

/** Marks of every level on each sheet, and both sheets of ours. */
export function planFor({ sheets }: WorkbookSnapshot): WritePlan {
  return {
    marks: sheets.flatMap(({ name }) => areas.map(([address, level]) => ({ sheet: name, address, level }))),
    sheets: (['gaps', 'summary'] as const).map((role) => sheetFor(role, sheets[0]?.name ?? '')),
    written: {
      engine: '1.0.0',
      policy: 'p',
      mode: 'final',
      asOf: '2021-05-31',
      verdicts: {},
      on: null,
      findings: null,
    },
  };
}

/** Cells that `planFor` marks on each sheet. */
export const marksOfSheet = 8;
