/** Clean records of an invented pilot community: what its workbook should say, before anybody writes it down. */
import { creditCode } from '../fixtures/identifiers.ts';
import { type Dice, dice } from './dice.ts';
import { type People, people } from './people.ts';
import { progressOf } from './progress.ts';
import type { Row, TableId } from './rows.ts';

export interface Community {
  readonly seed: number;
  readonly mode: 'midterm' | 'final';
  readonly facts: Row;
  readonly lists: Readonly<Record<TableId, readonly Row[]>>;
  readonly people: People;
}

const COUNTIES: readonly (readonly [string, string])[] = [
  ['寿县', '340422'],
  ['凤台县', '340421'],
  ['田家庵区', '340403'],
  ['大通区', '340402'],
  ['谢家集区', '340404'],
  ['八公山区', '340405'],
  ['潘集区', '340406'],
];
const STREETS = ['青石', '望淮', '清泉', '新渡', '洛河湾', '桂花'];
const PLACES = ['锦湖', '梧桐里', '柳塘', '渡口', '春申', '桃园', '石榴苑'];
const OTHERS = ['东岭社区', '西湾社区', '南圩社区'];
const ORG_NAMES = ['夕阳红', '银龄', '邻里情', '金色年华', '红石榴', '爱心', '和谐', '阳光', '春风', '蒲公英', '彩虹'];
const ORG_KINDS: readonly (readonly [string, string])[] = [
  ['志愿服务队', '志愿服务'],
  ['艺术团', '文体活动'],
  ['合唱队', '文体活动'],
  ['互助会', '社区事务'],
  ['调解工作室', '社区事务'],
  ['养老服务中心', '养老服务'],
  ['便民服务社', '生活服务'],
  ['慈善超市', '公益慈善'],
  ['太极拳队', '文体活动'],
  ['巡逻队', '社区事务'],
];
const EVENTS = [
  '清洁家园',
  '义务理发',
  '健康义诊',
  '反诈宣传',
  '课后辅导',
  '关爱老人',
  '文明劝导',
  '植树护绿',
  '节日慰问',
];
const SITES = ['社区广场', '党群服务中心', '居民小区东门', '文化活动室', '甲小区', '老年食堂'];
const GROUPS = ['特殊老人', '特扶家庭', '社会救助群体', '城市流动人口', '困境儿童', '社区矫正对象', '残疾人'];

export function communityOf(seed: number): Community {
  const roll = dice(seed);
  const [county, area] = roll.pick(COUNTIES);
  const who = people(roll, area);
  const urban = roll.chance(65);
  const street = `${roll.pick(STREETS)}${urban || roll.chance(20) ? '街道' : roll.pick(['镇', '乡'])}`;
  const name = `${roll.pick(PLACES)}${urban || roll.chance(30) ? '社区' : '村'}`;
  const agency = `淮南市${roll.pick(['和谐', '益家', '晨光'])}社会工作服务中心`;
  const place = { area, street, name, agency, agencyCode: creditCode('52', area, `MJA${roll.digits(5)}`) };
  const population = seed % 5 === 0 ? 10_000 + (seed % 70) * 100 : roll.between(2, 12) * 1000 + roll.int(1000);
  const mode = roll.chance(25) ? 'midterm' : 'final';
  const workers = workersOf(roll, who);
  const lists = {
    W02: organisationsOf(roll, who, place),
    W03: workers,
    W04: postsOf(roll, who, place),
    W05: projectsOf(roll, place),
    W06: volunteersOf(roll, place, population),
    W07: activitiesOf(roll, place),
    W08: venturesOf(roll, place),
    // Dice of their own: what they roll changes nothing of the rest.
    ...progressOf(dice(seed + 3_000_001), who),
  };
  const [filler, reviewer, leader, secretary] = [who.person(), who.person(), who.person(), who.person()];
  const facts: Row = {
    unit: county,
    street,
    community: name,
    urc: urban ? roll.pick(['111', '112', '121']) : roll.pick(['210', '220']),
    urban,
    population,
    huji: Math.round(population * 0.9),
    pop_date: mode === 'final' ? '2021-04-30' : '2020-11-20',
    households: Math.round(population / 3),
    secretary: secretary.name,
    agency,
    agency_code: place.agencyCode,
    filler: filler.name,
    reviewer: reviewer.name,
    leader: leader.name,
    phone: filler.phone,
    address: who.plant(
      `${roll.pick(['淮滨', '舜耕', '龙湖'])}路${roll.between(100, 899)}号院${roll.between(10, 99)}室`,
    ),
    fill_date: mode === 'final' ? '2021-05-31' : '2020-11-30',
  };
  return { seed, mode, facts, people: who, lists: { ...lists, W13: summaryOf(lists, facts, mode) } };
}

