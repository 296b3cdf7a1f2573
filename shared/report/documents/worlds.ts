/**
 * Whether what is told fixes a number: it does not where another world agrees with all of it in which the number is another.
 * Other worlds are looked for beside the true one; a number for which none is found counts as fixed.
 */

/** Numbers by what they are of. */
export type World = (of: string) => number;

/** What whoever reads knows of numbers. */
export type Known =
  /** Together they are no less and no more. */
  | { readonly of: readonly string[]; readonly least: number; readonly most: number }
  | { readonly of: readonly string[]; readonly isSo: (world: World) => boolean };

/** What is not to be found out. */
export interface Guarded {
  /** Numbers of each unit that it is of. */
  readonly of: readonly (readonly string[])[];
  readonly amount: (world: World) => number;
}

export interface Told {
  readonly numbers: ReadonlyMap<string, number>;
  readonly known: readonly Known[];
  /** The same numbers of other units: what is less here may be more there. */
  readonly othersOf: (of: readonly string[]) => Iterable<readonly string[]>;
}

/** Whether one of them is fixed by what is told. */
export function isAnyFixed(guarded: readonly Guarded[], { numbers, known, othersOf }: Told): boolean {
  const truth: World = (of) => numbers.get(of)!;
  const byNumber = new Map<string, Sum[]>();
  for (const one of known) {
    const sum = { known: one, of: new Set(one.of), amount: one.of.reduce((all, of) => all + truth(of), 0) };
    for (const of of one.of) {
      const all = byNumber.get(of);
      if (all) all.push(sum);
      else byNumber.set(of, [sum]);
    }
  }

  function agrees(changes: Changes): boolean {
    const world: World = (of) => truth(of) + (changes.get(of) ?? 0);
    const touched = new Set([...changes.keys()].flatMap((of) => byNumber.get(of) ?? []));
    for (const { known: one, of, amount } of touched) {
      if ('isSo' in one) {
        if (!one.isSo(world)) return false;
        continue;
      }
      let sum = amount;
      for (const [changed, by] of changes) if (of.has(changed)) sum += by;
      if (sum < one.least || sum > one.most) return false;
    }
    return true;
  }

  function isOpen({ of, amount }: Guarded): boolean {
    const now = amount(truth);
    const isOther = (changes: Changes) => amount((one) => truth(one) + (changes.get(one) ?? 0)) !== now;
    return of.some((own) => {
      const steps = stepsOf(own);
      if (steps.some((step) => isOther(step) && agrees(step))) return true;
      for (const other of othersOf(own))
        for (const step of steps)
          for (const more of stepsOf(other)) {
            const changes = new Map([...step, ...more]);
            if (isOther(changes) && agrees(changes)) return true;
          }
      return false;
    });
  }

  return guarded.some((one) => !isOpen(one));
}

interface Sum {
  readonly known: Known;
  readonly of: ReadonlySet<string>;
  readonly amount: number;
}

type Changes = ReadonlyMap<string, number>;

/** One less, as it is, or one more, of each. */
function stepsOf(of: readonly string[]): readonly Changes[] {
  let all: readonly Changes[] = [new Map()];
  for (const one of new Set(of)) all = all.flatMap((step) => [-1, 0, 1].map((by) => new Map([...step, [one, by]])));
  return all;
}
