import { policies } from '../shared/policies.ts';
import type { Words } from './panes/words.ts';

/** What a policy says of its indicators; the first policy where none is named, as the engine takes it. */
export function indicatorWords(policy: string = policies[0]!.id): Words {
  const indicators = policies.find(({ id }) => id === policy)?.indicators ?? [];
  const names = new Map(indicators.map(({ id, name }) => [id, `“${name}”`]));
  // The catalogue refers by codes, which stand nowhere on the screen.
  const spelled = (text: string) => text.replace(/\b[A-Z]\d\d\b/g, (code) => names.get(code) ?? code);
  return Object.fromEntries(
    indicators.map(({ id, name, formula, open, calibre }) => [
      id,
      { name, formula: spelled(formula), open: spelled(open), calibre: spelled(calibre) },
    ]),
  );
}
