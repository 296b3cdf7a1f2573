/** Names of communities and of their stations, as people shorten and lengthen them. */
import { comparable } from '../../model/identifiers.ts';
import { BRACKETS, differsByOne, differsByToken, isLikeToken, OFFICE, placeIn, STREET } from '../../model/places.ts';
import type { CheckCatalogue, Policy, Reading } from '../../model.ts';
import { IN, OUT, type Truth, UNKNOWN } from './truths.ts';

/** 和 and 及 stand in names as well: 和谐社区. */
const SEPARATORS = /[、,;/+]|(?<=社区|村|委会)[和及与]/;
const AND_OTHERS = /等(?:[\d一二三四五六七八九十两几多]{0,3}个?(?:社区|村居|村|居委会|居|小区))*$/;
const NAMED = /^(.*?)(?:社区|村)/;
/** 全街道, 各社区, 3个社区, 辖区: several communities, or nobody's in particular. */
const WIDE =
  /^(?:全|本|整个)?(?:市|县|区|街道|镇|乡|域|辖区|片区)?(?:内|范围|下辖|所辖|辖区|级|层面)*(?:全部|全体|所有|全|各|每个|多个?|几个|若干|\d{1,3}个?|[一二三四五六七八九十两]+个?)?(?:社区|村|居|小区)*$/;

/** What is asked of names: whose workbook it is. */
export interface Pilot {
  readonly reading: Reading;
  readonly catalogue: CheckCatalogue;
  readonly policy: Policy;
  readonly community: string | null;
  readonly street: string | null;
}

interface Name {
  /** 望淮 of 望淮街道朝阳社区. */
  readonly street: string | null;
  /** 朝阳. */
  readonly base: string;
  /** The same with the street, which may be part of the name: 老城镇社区. */
  readonly whole: string;
  /** Several communities, named or not. */
  readonly wide: boolean;
}

/** Whether a list of communities names the pilot one; everything does where the pilot community is not known. */
export function isOwn(text: string, scope: Pilot): Truth {
  if (scope.community === null) return IN;
  const own = ownName(scope.community, scope);
  const parts = partsOf(text);
  if (parts.some((part) => part === '本社区' || part === '本村' || isSame(nameOf(part, scope), own))) return IN;
  const wide = parts.map((part) => nameOf(part, scope)).some((name) => name.wide && mayMeet(name, own));
  return wide ? UNKNOWN : OUT;
}

/** Whether a text is the name of the pilot's street and nothing more. */
export function isOwnStreet(text: string, scope: Pilot): boolean {
  const name = withoutCounty(plain(comparable(text)), scope);
  const [whole, base] = STREET.exec(name) ?? [];
  return whole === name && scope.street !== null && base === STREET.exec(withoutCounty(scope.street, scope))?.[1];
}

/**
 * One character more, less or other than the pilot's name: 望准社区 for 望淮社区. 东湖社区 and 西湖社区 are two, as are names of
 * one character.
 */
export function isLike(text: string, scope: Pilot): boolean {
  if (scope.community === null) return false;
  const own = ownName(scope.community, scope);
  const { apart } = scope.catalogue.writings.places;
  return partsOf(text).some((part) => {
    const name = nameOf(part, scope);
    return !name.wide && mayMeet(name, own) && isLikeBase(name.base, own.base, apart);
  });
}

/** What stands for a name tells whether it is like the own one. */
function isLikeBase(base: string, own: string, apart: string): boolean {
  const isMasked = base.includes('〔') || own.includes('〔');
  return isMasked ? isLikeToken(base) || differsByToken(base, own) : differsByOne(base, own, apart);
}

/** The communities that the workbook names and that are certainly not the pilot. */
export function othersNamed(scope: Pilot): readonly string[] {
  if (scope.community === null) return [];
  return scope.reading.communities.filter((name) => isOwn(name, scope) === OUT && !isLike(name, scope));
}

/** Whether a text names a community that the workbook names elsewhere and that is not the pilot, and not the pilot beside it. */
export function namesOther(scope: Pilot): (text: string) => boolean {
  if (scope.community === null) return () => false;
  const own = ownName(scope.community, scope);
  const { endings } = scope.catalogue.writings.places;
  const spellings = (base: string) => endings.map((ending) => base + ending);
  const others = othersNamed(scope).flatMap((name) => spellings(nameOf(plain(comparable(name)), scope).base));
  const owns = [...spellings(own.base), ...(own.base.length > 1 ? [own.base] : [])];
  return (text) => {
    const bare = comparable(text);
    return others.some((other) => standsIn(bare, other)) && !owns.some((each) => bare.includes(each));
  };
}

