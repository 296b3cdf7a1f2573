/** 填报表里的每一栏，选中哪一格都知道是哪一栏。 */
import { expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import { newFile } from '../../../shared/files/new.ts';
import { readFile } from '../../../shared/files/read.ts';
import { spotAt } from '../../../shared/fill/cells.ts';
import { cellAddress, columnIndex } from '../../../shared/model/addresses.ts';
import { policies } from '../../../shared/policies.ts';
import { templateOf } from '../../../shared/template/template.ts';
import { handbook } from '../../../worker/commands/handbook.ts';

const { snapshot } = readFile('填报表.xlsx', newFile(templateOf(policies[0]!, 'urban').sheets));
const { tables } = evaluate(snapshot);
const kindAt = (sheet: string, row: number, column: string) =>
  spotAt({ sheet, address: cellAddress(row - 1, columnIndex(column)) }, tables)?.kind;

test('清单：表头、示例行，和示例下面接着填的行', () => {
  const lists = tables.filter(({ cells }) => !cells);
  expect(lists.length).toBeGreaterThan(10);
  for (const { sheet, headerRows, columns, others = [], rows } of lists) {
    const example = others.find(({ kind }) => kind === 'example')!.row;
    for (const { column } of columns) {
      expect(kindAt(sheet, headerRows.at(-1)!, column)).toBe('heading');
      expect(kindAt(sheet, example, column)).toBe('example');
      expect(kindAt(sheet, example + 1, column)).toBe(rows > 0 ? 'value' : 'spare');
    }
  }
});

test('基本情况：名称右边是要填的格', () => {
  for (const { sheet, cells = [] } of tables)
    for (const { label, value } of cells) {
      expect(spotAt({ sheet, address: label }, tables)?.kind).toBe('heading');
      expect(spotAt({ sheet, address: value! }, tables)?.kind).toBe('value');
    }
});

test('脱敏以后各格还在原处', () => {
  const masked = deidentify(snapshot, 'ab'.repeat(32)).snapshot;
  const places = (of: typeof tables) => of.map(({ id, cells, others, room }) => ({ id, cells, others, room }));
  expect(places(evaluate(masked).tables)).toEqual(places(tables));
});

test('每一栏在手册里都有一页', () => {
  const pages = handbook().tables;
  for (const { id, columns } of tables)
    for (const { field } of columns)
      expect(pages.some((table) => table.id === id && table.fields.some((page) => page.id === field))).toBe(true);
});
