/** 汇总.xlsx: the roll-up as sheets to be read, filtered and printed. */
import type { Evaluation, PaperSheet, Policy, Rollup } from '../../model.ts';
import { comparedSheet } from './compared.ts';
import { fileSheet } from './files.ts';
import { lackingSheet } from './lacking.ts';
import { matrixSheets } from './matrix.ts';
import { overviewSheet } from './overview.ts';
import { problemSheet } from './problems.ts';
import { rankingSheet } from './ranking.ts';
import { sourceSheet } from './sources.ts';
import { toldOf } from './told.ts';

/**
 * 总览, 指标矩阵 (as many as paper needs), 排名 where units are scored, 问题, 未报送与缺数据, 对比 where there is any, 文件, 来源.
 * `evaluations` by the path of the file, with its words; of a unit whose evaluation is not among them the sheets say so.
 */
export function rollupBook(
  rollup: Rollup,
  policy: Policy,
  evaluations: ReadonlyMap<string, Evaluation>,
): readonly PaperSheet[] {
  const told = toldOf(rollup, policy, evaluations);
  return [
    overviewSheet(told),
    ...matrixSheets(told),
    rankingSheet(told),
    problemSheet(told),
    lackingSheet(told),
    comparedSheet(told),
    fileSheet(told),
    sourceSheet(told),
  ].flatMap((sheet) => sheet ?? []);
}
