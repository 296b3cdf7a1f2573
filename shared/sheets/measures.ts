/**
 * What is counted, as conditions on the tables' fields (SPEC §1.2; what makes a line doubtful: RULINGS A01).
 * An optional field that is empty decides nothing; a field that the formula needs leaves the line undecided.
 */
import type { Condition, IdentityDef, Measure } from '../model.ts';

const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of });
const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of });
const not = (of: Condition): Condition => ({ is: 'not', of });
/** Certain where `of` holds, else only doubtful: a wrong code does not undo a registration. */
const orDoubt = (of: Condition, would: string): Condition => not({ is: 'perhaps', of: not(of), would });

const asOf = { day: 'asOf' } as const;
const windowStart = { day: 'windowStart' } as const;
const countEnd = { day: 'countEnd' } as const;

const own: Condition = { is: 'own', field: 'community', blank: 'in' };

// W02 -----------------------------------------------------------------------------------------------------------------

export const registered: Condition = { is: 'oneOf', field: 'mgmt', codes: ['登记'] };
export const filed: Condition = { is: 'oneOf', field: 'mgmt', codes: ['备案'] };

/** Names that say what is no community organisation; one that merely contains such a word is asked about (RULINGS A09). */
export const EXCLUDED_ENDS = [
  '业主委员会',
  '业委会',
  '居民委员会',
  '村民委员会',
  '居委会',
  '村委会',
  '居委会(委员会)',
  '党支部',
  '有限公司',
];
export const EXCLUDED_WORDS = [
  '业主委员会',
  '业委会',
  '物业',
  '有限公司',
  '居委会',
  '居民委员会',
  '村委会',
  '村民委员会',
  '党支部',
];
const excluded: Condition = { is: 'ends', field: 'name', words: EXCLUDED_ENDS };
const looksExcluded: Condition = { is: 'contains', field: 'name', words: EXCLUDED_WORDS };

const standing: readonly Condition[] = [
  // A hub of the street belongs to no community; one that names this community is of this community.
  not(all({ is: 'yes', field: 'is_hub', blank: 'out' }, not({ is: 'filled', field: 'community' }))),
  any(registered, filed),
  { is: 'oneOf', field: 'status', codes: ['正常'], blank: 'in' },
  any(
    all(registered, { is: 'within', field: 'reg_date', to: asOf, absent: 'in' }),
    all(filed, { is: 'within', field: 'file_date', to: asOf, absent: 'in' }),
  ),
  not(excluded),
  not({ is: 'perhaps', of: looksExcluded, would: '核实确属社区社会组织' }),
];
const organisation = all(own, ...standing);

/** GB 32100 holds, and the first two characters are those of an organisation registered by civil affairs (R024, R025). */
export const civilCode: Condition = { is: 'like', field: 'uscc', pattern: '^5[1239]' };

const organisations: Measure = {
  kind: 'count',
  table: 'W02',
  identity: 'organisation',
  where: organisation,
  by: 'name',
};
const registeredOrganisations: Measure = {
  ...organisations,
  where: all(
    organisation,
    registered,
    orDoubt(all({ is: 'valid', field: 'uscc', blank: 'out' }, civilCode), '核对后为有效代码'),
  ),
  by: 'mgmt',
};
const filedOrganisations: Measure = {
  ...organisations,
  where: all(
    organisation,
    filed,
    orDoubt({ is: 'filled', field: 'file_no' }, '补填'),
    orDoubt({ is: 'filled', field: 'file_date' }, '补填'),
  ),
  by: 'mgmt',
};

/** By way alone, as a self-report tells them apart (Z02). */
const registeredByKind: Measure = { ...organisations, where: all(organisation, registered), by: 'mgmt' };
const filedByKind: Measure = { ...organisations, where: all(organisation, filed), by: 'mgmt' };

/** All organisations that the roster names, whatever their community, over the communities named (SPEC §5: 平均). */
const organisationsPerCommunity: Measure = {
  ...organisations,
  where: all(...standing),
  over: 'community',
};

