/** Sheets to be filled in that have one of each thing that such a sheet may have. */
import type { FormSheet, PlanCell } from '../shared/model.ts';

const cell = (value: PlanCell['value'], style: PlanCell['style'] = 'text'): PlanCell => ({ value, style });
const line = (values: readonly PlanCell['value'][], style: PlanCell['style']) => values.map((one) => cell(one, style));

/** Of six lines, the first of them the example. */
export const form: FormSheet = {
  name: '名录',
  widths: [6, 24, 12, 12],
  rows: [
    [cell('社区社会组织名录', 'title'), ...line([null, null, null], 'text')],
    line(['序号', '名称', '登记日期', '金额（万元）'], 'heading'),
    [...line(['合计', null, null], 'total'), { value: 0, style: 'total', formula: 'SUM(D4:D9)' }],
    line(['示例', '=张某某合唱队', '2020-05-01', '3.5'], 'example'),
  ],
  spans: [0],
  frozenRows: 2,
  page: { orientation: 'landscape', repeated: [1, 1] },
  filterRow: null,
  anchor: { policy: 'huainan-2020', kind: 'urban', version: 1, tables: ['W02'] },
  formats: [
    { area: 'A5:B9', format: '@' },
    { area: 'C5:C9', format: 'yyyy-mm-dd' },
  ],
  validations: [
    {
      area: 'B4:B9,B11:B12',
      rule: { kind: 'list', values: ['登记', '备案'] },
      prompt: { title: '管理方式', text: '从下拉中选一项。' },
      alert: null,
    },
    {
      area: 'C4:C9',
      rule: { kind: 'date', from: '2000-01-01', to: '2021-05-31' },
      prompt: { title: '登记日期', text: '证书上的日期。' },
      alert: { title: '登记日期', text: '请写成 2020-05-01。', style: 'stop' },
    },
    {
      area: 'D4:D9',
      rule: { kind: 'decimal', least: 0, most: null },
      prompt: null,
      alert: { title: '金额', text: '金额不会小于 0。', style: 'warning' },
    },
    { area: 'E4:E9', rule: { kind: 'length', exactly: 18 }, prompt: null, alert: null },
    { area: 'F4:F9', rule: { kind: 'whole', least: 1, most: 9 }, prompt: null, alert: null },
    { area: 'G4:G9', rule: { kind: 'custom', formula: 'COUNTIF(B4:B9,B4)=1' }, prompt: null, alert: null },
    { area: 'A4:A9', rule: { kind: 'any' }, prompt: { title: '序号', text: '从 1 起。' }, alert: null },
  ],
  conditions: [
    { area: 'C4:C9', formula: 'AND($B4<>"",$C4="")', look: 'error' },
    { area: 'B4:B9', formula: 'LEN($B4)>10', look: 'warning' },
  ],
};

export const forms: readonly FormSheet[] = [
  form,
  { ...form, name: '名录表', anchor: { ...form.anchor, tables: ['W06', 'W10'] } },
];
