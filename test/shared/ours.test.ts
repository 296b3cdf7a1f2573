import { expect, test } from 'vitest';
import {
  keptFormulas,
  keptIn,
  levelOf,
  levels,
  mostKeptNames,
  ruleFormula,
  sheetFormula,
  sheetIn,
} from '../../shared/model/ours.ts';

test.each(levels)(
  'a rule of level %s knows itself, as it was written, as files have it, and as it was before',
  (level) => {
    const formula = ruleFormula(level);
    for (const known of [formula, formula.slice(1), ` ${formula.toUpperCase()} `, `=_ssld_${level}`, `_ssld_${level}`])
      expect(levelOf(known)).toBe(level);
  },
);

test.each(['', null, undefined, '=TRUE', '=_ssld_other', '=A1="_ssld_error"', '="_ssld_error"<>A1', '=_ssld_error+1'])(
  "a rule of the person's: %j",
  (formula) => {
    expect(levelOf(formula)).toBeNull();
  },
);

test.each(['差距清单', "书记's", 'a!b', '甲 (2)'])('the sheet that a name leads to: %s', (name) => {
  expect(sheetIn(sheetFormula(name))).toBe(name);
  expect(sheetIn(sheetFormula(name).slice(1))).toBe(name);
});

test('a name whose sheet or whose first row is gone', () => {
  expect(sheetIn('=#REF!$A$1')).toBeNull();
  expect(sheetIn("='差距清单'!#REF!")).toBe('差距清单');
  expect(sheetIn('=差距清单!$A$1')).toBe('差距清单');
});

const long = { 'ssld.corrections': Array.from({ length: 200 }, (_, index) => ({ text: `"说"𠮷${index}`.repeat(20) })) };

test.each([
  [{ 'ssld.secret': 'ab'.repeat(32) }],
  [{ 'ssld.policy': '""","&"""' }],
  [{ 'ssld.policy': '𠮷'.repeat(900) }],
  [long],
])('what is kept comes back from the names whole, within the limits of Excel', (kept) => {
  const formulas = keptFormulas(kept);
  expect(formulas.length).toBeGreaterThan(0);
  expect(keptIn(formulas)).toEqual(kept);
  expect(keptIn(formulas.map((formula) => formula.slice(1)))).toEqual(kept);
  for (const formula of formulas) {
    expect(formula.length).toBeLessThanOrEqual(8000);
    for (const [, text] of formula.matchAll(/"((?:[^"]|"")*)"/g)) {
      expect(text!.replaceAll('""', '"').length).toBeLessThanOrEqual(255);
      // No half of a character beyond the basic plane.
      expect(text).not.toMatch(/\p{Cs}/u);
    }
  }
});

test('a piece that is missing, cut or of another writing is seen', () => {
  const formulas = keptFormulas(long);
  expect(formulas.length).toBeGreaterThan(2);
  expect(keptIn([])).toBeNull();
  expect(keptIn(formulas.slice(1))).toBeNull();
  expect(keptIn(formulas.slice(0, -1))).toBeNull();
  expect(keptIn([formulas[0]!, formulas[0]!, ...formulas.slice(2)])).toBeNull();
  expect(keptIn([...keptFormulas({ 'ssld.score': false }), formulas[1]!])).toBeNull();
  expect(keptIn(['="4:null"'])).toBeNull();
  expect(keptIn(['="2:[]"'])).toBeNull();
  expect(keptIn(["='花名册'!$A$1"])).toBeNull();
});

test('nothing to keep needs no name, and what is too much for the names stays in the settings alone', () => {
  expect(keptFormulas({})).toEqual([]);
  expect(keptFormulas({ 'ssld.policy': '甲'.repeat(8000 * mostKeptNames) })).toEqual([]);
});
