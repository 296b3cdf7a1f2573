/** A .docx as somebody saved it: its paragraphs, our bookmarks in them, and the list that went along. */
import { type Package, refuseOthers, relatedTo, textAt } from '../../files/package.ts';
import { FileProblem } from '../../files/problems.ts';
import { attribute, type Cursor, cursorOf, leave, next, textWithin } from '../../files/xml.ts';
import { entriesOf } from '../../files/zip.ts';
import { isCarried, keptIn } from './carried.ts';
import type { Kept } from './tokens.ts';
import { placeOf } from './tokens.ts';

export interface PaperRead {
  /** In the order of the text; notes at its end. */
  readonly paragraphs: readonly PaperParagraph[];
  /** Null where none went along. */
  readonly kept: readonly Kept[] | null;
}

export interface PaperParagraph {
  readonly text: string;
  readonly marks: readonly PaperMark[];
  /** What its line of a table begins with; null outside of tables, and for that cell itself. */
  readonly row: string | null;
}

/** What of a bookmark of ours stands in a paragraph. */
export interface PaperMark {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Of all parts that are read. */
const mostOfFile = 96 * 1024 * 1024;

/** Throws FileProblem. */
export function openPaper(bytes: Uint8Array): Package & { readonly main: string } {
  refuseOthers(bytes);
  const entries = entriesOf(bytes);
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry] as const));
  const all: Package = { entries, byPath, workbook: '', inner: null, left: mostOfFile };
  const main = relatedTo(all, '', 'officeDocument')?.path;
  if (main === undefined || !/^word\//i.test(main)) throw new FileProblem('not_xlsx');
  return Object.assign(all, { main });
}

/** Throws FileProblem. */
export function readPaper(bytes: Uint8Array): PaperRead {
  const all = openPaper(bytes);
  const notes = ['footnotes', 'endnotes'].map((type) => relatedTo(all, all.main, type)?.path);
  const texts = [all.main, ...notes].flatMap((path) => (path === undefined ? [] : [textAt(all, path) ?? '']));
  return { paragraphs: texts.flatMap(paragraphsOf), kept: keptOf(all) };
}

function keptOf(all: Package): readonly Kept[] | null {
  for (const { path } of all.entries) {
    const text = /^customXml\/[^/]+\.xml$/i.test(path) ? textAt(all, path) : undefined;
    if (text !== undefined && isCarried(text)) return keptIn(text);
  }
  return null;
}

/** Names of what is not text that is read: struck out, moved away, codes of fields, what stands for a drawing elsewhere. */
const passed: ReadonlySet<string> = new Set(['del', 'moveFrom', 'delText', 'instrText', 'pPr', 'rPr', 'Fallback']);

interface Open {
  text: string;
  readonly marks: PaperMark[];
  /** From where each bookmark that is open stands here, by its id. */
  readonly since: Map<string, number>;
}

/** Of a part. */
export function paragraphsOf(xml: string): readonly PaperParagraph[] {
  const cursor = cursorOf(xml);
  const read: PaperParagraph[] = [];
  const open: Open[] = [];
  /** Names by id. */
  const marks = new Map<string, string>();
  const rows: { first: string | null }[] = [];
  const finish = (id: string, one: Open) => {
    const name = marks.get(id);
    const from = one.since.get(id);
    if (name !== undefined && from !== undefined) one.marks.push({ name, from, to: one.text.length });
    one.since.delete(id);
  };
  while (next(cursor)) {
    const name = xml.slice(cursor.nameFrom, cursor.nameTo);
    const last = open.at(-1);
    if (passed.has(name)) {
      if (cursor.opens && !leave(cursor)) break;
    } else if (name === 't' && cursor.opens) {
      const text = textWithin(cursor);
      if (last) last.text += text;
    } else if (name === 'p') {
      if (cursor.opens) open.push({ text: '', marks: [], since: new Map([...marks.keys()].map((id) => [id, 0])) });
      if (!cursor.closes) continue;
      const one = open.pop();
      if (!one) continue;
      for (const id of [...one.since.keys()]) finish(id, one);
      const row = rows.at(-1);
      read.push({ text: one.text, marks: one.marks, row: row?.first ?? null });
      if (row) row.first ??= one.text.trim() === '' ? null : one.text.trim();
    } else if (name === 'tr') {
      if (cursor.opens && !cursor.closes) rows.push({ first: null });
      else if (!cursor.opens) rows.pop();
    } else if (cursor.opens && last) {
      if (name === 'tab' || name === 'br' || name === 'cr') last.text += ' ';
      else if (name === 'noBreakHyphen') last.text += '-';
    }
    if (name === 'bookmarkStart' && cursor.opens) begin(cursor, marks, last);
    else if (name === 'bookmarkEnd' && cursor.opens) {
      const id = attributeOf(cursor, 'id');
      for (const one of open) finish(id, one);
      marks.delete(id);
    }
  }
  return read;
}

function begin(cursor: Cursor, marks: Map<string, string>, last: Open | undefined): void {
  const name = attributeOf(cursor, 'name');
  if (placeOf(name) === null) return;
  const id = attributeOf(cursor, 'id');
  marks.set(id, name);
  last?.since.set(id, last.text.length);
}

/** Whatever prefix the file has for it. */
function attributeOf(cursor: Cursor, name: string): string {
  return attribute(cursor, `w:${name}`) ?? attribute(cursor, name) ?? '';
}
