/** A list with each element replaced: itself where none is, so that what needed no masking is known by that. */
export function mapped<T>(list: readonly T[], replace: (element: T, at: number) => T): readonly T[] {
  let changed: T[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const element = list[at]!;
    const replaced = replace(element, at);
    if (replaced === element && changed === null) continue;
    changed ??= list.slice(0, at);
    changed.push(replaced);
  }
  return changed ?? list;
}
