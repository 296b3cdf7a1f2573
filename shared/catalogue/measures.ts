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

const organisation = all(
  own,
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
);

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

// W03 -----------------------------------------------------------------------------------------------------------------

/** A1–A4; people sent by an agency and volunteers are no community workers (SPEC §2.3). */
const communityWorker: Condition = { is: 'oneOf', field: 'wtype', codes: ['A1', 'A2', 'A3', 'A4'] };
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
  would: '已取得证书',
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

export const measures = {
  organisations,
  registeredOrganisations,
  filedOrganisations,
  registeredByKind,
  filedByKind,
  workersCertified,
  centrePosts,
  stationPosts,
  postsFilled,
  projects,
  ventures,
  activities,
  volunteerRate,
  participationRate,
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
  venture: { table: 'W08', keys: [{ fields: ['name'], also: ['session', 'date'] }] },
};
