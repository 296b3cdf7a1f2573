/** Who is told to count does, and who is told not to does not: sentences of the guides, each beside what such a line comes to. */
import { expect, test } from 'vitest';
import type { Cell } from '../../shared/model.ts';
import { guides } from '../../shared/sheets/guides.ts';
import type { Table } from '../../shared/sheets/symbols.ts';
import {
  W00,
  W01,
  W04,
  W05,
  W06,
  W07,
  W08,
  W09,
  W10,
  W11,
  W12,
  W12filing,
  W14,
  W15,
} from '../../shared/sheets/tables.ts';
import { withoutExamples } from '../known.ts';
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
  ['“无”“否”“无方案”“/”：等于没有写。', no, { methods: null, evidence: '暂无' }],
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

const federation = { item: '志愿服务联合会', item_code: null };

holds(W09, 'P06', [
  ['已经建成、成立、制定、印发的填“是”。', one, {}],
  ['筹建中、正在办理的：按“否”算，做成以后再改“是”。', no, { done: '正在办理' }],
  ['截止日以后才做成的：这一次按“否”算。', no, { done_date: '2020-12-05' }],
  ['写“是（街道统一设立）”的：看不出本社区有没有，要等核实。', perhaps, { done: '是（街道统一设立）' }],
  ['中心、站、专项基金、机构派驻四项空着：没有材料的要等核实。', perhaps, { evidence: null }],
  ['“无”不是材料，等于没有填。', perhaps, { evidence: '无' }],
  ['编号和“事项”不是同一件事：两件都会算作填了，请改成一致。', one, { item_code: '社区学院' }],
]);

holds(W09, 'T01', [
  ['编号和“事项”不是同一件事：两件都会算作填了，请改成一致。', one, { item_code: '社区学院' }],
  ['社区学院、孵化园，街道或者社区有一个就填“是”。', one, { item: '社区学院', item_code: null }],
]);

holds(W09, 'S07', [
  [
    '联合会、相应机构写明是哪一级的，如“锦湖社区志愿服务联合会”。',
    one,
    { ...federation, document: '锦湖社区志愿服务联合会' },
  ],
  ['看不出是街道还是社区的联合会、相应机构：要等核实。', [1, 2], { ...federation, document: '成立大会材料' }],
]);

holds(W10, 'T03', [
  [
    '社会工作专业、基层党务、志愿服务、基层自治、社会组织骨干五类，培训过的各算一类。',
    [2, 2],
    {},
    { category: '志愿服务人才' },
  ],
  ['培训人次是 0 的一类。', no, { sessions: 0, trainees: 0 }],
  ['五类以外的，如养老护理人才、电商人才。', no, { category: '养老护理人才' }],
  ['培训了 1 人次以上，这一类人才就算有。', one, { sessions: 1, trainees: 1 }],
  ['填 0 的，这一类不算；空着的要等核实。', no, { sessions: 0, trainees: 0 }],
  ['填 0 的，这一类不算；空着的要等核实。', [1, 2], {}, { category: '志愿服务人才', trainees: null }],
]);

holds(W10, 'T04', [
  ['写到四项中的一项，就算一项，如“培训、激励”算两项。', [2, 2], {}],
  ['四项以外的，如“宣传”。', no, { mechanisms: '宣传' }],
  ['空着的。', [2, 2], {}, { category: '志愿服务人才', mechanisms: null }],
]);

holds(W11, 'O06', [
  ['市级、县区级安排的，计入专项资金。', [20, 20], {}],
  ['市级、县区级的这一格加起来大于 0，专项资金就算有了。', [50, 50], {}, { source: '市级', planned: 30 }],
  ['街道拿出的钱、企业和个人捐的钱：照样填写，不计入专项资金。', [20, 20], {}, { source: '社会资金', planned: 5 }],
  ['写“财政拨款”：看不出是哪一级，写“市级”或“县区级”。', [0, 20], { source: '财政拨款' }],
]);

const openTask = { start: null, finish: null, progress: null };

holds(W12, 'M07', [
  ['截止日以前（含当天）已经动手的，算启动了。', one, { ...openTask, start: '2020-11-30' }],
  ['动手的日子在截止日以后的。', no, { ...openTask, start: '2020-12-05' }],
  ['“进度”写着“未启动”的：写了日子也不算。', no, { progress: '未启动' }],
  ['只写了完成日、没有写启动日的，也算启动了。', one, { ...openTask, finish: '2020-10-20' }],
  ['“已启动”“推进中”“已完成”“80%”，都算启动了。', one, { ...openTask, progress: '80%' }],
  ['“已启动”“推进中”“已完成”“80%”，都算启动了。', one, { ...openTask, progress: '推进中' }],
  ['“未启动”“待启动”“0%”。', no, { ...openTask, progress: '0%' }],
  ['写“抓紧落实”“加快推进”一类的话：改写做到哪一步。', perhaps, { ...openTask, progress: '加快推进' }],
  ['两件任务用了同一个号：会当作一件，只算一次。', one, {}, { task: '摸清重点人群的需求' }],
  ['写了两遍的同一件任务：只算一次。', one, { task_no: null }, { task_no: null }],
]);

holds(W12filing, 'M02', [
  ['在报送以前确认，或者同一天确认。', one, { confirmed: '2020-07-28' }],
  ['先报送、后确认的。', no, { confirmed: '2020-07-29' }],
]);

holds(W12filing, 'M03', [
  ['在规定的最后一天或以前收到的，算按期。', one, { filed: '2020-07-31' }],
  ['过了最后一天的：算逾期，会写明晚了几天。', no, { filed: '2020-08-01' }],
]);

const closedInTime = { closed_date: '2020-11-20' };

holds(W14, 'M09', [
  ['写有“中期”两个字的，或者空着的，算中期评估发现的问题。', one, { ...closedInTime, origin: null }],
  [
    '没有“中期”两个字的，如“日常检查”：照样要整改，不算进销号的比例。',
    one,
    closedInTime,
    { ...closedInTime, issue_no: '问题2', origin: '日常检查' },
  ],
  ['验收通过、已经销号的填“是”。', one, closedInTime],
  ['改完了、还没有验收的：填“否”。', no, { ...closedInTime, closed: '否' }],
  ['截止日以后才销号的：这一次还不算。', no, { closed_date: '2020-12-05' }],
  ['两个问题用了同一个号：会当作一个，只算一次。', one, closedInTime, { ...closedInTime, issue: '没有台账' }],
]);

holds(W00, 'M01', [
  ['街道、社区、承接机构都填了的，算已经遴选。', one, {}],
  ['重复写的同一个县区：只算一次。', one, {}, {}],
  ['空着：这个县区就不算已经遴选。', no, { street: null }],
]);

holds(W00, 'M04', [
  ['填了文号的，算已经书面确认。', one, {}],
  ['空着的：算还没有书面确认。', no, { confirm_no: null }],
]);

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
      withoutExamples,
    );
    const { lower, upper } = indicator(id);
    expect([lower, upper]).toEqual(counts);
  });
}

function form(): Rows {
  return W01.def.fields.map(({ label, example }) => [label, example ?? null]);
}

/** The example lines with other things in them. */
function list<Fields>({ def: { fields, shape } }: Table<Fields>, lines: readonly Line[]): Rows {
  if (shape === 'form') return fields.map(({ key, label, example }) => [label, lines[0]![key] ?? example ?? null]);
  const records = lines.map((line) => {
    const own: Line = { remark: '属实', ...line };
    return fields.map(({ key, example }) => (key in own ? own[key]! : (example ?? null)));
  });
  return [fields.map(({ label }) => label), ...records];
}
