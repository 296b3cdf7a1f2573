/** Places of the unit travel in words; every other one as a token that tells whether it is like the own one (decision mask-13). */
import { comparable } from '../model/identifiers.ts';
import { BRACKETS, differsByOne, LIKE, loneKind, OFFICE, placeIn, STREET } from '../model/places.ts';
import type { Reading, Writings } from '../model.ts';
import { type Explaining, explaining } from './told.ts';

export interface OwnPlaces {
  readonly explaining: Explaining;
  /** Spellings that titles may have for them. */
  readonly names: readonly string[];
  /**
   * Of what stands for a run of characters: `word` of two to four Chinese characters, `lone` of one, `code` with digits, else `text`;
   * or how it is like the name of the own community.
   */
  readonly kindOf: (run: string) => string;
  /** The text with a token for each other place that the workbook names. */
  readonly withoutOthers: (text: string, tokenOf: (run: string) => string) => string;
}

// What is no name of a place is nobody's words to send.
const NAME = /^[\u4e00-\u9fff×]{1,4}$/;
/** So many characters before 街道 or 社区 may be the name of one. */
const WORD = /^[\u4e00-\u9fff×]{2,4}$/;
const CHARACTER = /^[\u4e00-\u9fff]$/;
const STREET_NAME = /^([\u4e00-\u9fff×]{1,4}?)(?:街道办事处|街道办|街道|镇|乡)$/;
const COUNTY_NAME = /^[\u4e00-\u9fff]{1,4}[市县区]$/;

export function ownPlaces({ unit, places }: Reading, writings: Writings): OwnPlaces {
  const { endings, apart } = writings.places;
  const said = placeIn(comparable(unit.community ?? '').replace(BRACKETS, ''));
  const rest = unit.countyName && said.startsWith(unit.countyName) ? said.slice(unit.countyName.length) : said;
  // 刘某某锦湖社区: somebody's name before that of the place.
  const isSomebody = (name: string) => name.length > 3 && writings.surnames.includes(name[0]!);
  const inner = STREET.exec(rest)?.[0] ?? '';
  const within = STREET_NAME.test(inner) ? rest.replace(STREET, '') : rest;
  const streetName = unit.street ?? inner;
  const named = STREET_NAME.exec(streetName)?.[1] ?? null;
  const street = named === null || isSomebody(named) ? null : named;
  const base = within.replace(OFFICE, '') || rest.replace(OFFICE, '');
  const isName = NAME.test(base) && base !== within && !isSomebody(base);
  const county = unit.countyName !== null && COUNTY_NAME.test(unit.countyName) ? [unit.countyName] : [];
  const names = new Set(county);
  const patterns: { pattern: RegExp }[] = [];
  if (street !== null) for (const each of [streetName, ...(street.length > 1 ? [street] : [])]) names.add(each);
  if (isName) {
    for (const ending of endings) {
      names.add(base + ending);
      if (street !== null) names.add(streetName + base + ending);
    }
    if (base.length > 1) names.add(base);
    else patterns.push({ pattern: new RegExp(`(?<![^\\p{P}\\p{S}\\p{Z}])${base}(?![^\\p{P}\\p{S}\\p{Z}])`, 'gu') });
    if (street !== null) names.add(street + base);
  }
  const own = isName ? base : said;
  const beginning = own.slice(0, LIKE);
  return {
    explaining: explaining(names, patterns),
    names: [...names],
    kindOf(run) {
      const kind = /\d/.test(run) ? 'code' : WORD.test(run) ? 'word' : 'text';
      if (own === '' || run === own || kind === 'code') return kind;
      if (CHARACTER.test(run) && !apart.includes(run)) return loneKind;
      const isLike = differsByOne(run, own, apart);
      const isNear = beginning !== '' && run.includes(beginning);
      return isLike ? (isNear ? 'kin' : 'like') : isNear ? 'near' : kind;
    },
    withoutOthers: othersIn(
      places.filter((name) => !names.has(name)),
      [...names],
      endings,
    ),
  };
}

function othersIn(
  others: readonly string[],
  own: readonly string[],
  endings: readonly string[],
): OwnPlaces['withoutOthers'] {
  if (others.length === 0) return (text) => text;
  const bases = new Set(others.map((name) => baseOf(name, endings)));
  const tokens = new Set(others.filter((name) => name.includes('〔')));
  const longest = [...new Set([...others, ...own])]
    .filter((name) => !tokens.has(name))
    .sort((a, b) => b.length - a.length);
  if (longest.length === 0) return (text) => text;
  const pattern = new RegExp(longest.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
  const isOwn = new Set(own);
  return (text, tokenOf) =>
    text.replace(pattern, (name) => {
      if (isOwn.has(name)) return name;
      const base = baseOf(name, endings);
      return bases.has(base) ? tokenOf(base) + name.slice(base.length) : name;
    });
}

/** 望淮 of 望淮社区, 云桥 of 云桥街道. */
function baseOf(name: string, endings: readonly string[]): string {
  const ending = [...endings, '街道办事处', '街道办', '街道', '镇', '乡'].find(
    (each) => name.endsWith(each) && name.length > each.length,
  );
  return ending ? name.slice(0, -ending.length) : name;
}
