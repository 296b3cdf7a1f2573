/** Texts of the catalogue as people read them. */

/**
 * The catalogue letters what is open, a)每社区；b)每街道, and answers by the same letters, a)按每社区；b、c)另列参考: each is a
 * line of its own.
 */
export function clausesOf(text: string): readonly string[] {
  return text.replace(/[；。](?=(?:.{1,2}：)?[a-h](?:、[a-h])*\))/g, '$&\n').split('\n');
}

/** The catalogue refers to indicators by codes, which stand nowhere on the screen: names in quotes in their place. */
export function spelledOut(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\b[A-Z]\d\d\b/g, (code) => {
    const name = names.get(code);
    return name ? `“${name}”` : code;
  });
}
