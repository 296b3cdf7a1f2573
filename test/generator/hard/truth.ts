/** What the records say, counted without the engine: of each indicator the least and the most that may be true. */
import type { Row, TableId } from '../rows.ts';
import type { Doubt, HardRow, World } from './world.ts';

/** A count has the denominator 1. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Answer {
  readonly least: Share;
  /** The most that has to be held possible. */
  readonly most: Share;
  /** Nothing that is written leaves a doubt. */
  readonly certain: boolean;
  /** A question is in order though the answer is known here. */
  readonly mayAsk: boolean;
}

type Standing = 'in' | 'out' | Doubt;

const START = '2020-06-01';

export function truthOf(world: Pick<World, 'community' | 'own' | 'lists' | 'asked'>): ReadonlyMap<string, Answer> {
  const { community, own, lists, asked } = world;
  const asOf = community.mode === 'final' ? '2021-05-31' : '2020-11-30';
  const answers = new Map<string, Answer>();
  const put = (id: string, from: readonly TableId[], answer: Omit<Answer, 'mayAsk'>) =>
    answers.set(id, { ...answer, mayAsk: from.some((table) => asked.has(table)) });
  const organisations = organisationsOf(lists.W02, own, asOf);
  put(community.facts.urban ? 'G01' : 'G02', ['W02'], countOf(organisations.map(({ standing }) => standing)));
  for (const [id, way] of [
    ['V01', '登记'],
    ['V02', '备案'],
  ] as const) {
    put(id, ['W02'], countOf(organisations.map((one) => waysOf(one, way))));
  }
  put('G03', ['W03'], certifiedOf(lists.W03, own, asOf));
  const posts = postsOf(lists.W04, own, asOf);
  put('P03', ['W04'], countOf(posts.filter(({ centre }) => centre).map(({ standing }) => standing)));
  put('P04', ['W04'], countOf(posts.filter(({ centre }) => !centre).map(({ standing }) => standing)));
  // Whether a post of unknown date belongs to those that are to be filled is nobody's to say.
  const isDated = posts.every(({ standing }) => standing === 'in' || standing === 'out');
  const filled = shareOf(posts.map((post) => [post.standing === 'out' ? 'out' : 'in', post.filled]));
  put('P05', ['W04'], { ...filled, certain: filled.certain && isDated });
  put('S05', ['W05'], countOf(lists.W05.map((row) => projectOf(row, own, asOf))));
  put(
    'S06',
    ['W08'],
    countOf(
      lists.W08.map((row) =>
        Number(row.clean.own) > 0 && within(row.clean.date, START, asOf) ? doubted(row, 'date', 'own') : 'out',
      ),
    ),
  );
  put('S09', ['W07'], activitiesOf(lists.W07, own, asOf));
  const volunteers = lists.W06.find(({ clean }) => clean.community === own)!.clean;
  put('S08', ['W06'], exactly(Number(volunteers.verified), Number(volunteers.pop_resident)));
  put('S10', ['W06'], exactly(Number(volunteers.participants), Number(volunteers.verified)));
  // Two levels are asked of the federation, and a cell says only that there is one.
  for (const row of lists.W09.filter(({ clean }) => clean.item !== 'S07'))
    put(String(row.clean.item), ['W09'], countOf([standingOf(row, 'done', row.clean.done === true)]));
  put(
    'M07',
    ['W12'],
    shareOf(lists.W12.map((row) => ['in', standingOf(row, 'start', hasDay(row.clean, 'start', asOf))])),
  );
  // Of what the evaluation at mid-term found.
  const found = lists.W14.filter(({ clean }) => clean.origin === '中期');
  if (community.mode === 'final' && found.length > 0)
    put('M09', ['W14'], shareOf(found.map((row) => ['in', standingOf(row, 'status', row.clean.status === '已销号')])));
  return answers;
}

/** Of a line that counts as it is: whether what is written in these fields leaves a doubt. */
function doubted({ doubt }: HardRow, ...keys: readonly string[]): Standing {
  const doubts = keys.flatMap((key) => doubt?.[key] ?? []);
  return doubts.includes('either') ? 'either' : doubts.length > 0 ? 'open' : 'in';
}

const standingOf = (row: HardRow, key: string, counts: boolean): Standing =>
  counts ? doubted(row, key) : (row.doubt?.[key] ?? 'out');

const within = (date: unknown, from: string, to: string) => {
  const text = String(date);
  // A month lies inside with its last day.
  return text.padEnd(10, '-01') >= from && (text.length === 7 ? `${text}-28` : text) <= to;
};
const hasDay = (row: Row, key: string, to: string) =>
  row[key] !== null && row[key] !== undefined && String(row[key]) <= to;

function countOf(standings: readonly Standing[]): Omit<Answer, 'mayAsk'> {
  const least = standings.filter((standing) => standing === 'in').length;
  const open = standings.filter((standing) => standing === 'open').length;
  return {
    least: { numerator: least, denominator: 1 },
    most: { numerator: least + open, denominator: 1 },
    certain: standings.every((standing) => standing === 'in' || standing === 'out'),
  };
}

