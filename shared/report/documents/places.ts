/**
 * What units are called in documents. A name is a cell that anybody has typed: what is no place in it, a person or a telephone, goes
 * nowhere. Only what is a name of a place for certain stands there; any other unit is the first, second, … of the list of all
 * units, in which it is found.
 */
import { isName } from '../../model/holders.ts';
import { foldWidth } from '../../model/identifiers.ts';
import { BRACKETS, OFFICE, placeIn } from '../../model/places.ts';
import { surnames, unnamed } from '../../model/surnames.ts';
import type { Policy, Rollup, RollupUnit, Unit } from '../../model.ts';

/** The roll-up with units called by what may be told of them, in whatever it tells. */
export function discreetly(rollup: Rollup, policy: Policy, isPublic: boolean): Rollup {
  const places = new Map([...listedIn(rollup)].map((key, at) => [key, at + 1]));
  const known = registeredIn(rollup);
  const units = rollup.units.map((unit) => {
    const asked = { policy, place: places.get(unit.key), isKnown: known(unit.key), isPublic };
    return { ...unit, unit: unit.key === '' ? nobody : placedUnit(unit.unit, asked) };
  });
  const said = new Map(rollup.units.flatMap((unit, at) => replacedIn(unit, units[at]!, policy)));
  const told = (text: string) => [...said].reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
  return {
    ...rollup,
    units,
    findings: rollup.findings.map((one) => ({ ...one, message: told(one.message), fix: told(one.fix) })),
    notChecked: rollup.notChecked.map(({ rule, reason }) => ({ rule, reason: told(reason) })),
  };
}

/** Whether the public version calls one of its units by its place in the list. */
export function isAnyNumbered(rollup: Rollup, policy: Policy): boolean {
  return discreetly(rollup, policy, true).units.some(({ unit }) => unit.community?.startsWith(NUMBERED) ?? false);
}

/** Keys in the order of the annex. */
function listedIn({ units }: Rollup): ReadonlySet<string> {
  const inState = (state: RollupUnit['state']) => units.flatMap((one) => (one.state === state ? [one.key] : []));
  return new Set([...inState('reported'), ...inState('missing')]);
}

/** Those that the city's own list of units has. */
function registeredIn({ units, reporting }: Rollup): (key: string) => boolean {
  const hasRegister = units.some(({ state }) => state === 'register');
  const unexpected = new Set(reporting.unexpected);
  return (key) => hasRegister && !unexpected.has(key);
}

interface Asked {
  readonly policy: Policy;
  /** In the list of all units, from 1. */
  readonly place: number | undefined;
  /** It stands in the city's list of units. */
  readonly isKnown: boolean;
  readonly isPublic: boolean;
}

const nobody: Unit = { county: null, countyName: null, street: null, community: null, urbanRural: 'unknown' };

/**
 * Without brackets, telephones and whatever stands before or behind the name of the place. What is not certainly a place, by the
 * city's list or by its own words, is called by its place in the list of all units.
 */
function placedUnit(unit: Unit, asked: Asked): Unit {
  const street = unit.street && streetIn(unit.street);
  const community = unit.community && communityIn(unit.community);
  const isStreet = street !== null && street !== '' && (asked.isKnown || isCertain(street, STREET_END, asked));
  const isCommunity =
    community && (asked.isKnown || community.split('、').every((one) => isCertain(one, OFFICE, asked)));
  return {
    ...unit,
    countyName: countyName(unit, asked),
    street: isStreet ? street : null,
    community: unit.community === null ? null : isCommunity ? community : numbered(asked),
  };
}

/** The longer a name, the likelier it says more than a place: the public version takes short ones of the usual endings alone. */
function isCertain(name: string, ending: RegExp, { isPublic }: Asked): boolean {
  const base = name.replace(ending, '');
  const isUsual = !isPublic || STREET_NAME.test(name) || OFFICE_NAME.test(name);
  return isUsual && base !== '' && base !== name && isPlace(base, isPublic ? 3 : 4);
}

