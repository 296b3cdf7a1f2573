/** Tags of an office's template, {{正文}}, wherever Word has cut them apart. */
import { cursorOf, leave, next, textWithin } from '../../files/xml.ts';

export const tags = ['标题', '正文', '附件', '落款'] as const;
export type Tag = (typeof tags)[number];

/** A paragraph of the main part. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** In a table or a text box. */
  readonly inside: boolean;
  /** Other paragraphs within it: text boxes. */
  readonly holds: boolean;
  /** Properties of the section that ends with it; '' where none does. */
  readonly section: string;
}

export interface TagPlace extends Stretch {
  readonly tag: Tag;
}

/** Of known tags that stand alone, in the order of the text. */
export function placesIn(main: string): readonly TagPlace[] {
  return stretchesOf(main).flatMap((one) => {
    const [name, ...more] = namesIn(one.text);
    const tag = tags.find((known) => known === name);
    return tag && more.length === 0 ? [{ ...one, tag }] : [];
  });
}

/** Whole sentences; empty where the template can be filled. `around` are the parts of its headers and footers. */
export function tagProblems(main: string, around: readonly string[], needsAttachments: boolean): readonly string[] {
  if (!main.includes('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'))
    return ['模板是“Strict Open XML 文档”。请用 Word 另存为“Word 文档（.docx）”后再试。'];
  if (/<w:(?:ins|del|moveFrom|moveTo|sectPrChange|pPrChange)\s/.test(main))
    return ['模板里有没有接受的修订。请在“审阅”里接受全部修订，保存后再试。'];
  const stretches = stretchesOf(main).filter(({ text }) => BRACES.test(text));
  const found = stretches.flatMap(({ text }) => namesIn(text));
  const lists = `能用的标记：${tags.map(written).join('、')}。`;
  return [
    ...unique(found.filter((name) => !isTag(name))).map((name) => `没有“${written(name)}”这个标记。${lists}`),
    ...stretches.flatMap(({ text, inside }) => {
      const names = namesIn(text).filter(isTag);
      if (names.length === 0) return namesIn(text).length === 0 ? [`“${text.trim()}”里的标记没有写完整。${lists}`] : [];
      if (inside) return [`“${written(names[0]!)}”在表格或文本框里，请移到外面，独占一段。`];
      return text.replace(TAG, '').trim() !== '' || names.length > 1
        ? [`“${written(names[0]!)}”要独占一段，前后不能有别的字。`]
        : [];
    }),
    ...tags.flatMap((tag) => {
      const count = found.filter((name) => name === tag).length;
      if (count > 1) return [`“${written(tag)}”有${count}处，只能有一处。`];
      return count === 0 && (tag !== '附件' || needsAttachments)
        ? [`没有“${written(tag)}”，请在模板里加上，独占一段。`]
        : [];
    }),
    ...unique(around.flatMap((part) => stretchesOf(part).flatMap(({ text }) => namesIn(text)))).map(
      (name) => `页眉、页脚里的“${written(name)}”填不了，请删去。`,
    ),
  ];
}

/** Also as Chinese input methods write them. */
const TAG = /[{｛]{2}\s*([^{}｛｝]*?)\s*[}｝]{2}/g;
const BRACES = /[{｛]{2}|[}｝]{2}/;

const namesIn = (text: string): readonly string[] => [...text.matchAll(TAG)].map(([, name = '']) => name);
const isTag = (name: string): boolean => tags.some((tag) => tag === name);
const written = (name: string) => `{{${name}}}`;
const unique = (names: readonly string[]) => [...new Set(names)];

export function stretchesOf(xml: string): readonly Stretch[] {
  const cursor = cursorOf(xml);
  const read: Stretch[] = [];
  const open: { from: number; text: string; section: string; holds: boolean; inside: boolean }[] = [];
  let tables = 0;
  while (next(cursor)) {
    const name = xml.slice(cursor.nameFrom, cursor.nameTo);
    const last = open.at(-1);
    if (name === 'tbl') {
      if (!cursor.closes) tables++;
      else if (!cursor.opens) tables--;
    } else if (name === 'pPr' && cursor.opens && last) {
      const { from } = cursor;
      if (!leave(cursor)) break;
      last.section = /<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr>/.exec(xml.slice(from, cursor.to))?.[0] ?? '';
    } else if (name === 't' && cursor.opens && last) last.text += textWithin(cursor);
    else if (name === 'Fallback' && cursor.opens) {
      if (!leave(cursor)) break;
    } else if (name === 'p') {
      if (cursor.opens) {
        if (last) last.holds = true;
        open.push({ from: cursor.from, text: '', section: '', holds: false, inside: tables > 0 || last !== undefined });
      }
      if (!cursor.closes) continue;
      const one = open.pop();
      if (one) read.push({ ...one, to: cursor.to });
    }
  }
  return read.sort((one, other) => one.from - other.from);
}
