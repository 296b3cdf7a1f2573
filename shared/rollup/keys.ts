/** By what a unit is known throughout the roll-up. */
import { comparable } from '../model/identifiers.ts';
import type { Mode, Unit } from '../model.ts';

/** `HN-03/望淮街道/锦湖社区`: of a part that is not known nothing stands. */
export function keyOf(unit: Omit<Unit, 'urbanRural'>): string {
  const { county, street, community } = partsOf(unit);
  return [county, street, community].map((part) => part ?? '').join('/');
}

/** Of several files of one unit and time, as RollupOptions name them. */
export const versionsKey = (key: string, time: Mode): string => `${key} ${time}`;

/** Names in the form in which they are compared; null where they are not known. */
export interface Parts {
  /** Its id where it has one, else its name. */
  readonly county: string | null;
  /** Whatever its id is. */
  readonly countyName: string | null;
  readonly street: string | null;
  readonly community: string | null;
}

/** 锦湖社区居委会 is 锦湖社区, 望淮街道办事处 is 望淮街道; county and street before the community are taken off. */
export function partsOf({ county, countyName, street, community }: Omit<Unit, 'urbanRural'>): Parts {
  const ofStreet = streetOf(plain(street));
  const { before, name } = communityOf(withoutStart(plain(community), plain(countyName)), ofStreet);
  return {
    county: plain(county ?? countyName),
    countyName: plain(countyName),
    street: ofStreet ?? before,
    community: name,
  };
}

const BRACKETS = /\([^()]*\)/g;
const STREET_OFFICE = /街道办(?:事处)?$/;
const TOWN_OFFICE = /([镇乡])(?:人民)?政府$/;
const URBAN_COMMITTEE = /(?:社区)?(?:居民委员会|居委会|居委)$/;
const RURAL_COMMITTEE = /村?(?:村民委员会|村委会|村委)$/;
// 古镇路社区 has a name of its own: what is left must be a whole name.
const STREET_BEFORE = /^(.+(?:街道|镇|乡))(.{2,}(?:社区|村))$/;

/** Null for nothing but blanks, too. */
function plain(name: string | null): string | null {
  return comparable(name ?? '').replace(BRACKETS, '') || null;
}

function streetOf(name: string | null): string | null {
  return name?.replace(STREET_OFFICE, '街道').replace(TOWN_OFFICE, '$1') ?? null;
}

function communityOf(name: string | null, street: string | null) {
  const whole = name?.replace(URBAN_COMMITTEE, '社区').replace(RURAL_COMMITTEE, '村') ?? null;
  const start = withoutStart(whole, street);
  if (!start || start !== whole) return { before: null, name: start };
  const [, before = null, rest = null] = STREET_BEFORE.exec(start) ?? [];
  return !street || before?.endsWith(street) ? { before, name: rest ?? start } : { before: null, name: start };
}

function withoutStart(name: string | null, start: string | null): string | null {
  return name && start && name.length > start.length && name.startsWith(start) ? name.slice(start.length) : name;
}
