/** Where a sheet itself, and not what it lists, has words: its name and its file's, number formats, merged cells, what is hidden. */
import { spotOf } from './drafts.ts';
import { freeSheet, fresh, into, type Planting, put, textual } from './places.ts';

export function format(planting: Planting): boolean {
  const { roll } = planting;
  const spots = freeSheet(planting)
    .rows.flat()
    .filter(({ value }) => value !== null);
  if (spots.length === 0) return false;
  const spot = roll.pick(spots);
  const writing = textual(fresh(roll, 'number format'));
  if (String(spot.format).includes('"人')) return false;
  spot.format = roll.pick([
    `0"人（${writing.value}）"`,
    `"${writing.value}"0`,
    `@"人${writing.value}"`,
    `yyyy"年"m"月${writing.value}"`,
  ]);
  spot.plants.push(...writing.plants);
  return true;
}

export function merged(planting: Planting): boolean {
  const { roll } = planting;
  const sheet = freeSheet(planting);
  if (sheet.rows.length < 3) return false;
  const [r, c] = [roll.int(sheet.rows.length - 1), roll.int(sheet.rows[0]!.length)];
  const area = { top: sheet.top + r, left: sheet.left + c, bottom: sheet.top + r + 1, right: sheet.left + c };
  const crosses = sheet.merges.some(
    (other) =>
      other.top <= area.bottom && other.bottom >= area.top && other.left <= area.right && other.right >= area.left,
  );
  const below = sheet.rows[r + 1]![c]!;
  if (crosses || below.plants.length > 0) return false;
  // Excel keeps the first cell only; other programs leave something in the covered one.
  const covered = roll.chance(30);
  if (!covered) below.value = null;
  sheet.merges.push(area);
  const writing = fresh(roll, covered ? 'merged covered' : 'merged');
  return covered ? put(below, writing.value, writing) : into(roll, sheet.rows[r]![c], writing);
}

export function sheetName({ roll, draft, keep }: Planting): boolean {
  const at = roll.int(draft.sheets.length);
  const sheet = draft.sheets[at]!;
  if (sheet.name !== sheet.was) return false;
  const writing = textual(fresh(roll, 'sheet name'));
  const word = String(writing.value).replace(/[\\/?*[\]:：\n]/g, '');
  const name = roll
    .pick([`${sheet.was}${word}`, word, `困境儿童${word}`, `${word}-${sheet.was}`, `${sheet.was}（${word}）`])
    .slice(0, 31);
  if (draft.sheets.some((other) => other.name === name)) return false;
  const whole = { ...writing, plants: writing.plants.filter(({ text }) => name.includes(text)) };
  sheet.name = name;
  if (whole.plants.length > 0) keep(whole, name, `.sheets[${at}].name`);
  return true;
}

export function fileName({ roll, draft, keep }: Planting): boolean {
  const writing = textual(fresh(roll, 'file name'));
  if (draft.name?.includes('联系')) return false;
  draft.name = roll.pick([
    `${writing.value}.xlsx`,
    `${(draft.name ?? '材料').replace(/\.xlsx$/, '')}_联系${writing.value}.xlsx`,
  ]);
  keep(writing, '文件名', '.name');
  return true;
}

export function hidden(planting: Planting): boolean {
  const { roll, draft, keep } = planting;
  if (roll.chance(50)) {
    const sheet = roll.pick(draft.sheets);
    if (sheet.visibility !== 'Visible') return false;
    sheet.visibility = roll.pick(['Hidden', 'VeryHidden']);
    return true;
  }
  const writing = textual(fresh(roll, 'hidden sheet'));
  const name = `名单${writing.value}`.replace(/[\\/?*[\]:：\n]/g, '').slice(0, 31);
  if (draft.sheets.some((other) => other.name === name)) return false;
  const spot = spotOf(null);
  const empty = roll.chance(40);
  const inside = fresh(roll, 'hidden sheet');
  if (!empty) put(spot, inside.value, inside);
  draft.sheets.push({
    base: { name, visibility: 'VeryHidden', address: 'A1', values: [] },
    was: name,
    name,
    visibility: roll.pick(['Hidden', 'VeryHidden']),
    top: 0,
    left: 0,
    rows: [[spot]],
    merges: [],
  });
  const whole = { ...writing, plants: writing.plants.filter(({ text }) => name.includes(text)) };
  if (whole.plants.length > 0) keep(whole, name, `.sheets[${draft.sheets.length - 1}].name`);
  return true;
}
