/** A folder of workbooks as it was mailed or carried in: what is to be read, and what is not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Inbox {
  /** Paths below the folder, with `/`, in the order of their names. */
  readonly workbooks: readonly string[];
  /** Files of other kinds. */
  readonly others: readonly string[];
}

/** What is in `except` is not looked at: results of before. Folders that cannot be opened throw as Node says it. */
export function inboxOf(folder: string, except: string): Inbox {
  const files = filesBelow(folder, except, '');
  return {
    workbooks: files.filter((path) => WORKBOOK.test(path)),
    others: files.filter((path) => !WORKBOOK.test(path)),
  };
}

/** Old ones too: that they cannot be read is said of each. */
const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|et|zip)$/i;

/** `~$` are locks of workbooks that are open; what begins with a dot is put there by systems. */
const passedOver = /^(~\$|\.)|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i;

function filesBelow(folder: string, except: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !passedOver.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return join(folder, path) === except ? [] : filesBelow(folder, except, path);
    });
}
