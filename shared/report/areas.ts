/** Cells that are alike, told as ranges. */
import type { Area } from '../model.ts';

/** What each cell is, by row and column, 0-based. */
export type Cells<Kind> = Map<number, Map<number, Kind>>;

export function putCell<Kind>(cells: Cells<Kind>, row: number, column: number, kind: Kind): void {
  const columns = cells.get(row);
  if (columns) columns.set(column, kind);
  else cells.set(row, new Map([[column, kind]]));
}

interface Run<Kind> {
  readonly left: number;
  readonly right: number;
  readonly kind: Kind;
}

/** Neighbouring cells of one kind made one, then equal runs of neighbouring rows. No two ranges overlap. */
export function areasOf<Kind>(cells: Cells<Kind>): readonly (readonly [Area, Kind])[] {
  const done: (readonly [Area, Kind])[] = [];
  let open: (readonly [Area, Kind])[] = [];
  for (const [row, columns] of [...cells].sort(([a], [b]) => a - b)) {
    const above = new Map(open.map((one) => [`${one[0].left}:${one[0].right}`, one]));
    const next: typeof open = [];
    for (const { left, right, kind } of runsOf(columns)) {
      const key = `${left}:${right}`;
      const one = above.get(key);
      const goesOn = one !== undefined && one[0].bottom === row - 1 && one[1] === kind;
      next.push([{ top: goesOn ? one[0].top : row, left, bottom: row, right }, kind]);
      if (goesOn) above.delete(key);
    }
    done.push(...above.values());
    open = next;
  }
  return [...done, ...open];
}

function runsOf<Kind>(columns: ReadonlyMap<number, Kind>): readonly Run<Kind>[] {
  const runs: Run<Kind>[] = [];
  for (const [column, kind] of [...columns].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last?.kind === kind && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ left: column, right: column, kind });
  }
  return runs;
}
