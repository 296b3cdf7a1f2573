/**
 * What is counted, as conditions on the tables' fields (what makes a line doubtful: decision sheets-1).
 * An optional field that is empty decides nothing; a field that the formula needs leaves the line undecided.
 */
import type { Condition, Measure } from '../model.ts';
import { CERT, FULLTIME, HOST, LAYER, MGMT, ORGSTAT, PROJSTAT, SUBMIT, WTYPE } from './codes.ts';
import { W00, W01, W02, W03, W04, W05, W06, W07, W08, W09, W12, W13 } from './tables.ts';

export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of });
export const not = (of: Condition): Condition => ({ is: 'not', of });
/** Certain where `of` holds, else only doubtful: a wrong code does not undo a registration. */
export const orDoubt = (of: Condition, would: string): Condition => not({ is: 'perhaps', of: not(of), would });

const asOf = { day: 'asOf' } as const;
const windowStart = { day: 'windowStart' } as const;
export const countEnd = { day: 'countEnd' } as const;

/** The line is of the pilot community, or names none. */
export const ownBy = (field: string): Condition => ({ is: 'own', field, blank: 'in' });

// W02 -----------------------------------------------------------------------------------------------------------------

export const registered: Condition = { is: 'oneOf', field: W02.field.mgmt, codes: [MGMT.code.登记] };
export const filed: Condition = { is: 'oneOf', field: W02.field.mgmt, codes: [MGMT.code.备案] };

/** Names that say what is no community organisation; one that merely contains such a word is asked about (decision sheets-7). */
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
const excluded: Condition = { is: 'ends', field: W02.field.name, words: EXCLUDED_ENDS };
const looksExcluded: Condition = { is: 'contains', field: W02.field.name, words: EXCLUDED_WORDS };

const standing: readonly Condition[] = [
  // A hub of the street belongs to no community; one that names this community is of this community.
  not(all({ is: 'yes', field: W02.field.is_hub, blank: 'out' }, not({ is: 'filled', field: W02.field.community }))),
  any(registered, filed),
  { is: 'oneOf', field: W02.field.status, codes: [ORGSTAT.code.正常], blank: 'in' },
  any(
    all(registered, { is: 'within', field: W02.field.reg_date, to: asOf, absent: 'in' }),
    all(filed, { is: 'within', field: W02.field.file_date, to: asOf, absent: 'in' }),
  ),
  not(excluded),
  not({ is: 'perhaps', of: looksExcluded, would: '核实确属社区社会组织' }),
];
export const organisation = all(ownBy(W02.field.community), ...standing);

/** GB 32100 holds, and the first two characters are those of an organisation registered by civil affairs (R024, R025). */
export const civilCode: Condition = { is: 'like', field: W02.field.uscc, pattern: '^5[1239]' };

const organisations: Measure = {
  kind: 'count',
  table: W02.id,
  identity: 'organisation',
  where: organisation,
  by: W02.field.name,
};
const registeredOrganisations: Measure = {
  ...organisations,
  where: all(
    organisation,
    registered,
    orDoubt(all({ is: 'valid', field: W02.field.uscc, blank: 'out' }, civilCode), '核对后为有效代码'),
  ),
  by: W02.field.mgmt,
};
const filedOrganisations: Measure = {
  ...organisations,
  where: all(
    organisation,
    filed,
    orDoubt({ is: 'filled', field: W02.field.file_no }, '补填'),
    orDoubt({ is: 'filled', field: W02.field.file_date }, '补填'),
  ),
  by: W02.field.mgmt,
};

/** By way alone, as a self-report tells them apart (Z02). */
const registeredByKind: Measure = { ...organisations, where: all(organisation, registered), by: W02.field.mgmt };
const filedByKind: Measure = { ...organisations, where: all(organisation, filed), by: W02.field.mgmt };

/** All organisations that the roster names, whatever their community, over the communities named: 平均. */
const organisationsPerCommunity: Measure = {
  ...organisations,
  where: all(...standing),
  over: W02.field.community,
};

const sinceStart = { is: 'within', from: windowStart } as const;
const newDate = any(
  all(registered, { ...sinceStart, field: W02.field.reg_date, blank: 'out' }),
  all(filed, { ...sinceStart, field: W02.field.file_date, blank: 'out' }),
);
const newOrganisations: Measure = { ...organisations, where: all(organisation, newDate) };
const newRegistered: Measure = {
  ...newOrganisations,
  where: all(organisation, registered, newDate),
  by: W02.field.mgmt,
};
const newFiled: Measure = { ...newOrganisations, where: all(organisation, filed, newDate), by: W02.field.mgmt };
const certifiedInOrganisations: Measure = {
  kind: 'sum',
  table: W02.id,
  field: W02.field.staff_certified,
  where: organisation,
};

