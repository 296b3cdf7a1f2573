// Reads one file in a process of its own, for what it takes: prints what came of it, in how long, and the peak of memory.
import { readFileSync } from 'node:fs';
import { FileProblem } from '../../../shared/files/problems.ts';
import { readFile } from '../../../shared/files/read.ts';

export interface Measured {
  /** The problem's sentence, or null where the file was read. */
  readonly problem: string | null;
  readonly sheets: readonly string[];
  readonly first: unknown;
  readonly notices: readonly string[];
  /** Of the processor: a machine that does other work too takes longer. */
  readonly milliseconds: number;
  /** In megabytes, of the whole process. */
  readonly peak: number;
}

const [path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(path === '' ? [] : readFileSync(path));
const start = process.cpuUsage();
let result: Pick<Measured, 'problem' | 'sheets' | 'first' | 'notices'> = {
  problem: null,
  sheets: [],
  first: null,
  notices: [],
};
try {
  if (path !== '') {
    const { snapshot, notices } = readFile(path, bytes);
    const sheets = snapshot.sheets.map(
      ({ name, address, beyond }) => `${name} ${address}${beyond ? ` 未读 ${beyond}` : ''}`,
    );
    result = { problem: null, sheets: sheets.slice(0, 3), first: snapshot.sheets[0]?.values[0]?.[0] ?? null, notices };
  }
} catch (error) {
  if (!(error instanceof FileProblem)) throw error;
  result = { ...result, problem: error.message };
}
const { user, system } = process.cpuUsage(start);
const milliseconds = Math.round((user + system) / 1000);
const measured: Measured = { ...result, milliseconds, peak: Math.round(process.resourceUsage().maxRSS / 1024) };
console.log(JSON.stringify(measured));
