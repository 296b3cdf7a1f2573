/** What a report made now would lack: said before it is made. */

import type { Rollup } from '../../../shared/model.ts';
import type { FileRow } from '../gathering.ts';

/** Whole sentences; none where nothing is lacking. */
export function lacksOf({ mode, units, reporting, questions }: Rollup, files: readonly FileRow[]): readonly string[] {
  const count = (...steps: readonly FileRow['step'][]) => files.filter(({ step }) => steps.includes(step)).length;
  // No scores stand in the mid-term report.
  const unjudged = units.filter(
    ({ state, unjudged }) => mode === 'final' && state === 'reported' && unjudged.length > 0,
  );
  const items = unjudged.reduce((sum, one) => sum + one.unjudged.length, 0);
  return [
    [
      reporting.unclear.length,
      (n: number) => `${n} 个单位有没有报送待核实：收到的文件分不清是不是它们的，请在“文件”里指定。`,
    ],
    [reporting.missing.length, (n: number) => `${n} 个单位没有报送：写作“未报送”，不算作 0。`],
    [count('waiting', 'stopped'), (n: number) => `${n} 个文件还没有检查：不在其中。`],
    [count('unreadable'), (n: number) => `${n} 个文件没能读出：不在其中。`],
    [questions.length, (n: number) => `${n} 处要由人定，还没有定：见“① 文件”。`],
    [items, (n: number) => `人评分还缺 ${n} 项，涉及 ${unjudged.length} 个单位：没有评的不写分数。`],
  ].flatMap(([n, said]) => ((n as number) > 0 ? [(said as (n: number) => string)(n as number)] : []));
}
