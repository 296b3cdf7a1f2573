/**
 * Somebody who has a public report and knows the document adds up what may be: for each unit all numbers that agree with how it
 * is judged, and of those whatever comes to the sums that are printed. No number of people from one to four may be left alone.
 */
import { expect, test } from 'vitest';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { figure, workbook } from '../rollup/cities.ts';
import { annexOf, bodyOf, told, wholeOf } from './papers.ts';

/** Numbers of one unit; null where it told nothing of it. */
interface People {
  readonly certified: readonly [number, number] | null;
  readonly posts: { readonly centre: number; readonly station: number; readonly held: number } | null;
  readonly volunteers: {
    readonly residents: number;
    readonly registered: number;
    readonly serving: number | null;
  } | null;
}

const names = ['甲社区', '乙社区', '丙社区'];

const share = (id: string, part: number, whole: number, percent: number) =>
  figure(id, part * 100 >= percent * whole ? 'met' : 'unmet', part, whole);
const count = (id: string, number: number, target: number) => figure(id, number >= target ? 'met' : 'unmet', number);

function cityOf(all: readonly People[]) {
  const submitted = all.map(({ certified, posts, volunteers }, at) =>
    workbook(`${names[at]}.xlsx`, {
      unit: { community: names[at]! },
      indicators: [
        ...(certified ? [share('G03', ...certified, 40)] : []),
        ...(posts ? [count('P03', posts.centre, 2), count('P04', posts.station, 1)] : []),
        ...(posts && posts.centre + posts.station > 0
          ? [share('P05', posts.held, posts.centre + posts.station, 100)]
          : []),
        ...(volunteers ? [share('S08', volunteers.registered, volunteers.residents, 16)] : []),
        ...(volunteers?.serving != null && volunteers.registered > 0
          ? [share('S10', volunteers.serving, volunteers.registered, 10)]
          : []),
      ],
    }),
  );
  return finalReport(told({ submitted }, 'final', { isPublic: true }));
}

// What is printed -----------------------------------------------------------------------------------------------------

interface Printed {
  readonly whole: readonly [number, number];
  readonly part: readonly [number, number];
  /** Whether all together reach the target; null where it is not said. */
  readonly reached: boolean | null;
}

const ANY = [0, Number.POSITIVE_INFINITY] as const;

function amountIn(text: string | undefined): readonly [number, number] {
  if (text === undefined || text.includes('不列')) return ANY;
  if (text.startsWith('不足')) return [1, 4];
  const number = Number.parseInt(text, 10);
  return [number, number];
}

function printedOf(lines: readonly string[], whole: string, part: string): Printed {
  const line = lines.find((one) => new RegExp(`^${whole}(?:\\d|不足|的人数不列)`).test(one));
  if (!line) return { whole: ANY, part: ANY, reached: null };
  const sentence = line.slice(0, line.indexOf('。'));
  const amount = '(\\d+|不足|的人数不列)';
  const found = new RegExp(`^${whole}${amount}[^，]*(?:，其中${part}${amount})?`).exec(sentence);
  const reached = /，达到[\d.]+%目标/.test(sentence) ? true : /，(?:没有达到|距)/.test(sentence) ? false : null;
  // A rate or a gap is told only with both.
  if (/率[\d.]+%|百分点/.test(sentence)) expect(sentence).toMatch(new RegExp(`^${whole}\\d+.，其中${part}\\d+.，`));
  return { whole: amountIn(found?.[1]), part: amountIn(found?.[2]), reached };
}

/** By unit and indicator whether the target is reached; null where it is not told. */
function verdictsIn(report: ReturnType<typeof cityOf>, at: number, indicator: string): boolean | null {
  let column = -1;
  for (const row of annexOf(report, '指标完成情况表')) {
    const cells = row.split('|');
    if (cells[0] === '县区') column = cells.indexOf(indicator);
    else if (column >= 0 && cells[1] === names[at]) {
      expect(cells[column], indicator).toMatch(/^[✓✗]|不适用|缺数据/);
      expect(cells[column], indicator).not.toMatch(/\d/);
      if (/^[✓✗]/.test(cells[column]!)) return cells[column]!.startsWith('✓');
    }
  }
  return null;
}

