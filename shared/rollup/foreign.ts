/** Ledgers that went astray: lines in the files of one unit that bear numbers of another. */
import { isNumberOf } from '../model/issues.ts';
import type { FilePlace } from '../model.ts';
import type { Entry } from './entries.ts';
import { placed } from './reports.ts';

export interface Foreign {
  /** Of the unit in whose files they stand. */
  readonly key: string;
  readonly name: string;
  /** Key and name of the unit whose numbers they are; null where it is not known. */
  readonly owner: string | null;
  readonly ownerName: string | null;
  /** Some of the numbers came back nowhere else. */
  readonly isElsewhere: boolean;
  readonly lines: readonly { readonly number: string; readonly place: FilePlace }[];
}

/** A number of no unit that is known is a slip of the pen where others are the unit's own; it is told as one that was not sent. */
export function foreignIn(byUnit: ReadonlyMap<string, readonly Entry[]>): readonly Foreign[] {
  const linesOf = (entries: readonly Entry[]) =>
    entries.flatMap((entry) =>
      (entry.state === 'superseded' || entry.state === 'duplicate' ? [] : (entry.issues ?? [])).map(
        ({ number, at }) => ({ number, place: placed(entry, at) }),
      ),
    );
  return [...byUnit].flatMap(([key, entries]): readonly Foreign[] => {
    const lines = linesOf(entries);
    const others = lines.filter(({ number }) => !isNumberOf(number, key));
    const owners = new Map<string | null, typeof others>();
    for (const line of others) {
      const owner = [...byUnit.keys()].find((one) => isNumberOf(line.number, one)) ?? null;
      owners.set(owner, [...(owners.get(owner) ?? []), line]);
    }
    return [...owners].flatMap(([owner, theirs]): readonly Foreign[] => {
      if (owner === null && others.length < lines.length) return [];
      const owned = owner === null ? [] : byUnit.get(owner)!;
      const own = new Set(linesOf(owned).map(({ number }) => number));
      return [
        {
          key,
          name: entries[0]!.name,
          owner,
          ownerName: owned[0]?.name ?? null,
          isElsewhere: theirs.some(({ number }) => !own.has(number)),
          lines: theirs,
        },
      ];
    });
  });
}
