/** What of ours is in a file: which sheets, and what is kept beside them. */
import { anchorIn, anchorName } from '../model/anchors.ts';
import { type Found, foundAmong, markerOfBefore } from '../model/kinds.ts';
import { keptFrom, keptName } from '../model/ours.ts';
import { sentIn, sentName } from '../model/sent.ts';
import type { SentIssue, TemplateAnchor } from '../model.ts';
import { addinId } from './addin.ts';
import type { Book, BookSheet } from './books.ts';
import { entryAt, type Package, relationshipsOf, textAt } from './package.ts';
import { sharedOf } from './shared.ts';
import { readPart } from './sheets.ts';
import { childOf, childrenOf, parse } from './xml.ts';

/** By place among the book's sheets, in their order. */
export function foundIn(all: Package, book: Book): ReadonlyMap<number, Found> {
  const formulaOf = (wanted: string, scope: number | null = null) =>
    book.names.find((each) => each.scope === scope && same(each.name, wanted))?.formula ?? null;
  const signs = book.sheets.map((sheet, at) => ({
    at,
    name: sheet.name,
    marker: formulaOf(markerOfBefore, at),
    // Read only of those that an older version made.
    get title() {
      return titleOf(all, book, sheet);
    },
    empty: false,
  }));
  const found = foundAmong(signs, (name) => formulaOf(name), keptOf(all, book));
  return new Map(
    signs.flatMap((sign) => {
      const each = found.get(sign);
      return each ? [[sign.at, each] as const] : [];
    }),
  );
}

/** Of the sheet at that place, where it was made from a template. */
export function anchorOf(book: Book, at: number): TemplateAnchor | null {
  return anchorIn(scopedFormula(book, at, anchorName));
}

/** What the sheet at that place listed when it was sent, where it is a ledger of ours. */
export function sentOf(book: Book, at: number): readonly SentIssue[] | null {
  return sentIn(scopedFormula(book, at, sentName));
}

const scopedFormula = ({ names }: Book, at: number, wanted: string) =>
  names.find(({ name, scope }) => scope === at && same(name, wanted))?.formula;

/** What stands in A1. */
function titleOf(all: Package, book: Book, { path }: BookSheet): unknown {
  const text = path === null ? undefined : textAt(all, path);
  if (text === undefined) return null;
  const { rows, columns, values } = readPart(text, sharedOf(all, book)).cells;
  return rows[0] === 0 && columns[0] === 0 ? values[0] : null;
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
