/**
 * Further lines of the record above (decision read-21): two certificates of one person, two phone numbers of one
 * organisation. They are told by their key, which is merged down from the line above; or by blanks where the record above has
 * its running number and its key, so that a name that was forgotten on a numbered line stays a record with a fault.
 */
import type { Cell } from '../model.ts';
import type { Body, FieldColumn } from './bodies.ts';
import { clean } from './text.ts';

/** Tells of a row below a record, whose row is `above`, whether it goes on that record. */
export function openMore(body: Body): (row: number, above: number) => boolean {
  const { grid, fields } = body;
  const names = fields.filter(({ field, isKey }) => isKey && field.down === undefined && !isClass(body, field.type));
  if (names.length === 0) return () => false;
  const tells = fields.filter(({ field, isKey }) => isKey || field.type === 'serial');
  const isOther = (row: number, above: number) =>
    tells.some(({ field, index }) => {
      const cell = grid.cell(row, index);
      return isFilled(cell) && (field.type === 'serial' || cell !== grid.cell(above, index));
    });
  const isFilledDown = openFilledDown(body);
  return (row, above) => {
    const isMerged = grid.merges(row).length > 0 && names.some((column) => isMergedFromAbove(body, row, column));
    if (isMerged) return !isOther(row, above) && fields.some(({ index }) => isFilled(grid.cell(row, index)));
    if (tells.some(({ index }) => isFilled(grid.cell(row, index))) || !isFilledDown(row, above)) return false;
    return isBlankBelow(body, row, above, names);
  };
}

/** In a ledger what the lines are about is one of a list's words (市级, 岗位), and each line is one of its own. */
function isClass({ region }: Body, type: FieldColumn['field']['type']): boolean {
  const { role } = region.fit.table;
  return role === 'each' || role === 'selfReport' || (role === 'ledger' && (type === 'code' || type === 'codes'));
}

function isMergedFromAbove({ grid, region }: Body, row: number, { index }: FieldColumn): boolean {
  const merge = grid.merge(row, index);
  return merge !== null && merge.left === index && merge.top < row && merge.top > region.block.area.bottom;
}

/** Of a row with neither number nor key: the line above has them. */
function isBlankBelow(body: Body, row: number, above: number, names: readonly FieldColumn[]): boolean {
  const { grid, fields, persons } = body;
  if (!names.some(({ index }) => isFilled(grid.cell(above, index)))) return false;
  const isNumbered = fields.some(({ field, index }) => field.type === 'serial' && isFilled(grid.cell(above, index)));
  if (!isNumbered && (persons.length === 0 || grid.knowsMerges)) return false;
  // Figures alone may be a sum.
  return fields.some(
    ({ field, index }) => field.type !== 'count' && field.type !== 'amount' && isFilled(grid.cell(row, index)),
  );
}

/** Whether all rows between are further lines as well; those that were found to be are not looked at again. */
function openFilledDown({ grid, left, right }: Body): (row: number, above: number) => boolean {
  let [from, to] = [-1, -1];
  const isAnyFilled = (row: number) => {
    for (let column = left; column <= right; column++) if (isFilled(grid.cell(row, column))) return true;
    return false;
  };
  return (row, above) => {
    if (above !== from) [from, to] = [above, above];
    while (to < row - 1 && isAnyFilled(to + 1)) to++;
    return to >= row - 1;
  };
}

function isFilled(cell: Cell): boolean {
  return cell !== null && !(typeof cell === 'string' && cell.length <= 2 && clean(cell) === '');
}