// What may be ---------------------------------------------------------------------------------------------------------

/** What adds up over the units, and what somebody would like to know. */
interface May {
  readonly sums: readonly number[];
  readonly amounts: readonly number[];
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at);
const agrees = (said: boolean | null, is: boolean) => said === null || said === is;

/** Amounts of each unit, and of all together, that nobody can tell from another; `fits` takes the sums. */
function foundOut(
  units: readonly (readonly May[])[],
  fits: (sums: readonly number[]) => boolean,
): readonly number[][][] {
  const left = units.map((own, at) => {
    const others = units.filter((_, index) => index !== at).reduce<readonly (readonly number[])[]>(added, [[]]);
    return own.filter(({ sums }) => others.some((other) => fits(sums.map((sum, index) => sum + (other[index] ?? 0)))));
  });
  const all = units.reduce<readonly (readonly number[])[]>(added, [[]]).filter(fits);
  const distinct = (rows: readonly (readonly number[])[]) =>
    upTo((rows[0]?.length ?? 0) - 1).map((index) => [...new Set(rows.map((row) => row[index]!))]);
  return [...left.map((own) => distinct(own.map(({ amounts }) => amounts))), distinct(all)];
}

function added(sums: readonly (readonly number[])[], more: readonly May[]): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  const own = [...new Map(more.map((one) => [one.sums.join(), one.sums])).values()];
  for (const sum of sums)
    for (const one of own) {
      const both = one.map((number, at) => number + (sum[at] ?? 0));
      found.set(both.join(), both);
    }
  return [...found.values()];
}

const within = (number: number, [least, most]: readonly [number, number]) => least <= number && number <= most;
const fits =
  ({ whole, part, reached }: Printed, percent: number) =>
  (parts: number, wholes: number) =>
    within(wholes, whole) && within(parts, part) && (wholes === 0 || agrees(reached, parts * 100 >= percent * wholes));

/** Fails where a number from one to four is the only one left. */
function unknown(found: readonly (readonly number[])[], what: string) {
  for (const left of found) {
    expect(left.length, `${what}: nothing agrees with what is printed`).toBeGreaterThan(0);
    const [only] = left;
    if (left.length === 1 && only! > 0 && only! < 5) expect.fail(`${what}: it can only be ${only}`);
  }
}

const MOST = 12;

