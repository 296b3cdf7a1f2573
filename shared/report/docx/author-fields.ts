/** Fields of a template that show who wrote it, or from which folder: emptied, for Word fills them anew where the paper is opened. */
import { type Cursor, cursorOf, next, textWithin } from '../../files/xml.ts';
import { attributeOf, nameOf } from './elements.ts';

/** By the first word of their code. */
const personal: ReadonlySet<string> = new Set([
  'AUTHOR',
  'LASTSAVEDBY',
  'USERNAME',
  'USERINITIALS',
  'USERADDRESS',
  'FILENAME',
  'TEMPLATE',
  'COMMENTS',
  'DOCPROPERTY',
  'INFO',
]);

/** What they show is gone; of their code the first word stays, for a folder may stand behind it. */
export function withoutAuthors(xml: string): string {
  const cursor = cursorOf(xml);
  const open: Field[] = [];
  let text = '';
  let at = 0;
  while (next(cursor)) {
    const piece = acts[nameOf(cursor)]?.(cursor, open);
    if (!piece) continue;
    text += xml.slice(at, piece.from) + piece.words;
    at = piece.to;
  }
  return text + xml.slice(at);
}

interface Field {
  code: string;
  isResult: boolean;
}

/** Other words from one place to another. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const acts: Readonly<Record<string, (cursor: Cursor, open: Field[]) => Piece | undefined>> = {
  fldSimple(cursor, open) {
    if (!cursor.opens) open.pop();
    if (!cursor.opens) return;
    const code = attributeOf(cursor, 'instr');
    if (!cursor.closes) open.push({ code, isResult: true });
    const { from, to, text } = cursor;
    return isPersonal(code)
      ? { from, to, words: text.slice(from, to).replace(INSTRUCTION, `$1"${firstWord(code)}"`) }
      : undefined;
  },
  fldChar(cursor, open) {
    if (!cursor.opens) return;
    const kind = attributeOf(cursor, 'fldCharType');
    if (kind === 'begin') open.push({ code: '', isResult: false });
    const field = open.at(-1);
    if (kind === 'separate' && field) field.isResult = true;
    if (kind === 'end') open.pop();
  },
  instrText(cursor, open) {
    const field = open.at(-1);
    if (!cursor.opens || cursor.closes || !field) return;
    const isBegun = field.code.trim() !== '';
    const piece = within(cursor, (code) => {
      field.code += code;
      return isBegun ? '' : ` ${firstWord(field.code)} `;
    });
    return isPersonal(field.code) ? piece : undefined;
  },
  t(cursor, open) {
    const isShown = open.some(({ code, isResult }) => isResult && isPersonal(code));
    return cursor.opens && !cursor.closes && isShown ? within(cursor, () => '') : undefined;
  },
};

function within(cursor: Cursor, words: (text: string) => string): Piece {
  const from = cursor.to;
  const text = textWithin(cursor);
  return { from, to: cursor.from, words: words(text) };
}

const INSTRUCTION = /(\binstr\s*=\s*)(?:"[^"]*"|'[^']*')/;
const firstWord = (code: string): string => /^\s*(\w+)/.exec(code)?.[1] ?? '';
const isPersonal = (code: string): boolean => personal.has(firstWord(code).toUpperCase());
