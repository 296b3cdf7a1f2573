/** What stands beside the text of a paper, in headers, footers and notes, and what is hidden in it. */
import { plain, shortSign } from './lines.ts';
import type { PaperParagraph, Story } from './stories.ts';

export interface BesideText {
  readonly text: string;
  readonly sign: string;
  readonly isHidden: boolean;
}

/** Of the main text only what is hidden stands beside it. */
export function textsBeside(
  { paragraphs, described }: Pick<Story, 'paragraphs' | 'described'>,
  isMain: boolean,
): readonly BesideText[] {
  const aloud = described.map((text): Pick<PaperParagraph, 'text' | 'hidden'> => ({ text: '', hidden: text }));
  return [...paragraphs, ...aloud].flatMap(({ text, hidden }) =>
    [
      { text: isMain ? '' : text, isHidden: false },
      { text: hidden, isHidden: true },
    ].flatMap((one) => (plain(one.text) === '' ? [] : [{ ...one, sign: shortSign(plain(one.text)) }])),
  );
}