function attack(all: readonly People[]) {
  const report = cityOf(all);
  const lines = bodyOf(report);
  const text = JSON.stringify(all);
  const certified = all.flatMap(({ certified }, at): (readonly May[])[] => {
    if (!certified) return [];
    const said = verdictsIn(report, at, '社区工作者持证比例');
    return [
      upTo(MOST)
        .slice(1)
        .flatMap((whole) =>
          upTo(whole)
            .filter((part) => agrees(said, part * 100 >= 40 * whole))
            .map((part) => ({ sums: [part, whole], amounts: [part, whole, whole - part] })),
        ),
    ];
  });
  const ofWorkers = fits(printedOf(lines, '社区工作者', '持证'), 40);
  for (const found of foundOut(certified, ([part, whole]) => ofWorkers(part!, whole!))) unknown(found, `持证 ${text}`);

  const posts = all.flatMap(({ posts }, at): (readonly May[])[] => {
    if (!posts) return [];
    const [centre, station, held] = ['中心专业社工岗位数', '站专业社工岗位数', '专业岗位专职社工配备率'].map((one) =>
      verdictsIn(report, at, one),
    ) as [boolean | null, boolean | null, boolean | null];
    return [
      upTo(7).flatMap((inCentre) =>
        upTo(6).flatMap((atStation) => {
          const whole = inCentre + atStation;
          // Of one without any post no share is told.
          const may = (held === null || whole > 0) && agrees(centre, inCentre >= 2) && agrees(station, atStation >= 1);
          return (may ? upTo(whole) : [])
            .filter((part) => agrees(held, part === whole))
            .map((part) => ({
              sums: held === null ? [0, 0] : [part, whole],
              amounts: [inCentre, atStation, part, whole],
            }));
        }),
      ),
    ];
  });
  const ofPosts = fits(printedOf(lines, '专业社工岗位', '已配备专职社工'), 100);
  for (const found of foundOut(posts, ([part, whole]) => ofPosts(part!, whole!))) unknown(found, `岗位 ${text}`);

  const volunteers = all.flatMap(({ volunteers }, at): (readonly May[])[] => {
    if (!volunteers) return [];
    const [registered, serving] = ['社区志愿者注册率', '注册志愿者参与率'].map((one) =>
      verdictsIn(report, at, one),
    ) as [boolean | null, boolean | null];
    const isServing = volunteers.serving !== null && volunteers.registered > 0;
    return [
      upTo(MOST)
        .slice(1)
        .flatMap((whole) =>
          upTo(whole)
            .filter((part) => agrees(registered, part * 100 >= 16 * whole))
            .flatMap((part): May[] =>
              isServing
                ? (part > 0 ? upTo(part) : [])
                    .filter((some) => agrees(serving, some * 100 >= 10 * part))
                    .map((some) => ({ sums: [part, whole, some, part], amounts: [part, some, part - some] }))
                : [{ sums: [part, whole, 0, 0], amounts: [part] }],
            ),
        ),
    ];
  });
  const ofRegistered = fits(printedOf(lines, '常住人口', '注册志愿者'), 16);
  const ofServing = fits(printedOf(lines, '注册志愿者', '参加服务'), 10);
  const found = foundOut(
    volunteers,
    ([part, whole, some, among]) => ofRegistered(part!, whole!) && ofServing(some!, among!),
  );
  for (const one of found) unknown(one, `志愿者 ${text}`);
  return wholeOf(report);
}

// Cities --------------------------------------------------------------------------------------------------------------

const nobody: People = { certified: null, posts: null, volunteers: null };

test.each<[string, readonly People[]]>([
  ['岗位少、都配齐', [{ ...nobody, posts: { centre: 2, station: 1, held: 3 } }]],
  ['岗位数和最少的正好相等', names.map(() => ({ ...nobody, posts: { centre: 2, station: 1, held: 3 } }))],
  ['只有一个岗位', [{ ...nobody, posts: { centre: 1, station: 0, held: 1 } }]],
  ['合计和最少的正好相等', names.map(() => ({ ...nobody, certified: [2, 5] as const }))],
  ['不足五人又达标', [{ ...nobody, certified: [4, 10] }]],
  ['不足五人，目标只容一个数', [{ ...nobody, certified: [1, 5] }]],
  [
    '两个合计差一个单位',
    [
      { ...nobody, volunteers: { residents: 10, registered: 6, serving: 5 } },
      { ...nobody, volunteers: { residents: 12, registered: 3, serving: null } },
    ],
  ],
])('推不出来：%s', (_, all) => {
  attack(all);
});

test('随便什么样的城市都推不出一到四人', () => {
  let state = 7;
  const upToNow = (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * (most + 1));
  };
  let withSums = 0;
  for (let city = 0; city < 40; city++) {
    const all = names.slice(0, 1 + upToNow(2)).map((): People => {
      const whole = 1 + upToNow(9);
      const [centre, station] = [upToNow(3), upToNow(2)];
      const residents = 3 + upToNow(7);
      const registered = upToNow(residents);
      return {
        certified: upToNow(4) > 0 ? [upToNow(whole), whole] : null,
        posts:
          upToNow(4) > 0 ? { centre, station, held: centre + station - upToNow(1) * upToNow(centre + station) } : null,
        volunteers:
          upToNow(3) > 0 ? { residents, registered, serving: upToNow(2) > 0 ? upToNow(registered) : null } : null,
      };
    });
    if (/社区工作者\d+人，其中持证\d+人/.test(attack(all))) withSums++;
  }
  // What may be told is told.
  expect(withSums).toBeGreaterThan(3);
});
