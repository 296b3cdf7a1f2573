/** Workbooks made from the catalogue itself, with a long text in places where one may stand: what it gains is among them. */
import type { Cell, Correction, FieldDef, SheetSnapshot, TableDef, WorkbookSnapshot } from '../../../shared/model.ts';
import { sheets as catalogue } from '../../../shared/sheets.ts';
import { sheetOf } from '../../snapshots.ts';

/** A workbook and what a person says of it. */
export interface Said {
  readonly workbook: WorkbookSnapshot;
  readonly corrections: readonly Correction[];
}

/** The text for a place that is read by these words: those of its field's list, of its heading, of its table's titles. */
export type Writer = (words: readonly string[]) => string;

/** One place of a workbook; what stands there. */
interface Place {
  /** Of its table; null for a place of the workbook as a whole. */
  readonly table: number | null;
  readonly words: readonly string[];
  readonly where: 'record' | 'value' | 'label' | Where;
  readonly field?: FieldDef;
}

/** Places beside the fields. */
const AROUND = ['title', 'titleBehind', 'heading', 'group', 'section', 'numbered', 'total', 'below'] as const;
const OF_WORKBOOK = ['line', 'lineLabel', 'statement', 'sheet', 'file', 'headless', 'wording', 'headingSaid'] as const;
type Where = (typeof AROUND)[number] | (typeof OF_WORKBOOK)[number];

/** Of fields that are read in one way, told by all of their definition but what they are called, the first. */
export const places: readonly Place[] = [
  ...catalogue.tables.flatMap((table, at) => fieldPlaces(table, at)),
  ...catalogue.tables.flatMap((table, at) =>
    AROUND.filter((_, which) => which < 2 || (which + at) % 3 === 0).map((where): Place => {
      return { table: at, words: titleWords(table), where };
    }),
  ),
  ...OF_WORKBOOK.flatMap((where) => {
    const { reporter, dates, signatures, notes } = catalogue.writings;
    const lines = where === 'line' || where === 'lineLabel' ? [reporter, dates, signatures, notes] : [];
    const words = lines.length > 0 ? lines : [catalogue.writings.communities];
    return words.map((own): Place => ({ table: null, words: own, where }));
  }),
];

function fieldPlaces(table: TableDef, at: number): readonly Place[] {
  return table.fields
    .filter((field) => isFirstOfItsWay(table, field))
    .map((field, which): Place => {
      const where = table.shape === 'form' ? (which % 4 ? 'value' : 'label') : 'record';
      return { table: at, words: wordsOf(field), where, field };
    });
}

function isFirstOfItsWay(table: TableDef, field: FieldDef): boolean {
  const way = wayOf(table, field);
  for (const each of catalogue.tables) {
    const first = each.fields.find((other) => wayOf(each, other) === way);
    if (first) return each === table && first === field;
  }
  return true;
}

function wayOf({ key, remarks }: TableDef, { label, synonyms, coarse, groups, leaves, unit, ...way }: FieldDef) {
  const own = way.type === 'remark' ? remarks : null;
  return JSON.stringify({ ...way, key: key.includes(way.key) ? 1 : way.personal, own });
}

/** The text in these places, and around it what makes it be read there: a title, headings, sound records. */
export function written(chosen: readonly Place[], write: Writer): Said {
  const at = (where: Place['where']) => chosen.filter((place) => place.where === where);
  const texts = (where: Place['where']) => at(where).map(({ words }) => write(words));
  const sheets = catalogue.tables.flatMap((table, index) => {
    const own = chosen.filter((place) => place.table === index);
    if (own.length === 0) return [];
    return table.shape === 'form' ? [form(table, own, write)] : [list(table, own, write)];
  });
  const { reporter, dates, signatures, notes } = catalogue.writings;
  const labels = [reporter, dates, signatures, notes].map(([word = '']) => word);
  const [lines, labelled] = [texts('line'), texts('lineLabel')];
  const around = sheetOf('名录', [
    ['社会组织名录', null, null],
    ['组织名称', '管理方式', '类别'],
    ['春风队', '备案', '志愿服务'],
    [null, null, null],
    ...lines.map((text, which) => [`${labels[which]}：${text}`, null, null]),
    ...labelled.map((text, which) => [`${labels[which]}${text}`, null, null]),
    ...texts('statement').map((text) => [`累计${text}`, null, null]),
  ]);
  const name = texts('file')[0];
  return {
    workbook: {
      schema: 'workbook-snapshot/1',
      ...(name === undefined ? {} : { name }),
      sheets: [
        ...sheets,
        around,
        ...texts('sheet').map((text) => ({ ...around, name: text })),
        ...texts('headless').map((text) =>
          sheetOf('续表', [
            ['续表', null, null],
            [text, '备案', text],
            ['甲', text, '乙'],
          ]),
        ),
      ],
    },
    corrections: [
      ...texts('wording').map((text): Correction => ({ kind: 'word', table: 'W02', field: 'mgmt', text, means: null })),
      ...texts('headingSaid').map((heading): Correction => ({ kind: 'column', table: 'W02', heading, field: 'mgmt' })),
    ],
  };
}

