/** Names of places and agencies as two offices write them: what may be one name is taken for one. */
import { comparable, foldWidth } from '../model/identifiers.ts';
import { BRACKETS, OFFICE, STREET } from '../model/places.ts';
import type { Register } from '../model.ts';

/** Compares names; two are different only where that is certain. */
export interface Names {
  /** The forms of a community's name; two names that have one in common are one. */
  forms(community: string): readonly string[];
  /** Those that a cell names: 锦湖社区、龙泉社区; the whole where it may be one name all the same. */
  communities(text: string): readonly string[];
  streets(one: string, other: string): boolean;
  agencies(one: string, other: string): boolean;
  /** Whether the text names one at all: not 待定, 无. */
  isName(text: string): boolean;
}

const NOBODY =
  /^(?:待.*|暂.*|未.*|尚.*|无|\/+|[-—]+|"+|〃|[同如][上前左].*|以上.*|详?见(?:附|另|下|上|后|前|表|备|名|文|通|《|合).*|详见.*|附[件表].*)?$/;
const STREET_END = /(?:街道办事处|街道办|街道|镇|乡)$/;
const SEVERAL = /[、,;/]/;
/** A name of an agency that is shorter may stand in any other; two that have so many characters in common may be one. */
const SHORTEST = 3;
/** 合肥市, 望淮街道 before a name that says more. */
const PLACE_BEFORE = /^.{2,}?(?:街道|[省市县区镇乡])(?=.{2})/;
/** What kind of agency it is says nothing of which. */
const KINDS =
  /社会工作|社会服务|社工|服务|事务|中心|机构|公益|发展|综合|协会|促进会|联合会|有限|责任|公司|[站社所室部]$/g;

export function namesBy({ units, within }: Register): Names {
  const counties = units.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  const before = [...within, ...within.map((name) => name.replace(/[省市]$/, '')), ...counties].map(comparable);
  before.sort((a, b) => b.length - a.length);
  const bare = (text: string) => {
    const name = comparable(text);
    return withoutBefore(name.replace(BRACKETS, '') || name, before);
  };
  const agencies = (text: string) => comparable(text).split(SEVERAL).map(bare).map(shortened);
  return {
    forms: (community) => formsOf(bare(community)),
    communities: communitiesIn,
    streets: (one, other) => areWithin(bare(one).replace(STREET_END, ''), bare(other).replace(STREET_END, '')),
    agencies: (one, other) => agencies(one).some((name) => agencies(other).some((each) => mayBeOneAgency(name, each))),
    isName: (text) => !NOBODY.test(comparable(text)),
  };
}

const COMMUNITIES = /[、,;/\n]/;
/** Between two names without a mark: 锦湖社区龙泉社区, 锦湖社区和龙泉社区. */
const BETWEEN = /(社区|居委会|村委会|委员会)(?![居村])[和及与]?(?=.{2,}(?:社区|村|委员会|居委会|村委会)$)/g;

function communitiesIn(text: string): readonly string[] {
  const parts = foldWidth(text.replace(/[\r\n]+/g, '、'))
    .replace(BRACKETS, '')
    .split(COMMUNITIES);
  const marked = parts.map(comparable).filter((part) => part !== '');
  const names = marked.flatMap((part) => part.replace(BETWEEN, '$1、').split('、'));
  return names.length > marked.length ? [...names, comparable(text)] : names;
}

/** Two are different only where what is left without kind and place has little in common. */
function mayBeOneAgency(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORTEST || areWithin(one, other)) return true;
  const [a, b] = [coreOf(one), coreOf(other)];
  return areWithin(a, b) || [...a].some((_, at) => at + SHORTEST <= a.length && b.includes(a.slice(at, at + SHORTEST)));
}

function coreOf(agency: string): string {
  let rest = agency;
  for (let next = rest.replace(PLACE_BEFORE, ''); next !== rest; next = rest.replace(PLACE_BEFORE, '')) rest = next;
  return rest.replace(KINDS, '').replace(/[站社所室部]$/, '');
}

/** Without province, city and county, where a name is left. */
function withoutBefore(name: string, before: readonly string[]): string {
  let rest = name;
  for (;;) {
    const word = before.find((each) => each !== '' && rest.startsWith(each) && rest.length > each.length + 1);
    if (word === undefined) return rest;
    rest = rest.slice(word.length);
  }
}

/** With the street and without, which may be part of the name: 老城镇社区. */
function formsOf(name: string): readonly string[] {
  const street = STREET.exec(name);
  const base = withoutOffice(name.slice(street?.[0].length ?? 0));
  const forms = [withoutOffice(name), base, `${street?.[1] ?? ''}${base}`];
  return [...new Set(forms.filter((form) => form !== ''))];
}

function withoutOffice(name: string): string {
  let rest = name;
  for (let next = rest.replace(OFFICE, ''); next !== rest && next !== ''; next = rest.replace(OFFICE, '')) rest = next;
  return rest;
}

/** 社会工作服务中心 is 社工服务中心. */
const shortened = (name: string): string => name.replaceAll('社会工作', '社工');

export const areWithin = (one: string, other: string): boolean => one.includes(other) || other.includes(one);
