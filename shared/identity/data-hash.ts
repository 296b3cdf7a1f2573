/**
 * Whether two workbooks hold the same data: a hash over what was read of them, whatever the sheets look like (decision key-1).
 * What is judged by is in it; where it stands, how it is laid out and what was not understood is not.
 */
import { cellsOver } from '../model/summaries.ts';
import type { DataRecord, Datum, Line, Section, SumRecord, Table, Words } from '../model.ts';
import { writeCells } from './cells.ts';
import { type Ink, openInk } from './ink.ts';
import { openTokens, type Page, type Texts, type Tokens } from './tokens.ts';

/** `sha256:` and 64 hex digits over tables and the lines beside them. Tables of the same data in another order give the same. */
export function hashOf(tables: readonly Table[], lines: readonly Line[]): string {
  const tokens = openTokens();
  const blocks = [
    ...tables.map((table) => blockOf(table.id, tokens, (ink, page) => writeTable(table, ink, page))),
    ...saidBeside(tables, lines).map((said) => blockOf('', tokens, (ink, page) => writeLines(said, ink, page))),
  ];
  const ink = openInk();
  const numbers: number[] = [];
  let last = 0;
  for (const { key, met } of sorted(blocks)) {
    ink.text(key);
    ink.count(met.length);
    for (const name of met) {
      const number = numbers[name];
      ink.count(number ?? 0);
      if (number === undefined) numbers[name] = ++last;
    }
  }
  return `sha256:${ink.dry()}`;
}

/** A table, or the lines beside the tables of a sheet. */
interface Block {
  /** Its table and the hash of what stands in it, tokens as they are met in it. */
  readonly key: string;
  /** Its tokens, in that order. */
  readonly met: readonly number[];
}

function blockOf(id: string, tokens: Tokens, write: (ink: Ink, page: Page) => void): Block {
  const ink = openInk();
  const page = tokens.page(ink);
  write(ink, page);
  return { key: `${id} ${ink.dry()}`, met: page.met };
}

/** So often are blocks that are alike told apart further; more is never needed of data that somebody typed. */
const ROUNDS = 4;

/**
 * By their keys. Blocks that are alike but for whom they name are told apart by the places where the same is named, in them
 * and in others, so that the order of the sheets decides nothing.
 */
function sorted(blocks: readonly Block[]): readonly Block[] {
  let told = blocks;
  for (let round = 0; round < ROUNDS && isOpen(told); round++) told = toldByNames(told);
  return [...told].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Whether two are alike but for whom they name. */
function isOpen(blocks: readonly Block[]): boolean {
  const known = new Map<string, readonly number[]>();
  return blocks.some(({ key, met }) => {
    const other = known.get(key);
    known.set(key, met);
    return other?.some((name, at) => name !== met[at]) ?? false;
  });
}

function toldByNames(blocks: readonly Block[]): readonly Block[] {
  const ranks = new Map([...new Set(blocks.map(({ key }) => key))].sort().map((key, rank) => [key, rank]));
  const places: string[][] = [];
  for (const { key, met } of blocks) {
    met.forEach((name, at) => {
      const own = places[name];
      const place = `${ranks.get(key)} ${at}`;
      if (own) own.push(place);
      else places[name] = [place];
    });
  }
  const named = places.map((own) => hashed(own.sort()));
  return blocks.map(({ key, met }) => ({ key: hashed([key, ...met.map((name) => named[name]!)]), met }));
}

function hashed(texts: readonly string[]): string {
  const ink = openInk();
  ink.count(texts.length);
  for (const text of texts) ink.text(text);
  return ink.dry();
}

function writeTable(table: Table, ink: Ink, page: Page): void {
  const { kind, saidToBe, words, continues, records, totals, pivot } = table;
  const text = page.texts();
  text([kind, saidToBe, continues?.isCertain].join());
  text(wordsText(words));
  const cells = table.cells();
  ink.count(records.length);
  writeCells(cells, ink, page);
  writeSections(records, ink, text);
  ink.count(totals.length);
  let above = 0;
  for (const { kind: sum, of, row } of totals) {
    while (above < records.length && records[above]!.row < row) above++;
    ink.count(above);
    text(`${sum} ${of}`);
  }
  writeCells(
    cellsOver(
      totals.map((total) => withFigures(total, cells.fields)),
      cells.fields,
    ),
    ink,
    page,
  );
  writeCells(cellsOver(pivot ? [pivot] : [], Object.keys(pivot?.data ?? {})), ink, page);
}

/** Of a row of sums the figures are judged; words in it are its label, or hold on from above. */
function withFigures(total: SumRecord, fields: readonly string[]): SumRecord {
  const data: Record<string, Datum> = {};
  for (const field of fields) {
    const datum = total.data[field];
    if (datum?.row === total.row && (datum.number !== null || datum.state === 'doubtful')) data[field] = datum;
  }
  return { ...total, data };
}

/** What the lines between the rows say of those below them; what they give in the place of a column stands in the records. */
function writeSections(records: readonly DataRecord[], ink: Ink, text: Texts): void {
  const isParted = records.some(({ section }) => section);
  ink.count(isParted ? 1 : 0);
  if (!isParted) return;
  const said = new Map<Section | null, string>([[null, '']]);
  for (const { section } of records) {
    if (!said.has(section)) said.set(section, wordsText(section!.words));
    text(said.get(section)!);
  }
}

function wordsText({ kind, community, whose, doubt, period }: Words): string {
  const name = community?.replaceAll(' ', '').replace(STREET, '');
  return [kind, whose, name, doubt, period?.from, period?.to].join('\n');
}

/** A community is called as the workbook first writes it, with its street or without: which of them depends on the order of sheets. */
const STREET = /^.+(?:街道|镇|乡)(?=.{3})/;

// What is judged of a line: whose the workbook is, who signed it, what a sentence sums up. The rest is layout, or in the figures.
const JUDGED: ReadonlySet<Line['kind']> = new Set(['reporter', 'signature', 'statement'] as const);

/** By sheet, of those that hold a table. */
function saidBeside(tables: readonly Table[], lines: readonly Line[]): readonly (readonly Line[])[] {
  const sheets = new Map<string, Line[]>(tables.map(({ sheet }) => [sheet, []]));
  for (const line of lines) if (JUDGED.has(line.kind)) sheets.get(line.sheet)?.push(line);
  return [...sheets.values()].filter((said) => said.length > 0);
}

/** Those of one label as they stand, for their columns may be in another order. */
function writeLines(lines: readonly Line[], ink: Ink, page: Page): void {
  const text = page.texts();
  const said = lines.map(({ kind, label, value }) => ({ label: `${kind} ${label ?? ''}`, value }));
  ink.count(said.length);
  for (const { label, value } of said.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))) {
    text(label);
    text(value ?? '');
  }
}
