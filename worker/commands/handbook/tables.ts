import type { Page, TablePages } from '../../../shared/model/handbook.ts';
import type { FieldDef, FieldType } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';

/** The tables of the workbook and how their columns are filled in; lists of protected people are none of them. */
export function tablePages(): readonly TablePages[] {
  return sheets.tables
    .filter(({ role }) => role !== 'protected')
    .map(({ name, citation, fields }) => ({
      name,
      citation,
      // One column for two fields is another writing of those; running numbers need no guidance.
      fields: fields.filter(({ by, type }) => !by && type !== 'serial').map((field) => fieldPage(field, name)),
    }));
}

function fieldPage({ key, label, type, list, unit, personal, guidance }: FieldDef, table: string): Page {
  const choices = (list && sheets.codes[list]?.entries) || [];
  const kind =
    type === 'text' && guidance ? [] : [`${typeWords[type]}${unit && unit !== '%' ? `，单位：${unit}` : ''}。`];
  return {
    id: key,
    title: label,
    under: table,
    sections: [
      ['怎样填', [...(guidance ? [guidance] : []), ...kind, ...(personal ? ['属个人信息，不发送原文。'] : [])]],
      ...(choices.length > 0 ? [['认得的填法', [choices.map((one) => one.label).join('、')]] as const] : []),
    ],
  };
}

const typeWords: Readonly<Record<FieldType, string>> = {
  text: '文字',
  count: '整数',
  amount: '数，可以有小数',
  ratio: '百分比，如 40%',
  date: '日期，写全年月日，如 2020-10-31',
  boolean: '填“是”或“否”',
  code: '填一项',
  codes: '填一项或几项',
  uscc: '统一社会信用代码，18 位，单元格先设为文本格式',
  id: '身份证号，18 位，单元格先设为文本格式',
  phone: '手机号 11 位，或固定电话',
  serial: '序号',
  remark: '其他要说明的事',
};
