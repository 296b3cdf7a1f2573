/** What a workbook's own words speak of. Only good for asking, or for a first choice that is said to be one. */
import type { Titles } from './choices.ts';
import type { Mode } from './contract.ts';
import type { PolicyAbout } from './policies.ts';

export interface ModeGuess {
  readonly mode: Mode;
  readonly why: ModeWhy;
}

/** Why an evaluation is taken. */
export type ModeWhy =
  /** A person chose or confirmed it; `kept` once the workbook has it. */
  | { readonly by: 'person'; readonly kept: boolean }
  /** The workbook speaks of it, and not of the other. */
  | { readonly by: 'word'; readonly word: string; readonly where: string }
  /** Sheets of ours in it are of this one, and none of the other. */
  | { readonly by: 'sheets' }
  /** It speaks of both, so that it is asked about. */
  | { readonly by: 'doubt'; readonly words: readonly string[] }
  /** Nothing tells. */
  | { readonly by: 'usual' };

export interface Guess {
  /** Id. */
  readonly policy: string;
  readonly why: Why;
}

/** Why a policy is taken. */
export type Why =
  /** A person chose or confirmed it; `kept` once the workbook has it. */
  | { readonly by: 'person'; readonly kept: boolean }
  /** The workbook bears a sign of it, and of no other. */
  | { readonly by: 'sign'; readonly sign: string; readonly where: string }
  /** The workbook keeps one that is not among those here. */
  | { readonly by: 'gone'; readonly id: string }
  /** It bears signs of several, or none, so that it is asked about. */
  | { readonly by: 'doubt'; readonly signs: readonly string[] };

/** Rows in which titles stand. */
const titleRows = 4;

/** The evaluation of which a workbook's titles, sheet names and file name speak; null where they speak of none or of both. */
export function spokenMode(titles: Titles): Mode | null {
  const [only, ...others] = modesIn(titles);
  return only && others.length === 0 ? only.mode : null;
}

/** The same to begin with. Without a word of it our own sheets tell, where they are of one evaluation; else it is the final one. */
export function guessedMode(titles: Titles, written: readonly Mode[]): ModeGuess {
  const spoken = modesIn(titles);
  const [only, ...others] = spoken;
  if (only && others.length === 0) return { mode: only.mode, why: { by: 'word', word: only.word, where: only.where } };
  if (written.length === 1) return { mode: written[0]!, why: { by: 'sheets' } };
  return { mode: 'final', why: only ? { by: 'doubt', words: spoken.map(({ word }) => word) } : { by: 'usual' } };
}

/** The evaluation in whose month the date of a file name stands: `…_三社联动_202011.xlsx`; null for other months, and for both. */
export function datedMode(name: string, { midtermAsOf, finalAsOf }: PolicyAbout): Mode | null {
  const months = new Set([...name.matchAll(/\d+/g)].flatMap(([digits]) => MONTH.exec(digits)?.[1] ?? []));
  const [isMidterm, isFinal] = [midtermAsOf, finalAsOf].map((day) => months.has(day.slice(0, 7).replace('-', '')));
  if (isMidterm === isFinal) return null;
  return isMidterm ? 'midterm' : 'final';
}

// With a day, or without.
const MONTH = /^(20\d{4})(?:\d{2})?$/;

/** The evaluation that a text names: 2020年中期; null where it names none, or both. */
export function namedMode(text: string): Mode | null {
  const [only, ...others] = modeWords.filter(({ words }) => words.some((word) => text.includes(word)));
  return only && others.length === 0 ? only.mode : null;
}

const modeWords = [
  { mode: 'midterm', words: ['中期'] },
  { mode: 'final', words: ['终期', '期末'] },
] as const;

/** Those that are spoken of, each with its most telling word. */
function modesIn(titles: Titles) {
  // A workbook at the end has a ledger of what the mid-term evaluation found.
  const bearers = titlesOf(titles).filter(({ word }) => !word.includes('整改'));
  return modeWords.flatMap(({ mode, words }) => {
    for (const { word: said, where } of bearers) {
      const word = words.find((one) => said.includes(one));
      if (word) return [{ mode, word, where }];
    }
    return [];
  });
}

/** The policy of which the workbook bears signs; the first, to be asked about, where it bears those of none or of several. */
export function spokenPolicy(titles: Titles, policies: readonly PolicyAbout[]): Guess {
  const words = titlesOf(titles);
  const spoken = policies.flatMap((policy) => {
    const found = policy.words.signs.flatMap((sign) => {
      const bearer = words.find(({ word }) => word.includes(sign));
      return bearer ? { sign, where: bearer.where } : [];
    });
    return found.length > 0 ? { policy: policy.id, ...found[0]! } : [];
  });
  const [only, ...others] = spoken;
  if (only && others.length === 0)
    return { policy: only.policy, why: { by: 'sign', sign: only.sign, where: only.where } };
  return { policy: policies[0]!.id, why: { by: 'doubt', signs: spoken.map(({ sign }) => sign) } };
}

/** The same without rows of several cells: headings and data speak of many documents. */
function titlesOf({ name = '', sheets }: Titles) {
  const alone = (row: readonly unknown[]) => row.filter((cell) => cell !== null && cell !== '').length === 1;
  return wordsOf({
    name,
    sheets: sheets.map((sheet) => ({ ...sheet, values: sheet.values.slice(0, titleRows).filter(alone) })),
  });
}

/** The most telling first. */
function wordsOf({ name = '', sheets }: Titles): readonly { readonly where: string; readonly word: string }[] {
  const titles = sheets.flatMap(({ values }) => values.slice(0, titleRows).flat());
  return [
    ...titles.filter((cell) => typeof cell === 'string').map((word) => ({ where: '标题', word })),
    ...sheets.map((sheet) => ({ where: '工作表名', word: sheet.name })),
    { where: '文件名', word: name },
  ];
}
