/** Words as runs, each figure between the ends of its bookmark. */
import { Bookmark, type ParagraphChild, TextRun } from 'docx';
import type { Bound, DocumentText } from '../documents/documents.ts';

export type NameOf = (figure: Bound) => string;

/** `before` are words that the rendering puts in front: 一、. */
export function runs(text: DocumentText, nameOf: NameOf, before = ''): readonly ParagraphChild[] {
  const all: ParagraphChild[] = before === '' ? [] : [new TextRun(before)];
  for (const part of text) {
    if (typeof part === 'string') all.push(new TextRun(part));
    else if ('quote' in part) all.push(new TextRun(part.quote));
    else if (part.figure !== '') all.push(new Bookmark({ id: nameOf(part), children: [new TextRun(part.figure)] }));
  }
  return all;
}