// W03 -----------------------------------------------------------------------------------------------------------------

/** A1–A4; people sent by an agency and volunteers are no community workers (decision sheets-5). */
export const communityWorker: Condition = {
  is: 'oneOf',
  field: W03.field.wtype,
  codes: [WTYPE.code.A1, WTYPE.code.A2, WTYPE.code.A3, WTYPE.code.A4],
};
export const left: Condition = { is: 'within', field: W03.field.leave_date, to: asOf, blank: 'out' };
export const onDuty = all(
  not(left),
  any(
    { is: 'yes', field: W03.field.on_duty, blank: 'in' },
    { is: 'within', field: W03.field.leave_date, from: { day: 'asOf', plus: 1 }, blank: 'out' },
  ),
);
/** A national certificate of any level; a local one (L) does not count, an examination passed (P) perhaps (decision sheets-6). */
export const certificate: Condition = {
  is: 'oneOf',
  field: W03.field.cert,
  codes: [CERT.code['1'], CERT.code['2'], CERT.code['3'], CERT.code.U],
  blank: 'out',
  absent: 'unknown',
};
export const passed: Condition = { is: 'oneOf', field: W03.field.cert, codes: [CERT.code.P], blank: 'out' };
const certified = any(all(certificate, { is: 'within', field: W03.field.cert_date, to: asOf, blank: 'in' }), {
  is: 'perhaps',
  of: passed,
  would: '核实已取得证书',
});
export const worker = all(ownBy(W03.field.community), communityWorker, onDuty);

const workersCertified: Measure = {
  kind: 'share',
  table: W03.id,
  identity: 'person',
  of: worker,
  where: certified,
  by: W03.field.cert,
};
/** Of those whom the community employs for it (浙江: 专职社区工作者). */
const fullTimeWorkersCertified: Measure = {
  ...workersCertified,
  of: all(ownBy(W03.field.community), { is: 'oneOf', field: W03.field.wtype, codes: [WTYPE.code.A3] }, onDuty),
};
const workersPerResident: Measure = {
  kind: 'density',
  count: { kind: 'count', table: W03.id, identity: 'person', where: worker, by: W03.field.wtype },
  denominator: [
    { table: W01.id, field: W01.field.pop_resident },
    { table: W06.id, field: W06.field.pop_resident },
  ],
};
/** As a summary of several communities reports it. */
const reportedCertified: Measure = {
  kind: 'quotient',
  numerator: { table: W13.id, field: W13.field.certified },
  denominator: [{ table: W13.id, field: W13.field.workers }],
};
const streetWorkersCertified: Measure = { ...workersCertified, of: all(communityWorker, onDuty) };

// W04 -----------------------------------------------------------------------------------------------------------------

/** A column that is not there leaves open since when there are posts, but not who fills them. */
const setUp = { is: 'within', field: W04.field.setup_date, to: asOf } as const satisfies Condition;
const centre: Condition = { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.中心] };
const station: Condition = all(
  { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.站] },
  { is: 'ofOwn', field: W04.field.org, blank: 'in' },
);
const ofCentre = all(centre, setUp);
const ofStation = all(station, setUp);
export const personInPost = any({ is: 'filled', field: W04.field.pid }, { is: 'filled', field: W04.field.person });
export const inPost = all(
  personInPost,
  { is: 'within', field: W04.field.arrive_date, to: asOf, blank: 'in' },
  not({ is: 'within', field: W04.field.leave_date, to: asOf, blank: 'out' }),
);
export const fullTime: Condition = { is: 'oneOf', field: W04.field.fulltime, codes: [FULLTIME.code.专职] };

const centrePosts: Measure = { kind: 'count', table: W04.id, identity: 'post', where: ofCentre, by: W04.field.layer };
const stationPosts: Measure = { ...centrePosts, where: ofStation };
const postsFilled: Measure = {
  kind: 'share',
  table: W04.id,
  identity: 'post',
  of: all(any(centre, station), { ...setUp, absent: 'in' }),
  where: all(inPost, fullTime),
  by: W04.field.fulltime,
  once: [W04.field.pid, W04.field.person],
};

/** Of all stations of the street that the table names those with a post; the centre aside (G04, another calibre). */
const streetStations: Measure = {
  kind: 'share',
  table: W04.id,
  identity: 'station',
  of: { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.站] },
  where: setUp,
  by: W04.field.layer,
};
const postsCertified: Measure = {
  ...postsFilled,
  where: all(inPost, fullTime, {
    is: 'oneOf',
    field: W04.field.cert,
    codes: [CERT.code['1'], CERT.code['2'], CERT.code['3'], CERT.code.U],
    blank: 'out',
  }),
};

// W05–W08 -------------------------------------------------------------------------------------------------------------

