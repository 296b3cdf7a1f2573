/** What a .docx of ours carries besides: what its figures say, in a part that Word and WPS keep through editing and show nowhere. */
import { strToU8 } from 'fflate';
import { type Package, textAt } from '../../files/package.ts';
import { cursorOf, isNamed, next, textWithin } from '../../files/xml.ts';
import type { DocumentKind, DocumentSort } from '../documents/documents.ts';
import type { KeptLine, KeptUnit } from './lines.ts';
import { PaperProblem } from './problems.ts';
import { type Kept, placeOf } from './tokens.ts';

/** By which an edited paper is held against what was exported. */
export interface Carried extends DocumentSort {
  readonly kept: readonly Kept[];
  readonly lines: readonly KeptLine[];
  /** Signs of what stands in headers, footers and notes, and of hidden text. */
  readonly others: readonly string[];
  readonly charts: readonly KeptChart[];
  /** Pictures and charts that are not ours: those of a template. */
  readonly pictures: number;
  readonly otherCharts: number;
  readonly pageFields: number;
  readonly isAmbiguous: boolean;
}

export interface KeptChart {
  /** Sign of the names below the columns. */
  readonly names: string;
  /** And of those of the series. */
  readonly titles: string;
  readonly unit: string;
  /** Values and targets. */
  readonly series: readonly (readonly number[])[];
}

/** Of a package. */
export interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Null where the ending tells it. */
  readonly type: string | null;
  /** How the main part refers to it. */
  readonly related: { readonly id: string; readonly type: string; readonly target: string } | null;
}

export function carriedParts({ lines, ...carried }: Carried): readonly Part[] {
  // Of the signs of XML only those that cannot stand in a text: half of the list is quotes.
  const json = JSON.stringify({ ...carried, lines: lines.map(written) })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return [
    {
      path: 'customXml/ssld.xml',
      bytes: strToU8(`${XML}<figures xmlns="${NAMESPACE}">${json}</figures>`),
      type: null,
      related: { id: 'rIdSsld', type: 'customXml', target: '../customXml/ssld.xml' },
    },
    {
      path: 'customXml/ssldProps.xml',
      bytes: strToU8(
        `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5D1A2C30-0F53-4B0E-9C51-55534C440001}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
      ),
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      related: null,
    },
    {
      path: 'customXml/_rels/ssld.xml.rels',
      bytes: strToU8(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="ssldProps.xml"/></Relationships>`,
      ),
      type: null,
      related: null,
    },
  ];
}

const isCarried = (text: string): boolean => text.includes(`"${NAMESPACE}"`) && figuresIn(text) !== null;

/** Throws PaperProblem: `not_ours` where none goes along, `broken_list` where it is not as we write it. */
export function carriedOf(all: Package): Carried {
  for (const { path } of all.entries) {
    const text = /^customXml\/[^/]+\.xml$/i.test(path) ? textAt(all, path) : undefined;
    if (text === undefined || !isCarried(text)) continue;
    const carried = carriedIn(figuresIn(text)!);
    if (carried === null) throw new PaperProblem('broken_list');
    return carried;
  }
  throw new PaperProblem('not_ours');
}

function figuresIn(xml: string): string | null {
  const cursor = cursorOf(xml);
  if (!next(cursor) || !isNamed(cursor, 'figures')) return null;
  return textWithin(cursor);
}

function carriedIn(json: string): Carried | null {
  if (isDeep(json)) return null;
  try {
    const found: unknown = JSON.parse(json);
    if (!isWritten(found)) return null;
    const names = new Map(found.kept.map(({ name }) => [String(placeOf(name)), name]));
    const lines = found.lines.map((line) => readLine(line, names));
    const marks = lines.reduce(
      (sum, line) => sum + (line?.units.reduce((all, one) => all + one.marks.length, 0) ?? 0),
      0,
    );
    return marks > longestList || lines.includes(null) ? null : { ...found, lines: lines as readonly KeptLine[] };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What a figure says is five deep in the list at most; who reads what is deeper runs out of stack. */
const deepest = 12;

function isDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]!;
    if (isText && sign === '\\') at++;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
}

/** `r2|` before a row of the second table, signs of its units with the numbers of their bookmarks: `3f0a:12,13 77b1`. */
const written = ({ table, units }: KeptLine): string =>
  (table === null ? '' : `r${table}|`) +
  units.map(({ sign, marks }) => (marks.length === 0 ? sign : `${sign}:${marks.map(placeOf).join(',')}`)).join(' ');

function readLine(text: unknown, byPlace: ReadonlyMap<string, string>): KeptLine | null {
  if (typeof text !== 'string') return null;
  const row = /^r(\d{1,6})\|/.exec(text);
  const units: KeptUnit[] = [];
  for (const unit of text.slice(row?.[0].length ?? 0).split(' ')) {
    const [sign = '', marks, ...more] = unit.split(':');
    const names = (marks?.split(',') ?? []).map((place) => byPlace.get(place));
    if (!isSign(sign) || more.length > 0 || names.includes(undefined)) return null;
    units.push({ sign, marks: names as readonly string[] });
  }
  return { isRow: row !== null, table: row && Number(row[1]), units };
}

const isSign = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{4}$/.test(text);

const kinds: ReadonlySet<unknown> = new Set<DocumentKind>(['midterm', 'final', 'return', 'rectify']);

function isWritten(found: unknown): found is Omit<Carried, 'lines'> & { readonly lines: readonly unknown[] } {
  if (typeof found !== 'object' || found === null) return false;
  const { kind, mode, isPublic, kept, lines, others, charts, pictures, otherCharts, pageFields, isAmbiguous } =
    found as Partial<Record<keyof Carried, unknown>>;
  return (
    kinds.has(kind) &&
    (mode === 'midterm' || mode === 'final') &&
    typeof isPublic === 'boolean' &&
    isList(kept) &&
    kept.every(isKept) &&
    isList(lines) &&
    isList(others) &&
    others.every(isSign) &&
    isList(charts) &&
    charts.length <= mostCharts &&
    charts.every(isChart) &&
    typeof pictures === 'number' &&
    typeof otherCharts === 'number' &&
    typeof pageFields === 'number' &&
    typeof isAmbiguous === 'boolean'
  );
}

/** More figures are in no paper. */
const longestList = 300_000;

const mostCharts = 500;

const isList = (found: unknown): found is readonly unknown[] => Array.isArray(found) && found.length <= longestList;

function isKept(one: unknown): one is Kept {
  if (typeof one !== 'object' || one === null) return false;
  const { name, text, of } = one as Partial<Kept>;
  return (
    typeof name === 'string' &&
    placeOf(name) !== null &&
    typeof text === 'string' &&
    typeof of === 'object' &&
    typeof of?.what === 'string'
  );
}

function isChart(one: unknown): one is KeptChart {
  if (typeof one !== 'object' || one === null) return false;
  const { names, titles, unit, series } = one as Partial<KeptChart>;
  return (
    isSign(names) &&
    isSign(titles) &&
    typeof unit === 'string' &&
    isList(series) &&
    series.every((values) => isList(values) && values.every((value) => typeof value === 'number'))
  );
}

const NAMESPACE = 'urn:ssld:figures:1';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
