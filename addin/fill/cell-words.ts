/** How a cell of a table is spoken of. */
import type { CellSpot } from '../../shared/fill/cells.ts';
import type { Page } from '../../shared/model/handbook.ts';
import type { FieldHelp } from '../help/fields.ts';

export const unknown = '这一列没有认出是哪一栏，填在这里的不参加计算。';

/** One line, to follow the name of the field. */
export function shortOf(spot: CellSpot, { pages }: FieldHelp): string {
  const [own] = pages;
  if (!own) return '这一列没有认出';
  if (!isFilledIn(spot) && spot.kind !== 'heading') return noteOf(spot)!;
  const sections = pages.flatMap((page) => page.sections);
  const means = sections.find(([title]) => title === '填什么') ?? sections[0];
  return means?.[1][0] ?? '';
}

/** What is to be known of this cell beside its field; null for nothing. */
export function noteOf({ kind, column }: CellSpot): string | null {
  switch (kind) {
    case 'heading':
      return '这是表头，说的是这一栏怎样填。表头的字不要改。';
    case 'sum':
      return '这一行是合计，不是一条记录；明细填在别的行。';
    case 'example':
      return '这一行是示例，不计数；自己的内容照着它填在下面。';
    case 'aside':
      return '这一行是示例或说明，不计数；自己的内容填在别的行。';
    case 'section':
      return '这一行说的是下面几行，不是一条记录。';
    case 'footer':
      return '这一行不是一条记录；要接着填，请在它上面插入行。';
    default:
      return columnNote(column);
  }
}

/** Where values of a record stand, or are to stand. */
export const isFilledIn = ({ kind }: CellSpot) => kind === 'value' || kind === 'spare';

/** What may stand in the cell as it is: in a column for one value only a tick for it. */
export const offeredAt = ({ column }: CellSpot, { choices = [] }: Page) =>
  column.tick === undefined ? choices : ['√'];

function columnNote({ header, tick, part }: CellSpot['column']): string | null {
  const last = header.split(' / ').at(-1)!;
  if (tick !== undefined) return `这一列只打勾，打勾就是“${last}”。`;
  if (part) return `这一列只写${part === 'month' ? '月份' : '年份'}，日期的其余部分写在旁边的列。`;
  return null;
}
