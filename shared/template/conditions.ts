/** What is red at once: a required cell left blank, a wrong length, an end before its beginning. All of it follows the rules. */
import { addressOf, cellAddress, columnName } from '../model/addresses.ts';
import { roleFields } from '../model/catalogue.ts';
import type { Area, Condition, FieldDef, FormCondition, Policy, RuleDef, TableDef } from '../model.ts';
import { codes } from '../sheets/codes.ts';
import { thereIsColumn } from '../sheets/silences.ts';
import { fieldOf } from './sheets.ts';
import { codeLength } from './validations.ts';

/** How a cell of a field is written in a formula; null for a field that has none. */
type CellOf = (key: string) => string | null;

/** `columnOf` is -1 for a field without a column. Each is written for the first row of the area. */
export function listConditions(
  table: TableDef,
  fields: readonly FieldDef[],
  columnOf: (key: string) => number,
  { top, bottom }: Pick<Area, 'top' | 'bottom'>,
  policy: Policy,
): readonly FormCondition[] {
  const cellOf: CellOf = (key) => {
    const column = columnOf(key);
    return column < 0 ? null : `$${columnName(column)}${top + 1}`;
  };
  const areaOf = (key: string) => addressOf({ top, bottom, left: columnOf(key), right: columnOf(key) });
  // The running number may be there before anything is filled in.
  const line = `COUNTA($${columnName(1)}${top + 1}:$${columnName(fields.length - 1)}${top + 1})>0`;
  return conditionsOf(table, fields, cellOf, areaOf, policy, (formula) => `AND(${line},${formula})`);
}

/** `rowOf` is -1 for a field that is not asked for; values stand in `column`. */
export function formConditions(
  table: TableDef,
  fields: readonly FieldDef[],
  rowOf: (key: string) => number,
  column: number,
  policy: Policy,
): readonly FormCondition[] {
  const cellOf: CellOf = (key) => (rowOf(key) < 0 ? null : `$${columnName(column)}$${rowOf(key) + 1}`);
  const areaOf = (key: string) => cellAddress(rowOf(key), column);
  return conditionsOf(table, fields, cellOf, areaOf, policy, (formula) => formula);
}

function conditionsOf(
  table: TableDef,
  fields: readonly FieldDef[],
  cellOf: CellOf,
  areaOf: (key: string) => string,
  { rules }: Policy,
  inLine: (formula: string) => string,
): readonly FormCondition[] {
  const own = rules.filter((rule) => rule.table === table.id);
  const required = own
    .flatMap((rule) => requiredBy(rule, table))
    .flatMap(({ fields, when, orAny }): FormCondition[] =>
      fields.flatMap((key) => {
        const cell = cellOf(key);
        const asked = when === null || isOfColumn(when, cellOf) ? '' : formulaOf(when, table, cellOf);
        if (cell === null || asked === null) return [];
        const others = orAny.flatMap((other) => (other === key ? [] : (cellOf(other) ?? [])));
        const blank = [cell, ...others].map((each) => `${each}=""`).join(',');
        const formula =
          asked === '' && others.length === 0 ? blank : `AND(${[asked, blank].filter(Boolean).join(',')})`;
        return [{ area: areaOf(key), formula: inLine(formula), look: 'error' }];
      }),
    );
  const lengths = fields.flatMap(({ key, type }): FormCondition[] => {
    const cell = cellOf(key);
    if (cell === null || (type !== 'uscc' && type !== 'id')) return [];
    return [
      { area: areaOf(key), formula: `AND(${cell}<>"",LEN(SUBSTITUTE(${cell}," ",""))<>${codeLength})`, look: 'error' },
    ];
  });
  return [...required, ...lengths, ...own.flatMap((rule) => orders(rule, cellOf, areaOf))];
}

export interface Required {
  readonly fields: readonly string[];
  readonly when: Condition | null;
  /** One of them is enough. */
  readonly orAny: readonly string[];
}

/** What a rule asks to be filled. */
function requiredBy({ tests }: RuleDef, { role }: TableDef): readonly Required[] {
  return tests.flatMap((test): Required[] => {
    switch (test.test) {
      case 'required':
        return [{ fields: test.fields, when: test.when ?? null, orAny: [] }];
      case 'signatures':
        return test.ask === 'filled' ? [{ fields: test.fields, when: null, orAny: [] }] : [];
      case 'unit':
        return role === 'facts' ? [{ fields: [roleFields.facts.unit], when: null, orAny: [] }] : [];
      case 'urbanRural': {
        const either = [roleFields.facts.urbanRuralCode, roleFields.facts.urbanRural];
        return test.from === 'nothing' ? [{ fields: either, when: null, orAny: either }] : [];
      }
      default:
        return [];
    }
  });
}

/** Of two days the later one is marked where it is before the other. */
function orders({ tests }: RuleDef, cellOf: CellOf, areaOf: (key: string) => string): readonly FormCondition[] {
  return tests.flatMap((test): FormCondition[] => {
    if (test.test !== 'holds' || test.must.is !== 'notAfter') return [];
    const [first, last] = [cellOf(test.must.field), cellOf(test.must.other)];
    if (first === null || last === null) return [];
    const formula = `AND(ISNUMBER(${first}),ISNUMBER(${last}),${last}<${first})`;
    return [{ area: areaOf(test.must.other), formula, look: 'error' }];
  });
}

/** Asked wherever the column is there: the template has it. */
function isOfColumn(when: Condition, cellOf: CellOf): boolean {
  return when.is === 'filled' && when.otherwise === thereIsColumn && cellOf(when.field) !== null;
}

/** As Excel tells it of the words that the template offers; null for what it cannot tell. */
function formulaOf(condition: Condition, table: TableDef, cellOf: CellOf): string | null {
  switch (condition.is) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((each) => formulaOf(each, table, cellOf));
      return parts.includes(null) ? null : `${condition.is === 'all' ? 'AND' : 'OR'}(${parts.join(',')})`;
    }
    case 'not': {
      const part = formulaOf(condition.of, table, cellOf);
      return part && `NOT(${part})`;
    }
    case 'yes':
    case 'oneOf': {
      const cell = cellOf(condition.field);
      if (cell === null) return null;
      const words = condition.is === 'yes' ? ['是'] : labelsOf(table, condition.field, condition.codes);
      const or = condition.otherwise.blank === 'in' ? [`${cell}=""`] : [];
      return `OR(${[...words.map((word) => `${cell}="${word}"`), ...or].join(',')})`;
    }
    default:
      return null;
  }
}

function labelsOf(table: TableDef, key: string, wanted: readonly string[]): readonly string[] {
  const entries = codes[fieldOf(table, key).list ?? '']?.entries ?? [];
  return entries.filter(({ code }) => wanted.includes(code)).map(({ label }) => label);
}
