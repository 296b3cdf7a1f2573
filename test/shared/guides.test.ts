/**
 * What people are told of a field is true: the example passes, what is called wrong is found, and where nothing can be
 * found out, that is said here. A workbook holds the example line of one table as a real record, with the form of basic
 * facts beside it.
 */
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../shared/evaluate.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import { headingOf } from '../../shared/model/headings.ts';
import type {
  Cell,
  FieldDef,
  FieldGuide,
  Finding,
  Mode,
  SheetSnapshot,
  TableDef,
  WrongExample,
} from '../../shared/model.ts';
import { guides } from '../../shared/sheets/guides.ts';
import { tables, W00, W01, W13lines } from '../../shared/sheets/tables.ts';
import { withoutExamples } from '../known.ts';
import { sheetOf, workbookOf } from '../snapshots.ts';

type Values = Readonly<Record<string, Cell>>;

/** Fields in which nothing that is typed can be found wrong: names, remarks, what is only kept. */
const free: Readonly<Record<string, readonly string[]>> = {
  W00: [
    'seq',
    'unit_id',
    'unit',
    'street',
    'community',
    'agency',
    'agency_uscc',
    'confirm_no',
    'contact',
    'phone',
    'period',
    'submit',
    'remark',
  ],
  W01: ['secretary', 'phone', 'contact', 'address', 'self_posts'],
  W02: ['seq', 'head', 'address', 'remark'],
  // A number or a name that stands twice is found only beside another line.
  W03: ['seq', 'pid', 'name', 'sex', 'politics', 'education', 'post', 'phone', 'address', 'account', 'remark'],
  W04: ['seq', 'org', 'post_no', 'post_name', 'setup_doc', 'pid', 'employer', 'phone', 'remark'],
  W05: ['seq', 'project_no', 'agency_uscc', 'groups', 'methods', 'evidence', 'remark'],
  W06: ['seq', 'source', 'remark'],
  W07: ['seq', 'year', 'month', 'name', 'place', 'community', 'host', 'target', 'evidence', 'remark'],
  W08: ['seq', 'session', 'name', 'remark'],
  W09: ['seq', 'item_code', 'item', 'remark'],
  W10: ['seq', 'category', 'mechanisms', 'remark'],
  W11: ['seq', 'use', 'remark'],
  W12: ['seq', 'task_no', 'task', 'owner', 'remark'],
  W13: ['seq', 'item', 'target', 'street', 'community', 'org_change', 'remark'],
  // How far is found wrong only where nothing says whether.
  W14: [
    'seq',
    'issue_no',
    'origin',
    'issue',
    'clause',
    'indicator',
    'present',
    'goal',
    'gap',
    'measure',
    'owner',
    'person',
    'evidence',
    'remark',
    'status',
  ],
  W15: ['seq', 'theme', 'name', 'brief', 'outcome', 'remark'],
};

/** Of each kind of reading one that fails it. */
const oddities: readonly Cell[] = [
  null,
  '四处看看',
  '约10家',
  '2020.2.30',
  '筹建中',
  -1,
  150,
  '12人次',
  '无',
  '1234567',
];

const layouts = tables.filter(({ role }) => role !== 'protected');
const guided = layouts.filter(({ id }) => guides[id]);

test('every field of every table is told of, and has an example', () => {
  const lacking = layouts.flatMap(({ id, fields }) =>
    fields.flatMap(({ key, example }) => [
      ...(guides[id]?.[key] ? [] : [`${id}.${key} has no guide`]),
      ...(example === undefined ? [`${id}.${key} has no example`] : []),
    ]),
  );
  expect(lacking).toEqual([]);
});

test('nothing else is told of', () => {
  const fields = new Set(layouts.flatMap(({ id, fields }) => fields.map(({ key }) => `${id}.${key}`)));
  const told = Object.entries(guides).flatMap(([id, of]) => Object.keys(of).map((key) => `${id}.${key}`));
  expect(told.filter((each) => !fields.has(each))).toEqual([]);
});

