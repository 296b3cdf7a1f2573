/** Words that a remark is read by. */

const CLAUSE = /[(),，;；。、（） ]/;

/** Whether the text says so, and not that it is not so, or not yet: neither 未离职 nor 拟于年底离职. */
export function says(text: string, word: string, notYet: readonly string[]): boolean {
  // Where the clause begins, and where in it each denial stands first: both only ever move on.
  let clause = 0;
  let passed = 0;
  const first = notYet.map(() => -1);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    for (; passed < at; passed++) if (CLAUSE.test(text[passed]!)) clause = passed + 1;
    const isDenied = notYet.some((denial, which) => {
      if (first[which]! < clause) first[which] = placeOf(text, denial, clause);
      return first[which]! + denial.length <= at;
    });
    if (!isDenied) return true;
  }
  return false;
}

function placeOf(text: string, word: string, from: number): number {
  const at = text.indexOf(word, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
