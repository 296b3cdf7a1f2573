import { addressOf, parseAddress } from '../model/addresses.ts';
import type { Area, Evaluation, Mark, MarkLevel } from '../model.ts';

// Gravest first: a cell takes the first level that names it.
const LEVELS: readonly MarkLevel[] = ['error', 'gap', 'warning', 'note'];

/** Cells of one place; of what is more, and was too much to be read, only the last one is marked: there something stands. */
const mostMarked = 100_000;

interface Run {
  readonly left: number;
  readonly right: number;
  readonly level: MarkLevel;
}

/** Every finding's cell and every gap's, once each, in as few ranges as rows and columns allow. */
export function marksOf(evaluation: Evaluation): readonly Mark[] {
  const sheets = new Map<string, Map<number, Run[]>>();
  const wanted = placesByLevel(evaluation);
  for (const level of LEVELS) {
    for (const { sheet, address } of wanted[level]) {
      const area = parseAddress(address);
      if (area) cover(rowsOf(sheets, sheet), marked(area), level);
    }
  }
  return [...sheets].flatMap(([sheet, rows]) =>
    joined(rows).map(({ area, level }) => ({ sheet, address: addressOf(area), level })),
  );
}

function marked(area: Area): Area {
  const { top, left, bottom, right } = area;
  const cells = (bottom - top + 1) * (right - left + 1);
  return cells > mostMarked ? { ...area, top: bottom, left: right } : area;
}

function placesByLevel(evaluation: Evaluation) {
  const places: Record<MarkLevel, { sheet: string; address: string }[]> = { error: [], gap: [], warning: [], note: [] };
  for (const finding of evaluation.findings) places[finding.severity].push(finding.at);
  for (const { verdict, at } of evaluation.indicators) {
    // What is to be verified is marked at the doubtful cells themselves, by their findings.
    if (at && (verdict === 'unmet' || verdict === 'behind')) places.gap.push(at);
  }
  return places;
}

function rowsOf(sheets: Map<string, Map<number, Run[]>>, sheet: string): Map<number, Run[]> {
  const known = sheets.get(sheet);
  if (known) return known;
  const rows = new Map<number, Run[]>();
  sheets.set(sheet, rows);
  return rows;
}

/** Gives the level to those cells of the area that no graver one has. */
function cover(rows: Map<number, Run[]>, area: Area, level: MarkLevel): void {
  for (let row = area.top; row <= area.bottom; row++) {
    const taken = rows.get(row) ?? [];
    let left = area.left;
    const free: Run[] = [];
    for (const run of taken) {
      if (run.right < left || run.left > area.right) continue;
      if (run.left > left) free.push({ left, right: run.left - 1, level });
      left = run.right + 1;
    }
    if (left <= area.right) free.push({ left, right: area.right, level });
    if (free.length > 0)
      rows.set(
        row,
        [...taken, ...free].sort((a, b) => a.left - b.left),
      );
  }
}

/** Neighbouring runs of one level made one, then equal runs of neighbouring rows. */
function joined(rows: Map<number, Run[]>): readonly { area: Area; level: MarkLevel }[] {
  const done: { area: Area; level: MarkLevel }[] = [];
  let open = new Map<string, { area: Area; level: MarkLevel }>();
  for (const [row, runs] of [...rows].sort(([a], [b]) => a - b)) {
    const next: typeof open = new Map();
    for (const { left, right, level } of besides(runs)) {
      const key = `${left}:${right}:${level}`;
      const above = open.get(key);
      const top = above?.area.bottom === row - 1 ? above.area.top : row;
      next.set(key, { area: { top, left, bottom: row, right }, level });
      if (top !== row) open.delete(key);
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

function besides(runs: readonly Run[]): readonly Run[] {
  const joinedRuns: Run[] = [];
  for (const run of runs) {
    const last = joinedRuns.at(-1);
    if (last?.level === run.level && last.right === run.left - 1) {
      joinedRuns[joinedRuns.length - 1] = { ...last, right: run.right };
    } else joinedRuns.push(run);
  }
  return joinedRuns;
}