export const someService = { is: 'number', field: W05.field.times, op: '>=', than: 1 } as const;
export const ended: Condition = { is: 'oneOf', field: W05.field.status, codes: [PROJSTAT.code.终止], blank: 'out' };
export const planned = any(
  { is: 'filled', field: W05.field.evidence, absent: 'unknown' },
  { is: 'filled', field: W05.field.methods, absent: 'unknown' },
);
/** An event that calls itself a project and shows no plan. */
export const merelyEvent = all(
  { is: 'contains', field: W05.field.name, words: ['活动'] },
  not({ is: 'filled', field: W05.field.evidence }),
);
/** Projects in this community by which somebody was served. */
export const servedHere = all(ownBy(W05.field.community), someService);

const ownShare: Condition = { is: 'number', field: W08.field.own_projects, op: '>=', than: 1 };
const ventures: Measure = {
  kind: 'count',
  table: W08.id,
  identity: 'venture',
  where: all(
    { is: 'within', field: W08.field.date, from: windowStart, to: countEnd },
    { is: 'number', field: W08.field.approved, op: '>=', than: 1 },
    not({ is: 'number', field: W08.field.own_projects, op: '=', than: 0, blank: 'out' }),
    any(ownShare, { is: 'oneOf', field: W08.field.layer, codes: [HOST.code.社区], blank: 'out' }),
  ),
  by: W08.field.name,
  event: true,
};

export const inWindow: Condition = { is: 'within', field: W07.field.date, from: windowStart, to: countEnd };
/** By its own column; where that says nothing, one held by or at another community's is perhaps not of this one. */
export const ownActivity = all(
  ownBy(W07.field.community),
  not(
    all(not({ is: 'filled', field: W07.field.community }), {
      is: 'perhaps',
      of: any(
        { is: 'namesOther', field: W07.field.host, blank: 'out' },
        { is: 'namesOther', field: W07.field.place, blank: 'out' },
      ),
      would: '核实是本社区的活动',
    }),
  ),
);
const activities: Measure = {
  kind: 'count',
  table: W07.id,
  identity: 'activity',
  where: all(ownActivity, inWindow, { is: 'number', field: W07.field.people, op: '>=', than: 1 }),
  by: W07.field.name,
  event: true,
};

const activityThemes: Measure = { ...activities, identity: 'theme' };

const verified = { table: W06.id, field: W06.field.verified, most: W06.field.registered };
const volunteerRate: Measure = {
  kind: 'quotient',
  numerator: verified,
  denominator: [
    { table: W06.id, field: W06.field.pop_resident },
    { table: W01.id, field: W01.field.pop_resident },
  ],
};
const participationRate: Measure = {
  kind: 'quotient',
  numerator: { table: W06.id, field: W06.field.participants },
  denominator: [verified],
};

const volunteerRateOfHousehold: Measure = {
  kind: 'quotient',
  numerator: verified,
  denominator: [{ table: W01.id, field: W01.field.pop_huji }],
};

// W09–W15, W00 --------------------------------------------------------------------------------------------------------

export const done: Condition = { is: 'yes', field: W09.field.done };
export const itemDone = all(done, { is: 'within', field: W09.field.done_date, to: asOf, blank: 'in' });
export const itemProven = all(itemDone, orDoubt({ is: 'filled', field: W09.field.evidence }, '补填佐证材料'));
const started: Condition = any(
  { is: 'within', field: W12.field.start, to: asOf, blank: 'out' },
  { is: 'within', field: W12.field.finish, to: asOf, blank: 'out' },
  { is: 'number', field: W12.field.progress, op: '>', than: 0, blank: 'out' },
);
const tasksStarted: Measure = {
  kind: 'share',
  table: W12.id,
  identity: 'task',
  of: any({ is: 'filled', field: W12.field.task }, { is: 'filled', field: W12.field.task_no }),
  where: started,
  by: W12.field.start,
};
/** Of the units in the register those that have handed in; a register without that column tells nothing. */
const unitsReported: Measure = {
  kind: 'share',
  table: W00.id,
  identity: 'unit',
  of: any({ is: 'filled', field: W00.field.submit }, not({ is: 'filled', field: W00.field.submit, absent: 'in' })),
  where: any(
    // Returned for correction was handed in all the same (decision sheets-12).
    {
      is: 'oneOf',
      field: W00.field.submit,
      codes: [SUBMIT.code['1'], SUBMIT.code['2'], SUBMIT.code['3'], SUBMIT.code['4']],
    },
    { is: 'filled', field: W00.field.received },
  ),
  by: W00.field.submit,
};
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
  ventures,
  activities,
  activityThemes,
  volunteerRate,
  participationRate,
  volunteerRateOfHousehold,
  tasksStarted,
  unitsReported,
} satisfies Record<string, Measure>;
