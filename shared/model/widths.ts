/** How much room a text takes where nothing is drawn. */

/** In halves of a Chinese character. Quotes, dashes, boxes and ≥ are as wide as one: Chinese fonts draw them so. */
export function halfWidths(text: string): number {
  let width = 0;
  for (const sign of text) width += sign >= '\u{2010}' || '×÷±·'.includes(sign) ? 2 : 1;
  return width;
}
