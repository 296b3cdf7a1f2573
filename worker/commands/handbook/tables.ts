import type { Page, Section, TablePages } from '../../../shared/model/handbook.ts';
import type { FieldDef, FieldGuide, FieldType, TableDef } from '../../../shared/model.ts';
import { guides } from '../../../shared/sheets/guides.ts';
import { sheets } from '../../../shared/sheets.ts';
import { choicesOf } from './fields.ts';

/** The tables of the workbook and how their cells are filled in; lists of protected people are none of them. */
export function tablePages(): readonly TablePages[] {
  return sheets.tables
    .filter(({ role }) => role !== 'protected')
    .map((table) => ({
      id: table.id,
      name: table.name,
      citation: table.citation,
      fields: table.fields.map((field) => fieldPage(field, table)),
    }));
}

function fieldPage(field: FieldDef, table: TableDef): Page {
  const guide = guides[table.id]![field.key]!;
  const choices = choicesOf(field);
  return {
    id: field.key,
    title: field.label,
    under: table.name,
    sections: sectionsOf(field, guide, table).filter(([, lines]) => lines.length > 0),
    ...(choices.length > 0 && { choices }),
    ...(field.type === 'codes' && { many: true as const }),
    ...withOthers(field),
  };
}

function sectionsOf(field: FieldDef, guide: FieldGuide, table: TableDef): readonly Section[] {
  const { means, counts = [], not = [], mistakes, source } = guide;
  return [
    ['填什么', [means]],
    ['哪些算', counts],
    ['哪些不算', not],
    ['怎样写', writing(field, guide)],
    ['例子', examples(field, guide, table)],
    ['容易错的', mistakes],
    ['依据', source ? [source] : []],
  ];
}

/** In the guide's own words, else in those of the type. */
function writing({ type, unit, personal }: FieldDef, { format }: FieldGuide): readonly string[] {
  const how = format ?? (typeWords[type] && `${typeWords[type]}。`);
  const inUnits = unit && unit !== '%' && !how.includes(unit) ? [`单位：${unit}。`] : [];
  return [...(how ? [how] : []), ...inUnits, ...(personal ? ['属个人信息，不发送原文。'] : [])];
}

/** What has nothing to say of itself has no words. */
const typeWords: Readonly<Record<FieldType, string>> = {
  text: '',
  count: '整数',
  amount: '数，可以有小数',
  ratio: '百分比，如 40%',
  date: '日期，写全年月日，如 2020-10-31',
  boolean: '填“是”或“否”',
  code: '填一项',
  codes: '填一项或几项，几项之间用顿号隔开',
  uscc: '统一社会信用代码，18 位，单元格先设为文本格式',
  id: '身份证号，18 位，单元格先设为文本格式',
  phone: '手机号 11 位，或固定电话',
  serial: '',
  remark: '',
};

function examples({ example }: FieldDef, guide: FieldGuide, table: TableDef): readonly string[] {
  return [
    ...(example === undefined ? [] : [`能通过的：${example}`]),
    ...(guide.wrong ? [`通不过的：${wrongText(guide.wrong, table)}`] : []),
  ];
}

/** `12（“培训人次”填“5”时）——培训人次比场次还少`. */
function wrongText({ value, beside = {}, because }: NonNullable<FieldGuide['wrong']>, { fields }: TableDef): string {
  const others = Object.entries(beside).map(([key, other]) => {
    const label = fields.find((field) => field.key === key)?.label ?? key;
    return other === null ? `“${label}”没有填` : `“${label}”填“${other}”`;
  });
  const written = value === '' ? '空着不填' : String(value);
  return `${written}${others.length > 0 ? `（${others.join('，')}时）` : ''}——${because}`;
}

/** One column for several fields. */
function withOthers({ by, inner, ends }: FieldDef): Pick<Page, 'with'> {
  const keys = [...(by ? Object.values(by.to) : []), ...(inner?.map(({ field }) => field) ?? []), ...(ends ?? [])];
  return keys.length > 0 ? { with: [...new Set(keys)] } : {};
}
