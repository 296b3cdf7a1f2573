/** Difficulties of the sheet: columns that are not there, lines that are no records, lists that go on, forms that stand upright. */
import type { Cell } from '../../../shared/model.ts';
import type { TableId } from '../rows.ts';
import {
  type Draft,
  dropColumns,
  type HardColumn,
  hasColumn,
  type Line,
  record,
  rewrite,
  type World,
} from './world.ts';

interface Absence {
  readonly table: TableId;
  readonly keys: readonly string[];
  /** Lines that only this column would have taken out. */
  readonly keeps?: (row: Readonly<Record<string, unknown>>, own: string) => boolean;
  /** The field of which every line is then in doubt; without it a list says what stands. */
  readonly opens?: string;
}

const ABSENT: readonly Absence[] = [
  { table: 'W02', keys: ['status'], keeps: ({ status }) => status === '正常' },
  { table: 'W02', keys: ['community'], keeps: ({ community }, own) => community === own },
  { table: 'W02', keys: ['hub'] },
  { table: 'W03', keys: ['on_duty', 'leave'], keeps: (row) => row.on_duty === true },
  { table: 'W03', keys: ['leave'], keeps: (row) => row.on_duty === true },
  { table: 'W03', keys: ['cert_date', 'cert_no'] },
  { table: 'W03', keys: ['id', 'birth'] },
  { table: 'W04', keys: ['leave', 'employer'] },
  { table: 'W05', keys: ['community'], keeps: ({ community }, own) => [community].flat().includes(own) },
  { table: 'W05', keys: ['end'] },
  { table: 'W06', keys: ['community'], keeps: ({ community }, own) => community === own },
  { table: 'W07', keys: ['host'] },
  { table: 'W07', keys: ['place', 'host'] },
  { table: 'W03', keys: ['cert', 'certified', 'cert_no', 'cert_date'], opens: 'cert' },
  { table: 'W04', keys: ['setup'], opens: 'setup' },
  { table: 'W04', keys: ['fulltime'], opens: 'fulltime' },
  { table: 'W04', keys: ['person', 'pid'], opens: 'person' },
  { table: 'W05', keys: ['start'], opens: 'start' },
  { table: 'W05', keys: ['agency', 'agency_code'], opens: 'agency' },
  { table: 'W09', keys: ['done'], opens: 'done' },
  { table: 'W12', keys: ['start', 'finish'], opens: 'start' },
  { table: 'W14', keys: ['status'], opens: 'status' },
  { table: 'W07', keys: ['people', 'registered'], opens: 'people' },
  { table: 'W02', keys: ['mgmt'], opens: 'mgmt' },
];

export function absent(world: World): void {
  const { roll, lists, own, later } = world;
  for (const { table, keys, keeps, opens } of roll.shuffled(ABSENT).slice(0, roll.between(1, 4))) {
    if (!keys.every((key) => world.claim(table, key, `absent ${keys.join()}`))) continue;
    if (keeps) lists[table] = lists[table].filter(({ clean }) => keeps(clean, own));
    if (opens) {
      // Nothing says so, and a person may still leave every line out.
      for (const at of lists[table].keys()) rewrite(lists[table], at, { doubt: { [opens]: 'either' } });
    }
    later.push(() => dropColumns(world.draft(table), ...keys));
  }
}

/** Example lines, units, column numbers and rules of filling in, between the headings and the records; ditto marks. */
export function marks(world: World): void {
  const { roll, later } = world;
  const tables = roll.shuffled<TableId>(['W02', 'W03', 'W04', 'W05', 'W07', 'W09']).slice(0, roll.between(1, 3));
  for (const table of tables) {
    if (!world.claim(table, 'marks', 'marks')) continue;
    later.push(() => {
      const draft = world.draft(table);
      const lines = roll.shuffled([numbers, units, required, example]).slice(0, roll.between(1, 2));
      draft.lines = [...lines.flatMap((line) => line(world, draft)), ...draft.lines];
      if (roll.chance(25)) ditto(world, draft);
    });
  }
}

const NUMBERS: readonly ((at: number) => string | number)[] = [
  (at) => at + 1,
  (at) => `(${at + 1})`,
  (at) => `（${at + 1}）`,
  (at) => (at === 0 ? '甲' : (['乙', '丙', '丁'][at - 1] ?? String(at - 3))),
  (at) => String.fromCharCode(65 + (at % 26)),
  (at) => (at === 0 ? '甲' : at),
];

function numbers({ roll }: World): Line[] {
  const number = roll.pick(NUMBERS);
  return [{ kind: 'cells', cell: (_, at) => number(at) }];
}

function units(): Line[] {
  return [{ kind: 'cells', cell: ({ say }) => (say?.unit ? `（${say.unit}）` : null) }];
}

function required({ roll }: World): Line[] {
  const words = roll.pick([
    ['必填', '选填'],
    ['（必填）', '（选填）'],
    ['必填项', '非必填'],
  ]);
  const drop = roll.chance(40);
  return [
    {
      kind: 'cells',
      cell: ({ key, say }, at) =>
        key === 'serial' ? null : drop && say?.kind === 'code' ? '下拉选择' : words[at % 3 === 2 ? 1 : 0]!,
    },
  ];
}

