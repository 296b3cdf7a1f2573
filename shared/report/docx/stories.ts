/** Text of a part of a .docx, as it would be printed once all changes are accepted: paragraph by paragraph, with our bookmarks. */
import { FileProblem } from '../../files/problems.ts';
import { attribute, type Cursor, cursorOf, leave, next, textWithin } from '../../files/xml.ts';
import { attributeOf, nameOf } from './elements.ts';
import { PaperProblem } from './problems.ts';
import { placeOf } from './tokens.ts';
import { isUnseen, saysTwice, styled } from './unseen.ts';

export interface Story {
  readonly paragraphs: readonly PaperParagraph[];
  /** Ids of relationships, in the order of the text. */
  readonly charts: readonly string[];
  /** Pictures and objects of other programs: what they say is not read. */
  readonly pictures: number;
  readonly isTracked: boolean;
  /** A drawing that older programs show with other words. */
  readonly isAmbiguous: boolean;
  /** Numbers of pages that stand in the text, outside of a table of contents. */
  readonly pageFields: number;
  /** What is read aloud for drawings. */
  readonly described: readonly string[];
}

export interface PaperParagraph {
  readonly text: string;
  readonly marks: readonly PaperMark[];
  /** Null outside of tables. */
  readonly cell: PaperCell | null;
  /** A line of a table of contents. */
  readonly isListed: boolean;
  /** What is there and is not seen, or struck through. */
  readonly hidden: string;
}

/** Counted through the part. */
export interface PaperCell {
  readonly table: number;
  readonly row: number;
  /** Within the row. */
  readonly column: number;
}

/** What of a bookmark of ours stands in a paragraph. */
export interface PaperMark {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** More is no paper. */
const most = { paragraphs: 300_000, marks: 300_000, charts: 500, text: 10_000_000, depth: 64 } as const;

/** A bookmark that runs on through more is none of ours any more. */
const longestMark = 3;

export const paragraphsOf = (xml: string): readonly PaperParagraph[] => storyOf(xml, new Set()).paragraphs;

/** `hidden` are ids of styles whose text is not seen. Throws FileProblem. */
export function storyOf(xml: string, hidden: ReadonlySet<string>): Story {
  const state = stateOf(xml, hidden);
  while (next(state.cursor) && step(state));
  const { read: paragraphs, charts, pictures, isTracked, isAmbiguous, pageFields, described } = state;
  return { paragraphs, charts, pictures, isTracked, isAmbiguous, pageFields, described };
}

/** Names of what is not text that is read: struck out, moved away, what stands for a drawing elsewhere. */
const passed: ReadonlySet<string> = new Set(['del', 'moveFrom', 'delText', 'Fallback', 'sectPr', 'tblPr', 'tcPr']);
const tracking: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
/** Fields whose numbers are those of pages. */
const ofPages: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'PAGEREF']);

interface Open {
  text: string;
  hidden: string;
  isHidden: boolean;
  isListed: boolean;
  readonly marks: PaperMark[];
  /** Of each open bookmark, by its id: from where it stands here. */
  readonly since: Map<string, number>;
}

interface OpenMark {
  readonly name: string;
  /** Paragraphs that it has run through. */
  run: number;
}

interface OpenRow {
  readonly table: number;
  readonly row: number;
  column: number;
  isDeleted: boolean;
}

interface OpenField {
  code: string;
  isResult: boolean;
  /** Of a number of a page. */
  result: string;
}

interface State {
  readonly cursor: Cursor;
  readonly hiddenStyles: ReadonlySet<string>;
  readonly read: PaperParagraph[];
  readonly charts: string[];
  pictures: number;
  isTracked: boolean;
  isAmbiguous: boolean;
  pageFields: number;
  readonly described: string[];
  /** Where the drawing ends that is written in two ways. */
  twofoldTo: number;
  readonly open: Open[];
  readonly marks: Map<string, OpenMark>;
  readonly tables: number[];
  readonly rows: OpenRow[];
  readonly fields: OpenField[];
  /** Of those, whose text is not read. */
  unread: number;
  counts: { marks: number; tables: number; rows: number; text: number };
  isRunHidden: boolean;
  inRowLooks: boolean;
}

function stateOf(xml: string, hidden: ReadonlySet<string>): State {
  return {
    cursor: cursorOf(xml),
    hiddenStyles: hidden,
    read: [],
    charts: [],
    pictures: 0,
    isTracked: false,
    isAmbiguous: false,
    pageFields: 0,
    described: [],
    twofoldTo: 0,
    open: [],
    marks: new Map(),
    tables: [],
    rows: [],
    fields: [],
    unread: 0,
    counts: { marks: 0, tables: 0, rows: 0, text: 0 },
    isRunHidden: false,
    inRowLooks: false,
  };
}

