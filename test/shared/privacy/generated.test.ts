/** Workbooks made at random from the catalogue, with personal values planted everywhere. */
import { describe, expect, test } from 'vitest';
import { grounds, readAlike } from '../../../shared/evaluate.ts';
import { columnName } from '../../../shared/model/addresses.ts';
import type { Cell, FieldDef, SheetSnapshot, TableDef, WorkbookSnapshot } from '../../../shared/model.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, sent, shapeOf } from './deidentify.ts';

const { catalogue } = grounds;

const ROUNDS = 150;

/** Numbers below `n`, the same for the same seed. */
function dice(seed: number) {
  let state = seed * 2654435761 + 1;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
}

function workbook(seed: number) {
  const next = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[next(from.length)]!;
  const chance = (percent: number) => next(100) < percent;
  const planted = new Set<string>();
  const plant = (value: string) => {
    planted.add(value);
    return value;
  };
  const digits = (count: number) => Array.from({ length: count }, () => next(10)).join('');
  const personName = () => plant(pick([...'瞿甄逄亓麴夔']) + pick([...'潇珑璟煜翀']) + pick([...'鑫淼垚焱', '']));
  const phone = () => plant(`1${3 + next(7)}${digits(9)}`);
  const birth = () => `19${50 + next(50)}${pick(['01', '07', '12'])}${10 + next(19)}`;
  const id = () => plant(`3404${pick(['02', '03', '21'])}${birth()}${digits(3)}${pick([...'0123456789X'])}`);

  const number = (): string => {
    const kind = next(8);
    if (kind === 0) {
      const [a, b, c] = [`1${3 + next(7)}${digits(1)}`, digits(4), digits(4)];
      return plant(`${a}${pick(['-', ' ', '—', '　'])}${b}${pick(['-', ' '])}${c}`);
    }
    if (kind === 1) return plant([...phone()].map((digit) => String.fromCharCode(Number(digit) + 0xff10)).join(''));
    if (kind === 2) return pick([id().toLowerCase(), id()]);
    // The last digits alone would stand in other numbers as well.
    if (kind === 3) return `0554${pick(['-', '－', ' '])}${plant(`66${digits(5)}`)}`;
    if (kind === 4) return `皖D·${plant(`A${digits(4)}`)}`;
    return kind === 5 ? plant(`jia${digits(4)}@example.com`) : phone();
  };
  const gossip = () => pick([`${personName()}之妻`, `联系${personName()}${number()}`, `${personName()}，${number()}`]);
  const owned = () => pick([`联系人${personName()}${number()}`, `（${personName()} ${number()}）`, number()]);

  // What these hold is the name of the unit, which is read from nowhere else.
  const UNIT: Readonly<Record<string, readonly Cell[]>> = {
    unit: ['田家庵区', null],
    street: ['云桥街道', null],
    community: ['望淮社区', '青石村', null],
  };
  const ofField = (field: FieldDef): Cell => {
    if (UNIT[field.key]) return pick(UNIT[field.key]!);
    if (chance(10)) return null;
    if (field.personal) return personal(field);
    if (field.type === 'remark')
      return chance(50) ? gossip() : `${pick(['2020年10月离职', '成绩合格', '因'])}${personName()}`;
    if (chance(8)) return chance(30) ? Number(phone()) : pick([number(), `甲（${number()}）`, `甲，${owned()}`]);
    if (field.list) return pick(catalogue.codes[field.list]!.entries).label;
    if (field.type === 'serial' || field.type === 'count') return next(50);
    if (field.type === 'date') return pick<Cell>([44000 + next(300), '2020.10', '2020年9月1日']);
    return pick(['甲队', '乙组', '丙项', '丁处', '无', '/']);
  };
  const personal = ({ personal: kind }: FieldDef): Cell => {
    if (chance(10)) return pick(['无', '/', '空缺']);
    if (kind === 'phone') return chance(30) ? Number(phone()) : number();
    if (kind === 'id')
      return chance(20) ? Number(plant(`34040319${50 + next(50)}0101`.padEnd(15, '1')).padEnd(18, '0')) : id();
    if (kind === 'birth') return plant(`19${50 + next(50)}.${1 + next(12)}月生`);
    return chance(80) ? personName() : plant(`${personName()}${digits(3)}号`);
  };

  const around = (width: number): Cell[][] => [
    [`望淮社区${pick(['', `（${personName()}整理）`])}`],
    [
      pick([`填报单位：田家庵区云桥街道望淮社区`, `填报单位：${personName()}`]),
      ...Array<Cell>(Math.max(0, width - 1)).fill(null),
    ],
  ];
  const footer = (): Cell[][] => [
    [`填表人：${personName()}  审核人：${chance(50) ? personName() : ''}  负责人（签字）：`],
    ['审核人：', personName(), null, `电话：${number()}`],
    [`注：${gossip()}`],
  ];

  const listSheet = (def: TableDef): SheetSnapshot => {
    const fields = def.fields.filter((field) => def.key.includes(field.key) || chance(70)).sort(() => next(3) - 1);
    const columns: (FieldDef | null)[] = chance(50) ? [...fields, null] : fields;
    const rows: Cell[][] = Array.from({ length: 2 + next(6) }, () =>
      columns.map((field) => (field ? ofField(field) : gossip())),
    );
    if (chance(40)) rows.push(columns.map((_, at) => (at === 0 ? '合　计' : chance(30) ? next(90) : null)));
    if (chance(20))
      rows.splice(
        1,
        0,
        columns.map(() => null),
      );
    const unknown = (): Cell => (chance(60) ? '爱好' : chance(30) ? Number(phone()) : owned());
    const headings = columns.map((field) => (field ? pick([field.label, ...(field.synonyms ?? [])]) : unknown()));
    if (chance(25)) rows.push([], [null, gossip(), gossip()], [], [owned()]);
    return sheetOf(def.name, [...around(columns.length), headings, ...rows, [], ...footer()]);
  };
  const formSheet = (def: TableDef): SheetSnapshot => {
    const rows: Cell[][] = [];
    for (let at = 0; at < def.fields.length; at += 2) {
      rows.push(def.fields.slice(at, at + 2).flatMap((field) => [field.label, ofField(field)]));
    }
    if (chance(50)) rows.push(['居民代表', personName(), number()]);
    return sheetOf(def.name, [...around(4), ...rows, ...footer()]);
  };
  const contacts = (): SheetSnapshot =>
    sheetOf(
      '通讯录',
      Array.from({ length: 4 }, () => [personName(), number(), gossip()]),
    );

  const defs = Array.from({ length: 1 + next(3) }, () => pick(catalogue.tables));
  const sheets = defs.flatMap((def) => {
    const sheet = def.shape === 'list' ? listSheet(def) : formSheet(def);
    // Few columns may fit another table better; what its other fields hold is then no longer what was planted.
    const { tables } = readWorkbook(workbookOf(sheet), catalogue);
    return tables.length === 1 && tables[0]!.id === def.id ? [sheet] : [];
  });
  if (chance(50)) sheets.push(contacts());
  const named = sheets.map((sheet, at) => ({
    ...sheet,
    name: `${sheet.name}${at}${chance(15) ? `（${pick([phone(), owned()])}）` : ''}`,
    ...(chance(20)
      ? { numberFormat: sheet.values.map((row) => row.map(() => pick(['General', `0"${gossip()}"`]))) }
      : {}),
  }));
  if (named[0] && chance(30)) named[0] = { ...named[0], hiddenColumns: [columnName(next(5))] };
  const snapshot: WorkbookSnapshot = { schema: 'workbook-snapshot/1', name: `${personName()}.xlsx`, sheets: named };
  return { snapshot, planted };
}

describe('任意工作簿', () => {
  const seeds = Array.from({ length: ROUNDS }, (_, seed) => seed);

  test.each(seeds)('第 %i 册：不留个人信息，读出的表不变，再遮一次也不变', (seed) => {
    const { snapshot, planted } = workbook(seed);
    const masked = deidentified(snapshot);
    const text = JSON.stringify(masked.snapshot);
    for (const value of planted) expect(text).not.toContain(value);
    expect(deidentified(masked.snapshot).snapshot).toBe(masked.snapshot);
    expect(readAlike(masked)).not.toBeNull();
    expect(shapeOf(masked.snapshot)).toEqual(shapeOf(sent(snapshot, masked)));
  });

  test('认出的表和种下的值都不少', () => {
    const books = seeds.map(workbook);
    const tables = books.flatMap(({ snapshot }) => readWorkbook(snapshot, catalogue).tables.map(({ id }) => id));
    expect(new Set(tables).size).toBeGreaterThan(13);
    expect(tables.length).toBeGreaterThan(200);
    expect(books.reduce((sum, { planted }) => sum + planted.size, 0)).toBeGreaterThan(5000);
  });
});
