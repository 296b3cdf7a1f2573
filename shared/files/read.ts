/** Bytes → the workbook as it is checked. Nothing is calculated: formulas have the results that the file keeps. */

import { addedAs, type Kind } from '../model/kinds.ts';
import { mostCells } from '../model/reach.ts';
import type { Cell, SentIssue, SheetSnapshot, TemplateSheet, WorkbookSnapshot } from '../model.ts';
import { type BookSheet, bookOf } from './books.ts';
import type { Places, Shared } from './cells.ts';
import { anchorOf, foundIn, keptOf, sentOf } from './own.ts';
import { openPackage, type Package, textAt } from './package.ts';
import { FileProblem } from './problems.ts';
import { sharedOf } from './shared.ts';
import { gridOf, nothingOf, readPart, type SheetPart, snapshotOf } from './sheets.ts';

export interface FileReading {
  /** The person's sheets, as Office.js would give them; our own are left out. */
  readonly snapshot: WorkbookSnapshot;
  /** What of ours is in the file. */
  readonly own: {
    /** By settings key, `ssld.secret` … */
    readonly kept: Readonly<Record<string, unknown>>;
    /** With values from A1 on. */
    readonly sheets: readonly OwnSheet[];
    /** Cells that our rules mark. */
    readonly marks: number;
  };
  /** Sheets of the snapshot that were made from a template. */
  readonly templates: readonly TemplateSheet[];
  /** Of each ledger of issues of ours what it listed when it was sent. */
  readonly sent: readonly (readonly SentIssue[])[];
  /** Things a person should know about the reading. */
  readonly notices: readonly string[];
}

export interface OwnSheet extends Kind {
  readonly name: string;
  readonly values: readonly (readonly Cell[])[];
}

/** Of all sheets together: each takes some twenty bytes. */
const mostOfBook = 3 * mostCells;

/** Throws FileProblem. */
export function readFile(name: string, bytes: Uint8Array): FileReading {
  const all = openPackage(bytes);
  const book = bookOf(all);
  const shared = sharedOf(all, book);
  const found = foundIn(all, book);
  const kept = keptOf(all, book);
  const sheets: SheetSnapshot[] = [];
  const own: OwnSheet[] = [];
  const templates: TemplateSheet[] = [];
  const lists: (readonly SentIssue[])[] = [];
  const notices: string[] = all.inner === null ? [] : [`这是压缩包，检查的是里面的「${all.inner}」。`];
  let marks = 0;
  let left = mostOfBook;
  for (const [at, sheet] of book.sheets.entries()) {
    const part = partOf(all, sheet, shared, notices);
    if (!part) continue;
    marks += part.marks;
    const kind = found.get(at) ?? (part.cells.used ? null : addedAs(sheet.name, kept));
    if (kind) {
      const { role, mode } = kind;
      own.push({ role, mode, name: sheet.name, values: valuesOf(part) });
      continue;
    }
    // Nobody put a sheet away so deep for it to be read; the evaluation names it among what was not.
    const snapshot =
      sheet.visibility === 'VeryHidden' ? nothingOf(sheet.name, sheet.visibility) : snapshotOf(sheet, part, shared);
    left -= snapshot.values.length * (snapshot.values[0]?.length ?? 0);
    if (left < 0) throw new FileProblem('too_large', sheet.name);
    sheets.push(snapshot);
    const anchor = anchorOf(book, at);
    if (anchor) templates.push({ sheet: sheet.name, anchor });
    const sent = sentOf(book, at);
    if (sent) lists.push(sent);
  }
  if (sheets.length + own.length === 0) throw new FileProblem('damaged');
  return {
    snapshot: { schema: 'workbook-snapshot/1', name: all.inner ?? name, date1904: book.date1904, sheets },
    own: { kept, sheets: own, marks },
    templates,
    sent: lists,
    notices,
  };
}

const otherKinds: ReadonlyMap<string, string> = new Map([
  ['chartsheet', '图表'],
  ['dialogsheet', '对话框'],
  ['xlMacrosheet', '宏'],
  ['xlIntlMacrosheet', '宏'],
]);

function partOf(all: Package, { name, kind, path }: BookSheet, shared: Shared, notices: string[]): SheetPart | null {
  if (kind !== 'worksheet' && kind !== '') {
    notices.push(`工作表「${name}」是${otherKinds.get(kind) ?? '其他'}工作表，里面没有单元格，没有读。`);
    return null;
  }
  const text = path === null ? undefined : textAt(all, path);
  if (text === undefined) {
    notices.push(
      `工作表「${name}」的内容不在文件里，没有读。请向报送单位核对，或用 Excel 打开，按提示修复后另存再试。`,
    );
    return null;
  }
  const part = readPart(text, shared);
  const { uncalculated, unread } = part.cells;
  if (uncalculated.count > 0)
    notices.push(
      `工作表「${name}」有 ${uncalculated.count} 个公式（${placesOf(uncalculated)}）还没有算过，文件里没有结果。请用 Excel 或 WPS 打开这个文件，保存后再检查。`,
    );
  if (unread.count > 0)
    notices.push(
      `工作表「${name}」有 ${unread.count} 个单元格（${placesOf(unread)}）的内容写坏了，按空白读。请用 Excel 或 WPS 打开核对，补填后再检查。`,
    );
  return part;
}

const placesOf = ({ first, count }: Places) => `${first.join('、')}${count > first.length ? ' 等' : ''}`;

function valuesOf({ cells }: SheetPart): readonly (readonly Cell[])[] {
  const { used, tooMany } = cells;
  if (!used || tooMany || (used.bottom + 1) * (used.right + 1) > mostCells) return [[null]];
  return gridOf(cells, { ...used, top: 0, left: 0 }, []).values;
}
