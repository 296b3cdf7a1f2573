/** Workbooks against the city's register of units. */
import { comparable } from '../model/identifiers.ts';
import { modeWords } from '../model/words.ts';
import type { Fact, Mode, Policy, Registered } from '../model.ts';
import type { Entry } from './entries.ts';
import { type AcrossOf, listed, placed, type Report, type Skip, sayable, skipRecalled } from './reports.ts';
import { areWithin, type Names, namesBy } from './same-names.ts';

/** All registers among the files together. */
export interface RegisterRead {
  readonly lines: readonly Line[];
  readonly names: Names;
  /** The lines of a unit, one or more for each period and register; else those of its county, if none has its name. */
  lineOf(entry: Entry): Found;
}

/** A line of a register, or a community of it where its cell names several. */
interface Line extends Registered {
  readonly entry: Entry;
  /** The county of the line above where the cell is blank: merged with it, or forgotten. */
  readonly countyAbove: string | null;
  /** Its cell names several communities, or a part of one whose name only looks like it. */
  readonly isOfSeveral: boolean;
}

interface Found {
  readonly own: readonly Line[];
  readonly ofCounty: readonly Line[];
}

/** A sentence where there is none. */
export function registerIn(entries: readonly Entry[], policy: Policy): RegisterRead | string {
  const files = entries.filter(({ state }) => state === 'register');
  if (files.length === 0) return '没有试点名册，没有核对。';
  if (files.some(({ joins }) => joins === null)) return '试点名册要再放入一次才能核对。';
  const names = namesBy(policy.register);
  const lines = files.flatMap((file) => linesIn(file, names));
  return { lines, names, lineOf: linesBy(lines, names).of };
}

function linesIn(entry: Entry, names: Names): readonly Line[] {
  let above: { readonly sheet: string; readonly county: string | null } = { sheet: '', county: null };
  const named = (text: string | null) => (text !== null && names.isName(text) ? text : null);
  return (entry.joins?.register ?? []).flatMap((line): readonly Line[] => {
    const countyName = named(line.countyName);
    const county = line.county ?? countyName;
    const countyAbove = above.sheet === line.at.sheet ? above.county : null;
    above = { sheet: line.at.sheet, county: county ?? countyAbove };
    const one = { ...line, entry, countyName, street: named(line.street), countyAbove };
    const several = line.community === null ? [] : names.communities(line.community);
    if (several.length < 2) return [{ ...one, community: named(line.community), isOfSeveral: false }];
    return several.map((community) => ({ ...one, community, isOfSeveral: true }));
  });
}

/** As many units with a workbook as the register says have handed in. */
export function judgeTally(
  register: RegisterRead | string,
  { reported, mode }: { readonly reported: readonly Entry[]; readonly mode: Mode },
  report: Report,
  skip: Skip,
): void {
  if (typeof register === 'string') {
    skip(register);
    return;
  }
  const lines = register.lines.filter(({ time = mode }) => time === mode);
  if (lines.length === 0) skip(`试点名册写的不是${modeWords[mode]}的报送状态，没有核对。`);
  else if (lines.every(({ submitted }) => submitted === null)) skip('试点名册没有写明报送状态，没有核对。');
  else tally(lines, register.names, reported, report);
  const several = lines.filter(({ isOfSeveral }) => isOfSeveral).map(lineName);
  if (several.length > 0) skip(`试点名册有一格写了几个社区，分不清哪个报送了，没有核对：${listed(several)}。`);
}

