/** 通知的正文一页写完：二十二行、每行二十八个字，问题清单另起一页。 */
import { expect, test } from 'vitest';
import type { Document } from '../../../shared/report/documents/documents.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { sampleCity, told } from './papers.ts';

/** Of a line's twenty-eight one is left for marks that may not begin a line, and for the space beside digits. */
const PAGE = { lines: 22, characters: 27 };

/** Digits and Latin letters are half as wide. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 0.5 : 1), 0);

function linesOf({ title, body, attachments }: Document): number {
  const paragraphs = body.map((block) => (block.kind === 'paragraph' ? widthOf(textOf(block.text)) + 2 : 0));
  const text = paragraphs.reduce((sum, width) => sum + Math.ceil(width / PAGE.characters), 0);
  // A free line below the title, 主送, a free line and 附件, a free line and 落款 of two.
  return title.length + 1 + 1 + text + 1 + attachments.length + 1 + 2;
}

test.each(['midterm', 'final'] as const)('示例城市的每一份（%s）', async (mode) => {
  const notices = noticesOf(told(await sampleCity(), mode));
  expect(notices.length).toBeGreaterThan(0);
  const long = notices.map(({ document }) => ({ name: document.name, lines: linesOf(document) }));
  expect(long.filter(({ lines }) => lines > PAGE.lines)).toEqual([]);
});
