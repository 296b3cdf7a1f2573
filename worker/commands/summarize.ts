// npm run summarize -- FOLDER: what all workbooks below the folder amount to, into FOLDER/汇总结果: evaluations, rollup.json and
// 汇总.xlsx and the report of its evaluation. One line a file. Ends with 2 where a file could not be read, with 1 where nothing was done.
import { randomBytes } from 'node:crypto';
import { summarize } from './summaries.ts';
import { linesOf } from './summary-lines.ts';
import { Refusal, wantedBy } from './wanted.ts';

try {
  // Where npm was called: this process has gone to the folder of the repository.
  const wanted = wantedBy(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const summary = summarize(wanted, randomBytes(32).toString('hex'), progress);
  erase();
  for (const line of linesOf(summary, wanted.out)) console.log(line);
  process.exitCode = summary.unread > 0 ? 2 : 0;
} catch (error) {
  erase();
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r正在读第 ${done + 1} 个，共 ${all} 个`);
}

function erase(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
