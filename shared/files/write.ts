/** Puts our marks, our sheets and what we keep into a file, in the place of what of ours was in it. */
import { olderName, sheetName } from '../model/kinds.ts';
import type { PlanSheet, WritePlan } from '../model.ts';
import { type Book, bookOf } from './books.ts';
import { openPackage, relatedTo, relationshipsOf } from './package.ts';
import { relationOf, type Tab, withOurs } from './writing/books.ts';
import { bytesOf, type Draft, draftOf, freePath, isChanged, partAt, putPart } from './writing/drafts.ts';
import { edited, restored, spliced } from './writing/edits.ts';
import { withMarks } from './writing/marks.ts';
import { type NamedFormats, namedFormats } from './writing/named.ts';
import { markedSheets, newSheets, type OwnSheet, ownSheets } from './writing/places.ts';
import { addPart, dropPart, isOurId } from './writing/relations.ts';
import { namesOf, renamed, type ScopedName, scopedNames } from './writing/scoped.ts';
import { keepSettings } from './writing/settings.ts';
import { emptySheet, filled } from './writing/sheets.ts';
import { kindOf, spacesOf } from './writing/spaces.ts';
import { dropChain, dropSignatures, isSigned, signatureLoss } from './writing/stale.ts';
import { noStyles, type Styles, stylesOf } from './writing/styles.ts';

export interface Ours {
  /** Marks and sheets; null for none. Sheets of ours that speak of another evaluation than the plan stay as they are. */
  readonly plan: WritePlan | null;
  /** By settings key, `ssld.secret` …; empty for nothing. */
  readonly kept: Readonly<Record<string, unknown>>;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** Our sheets that were written, by the names that they have in the file. */
  readonly sheets: readonly string[];
  /** Sheets that are protected, and sheets of ours that a protected structure does not let come or go: left as they are. */
  readonly skipped: readonly string[];
}

/**
 * The file with `ours` in the place of whatever of ours was in it. Every part that is not ours stays byte for byte, but
 * for signatures (`lossesOf`); where nothing was changed in between, writing `{ plan: null, kept: {} }` takes back
 * all that was written. Throws FileProblem.
 */
export function writeFile(bytes: Uint8Array, { plan, kept }: Ours): WrittenFile {
  const draft = draftOf(bytes);
  const opened = bookOf(draft);
  const plans = plan?.sheets ?? [];
  const own = ownSheets(draft, opened, plans);
  const added = newSheets(opened, own, plans);
  const marked = markedSheets(draft, opened, own, plan?.marks ?? []);
  const closed = [...marked.filter(({ stays }) => stays), ...own.filter(({ closed }) => closed)];
  const [styles, saveStyles] = openStyles(
    draft,
    [...own, ...marked.filter(({ holds }) => holds)].some(({ stays }) => stays),
    namedFormats(draft, opened, own, marked),
  );

  for (const { path, text, marks, stays } of marked)
    if (!stays) putPart(draft, path, withMarks(text, marks, styles.mark));
  const sheets = own.filter(({ stays }) => !stays);
  for (const { path, text, plan } of sheets)
    if (plan) putPart(draft, path, filled(text, plan, styles));
    else dropPart(draft, draft.workbook, path);
  const made = added
    .filter(({ closed }) => !closed)
    .map(({ plan, name }) => ({ plan, name, id: addSheet(draft, plan, styles) }));
  saveStyles();
  writeBook(draft, opened, own, made, kept);
  keepSettings(draft, kept);
  dropChain(draft, new Set(sheets.map(({ sheetId }) => sheetId)));
  if (isChanged(draft)) dropSignatures(draft);
  return {
    bytes: bytesOf(draft),
    sheets: [...sheets.filter(({ plan }) => plan), ...made].map(({ name }) => name),
    skipped: [...closed, ...added.filter(({ closed }) => closed)].map(({ name }) => name),
  };
}

/** Whole sentences in Chinese on what writing cannot keep. Throws FileProblem. */
export function lossesOf(bytes: Uint8Array): string[] {
  return isSigned(openPackage(bytes)) ? [signatureLoss] : [];
}

/** Of a new sheet, filled; the id of the relationship to it. */
function addSheet(draft: Draft, plan: PlanSheet, styles: Styles): string {
  const spaces = spacesOf(draft);
  const text = filled(emptySheet(spaces), plan, styles);
  const path = freePath(draft, draft.workbook, 'xl/worksheets/sheet1.xml');
  return addPart(draft, draft.workbook, { path, ...kindOf(spaces, 'worksheet'), text });
}

/** Where something of ours has to stay, so do the formats that it needs. */
function openStyles(draft: Draft, stays: boolean, named: NamedFormats): readonly [Styles, () => void] {
  const { workbook } = draft;
  const path = relatedTo(draft, workbook, 'styles')?.path;
  const made = relationshipsOf(draft, workbook).some(({ id, type }) => type === 'styles' && isOurId(id));
  const present = path === undefined || (made && !stays) ? undefined : partAt(draft, path);
  const text = present === undefined ? noStyles : stays ? present : restored(present);
  const styles = stylesOf(text, named);
  const save = () => {
    const edits = styles.edits();
    if (path !== undefined && present !== undefined) putPart(draft, path, edited(text, edits));
    else if (path !== undefined && edits.length === 0) dropPart(draft, workbook, path);
    else if (path !== undefined) putPart(draft, path, spliced(text, edits));
    else if (edits.length > 0)
      addPart(draft, workbook, {
        path: freePath(draft, workbook, 'xl/styles.xml'),
        ...kindOf(spacesOf(draft), 'styles'),
        text: spliced(text, edits),
      });
  };
  return [styles, save];
}

function writeBook(
  draft: Draft,
  opened: Book,
  own: readonly OwnSheet[],
  made: readonly NewTab[],
  kept: Ours['kept'],
): void {
  const text = partAt(draft, draft.workbook) ?? '';
  const base = restored(text);
  putPart(draft, draft.workbook, base);
  const book = bookOf(draft);
  const placeOf = ({ id }: OwnSheet) => book.sheets.findIndex(({ element }) => relationOf(element) === id);
  const gone = own.filter(({ plan, stays }) => !plan && !stays).map(placeOf);
  const tabs: Tab[] = [
    ...own
      .filter(({ plan, stays }) => plan || stays)
      .map((each) => ({
        hiddenName: each.older ? olderName(each.role) : sheetName(each),
        name: each.name,
        id: each.id,
        at: placeOf(each),
        scoped: each.plan && !each.stays ? namesOf(each.plan, each.name) : scopedIn(opened, each),
      })),
    ...made.map(({ plan, name, id }) => ({
      hiddenName: sheetName(plan),
      name,
      id,
      at: -1,
      scoped: namesOf(plan, name),
    })),
  ];
  putPart(draft, draft.workbook, withOurs(base, book, new Set(gone.filter((at) => at >= 0)), tabs, kept));
}

/** Names of ours that a sheet has which stays as it is, but for its own name. */
function scopedIn({ sheets, names }: Book, { path, name }: OwnSheet): readonly ScopedName[] {
  const at = sheets.findIndex((sheet) => sheet.path === path);
  return names
    .filter((each) => each.scope === at && scopedNames.has(each.name))
    .map((each) => ({ ...each, formula: renamed(each.formula, sheets[at]!.name, name) }));
}

interface NewTab {
  readonly plan: PlanSheet;
  readonly name: string;
  readonly id: string;
}
