/** 每种毛病一册：上方的话、自己的名称和单位 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import type { Evaluation, WorkbookSnapshot } from '../../../shared/model.ts';

const INPUTS = new URL('../../fixtures/inputs/', import.meta.url);
const read = (path: string): WorkbookSnapshot => JSON.parse(readFileSync(new URL(path, INPUTS), 'utf8'));
const masked = (snapshot: WorkbookSnapshot) => deidentify(snapshot, '5e'.repeat(32)).snapshot;
const numberOf = ({ indicators }: Evaluation, id: string) => {
  const { numerator, verdict } = indicators.find((each) => each.id === id && each.basis === undefined)!;
  return `${numerator} ${verdict}`;
};

describe.each([
  ['遮蔽以前', (snapshot: WorkbookSnapshot) => snapshot],
  ['遮蔽以后', masked],
])('%s', (_when, sent) => {
  test('“望淮社区居委会志愿队”是一支队伍，不是居委会', () => {
    const evaluation = evaluate(sent(read('kinds/organisation-named-after-committee.snapshot.json')), {
      mode: 'final',
    });
    expect(numberOf(evaluation, 'G01')).toBe('10 met');
    expect(evaluation.findings.filter(({ rule }) => rule === 'R034')).toEqual([]);
  });

  test('“单位：”和“元”分在两格，也是元', () => {
    const evaluation = evaluate(sent(read('kinds/unit-yuan-two-cells.snapshot.json')), { mode: 'final' });
    expect(numberOf(evaluation, 'O06')).toBe('30 met');
  });
});

const forms = readdirSync(new URL('forms/', INPUTS)).filter((name) => name.endsWith('.snapshot.json'));

describe('工作表的次序不影响判定', () => {
  test.each(forms)('%s', (name) => {
    const snapshot = read(`forms/${name}`);
    const verdicts = ({ indicators }: Evaluation) =>
      indicators.map(({ id, verdict, lower, upper }) => `${id} ${verdict} ${lower}～${upper}`);
    const expected = verdicts(evaluate(snapshot, { mode: 'final' }));
    const { sheets } = snapshot;
    for (const order of [[...sheets].reverse(), [...sheets.slice(1), ...sheets.slice(0, 1)]])
      expect(verdicts(evaluate({ ...snapshot, sheets: order }, { mode: 'final' }))).toEqual(expected);
  });
});
