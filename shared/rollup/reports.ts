/** How findings across workbooks are made: their words, their places, and what was not checked. */
import { foldWidth } from '../model/identifiers.ts';
import type { AcrossTest, Fact, FilePlace, Place, RollupFinding, RuleDef } from '../model.ts';
import type { Entry } from './entries.ts';

export type AcrossOf<Kind extends AcrossTest['across']> = Extract<AcrossTest, { readonly across: Kind }>;

/** Words for the templates of the test. */
export type Report = (words: Readonly<Record<string, string | number>>, places: readonly FilePlace[]) => void;

/** Says, in a whole sentence, what was not checked. */
export type Skip = (reason: string) => void;

const MOST_PLACES = 20;
const MOST_NAMED = 5;

export function openReport({ id }: RuleDef, test: AcrossTest, findings: RollupFinding[]): Report {
  return (words, places) => {
    const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, word: string) => `${words[word] ?? ''}`);
    findings.push({
      rule: id,
      severity: test.severity,
      message: fill(test.message),
      fix: fill(test.fix),
      places: firstOf(places),
    });
  };
}

/** The first few, and one of each file beyond: nobody whom it concerns is left out. */
function firstOf(places: readonly FilePlace[]): readonly FilePlace[] {
  const first = places.slice(0, MOST_PLACES);
  const others = new Map(places.slice(MOST_PLACES).map((place) => [place.file, place]));
  for (const { file } of first) others.delete(file);
  return [...first, ...others.values()];
}

/** Of what is recalled nothing is known but its evaluation. */
export function skipRecalled(entries: readonly Entry[], skip: Skip): void {
  const recalled = entries.filter(({ joins }) => joins === null);
  if (recalled.length > 0) skip(`要再放入一次才能核对：${listed(recalled.map(({ name }) => name))}。`);
}

export function placed(entry: Entry, at: Place): FilePlace;
export function placed(entry: Entry, at: Place | null): FilePlace | null;
export function placed({ file }: Entry, at: Place | null): FilePlace | null {
  return at && { file, sheet: at.sheet, address: at.address };
}

const IN_BRACKETS = /[([〔【{][^)\]〕】}]*(?:[)\]〕】}]|$)/g;
const ABOUT_PEOPLE = /(?:联系|电话|手机|负责人|法人|法定代表|经办).*$/;
const NUMBERS = /\d(?:[\s-]*\d){4,}/g;
const MOST_SAID = 30;

/** What was typed, without what may be told of people beside it; where nothing is left, where it stands. */
export function sayable({ text, at }: Fact): string {
  const plain = foldWidth(text).replace(IN_BRACKETS, '').replace(ABOUT_PEOPLE, '').replace(NUMBERS, '');
  const said = [...plain.replace(/\s+/g, ' ').trim()].slice(0, MOST_SAID).join('');
  return /[\p{L}\p{N}]/u.test(said) ? said.replace(/[,、;:]+$/, '') : `见${at.sheet}!${at.address}`;
}

/** The first few, with the number of all where there are more. */
export function listed(names: readonly string[], counted = '个单位'): string {
  if (names.length <= MOST_NAMED) return names.join('、');
  return `${names.slice(0, MOST_NAMED).join('、')}等 ${names.length} ${counted}`;
}
