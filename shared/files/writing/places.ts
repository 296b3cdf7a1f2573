/** Where marks and sheets go: which sheets of a file are ours, which are protected, and which names are free. */
import type { Mark, PlanSheet } from '../../model.ts';
import type { Book } from '../books.ts';
import { rolesIn } from '../own.ts';
import { childOf, isTrue } from '../xml.ts';
import { type Draft, partAt } from './drafts.ts';
import { isProtected, mayHaveMarks, withoutMarks } from './marks.ts';

/** A sheet of ours that is in the file. */
export interface OwnSheet {
  readonly role: PlanSheet['role'];
  readonly name: string;
  readonly path: string;
  /** Of the relationship that its tab names, and of the sheet. */
  readonly id: string;
  readonly sheetId: string;
  /** Raw, as it was. */
  readonly text: string;
  /** What is to stand in it; null where it is to go. */
  readonly plan: PlanSheet | null;
  /** It is protected, or the structure is, or no other sheet is on show: nothing of it may change. */
  readonly stays: boolean;
}

export function ownSheets(draft: Draft, book: Book, plans: readonly PlanSheet[]): OwnSheet[] {
  const roles = rolesIn(book);
  // Excel opens no workbook without a sheet on show.
  const shown = book.sheets.some(({ visibility }, at) => visibility === 'Visible' && !roles.has(at));
  return [...roles].flatMap(([at, role]): readonly OwnSheet[] => {
    const { name, path, kind, element } = book.sheets[at] ?? {};
    const text = path && kind === 'worksheet' ? partAt(draft, path) : undefined;
    if (!path || name === undefined || text === undefined) return [];
    const plan = plans.find((each) => each.role === role) ?? null;
    const attributes = [...(element?.attributes ?? [])];
    const id = attributes.find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const sheetId = element?.attributes.get('sheetId') ?? '';
    return [{ role, name, path, id, sheetId, text, plan, stays: plan ? isProtected(text) : isLocked(book) || !shown }];
  });
}

/** Sheets of the plan that the file has not yet; none may come where the structure is protected. */
export function newSheets(
  book: Book,
  own: readonly OwnSheet[],
  plans: readonly PlanSheet[],
): { readonly plan: PlanSheet; readonly name: string; readonly closed: boolean }[] {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  const missing = plans.filter(({ role }) => !own.some((each) => each.role === role));
  return missing.map((plan) => {
    let name = plan.name;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plan.name} (${number})`;
    taken.add(name.toLowerCase());
    return { plan, name, closed: isLocked(book) };
  });
}

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
