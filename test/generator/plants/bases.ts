/** A workbook with a sheet for every table of the catalogue and in each a column for every field: no field is left out. */
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, FieldDef, SheetSnapshot, TableDef, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheetOf } from '../../snapshots.ts';
import { type Dice, dice } from '../dice.ts';
import { hardWorkbook } from '../hard/workbooks.ts';
import { generate } from '../workbooks.ts';

export function baseOf(seed: number): WorkbookSnapshot {
  const which = seed % 4;
  if (which === 0) return everyField(seed);
  if (which === 1) return generate(seed).plain;
  return which === 2 ? generate(seed).messy : hardWorkbook(seed).snapshot;
}

const { tables, codes } = grounds.catalogue;

function everyField(seed: number): WorkbookSnapshot {
  const roll = dice(seed + 17_000_023);
  return {
    schema: 'workbook-snapshot/1',
    name: '甲社区三社联动材料.xlsx',
    sheets: tables.map((table) => (table.shape === 'form' ? formSheet(roll, table) : listSheet(roll, table))),
  };
}

/** A list of protected people is one by such a word only. */
const titleOf = ({ name, titles, marked }: TableDef) => (marked ? `${marked[0]}对象${name}` : (titles[0] ?? name));
/** One table may have two layouts, each with a sheet. */
const nameOf = (table: TableDef) => `${tables.indexOf(table) + 1}${titleOf(table)}`;

function formSheet(roll: Dice, table: TableDef): SheetSnapshot {
  return sheetOf(nameOf(table), [
    [titleOf(table)],
    ...table.fields.map((field): Cell[] => [field.label, typicalOf(roll, field, 0)]),
  ]);
}

function listSheet(roll: Dice, table: TableDef): SheetSnapshot {
  return sheetOf(nameOf(table), [
    [titleOf(table)],
    table.fields.map(({ label }) => label),
    ...Array.from({ length: 4 }, (_, line) => table.fields.map((field) => typicalOf(roll, field, line))),
    ['合计'],
    ['填表人：', null, '审核人：', null, '负责人：'],
  ]);
}

function typicalOf(roll: Dice, field: FieldDef, line: number): Cell {
  if (field.list) return roll.pick(codes[field.list]!.entries).label;
  if (field.key === 'community') return '甲社区';
  if (field.key === 'street') return '甲街道';
  switch (field.type) {
    case 'serial':
      return line + 1;
    case 'count':
    case 'amount':
      return roll.between(1, 60);
    case 'ratio':
      return '40%';
    case 'date':
      return roll.pick<Cell>([44_000 + roll.int(300), '2020年10月', '2020.9.1']);
    case 'boolean':
      return roll.pick(['是', '否', '√']);
    case 'uscc':
    case 'id':
    case 'phone':
    case 'remark':
      return null;
    default:
      return roll.pick<Cell>(['甲队', '乙组', '丙项', null]);
  }
}
