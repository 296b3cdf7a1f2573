/**
 * What holds where a cell says nothing certain (decision sheets-2). A list without a column of a field lists what stands
 * only where `stands` or `none` says so; every other field that a formula needs is asked for.
 */
import type { Otherwise } from '../model.ts';

/** Nothing can be said without it. */
export const asked: Otherwise = { blank: 'unknown', void: 'unknown', doubtful: 'unknown', absent: 'unknown' };
/** What is not said is as it should be: 运行状态, 是否在岗, 所属社区. */
export const stands: Otherwise = { blank: 'in', void: 'in', doubtful: 'unknown', absent: 'in' };
/** What is not said is not so: 离岗日期, 是否枢纽型. */
export const none: Otherwise = { blank: 'out', void: 'out', doubtful: 'unknown', absent: 'out' };
/** The same of a cell alone; a list without the column tells nothing. */
export const standsIfBlank: Otherwise = { ...stands, absent: 'unknown' };
export const noneIfBlank: Otherwise = { ...none, absent: 'unknown' };

/** Something stands there, understood or not. */
export const written: Otherwise = { ...none, doubtful: 'in' };
export const writtenIfThere: Otherwise = { ...written, absent: 'unknown' };
/** The table has such a column, whatever stands in it. */
export const thereIsColumn: Otherwise = { blank: 'in', void: 'in', doubtful: 'in', absent: 'out' };
