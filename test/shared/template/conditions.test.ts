/** 变红的格子与检查说的是同一回事：示例的一行，哪一格空着要说，哪一格就红。 */
import { expect, test } from 'vitest';
import { deidentify, evaluate } from '../../../shared/evaluate.ts';
import { cellAddress, parseAddress } from '../../../shared/model/addresses.ts';
import { headingOf } from '../../../shared/model/headings.ts';
import type { Cell, Finding, FormSheet, RuleDef, Severity, WorkbookSnapshot } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { tables } from '../../../shared/sheets/tables.ts';
import { withoutExamples } from '../../known.ts';
import { filled, type Typed } from '../../template-fill.ts';
import { urban } from './made.ts';

const { rules } = policies[0]!;
const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The example's values, typed as somebody's own. */
function findingsIn(workbook: WorkbookSnapshot): readonly Finding[] {
  const { snapshot } = deidentify(workbook, '5e'.repeat(32), [], withoutExamples);
  return evaluate(snapshot, {}, withoutExamples).findings;
}

/** By rule and severity: whether it asks for the field to be filled. */
function asks(rule: RuleDef, severity: Severity, field: string): boolean {
  return rule.tests.some((each) => {
    if (each.severity !== severity) return false;
    if (each.test === 'required') return each.fields.includes(field);
    if (each.test === 'signatures') return each.ask === 'filled' && each.fields.includes(field);
    if (each.test === 'unit') return field === 'unit';
    return each.test === 'urbanRural' && each.from === 'nothing' && (field === 'urc' || field === 'urban_rural');
  });
}

/** What is red, by address: formulas as Excel works them out. */
function redIn({ conditions, name }: FormSheet, workbook: WorkbookSnapshot, row: number | null): readonly string[] {
  const { values } = workbook.sheets.find((sheet) => sheet.name === name)!;
  return conditions.flatMap(({ area, formula, look }) => {
    if (look !== 'error') return [];
    const { top, left, bottom } = parseAddress(area)!;
    const at = row ?? top;
    if (at < top || at > bottom) return [];
    return isTrue(formula, values, at - top) ? [cellAddress(at, left)] : [];
  });
}

/** `down`: so many rows below the one that the formula is written for. */
function isTrue(formula: string, values: readonly (readonly Cell[])[], down: number): boolean {
  const cellsOf = (reference: string): readonly Cell[] => {
    const { top, left, bottom, right } = parseAddress(reference.replaceAll('$', ''))!;
    const moved = /\$\d/.test(reference) ? 0 : down;
    return values.slice(top + moved, bottom + moved + 1).flatMap((row) => row.slice(left, right + 1));
  };
  const functions: Readonly<Record<string, (...given: never[]) => unknown>> = {
    AND: (...given: boolean[]) => given.every(Boolean),
    OR: (...given: boolean[]) => given.some(Boolean),
    NOT: (given: boolean) => !given,
    LEN: (text: Cell) => String(text ?? '').length,
    SUBSTITUTE: (text: Cell, from: string, to: string) => String(text ?? '').replaceAll(from, to),
    ISNUMBER: (cell: Cell) => typeof cell === 'number',
    COUNTA: (cells: readonly Cell[]) => cells.filter((cell) => cell !== null).length,
  };
  const tokens = formula.match(/"[^"]*"|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|[A-Z]+(?=\()|<>|[=<>(),]|\d+/g)!;
  let at = 0;
  const value = (): unknown => {
    const token = tokens[at++]!;
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^\d+$/.test(token)) return Number(token);
    if (token in functions) {
      const given: unknown[] = [];
      do {
        at++;
        given.push(comparison());
      } while (tokens[at] === ',');
      at++;
      return functions[token]!(...(given as never[]));
    }
    const cells = cellsOf(token);
    return token.includes(':') ? cells : (cells[0] ?? '');
  };
  const comparison = (): unknown => {
    const left = value();
    const sign = tokens[at];
    if (sign === undefined || !['=', '<>', '<', '>'].includes(sign)) return left;
    at++;
    const right = value();
    if (sign === '=') return left === right;
    if (sign === '<>') return left !== right;
    return sign === '<' ? (left as number) < (right as number) : (left as number) > (right as number);
  };
  return Boolean(comparison());
}

interface Made {
  readonly sheet: FormSheet;
  readonly table: string;
  /** Field → address of its cell. */
  readonly cells: ReadonlyMap<string, string>;
  /** Of a list, 0-based. */
  readonly row: number | null;
}