/** 桥社区 does not stand in 云桥社区. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (at === 0 || !/[\u4e00-\u9fff0-9A-Za-z]/.test(text[at - 1]!) || PLACE_END.test(text.slice(0, at))) return true;
  return false;
}

const PLACE_END = /(?:街道办事处|街道办|街道|社区|[省市县区镇乡村和及与])$/;

/** A name without those of the own community, street and county in it, unless nothing else is left of it. */
export function withoutOwn(scope: Pilot): (text: string) => string {
  if (scope.community === null) return (text) => text;
  const { base } = ownName(scope.community, scope);
  const { endings } = scope.catalogue.writings.places;
  const before = [scope.community, scope.street, scope.reading.unit.countyName].flatMap((name) => name ?? []);
  const owns = [...before, ...endings.map((ending) => base + ending)].sort((a, b) => b.length - a.length);
  return (text) => {
    const rest = owns.reduce((left, own) => left.replace(own, ''), text);
    return rest === '' ? text : rest;
  };
}

/** Whether a station's name is of the pilot community; null where it names none: 社会工作服务站. */
export function isOfOwn(text: string, scope: Pilot): Truth | null {
  if (scope.community === null) return null;
  const own = ownName(scope.community, scope);
  const name = withoutCounty(plain(comparable(text)), scope);
  const [whole, base] = [name, name.replace(STREET, '')].map((each) => NAMED.exec(each)?.[1]);
  if (!base || base === '本') return null;
  return isSame({ street: STREET.exec(name)?.[1] ?? null, base, whole: whole!, wide: false }, own) ? IN : OUT;
}

/**
 * The communities that a cell names, each in the form in which all its spellings are equal. What does not end in 社区, 村
 * and the like is a name only where `always` says so.
 */
export function nameKeys(text: string, always: boolean, scope: Pilot): readonly string[] {
  return partsOf(text)
    .filter((part) => (always || OFFICE.test(part)) && !nameOf(part, scope).wide)
    .map((part) => bare(part, scope).replace(OFFICE, ''))
    .filter((key) => key !== '' && key !== '本');
}

function partsOf(text: string): readonly string[] {
  return plain(comparable(text))
    .split(SEPARATORS)
    .filter((part) => part !== '');
}

/** Without remarks in brackets, where anything else stands there. */
function plain(name: string): string {
  return name.replace(BRACKETS, '') || name;
}

function nameOf(part: string, scope: Pilot): Name {
  const named = part.replace(AND_OTHERS, '');
  const rest = withoutCounty(named, scope);
  const whole = rest.replace(OFFICE, '');
  const street = STREET.exec(rest);
  const within = street ? rest.slice(street[0].length) : rest;
  const wide = named !== part || WIDE.test(within);
  return { street: street?.[1] ?? null, base: within.replace(OFFICE, ''), whole, wide };
}

export function ownName(community: string, scope: Pilot): Name {
  const own = nameOf(placeIn(plain(comparable(community))), scope);
  const street = scope.street && (STREET.exec(scope.street)?.[1] ?? scope.street);
  return own.base === '' ? { ...own, street, base: own.whole } : { ...own, street: own.street ?? street };
}

function isSame(name: Name, own: Name): boolean {
  if (name.whole === own.whole) return true;
  if (name.base === '' || !mayMeet(name, own)) return false;
  // The street is often named without 街道.
  return name.base === own.base || name.base === own.street + own.base || own.base === own.street + name.base;
}

function mayMeet(name: Name, own: Name): boolean {
  return name.street === null || own.street === null || name.street === own.street;
}

/** Without the county and street that may stand before. */
function bare(name: string, scope: Pilot): string {
  const rest = withoutCounty(name, scope);
  const { street } = scope;
  return street && rest.startsWith(street) && rest.length > street.length ? rest.slice(street.length) : rest;
}

function withoutCounty(name: string, scope: Pilot): string {
  let rest = name;
  for (const before of [...scope.policy.register.within, scope.reading.unit.countyName]) {
    if (before && rest.startsWith(before) && rest.length > before.length) rest = rest.slice(before.length);
  }
  return rest;
}
