/** Names of sheets: when they are the same, and how they stand before an address. */

/** Excel tells sheets' names apart without regard to case. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** As Excel quotes: anything but letters, digits, `_` and `.`, a digit at the beginning, or what looks like an address. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits off the sheet, quoted or not; `sheet` is null without one. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address);
  if (!match) return { sheet: null, rest: address };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2]!, rest: match[3]! };
}