/** False where the part breaks off. */
function step(state: State): boolean {
  const { cursor } = state;
  const name = nameOf(cursor);
  if (tracking.has(name)) {
    state.isTracked = true;
    // Of a row: all of it.
    if (state.inRowLooks && name === 'del') state.rows.at(-1)!.isDeleted = true;
  }
  if (passed.has(name)) return !cursor.opens || leave(cursor);
  const act = acts[name];
  if (act) return act(state) !== false;
  if (cursor.opens && blanks.has(name)) write(state, name === 'noBreakHyphen' ? '-' : name === 'sym' ? '※' : ' ');
  return true;
}

const blanks: ReadonlySet<string> = new Set(['tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym']);

/** By the name of a tag. */
const acts: Readonly<Record<string, (state: State) => boolean | undefined>> = {
  p: (state) => {
    if (state.cursor.opens) beginParagraph(state);
    if (state.cursor.closes) endParagraph(state);
    return undefined;
  },
  pPr: (state) => {
    if (!state.cursor.opens) return true;
    const { from } = state.cursor;
    if (!leave(state.cursor)) return false;
    const looks = state.cursor.text.slice(from, state.cursor.to);
    if (looks.includes('<w:del ') || looks.includes('<w:ins ')) state.isTracked = true;
    const last = state.open.at(-1);
    if (last) last.isHidden = state.hiddenStyles.size > 0 && styled(looks, 'pStyle', state.hiddenStyles);
    return true;
  },
  r: (state) => {
    state.isRunHidden = false;
    return undefined;
  },
  rPr: (state) => {
    if (!state.cursor.opens) return true;
    const { from } = state.cursor;
    if (!leave(state.cursor)) return false;
    const looks = state.cursor.text.slice(from, state.cursor.to);
    state.isRunHidden = isUnseen(looks) || (state.hiddenStyles.size > 0 && styled(looks, 'rStyle', state.hiddenStyles));
    return true;
  },
  t: (state) => {
    if (state.cursor.opens) write(state, textWithin(state.cursor));
    return undefined;
  },
  tbl: ({ cursor, tables, counts }) => {
    if (cursor.opens && !cursor.closes) tables.push(++counts.tables);
    else if (!cursor.opens) tables.pop();
    return undefined;
  },
  tr: ({ cursor, tables, rows, counts }) => {
    if (cursor.opens && !cursor.closes)
      rows.push({ table: tables.at(-1) ?? 0, row: ++counts.rows, column: -1, isDeleted: false });
    else if (!cursor.opens) rows.pop();
    return undefined;
  },
  tc: ({ cursor, rows }) => {
    const row = rows.at(-1);
    if (row && cursor.opens) row.column++;
    return undefined;
  },
  trPr: (state) => {
    state.inRowLooks = state.cursor.opens && !state.cursor.closes && state.rows.length > 0;
    return undefined;
  },
  fldChar: changeField,
  instrText: (state) => {
    if (!state.cursor.opens) return undefined;
    const code = textWithin(state.cursor);
    const field = state.fields.at(-1);
    if (field && !field.isResult && field.code.length < longestCode) field.code += code;
    return undefined;
  },
  fldSimple: (state) => {
    const { cursor } = state;
    if (!cursor.opens || !ofPages.has(codeOf(attributeOf(cursor, 'instr')))) return undefined;
    endPage(state, textWithin(cursor));
    return undefined;
  },
  bookmarkStart: beginMark,
  bookmarkEnd: endMark,
  chart: ({ cursor, charts }) => {
    const id = cursor.opens ? attribute(cursor, 'r:id') : undefined;
    if (id !== undefined) charts.push(id);
    if (charts.length > most.charts) throw new PaperProblem('too_many');
    return undefined;
  },
  docPr: ({ cursor, described }) => {
    if (!cursor.opens) return undefined;
    for (const name of ['title', 'descr']) {
      const text = attribute(cursor, name) ?? '';
      if (text !== '') described.push(text);
    }
    return undefined;
  },
  textpath: (state) => {
    if (state.cursor.opens) write(state, attribute(state.cursor, 'string') ?? '');
    return undefined;
  },
  AlternateContent: (state) => {
    const { cursor, twofoldTo } = state;
    if (!cursor.opens || cursor.closes || cursor.from < twofoldTo) return undefined;
    const whole = cursorOf(cursor.text, cursor.from);
    next(whole);
    if (!leave(whole)) return undefined;
    state.twofoldTo = whole.to;
    state.isAmbiguous ||= saysTwice(cursor.text.slice(cursor.from, whole.to));
    return undefined;
  },
  blip: countPicture,
  imagedata: countPicture,
  OLEObject: countPicture,
};