/** A line that shows how it is done; it counts for nothing. */
function example(world: World, draft: Draft): Line[] {
  const { roll } = world;
  const [first] = world.strangers(draft.list.id, world.own);
  if (!first) return [];
  const word = roll.pick(['例', '示例', '样例', '例：', '（例）', '填写示例']);
  const { clean } = first;
  const key = draft.list.id === 'W09' ? 'item' : 'name';
  const isNamed = hasColumn(draft, key);
  if (draft.serial === null && !isNamed) return [];
  const named =
    isNamed && (draft.serial === null || roll.chance(30))
      ? { [key]: `${word.replace(/[：（）]/g, '')}：${clean[key] ?? ''}` }
      : {};
  const isTelling = Object.keys(named).length > 0;
  return [record({ clean, write: { ...named, serial: isTelling ? null : word } }, false)];
}

const DITTO: Partial<Record<TableId, readonly string[]>> = {
  W02: ['mgmt', 'community', 'status'],
  W03: ['wtype', 'post', 'on_duty'],
  W04: ['org', 'layer', 'fulltime'],
  W05: ['agency', 'status'],
  W07: ['place', 'host'],
  W09: ['done'],
};

function ditto({ roll }: World, draft: Draft): void {
  const key = roll.pick(DITTO[draft.list.id] ?? ['name']);
  const mark = roll.pick(['〃', '同上', '″', '同上']);
  draft.lines = draft.lines.map((line, at): Line => {
    const before = draft.lines[at - 1];
    if (line.kind !== 'record' || !line.decides || before?.kind !== 'record' || !before.decides) return line;
    const isSame = line.row.clean[key] === before.row.clean[key] && !line.row.write && !before.row.write;
    return isSame && roll.chance(70) ? { ...line, row: { ...line.row, write: { [key]: mark } } } : line;
  });
}

/** One person over two lines, with a certificate on each. */
export function merged(world: World): void {
  const { roll, lists, later } = world;
  if (!world.claim('W03', 'persons', 'merged') || !world.claim('W03', 'cert', 'merged')) return;
  const fit = lists.W03.flatMap(({ clean }, at) => (String(clean.wtype).startsWith('A') && clean.on_duty ? [at] : []));
  const chosen = roll.shuffled(fit).slice(0, roll.between(1, 3));
  for (const at of chosen) {
    const { clean } = lists.W03[at]!;
    const number = `GL34${roll.digits(9)}`;
    rewrite(lists.W03, at, { clean: { ...clean, cert: ['1'], cert_no: number, cert_date: '2016-10-20' } });
  }
  const twice = new Set(chosen.map((at) => lists.W03[at]!.clean.id));
  const isMerged = roll.chance(60);
  later.push(() => {
    const draft = world.draft('W03');
    const joined = new Set(['serial', ...draft.columns.map(({ key }) => key)].filter((key) => !key.startsWith('cert')));
    if (!isMerged && !hasColumn(draft, 'id')) return;
    draft.lines = draft.lines.flatMap((line): Line[] => {
      if (line.kind !== 'record' || !line.decides || !twice.has(line.row.clean.id!)) return [line];
      const second = {
        clean: { ...line.row.clean, cert: ['2'], cert_no: `GL34${roll.digits(9)}`, cert_date: '2019-10-20' },
      };
      const plainId = { id: line.row.clean.id as Cell };
      const first = { ...line, row: { ...line.row, write: { ...line.row.write, ...plainId } } };
      return isMerged
        ? [line, { kind: 'record', row: second, decides: false, joined }]
        : [first, { kind: 'record', row: { ...second, write: plainId }, decides: false }];
    });
  });
}

/** The list goes on, on a sheet that has no headings. */
export function continued(world: World): void {
  const { roll, later } = world;
  const table = roll.pick<TableId>(['W02', 'W03', 'W07']);
  if (!world.claim(table, 'lists', 'continued') || world.lists[table].length < 6) return;
  const way = roll.pick(['numbers', 'numbers', 'word', 'nothing']);
  if (way === 'nothing') world.asked.add(table);
  later.push(() => {
    const draft = world.draft(table);
    const cut = roll.between(3, draft.lines.length - 2);
    draft.serial = way === 'numbers' ? 1 : way === 'nothing' ? null : draft.serial;
    const before = draft.lines.slice(0, cut).filter((line) => line.kind === 'record' && !line.joined);
    const rest: Draft = {
      ...draft,
      bare: draft,
      heads: way === 'word' ? [roll.pick(['续表', '（续表）', `续表：${draft.list.titles[0]}`, '续上表'])] : [],
      sheet: roll.pick(['', '续', `${draft.list.titles[0]}（续）`, '续表']),
      lines: draft.lines.slice(cut),
      serial: draft.serial === null ? null : before.length + 1,
    };
    draft.lines = draft.lines.slice(0, cut);
    world.drafts.splice(world.drafts.indexOf(draft) + 1, 0, rest);
  });
}

/** The volunteers of the one community as a form. */
export function upright(world: World): void {
  const { roll, own, lists, later } = world;
  if (!world.claim('W06', 'lists', 'upright')) return;
  lists.W06 = lists.W06.filter(({ clean }) => clean.community === own);
  const way = roll.pick(['pairs', 'two pairs', 'indicators'] as const);
  later.push(() => {
    world.draft('W06').upright = way;
  });
}

export const columnOf = (key: string, path: readonly string[], write: HardColumn['write']): HardColumn => ({
  key,
  path,
  say: null,
  ...(write ? { write } : {}),
});
