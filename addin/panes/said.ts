/** What a person has said, in words, and what takes its place. */
import { parseAddress } from '../../shared/model/addresses.ts';
import { isPlaced } from '../../shared/model/contract.ts';
import type { Area, Correction, Place, PlacedCorrection, TableReport, WordCorrection } from '../../shared/model.ts';
import { namesOf, type TableName } from './names.ts';

/** With what is said anew in the place of what was said of the same. */
export function withSaid(held: readonly Correction[], ...said: readonly Correction[]): readonly Correction[] {
  return [...held.filter((old) => !said.some((one) => isReplaced(old, one))), ...said];
}

/**
 * What is said anew about the same column, cells, headings of the sheet, or words takes the place of the old. A table may
 * since be read as a somewhat other area than the one that was pointed out.
 */
function isReplaced(old: Correction, said: Correction): boolean {
  if (!isPlaced(old) || !isPlaced(said)) return !isPlaced(old) && !isPlaced(said) && wordsOf(old) === wordsOf(said);
  if (old.sheet !== said.sheet) return false;
  if (said.kind === 'column') return isAbout(old, said, said.column);
  if (said.kind === 'headerRows') return old.kind === 'headerRows';
  return (old.kind === 'table' || old.kind === 'continues') && meet(old.address, said.address);
}

const wordsOf = (one: WordCorrection) =>
  [one.kind, one.table, ...(one.kind === 'column' ? [one.heading] : [one.field, one.text])].join('\n');

/** True for what was said about this column of this table. */
export function isAbout(
  one: Correction,
  { sheet, address }: Place,
  column: string,
): one is PlacedCorrection & { readonly kind: 'column' } {
  return (
    isPlaced(one) && one.kind === 'column' && one.sheet === sheet && one.column === column && meet(one.address, address)
  );
}

/** Whether two areas have a cell in common. */
export function meet(one: string, other: string): boolean {
  const [a, b] = [parseAddress(one), parseAddress(other)];
  const within = (first: Area, second: Area) => first.top <= second.bottom && first.left <= second.right;
  return a !== null && b !== null && within(a, b) && within(b, a);
}

const extents = { full: '，列的是全部', subset: '，只列了其中一部分' } as const;

export function spoken(one: Correction, tables: readonly TableReport[], names: readonly TableName[]): string {
  if (!isPlaced(one)) return wordSpoken(one, names);
  if (one.kind === 'headerRows') return `${one.sheet}：表头在第 ${one.rows.join('、')} 行`;
  const place = `${one.sheet}!${one.address}`;
  if (one.kind === 'table') {
    const name = names.find(({ id }) => id === one.table)?.name;
    return one.table === null
      ? `${place}：不是数据`
      : `${place}：是“${name ?? one.table}”${one.as ? extents[one.as] : ''}`;
  }
  if (one.kind === 'continues') return `${place}：接着 ${one.of.sheet}!${one.of.address}`;
  const column = `${one.sheet} ${one.column} 列`;
  if (one.field === null) return `${column}：不是数据`;
  const table = tables.find((each) => isAbout(one, each, one.column));
  const own = table && namesOf(table, names);
  const fields = [...(own ? [own] : []), ...names].flatMap((each) => each.fields);
  return `${column}：是“${fields.find(({ key }) => key === one.field)?.label ?? one.field}”`;
}

function wordSpoken(one: WordCorrection, names: readonly TableName[]): string {
  const layouts = names.filter(({ id }) => id === one.table);
  const table = layouts[0]?.name ?? one.table;
  const field = layouts.flatMap(({ fields }) => fields).find(({ key }) => key === one.field);
  const label = field?.label ?? one.field;
  if (one.kind === 'column') return `${table}的表头“${one.heading}”：${label === null ? '不是数据' : `是“${label}”`}`;
  const meaning = field?.meanings?.find(({ means }) => means === one.means)?.label ?? one.means;
  return `${table}“${label}”栏填的“${one.text}”：${meaning === null ? '当作没填' : `算“${meaning}”`}`;
}