describe.each(guided.map((layout) => [`${layout.id} ${layout.name}`, layout] as const))('%s', (_, layout) => {
  const told = guides[layout.id]!;
  const wrongs = layout.fields.filter(({ key }) => told[key]?.wrong);

  test.each(['midterm', 'final'] as const)('the examples pass, %s', (mode) => {
    for (const columns of columnsOf(layout)) {
      const { evaluation } = judged(layout, columns, {}, mode);
      const read = evaluation.tables.flatMap(({ id, columns }) => (id === layout.id ? columns : []));
      expect(read.map(({ field }) => field).sort()).toEqual(columns.map(({ key }) => key).sort());
      expect(own(evaluation.findings, layout).map(inWords)).toEqual([]);
    }
  });

  test.each(wrongs.map((field) => [field.label, field] as const))(
    'what is called wrong in %s is found there',
    (_, field) => {
      expect(wronglyFilled(layout, field, told[field.key]!.wrong!)).not.toEqual([]);
    },
  );

  test('where nothing is called wrong, nothing odd is found', () => {
    const rest = layout.fields.filter(({ key }) => !told[key]?.wrong);
    expect(rest.map(({ key }) => key).filter((key) => !free[layout.id]!.includes(key))).toEqual([]);
    const found = oddlyFilled(layout, rest).flatMap((fields) =>
      oddities.flatMap((value) => foundAt(layout, fields, value).map((each) => `${JSON.stringify(value)}: ${each}`)),
    );
    expect(found).toEqual([]);
  });

  test.each(layout.fields.map((field) => [field.label, field] as const))('%s is said well', (_, field) => {
    expect(faultsOf(field, told[field.key]!)).toEqual([]);
  });
});

test('what is free has nothing that is called wrong', () => {
  const both = Object.entries(free).flatMap(([id, keys]) =>
    keys.flatMap((key) => (guides[id]?.[key]?.wrong ? [`${id}.${key}`] : [])),
  );
  expect(both).toEqual([]);
});

/** The columns of a list that can stand together: a combined one (信用代码（备案号）) stands in the place of what it combines. */
function columnsOf({ fields }: TableDef): readonly (readonly FieldDef[])[] {
  const apart = fields.filter(({ by }) => !by);
  const combined = fields.flatMap((field) => (field.by ? [{ field, stands: Object.values(field.by.to) }] : []));
  return [apart, ...combined.map(({ field, stands }) => [...apart.filter(({ key }) => !stands.includes(key)), field])];
}

/** Findings about the cell of a field that is filled as it should not be, in words. */
function wronglyFilled(layout: TableDef, field: FieldDef, { value, beside = {} }: WrongExample): readonly string[] {
  return foundAt(layout, [field], value, beside);
}

/** Together, as one line costs one evaluation; the keys each alone, as a line without any is none. */
function oddlyFilled({ key, fields }: TableDef, free: readonly FieldDef[]): readonly (readonly FieldDef[])[] {
  const apart = free.filter((field) => key.includes(field.key) || field.by || isCombined(field, fields));
  const together = free.filter((field) => !apart.includes(field));
  return [...apart.map((field) => [field]), ...(together.length ? [together] : [])];
}

const isCombined = ({ key }: FieldDef, fields: readonly FieldDef[]) =>
  fields.some(({ by }) => by && Object.values(by.to).includes(key));

/** Findings about the cells of fields that hold `value`, in words. */
function foundAt(layout: TableDef, odd: readonly FieldDef[], value: Cell, beside: Values = {}): readonly string[] {
  const columns = columnsOf(layout).find((each) => odd.every((field) => each.includes(field)))!;
  const values = { ...beside, ...Object.fromEntries(odd.map(({ key }) => [key, value])) };
  const { evaluation, cells, name } = judged(layout, columns, values, 'final');
  return own(evaluation.findings, layout)
    .filter(({ at }) => at.sheet === name)
    .filter((finding) => odd.some((field) => isAt(finding, cells.get(field.key)!) && isOf(finding, field, layout)))
    .map(inWords);
}

/** A finding about a combined column, or one line an item, names the field that the value is put in. */
function isOf({ field }: Finding, { key, by }: FieldDef, { id, pivot }: TableDef): boolean {
  const keys = [key, ...Object.values(by?.to ?? {})];
  return field !== null && (keys.includes(field) || (pivot?.value === key && id === W13lines.id));
}

