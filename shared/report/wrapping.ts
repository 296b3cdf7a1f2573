/** Into how many lines a text falls in a cell that wraps, where nothing is drawn. */
import { halfWidths } from '../model/widths.ts';

/**
 * What is not taken apart: words and numbers of Latin signs, with the bracket behind them; signs that end no line and the one
 * after them; signs that begin no line and the one before them. All other Chinese signs stand alone.
 */
const pieces = /(?:[!-~]*[（〔《「『“‘])*(?:[!-~]+|\P{ASCII}| )[，。、；：？！）〕》」』”’…％]*/gu;

/** `width` in halves of a Chinese character. */
export function linesIn(text: string, width: number): number {
  // Most cells: no sign is wider than two halves.
  if (2 * text.length <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + wrapped(line, width), 0);
}

function wrapped(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const [piece] of text.matchAll(pieces)) {
    const wide = halfWidths(piece);
    if (used + wide <= width) {
      used += wide;
    } else if (wide > width) {
      // Too long for any line, it is cut wherever a line ends.
      const rest = used + wide;
      lines += Math.ceil(rest / width) - 1;
      used = rest % width || width;
    } else {
      lines += 1;
      used = wide;
    }
  }
  return lines;
}
