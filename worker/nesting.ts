import { Problem } from './problems.ts';

/** A snapshot is seven deep. */
const maxDepth = 32;
/** A million cells as objects, one a row, with as many rows of formats, and what is around them. */
const maxContainers = 3_100_000;

/**
 * Sixteen million brackets would take half a gigabyte once they are parsed, and who goes down into them overflows the stack.
 * Looks at the text of a JSON body before that. Throws Problem 400 or 413.
 */
export function refuseDeep(text: string): void {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++;
        containers++;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth--;
    }
    if (depth > maxDepth) throw new Problem(400, `请求内容嵌套超过 ${maxDepth} 层。`);
    if (containers > maxContainers) throw new Problem(413, '请求内容里的数组和对象超过三百万个。');
  }
}

/** Place of the quote that ends the string which begins at `start`; the text's length where it does not end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
