/** Which tables a template has, by their words. */
import type { Template } from '../model.ts';
import type { Wanted } from './remaining.ts';

/** In the order of the template, each once; `names` of the catalogue, of which the first of a table counts. */
export function wantedIn({ sheets }: Template, names: readonly Wanted[]): readonly Wanted[] {
  const ids = [...new Set(sheets.flatMap(({ anchor }) => anchor.tables))];
  return ids.map((id) => ({ id, name: names.find((one) => one.id === id)?.name ?? id }));
}
