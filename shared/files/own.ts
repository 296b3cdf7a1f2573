/** What of ours is in a file: which sheets, and what is kept beside them. */
import {
  keptFrom,
  keptName,
  markerOfBefore,
  type Pending,
  settingKeys,
  sheetNames,
  sheetsByRole,
} from '../model/ours.ts';
import type { SheetRole } from '../model.ts';
import { addinId } from './addin.ts';
import type { Book } from './books.ts';
import { entryAt, type Package, relationshipsOf, textAt } from './package.ts';
import { childOf, childrenOf, parse } from './xml.ts';

/** Roles by place among the book's sheets. */
export function rolesIn(book: Book): ReadonlyMap<number, SheetRole> {
  const formulaOf = (wanted: string, scope: number | null) =>
    book.names.find((each) => each.scope === scope && same(each.name, wanted))?.formula ?? null;
  const signs = book.sheets.map(({ name }, at) => ({ at, name, marker: formulaOf(markerOfBefore, at), empty: false }));
  const named = { gaps: formulaOf(sheetNames.gaps, null), summary: formulaOf(sheetNames.summary, null) };
  const { gaps, summary } = sheetsByRole(signs, named, null);
  return new Map([
    ...(gaps ? [[gaps.at, 'gaps'] as const] : []),
    ...(summary ? [[summary.at, 'summary'] as const] : []),
  ]);
}

/** Of an empty sheet, whether a writing that broke off had just added it. */
export function brokenOff(kept: Readonly<Record<string, unknown>>, sheet: string): SheetRole | undefined {
  const pending = kept[settingKeys.pending] as Partial<Pending> | null | undefined;
  return (['gaps', 'summary'] as const).find((role) => pending?.sheets?.[role] === sheet);
}

/** By settings key, from names and from what Excel keeps for the add-in in a part of its own. */
export function keptOf(all: Package, book: Book): Readonly<Record<string, unknown>> {
  const formulas: string[] = [];
  const byName = new Map(
    book.names.filter(({ scope }) => scope === null).map(({ name, formula }) => [name.toLowerCase(), formula]),
  );
  for (let number = 1; byName.has(keptName(number)); number++) formulas.push(byName.get(keptName(number)) ?? '');
  return keptFrom(formulas, settingsOf(all));
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