function exactly(numerator: number, denominator: number): Omit<Answer, 'mayAsk'> {
  return { least: { numerator, denominator }, most: { numerator, denominator }, certain: true };
}

/** Lines by whether they stand in the denominator and whether they would count in the numerator. */
function shareOf(lines: readonly (readonly [Standing, Standing])[]): Omit<Answer, 'mayAsk'> {
  const of = (below: Standing, ...above: readonly Standing[]) =>
    lines.filter(([a, b]) => a === below && above.includes(b)).length;
  const below = lines.filter(([a]) => a === 'in').length;
  const sure = of('in', 'in');
  const enter = of('open', 'in', 'open');
  return {
    least: { numerator: sure, denominator: below + of('open', 'out', 'either') },
    most: { numerator: sure + enter + of('in', 'open'), denominator: below + enter },
    certain: lines.every(([a, b]) => a === 'out' || (a === 'in' && (b === 'in' || b === 'out'))),
  };
}

interface Organisation {
  readonly row: HardRow;
  readonly standing: Standing;
}

function organisationsOf(rows: readonly HardRow[], own: string, asOf: string): readonly Organisation[] {
  const standing = (row: HardRow): Standing => {
    const { status, community, date } = row.clean;
    const isOn = status === '正常' || row.doubt?.status !== undefined;
    const isOurs = community === own || row.doubt?.community !== undefined;
    if (!isOn || !isOurs || String(date) > asOf) return 'out';
    return doubted(row, 'status', 'community', 'mgmt', 'date');
  };
  const all = rows.map((row) => ({ row, standing: standing(row) })).filter((one) => one.standing !== 'out');
  const registered = new Set(all.filter(({ row }) => row.clean.mgmt === '登记').map(({ row }) => row.clean.name));
  // Filed first, registered later: one organisation.
  return all.filter(({ row }) => row.clean.mgmt === '登记' || !registered.has(row.clean.name!));
}

function waysOf({ row, standing }: Organisation, way: string): Standing {
  if (row.doubt?.mgmt) return 'either';
  return row.clean.mgmt === way ? standing : 'out';
}

function certifiedOf(rows: readonly HardRow[], own: string, asOf: string): Omit<Answer, 'mayAsk'> {
  return shareOf(
    rows.map((row) => {
      const { wtype, on_duty, leave, community } = row.clean;
      const isStaff = String(wtype).startsWith('A') || row.doubt?.wtype !== undefined;
      const isHere = (on_duty === true || String(leave) > asOf) && (community === undefined || community === own);
      return [isStaff && isHere ? doubted(row, 'wtype', 'on_duty', 'community') : 'out', certificateOf(row, asOf)];
    }),
  );
}

function certificateOf(row: HardRow, asOf: string): Standing {
  const codes = row.clean.cert as readonly string[];
  if (row.doubt?.cert) return row.doubt.cert;
  if (codes.some((code) => '123'.includes(code))) return String(row.clean.cert_date ?? '') <= asOf ? 'in' : 'out';
  return codes.includes('P') ? 'open' : 'out';
}

function postsOf(rows: readonly HardRow[], own: string, asOf: string) {
  return rows
    .filter(({ clean }) => clean.layer === '中心' || clean.org === `${own}社会工作服务站`)
    .map((row) => {
      const { clean, doubt } = row;
      const isFilled =
        (clean.person !== null || doubt?.person) &&
        (clean.fulltime === true || doubt?.fulltime) &&
        clean.leave === null;
      return {
        centre: clean.layer === '中心',
        standing: String(clean.setup) <= asOf ? doubted(row, 'setup', 'layer') : ('out' as const),
        filled: isFilled ? doubted(row, 'person', 'fulltime') : ('out' as const),
      };
    });
}

function projectOf(row: HardRow, own: string, asOf: string): Standing {
  const { community, status, start, end, times } = row.clean;
  if (![community].flat().includes(own)) return 'out';
  if (status === '拟立项' || Number(times) <= 0) return 'out';
  if (String(start) > asOf || String(end) < START.slice(0, 7)) return 'out';
  return doubted(row, 'status', 'start', 'agency');
}

/** The same name on the same day elsewhere may be one activity or two. */
function activitiesOf(rows: readonly HardRow[], own: string, asOf: string): Omit<Answer, 'mayAsk'> {
  const mine = rows.filter(
    ({ clean }) =>
      within(clean.date, START, asOf) &&
      Number(clean.people) > 0 &&
      (clean.community === undefined || clean.community === own),
  );
  const named = (row: HardRow) => `${row.clean.like ?? row.clean.name}|${row.clean.date}`;
  const sure = new Set(mine.filter((row) => doubted(row, 'date', 'people') === 'in').map(named));
  const most = new Set(
    mine
      .filter((row) => doubted(row, 'date', 'people') !== 'either')
      .map((row) => `${named(row)}|${row.clean.place}|${row.clean.name}`),
  );
  return {
    least: { numerator: sure.size, denominator: 1 },
    most: { numerator: Math.max(sure.size, most.size), denominator: 1 },
    certain: sure.size === most.size,
  };
}
