/** Whose a file is: units of the register first, then those that files tell in full, then what tells less and fits just one. */
import { comparable } from '../model/identifiers.ts';
import type { Policy, Registered, Unit } from '../model.ts';
import { keyOf, type Parts, partsOf } from './keys.ts';
import { bareOf, countiesOf, differ } from './same-places.ts';

export interface Placing {
  readonly file: string;
  readonly unit: Unit;
  /** A person said whose it is: it is nobody's that it does not name. */
  readonly isSaid: boolean;
}

export interface Placed {
  /** Null where a person has to say; `because` then tells why, a whole sentence. */
  readonly key: string | null;
  readonly because: string | null;
  /** Keys of the units of the register of which it may be, where a person has to say. */
  readonly perhaps: readonly string[];
  /** Of what it says another way than its line in the register, a whole sentence; null where nothing is. */
  readonly taken: string | null;
  /** With what the other files of the unit, or its line in the register, tell beside. */
  readonly unit: Unit;
  readonly name: string;
  /** Whether a person should look although it is placed: of no county of the register. */
  readonly isAsked: boolean;
}

/** By file (decision rollup-1). The same for the same files in any order. */
export function placedBy(
  files: readonly Placing[],
  rows: readonly Registered[],
  policy: Policy,
): ReadonlyMap<string, Placed> {
  const known = registeredUnits(rows, policy).filter(({ unit }) => unit.community !== null);
  const places = openPlaces();
  for (const { unit } of known) places.add(placeOf(unit, true));
  const placed = new Map<string, Placed>();
  const groups = byFullness(files);
  for (const group of groups) {
    const found = placeFor(group, places, groups);
    if ('place' in found) places.add(found.place);
    for (const { file, unit } of group.files) placed.set(file, placedAs(unit, found, policy));
  }
  return placed;
}

export interface RegisteredUnit {
  /** As the line spells it that tells the most, with what only the others tell. */
  readonly unit: Unit;
  /** One, or those of several periods and of several registers, in their order. */
  readonly lines: readonly Registered[];
}

/** Units of the register in its order, each once, by the likeness by which files are placed. Lines of which nothing is known are of none. */
export function registeredUnits(rows: readonly Registered[], policy: Policy): readonly RegisteredUnit[] {
  const lines = rows.map((row, at) => ({ row, at, unit: unitOfRow(row, policy) }));
  const told = lines.filter(({ unit }) => tellingOf(partsOf(unit)) > 0);
  const places = openPlaces();
  const found = new Map<Known, (typeof told)[number][]>();
  for (const line of inFullness(told, ({ unit }) => unit)) {
    const place = placeOf(line.unit, true);
    const same = places.get(place.key) ?? onlySame(place.parts, places) ?? place;
    places.add(same);
    found.set(same, [...(found.get(same) ?? []), line]);
  }
  const units = [...found.values()].map((ofUnit) => {
    const unit = ofUnit.map((line) => line.unit).reduce(together);
    const inOrder = ofUnit.sort((a, b) => a.at - b.at);
    return { unit, at: inOrder[0]!.at, lines: inOrder.map(({ row }) => row) };
  });
  return units.sort((a, b) => a.at - b.at).map(({ unit, lines: ofUnit }) => ({ unit, lines: ofUnit }));
}

function unitOfRow({ county, countyName, street, community, urbanRural }: Registered, policy: Policy): Unit {
  return completed({ county, countyName, street, community, urbanRural }, policy);
}

function onlySame(parts: Parts, places: Places): Known | null {
  const same = places.near(parts).filter((place) => likeness(parts, place) === 'same');
  return same.length === 1 ? same[0]! : null;
}

/** The unit with what a person says of it. */
export function unitSaid(unit: Unit, said: Partial<Unit>, policy: Policy): Unit {
  const ofCounty = said.county === undefined && said.countyName === undefined ? unit : said;
  const { county = null, countyName = null } = ofCounty;
  const { street = unit.street, community = unit.community, urbanRural = unit.urbanRural } = said;
  return completed({ county, countyName, street, community, urbanRural }, policy);
}

/** 田家庵区望淮街道锦湖社区; empty where nothing is known. */
export function nameOf(unit: Unit): string {
  const { street, community } = partsOf(unit);
  return [unit.countyName ?? unit.county, street, community].map((part) => part ?? '').join('');
}