interface Site {
  readonly area: string;
  readonly street: string;
  readonly name: string;
  readonly agency: string;
  readonly agencyCode: string;
}

/** A day, or sometimes only its month, between two months; never at the edge of the pilot year. */
function when(roll: Dice, from: number, to: number, months = 40): string {
  const month = roll.between(from, to);
  const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return roll.chance(months) ? text : `${text}-${String(roll.between(1, 28)).padStart(2, '0')}`;
}
const month = (year: number, one: number) => year * 12 + one - 1;

function organisationsOf(roll: Dice, who: People, site: Site): Row[] {
  const [registered, filed] = [roll.between(3, 8), roll.between(3, 8)];
  const names = roll.shuffled(
    ORG_NAMES.flatMap((first) => ORG_KINDS.map((kind) => [first + kind[0], kind[1]] as const)),
  );
  const rows: Row[] = [];
  for (let at = 0; at < registered + filed; at++) {
    const [name, category] = names[at]!;
    const isRegistered = at < registered;
    const members = roll.between(10, 60);
    const form = roll.pick(['51', '52']);
    rows.push({
      name,
      mgmt: isRegistered ? '登记' : '备案',
      form: isRegistered ? form : null,
      uscc: isRegistered ? creditCode(form, site.area, `MJB${roll.digits(5)}`) : null,
      file_no: isRegistered
        ? null
        : `${site.street.slice(0, 1)}街社备${roll.between(2017, 2020)}-${roll.digits(2)}${at}`,
      date: when(roll, month(2017, 1), month(2020, 10)),
      category: roll.chance(12) ? [category, '志愿服务'].filter((code, i, all) => all.indexOf(code) === i) : [category],
      hub: false,
      community: site.name,
      status: '正常',
      members,
      party: roll.int(9),
      volunteers: roll.between(1, members),
      head: who.person().name,
      phone: who.phone(),
    });
  }
  if (roll.chance(25)) rows.push({ ...rows[0]!, ...organisation(names[90]!, site, roll), status: '注销' });
  if (roll.chance(20)) rows.push({ ...rows[0]!, ...organisation(names[91]!, site, roll), status: '停止活动' });
  if (roll.chance(20)) rows.push({ ...rows.at(-1)!, ...organisation(names[92]!, site, roll), community: OTHERS[0]! });
  if (roll.chance(15)) rows.push({ ...rows[0]!, ...organisation(names[93]!, site, roll), date: '2021-06-18' });
  // Filed first, registered later: one organisation.
  if (roll.chance(20))
    rows.push({
      ...rows[registered]!,
      name: rows[0]!.name!,
      file_no: `${site.street.slice(0, 1)}街社备2017-007`,
      date: '2017-03',
    });
  return roll.shuffled(rows);
}

function organisation([name, category]: readonly [string, string], site: Site, roll: Dice): Row {
  return {
    name,
    category: [category],
    mgmt: '登记',
    form: '52',
    uscc: creditCode('52', site.area, `MJC${roll.digits(5)}`),
    file_no: null,
    community: site.name,
    status: '正常',
  };
}

const STAFF: readonly (readonly [string, string])[] = [
  ['A1', '党组织书记'],
  ['A1', '党组织副书记'],
  ['A2', '居委会副主任'],
  ['A2', '居委会委员'],
  ['A3', '社区干事'],
  ['A3', '社区专干'],
  ['A4', '网格员'],
];

