/**
 * The text without such characters at its end; `one` matches a single character. An expression like /[★：]+$/ would try
 * anew at each of a long run of them.
 */
export function trimmedEnd(text: string, one: RegExp): string {
  let end = text.length;
  while (end > 0 && one.test(text[end - 1]!)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The same at its beginning. */
export function trimmedStart(text: string, one: RegExp): string {
  let start = 0;
  while (start < text.length && one.test(text[start]!)) start++;
  return start === 0 ? text : text.slice(start);
}
