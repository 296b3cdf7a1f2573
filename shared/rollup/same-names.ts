/** Names of places and agencies as two offices write them: what may be one name is taken for one. */
import { comparable } from '../model/identifiers.ts';
import { BRACKETS, OFFICE, STREET } from '../model/places.ts';
import type { Register } from '../model.ts';

/** Compares names; two are different only where that is certain. */
export interface Names {
  /** The forms of a community's name; two names that have one in common are one. */
  forms(community: string): readonly string[];
  streets(one: string, other: string): boolean;
  agencies(one: string, other: string): boolean;
  /** Whether the text names one at all: not 待定, 无. */
  isName(text: string): boolean;
}

const NOBODY = /^(?:待.*|暂.*|未.*|尚.*|无|\/+|[-—]+)?$/;
const STREET_END = /(?:街道办事处|街道办|街道|镇|乡)$/;
const SEVERAL = /[、,;/]/;
/** A name of an agency that is shorter may stand in any other. */
const SHORTEST = 3;

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
    streets: (one, other) => areWithin(bare(one).replace(STREET_END, ''), bare(other).replace(STREET_END, '')),
    agencies: (one, other) =>
      agencies(one).some((name) =>
        agencies(other).some((each) => Math.min(name.length, each.length) < SHORTEST || areWithin(name, each)),
      ),
    isName: (text) => !NOBODY.test(comparable(text)),
  };
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

const areWithin = (one: string, other: string): boolean => one.includes(other) || other.includes(one);