function countPicture(state: State): undefined {
  if (state.cursor.opens) state.pictures++;
}

function beginParagraph({ open, read, tables, rows }: State): void {
  if (open.length + tables.length + rows.length > most.depth) throw new FileProblem('damaged');
  if (read.length >= most.paragraphs) throw new FileProblem('too_large');
  open.push({ text: '', hidden: '', isHidden: false, isListed: false, marks: [], since: new Map() });
}

function endParagraph({ open, marks, rows, read, fields }: State): void {
  const one = open.pop();
  if (!one) return;
  for (const [id, mark] of marks) {
    one.marks.push({ name: mark.name, from: one.since.get(id) ?? 0, to: one.text.length });
    if (++mark.run > longestMark) marks.delete(id);
  }
  const row = rows.at(-1);
  if (row?.isDeleted) return;
  read.push({
    text: one.text,
    marks: one.marks,
    cell: row && open.length === 0 ? { table: row.table, row: row.row, column: row.column } : null,
    isListed: one.isListed || fields.some(({ code }) => codeOf(code) === 'TOC'),
    hidden: one.hidden,
  });
}

function write(state: State, text: string): void {
  const last = state.open.at(-1);
  const field = state.fields.at(-1);
  if (field?.isResult && field.result.length < longestCode && ofPages.has(codeOf(field.code))) field.result += text;
  if (!last || state.unread > 0) return;
  state.counts.text += text.length;
  if (state.counts.text > most.text) throw new PaperProblem('too_many');
  if (state.isRunHidden || last.isHidden) last.hidden += text;
  else last.text += text;
}

/** A code, then what it gives: of page numbers neither is text of the paper. */
function changeField(state: State): undefined {
  const { cursor, fields } = state;
  if (!cursor.opens) return;
  const kind = attributeOf(cursor, 'fldCharType');
  const last = fields.at(-1);
  if (kind === 'begin') {
    if (fields.length >= most.depth) throw new FileProblem('damaged');
    fields.push({ code: '', isResult: false, result: '' });
    state.unread++;
  } else if (kind === 'separate' && last && !last.isResult) {
    last.isResult = true;
    if (!ofPages.has(codeOf(last.code))) state.unread--;
    const one = state.open.at(-1);
    if (one && codeOf(last.code) === 'TOC') one.isListed = true;
  } else if (kind === 'end' && last) {
    fields.pop();
    const isPage = ofPages.has(codeOf(last.code));
    if (!last.isResult || isPage) state.unread--;
    if (isPage) endPage(state, last.result);
  }
}

/** Any number may stand there, for it is counted anew; words that were typed into it stay. */
function endPage(state: State, result: string): void {
  if (!PAGE.test(result.normalize('NFKC'))) write(state, result);
  const isListed = state.open.at(-1)?.isListed || state.fields.some(({ code }) => codeOf(code) === 'TOC');
  if (!isListed) state.pageFields++;
}

const PAGE = /^[\s—–-]*(?:\p{Nd}{1,5}|[ivxlcdm]{1,8}|[a-z]{1,2}|[〇零一二三四五六七八九十百千]{1,6})?[\s—–-]*$/iu;

const longestCode = 200;

const codeOf = (code: string): string => code.trim().split(/\s/, 1)[0]!.toUpperCase();

function beginMark({ cursor, marks, open, counts }: State): undefined {
  if (!cursor.opens) return;
  const name = attributeOf(cursor, 'name');
  if (placeOf(name) === null) return;
  if (++counts.marks > most.marks) throw new FileProblem('too_large');
  const id = attributeOf(cursor, 'id');
  marks.set(id, { name, run: 0 });
  const last = open.at(-1);
  last?.since.set(id, last.text.length);
}

function endMark({ cursor, marks, open }: State): undefined {
  if (!cursor.opens) return;
  const id = attributeOf(cursor, 'id');
  const mark = marks.get(id);
  const last = open.at(-1);
  if (mark && last) last.marks.push({ name: mark.name, from: last.since.get(id) ?? 0, to: last.text.length });
  marks.delete(id);
}
