/** What the two sheets say follows from the evaluation: read by a reader that does not know how they are made. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import type { PlanSheet, SheetRole } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { listSamples, sampleSnapshot } from '../fixtures/samples.ts';
import { type Evaluated, late, twenty } from '../reader/evaluations.ts';
import { faults } from '../reader/faults.ts';
import { doubtsOf, type WrittenSheet } from '../reader/reader.ts';

const samples = await Promise.all(
  (await listSamples()).map(async (sample): Promise<Evaluated> => {
    const { title, mode, asOf } = sample;
    return { title, evaluation: evaluate(await sampleSnapshot(sample), { mode, asOf }), policy: policyAbouts[0]! };
  }),
);

describe.each([...samples, ...twenty])('$title', (one) => {
  test.each(['summary', 'gaps'] as const)('%s：没有一句不实', (role) => {
    expect(doubts(written(one, role), one)).toEqual([]);
  });
});

test('生成的是二十份，有待核实的、滞后的、逾期的、超出上限的', () => {
  const indicators = twenty.flatMap(({ evaluation }) => evaluation.indicators);
  expect(twenty.length).toBe(20);
  for (const verdict of ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'] as const)
    expect(indicators.some((one) => one.verdict === verdict)).toBe(true);
  expect(indicators.some(({ gap }) => gap?.unit === '天')).toBe(true);
  expect(indicators.some(({ gap, target }) => gap && target?.op === '<=')).toBe(true);
  expect(twenty.some(({ evaluation }) => evaluation.unit.urbanRural === 'rural')).toBe(true);
});

describe('种下的错', () => {
  const found = { rural: '农村', midterm: '中期', messy: '混乱' };
  const base = (name: keyof typeof found | 'late') =>
    name === 'late' ? late : samples.find(({ title }) => title.includes(found[name]))!;
  const read = new Map<string, ReadonlySet<string>>();
  const results = faults.map(({ name, in: of, role, plant }) => {
    const one = base(of);
    const sheet = written(one, role);
    const planted = { ...sheet, rows: plant(sheet.rows) };
    const before = read.get(of + role) ?? new Set(doubts(sheet, one));
    read.set(of + role, before);
    return {
      name,
      isPlanted: JSON.stringify(planted.rows) !== JSON.stringify(sheet.rows),
      isCaught: doubts(planted, one).some((doubt) => !before.has(doubt)),
    };
  });

  test.each(results)('$name：种得下', ({ isPlanted }) => {
    expect(isPlanted).toBe(true);
  });

  test('三十处里至少看出二十九处', () => {
    expect(results.length).toBe(30);
    const missed = results.filter(({ isCaught }) => !isCaught).map(({ name }) => name);
    expect(missed.length, `没有看出：${missed.join('、')}`).toBeLessThanOrEqual(1);
  });
});

test('读的人不看表是怎样写的', () => {
  const folder = new URL('../reader/', import.meta.url);
  const texts = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);
  expect(texts.filter(([, text]) => /from '[^']*\/report\//.test(text)).map(([file]) => file)).toEqual([]);
  // What it takes from the product are types; evaluations come from the engine.
  const values = texts
    .filter(([, text]) => /^import (?!type)[^;]*from '[^']*shared\//m.test(text))
    .map(([file]) => file);
  expect(values).toEqual(['evaluations.ts']);
});

const doubts = (sheet: WrittenSheet, { evaluation, policy }: Evaluated) =>
  doubtsOf(sheet, evaluation, policy).map(({ row, why }) => `第${row}行 ${why}`);

function written({ evaluation, policy }: Evaluated, role: SheetRole): WrittenSheet {
  const { rows } = writePlan(evaluation, policy).sheets.find((one) => one.role === role) as PlanSheet;
  return { role, rows: rows.map((row) => row.map(({ value }) => (value === null ? '' : String(value)))) };
}