const sinceStart = { is: 'within', from: windowStart } as const;
const newDate = any(
  all(registered, { ...sinceStart, field: 'reg_date', blank: 'out' }),
  all(filed, { ...sinceStart, field: 'file_date', blank: 'out' }),
);
const newOrganisations: Measure = { ...organisations, where: all(organisation, newDate) };
const newRegistered: Measure = { ...newOrganisations, where: all(organisation, registered, newDate), by: 'mgmt' };
const newFiled: Measure = { ...newOrganisations, where: all(organisation, filed, newDate), by: 'mgmt' };
/** 公益慈善, 养老服务, 志愿服务: the three to be fostered first (SPEC §2.3 CAT). */
const priorityKinds: Measure = {
  kind: 'kinds',
  table: 'W02',
  field: 'category',
  among: ['公益慈善', '养老服务', '志愿服务'],
  where: organisation,
  outOf: 3,
};
const certifiedInOrganisations: Measure = { kind: 'sum', table: 'W02', field: 'staff_certified', where: organisation };

// W03 -----------------------------------------------------------------------------------------------------------------

/** A1–A4; people sent by an agency and volunteers are no community workers (SPEC §2.3). */
export const communityWorker: Condition = { is: 'oneOf', field: 'wtype', codes: ['A1', 'A2', 'A3', 'A4'] };
export const left: Condition = { is: 'within', field: 'leave_date', to: asOf, blank: 'out' };
export const onDuty = all(
  not(left),
  any(
    { is: 'yes', field: 'on_duty', blank: 'in' },
    { is: 'within', field: 'leave_date', from: { day: 'asOf', plus: 1 }, blank: 'out' },
  ),
);
/** A national certificate of any level; a local one (L) does not count, an examination passed (P) perhaps. */
export const certificate: Condition = {
  is: 'oneOf',
  field: 'cert',
  codes: ['1', '2', '3', 'U'],
  blank: 'out',
  absent: 'unknown',
};
export const passed: Condition = { is: 'oneOf', field: 'cert', codes: ['P'], blank: 'out' };
const certified = any(all(certificate, { is: 'within', field: 'cert_date', to: asOf, blank: 'in' }), {
  is: 'perhaps',
  of: passed,
  would: '核实已取得证书',
});
export const worker = all(own, communityWorker, onDuty);

const workersCertified: Measure = {
  kind: 'share',
  table: 'W03',
  identity: 'person',
  of: worker,
  where: certified,
  by: 'cert',
};
/** Of those whom the community employs for it (浙江: 专职社区工作者). */
const fullTimeWorkersCertified: Measure = {
  ...workersCertified,
  of: all(own, { is: 'oneOf', field: 'wtype', codes: ['A3'] }, onDuty),
};
const workersPerResident: Measure = {
  kind: 'density',
  count: { kind: 'count', table: 'W03', identity: 'person', where: worker, by: 'wtype' },
  denominator: [
    { table: 'W01', field: 'pop_resident' },
    { table: 'W06', field: 'population' },
  ],
};
/** As a summary of several communities reports it. */
const reportedCertified: Measure = {
  kind: 'quotient',
  numerator: { table: 'W13', field: 'certified' },
  denominator: [{ table: 'W13', field: 'workers' }],
};
const streetWorkersCertified: Measure = { ...workersCertified, of: all(communityWorker, onDuty) };

// W04 -----------------------------------------------------------------------------------------------------------------

const setUp: Condition = { is: 'within', field: 'setup_date', to: asOf, absent: 'in' };
const ofCentre: Condition = all({ is: 'oneOf', field: 'layer', codes: ['中心'] }, setUp);
const ofStation: Condition = all(
  { is: 'oneOf', field: 'layer', codes: ['站'] },
  { is: 'ofOwn', field: 'org', blank: 'in' },
  setUp,
);
export const personInPost = any({ is: 'filled', field: 'pid' }, { is: 'filled', field: 'person' });
export const inPost = all(
  personInPost,
  { is: 'within', field: 'arrive_date', to: asOf, blank: 'in' },
  not({ is: 'within', field: 'leave_date', to: asOf, blank: 'out' }),
);
export const fullTime: Condition = { is: 'oneOf', field: 'fulltime', codes: ['专职'] };

