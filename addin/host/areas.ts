/** Address lists for `worksheet.getRanges`: as few ranges as a plain walk finds, far within Excel's limit. */
import { addressOf, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';

/** Documented are 8,192 characters, beyond which Excel cuts; shorter lists than that fail as well (office-js #5198). */
const longestList = 2000;
const mostAreas = 250;

/** Lists such as `A1,B3:B5` that together cover `addresses` once; what is no A1 address is left out. */
export function addressLists(addresses: readonly string[], limit = longestList): string[] {
  const lists: string[] = [];
  let list = '';
  let areas = 0;
  for (const area of joined(addresses.flatMap((address) => parseAddress(address) ?? []))) {
    const address = addressOf(area);
    if (list && (list.length + 1 + address.length > limit || areas === mostAreas)) {
      lists.push(list);
      list = '';
      areas = 0;
    }
    areas += 1;
    list += list ? `,${address}` : address;
  }
  return list ? [...lists, list] : lists;
}

/** Joins what touches or overlaps: first down the columns, then across the rows. */
function joined(areas: readonly Area[]): Area[] {
  const columns = [...areas].sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top);
  const runs = fold(columns, (run, next) =>
    run.left === next.left && run.right === next.right && next.top <= run.bottom + 1
      ? { ...run, bottom: Math.max(run.bottom, next.bottom) }
      : null,
  );
  const rows = runs.sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left);
  return fold(rows, (run, next) =>
    run.top === next.top && run.bottom === next.bottom && next.left <= run.right + 1
      ? { ...run, right: Math.max(run.right, next.right) }
      : null,
  );
}

function fold(sorted: readonly Area[], join: (run: Area, next: Area) => Area | null): Area[] {
  const runs: Area[] = [];
  for (const area of sorted) {
    const last = runs.at(-1);
    const both = last && join(last, area);
    if (both) runs[runs.length - 1] = both;
    else runs.push(area);
  }
  return runs;
}
