/** A folder of workbooks as it was mailed or carried in: what is to be read, and what is not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { earlierIn } from './earlier.ts';
import { realOf } from './real-paths.ts';

export interface Inbox {
  /** Paths below the folder, with `/`, in the order of their names. */
  readonly workbooks: readonly string[];
  /** Files of other kinds. */
  readonly others: readonly string[];
  /** Workbooks that somebody put among results of before: they are not read. */
  readonly strays: readonly string[];
}

/** Results of before are not read: what is in `out`, or beside a roll-up. Folders that cannot be opened throw as Node says it. */
export function inboxOf(folder: string, out: string): Inbox {
  const mine = realOf(out);
  const found = foundBelow(folder, '', (path) => realOf(path) === mine || earlierIn(path) !== null);
  const paths = (isWanted: (each: Found) => boolean) => found.filter(isWanted).map(({ path }) => path);
  return {
    workbooks: paths(({ path, isAmongResults }) => !isAmongResults && WORKBOOK.test(path)),
    others: paths(({ path, isAmongResults }) => !isAmongResults && !WORKBOOK.test(path)),
    strays: paths(({ path, isAmongResults }) => isAmongResults && WORKBOOK.test(path) && !ours.test(path)),
  };
}

/** A whole sentence; empty for none. */
export function straysText(strays: Inbox['strays']): string {
  if (strays.length === 0) return '';
  return `以前的汇总结果里放着 ${strays.length} 个工作簿，没有读：${named(strays)}。要汇总的，请移到放收件的文件夹里。`;
}

export function named(files: readonly string[]): string {
  return files.slice(0, NAMED).join('、') + (files.length > NAMED ? '等' : '');
}

const NAMED = 5;

interface Found {
  readonly path: string;
  readonly isAmongResults: boolean;
}

/** Old ones too: that they cannot be read is said of each. */
const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|et|zip)$/i;

/** Also where it was put aside. */
const ours = /(?:^|\/)汇总(?:（改过的\d+）)?\.xlsx$/;

/** `~$` are locks of workbooks that are open; what begins with a dot is put there by systems. */
const passedOver = /^(~\$|\.)|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i;

function foundBelow(
  folder: string,
  below: string,
  isResults: (path: string) => boolean,
  isAmongResults = false,
): Found[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !passedOver.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) return [{ path, isAmongResults }];
      return foundBelow(folder, path, isResults, isAmongResults || isResults(join(folder, path)));
    });
}
