/** Words that a remark is read by. */

const CLAUSE = /[(),，;；。、（） ]/;

/** Whether the text says so, and not that it is not so, or not yet: neither 未离职 nor 拟于年底离职. */
export function says(text: string, word: string, notYet: readonly string[]): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at).split(CLAUSE).at(-1)!;
    if (!notYet.some((denial) => before.includes(denial))) return true;
  }
  return false;
}