const NUMBERED = '（第';
const numbered = ({ place }: Asked) => (place === undefined ? '（未列入表的单位）' : `${NUMBERED}${place}个单位）`);

/** That of the document where it has one. */
function countyName({ county, countyName }: Unit, { policy }: Asked): string | null {
  const known = policy.register.units.find(({ id }) => id === county)?.name;
  const typed = foldWidth(countyName ?? '').replace(BRACKETS, '');
  return known ?? (COUNTY_NAME.test(typed) ? typed : null);
}

const COUNTY_NAME = /^[\u4e00-\u9fff]{1,14}[市县区旗]$/;
const STREET_NAME = /^[\u4e00-\u9fff×\d]{1,4}(?:街道办事处|街道办|街道|镇|乡)$/;
const OFFICE_NAME = /^[\u4e00-\u9fff×\d]{1,4}(?:村?(?:社区)?(?:居民委员会|居委会|村民委员会|村委会)|社区|村)$/;

/**
 * As masking has it (own places): 刘某某锦湖 begins with somebody, 锦湖刘某某 ends with somebody. Up to `short` characters it is a
 * name of a place: 龙湖花园 begins with what may be a surname, too.
 */
export const isPlace = (name: string, short = 3): boolean =>
  !/\d{3}/.test(name) &&
  !(name.length > short && (surnames.includes(name[0]!) || isName(name.slice(-3), surnames, unnamed))) &&
  !SOMEBODY.test(name);

/** Between two words. */
const MARKS = /[^\p{L}\p{N}×·]+/u;
/** Telephones, and numbers of documents. */
const LONG = /\d(?:[- ]?\d){4,}[Xx]?/g;
const SOMEBODY = /^[\u4e00-\u9fff]{1,2}某{1,2}/;
const STREET_END = /(?:街道办事处|街道办|街道|镇|乡|区|园|场|政府)$/;
/** Characters of a name. */
const LONGEST = 20;

/** Null where nothing of it names a community; what stands there alone is taken for a name. */
function communityIn(text: string): string | null {
  const words = wordsIn(text);
  const names = words.flatMap(placesIn);
  const [name] =
    names.length > 0 ? [names.join('、')] : [...placesIn(words.join('')), ...(words.length === 1 ? words : [])];
  return name === undefined || !/^[\u4e00-\u9fff×·、\d]/.test(name) ? null : [...name].slice(0, LONGEST).join('');
}

function placesIn(word: string): readonly string[] {
  const name = placeIn(word).replace(SOMEBODY, '');
  return OFFICE.test(name) && name.replace(OFFICE, '') !== '' ? [name] : [];
}

function streetIn(text: string): string | null {
  const name = wordsIn(text)
    .map((word) => word.replace(SOMEBODY, ''))
    .find((word) => STREET_END.test(word));
  return name === undefined ? null : [...name].slice(0, LONGEST).join('');
}

function wordsIn(text: string): readonly string[] {
  const bare = foldWidth(text)
    .replace(BRACKETS, ' ')
    .replace(/[([{【〔<].*$/su, ' ')
    .replace(LONG, ' ');
  return bare.split(MARKS).filter((word) => word !== '');
}

/** What sentences of the roll-up call it, and what it is called here. */
function replacedIn({ key, unit }: RollupUnit, now: { readonly unit: Unit }, policy: Policy) {
  const [, street = '', community = ''] = /^[^/]*\/([^/]*)\/(.*)$/su.exec(key) ?? [];
  const county =
    unit.countyName ?? policy.register.units.find(({ id }) => id === unit.county)?.name ?? unit.county ?? '';
  const from = county + street + community;
  const to = [now.unit.countyName, now.unit.street, now.unit.community].map((part) => part ?? '').join('');
  return from === to || community === '' ? [] : [[from, to || '（未识别填报单位）'] as const];
}
