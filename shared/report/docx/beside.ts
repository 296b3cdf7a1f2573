/** What stands beside the text of a paper, in headers, footers and notes, and what is hidden in it. */
import { plain, shortSign } from './lines.ts';
import type { PaperParagraph } from './stories.ts';

export interface BesideText {
  readonly text: string;
  readonly sign: string;
  readonly isHidden: boolean;
}

/** Of the main text only what is hidden stands beside it. */
export function textsBeside(paragraphs: readonly PaperParagraph[], isMain: boolean): readonly BesideText[] {
  return paragraphs.flatMap(({ text, hidden }) =>
    [
      { text: isMain ? '' : text, isHidden: false },
      { text: hidden, isHidden: true },
    ].flatMap((one) => (plain(one.text) === '' ? [] : [{ ...one, sign: shortSign(plain(one.text)) }])),
  );
}