const centrePosts: Measure = { kind: 'count', table: 'W04', identity: 'post', where: ofCentre, by: 'layer' };
const stationPosts: Measure = { ...centrePosts, where: ofStation };
const postsFilled: Measure = {
  kind: 'share',
  table: 'W04',
  identity: 'post',
  of: any(ofCentre, ofStation),
  where: all(inPost, fullTime),
  by: 'fulltime',
  once: ['pid', 'person'],
};

/** Of all stations of the street that the table names those with a post; the centre aside (G04, another calibre). */
const streetStations: Measure = {
  kind: 'share',
  table: 'W04',
  identity: 'station',
  of: { is: 'oneOf', field: 'layer', codes: ['站'] },
  where: setUp,
  by: 'layer',
};
const postsCertified: Measure = {
  ...postsFilled,
  where: all(inPost, fullTime, { is: 'oneOf', field: 'cert', codes: ['1', '2', '3', 'U'], blank: 'out' }),
};

// W05–W08 -------------------------------------------------------------------------------------------------------------

const someService: Condition = { is: 'number', field: 'times', op: '>=', than: 1 };
const ended: Condition = { is: 'oneOf', field: 'status', codes: ['终止'], blank: 'out' };
export const planned = any(
  { is: 'filled', field: 'evidence', absent: 'unknown' },
  { is: 'filled', field: 'methods', absent: 'unknown' },
);
export const ownAgency: Condition = { is: 'same', field: 'agency', table: 'W01', as: 'agency_name', blank: 'in' };
/** An event that calls itself a project and shows no plan. */
export const merelyEvent = all(
  { is: 'contains', field: 'name', words: ['活动'] },
  not({ is: 'filled', field: 'evidence' }),
);
const projects: Measure = {
  kind: 'count',
  table: 'W05',
  identity: 'project',
  where: all(
    own,
    orDoubt(ownAgency, '核实为市民政局确认的承接机构'),
    not({ is: 'oneOf', field: 'status', codes: ['拟立项'], blank: 'out' }),
    not(all(ended, not({ is: 'perhaps', of: { ...someService, blank: 'out' }, would: '确在窗口内提供过服务' }))),
    planned,
    someService,
    { is: 'within', field: 'start', to: countEnd },
    not({ is: 'within', field: 'end', to: { day: 'windowStart', plus: -1 }, blank: 'out' }),
    orDoubt({ is: 'notAfter', field: 'start', other: 'end', blank: 'in' }, '更正为不晚于结束日期'),
    not({ is: 'perhaps', of: merelyEvent, would: '核实为有服务方案的项目' }),
  ),
  by: 'name',
  event: true,
};

/** The seven groups that the policy names. */
const groupsServed: Measure = {
  kind: 'kinds',
  table: 'W05',
  field: 'groups',
  among: ['特殊老人', '特扶家庭', '社会救助群体', '城市流动人口', '困境儿童', '社区矫正对象', '残疾人'],
  where: all(own, someService),
  outOf: 7,
};

const ownShare: Condition = { is: 'number', field: 'own_projects', op: '>=', than: 1 };
const ventures: Measure = {
  kind: 'count',
  table: 'W08',
  identity: 'venture',
  where: all(
    { is: 'within', field: 'date', from: windowStart, to: countEnd },
    { is: 'number', field: 'approved', op: '>=', than: 1 },
    not({ is: 'number', field: 'own_projects', op: '=', than: 0, blank: 'out' }),
    any(ownShare, { is: 'oneOf', field: 'layer', codes: ['社区'], blank: 'out' }),
  ),
  by: 'name',
  event: true,
};

