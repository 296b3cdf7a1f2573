/** What leads to a person beside the numbers of `numbers.ts`: landlines, e-mail addresses, plates of cars. */
import { foldWidth } from '../model/identifiers.ts';
import type { MaskKind } from '../model.ts';

const PLATE_OF = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const PATTERNS: readonly (readonly [MaskKind, RegExp])[] = [
  // With its area code; 0554-2020015 is rather a file number of that year.
  ['phone', /(?<![0-9A-Za-z.-])\(?0\d{2,3}(?:\)|-| ){0,3}(?!20[0-2]\d)[2-8]\d{2,3}[- ]?\d{4}(?![0-9A-Za-z])/g],
  // What a reduced text has left of one is xxx00@xxx.xxx.
  ['account', /(?<![0-9A-Za-z_.+-])(?![x0_.+-]+@)[0-9A-Za-z_.+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+/g],
  ['certificate', new RegExp(`[${PLATE_OF}][A-Z][ ·.-]?(?=[A-Z]{0,5}\\d)[0-9A-Z]{5,6}(?![0-9A-Za-z])`, 'g')],
];
// Most texts have nothing of the kind.
const HINT = new RegExp(`[@＠]|[0０][\\d０-９]{2}|[${PLATE_OF}][A-ZＡ-Ｚ]`);

/** The text with each of them replaced, width folded where there is one; the text itself where there is none. */
export function replaceContacts(text: string, replace: (kind: MaskKind, value: string) => string): string {
  if (!HINT.test(text)) return text;
  const folded = foldWidth(text);
  let replaced = folded;
  for (const [kind, pattern] of PATTERNS) replaced = replaced.replace(pattern, (value) => replace(kind, value));
  return replaced === folded ? text : replaced;
}