function workersOf(roll: Dice, who: People): Row[] {
  const rows: Row[] = [];
  const add = (wtype: string, post: string, more: Row) => {
    const { name, sex, birth, id, phone } = who.person();
    rows.push({
      pid: `R${String(rows.length + 1).padStart(3, '0')}`,
      name,
      sex,
      birth,
      id,
      phone,
      wtype,
      post,
      ...more,
    });
  };
  const noCertificate: Row = { on_duty: true, leave: null, cert: ['0'], cert_no: null, cert_date: null };
  const certified = (codes: readonly string[]): Row => ({
    ...noCertificate,
    cert: codes,
    cert_no: who.plant(`GL34${roll.digits(9)}`),
    cert_date: when(roll, month(2015, 1), month(2020, 9)),
  });
  const total = roll.between(5, 14);
  for (let at = 0; at < total; at++) {
    const [wtype, post] = at < 3 ? STAFF[at]! : roll.pick(STAFF.slice(3));
    add(wtype, post, roll.chance(40) ? certified(roll.pick([['1'], ['1'], ['2'], ['1', '2']])) : noCertificate);
  }
  if (roll.chance(35)) add('A3', '社区干事', { ...certified(['1']), on_duty: false, leave: '2020-10' });
  if (roll.chance(30)) add('A4', '网格员', { ...noCertificate, on_duty: false, leave: '2020-09-15' });
  if (roll.chance(35)) add('B2', '驻站社工', certified(['2']));
  if (roll.chance(25)) add('B1', '保洁员', noCertificate);
  if (roll.chance(15)) add('A3', '社区干事', { ...noCertificate, cert: ['L'] });
  if (roll.chance(15)) add('A3', '社区干事', { ...noCertificate, cert: ['P'] });
  return rows;
}

function postsOf(roll: Dice, who: People, site: Site): Row[] {
  const rows: Row[] = [];
  const add = (layer: '中心' | '站', org: string, at: number) => {
    const vacant = roll.chance(12);
    rows.push({
      layer,
      org,
      post_no: `${layer === '中心' ? 'ZX' : 'ZD'}-${String(at).padStart(2, '0')}`,
      post_name: roll.pick(['专业社工', '社工督导', '项目社工']),
      setup_doc: `${site.street}办〔2020〕${roll.between(5, 60)}号`,
      setup: when(roll, month(2020, 6), month(2020, 7), 15),
      pid: vacant ? null : `SG${layer === '中心' ? 1 : 2}${at}`,
      person: vacant ? null : who.person().name,
      fulltime: vacant ? null : roll.chance(85),
      arrive: vacant ? null : when(roll, month(2020, 7), month(2020, 8), 15),
      leave: null,
      employer: '机构',
      cert: vacant ? ['0'] : roll.pick([['1'], ['2'], ['0']]),
    });
  };
  const [centre, station] = [roll.between(1, 3), roll.between(1, 2)];
  for (let at = 1; at <= centre; at++) add('中心', `${site.street}社会工作服务中心`, at);
  for (let at = 1; at <= station; at++) add('站', `${site.name}社会工作服务站`, at);
  if (roll.chance(25)) add('站', `${OTHERS[1]}社会工作服务站`, 9);
  return rows;
}

function projectsOf(roll: Dice, site: Site): Row[] {
  return Array.from({ length: roll.between(2, 6) }, (_, at): Row => {
    const people = roll.between(15, 90);
    const planned = roll.chance(12);
    return {
      no: `XM${String(at + 1).padStart(2, '0')}`,
      name: `${roll.pick(['暖阳', '护苗', '同行', '安居', '融爱'])}${roll.pick(['为老', '助残', '亲子', '关爱'])}服务项目${at + 1}`,
      agency: site.agency,
      agency_code: site.agencyCode,
      community: roll.chance(12) ? OTHERS[2]! : roll.chance(15) ? [site.name, OTHERS[2]!] : site.name,
      groups: roll.shuffled(GROUPS).slice(0, roll.between(1, 3)),
      methods: roll.shuffled(['个案', '小组', '社区']).slice(0, roll.between(1, 3)),
      start: when(roll, month(2020, 7), month(2021, 1), 30),
      end: when(roll, month(2021, 2), month(2021, 4), 30),
      amount: roll.between(10, 200) / 10,
      status: planned ? '拟立项' : roll.pick(['实施中', '已结项']),
      people: planned ? 0 : people,
      times: planned ? 0 : people * roll.between(1, 5) + 900 * roll.int(2),
      evidence: planned ? null : `方案及服务记录${at + 1}`,
    };
  });
}

function volunteersOf(roll: Dice, site: Site, population: number): Row[] {
  const line = (community: string, residents: number): Row => {
    const registered = Math.round((residents * roll.between(10, 30)) / 100);
    const verified = registered - roll.int(60);
    const participants = Math.round((verified * roll.between(6, 25)) / 100);
    return {
      community,
      pop_resident: residents,
      registered,
      verified,
      participants,
      participations: participants * roll.between(2, 5) + 1200,
      hours: participants * roll.between(2, 8) + 0.5,
      source: '安徽志愿服务网',
      exported: '2021-05-20',
    };
  };
  const rows = [line(site.name, population)];
  if (roll.chance(30))
    rows.push(line(OTHERS[0]!, roll.between(3000, 9000)), line(OTHERS[1]!, roll.between(3000, 9000)));
  return roll.shuffled(rows);
}

