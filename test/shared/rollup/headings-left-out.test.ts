/** 每张表少认出任何一栏，都还读得出来：拿去与别册比对的，各指着一个真有的单元格。 */
import { expect, test } from 'vitest';
import { deidentify, grounds } from '../../../shared/evaluate.ts';
import { readFile } from '../../../shared/files/read.ts';
import { parseAddress } from '../../../shared/model/addresses.ts';
import type { Joins, SheetSnapshot, Table, WorkbookSnapshot } from '../../../shared/model.ts';
import { cityBytes, listCity } from '../../fixtures/city.ts';
import { snapshotOf } from '../check/snapshots.ts';
import { form } from './entries.ts';

const joinsOf = (snapshot: WorkbookSnapshot) => deidentify(snapshot, '7c'.repeat(32), [], grounds).joins;

const placesIn = ({ things, facts, register, issues = [] }: Joins) =>
  [...things, ...register, ...issues, facts.street, facts.community, facts.agency].flatMap((one) => one?.at ?? []);

/** 中期、终期各一册，再加试点名册。 */
const files = (await listCity()).filter(({ file }) => /^(?:HN-03|W00)/.test(file));
const samples = await Promise.all(files.map(async ({ file }) => readFile(file, await cityBytes(file)).snapshot));
const ours = snapshotOf({
  问题整改台账: [
    ['问题编号', '问题', '指标', '整改措施', '责任人', '整改时限', '状态', '完成日', '佐证'],
    ['W-1234-5678-9', '平台未建', 'P01', '建平台', '张某某', '2021-02-28', '已销号', '2021-02-20', '照片1'],
  ],
});

const alone = (sheet: SheetSnapshot): WorkbookSnapshot => ({
  ...snapshotOf({ 基本情况: form('锦湖社区') }),
  sheets: [...snapshotOf({ 基本情况: form('锦湖社区') }).sheets, sheet],
});

/** Another word than any heading's. */
function without({ address, values, ...sheet }: SheetSnapshot, cells: readonly (readonly [number, number])[]) {
  const { top, left } = parseAddress(address)!;
  const isLeftOut = (row: number, column: number) => cells.some(([r, c]) => r - top === row && c - left === column);
  return {
    ...sheet,
    address,
    values: values.map((line, row) => line.map((cell, column) => (isLeftOut(row, column) ? '人员' : cell))),
  };
}

const headingsOf = ({ shape, columns, headerRows, labels }: Table) =>
  shape === 'form'
    ? labels.map((label) => [label])
    : columns.map(({ index }) => headerRows.map((row) => [row, index] as const));

const cases = [...samples, ours].flatMap((snapshot) => {
  const { tables } = deidentify(snapshot, '7c'.repeat(32), [], grounds).typed;
  return tables.flatMap((table) => {
    const sheet = snapshot.sheets.find(({ name }) => name === table.sheet)!;
    return { name: `${table.id} ${table.sheet}`, sheet, headings: headingsOf(table) };
  });
});

test('共有的表都试到', () => expect(new Set(cases.map(({ name }) => name.slice(0, 3))).size).toBe(10));

test.each(cases)('$name', ({ sheet, headings }) => {
  for (const cells of headings) {
    const places = placesIn(joinsOf(alone(without(sheet, cells))));
    for (const { address } of places) expect(parseAddress(address), address).not.toBeNull();
  }
});
