/** Workbooks of made-up communities as the roll-up takes them, as far as a test says what is in them. */

import type {
  Evaluation,
  Indicator,
  Joins,
  Registered,
  Rollup,
  RollupOptions,
  RollupUnit,
  Submitted,
  Unit,
  Verdict,
} from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { evaluation, indicator } from '../evaluations.ts';

export type Workbook = Extract<Submitted, { readonly evaluation: Evaluation }>;

export const jinhu: Unit = {
  county: 'HN-03',
  countyName: '田家庵区',
  street: '望淮街道',
  community: '锦湖社区',
  urbanRural: 'urban',
};

const nothingJoined: Joins = {
  things: [],
  facts: {
    filled: null,
    street: null,
    community: { text: '锦湖社区', at: { sheet: '基本情况', address: 'B3' } },
    agency: null,
  },
  register: [],
};

interface Parts extends Partial<Omit<Evaluation, 'unit'>> {
  readonly unit?: Partial<Unit>;
  readonly filled?: string;
  readonly spoken?: Workbook['spoken'];
  readonly explained?: readonly string[];
}

/** A file of 锦湖社区 unless `unit` says otherwise, of the evaluation that it is judged as; its data are its own. */
export function workbook(file: string, { unit, filled, spoken, explained, ...parts }: Parts = {}): Workbook {
  const judged = evaluation({ dataHash: `sha256:${file}`, ...parts, unit: { ...jinhu, ...unit } });
  const facts = { ...nothingJoined.facts, filled: filled ?? null };
  const joins = { ...nothingJoined, facts };
  return { file, evaluation: judged, joins, spoken: spoken === undefined ? judged.mode : spoken, explained };
}

/** The city's register of units. */
export function register(file: string, rows: readonly Partial<Registered>[]): Workbook {
  const whole = rows.map((row, at) => ({
    county: null,
    countyName: null,
    street: null,
    community: null,
    urbanRural: 'urban' as const,
    agency: null,
    submitted: null,
    received: null,
    at: { sheet: '名册', address: `A${at + 2}` },
    ...row,
  }));
  const facts = { filled: null, street: null, community: null, agency: null };
  const unit = { county: null, countyName: null, street: null, community: null, urbanRural: 'unknown' as const };
  const judged = evaluation({ dataHash: `sha256:${file}`, unit });
  return { file, evaluation: judged, joins: { things: [], facts, register: whole }, spoken: null };
}

/** 3/10; a count without a denominator. */
export function figure(
  id: string,
  verdict: Verdict,
  numerator: number | null,
  denominator: number | null = null,
): Indicator {
  const bounds = { lower: numerator, upper: numerator };
  return indicator({ id, verdict, numerator, denominator, ...bounds, value: null });
}

/** Points of the score table, nothing of which is open unless it is said. */
export function points(total: number, more: Partial<NonNullable<Evaluation['score']>> = {}): Evaluation['score'] {
  return {
    table: 'proposal-2020',
    version: '1.0',
    name: '“三社联动”试点评分表',
    status: '建议方案，非文件规定',
    total,
    upper: total,
    max: 100,
    full: 100,
    grade: null,
    items: [],
    unscored: [],
    pilotSite: null,
    ...more,
  };
}

export const rolledUp = (submitted: readonly Submitted[], options?: RollupOptions): Rollup =>
  rollUp(submitted, huainan2020, options);

/** The line of a file. */
export function lineOf({ units }: Rollup, file: string): RollupUnit {
  const line = units.find((each) => each.file === file);
  if (!line) throw new Error(`no line for ${file}: ${units.map((each) => each.file).join(', ')}`);
  return line;
}

/** State of each file, by its path. */
export function statesOf({ units }: Rollup): Readonly<Record<string, string>> {
  return Object.fromEntries(units.flatMap(({ file, state }) => (file === null ? [] : [[file, state]])));
}
