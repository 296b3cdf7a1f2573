/** A small catalogue of its own, and what conditions and measures make of a few lines as people type them. */
import { compile } from '../../../shared/check/conditions/compile.ts';
import { openScope, type Scope } from '../../../shared/check/conditions/scope.ts';
import { IN, OUT, type Truth } from '../../../shared/check/conditions/truths.ts';
import { type SimpleMeasure, take } from '../../../shared/check/measures/take.ts';
import { indicatorsIn } from '../../../shared/check/verdicts/indicators.ts';
import type {
  Cell,
  CheckCatalogue,
  Condition,
  FieldDef,
  IndicatorDef,
  Measure,
  Policy,
  ScoreTable,
  TableDef,
  UnitReading,
  WorkbookReading,
} from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { headings } from '../../../shared/sheets/headings.ts';
import { noneWords, writings } from '../../../shared/sheets/writings.ts';
import { snapshotOf } from './snapshots.ts';

const text = (key: string, label: string): FieldDef => ({ key, label, type: 'text' });
const date = (key: string, label: string): FieldDef => ({ key, label, type: 'date' });
const count = (key: string, label: string): FieldDef => ({ key, label, type: 'count', unit: '人' });

const list = (id: string, role: TableDef['role'], name: string, fields: readonly FieldDef[]): TableDef => ({
  id,
  role,
  name,
  shape: 'list',
  titles: [name],
  key: [fields[0]!.key],
  needs: [[fields[0]!.key]],
  fields,
  citation: '举例',
});

const tables: readonly TableDef[] = [
  list('events', 'event', '活动台账', [
    text('name', '活动名称'),
    date('date', '活动日期'),
    date('end', '结束日期'),
    count('people', '参加人数'),
    count('invited', '邀请人数'),
    { key: 'kind', label: '活动类别', type: 'code', list: 'KIND' },
    { key: 'held', label: '是否举办', type: 'boolean' },
    { key: 'uscc', label: '信用代码', type: 'uscc' },
    text('community', '所属社区'),
    text('host', '主办机构'),
    text('place', '活动地点'),
  ]),
  list('people', 'roster', '人员名册', [
    text('person', '人员姓名'),
    { key: 'staff', label: '人员身份', type: 'code', list: 'STAFF' },
    { key: 'certified', label: '是否持证', type: 'boolean' },
  ]),
  list('figures', 'each', '人数情况表', [
    text('community', '社区名称'),
    count('residents', '常住人口'),
    count('registered', '登记人数'),
    count('verified', '核实人数'),
  ]),
  list('checklist', 'checklist', '事项清单', [
    { key: 'item', label: '事项名称', type: 'code', list: 'ITEM' },
    { key: 'done', label: '是否完成', type: 'boolean' },
    date('done_date', '完成日期'),
    text('document', '文件名称'),
  ]),
  {
    ...list('facts', 'facts', '基本情况', [
      text('community', '社区全称'),
      text('agency', '承接机构'),
      date('confirmed', '确认日期'),
      date('filed', '报送日期'),
    ]),
    shape: 'form',
  },
];

const code = (id: string, entries: Readonly<Record<string, string>>) => ({
  id,
  name: id,
  entries: Object.entries(entries).map(([code, label]) => ({ code, label })),
});

const catalogue: CheckCatalogue = {
  tables,
  headings,
  writings,
  noneWords,
  units: [],
  codes: {
    KIND: code('KIND', { culture: '文体活动', training: '培训讲座', advice: '法律咨询' }),
    STAFF: code('STAFF', { own: '社区人员', sent: '派驻人员' }),
    ITEM: code('ITEM', { federation: '联合会', fund: '专项基金' }),
  },
  identities: {
    event: { table: 'events', keys: [{ fields: ['name', 'date'] }] },
    item: { table: 'checklist', keys: [{ fields: ['item'], any: 'document' }] },
    person: { table: 'people', keys: [{ fields: ['person'] }] },
  },
};

const policy: Policy = {
  id: 'example',
  version: '1',
  name: '举例',
  source: '举例',
  document: { title: '举例', note: '举例', contradictions: [] },
  goals: [],
  window: { from: '2020-06-01', to: '2021-05-31' },
  midtermAsOf: '2020-11-30',
  finalAsOf: '2021-05-31',
  words: { work: '举例', signs: [] },
  register: { closed: false, units: [], within: [] },
  indicators: [],
  rules: [],
  scoreTable: null,
  chapters: [],
  rectifyBy: '2021-02-28',
  orderedBy: null,
  scored: false,
};