/** The first line of each list, and the forms. */
const made: readonly Made[] = urban.sheets.flatMap((sheet) => {
  const { rows, anchor } = sheet;
  const starts = rows.flatMap(([first], row) =>
    first!.style === 'heading' || (first!.style === 'label' && rows[row - 1]![0]!.style !== 'label') ? row : [],
  );
  return starts.map((start, nth): Made => {
    const isList = rows[start]![0]!.style === 'heading';
    const def = tables.find(({ id, shape }) => id === anchor.tables[nth] && (shape === 'list') === isList)!;
    const row = isList ? rows.findIndex(([first], at) => at > start && first!.style === 'example') + 1 : null;
    const printed = isList ? rows[start]! : rows.slice(start).map(([label]) => label!);
    const cells = def.fields.flatMap((field) => {
      const at = printed.findIndex(({ value }) => value === headingOf(field));
      return at < 0 ? [] : [[field.key, isList ? cellAddress(row!, at) : cellAddress(start + at, 1)] as const];
    });
    return { sheet, table: def.id, cells: new Map(cells), row };
  });
});

/** The example typed as a line of its own, `down` rows below the first; one cell left out, others instead. */
function typedLine({ sheet, table, cells }: Made, but: string, down: number, instead: Instead): readonly Typed[] {
  const fields = tables.flatMap(({ id, fields }) => (id === table ? fields : []));
  return [...cells].flatMap(([key, address]) => {
    const value = instead[key] ?? fields.find((field) => field.key === key)?.example;
    if (value === undefined || key === but) return [];
    return [{ place: { sheet: sheet.name, address: below(address, down) }, value }];
  });
}

function below(address: string, rows: number): string {
  const { top, left } = parseAddress(address)!;
  return cellAddress(top + rows, left);
}

type Instead = Readonly<Record<string, string>>;

const asked = made.filter(({ table, cells }) =>
  rules.some(
    (rule) => rule.table === table && [...cells.keys()].some((key) => severities.some((each) => asks(rule, each, key))),
  ),
);

const registered = { mgmt: '登记', form: '社会团体', uscc: '51340400MJA0000166' };
const lines: readonly (readonly [table: string, what: string, instead: Instead])[] = [
  ...asked.map(({ table }) => [table, '示例', {}] as const),
  ['W02', '登记的', { ...registered, name: '锦湖社区朝阳合唱队' }],
  ['W02', '备案的', { name: '锦湖社区朝阳合唱队', mgmt: '备案', file_no: '望淮社备2019-05', file_date: '2019-05-10' }],
  ['W03', '不在岗的', { name: '李某某', on_duty: '否', leave_date: '2020-10-31' }],
  ['W03', '没有证的', { name: '李某某', cert: '无' }],
  ['W09', '没有完成的', { done: '否' }],
];

test('有必填的表', () => {
  expect(asked.map(({ table }) => table)).toEqual(['W01', 'W02', 'W03', 'W04', 'W07', 'W09']);
  const others = made.filter((each) => !asked.includes(each));
  const red = others.flatMap(({ sheet, row, cells }) =>
    redIn(sheet, filled(urban), row).filter((address) => [...cells.values()].includes(address)),
  );
  expect(red).toEqual([]);
});

test.each(lines)('%s %s：哪一格空着要说，哪一格就红', (table, _, instead) => {
  const of = asked.find((each) => each.table === table)!;
  const { sheet, cells, row } = of;
  // A list takes a line for each cell that is left out, a form is typed anew.
  const fields = [...cells.keys()];
  const typed = fields.map((but, at) => typedLine(of, but, row === null ? 0 : at, instead));
  const whole = row === null ? null : filled(urban, typed.flat());
  const said = whole && findingsIn(whole);
  fields.forEach((but, at) => {
    const workbook = whole ?? filled(urban, typed[at]);
    const cell = below(cells.get(but)!, row === null ? 0 : at);
    const isSaid = (finding: Finding) =>
      finding.at.sheet === sheet.name &&
      finding.at.address === cell &&
      rules.some((rule) => rule.id === finding.rule && asks(rule, finding.severity, but));
    const red = redIn(sheet, workbook, row === null ? null : row + at).includes(cell);
    expect([but, red]).toEqual([but, (said ?? findingsIn(workbook)).some(isSaid)]);
  });
});
