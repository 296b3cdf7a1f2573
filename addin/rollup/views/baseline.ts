/** Figures of before the pilot, as they are pasted out of a sheet: unit, indicator, numerator, denominator. */
import type { Baseline, Rollup, RollupUnit } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';
import { unitName, unitNames } from './units.ts';

export interface Pasted {
  readonly baseline: readonly Baseline[];
  /** Whole sentences on lines that were not taken. */
  readonly problems: readonly string[];
}

/** Cells are parted by tabs; blank lines and a line of headings are passed over. */
export function pastedBaseline(text: string, rollup: Rollup, words: RollupWords | null): Pasted {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
  const taken: Baseline[] = [];
  const problems: string[] = [];
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell === '') || (index === 0 && isHeading(cells))) return;
    const line = lineOf(cells, rollup, words);
    if (typeof line === 'string') problems.push(`第 ${index + 1} 行：${line}`);
    else taken.push(line);
  });
  const last = new Map(taken.map((one) => [`${one.key} ${one.id}`, one]));
  return { baseline: [...last.values()], problems };
}

/** What was there before, with these in the place of those of the same unit and indicator. */
export function withBaseline(before: readonly Baseline[], pasted: readonly Baseline[]): readonly Baseline[] {
  const isSame = (a: Baseline, b: Baseline) => a.key === b.key && a.id === b.id;
  return [...before.filter((old) => !pasted.some((one) => isSame(old, one))), ...pasted];
}

const isHeading = ([unit = '', , numerator = '']: readonly string[]) =>
  /单位|社区|名称/.test(unit) && /分子|数/.test(numerator) && !/\d/.test(numerator);

function lineOf(cells: readonly string[], rollup: Rollup, words: RollupWords | null): Baseline | string {
  const [unit = '', indicator = '', numerator = '', denominator = ''] = cells;
  if (cells.length < 3) return '要有单位、指标、分子、分母四列（个数的分母空着），请从表格里复制。';
  const key = keyIn(unit, rollup, words);
  if (typeof key !== 'string') return key.problem;
  const found = indicatorIn(indicator, rollup);
  if (!found) return `没有叫“${indicator}”的指标。请照矩阵里的指标名称写，或写编号。`;
  const part = figureIn(numerator);
  if (part === null) return `分子“${numerator}”不是数。请填个数，不要填百分比。`;
  if (denominator === '') {
    if (found.isRatio) return `“${found.name}”是比率，请填分母。`;
    return { key, id: found.id, numerator: part, denominator: null };
  }
  const whole = figureIn(denominator);
  if (whole === null || whole === 0) return `分母“${denominator}”不是大于 0 的数。请填个数，不要填百分比。`;
  return { key, id: found.id, numerator: part, denominator: whole };
}

function indicatorIn(text: string, { indicators }: Rollup) {
  const found = indicators.find(({ id, name }) => id.toLowerCase() === text.toLowerCase() || name === text);
  return found && { id: found.id, name: found.name, isRatio: found.pooled !== null };
}

function keyIn(text: string, { units }: Rollup, words: RollupWords | null): string | { readonly problem: string } {
  const plain = (name: string) => name.replace(/\s/g, '');
  const sought = plain(text);
  const asked = new Map(units.filter(isUnit).map((unit) => [unit.key, unit]));
  const matches = [...asked.values()].filter(({ unit }) => {
    const [name] = unitNames(unit, words);
    return [unitName(unit, words), `${unit.street ?? ''}${name}`, name].some((one) => plain(one) === sought);
  });
  const [only, ...others] = matches;
  if (!only || sought === '') return { problem: `这次汇总里没有叫“${text}”的单位。请照矩阵里的单位名称写。` };
  if (others.length > 0)
    return { problem: `叫“${text}”的单位有 ${matches.length} 个。请在前面写上街道（乡镇）或县区。` };
  return only.key;
}

const isUnit = ({ state }: RollupUnit) => state !== 'unreadable' && state !== 'register';

/** `1,234` and `１２` too; null for what is no plain number. */
function figureIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/,/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