function isAt({ at }: Finding, { row, column }: Position): boolean {
  const area = parseAddress(at.address);
  return area !== null && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

const own = (findings: readonly Finding[], { id }: TableDef) => findings.filter(({ table }) => table === id);
const inWords = ({ at, field, rule, message }: Finding) => `${at.address} ${field} ${rule} ${message}`;

/** The example line with `values` in it, as the product judges it: masked first. */
function judged(layout: TableDef, columns: readonly FieldDef[], values: Values, mode: Mode) {
  const { sheet, cells } = sheetWith(layout, columns, values);
  const around = layout.id === W01.id ? [register] : [facts];
  const masked = deidentify(workbookOf(sheet, ...around), 'ab'.repeat(32), [], withoutExamples);
  // 横表 in a sheet's name is explained by nothing.
  const { name } = masked.snapshot.sheets[0]!;
  return { evaluation: evaluate(masked.snapshot, { policy: 'huainan-2020', mode }, withoutExamples), cells, name };
}

function sheetWith({ name, shape }: TableDef, columns: readonly FieldDef[], values: Values) {
  const line = columns.map((field) => (field.key in values ? values[field.key]! : typed(field)));
  const headings = columns.map(headingOf);
  const isForm = shape === 'form';
  const above: Cell[][] = [[name], ['填报单位：田家庵区望淮街道锦湖社区']];
  const rows = isForm ? headings.map((heading, at) => [heading, line[at]!]) : [headings, line];
  const cells = new Map(
    columns.map(({ key }, at): [string, Position] => [
      key,
      isForm ? { row: above.length + at, column: 1 } : { row: above.length + 1, column: at },
    ]),
  );
  return { sheet: sheetOf(name, [...above, ...rows]), cells };
}

/** A line that is the template's example to the letter is no record: somebody's has words of its own in the remark. */
function typed({ type, example }: FieldDef): Cell {
  return type === 'remark' ? `${example}。` : (example ?? null);
}

const { fields } = W01.def;
/** What other tables are held against. */
const asked: readonly string[] = ['unit', 'street', 'community', 'urc', 'pop_resident', 'agency_name'];
const facts: SheetSnapshot = sheetWith(
  W01.def,
  fields.filter(({ key }) => asked.includes(key)),
  {},
).sheet;

const exampleOf = (key: string): Cell => fields.find((field) => field.key === key)?.example ?? null;

/** The city's confirmation of the unit of the form; its number is not the example's, for that line would be no record. */
const register = sheetOf(W00.def.name, [
  ['试点名册'],
  ['县区', '街道（乡镇）', '社区（村）', '承接机构', '市局确认文号'],
  [exampleOf('unit'), exampleOf('street'), exampleOf('community'), exampleOf('agency_name'), '淮民函〔2020〕66号'],
]);

/** How long a sentence may be that is read beside a cell. */
const SENTENCE = 60;
/** Ids of indicators, rules and tables. */
const CODE = /(?<![A-Za-z0-9])[A-Z]\d{2,3}(?![A-Za-z0-9])/;
/** Words of people who judge, not of those who fill in. */
const OTHERS = /评分|未达标|结论|写入|字段|校验|枚举|布尔|数据模型|去重/;

/** What is not said as a person would read it. */
function faultsOf({ label, example }: FieldDef, guide: FieldGuide): readonly string[] {
  const { means, counts = [], not = [], format, mistakes, wrong, source } = guide;
  const lines = [means, ...counts, ...not, ...(format ? [format] : []), ...mistakes, ...(wrong ? [wrong.because] : [])];
  return [
    ...lines.flatMap((line) => [
      ...(CODE.test(line) ? [`a code: ${line}`] : []),
      ...(OTHERS.test(line) ? [`not a word of theirs: ${line}`] : []),
      ...(line.length < 4 ? [`too short: ${line}`] : []),
      ...line.split(/[。；！？]/).flatMap((part) => (part.length > SENTENCE ? [`too long: ${part}`] : [])),
    ]),
    ...(saysMore(means, label) ? [] : [`repeats its label: ${means}`]),
    ...(/。$/.test(means) ? [] : [`is no sentence: ${means}`]),
    ...(mistakes.length > 0 ? [] : ['names no mistake']),
    ...(new Set(lines).size === lines.length ? [] : ['says something twice']),
    ...(wrong && wrong.value === example ? ['calls its example wrong'] : []),
    ...(source !== undefined && source.length < 4 ? ['a source that names nothing'] : []),
  ];
}

/** More than the words of the label and what any instruction has. */
function saysMore(means: string, label: string): boolean {
  const rest = [...means.replace(/请|填写|填|的|本社区|这里|所在|情况|。|，/g, '')].filter(
    (each) => !label.includes(each),
  );
  return rest.length >= 6;
}
