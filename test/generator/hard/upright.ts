/** The volunteers of one community printed as a form: label and value, two pairs a line, or indicator, unit, figure. */
import { newPage, type Page } from '../pages.ts';
import { wayOf } from '../values.ts';
import { cellOf, type Decider } from './drafts.ts';
import type { Draft, World } from './world.ts';

const DECIDING = new Set(['pop_resident', 'registered', 'verified', 'participants']);

export function uprightPage(
  world: World,
  draft: Draft,
  sheet: string,
): { readonly page: Page; readonly deciders: readonly Decider[] } {
  const { own, hand } = world;
  const page = newPage();
  const deciders: Decider[] = [];
  const row = world.lists.W06.find(({ clean }) => clean.community === own)!;
  for (const [at, head] of draft.heads.entries()) page.put(at, 0, head);
  let at = draft.heads.length;
  const pairs = draft.upright === 'two pairs' ? 2 : 1;
  const isTable = draft.upright === 'indicators';
  if (isTable) {
    for (const [place, word] of ['指标名称', '计量单位', '数量'].entries()) page.put(at, place, word);
    at++;
  }
  draft.columns.forEach((column, index) => {
    const line = at + Math.floor(index / pairs);
    const left = (index % pairs) * 2;
    const value = left + (isTable ? 2 : 1);
    page.put(line, left, column.path.at(-1)!);
    if (isTable) page.put(line, 1, column.say?.unit ?? '—');
    page.put(line, value, cellOf(world, column, row, column.say ? wayOf(hand, column.say.kind) : 0));
    if (!DECIDING.has(column.key)) return;
    deciders.push({ table: 'W06', key: column.key, sheet, row: line, columns: [value], mayAsk: false });
  });
  return { page, deciders };
}
