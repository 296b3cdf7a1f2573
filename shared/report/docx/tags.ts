/** Tags of an office's template, {{正文}}, wherever Word has cut them apart. */
import { cursorOf, leave, next, textWithin } from '../../files/xml.ts';
import { sectionIn } from './sections.ts';

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
  /** In a content control. */
  readonly isControlled: boolean;
  /** It holds what is no text: a picture, a field. */
  readonly isMixed: boolean;
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

/** Parts beside the text, with how they are called: 页眉. */
export interface BesidePart {
  readonly called: string;
  readonly xml: string;
}

/** Whole sentences; empty where the template can be filled. `styles` is the part of that name, '' where there is none. */
export function tagProblems(
  { main, styles, beside }: { readonly main: string; readonly styles: string; readonly beside: readonly BesidePart[] },
  needsAttachments: boolean,
): readonly string[] {
  if (![main, ...(styles === '' ? [] : [styles])].every((xml) => xml.includes(W)))
    return ['模板是“Strict Open XML 文档”，或不是用 Word、WPS 存的。请用 Word 另存为“Word 文档（.docx）”后再试。'];
  if ([main, ...beside.map(({ xml }) => xml)].some(isTracked))
    return ['模板里有没有接受的修订。请在“审阅”里接受全部修订，保存后再试。'];
  const stretches = stretchesOf(main).filter(({ text }) => BRACES.test(text));
  const found = stretches.flatMap(({ text }) => namesIn(text));
  return [
    ...unique(found.filter((name) => !isTag(name))).map((name) => `没有“${written(name)}”这个标记。${usable}`),
    ...stretches.flatMap(placeProblems),
    ...tags.flatMap((tag) => {
      const count = found.filter((name) => name === tag).length;
      if (count > 1) return [`“${written(tag)}”有${count}处，只能有一处。`];
      return count === 0 && (tag !== '附件' || needsAttachments)
        ? [`没有“${written(tag)}”，请在模板里加上，独占一段。`]
        : [];
    }),
    ...unique(
      beside.flatMap(({ called, xml }) =>
        stretchesOf(xml).flatMap(({ text }) => namesIn(text).map((name) => `${called}里的“${written(name)}”`)),
      ),
    ).map((where) => `${where}填不了，请删去。`),
  ];
}

function placeProblems(stretch: Stretch): readonly string[] {
  const { text } = stretch;
  const names = namesIn(text).filter(isTag);
  const [name] = names;
  if (name === undefined) return namesIn(text).length === 0 ? [`“${text.trim()}”里的标记没有写完整。${usable}`] : [];
  if (stretch.inside) return [`“${written(name)}”在表格或文本框里，请移到外面，独占一段。`];
  if (stretch.isControlled) return [`“${written(name)}”在内容控件里，请删除这个控件、留下文字，独占一段。`];
  if (stretch.isMixed) return [`“${written(name)}”这一段里还有图形、图片或域，请移到别的段里。`];
  return text.replace(TAG, '').trim() !== '' || names.length > 1
    ? [`“${written(name)}”要独占一段，前后不能有别的字。`]
    : [];
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const isTracked = (xml: string): boolean =>
  /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|(?:r|p|sect|tbl|tblGrid|tblPrEx|tr|tc)PrChange)[\s/>]/.test(
    xml,
  );

/** Also as Chinese input methods write them. */
const TAG = /[{｛]{2}([^{}｛｝]*)[}｝]{2}/g;
const BRACES = /[{｛]{2}|[}｝]{2}/;

const namesIn = (text: string): readonly string[] => [...text.matchAll(TAG)].map(([, name = '']) => name.trim());
const isTag = (name: string): boolean => tags.some((tag) => tag === name);
const written = (name: string) => `{{${name}}}`;
const usable = `能用的标记：${tags.map(written).join('、')}。`;
const unique = (names: readonly string[]) => [...new Set(names)];

const mixing: ReadonlySet<string> = new Set(['drawing', 'pict', 'object', 'fldChar', 'fldSimple']);

export function stretchesOf(xml: string): readonly Stretch[] {
  const cursor = cursorOf(xml);
  const read: Stretch[] = [];
  const open: (Omit<Stretch, 'to'> & {
    text: string;
    section: string;
    holds: boolean;
    isControlled: boolean;
    isMixed: boolean;
  })[] = [];
  let tables = 0;
  let controls = 0;
  while (next(cursor)) {
    const name = xml.slice(cursor.nameFrom, cursor.nameTo);
    const last = open.at(-1);
    if (name === 'tbl') {
      if (!cursor.closes) tables++;
      else if (!cursor.opens) tables--;
    } else if (name === 'sdt') {
      if (!cursor.closes) controls++;
      else if (!cursor.opens) controls--;
      if (last) last.isControlled = true;
    } else if (name === 'pPr' && cursor.opens && last) {
      const { from } = cursor;
      if (!leave(cursor)) break;
      last.section = sectionIn(xml.slice(from, cursor.to)) ?? '';
    } else if (name === 't' && cursor.opens && last) last.text += textWithin(cursor);
    else if (name === 'Fallback' && cursor.opens) {
      if (!leave(cursor)) break;
    } else if (mixing.has(name) && last) last.isMixed = true;
    else if (name === 'p') {
      if (cursor.opens) {
        if (last) last.holds = true;
        const inside = tables > 0 || last !== undefined;
        const { from } = cursor;
        open.push({ from, text: '', section: '', holds: false, inside, isControlled: controls > 0, isMixed: false });
      }
      if (!cursor.closes) continue;
      const one = open.pop();
      if (one) read.push({ ...one, to: cursor.to });
    }
  }
  return read.sort((one, other) => one.from - other.from);
}
