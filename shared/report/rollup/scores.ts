/** 人评分: a table for the points that only people can give, and what was filled in read back. */
import { cellAddress, parseAddress } from '../../model/addresses.ts';
import { isoOf, offset1904, serialOf } from '../../model/days.ts';
import { comparable } from '../../model/identifiers.ts';
import { judgedItems } from '../../model/judged-items.ts';
import { modeWords } from '../../model/words.ts';
import type {
  Cell,
  JudgedPoints,
  Mode,
  PaperSheet,
  Policy,
  Rollup,
  RollupUnit,
  ScoreItem,
  SheetSnapshot,
  WorkbookSnapshot,
} from '../../model.ts';
import { type Column, listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { sideWord, type Told, toldOf, unitNames } from './told.ts';

/** Smallest step of points. */
const STEP = 0.5;

/** One sheet, a line for each unit and item that people judge; none where the policy has no such items. */
export function scoreSheets(rollup: Rollup, policy: Policy): readonly PaperSheet[] {
  if (judgedItems(policy).length === 0) return [];
  const told = toldOf(rollup, policy, new Map());
  return [
    listSheet<Line>({
      name: '人评分',
      title: titleOf(told, '人评分'),
      head: [
        `得分填0到满分之间、以${STEP}为一档的数，并填评分人和日期；不评的留空，不作0分。列可以挪动，单位、项目、哪次评估请勿改动。只计入${modeWords[rollup.mode]}评估。`,
      ],
      columns: columnsOf(told),
      rows: linesOf(rollup, policy),
      empty: '没有可以评分的单位。',
      foot: [],
      as: 'list',
    }),
  ];
}

/**
 * What is filled in, wherever its columns and lines stand now; lines without points are passed over. Every line that was
 * not taken has a sentence on where, what and what to do.
 */
export function readScores(
  snapshot: WorkbookSnapshot,
  rollup: Rollup,
  policy: Policy,
): { readonly points: readonly JudgedPoints[]; readonly problems: readonly string[] } {
  const { sheets, date1904 = false } = snapshot;
  const tables = sheets.flatMap((sheet) => {
    const lines = filledIn(sheet, date1904);
    return lines ? [lines] : [];
  });
  if (tables.length === 0)
    return {
      points: [],
      problems: [
        '没有找到人评分表：表头要有“单位”“项目”“哪次评估”“得分”“评分人”“日期”。没有“哪次评估”的旧表请不要再用，请重新导出后填写。',
      ],
    };
  const nameOf = unitNames(policy);
  const known = linesOf(rollup, policy).map((line) => ({ ...line, name: nameOf(line.unit) }));
  const filled = tables.flat();
  const { mode } = rollup;
  const others = filled.filter((one) => ![mode, null].includes(modeOf(one)));
  const { points, problems } = withoutTwice(
    filled.filter((one) => !others.includes(one)).map((line) => takeLine(line, known, mode)),
  );
  return { points, problems: [...othersProblem(others, mode), ...problems] };
}

interface Line {
  readonly unit: RollupUnit;
  readonly item: ScoreItem;
}

interface Known extends Line {
  readonly name: string;
}

function linesOf({ units }: Rollup, policy: Policy): readonly Line[] {
  const items = judgedItems(policy);
  return units
    .filter(({ state }) => state === 'reported')
    .flatMap((unit) =>
      items.filter(({ only }) => only === undefined || only === unit.urbanRural).map((item) => ({ unit, item })),
    );
}

const keyOf = ({ unit, item }: Line, mode: Mode) => `${unit.key}|${item.id}|${mode}`;

const headings = {
  unit: '单位',
  item: '项目',
  time: '哪次评估',
  points: '得分',
  by: '评分人',
  on: '日期',
  key: '键',
} as const;
type Field = keyof typeof headings;
const FIELDS = Object.keys(headings) as readonly Field[];
/** Without the key, which a copy may lack, names alone tell whose a line is. */
const NEEDED = FIELDS.filter((field) => field !== 'key');

function columnsOf({ nameOf, rollup: { mode } }: Told): readonly Column<Line>[] {
  return [
    { heading: '序号', width: 6, cell: (_, at) => plain(at + 1, 'number') },
    { heading: headings.unit, width: 32, cell: ({ unit }) => plain(nameOf(unit)) },
    { heading: '城乡', width: 10, cell: ({ unit }) => plain(sideWord(unit)) },
    { heading: headings.item, width: 22, cell: ({ item }) => plain(item.name) },
    { heading: headings.time, width: 9, cell: () => plain(modeWords[mode]) },
    { heading: '满分', width: 8, cell: ({ item }) => plain(item.max, 'number') },
    { heading: headings.points, width: 10, cell: () => plain('', 'entry') },
    { heading: headings.by, width: 14, cell: () => plain('', 'entry') },
    { heading: headings.on, width: 14, cell: () => plain('', 'entry') },
    { heading: '说明', width: 20, cell: () => plain('', 'entry') },
    { heading: headings.key, width: 0, cell: (line) => plain(keyOf(line, mode), 'key') },
  ];
}

interface Filled {
  /** As typed, without blanks around. */
  readonly texts: Readonly<Record<Field, string>>;
  /** ISO date; null where none can be read. */
  readonly on: string | null;
  /** `“人评分”F5`. */
  readonly places: Readonly<Record<Field, string>>;
}

/** Null for a sheet without such headings. */
function filledIn({ name, address, values }: SheetSnapshot, date1904: boolean): readonly Filled[] | null {
  const area = parseAddress(address);
  const top = values.findIndex((row) => NEEDED.every((field) => columnOf(row, field) >= 0));
  if (!area || top < 0) return null;
  const columns = byField((field) => columnOf(values[top]!, field));
  return values.slice(top + 1).flatMap((row, at) => {
    const texts = byField((field) => textOf(row[columns[field]] ?? null));
    if (texts.points === '' || texts.points === headings.points) return [];
    const places = byField(
      (field) => `“${name}”${cellAddress(area.top + top + 1 + at, area.left + Math.max(columns[field], 0))}`,
    );
    return { texts, on: dayOf(row[columns.on] ?? null, date1904), places };
  });
}

function columnOf(row: readonly Cell[], field: Field): number {
  return row.findIndex((cell) => comparable(textOf(cell)) === headings[field]);
}

function byField<Of>(of: (field: Field) => Of): Readonly<Record<Field, Of>> {
  return Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Readonly<Record<Field, Of>>;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return (typeof cell !== 'object' ? String(cell) : 'error' in cell ? cell.error : '').trim();
}

const DAY = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;
const EIGHT = /^(\d{4})(\d\d)(\d\d)$/;
/** Days as Excel counts them: of this century. */
const [FIRST, LAST] = [serialOf('2000-01-01'), serialOf('2099-12-31')];

/** A day that Excel knows as one, or that is written as `2021年6月3日`, `2021-6-3`, `2021.6.3`, `20210603`. */
function dayOf(cell: Cell, date1904: boolean): string | null {
  const serial = typeof cell === 'number' ? Math.floor(cell) + (date1904 ? offset1904 : 0) : Number.NaN;
  if (serial >= FIRST && serial <= LAST) return isoOf(serial);
  const text = comparable(textOf(cell));
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? EIGHT.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(serialOf(iso)) ? null : iso;
}

const MODES: readonly Mode[] = ['midterm', 'final'];

/** Null where it does not say, or not the same as when the sheet was made: nobody guesses in which evaluation points were given. */
function modeOf({ texts: { time, key } }: Pick<Filled, 'texts'>): Mode | null {
  const said = MODES.find((mode) => comparable(time).startsWith(modeWords[mode]));
  return said !== undefined && (key === '' || key.endsWith(`|${said}`)) ? said : null;
}

/** Said once for all of them. */
function othersProblem(others: readonly Filled[], mode: Mode): readonly string[] {
  const [first] = others;
  if (!first) return [];
  const [other, now] = [modeWords[modeOf(first)!], modeWords[mode]];
  return [
    `${first.places.time}：是${other}评估的人评分，现在汇总的是${now}评估，这张表的${others.length}个分都没有采用。请先改为汇总${other}评估，再取用。`,
  ];
}

type Taken = { readonly at: string; readonly points: JudgedPoints } | { readonly problem: string };

function takeLine({ texts, on, places }: Filled, known: readonly Known[], mode: Mode): Taken {
  const refuse = (field: Field, what: string) => ({ problem: `${places[field]}：${what}` });
  if (modeOf({ texts }) === null)
    return refuse(
      'time',
      `没有写明是${modeWords.midterm}还是${modeWords.final}，或者改动过，这一分没有采用。请重新导出后填写。`,
    );
  const line = known.find((each) => (texts.key === '' ? isNamed(each, texts) : keyOf(each, mode) === texts.key));
  if (!line)
    return refuse(
      'unit',
      `没有单位“${texts.unit}”的项目“${texts.item}”，这一分没有采用。请核对单位和项目，或者先放入该单位的文件。`,
    );
  if (!isNamed(line, texts))
    return refuse(
      'unit',
      `单位或项目改动过，原为“${line.name}”的“${line.item.name}”，这一分没有采用。请改回，或者重新导出后填写。`,
    );
  const wrong = pointsProblem(texts.points, line.item.max);
  if (wrong !== null) return refuse('points', wrong);
  if (texts.by === '') return refuse('by', '没有填评分人，这一分没有采用。请补填。');
  if (on === null) {
    const what = texts.on === '' ? '没有填日期' : `日期“${texts.on}”看不懂`;
    return refuse('on', `${what}，这一分没有采用。请按 2021-06-03 的样子填写。`);
  }
  const points = { key: line.unit.key, item: line.item.id, points: pointsOf(texts.points), by: texts.by, on, mode };
  return { at: places.points, points };
}

function isNamed({ name, item }: Known, texts: Filled['texts']): boolean {
  return comparable(name) === comparable(texts.unit) && comparable(item.name) === comparable(texts.item);
}

/** Null for points that hold. */
function pointsProblem(text: string, max: number): string | null {
  const points = pointsOf(text);
  const wanted = `请填0到${max}之间、以${STEP}为一档的数`;
  if (Number.isNaN(points)) return `得分“${text}”不是数，这一分没有采用。${wanted}。`;
  if (points > max) return `得分${text}超过满分${max}，没有采用。${wanted}。`;
  if (points < 0) return `得分${text}小于0，没有采用。${wanted}。`;
  return Number.isInteger(points / STEP) ? null : `得分${text}不在${STEP}分一档上，没有采用。${wanted}。`;
}

/** `1.5`, `１．５分`; NaN for anything else. */
function pointsOf(text: string): number {
  const [, number] = /^(-?\d+(?:\.\d+)?)分?$/.exec(comparable(text)) ?? [];
  return Number(number ?? Number.NaN);
}

/** Of two lines of one unit and item with other points nobody knows which holds: the first stands, the others are told. */
function withoutTwice(read: readonly Taken[]) {
  const first = new Map<string, { readonly at: string; readonly points: JudgedPoints }>();
  const problems: string[] = [];
  for (const one of read) {
    if ('problem' in one) {
      problems.push(one.problem);
      continue;
    }
    const { key, item } = one.points;
    const before = first.get(`${key}|${item}`);
    if (before) problems.push(`${one.at}：与${before.at}是同一单位的同一项目，采用了前一行。请只留一行。`);
    else first.set(`${key}|${item}`, one);
  }
  return { points: [...first.values()].map(({ points }) => points), problems };
}
