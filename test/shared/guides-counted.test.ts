/** Who is told to count does, and who is told not to does not: sentences of the guides, each beside what such a line comes to. */
import { expect, test } from 'vitest';
import type { Cell } from '../../shared/model.ts';
import { guides } from '../../shared/sheets/guides.ts';
import type { Table } from '../../shared/sheets/symbols.ts';
import { W01, W04, W05, W06, W07, W08, W15 } from '../../shared/sheets/tables.ts';
import { judged, type Rows } from './check/workbooks.ts';

/** What a line has in place of the example's. */
type Line = Readonly<Record<string, Cell>>;
/** What is counted for certain, and at most. */
type Counts = readonly [number, number];

const no: Counts = [0, 0];
const perhaps: Counts = [0, 1];
const one: Counts = [1, 1];

const centre = { layer: '街道', org: '望淮街道社会工作服务中心' };
const anotherPost = { post_no: 'JH-02', setup_date: '2020-08-03' };
const successor = { person: '吴某某', pid: 'SG002', arrive_date: '2020-09-01' };
const another = { project_no: 'JH-XM-02' };

holds(W04, 'P03', [
  ['中心：设在街道（乡镇）的岗位，写“街道”“乡镇”的也认得。', one, centre],
  ['一个岗位在中心、站各写一行：会算成两个，在哪边设的就只写哪边。', one, {}, centre],
]);

holds(W04, 'P04', [
  ['一个岗位在中心、站各写一行：会算成两个，在哪边设的就只写哪边。', one, {}, centre],
  ['别的社区的站：不计入本社区，只供街道参考。', no, { org: '春申社区社会工作服务站' }],
  ['先后两个人做过同一个岗位的，写两行，用同一个编号，只算一个岗位。', one, { leave_date: '2020-08-31' }, successor],
  [
    '空着不填：一行算一个岗位，换过人的就多算了。',
    [2, 2],
    { post_no: null, leave_date: '2020-08-31' },
    { ...successor, post_no: null },
  ],
  ['已经设岗、暂时没有人的，也算设了岗。', one, { person: '空缺', pid: null }],
  ['截止日以后才设的岗位：本期不计。', no, { setup_date: '2020-12-15' }],
  ['空着不填：不能确定是不是截止日以前设的，先不计。', perhaps, { setup_date: null }],
]);

holds(W04, 'P05', [
  ['一个人两个岗位都写专职：只算第一个岗位，另一个改填“兼职”或另配人。', [1, 2], {}, anotherPost],
  ['没有证书的专职社工也算配备了人。', one, { cert: '无' }],
  ['“空缺”“待聘”“招聘中”：岗位算设了，人不算配了。', no, { person: '待聘', pid: null }],
  ['截止日当天或以前已经离岗的。', no, { leave_date: '2020-11-30' }],
  ['兼职：社区干部兼任的、同时做几个岗位的。', no, { fulltime: '兼职' }],
  ['空着不填：不能确定是不是专职，先不算配备。', perhaps, { fulltime: null }],
  ['截止日以后才离岗的，本期还算在岗。', one, { leave_date: '2020-12-01' }],
  ['在这里写“2020年10月离职”：会按离岗算，日期请填在“离岗日”里。', no, { leave_date: null, remark: '2020年10月离职' }],
]);

holds(W05, 'S05', [
  ['两个项目用了同一个号：只算一个，请分开编号。', one, {}, { name: '残疾人康复项目' }],
  ['同一个项目分几期写成几行、编几个号：会算成几个，请合成一行。', [2, 2], {}, another],
  ['试点以前开始、试点期间还在做的。', one, { start: '2019-09-01' }],
  ['几个社区合做的，本社区在其中就算。', one, { community: '春申社区、锦湖社区' }],
  ['截止日以后才开始的，试点以前就结束的。', no, { start: '2020-12-05' }],
  ['截止日以后才开始的，试点以前就结束的。', no, { start: '2019-09-01', end: '2020-05-31' }],
  ['名称里有“活动”，又没有写佐证：先不计，有方案的请补写佐证。', perhaps, { name: '重阳敬老活动', evidence: null }],
  ['居委会、志愿队自己做的：先不计，须核实。', perhaps, { agency: '锦湖社区居委会' }],
  ['写简称，如“同心桥社工”：认不出是不是同一家，请写全称。', perhaps, { agency: '同心桥社工' }],
  ['写“全街道”“各社区”的：看不出有没有本社区，先不计。', perhaps, { community: '全街道' }],
  ['整列不填：当作都在本社区做。', one, { community: null }],
  ['这一格和“佐证”都空着的：看不出有服务方案，不算项目。', no, { methods: null, evidence: null }],
  ['空着不填：不能确定开始了没有，先不计。', perhaps, { start: null }],
  ['拟立项：还没有开始，不计。', no, { status: '拟立项' }],
  ['终止：先不计；服务过人的，核实后再算。', perhaps, { status: '终止' }],
  ['没有服务记录的：填 0；是 0 的，项目不计。', no, { people: 0, times: 0 }],
  ['空着不填：不能确定服务过没有，先不计。', perhaps, { times: null }],
  ['“无”“暂无”“/”：等于没有写。', no, { methods: null, evidence: '暂无' }],
]);