/** What a workbook says of itself against its line. */
export function judgeRegistered(
  { fact }: AcrossOf<'registered'>,
  register: RegisterRead | string,
  reported: readonly Entry[],
  report: Report,
  skip: Skip,
): void {
  if (typeof register === 'string') {
    skip(register);
    return;
  }
  skipRecalled(reported, skip);
  const strangers: string[] = [];
  const unclear: string[] = [];
  for (const each of reported) {
    const said = each.joins?.facts[fact];
    if (!said || !register.names.isName(said.text)) continue;
    const against = linesFor(fact, register.lineOf(each));
    if (against.length === 0) strangers.push(each.name);
    if (against.some(({ isOfSeveral }) => isOfSeveral)) {
      unclear.push(each.name);
      continue;
    }
    const written = against.flatMap((line) => writtenIn(line, fact, register.names) ?? []);
    if (written.length === 0 || (fact === 'community' && written.length < against.length)) continue;
    if (written.some(({ text }) => areOne(fact, said.text, text, register.names))) continue;
    const places = [placed(each, said.at), ...against.map(({ entry, at }) => placed(entry, at))];
    report({ units: each.name, value: sayable(said), expected: listed([...new Set(written.map(sayable))]) }, places);
  }
  if (strangers.length > 0) skip(`在试点名册中找不到对应的一行，没有核对：${listed(strangers)}。`);
  if (unclear.length > 0) skip(`试点名册有一格写了几个社区，分不清是不是本单位，没有核对：${listed(unclear)}。`);
}

type FactName = AcrossOf<'registered'>['fact'];

/** Street and agency of another community of the county say nothing. */
function linesFor(fact: FactName, { own, ofCounty }: Found): readonly Line[] {
  if (own.length > 0) return own;
  return fact === 'community' ? ofCounty : [];
}

function writtenIn(line: Line, fact: FactName, names: Names): Fact | null {
  const text = line[fact];
  return text !== null && names.isName(text) ? { text, at: line.at } : null;
}

function areOne(fact: FactName, one: string, other: string, names: Names): boolean {
  if (fact === 'street') return names.streets(one, other);
  if (fact === 'agency') return names.agencies(one, other);
  const forms = names.forms(other);
  return names.forms(one).some((form) => forms.includes(form));
}

/**
 * Only what is certain: a unit that the register says has handed in, of which no workbook is there, and one that is there of
 * which no line says so. What may be one is one.
 */
function tally(lines: readonly Line[], names: Names, reported: readonly Entry[], report: Report): void {
  const units = unitsOf(lines, names);
  const meant = linesBy(lines, names).meantBy(reported);
  const received = new Set([...meant.values()].flat());
  const lacking = units
    .filter((ofUnit) => stateOf(ofUnit) === true && !ofUnit.some((line) => line.isOfSeveral || received.has(line)))
    .map((ofUnit) => ofUnit[0]!);
  const unsaid = reported.filter((each) => meant.get(each)!.every(({ submitted }) => submitted === false));
  const list = [
    ...(lacking.length > 0 ? [`名册写已报送而没有汇总到的：${listed(lacking.map(lineName))}`] : []),
    ...(unsaid.length > 0 ? [`汇总到而名册没有写已报送的：${listed(unsaid.map(({ name }) => name))}`] : []),
  ];
  if (list.length === 0) return;
  const least = units.filter((ofUnit) => stateOf(ofUnit) === true).length;
  const most = units.filter((ofUnit) => stateOf(ofUnit) !== false).length;
  report({ count: reported.length, expected: least === most ? least : `${least} 至 ${most}`, list: list.join('；') }, [
    ...lacking.map(({ entry, at }) => placed(entry, at)),
    ...unsaid.flatMap((each) => placed(each, each.joins?.facts.community?.at ?? null) ?? []),
  ]);
}

/** Null where the lines of a unit, of several periods or registers, do not agree. */
function stateOf(ofUnit: readonly Line[]): boolean | null {
  const states = new Set(ofUnit.map(({ submitted }) => submitted));
  return states.size === 1 ? ofUnit[0]!.submitted : null;
}

const lineName = ({ countyName, street, community, at }: Line): string =>
  sayable({ text: [countyName, street, community].filter((part) => part !== null).join(''), at });

/** By its id, else by its name. */
interface OfPlace {
  readonly county: string | null;
  readonly countyName: string | null;
  readonly street: string | null;
}

