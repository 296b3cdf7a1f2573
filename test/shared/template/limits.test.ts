/** Excel 的限度、纸的宽度，和以前印过的表头。 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../shared/model/addresses.ts';
import { anchorFormula } from '../../../shared/model/anchors.ts';
import type { FormSheet } from '../../../shared/model.ts';
import { columnPoints } from '../../../shared/report/drawn.ts';
import { printable } from '../../../shared/report/pages.ts';
import { rural, urban } from './made.ts';

const templates = [urban, rural];
const sheets = templates.flatMap(({ kind, sheets }) =>
  sheets.map((sheet) => [`${kind} ${sheet.name}`, sheet] as const),
);

/** A formula without its texts. */
const bare = (formula: string) => formula.replace(/"[^"]*"/g, '""');

describe.each(sheets)('%s', (_, sheet) => {
  const { validations, conditions, rows, widths, name, formats } = sheet;

  test('名称、提示、下拉都在 Excel 的限度之内', () => {
    expect(name.length).toBeLessThanOrEqual(31);
    for (const { rule, prompt, alert } of validations) {
      for (const told of [prompt, alert]) {
        expect(told?.title.length ?? 0).toBeLessThanOrEqual(32);
        expect(told?.text.length ?? 0).toBeLessThanOrEqual(255);
      }
      if (rule.kind !== 'list') continue;
      expect(rule.values.join(',').length).toBeLessThanOrEqual(255);
      expect(rule.values.every((value) => value !== '' && !value.includes(','))).toBe(true);
    }
  });

  test('公式不用数组、名称和别的表', () => {
    const formulas = [
      ...conditions.map(({ formula }) => formula),
      ...rows.flat().flatMap(({ formula }) => formula ?? []),
    ];
    for (const formula of formulas) {
      expect(bare(formula)).not.toMatch(/[{}!#[\]]/);
      for (const word of bare(formula).match(/[A-Z]+(?=\()/g) ?? [])
        expect(['SUM', 'AND', 'OR', 'NOT', 'COUNTA', 'LEN', 'SUBSTITUTE', 'ISNUMBER']).toContain(word);
    }
  });

  test('印好的、示例里的，下拉里都有', () => {
    for (const { area, rule } of validations) {
      const { top, left, bottom } = parseAddress(area)!;
      const printed = rows.slice(top, bottom + 1).flatMap((row) => (row[left]?.value ? [String(row[left].value)] : []));
      if (rule.kind === 'list') for (const value of printed) expect(rule.values).toContain(value);
    }
  });

  test('一格只有一条校验和一种格式', () => {
    for (const areas of [validations, formats].map((each) => each.map(({ area }) => parseAddress(area)!))) {
      expect(areas).not.toContain(null);
      const starts = areas.map(({ top, left }) => `${top},${left}`);
      expect(new Set(starts).size).toBe(starts.length);
    }
  });

  test('纸上的字不小于 9 磅', () => {
    const points = widths.reduce((sum, width) => sum + columnPoints(width), 0);
    expect((printable(sheet.page).width * 11) / (points * 1.05)).toBeGreaterThanOrEqual(9);
  });

  test('每一行与列数一样宽', () => {
    for (const row of rows) expect(row.length).toBe(widths.length);
  });
});

/** What a filled sheet shows: its anchor, and headings and labels from the top. */
const printed = ({ name, anchor, rows }: FormSheet) => [
  name,
  anchorFormula(anchor),
  ...rows.flatMap((row) =>
    row.filter(({ style }) => style === 'heading' || style === 'label').flatMap(({ value }) => value ?? []),
  ),
];

test('表头、次序、记号变了，版本要加一，并把新的一版记进去', () => {
  const file = new URL('../../fixtures/template-versions.json', import.meta.url);
  const versions: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
  const { version } = urban;
  expect(Object.keys(versions).at(-1)).toBe(String(version));
  expect(templates.map(({ sheets }) => sheets.map(printed))).toEqual(versions[version]);
});

test('公用一张表的空行什么都不画，填了字才有框线', () => {
  const { rows, conditions } = urban.sheets.find(({ anchor }) => anchor.tables.includes('W15'))!;
  const areas = conditions.filter(({ look }) => look === 'lined').map(({ area }) => parseAddress(area)!);
  expect(areas.map(({ top, bottom }) => bottom - top + 1)).toEqual([1, 3, 5]);
  for (const { top, bottom } of areas)
    for (const row of rows.slice(top, bottom + 1))
      expect(row.every(({ value, style }) => value === null && style === 'text')).toBe(true);
});