function list(table: TableDef, own: readonly Place[], write: Writer): SheetSnapshot {
  const { fields } = table;
  const texts = (where: Place['where']) => own.filter((each) => each.where === where).map(({ words }) => write(words));
  const [title = '', titleBehind = '', heading = null, group = null] = AROUND.map((where) => texts(where)[0]);
  const sound = fields.map(sample);
  const alone = (cell: Cell) => [cell, ...Array<Cell>(fields.length).fill(null)];
  const rows: Cell[][] = [
    alone(`${title}${table.name}${titleBehind}`),
    ...(group === null ? [] : [[group, null, ...fields.slice(1).map(() => null)]]),
    [...fields.map(({ label }) => label), heading],
    [...sound, heading],
    ...own.flatMap(({ where, field, words }) =>
      where === 'record' && field
        ? [[...sound.map((cell, at) => (fields[at] === field ? write(words) : cell)), null]]
        : [],
    ),
    ...texts('section').map(alone),
    ...texts('numbered').map((text) => alone(`（一）${text}`)),
    [...sound, null],
    ...texts('total').map((text) => [`${text}合计`, ...fields.map(() => 1)]),
    alone(null),
    ...texts('below').map(alone),
  ];
  return sheetOf(table.name, rows, { merges: group === null ? [] : ['A2:B2'] });
}

function form(table: TableDef, own: readonly Place[], write: Writer): SheetSnapshot {
  const titles = own
    .filter(({ where }) => where === 'title' || where === 'titleBehind')
    .map(({ words }) => write(words));
  const rows = table.fields.map((field): Cell[] => {
    const place = own.find((each) => each.field === field);
    if (!place) return [field.label, sample(field)];
    const text = write(place.words);
    return place.where === 'label' ? [`${field.label}${text}`, text] : [field.label, text];
  });
  return sheetOf(table.name, [...titles.map((text) => [`${text}${table.name}`, null]), ...rows]);
}

/** All words by which the field is read. */
function wordsOf({
  label,
  synonyms = [],
  list: id,
  inner = [],
  elsewhere = [],
  unit,
  type,
}: FieldDef): readonly string[] {
  const codes = catalogue.codes[id ?? ''];
  const { yes, no, underWay } = catalogue.writings;
  return [
    ...(codes?.entries.flatMap((entry) => [entry.label, ...(entry.synonyms ?? []), ...(entry.doubtful ?? [])]) ?? []),
    ...(codes?.silent ?? []),
    ...(type === 'boolean' ? [...yes, ...no, ...underWay] : []),
    ...inner.flatMap(({ words }) => words),
    ...elsewhere,
    ...(unit === undefined ? [] : [unit]),
    label,
    ...synonyms,
  ];
}

function titleWords({
  name,
  titles,
  restricting = [],
  subjects = [],
  telling,
  marked = [],
}: TableDef): readonly string[] {
  const kinds = restricting.flatMap(({ words, unless = [] }) => [...words, ...unless]);
  return [...kinds, name, ...titles, ...subjects, ...(telling?.words ?? []), ...marked];
}

/** What may stand in such a field. */
function sample({ type, list: id }: FieldDef): Cell {
  switch (type) {
    case 'count':
    case 'amount':
    case 'serial':
      return 1;
    case 'ratio':
      return 0.5;
    case 'date':
      return '2020-09-01';
    case 'boolean':
      return '是';
    case 'code':
    case 'codes':
      return catalogue.codes[id ?? '']?.entries[0]?.label ?? '其他';
    default:
      return '甲';
  }
}