/**
 * County by its id and its name, as the policy's register has them; street and community without it before them. An id of another
 * policy's register tells nothing here: what a workbook is judged by does not have it.
 */
function completed(unit: Unit, { register }: Policy): Unit {
  const name = countyIn(unit.countyName ?? unit.county ?? '', register.within);
  const def =
    register.units.find(({ id }) => id === unit.county) ??
    register.units.find((one) =>
      [one.name, ...one.synonyms, one.id, one.areaCode ?? one.id].some((word) => comparable(word) === name),
    );
  const county = def ? { county: def.id, countyName: def.name } : { county: null, countyName: name || null };
  const higher = [...register.within, def?.name ?? name].filter((word) => word !== '');
  const [street, community] = [unit.street, unit.community].map((name) => name && withoutHigher(name, higher));
  return { ...unit, ...county, street: street ?? null, community: community ?? null };
}

/** Without province and city before it: 安徽省淮南市寿县 is 寿县. */
function countyIn(name: string, within: readonly string[]): string {
  return within.reduce(
    (rest, word) => (rest.startsWith(word) && rest.length > word.length + 1 ? rest.slice(word.length) : rest),
    comparable(name),
  );
}

/** `higher` from the largest on; what is left must be a name. */
function withoutHigher(name: string, higher: readonly string[]): string {
  return higher.reduce((rest, word) => {
    const isBefore = rest.startsWith(word) && rest.length > word.length + 2;
    return isBefore ? rest.slice(word.length) : rest;
  }, name.trim());
}

interface Known {
  readonly key: string;
  readonly unit: Unit;
  readonly parts: Parts;
  readonly isOfRegister: boolean;
}

function placeOf(unit: Unit, isOfRegister: boolean): Known {
  return { key: keyOf(unit), unit, parts: partsOf(unit), isOfRegister };
}

/** Units by key, and by what their communities are called without their kind, so that few are looked at for each file. */
function openPlaces() {
  const byKey = new Map<string, Known>();
  const byCommunity = new Map<string, Known[]>();
  return {
    get: (key: string) => byKey.get(key),
    /** One that is there already stays. */
    add(place: Known): void {
      if (byKey.has(place.key)) return;
      byKey.set(place.key, place);
      const name = bareOf(place.parts.community ?? '');
      byCommunity.set(name, [...(byCommunity.get(name) ?? []), place]);
    },
    /** All that may be meant. */
    near({ community }: Parts): readonly Known[] {
      if (community === null) return [...byKey.values()];
      return [...(byCommunity.get(bareOf(community)) ?? []), ...(byCommunity.get('') ?? [])];
    },
  };
}

type Places = ReturnType<typeof openPlaces>;

interface Group {
  readonly key: string;
  readonly parts: Parts;
  readonly files: readonly Placing[];
}

/** Files that tell the same, those first that tell the most: what tells less is held against them. */
function byFullness(files: readonly Placing[]): readonly Group[] {
  const groups = new Map<string, { key: string; parts: Parts; files: Placing[] }>();
  for (const file of files) {
    const key = keyOf(file.unit);
    const group = groups.get(key) ?? { key, parts: partsOf(file.unit), files: [] };
    groups.set(key, group);
    group.files.push(file);
  }
  return inFullness([...groups.values()], ({ files: [first] }) => first!.unit);
}

