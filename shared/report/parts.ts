/** Paragraphs, put together so that a sentence can be read in the code as it will be read on paper. */
import { trimmedEnd } from '../model/trims.ts';
import type { Evaluation } from '../model.ts';
import type { Binding, Paragraph, Part, Quote, ReportCell } from './papers.ts';

/** `` says`共${figure}项。` ``: plain words, and between them figures, quotes and paragraphs. */
export function says<Of = Binding>(
  words: TemplateStringsArray,
  ...between: readonly (Part<Of> | Paragraph<Of>)[]
): Paragraph<Of> {
  const parts: Part<Of>[] = [];
  for (const [index, word] of words.entries()) {
    put(parts, word);
    if (index < between.length) put(parts, between[index]!);
  }
  return parts;
}

/** The paragraphs one after the other, with these words between them. */
export function listed<Of = Binding>(paragraphs: readonly (Part<Of> | Paragraph<Of>)[], between = ''): Paragraph<Of> {
  const parts: Part<Of>[] = [];
  for (const [index, one] of paragraphs.entries()) {
    if (index > 0) put(parts, between);
    put(parts, one);
  }
  return parts;
}

export function textOf(paragraph: Paragraph<unknown>): string {
  let text = '';
  for (const part of paragraph) text += wordsOf(part);
  return text;
}

export function quote(text: string): Quote {
  return { quote: text };
}

/** Between quotation marks; those inside are single. */
export function quoted(text: string): Paragraph {
  const parts = text.split(/([“”])/).map((part) => (part === '“' ? '‘' : part === '”' ? '’' : quote(part)));
  return says`“${listed(parts)}”`;
}

/** Quoted, and ending in exactly one full stop. */
export function quotedSentence(text: string): Paragraph {
  return says`${quote(trimmedEnd(text, /[。；;.\s]/))}。`;
}

export function quotedSentences(texts: readonly string[]): Paragraph {
  return listed(texts.map(quotedSentence));
}

/** `田家庵区甲街道甲社区`, as far as it was read. */
export function unitName({ unit }: Evaluation): Paragraph {
  const names = [unit.countyName, unit.street, unit.community].flatMap((name) => (name ? [quote(name)] : []));
  return names.length > 0 ? names : ['（未识别填报单位）'];
}

export function textCell(text: Part | Paragraph): ReportCell {
  return { kind: 'text', text: isPart(text) ? listed([text]) : text };
}

export const emptyCell: ReportCell = { kind: 'text', text: [] };

export function numberCell(number: number | null, of: Binding): ReportCell {
  return { kind: 'number', number, of };
}

/** Neighbouring words become one, empty parts are left out. */
function put<Of>(parts: Part<Of>[], one: Part<Of> | Paragraph<Of>): void {
  if (!isPart(one)) {
    for (const part of one) put(parts, part);
    return;
  }
  const last = parts.at(-1);
  if (typeof one === 'string' && typeof last === 'string') parts[parts.length - 1] = last + one;
  else if (wordsOf(one) !== '') parts.push(one);
}

function isPart<Of>(one: Part<Of> | Paragraph<Of>): one is Part<Of> {
  return typeof one === 'string' || 'figure' in one || 'quote' in one;
}

function wordsOf(part: Part<unknown>): string {
  return typeof part === 'string' ? part : 'figure' in part ? part.figure : part.quote;
}