export const inWindow: Condition = { is: 'within', field: 'date', from: windowStart, to: countEnd };
const activities: Measure = {
  kind: 'count',
  table: 'W07',
  identity: 'activity',
  where: all(inWindow, { is: 'number', field: 'people', op: '>=', than: 1 }),
  by: 'name',
  event: true,
};

const activityThemes: Measure = { ...activities, identity: 'theme' };

const verified = { table: 'W06', field: 'verified', most: 'registered' };
const volunteerRate: Measure = {
  kind: 'quotient',
  numerator: verified,
  denominator: [
    { table: 'W06', field: 'population' },
    { table: 'W01', field: 'pop_resident' },
  ],
};
const participationRate: Measure = {
  kind: 'quotient',
  numerator: { table: 'W06', field: 'participants' },
  denominator: [verified],
};

const volunteerRateOfHousehold: Measure = {
  kind: 'quotient',
  numerator: verified,
  denominator: [{ table: 'W01', field: 'pop_huji' }],
};

// W09–W15, W00 --------------------------------------------------------------------------------------------------------

export const done: Condition = { is: 'yes', field: 'done' };
export const itemDone = all(done, { is: 'within', field: 'done_date', to: asOf, blank: 'in' });
export const itemProven = all(itemDone, orDoubt({ is: 'filled', field: 'evidence' }, '补填佐证材料'));
const improvements: Measure = {
  kind: 'words',
  table: 'W09',
  items: ['M10'],
  words: ['政策创制', '经验推广', '模式创新', '品牌打造'],
  where: itemDone,
};

const TALENTS = ['社会工作专业人才', '基层党务人才', '志愿服务人才', '基层自治人才', '社会组织骨干人才'];
const talents: Measure = {
  kind: 'kinds',
  table: 'W10',
  field: 'category',
  among: TALENTS,
  where: { is: 'number', field: 'trainees', op: '>=', than: 1 },
  outOf: 5,
};
const mechanisms: Measure = {
  kind: 'kinds',
  table: 'W10',
  field: 'mechanisms',
  among: ['培训', '使用', '激励', '保障'],
  where: { is: 'filled', field: 'mechanisms' },
  outOf: 4,
};

/** The city and the county must provide; the street's part is for reference (SPEC §1.2 O06). */
const publicFunds: Condition = { is: 'oneOf', field: 'source', codes: ['市', '县区'], blank: 'out' };
const funds: Measure = { kind: 'sum', table: 'W11', field: 'planned', where: publicFunds };
const fundsReceived: Measure = {
  kind: 'rate',
  table: 'W11',
  numerator: 'received',
  denominator: 'planned',
  where: publicFunds,
};
const fundsSpent: Measure = { ...fundsReceived, numerator: 'spent', denominator: 'received' };

const started: Condition = any(
  { is: 'within', field: 'start', to: asOf, blank: 'out' },
  { is: 'within', field: 'finish', to: asOf, blank: 'out' },
  { is: 'number', field: 'progress', op: '>', than: 0, blank: 'out' },
);
const tasksStarted: Measure = {
  kind: 'share',
  table: 'W12',
  identity: 'task',
  of: any({ is: 'filled', field: 'task' }, { is: 'filled', field: 'task_no' }),
  where: started,
  by: 'start',
};
const planConfirmed: Measure = {
  kind: 'holds',
  table: 'W12',
  needs: ['confirmed', 'filed'],
  where: { is: 'notAfter', field: 'confirmed', other: 'filed' },
};
const planFiled: Measure = {
  kind: 'holds',
  table: 'W12',
  needs: ['filed'],
  where: { is: 'within', field: 'filed', to: { on: '2020-07-31' } },
  late: { field: 'filed', due: '2020-07-31' },
};

const issuesClosed: Measure = {
  kind: 'share',
  table: 'W14',
  identity: 'issue',
  of: { is: 'contains', field: 'origin', words: ['中期'], blank: 'in' },
  where: all(
    { is: 'oneOf', field: 'status', codes: ['已销号'], blank: 'out' },
    { is: 'within', field: 'closed_date', to: asOf, blank: 'in' },
  ),
  by: 'status',
};

