/**
 * Places that a workbook names (decision read-16): by its forms, registers and columns of communities, and by the whole text of
 * a line 填报单位 or of a sheet's name that ends as communities do. A word before 社区 in a title is none by itself.
 */
import { communityField, roleFields } from '../../model/catalogue.ts';
import { isNumberToken, withoutTokens } from '../../model/tokens.ts';
import type { Catalogue, Line, Table, TableDef, Writings } from '../../model.ts';
import type { Grid } from '../grid.ts';
import { clean } from '../text.ts';

export interface Places {
  /** What stands in titles for a community → its name as it was first written; the longest first. */
  readonly names: readonly (readonly [spelling: string, community: string])[];
  /** Streets and the spellings of the communities. */
  readonly words: readonly string[];
  /** As they were first written. */
  readonly communities: readonly string[];
}

/** What is known of one sheet when its tables were read. */
export interface SheetOfPlaces {
  readonly grid: Grid | null;
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
}

/** A column with more names than this holds something else. */
const MOST = 300;
const BRACKETS = /\([^()]*\)/g;
const SEVERAL = /[、,，/;；]/;
const STREET = /^(.{2,}?)(?:街道办事处|街道办|街道|镇|乡)(?=.)/;
const STREET_NAME = /(?:街道办事处|街道办|街道|镇|乡)$/;

export function placesOf(sheets: readonly SheetOfPlaces[], catalogue: Catalogue): Places {
  const { writings } = catalogue;
  const found = new Map<string, string>();
  const streets = new Set<string>();
  const add = (text: string, isName: boolean) => {
    for (const part of clean(text).replace(/ /g, '').replace(BRACKETS, '').split(SEVERAL)) {
      const base = baseOf(part, writings, isName);
      if (base !== null && !found.has(base)) found.set(base, part);
    }
  };
  for (const { grid, tables, lines } of sheets) {
    if (!grid || tables.length === 0) continue;
    for (const table of tables) {
      const def = catalogue.tables.find(({ id }) => id === table.id);
      if (!def) continue;
      for (const name of namesIn(grid, table, def, communityField)) add(name, OF_NAMES.has(def.role));
      if (OF_STREETS.has(def.role))
        for (const name of namesIn(grid, table, def, roleFields.facts.street)) streets.add(clean(name));
    }
    add(grid.title, false);
    for (const { kind, value } of lines) if (kind === 'reporter' && value) add(withoutCounty(value, catalogue), false);
  }
  const names = [...found].slice(0, MOST).flatMap(([base, name]) => spellings(base, name, writings));
  names.sort(([a], [b]) => b.length - a.length);
  const ofStreets = [...streets].filter((name) => STREET_NAME.test(name));
  return {
    names,
    words: [...names.map(([spelling]) => spelling), ...ofStreets],
    communities: [...new Set(names.map(([, community]) => community))],
  };
}

const OF_NAMES: ReadonlySet<TableDef['role']> = new Set(['facts', 'register', 'each', 'selfReport']);
const OF_STREETS: ReadonlySet<TableDef['role']> = new Set(['facts', 'register']);

/** Different texts of a field, as they stand in the sheet. */
function namesIn(grid: Grid, table: Table, { role }: TableDef, field: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (role === 'protected') return names;
  if (table.shape === 'form') {
    const datum = table.records[0]?.data[field];
    if (datum?.state === 'value' && typeof datum.raw === 'string' && !isNumberToken(datum.raw)) names.add(datum.text);
    return names;
  }
  const column = table.columns.find((each) => each.field === field);
  if (!column) return names;
  for (const { row } of table.records) {
    const cell = grid.cell(row, column.index);
    if (typeof cell === 'string' && !isNumberToken(cell)) names.add(cell);
    if (names.size > MOST) return new Set();
  }
  return names;
}

/** 望淮 of 云桥街道望淮社区居委会; null for what names no community: 示范社区, 各社区, 云桥街道. */
function baseOf(part: string, writings: Writings, isName: boolean): string | null {
  const ending = writings.places.endings.find((each) => part.endsWith(each) && part.length > each.length);
  if (!ending && !isName) return null;
  const whole = ending ? part.slice(0, -ending.length) : part;
  const own = endingOff(whole.replace(STREET, ''), writings) || endingOff(whole, writings);
  const { silent } = writings.titles;
  const says = silent.includes(own) || /^[全各本我该每]/.test(own) || /\d个?$/.test(own) || STREET_NAME.test(own);
  return own === '' || says || !/^[\u4e00-\u9fff0-9A-Za-z]+$/.test(withoutTokens(own, '某')) ? null : own;
}

/** 望淮 of 望淮社区, where 居委会 was taken off before. */
function endingOff(text: string, { places }: Writings): string {
  const ending = places.endings.find((each) => text.endsWith(each) && text.length > each.length);
  return ending ? text.slice(0, -ending.length) : text;
}

function withoutCounty(text: string, { units }: Catalogue): string {
  const bare = clean(text).replace(/ /g, '').replace(BRACKETS, '');
  const before = /^.{2,}?[省市](?=.)/.exec(bare)?.[0] ?? '';
  const rest = bare.slice(before.length);
  for (const { name, synonyms } of units)
    for (const word of [name, ...synonyms])
      if (rest.startsWith(word) && rest.length > word.length) return rest.slice(word.length);
  return rest;
}

/** The name alone tells nothing when it is one character: 甲. */
function spellings(base: string, name: string, { places }: Writings): (readonly [string, string])[] {
  const with_ = places.endings.map((ending) => [base + ending, name] as const);
  return base.length > 1 ? [...with_, [base, name]] : with_;
}
