/** What `npm run summarize` says: a line a file, then the whole. */
import { join } from 'node:path';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords, unitStateText } from '../../shared/model/words.ts';
import type { RollupUnit } from '../../shared/model.ts';
import { noteOf } from '../../shared/report/rollup/files.ts';
import { filesText, reporting } from '../../shared/report/rollup/overview.ts';
import { type Told, toldOf } from '../../shared/report/rollup/told.ts';
import { named, straysText } from './inboxes.ts';
import type { Summary } from './summaries.ts';

export function linesOf(
  { rollup, policy, judged, others, strays, report, early, asides }: Summary,
  out: string,
): readonly string[] {
  const told = toldOf(rollup, policy, new Map());
  const { mode, asOf, findings, questions } = rollup;
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return [
    ...rollup.units.filter(({ file }) => file !== null).map((unit) => fileLine(unit, told)),
    '',
    `${modeWords[mode]}汇总，数据截止日 ${dateText(asOf)}，评估依据：${policy.name}。`,
    reporting(told),
    ...filesText(rollup),
    `跨册问题：强制 ${count('error')} 条，核实 ${count('warning')} 条，提示 ${count('note')} 条。`,
    ...(questions.length > 0
      ? [`有 ${questions.length} 处要由人定，见“汇总.xlsx”的“文件”表；可在网页或窗格的“汇总”里说明。`]
      : []),
    ...(others.length > 0 ? [`另有 ${others.length} 个文件不是工作簿，没有读：${named(others)}。`] : []),
    ...(strays.length > 0 ? [straysText(strays)] : []),
    ...(early === null ? [] : [early]),
    ...asideText('汇总.xlsx', asides.book),
    ...asideText(report, asides.report),
    `结果在 ${out}：汇总.xlsx、${report}、rollup.json、${join('evaluations', '')}（${judged} 份）。`,
  ];
}

const asideText = (name: string, aside: string | null) =>
  aside === null ? [] : [`上次的“${name}”可能有人改过，已改名为“${aside}”留着。`];

function fileLine(unit: RollupUnit, told: Told): string {
  const { file, state, time } = unit;
  if (state === 'unreadable') return `${unitStateText(unit)}  ${file}：${noteOf(unit, told)}`;
  const what = state === 'register' ? [] : [told.nameOf(unit), ...(time ? [modeWords[time]] : [])];
  const note = noteOf(unit, told);
  return `${unitStateText(unit)}  ${file}${what.length > 0 ? `：${what.join('，')}` : ''}${note === '—' ? '' : `。${note}`}`;
}
