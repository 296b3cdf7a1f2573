/** Names of communities and of their stations, as people shorten and lengthen them. */
import { comparable } from '../model/identifiers.ts';
import type { Scope } from './scope.ts';

const SEPARATORS = /[、,;/+和及]/;
const OFFICE = /(?:社区)?(?:居民委员会|居委会|村民委员会|村委会)$|(?:社区|村)$/;
const NAMED = /^(.*?)(?:社区|村)/;

/** Whether a list of communities names the pilot one; everything does where the pilot community is not known. */
export function isOwn(text: string, scope: Scope): boolean {
  const own = scope.community;
  if (own === null) return true;
  const base = own.replace(OFFICE, '');
  return comparable(text)
    .split(SEPARATORS)
    .some((part) => {
      const name = bare(part, scope);
      return name === own || name === '本社区' || name === '本村' || name.replace(OFFICE, '') === base;
    });
}

/** Whether a station's name is of the pilot community or names none: 社会工作服务站. */
export function isOfOwn(text: string, scope: Scope): boolean {
  const own = scope.community;
  const name = bare(comparable(text), scope);
  if (own === null || name.startsWith(own)) return true;
  const named = NAMED.exec(name)?.[1];
  return !named || named === '本' || named === own.replace(OFFICE, '');
}

/**
 * The communities that a cell names, each in the form in which all its spellings are equal. What does not end in 社区, 村
 * and the like is a name only where `always` says so.
 */
export function nameKeys(text: string, always: boolean, scope: Scope): readonly string[] {
  return comparable(text)
    .split(SEPARATORS)
    .filter((part) => always || OFFICE.test(part))
    .map((part) => bare(part, scope).replace(OFFICE, ''))
    .filter((key) => key !== '' && key !== '本');
}

/** Without the county and street that may stand before. */
function bare(name: string, scope: Scope): string {
  let rest = name;
  const county = scope.reading.unit.countyName;
  for (const before of ['淮南市', county, scope.street]) {
    if (before && rest.startsWith(before) && rest.length > before.length) rest = rest.slice(before.length);
  }
  return rest;
}
