/** What no longer holds once something is written. */
import { type Package, relatedTo, relationshipsOf } from '../package.ts';
import { attribute, cursorOf, isNamed, next } from '../xml.ts';
import { type Draft, partAt } from './drafts.ts';
import { dropPart } from './relations.ts';

/** What is said of them before anything is written. */
export const signatureLoss = '原文件的数字签名不再有效，保存时去掉；需要时请在 Excel 中重新签名。';

export function isSigned(all: Package): boolean {
  return relatedTo(all, '', 'origin') !== undefined;
}

/** Signatures are over the file's parts. */
export function dropSignatures(draft: Draft): void {
  const origin = relatedTo(draft, '', 'origin')?.path;
  if (origin === undefined) return;
  for (const { target, external } of relationshipsOf(draft, origin)) if (!external) dropPart(draft, origin, target);
  dropPart(draft, '', origin);
}

/** The order of calculation, where it names a formula of a sheet that is made anew or gone; Excel makes its own. */
export function dropChain(draft: Draft, sheetIds: ReadonlySet<string>): void {
  const path = relatedTo(draft, draft.workbook, 'calcChain')?.path;
  if (path === undefined || sheetIds.size === 0) return;
  const cursor = cursorOf(partAt(draft, path) ?? '');
  while (next(cursor))
    if (isNamed(cursor, 'c') && sheetIds.has(attribute(cursor, 'i') ?? '')) {
      dropPart(draft, draft.workbook, path);
      return;
    }
}
