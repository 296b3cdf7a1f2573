/** What of ours is in a file: which sheets, and what is kept beside them. */
import { keptIn, keptName, markerOfBefore, sheetNames } from '../model/ours.ts';
import type { SheetRole } from '../model.ts';
import { addinId } from './addin.ts';
import type { Book } from './books.ts';
import { entryAt, type Package, relationshipsOf, textAt } from './package.ts';
import { childOf, childrenOf, parse } from './xml.ts';

/** Roles by place among the book's sheets. */
export function rolesIn(book: Book): ReadonlyMap<number, SheetRole> {
  const roles = new Map<number, SheetRole>();
  for (const role of ['gaps', 'summary'] as const) {
    const named = book.names.find(({ name, scope }) => scope === null && same(name, sheetNames[role]));
    const at = named ? placeOf(book, sheetIn(named.formula)) : placeOfBefore(book, role);
    if (at >= 0) roles.set(at, role);
  }
  return roles;
}

const placeOf = (book: Book, sheet: string | null) =>
  sheet === null ? -1 : book.sheets.findIndex(({ name }) => same(name, sheet));

function sheetIn(formula: string): string | null {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(formula) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain ?? null;
}

const namesWanted: Readonly<Record<SheetRole, string>> = { gaps: '差距清单', summary: '评估摘要' };

function placeOfBefore(book: Book, role: SheetRole): number {
  const marked = book.names
    .filter(({ name, scope, formula }) => {
      const sheet = scope === null ? undefined : book.sheets[scope];
      return same(name, markerOfBefore) && formula.includes(role) && sheet?.name.startsWith(namesWanted[role]);
    })
    .map(({ scope }) => scope as number)
    .sort((a, b) => a - b);
  return marked.find((at) => book.sheets[at]?.name === namesWanted[role]) ?? marked[0] ?? -1;
}

/** By settings key. The names hold where they are whole, else what Excel keeps for the add-in in a part of its own. */
export function keptOf(all: Package, book: Book): Readonly<Record<string, unknown>> {
  const formulas: string[] = [];
  const byName = new Map(
    book.names.filter(({ scope }) => scope === null).map(({ name, formula }) => [name.toLowerCase(), formula]),
  );
  for (let number = 1; byName.has(keptName(number)); number++) formulas.push(byName.get(keptName(number)) ?? '');
  return keptIn(formulas) ?? settingsOf(all);
}

/** As JSON by name ([MS-OWEXML] 2.2.4). */
function settingsOf(all: Package): Readonly<Record<string, unknown>> {
  const path = extensionPath(all);
  const text = path === null ? undefined : textAt(all, path);
  if (text === undefined) return {};
  const properties = childrenOf(childOf(parse(text), 'properties'), 'property');
  return Object.fromEntries(
    properties.map(({ attributes }) => [attributes.get('name') ?? '', json(attributes.get('value') ?? '')]),
  );
}

/** Of the add-in's own part among those of all add-ins; null where it has none. */
export function extensionPath(all: Package): string | null {
  for (const panes of relationshipsOf(all, '')) {
    if (panes.type !== 'webextensiontaskpanes' || panes.external) continue;
    for (const { target, external } of relationshipsOf(all, panes.target)) {
      const text = external || !entryAt(all, target) ? undefined : textAt(all, target);
      if (text === undefined) continue;
      const reference = childOf(parse(text), 'reference')?.attributes.get('id');
      if (reference !== undefined && same(reference, addinId)) return target;
    }
  }
  return null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