const unit: UnitReading = {
  county: null,
  countyName: null,
  street: '洞泉街道',
  community: '春申社区',
  urbanRural: 'urban',
  urbanRuralFrom: 'code',
  rivals: [],
};

/** One line of a table, by its headings; or the cells of a form. */
export type Line = Readonly<Record<string, Cell>>;
type Sheets = Readonly<Record<string, readonly Line[]>>;

/** Judged on 31 May 2021 for 春申社区, 洞泉街道. */
export function scopeOf(sheets: Sheets, more: Partial<Policy> = {}): Scope {
  const rows = Object.entries(sheets).map(([name, lines]) => [
    name,
    name === '基本情况' ? formOf(lines) : listOf(lines),
  ]);
  const reading: WorkbookReading = readWorkbook(snapshotOf(Object.fromEntries(rows)), catalogue);
  return openScope({ ...reading, unit }, catalogue, { ...policy, ...more }, { mode: 'final', asOf: '2021-05-31' });
}

function listOf(lines: readonly Line[]): readonly (readonly Cell[])[] {
  const headings = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return [headings, ...lines.map((line) => headings.map((heading) => line[heading] ?? null))];
}

function formOf([cells]: readonly Line[]): readonly (readonly Cell[])[] {
  return Object.entries(cells ?? {});
}

export type Said = '算' | '不算' | '待核实';

/** What a condition makes of one event; the same as the only line of its list and among others. */
export function said(condition: Condition, line: Line, besides: Sheets = {}): Said {
  const event = { 活动名称: '清洁家园', 活动日期: '2020-10-11', 活动地点: '社区广场', ...line };
  const alone = scopeOf({ 活动台账: [event], ...besides });
  const [record] = alone.records('events');
  if (!record) throw new Error('the line was not read');
  const truths = [compile(condition, alone, 'events'), compile(condition, alone, null)].map((test) => test(record));
  if (truths[0] !== truths[1]) throw new Error('the column settles it otherwise than the cell');
  return wordFor(truths[0]!);
}

/** The same of every line of a list, where a name is seen among all names of its column. */
export function saidOfEach(condition: Condition, lines: readonly Line[]): readonly Said[] {
  const scope = scopeOf({
    活动台账: lines.map((line, n) => ({
      活动名称: `清洁家园${n + 1}`,
      活动日期: '2020-10-11',
      活动地点: '社区广场',
      ...line,
    })),
  });
  const test = compile(condition, scope, 'events');
  return scope.records('events').map((record) => wordFor(test(record)));
}

function wordFor(truth: Truth): Said {
  return truth === IN ? '算' : truth === OUT ? '不算' : '待核实';
}

/** 8/10; 3～4/10 where some are doubtful, 8～10/10～12 where the whole is as well; the phrase where nothing can be said. */
export function taken(measure: SimpleMeasure, sheets: Sheets): string {
  const { bounds, missing } = take(measure, scopeOf(sheets));
  if (!bounds) return missing?.phrase ?? '不计算';
  const { lower, upper, lowerOf, upperOf } = bounds;
  const part = lower === upper ? `${lower}` : `${lower}～${upper}`;
  if (lowerOf === null) return part;
  return `${part}/${lowerOf === upperOf ? lowerOf : `${lowerOf}～${upperOf}`}`;
}

/** A target of so many, of a measure. */
export function target(id: string, measure: Measure, p: number): IndicatorDef {
  return {
    id,
    name: id,
    gloss: id,
    scope: 'community',
    citation: { source: '举例', section: '一', quote: '举例' },
    formula: '',
    open: '',
    calibre: '',
    measure,
    target: { op: '>=', p, q: 1, unit: '个', due: '2021-05-31', binding: 'binding' },
  };
}

/** Verdict and bounds of the last of the targets, which is made of those before it. */
export function madeOf(
  indicators: readonly IndicatorDef[],
  sheets: Sheets,
  scoreTable: ScoreTable | null = null,
): string {
  const made = indicatorsIn(scopeOf(sheets, { indicators, scoreTable })).at(-1);
  if (!made || made.lower === null) return made?.verdict ?? '不列';
  return `${made.verdict} ${made.lower === made.upper ? made.lower : `${made.lower}～${made.upper}`}`;
}
