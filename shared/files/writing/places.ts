/** Where marks and sheets go: which sheets of a file are ours, which are protected, and which names are free. */
import { strToU8 } from 'fflate';
import { type Found, freeName, namesAnew, sheetFor } from '../../model/kinds.ts';
import { sheetIn } from '../../model/ours.ts';
import type { Mark, PlanSheet } from '../../model.ts';
import type { Book, BookName, BookSheet } from '../books.ts';
import { foundIn } from '../own.ts';
import { childOf, isTrue } from '../xml.ts';
import { isNameOfOurs, relationOf } from './books.ts';
import { ascii, type Draft, partAt, rawOf } from './drafts.ts';
import { isProtected, mayHaveMarks, withoutMarks } from './marks.ts';
import { scopedNames } from './scoped.ts';

/** A sheet of ours that is in the file. */
export interface OwnSheet extends Found {
  /** As it is to be called. */
  readonly name: string;
  readonly path: string;
  /** Of the relationship that its tab names, and of the sheet. */
  readonly id: string;
  readonly sheetId: string;
  /** Raw, as it was. */
  readonly text: string;
  /** What is to stand in it; null where it is to go, or to stay as it is. */
  readonly plan: PlanSheet | null;
  readonly stays: boolean;
  /** It stays for its protection, or that of the structure, or because no other sheet is on show. */
  readonly closed: boolean;
}

/** Those of another evaluation than is written stay as they are; where nothing is written all go. */
export function ownSheets(draft: Draft, book: Book, plans: readonly PlanSheet[]): OwnSheet[] {
  const found = foundIn(draft, book);
  // Excel opens no workbook without a sheet on show.
  const shown = book.sheets.some(({ visibility }, at) => visibility === 'Visible' && !found.has(at));
  const own = [...found].flatMap(([at, kind]) => {
    const { name, path, kind: type, element } = book.sheets[at] as BookSheet;
    const text = path !== null && type === 'worksheet' ? partAt(draft, path) : undefined;
    return path === null || text === undefined ? [] : [{ ...kind, name, path, text, element }];
  });
  const anew = plans.length === 0 || isLocked(book) ? null : namesAnew(own, namesOf(book));
  return own.map((each) => {
    const { role, mode, path, text, element } = each;
    const plan = plans.find((one) => sheetFor(own, one) === each) ?? null;
    const closed = plan ? isProtected(text) : plans.length === 0 && (isLocked(book) || !shown);
    const name = anew?.get(each);
    const isRenamed = name !== undefined && (name === each.name || !isReferredTo(draft, book, each));
    return {
      role,
      mode,
      older: each.older && !isRenamed,
      name: isRenamed ? name : each.name,
      path,
      id: relationOf(element) ?? '',
      sheetId: element.attributes.get('sheetId') ?? '',
      text,
      plan,
      stays: closed || (!plan && plans.length > 0),
      closed,
    };
  });
}

/** Whether anything of the person's leads to the sheet by its name, which would lead nowhere if it had another. */
function isReferredTo(draft: Draft, { sheets, names }: Book, { name, path }: Pick<OwnSheet, 'name' | 'path'>): boolean {
  const isOurs = (each: BookName) =>
    isNameOfOurs(each) || (each.scope !== null && sheets[each.scope]?.path === path && scopedNames.has(each.name));
  if (names.some((each) => !isOurs(each) && sheetIn(each.formula) === name)) return true;
  const written = [name, rawOf(strToU8(name)), ascii(name)].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const reference = new RegExp(`(?:${written.join('|')})(?:'|&apos;|&#39;)?!`, 'i');
  const others = [...draft.byPath.values()].filter(
    (each) => /\.(xml|rels|vml)$/i.test(each.path) && ![path, draft.workbook].includes(each.path),
  );
  return others.some((each) => reference.test(partAt(draft, each.path) ?? ''));
}

/** Sheets of the plan that the file has not yet; none may come where the structure is protected. */
export function newSheets(
  book: Book,
  own: readonly OwnSheet[],
  plans: readonly PlanSheet[],
): { readonly plan: PlanSheet; readonly name: string; readonly closed: boolean }[] {
  const taken = new Set([...namesOf(book), ...own.map(({ name }) => name)].map((name) => name.toLowerCase()));
  const missing = plans.filter((plan) => sheetFor(own, plan) === null);
  return missing.map((plan) => {
    const name = freeName(plan.name, taken);
    taken.add(name.toLowerCase());
    return { plan, name, closed: isLocked(book) };
  });
}

const namesOf = ({ sheets }: Book) => sheets.map(({ name }) => name);

/** A sheet of the person's that has marks of ours, or is to have some. */
export interface MarkedSheet {
  readonly name: string;
  readonly path: string;
  /** Raw, without marks of ours; as it was where it is protected. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly stays: boolean;
  /** It has marks of ours already. */
  readonly holds: boolean;
}

export function markedSheets(
  draft: Draft,
  { sheets }: Book,
  own: readonly OwnSheet[],
  marks: readonly Mark[],
): MarkedSheet[] {
  const bySheet = new Map<string, Mark[]>();
  for (const mark of marks) {
    const others = bySheet.get(mark.sheet);
    if (others) others.push(mark);
    else bySheet.set(mark.sheet, [mark]);
  }
  return sheets.flatMap(({ name, kind, path, visibility }) => {
    if (path === null || kind !== 'worksheet' || own.some((each) => each.path === path)) return [];
    const text = partAt(draft, path) ?? '';
    const wanted = visibility === 'VeryHidden' ? [] : (bySheet.get(name) ?? []);
    if (wanted.length === 0 && !mayHaveMarks(text)) return [];
    const clean = withoutMarks(text);
    if (wanted.length === 0 && clean === text) return [];
    const stays = isProtected(text);
    return [{ name, path, text: stays ? text : clean, marks: wanted, stays, holds: clean !== text }];
  });
}

function isLocked({ root }: Book): boolean {
  return isTrue(childOf(root, 'workbookProtection')?.attributes.get('lockStructure'));
}