holds(W05, 'S11', [
  ['一般居民、党员、妇女：填“其他”，不算上面七类。', no, { groups: '党员、妇女' }],
  ['还没有服务过人的项目：填了也不算服务到。', no, { people: 0, times: 0 }],
]);

holds(W06, 'S08', [
  ['空着不填：只有注册数，不能认定注册率达到了。', [0, 1460], { verified: null }],
  ['系统里显示已经实名认证的。', [1400, 1400], {}],
]);

holds(W06, 'S10', [['只有估计数：没有统计的空着，不影响注册率和参与率。', [210, 210], { hours: null }]]);

holds(W07, 'S09', [
  ['试点以前办的。', no, { date: '2020-05-31' }],
  ['截止日以后办的：本期不计，下期再计。', no, { date: '2020-12-01' }],
  ['只写“9月12日”：没有年份，认不出是哪一年的先不计，请写全。', perhaps, { year: null, date: '9月12日' }],
  ['同一个活动在不同的日子办，一天算一场。', [2, 2], {}, { date: '2020-09-19' }],
  ['同一天、同一个名称的写了几行：只算一场。', one, {}, {}],
  [
    '同一天办了两场名称相近的：核实前只算一场，确是两场的把名称写得不一样。',
    [1, 2],
    {},
    { name: '独居老人结对探访活动' },
  ],
  ['换一个地点再写一行：同一天、同名的活动，核实前还是只算一场。', [1, 2], {}, { place: '桂花小区' }],
  ['写“各社区”“全街道”的：看不出是不是本社区，先不计。', perhaps, { community: '各社区' }],
  ['注册的、没有注册的志愿者，都算在这里。', one, { registered: 0 }],
  ['填 0 或空着：没有志愿者参加的，不算志愿服务活动。', no, { people: 0 }],
]);

holds(W08, 'S06', [
  ['街道（乡镇）或上级统一办、有本社区项目参加的。', one, { layer: '市' }],
  ['没有本社区项目参加的。', no, { own_projects: 0 }],
  ['空着不填：先不计。', perhaps, { date: null }],
  ['截止日以后才办的：本期不计。', no, { date: '2020-12-01' }],
  ['社区自己办的，本社区项目数没有填也算。', one, { layer: '社区', own_projects: null }],
  ['街道或上级办的，没有填本社区项目数：看不出有没有本社区的项目，先不计。', perhaps, { own_projects: null }],
  ['一个也没有立项的：这次活动不计。', no, { approved: 0 }],
  ['空着不填：不能确定有没有立项，先不计。', perhaps, { approved: null }],
]);

holds(W15, 'X01', [['不在清单里的，如“垃圾分类”：可以写，但不算文件列举的一类。', no, { theme: '垃圾分类' }]]);

function holds<Fields>(
  table: Table<Fields>,
  id: string,
  all: readonly (readonly [says: string, counts: Counts, ...lines: readonly Line[]])[],
): void {
  const told = Object.values(guides[table.id]!).flatMap(({ counts = [], not = [], mistakes }) => [
    ...counts,
    ...not,
    ...mistakes,
  ]);
  const cases = all.map(([says, counts, ...lines]) => [says, counts, lines] as const);
  test.each(cases)(`${table.def.name}：%s`, (says, counts, lines) => {
    expect(told).toContain(says);
    const { indicator } = judged(
      { 基本情况: form(), [table.def.name]: list(table, lines) },
      { policy: 'huainan-2020', mode: 'midterm', asOf: '2020-11-30' },
    );
    const { lower, upper } = indicator(id);
    expect([lower, upper]).toEqual(counts);
  });
}

function form(): Rows {
  return W01.def.fields.map(({ label, example }) => [label, example ?? null]);
}

/** The example lines with other things in them; a remark of their own tells them from the template's. */
function list<Fields>({ def: { fields } }: Table<Fields>, lines: readonly Line[]): Rows {
  const records = lines.map((line) => {
    const own: Line = { remark: '属实', ...line };
    return fields.map(({ key, example }) => (key in own ? own[key]! : (example ?? null)));
  });
  return [fields.map(({ label }) => label), ...records];
}
