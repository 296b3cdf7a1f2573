/** Workbooks against the city's register of units. */
import { modeWords } from '../model/words.ts';
import type { Mode, Policy, Registered } from '../model.ts';
import type { Entry } from './entries.ts';
import { type AcrossOf, listed, placed, type Report, type Skip, skipRecalled } from './reports.ts';
import { type Names, namesBy } from './same-names.ts';
import { byText } from './same-things.ts';

/** The first register among the files. */
export interface RegisterRead {
  readonly entry: Entry;
  readonly lines: readonly Registered[];
  readonly names: Names;
  /** The line of a unit, or its line for each period, by county and community; else those of its county, if none has its name. */
  lineOf(entry: Entry): Found;
}

interface Found {
  /** One, or one for each period. */
  readonly own: readonly Registered[];
  readonly ofCounty: readonly Registered[];
}

/** A sentence where there is none. */
export function registerIn(entries: readonly Entry[], policy: Policy): RegisterRead | string {
  const files = entries.filter(({ state }) => state === 'register');
  const entry = files.find(({ joins }) => joins && joins.register.length > 0);
  if (!entry) return files.length > 0 ? '试点名册要再放入一次才能核对。' : '没有试点名册，没有核对。';
  const names = namesBy(policy.register);
  const lines = entry.joins!.register;
  return { entry, lines, names, lineOf: linesBy(lines, names) };
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
  else tally({ ...register, lines, lineOf: linesBy(lines, register.names) }, reported, report);
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
  for (const each of reported) {
    const said = each.joins?.facts[fact];
    if (!said || !register.names.isName(said.text)) continue;
    const against = linesFor(fact, register.lineOf(each));
    if (against.length === 0) strangers.push(each.name);
    const written = against.flatMap((line) => writtenIn(line, fact, register.names) ?? []);
    if (written.length === 0 || (fact === 'community' && written.length < against.length)) continue;
    if (written.some((text) => areOne(fact, said.text, text, register.names))) continue;
    report({ units: each.name, value: said.text, expected: listed([...new Set(written)]) }, [
      placed(each, said.at),
      ...against.map(({ at }) => placed(register.entry, at)),
    ]);
  }
  if (strangers.length > 0) skip(`在试点名册中找不到对应的一行，没有核对：${listed(strangers)}。`);
}

type FactName = AcrossOf<'registered'>['fact'];

/** Street and agency of another community of the county say nothing. */
function linesFor(fact: FactName, { own, ofCounty }: Found): readonly Registered[] {
  if (own.length > 0) return own;
  return fact === 'community' ? ofCounty : [];
}

function writtenIn(line: Registered, fact: FactName, names: Names): string | null {
  const text = line[fact];
  return text !== null && names.isName(text) ? text : null;
}

function areOne(fact: FactName, one: string, other: string, names: Names): boolean {
  if (fact === 'street') return names.streets(one, other);
  if (fact === 'agency') return names.agencies(one, other);
  const forms = names.forms(other);
  return names.forms(one).some((form) => forms.includes(form));
}

function tally({ entry, lines, lineOf }: RegisterRead, reported: readonly Entry[], report: Report): void {
  const states = statesOf(lines);
  const least = states.filter((each) => each === true).length;
  const most = states.filter((each) => each !== false).length;
  if (reported.length >= least && reported.length <= most) return;
  const received = new Set(reported.flatMap((each) => lineOf(each).own));
  const lacking = lines.filter((line) => line.submitted === true && !received.has(line));
  const unsaid = reported.filter((each) => !lineOf(each).own.some(({ submitted }) => submitted === true));
  const list = [
    ...(lacking.length > 0 ? [`名册写已报送而没有汇总到的：${listed(lacking.map(lineName))}`] : []),
    ...(unsaid.length > 0 ? [`汇总到而名册没有写已报送的：${listed(unsaid.map(({ name }) => name))}`] : []),
  ];
  report({ count: reported.length, expected: least === most ? least : `${least} 至 ${most}`, list: list.join('；') }, [
    ...lacking.map(({ at }) => placed(entry, at)),
    ...unsaid.flatMap((each) => placed(each, each.joins?.facts.community?.at ?? null) ?? []),
  ]);
}

/** Of each unit once; null where its lines, of several periods, do not agree. */
function statesOf(lines: readonly Registered[]): readonly (boolean | null)[] {
  return byText(lines, lineName).map((ofUnit) => {
    const states = new Set(ofUnit.map(({ submitted }) => submitted));
    return states.size === 1 ? ofUnit[0]!.submitted : null;
  });
}

const lineName = ({ countyName, street, community }: Registered): string =>
  [countyName, street, community].filter((part) => part !== null).join('');

/** By its id, else by its name; null where cells below one another are merged, so that only the first says it. */
const countyOf = (unit: { readonly county: string | null; readonly countyName: string | null }): string | null =>
  unit.county ?? unit.countyName;

function linesBy(lines: readonly Registered[], names: Names): (entry: Entry) => Found {
  const byCounty = new Map<string | null, Registered[]>();
  const byForm = new Map<string, Registered[]>();
  for (const line of lines) {
    put(byCounty, countyOf(line), line);
    for (const form of line.community === null ? [] : names.forms(line.community)) put(byForm, form, line);
  }
  const known = new Map<Entry, Found>();
  return (entry) => {
    const found = known.get(entry) ?? find(entry);
    known.set(entry, found);
    return found;
  };

  function find({ unit, joins }: Entry): Found {
    const community = unit.community ?? joins?.facts.community?.text ?? null;
    const street = unit.street ?? joins?.facts.street?.text ?? null;
    const county = countyOf(unit);
    const named = new Set((community === null ? [] : names.forms(community)).flatMap((form) => byForm.get(form) ?? []));
    const inStreet = (line: Registered) =>
      street !== null && line.street !== null && names.streets(street, line.street);
    const ofOwn = [...named].filter((line) => [county, null].includes(countyOf(line)));
    const own = oneUnit(ofOwn) ?? oneUnit(ofOwn.filter(inStreet)) ?? oneUnit([...named].filter(inStreet)) ?? [];
    // What is named anywhere is not certainly missing.
    const others = named.size > 0 ? [] : [county, null].flatMap((each) => byCounty.get(each) ?? []);
    return { own, ofCounty: others };
  }
}

function put<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Lines that are all of one unit; null where they are of several, or there are none. */
function oneUnit(lines: readonly Registered[]): readonly Registered[] | null {
  return new Set(lines.map(lineName)).size === 1 ? lines : null;
}