/** Nothing is against it that they are in one street; what is blank may be anything. */
function mayBeBeside(one: OfPlace, other: OfPlace, names: Names): boolean {
  return (
    mayBeOfCounty(one, other) &&
    (one.street === null || other.street === null || names.streets(one.street, other.street))
  );
}

function mayBeOfCounty(one: OfPlace, other: OfPlace): boolean {
  if (one.county !== null && other.county !== null) return one.county === other.county;
  if (one.countyName === null || other.countyName === null) return true;
  return areWithin(comparable(one.countyName), comparable(other.countyName));
}

/** The lines of each unit together. */
function unitsOf(lines: readonly Line[], names: Names): readonly (readonly Line[])[] {
  const byForm = new Map<string, Line[][]>();
  const units: Line[][] = [];
  for (const line of lines) {
    const forms = line.community === null ? [''] : names.forms(line.community);
    const unit = forms
      .flatMap((form) => byForm.get(form) ?? [])
      .find((each) => each.every((other) => mayBeBeside(line, other, names)));
    if (unit) unit.push(line);
    else {
      const next = [line];
      units.push(next);
      for (const form of forms) put(byForm, form, next);
    }
  }
  return units;
}

function linesBy(lines: readonly Line[], names: Names) {
  const byForm = new Map<string, Line[]>();
  const ofCounties = lines.filter(({ community }) => community === null);
  for (const line of lines)
    for (const form of line.community === null ? [] : names.forms(line.community)) put(byForm, form, line);
  const known = new Map<Entry, Found>();
  return {
    /** By county, street and community as the roll-up took the workbook. */
    of(entry: Entry): Found {
      const found = known.get(entry) ?? find(entry);
      known.set(entry, found);
      return found;
    },
    /** All that may be the unit's; of those that no workbook fits, also those elsewhere that have its name. */
    meantBy(reported: readonly Entry[]): ReadonlyMap<Entry, readonly Line[]> {
      const fitting = new Map(reported.map((each) => [each, fittingOf(each)]));
      const taken = new Set([...fitting.values()].flat());
      const left = (each: Entry) => named(each).filter((line) => !taken.has(line));
      return new Map([...fitting].map(([each, fits]) => [each, fits.length > 0 ? fits : left(each)]));
    },
  };

  function named({ unit, joins }: Entry): readonly Line[] {
    const community = unit.community ?? joins?.facts.community?.text ?? null;
    return [...new Set((community === null ? [] : names.forms(community)).flatMap((form) => byForm.get(form) ?? []))];
  }

  function placeOf({ unit, joins }: Entry): OfPlace {
    return { ...unit, street: unit.street ?? joins?.facts.street?.text ?? null };
  }

  function fittingOf(entry: Entry): readonly Line[] {
    return [...named(entry), ...ofCounties].filter((line) => mayBeBeside(placeOf(entry), line, names));
  }

  function find(entry: Entry): Found {
    const place = placeOf(entry);
    const alike = named(entry);
    const ofOwn = alike.filter((line) => isOfCounty(line, place));
    const inStreet = alike.filter(
      ({ street }) => place.street !== null && street !== null && names.streets(place.street, street),
    );
    const fitting = ofOwn.filter((line) => mayBeBeside(place, line, names));
    const own = fitting.length > 0 ? fitting : (oneUnit(ofOwn, names) ?? oneUnit(inStreet, names) ?? []);
    // What is named anywhere is not certainly missing.
    return { own, ofCounty: alike.length > 0 ? [] : lines.filter((line) => isOfCounty(line, place)) };
  }
}

/** A blank cell is taken for the county above. */
function isOfCounty({ countyAbove, ...line }: Line, place: OfPlace): boolean {
  if (line.county !== null || line.countyName !== null || countyAbove === null) return mayBeOfCounty(line, place);
  return [place.county, place.countyName, null].includes(countyAbove);
}

function put<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Lines that are all of one unit; null where they are of several, or there are none. */
function oneUnit(lines: readonly Line[], names: Names): readonly Line[] | null {
  return unitsOf(lines, names).length === 1 ? lines : null;
}
