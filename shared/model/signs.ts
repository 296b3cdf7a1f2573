/** The sign that a mark puts in front of what a cell shows, for those who see no colour. A number format: no value changes. */
import type { MarkLevel } from './marks.ts';

export const signs: Readonly<Record<MarkLevel, string>> = { error: '✗', gap: '△', warning: '?', note: '•' };

/** Excel's limit is 255. */
const longest = 200;

/**
 * The format that shows the same behind the sign; null where nobody can be sure of that. Of a text numbers have none: the
 * number that is typed in its place may have no room for it.
 */
export function signedFormat(level: MarkLevel, format: string, holds: 'text' | 'number'): string | null {
  const before = sectionsOf(known[format] ?? format);
  if (before === null) return null;
  const ofText = `"${signs[level]} "`;
  const sign = holds === 'text' ? '' : ofText;
  const [positive = general] = before.numbers;
  const { negative, zero } = { negative: before.numbers[1], zero: before.numbers[2] };
  const sections = [
    withSign(sign, positive),
    // Where none is of its own Excel puts a minus in front of all, and of a day before the first it shows nothing.
    negative === undefined ? withSign(`${sign}-`, isDate(positive) ? general : positive) : withSign(sign, negative),
    withSign(sign, zero ?? positive),
    withSign(ofText, before.text),
  ];
  const signed = sections.join(';');
  return signed.length > longest ? null : signed;
}

const general = 'General';

/** Days that follow the language of the program, as Excel shows them in Chinese: within another format they do not. */
const known: Readonly<Record<string, string>> = {
  '': general,
  'm/d/yyyy': 'yyyy/m/d',
  'm/d/yyyy h:mm': 'yyyy/m/d h:mm',
};

interface Sections {
  /** For what is above nought, below and nought, as far as the format tells them apart. */
  readonly numbers: readonly string[];
  readonly text: string;
}

function sectionsOf(format: string): Sections | null {
  const all = parted(format);
  if (all === null || all.length > 4 || !all.every(isPlain)) return null;
  const last = all.at(-1) as string;
  const isText = all.length === 4 || plainOf(last).includes('@');
  const numbers = isText ? all.slice(0, -1) : all;
  return { numbers: numbers.length > 0 ? numbers : [general], text: isText ? last : '@' };
}

/** By semicolons that are not copied; null where a quotation or bracket has no end. */
function parted(format: string): readonly string[] | null {
  const pieces = format.match(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|[^"\\[_*]/gu) ?? [];
  if (pieces.join('') !== format) return null;
  const sections = [''];
  for (const piece of pieces)
    if (piece === ';') sections.push('');
    else sections.push(sections.pop() + piece);
  return sections;
}

/** Behind colour and language, which come first; an amount's currency comes behind the sign. */
function withSign(sign: string, section: string): string {
  const [first = ''] = /^(?:\[(?!\$[^-\]]|(?:h+|m+|s+)\])[^\]]*\])*/i.exec(section) ?? [];
  return first + sign + section.slice(first.length);
}

/** Without what is copied, and without colours, languages and currencies. */
function plainOf(section: string): string {
  return section.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gu, '');
}

const brackets =
  /^\[(?:\$[^\]]*|DBNum[1-4]|h+|m+|s+|black|white|red|green|blue|yellow|magenta|cyan|color ?\d+|黑色?|白色?|红色?|绿色?|蓝色?|黄色?)\]$/i;
const codes = /^(?:General|[aA][mM]\/[pP][mM]|[aA]\/[pP]|上午\/下午|[0#?.,%/+\-() :@ymdhseaYMDHSEA$¥￥年月日时分秒])*$/;

/** Nothing in it but what is known to go on meaning the same behind a sign: no conditions, no form that the system has. */
function isPlain(section: string): boolean {
  const all = section.match(/\[[^\]]*\]/g) ?? [];
  return all.every((one) => brackets.test(one) && !/F[48]00|sys/i.test(one)) && codes.test(plainOf(section));
}

function isDate(section: string): boolean {
  return /[ymdhsa]/i.test(plainOf(section).replace(/General/gi, '')) || /\[(?:h+|m+|s+)\]/i.test(section);
}
