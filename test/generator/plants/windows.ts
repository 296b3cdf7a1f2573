/**
 * What of a text would tell on somebody (decision mask-7): every two Chinese characters and every four digits or letters of any
 * script that stand together, also with what parts groups (139 5540 …, 340403/1985…) taken out.
 */
import type { Cell, WorkbookSnapshot } from '../../../shared/model.ts';

const GROUPS = /[\s\-—－/_]/g;
const RUNS = /\p{Script=Han}{2,}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]){4,}/gu;
const HAN = /^\p{Script=Han}/u;

/** Characters that take two places of a string. */
const BEYOND = /[\ud800-\udfff]/;

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase();

const DAY = '(?:19|20)\\d\\d[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\\d|3[01]))?';
const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
/** Whole days, that are no part of a longer number: 2020-08-16 is no number with 0081 in it, 340403-1985-03-12 is one. */
const DAYS = new RegExp(`(?<![\\dA-Z]|[\\dA-Z][-/ ])${DAY}(?: +${TIME})?(?![\\dA-Z]|[-/ ][\\dA-Z])`, 'g');

/** With what parts groups taken out, but for that in days. */
function joined(text: string): string {
  const days = text.match(DAYS) ?? [];
  return text
    .split(DAYS)
    .map((part, at) => part.replace(GROUPS, '') + (days[at] === undefined ? '' : `，${days[at]}，`))
    .join('');
}

export function windowsOf(text: string): Set<string> {
  const found = new Set<string>();
  const plain = folded(text);
  for (const form of new Set([plain, joined(plain)]))
    for (const [run] of form.matchAll(RUNS)) {
      const length = HAN.test(run) ? 2 : 4;
      const characters = BEYOND.test(run) ? [...run] : run;
      for (let at = 0; at + length <= characters.length; at++) {
        const window = characters.slice(at, at + length);
        found.add(typeof window === 'string' ? window : window.join(''));
      }
    }
  return found;
}

/** Where in what was sent a text stands. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}

const TOKEN = /〔[a-z]+-[0-9a-f]{12}〕/g;
const TOKEN_ALONE = /^[0-9a-f]{12}$/;
/** Of these the values are tokens when they are twelve such digits; a cell of twelve digits is a cell. */
const TOKEN_KEYS: ReadonlySet<string> = new Set(['masked', 'core', 'heading', 'text']);
/** Written by the host, never by a person. */
const STRUCTURE: ReadonlySet<string> = new Set(['schema', 'address', 'merges', 'hiddenColumns', 'hiddenRows', 'rows']);

/** All texts and figures in `value`, tokens taken out. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'number') return [{ path, text: String(value) }];
  if (typeof value === 'string') return [{ path, text: value.replace(TOKEN, '〔〕') }];
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (STRUCTURE.has(key)) return [];
    if (TOKEN_KEYS.has(key) && typeof one === 'string' && TOKEN_ALONE.test(one)) return [];
    return leavesOf(one, `${path}.${key}`);
  });
}

export function windowsIn(value: unknown): Set<string> {
  const all = new Set<string>();
  for (const { text } of leavesOf(value)) for (const window of windowsOf(text)) all.add(window);
  return all;
}

const FIGURE = /^[\d\s.,，年月日号:：／/\-—~至]+(?:人次?|[名家个支项场次户份件元]|万元)?$/;

// GB 32100 with a letter in it: nobody's number, and sent as it is.
const CREDIT_CODE = /^\s*[159][0-9A-Y]\d{6}(?=\d*[A-Z])[0-9A-Z]{10}\s*$/;

/** Of cells that are figures, days or credit codes whatever field they stand in. */
export function figureWindows({ sheets }: WorkbookSnapshot): Set<string> {
  const isFigure = (cell: Cell) =>
    typeof cell === 'number'
      ? Math.abs(cell) < 1e9
      : typeof cell === 'string' && (CREDIT_CODE.test(cell) || (FIGURE.test(cell) && !/\d{9}/.test(cell)));
  return windowsIn(sheets.map(({ values }) => values.map((row) => row.filter(isFigure))));
}
