import { expect, test } from 'vitest';
import { moveFormula } from '../../addin/preview/xlsx/formulas.ts';

test.each([
  ['B2+$C$3', 1, 2, 'D3+$C$3'],
  ['B2+$C$3', 0, -2, '#REF!+$C$3'],
])('%s moved by %i rows and %i columns', (formula, rows, columns, moved) =>
  expect(moveFormula(formula, rows, columns)).toBe(moved),
);