function inFullness<T>(all: readonly T[], unitOf: (one: T) => Unit): readonly T[] {
  const told = all.map((one) => ({ one, key: keyOf(unitOf(one)), parts: partsOf(unitOf(one)) }));
  told.sort(
    (a, b) =>
      tellingOf(b.parts) - tellingOf(a.parts) ||
      b.key.length - a.key.length ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
  return told.map(({ one }) => one);
}

function tellingOf({ county, street, community }: Parts): number {
  return [county, street, community].filter((part) => part !== null).length;
}

type Found = { readonly place: Known } | { readonly because: string; readonly perhaps: readonly string[] };

function placeFor(group: Group, places: Places, groups: readonly Group[]): Found {
  const { key, parts, files } = group;
  if (parts.county === null && parts.community === null)
    return { because: '看不出是哪个单位的，请指定单位。', perhaps: [] };
  const itself = places.get(key);
  if (itself) return { place: itself };
  const likenesses = places.near(parts).map((place) => [place, likeness(parts, place)] as const);
  const same = likenesses.filter(([, like]) => like === 'same').map(([place]) => place);
  if (same.length === 1) return { place: same[0]! };
  const isSaid = files.some((file) => file.isSaid);
  const perhaps = isSaid ? [] : likenesses.filter(([, like]) => like === 'perhaps').map(([place]) => place);
  const elsewhere =
    isSaid || same.length > 0 ? [] : likenesses.filter(([, like]) => like === 'elsewhere').map(([place]) => place);
  const rivals = [...same, ...elsewhere, ...perhaps];
  const [only] = elsewhere;
  if (only && rivals.length === 1 && !groups.some((other) => other !== group && mayBeOf(only, other)))
    return { place: only };
  if (rivals.length === 0) return { place: placeOf(spelling(files), false) };
  const names = rivals.map(({ unit }) => nameOf(unit)).sort();
  return {
    because: `可能是${listed(names)}的，也可能是别的单位的，请指定单位。`,
    perhaps: rivals.flatMap((rival) => (rival.isOfRegister ? rival.key : [])),
  };
}

/** Names in full would be of no help where there are many. */
function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个单位` : names.join('或');
}

/** Files that differ in the street are not put together in silence: one of them may be of another unit. */
function mayBeOf(place: Known, { parts, files }: Group): boolean {
  const like = likeness(parts, place);
  return like === 'same' || (like === 'elsewhere' && !files.every((file) => file.isSaid));
}

/**
 * The same community, and nothing against it: one more name must agree where no register tells that there is just one.
 * `elsewhere`: the register has the community of that county in another street.
 */
function likeness(parts: Parts, { parts: other, isOfRegister }: Known): 'same' | 'elsewhere' | 'perhaps' | 'other' {
  const { street, community } = parts;
  const counties = countiesOf(parts, other);
  if (counties === 'other' || differ(community, other.community)) return 'other';
  if (differ(street, other.street)) {
    const isNamed = counties === 'same' && community !== null && other.community !== null;
    return isOfRegister && isNamed ? 'elsewhere' : 'other';
  }
  if (community === null || other.community === null) return 'perhaps';
  const isInStreet = street !== null && other.street !== null;
  if (counties === 'unclear') return isInStreet ? 'same' : 'perhaps';
  return counties === 'same' || isInStreet || isOfRegister ? 'same' : 'perhaps';
}

/** As the first of the files spells it, by path. */
function spelling(files: readonly Placing[]): Unit {
  return [...files].sort((a, b) => (a.file < b.file ? -1 : 1))[0]!.unit;
}

function placedAs(unit: Unit, found: Found, { register }: Policy): Placed {
  if ('because' in found) return { key: null, ...found, taken: null, unit, name: nameOf(unit), isAsked: true };
  const { key, unit: known } = found.place;
  const whole = {
    ...together(known, unit),
    urbanRural: unit.urbanRural === 'unknown' ? known.urbanRural : unit.urbanRural,
  };
  const isOfNone = register.units.length > 0 && !register.units.some(({ id }) => id === whole.county);
  return {
    key,
    because: null,
    perhaps: [],
    taken: found.place.isOfRegister ? countyTaken(unit, known) : null,
    unit: whole,
    name: nameOf(whole),
    isAsked: isOfNone && !found.place.isOfRegister,
  };
}

/** Street and community alone told that they are one. */
function countyTaken(unit: Unit, registered: Unit): string | null {
  const counties = countiesOf(partsOf(unit), partsOf(registered));
  const name = nameOf(registered);
  if (counties === 'unclear')
    return `县区这一册写的是“${unit.countyName}”，试点名册写的是“${registered.countyName}”；街道和社区相同，当作${name}。`;
  if (counties !== 'unknown') return null;
  const lacking = unit.countyName === null ? '这一册' : '试点名册';
  return `${lacking}没有写县区；名册里叫这个名称的只有一个，当作${name}。`;
}

/** What the first does not tell, as the other has it. */
function together(unit: Unit, other: Unit): Unit {
  return {
    county: unit.county ?? other.county,
    countyName: unit.countyName ?? other.countyName,
    street: unit.street ?? other.street,
    community: unit.community ?? other.community,
    urbanRural: unit.urbanRural === 'unknown' ? other.urbanRural : unit.urbanRural,
  };
}