const themes: Measure = {
  kind: 'kinds',
  table: 'W15',
  field: 'theme',
  among: [
    '社工人才培养',
    '社会组织培育',
    '特殊人群服务',
    '社区公益创投',
    '社区协商',
    '楼栋自治',
    '四位一体红色物业',
    '三工联动与两工互动',
    '创新社区学院',
  ],
  where: { is: 'filled', field: 'theme' },
};

const unitsChosen: Measure = {
  kind: 'count',
  table: 'W00',
  identity: 'unit',
  where: all(
    { is: 'filled', field: 'street' },
    { is: 'filled', field: 'community' },
    { is: 'filled', field: 'agency' },
  ),
  by: 'unit',
  outOf: 10,
};
/** Of the units in the register those that have handed in; a register without that column tells nothing. */
const unitsReported: Measure = {
  kind: 'share',
  table: 'W00',
  identity: 'unit',
  of: any({ is: 'filled', field: 'submit' }, not({ is: 'filled', field: 'submit', absent: 'in' })),
  where: any(
    // Returned for correction was handed in all the same (SPEC §4.2).
    { is: 'oneOf', field: 'submit', codes: ['1', '2', '3', '4'] },
    { is: 'filled', field: 'received' },
  ),
  by: 'submit',
};
const unitsConfirmed: Measure = { ...unitsChosen, where: { is: 'filled', field: 'confirm_no' } };

export const measures = {
  organisations,
  registeredOrganisations,
  filedOrganisations,
  registeredByKind,
  filedByKind,
  organisationsPerCommunity,
  newOrganisations,
  newRegistered,
  newFiled,
  priorityKinds,
  certifiedInOrganisations,
  workersCertified,
  fullTimeWorkersCertified,
  workersPerResident,
  streetWorkersCertified,
  reportedCertified,
  centrePosts,
  stationPosts,
  postsFilled,
  streetStations,
  postsCertified,
  projects,
  groupsServed,
  ventures,
  activities,
  activityThemes,
  volunteerRate,
  participationRate,
  volunteerRateOfHousehold,
  improvements,
  talents,
  mechanisms,
  funds,
  fundsReceived,
  fundsSpent,
  tasksStarted,
  planConfirmed,
  planFiled,
  issuesClosed,
  themes,
  unitsChosen,
  unitsReported,
  unitsConfirmed,
} satisfies Record<string, Measure>;

/** When two lines are the same thing (RULINGS A11). */
export const identities: Readonly<Record<string, IdentityDef>> = {
  organisation: {
    table: 'W02',
    keys: [{ fields: ['uscc'] }, { fields: ['name'] }],
    place: 'community',
    keeps: all(registered, { is: 'within', field: 'reg_date', to: asOf, blank: 'in' }),
  },
  person: {
    table: 'W03',
    keys: [
      { fields: ['idno'] },
      { fields: ['pid', 'name'], unless: ['idno'] },
      { fields: ['name', 'birth'], unless: ['idno', 'pid'] },
    ],
  },
  post: { table: 'W04', keys: [{ fields: ['post_no'] }] },
  project: { table: 'W05', keys: [{ fields: ['project_no'] }, { fields: ['name'], unless: ['project_no'] }] },
  activity: { table: 'W07', keys: [{ fields: ['name', 'date'], also: ['place'] }] },
  theme: { table: 'W07', keys: [{ fields: ['name'] }] },
  station: { table: 'W04', keys: [{ fields: ['org'] }] },
  task: { table: 'W12', keys: [{ fields: ['task_no'] }, { fields: ['task'], unless: ['task_no'] }] },
  issue: { table: 'W14', keys: [{ fields: ['issue_no'] }] },
  unit: { table: 'W00', keys: [{ fields: ['unit'] }] },
  venture: { table: 'W08', keys: [{ fields: ['name'], also: ['session', 'date'] }] },
};