function activitiesOf(roll: Dice, site: Site): Row[] {
  const rows = Array.from({ length: roll.between(6, 24) }, (): Row => {
    const people = roll.between(5, 45);
    return {
      date: when(roll, month(2020, 6), month(2021, 5), 0),
      name: roll.pick(EVENTS),
      place: roll.pick(SITES),
      host: roll.pick([`${site.name}居委会`, '社工站', '银龄互助会']),
      people,
      registered: roll.between(1, people),
      times: roll.between(20, 200),
      hours: roll.pick([1, 1.5, 2, 2.5, 3]),
      target: ['其他'],
      evidence: `照片${roll.between(1, 99)}`,
    };
  });
  if (roll.chance(25)) rows.push({ ...rows[0]!, date: '2021-06-20' }, { ...rows[1]!, date: '2020-05-12' });
  if (roll.chance(20)) rows.push({ ...rows[2]!, registered: 0, people: 0 });
  const sorted = rows.sort((a, b) => String(a.date).localeCompare(String(b.date)));
  // The same event entered twice.
  return roll.chance(25) ? [...sorted.slice(0, 3), sorted[2]!, ...sorted.slice(3)] : sorted;
}

function venturesOf(roll: Dice, site: Site): Row[] {
  return Array.from({ length: roll.chance(75) ? 1 : 2 }, (_, at): Row => {
    const approved = roll.between(3, 8);
    return {
      session: `第${'一二'[at]}届`,
      name: `${site.street}微公益创投大赛${at ? '（第二季）' : ''}`,
      date: at ? '2021-03-18' : roll.pick(['2020-09-12', '2020-10-24']),
      layer: roll.pick(['街道', '县区']),
      collected: approved + roll.between(4, 9),
      shortlisted: approved + roll.int(4),
      approved,
      own: roll.chance(85) ? roll.between(1, 2) : 0,
      grant: roll.between(5, 60) / 10,
    };
  });
}

/** The self-report, added up from the lists without the engine. Doubtful lines are what a street would count. */
function summaryOf(lists: Readonly<Record<string, readonly Row[]>>, facts: Row, mode: Community['mode']): Row[] {
  const asOf = mode === 'final' ? '2021-05-31' : '2020-11-30';
  const { community } = facts;
  const counted = lists.W02!.filter(
    (row) => row.status === '正常' && row.community === community && String(row.date) <= asOf,
  );
  const registered = counted.filter(({ mgmt }) => mgmt === '登记');
  const names = new Set(registered.map(({ name }) => name));
  const filed = counted.filter(({ mgmt, name }) => mgmt === '备案' && !names.has(name!));
  const workers = lists.W03!.filter(
    ({ wtype, on_duty, leave }) => String(wtype)[0] === 'A' && (on_duty || String(leave) > asOf),
  );
  const certified = workers.filter(({ cert }) =>
    (cert as readonly string[]).some((code) => code === '1' || code === '2'),
  );
  const own = lists.W06!.find((row) => row.community === community)!;
  const activities = new Set(
    lists
      .W07!.filter(({ date, people }) => String(date) >= '2020-06-01' && String(date) <= asOf && Number(people) > 0)
      .map(({ name, date, place }) => `${name}${date}${place}`),
  );
  const projects = lists.W05!.filter(
    (row) =>
      [row.community].flat().includes(community as string) && row.status !== '拟立项' && String(row.start) <= asOf,
  );
  const ventures = lists.W08!.filter(({ date, own: ours }) => String(date) <= asOf && Number(ours) > 0);
  const station = `${community}社会工作服务站`;
  const items: readonly (readonly [string, string | null, number])[] = [
    ['org_total', '≥10', registered.length + filed.length],
    ['org_registered', '≥5', registered.length],
    ['org_filed', '≥5', filed.length],
    ['workers', null, workers.length],
    ['certified', null, certified.length],
    ['certified_rate', '≥40%', workers.length ? certified.length / workers.length : 0],
    ['posts_centre', '≥2', lists.W04!.filter(({ layer }) => layer === '中心').length],
    ['posts_station', '≥1', lists.W04!.filter(({ org }) => org === station).length],
    ['projects', '≥3', projects.length],
    ['ventures', '≥1', ventures.length],
    ['pop_resident', null, Number(own.pop_resident)],
    ['volunteers', null, Number(own.registered)],
    ['activities', '≥10', activities.size],
  ];
  return items.map(([item, target, reported]) => ({ item, target, reported }));
}
