/** What a workbook's own words speak of. Only good for asking, or for a first choice that is said to be one. */
import type { Mode, PolicyAbout, Titles } from '../shared/model.ts';
import type { Guess } from './panes/states.ts';

/** Rows in which titles stand. */
const titleRows = 4;

/**
 * The evaluation that a workbook's own words speak of, in its file name, sheet names and titles; null where they speak
 * of none or of both. Only good for asking: mid-term workbooks are often filled in on the final form.
 */
export function spokenMode(titles: Titles): Mode | null {
  const words = wordsOf(titles);
  const midterm = words.some(({ word }) => word.includes('中期'));
  const final = words.some(({ word }) => /终期|期末/.test(word));
  if (midterm === final) return null;
  return midterm ? 'midterm' : 'final';
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
