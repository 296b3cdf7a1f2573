/**
 * What is counted, as conditions on the tables' fields (what makes a line doubtful: decision sheets-1).
 * An optional field that is empty decides nothing; a field that the formula needs leaves the line undecided. A column that
 * is not there is asked for but where a list without it lists what stands (decision sheets-2).
 */
import type { Condition, Figure, Measure } from '../model.ts';
import { CERT, FULLTIME, HOST, LAYER, MGMT, ORGSTAT, PROGRESS, PROJSTAT, RECTIFY, SUBMIT, WTYPE } from './codes.ts';
import {
  isNamedCalledOff,
  isNamedEnded,
  isNamedNotHeld,
  saysCalledOff,
  saysDropped,
  saysEnded,
  saysNoLonger,
  saysNotCertified,
  saysNotHeld,
  saysOfAnother,
} from './sayings.ts';
import { asked, none, noneIfBlank, stands, thereIsColumn, written, writtenIfThere } from './silences.ts';
import { W00, W01, W02, W03, W04, W05, W06, W07, W08, W09, W12, W13, W14 } from './tables.ts';

export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of });
export const not = (of: Condition): Condition => ({ is: 'not', of });
/** Certain where `of` holds, else only doubtful: a wrong code does not undo a registration. */
export const orDoubt = (of: Condition, would: string): Condition => not({ is: 'perhaps', of: not(of), would });

export const hasColumn = (field: string): Condition => ({ is: 'filled', field, otherwise: thereIsColumn });

const asOf = { day: 'asOf' } as const;
const windowStart = { day: 'windowStart' } as const;
export const countEnd = { day: 'countEnd' } as const;

/** The line is of the pilot community, or names none. */
export const ownBy = (field: string): Condition => ({ is: 'own', field, otherwise: stands });

// W02 -----------------------------------------------------------------------------------------------------------------

export const registered: Condition = { is: 'oneOf', field: W02.field.mgmt, codes: [MGMT.code.登记], otherwise: asked };
export const filed: Condition = { is: 'oneOf', field: W02.field.mgmt, codes: [MGMT.code.备案], otherwise: asked };

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
const excluded: Condition = { is: 'ends', field: W02.field.name, words: EXCLUDED_ENDS, otherwise: asked };
const looksExcluded: Condition = { is: 'contains', field: W02.field.name, words: EXCLUDED_WORDS, otherwise: asked };

const standing: readonly Condition[] = [
  // A hub of the street belongs to no community; one that names this community is of this community.
  not(
    all(
      { is: 'yes', field: W02.field.is_hub, otherwise: none },
      not({ is: 'filled', field: W02.field.community, otherwise: written }),
    ),
  ),
  any(registered, filed),
  { is: 'oneOf', field: W02.field.status, codes: [ORGSTAT.code.正常], otherwise: stands },
  any(
    all(registered, { is: 'within', field: W02.field.reg_date, to: asOf, otherwise: asked }),
    all(filed, { is: 'within', field: W02.field.file_date, to: asOf, otherwise: asked }),
  ),
  not({ is: 'perhaps', of: saysEnded, would: '核实仍在运行' }),
  not({ is: 'perhaps', of: isNamedEnded, would: '核实仍在运行' }),
  not(excluded),
  not({ is: 'perhaps', of: looksExcluded, would: '核实确属社区社会组织' }),
];
export const organisation = all(ownBy(W02.field.community), ...standing);

/** GB 32100 holds, and the first two characters are those of an organisation registered by civil affairs (R024, R025). */
export const civilCode: Condition = { is: 'like', field: W02.field.uscc, pattern: '^5[1239]', otherwise: asked };

const organisations: Measure = {
  kind: 'count',
  table: W02.id,
  identity: 'organisation',
  where: organisation,
  by: W02.field.name,
};
/** With a code that is right. */
export const registeredOrganisation = all(
  organisation,
  registered,
  orDoubt(all({ is: 'valid', field: W02.field.uscc, otherwise: none }, civilCode), '核对后为有效代码'),
);
const registeredOrganisations: Measure = {
  ...organisations,
  where: registeredOrganisation,
  by: W02.field.mgmt,
};
const filedOrganisations: Measure = {
  ...organisations,
  where: all(
    organisation,
    filed,
    orDoubt({ is: 'filled', field: W02.field.file_no, otherwise: written }, '补填'),
    orDoubt({ is: 'filled', field: W02.field.file_date, otherwise: written }, '补填'),
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
  all(registered, { ...sinceStart, field: W02.field.reg_date, otherwise: noneIfBlank }),
  all(filed, { ...sinceStart, field: W02.field.file_date, otherwise: noneIfBlank }),
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
  otherwise: asked,
};
export const left: Condition = { is: 'within', field: W03.field.leave_date, to: asOf, otherwise: none };
export const onDuty = all(
  not(left),
  any(
    { is: 'yes', field: W03.field.on_duty, otherwise: stands },
    { is: 'within', field: W03.field.leave_date, from: { day: 'asOf', plus: 1 }, otherwise: none },
  ),
);
/** A national certificate of any level; a local one (L) does not count, an examination passed (P) perhaps (decision sheets-6). */
export const certificate: Condition = {
  is: 'oneOf',
  field: W03.field.cert,
  codes: [CERT.code['1'], CERT.code['2'], CERT.code['3'], CERT.code.U],
  otherwise: noneIfBlank,
};
export const passed: Condition = { is: 'oneOf', field: W03.field.cert, codes: [CERT.code.P], otherwise: noneIfBlank };
const certified = any(
  all(
    certificate,
    { is: 'within', field: W03.field.cert_date, to: asOf, otherwise: stands },
    not({ is: 'perhaps', of: saysNotCertified, would: '核实截止日前已取得证书' }),
  ),
  { is: 'perhaps', of: passed, would: '核实已取得证书' },
);
/** Whoever is named is somebody, unless it is said beside the name that they are gone. */
const named = orDoubt(
  { is: 'filled', field: W03.field.name, otherwise: { ...stands, doubtful: 'out' } },
  '核实这个人在岗，姓名一栏只填姓名',
);
const notOfAnother = not({ is: 'perhaps', of: saysOfAnother, would: '核实不是机构派驻或公益岗' });
export const worker = all(ownBy(W03.field.community), communityWorker, onDuty, notOfAnother, named);

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
  of: all(
    ownBy(W03.field.community),
    { is: 'oneOf', field: W03.field.wtype, codes: [WTYPE.code.A3], otherwise: asked },
    onDuty,
    notOfAnother,
    named,
  ),
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
const streetWorkersCertified: Measure = { ...workersCertified, of: all(communityWorker, onDuty, notOfAnother, named) };

// W04 -----------------------------------------------------------------------------------------------------------------

const setUp = { is: 'within', field: W04.field.setup_date, to: asOf, otherwise: asked } as const;
const atCentre: Condition = { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.中心], otherwise: asked };
const ofOwnStation = all({ is: 'ofOwn', field: W04.field.org, otherwise: stands }, ownBy(W04.field.community));
const ofCentre: Condition = all(atCentre, setUp);
const ofStation: Condition = all(
  { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.站], otherwise: asked },
  ofOwnStation,
  setUp,
);
/**
 * By number or by name; a list with neither column does not tell who is in post. A number beside 空缺 or 由督导代 leaves it
 * open.
 */
export const personInPost = any(
  { is: 'filled', field: W04.field.person, otherwise: none },
  all(
    { is: 'filled', field: W04.field.pid, otherwise: written },
    { is: 'filled', field: W04.field.person, otherwise: { ...asked, blank: 'in', absent: 'in' } },
  ),
  { is: 'perhaps', of: all(not(hasColumn(W04.field.pid)), not(hasColumn(W04.field.person))), would: '补填在岗人员' },
);
export const inPost = all(
  personInPost,
  { is: 'within', field: W04.field.arrive_date, to: asOf, otherwise: stands },
  not({ is: 'within', field: W04.field.leave_date, to: asOf, otherwise: none }),
);
export const fullTime: Condition = {
  is: 'oneOf',
  field: W04.field.fulltime,
  codes: [FULLTIME.code.专职],
  otherwise: asked,
};

const centrePosts: Measure = { kind: 'count', table: W04.id, identity: 'post', where: ofCentre, by: W04.field.layer };
const stationPosts: Measure = { ...centrePosts, where: ofStation };
const postsFilled: Measure = {
  kind: 'share',
  table: W04.id,
  identity: 'post',
  // Whichever of the two it is: of the centre, or of no other community's station; by what document does not matter here.
  of: all(any(atCentre, ofOwnStation), { ...setUp, otherwise: stands }),
  where: all(inPost, fullTime),
  by: W04.field.fulltime,
  once: [W04.field.pid, W04.field.person],
};

/** Of all stations of the street that the table names those with a post; the centre aside (G04, another calibre). */
const streetStations: Measure = {
  kind: 'share',
  table: W04.id,
  identity: 'station',
  of: { is: 'oneOf', field: W04.field.layer, codes: [LAYER.code.站], otherwise: asked },
  where: setUp,
  by: W04.field.layer,
};
const postsCertified: Measure = {
  ...postsFilled,
  where: all(inPost, fullTime, {
    is: 'oneOf',
    field: W04.field.cert,
    codes: [CERT.code['1'], CERT.code['2'], CERT.code['3'], CERT.code.U],
    otherwise: noneIfBlank,
  }),
};

// W05–W08 -------------------------------------------------------------------------------------------------------------

export const someService = { is: 'number', field: W05.field.times, op: '>=', than: 1, otherwise: asked } as const;
export const ended: Condition = {
  is: 'oneOf',
  field: W05.field.status,
  codes: [PROJSTAT.code.终止],
  otherwise: noneIfBlank,
};
export const planned = any(
  { is: 'filled', field: W05.field.evidence, otherwise: writtenIfThere },
  { is: 'filled', field: W05.field.methods, otherwise: writtenIfThere },
);
/** An event that calls itself a project and shows no plan. */
export const merelyEvent = all(
  { is: 'contains', field: W05.field.name, words: ['活动'], otherwise: asked },
  not({ is: 'filled', field: W05.field.evidence, otherwise: written }),
);
/** Stopped, not begun or completed: the state itself decides. */
export const tellsState: Condition = {
  is: 'oneOf',
  field: W05.field.status,
  codes: [PROJSTAT.code.拟立项, PROJSTAT.code.已结项, PROJSTAT.code.终止],
  otherwise: none,
};
/** Projects in this community by which somebody was served. */
export const servedHere = all(ownBy(W05.field.community), someService);

const ownShare: Condition = { is: 'number', field: W08.field.own_projects, op: '>=', than: 1, otherwise: asked };
const ventures: Measure = {
  kind: 'count',
  table: W08.id,
  identity: 'venture',
  where: all(
    ownBy(W08.field.community),
    { is: 'within', field: W08.field.date, from: windowStart, to: countEnd, otherwise: asked },
    { is: 'number', field: W08.field.approved, op: '>=', than: 1, otherwise: asked },
    not({ is: 'number', field: W08.field.own_projects, op: '=', than: 0, otherwise: noneIfBlank }),
    any(ownShare, { is: 'oneOf', field: W08.field.layer, codes: [HOST.code.社区], otherwise: noneIfBlank }),
    not({ is: 'perhaps', of: saysNotHeld, would: '核实确已举办' }),
    not({ is: 'perhaps', of: isNamedNotHeld, would: '核实确已举办' }),
  ),
  by: W08.field.name,
  event: true,
};

export const inWindow: Condition = {
  is: 'within',
  field: W07.field.date,
  from: windowStart,
  to: countEnd,
  otherwise: asked,
};
/** By its own column; where that says nothing, one held by or at another community's is perhaps not of this one. */
export const ownActivity = all(
  ownBy(W07.field.community),
  not(
    all(not({ is: 'filled', field: W07.field.community, otherwise: written }), {
      is: 'perhaps',
      of: any(
        { is: 'namesOther', field: W07.field.host, otherwise: none },
        { is: 'namesOther', field: W07.field.place, otherwise: none },
      ),
      would: '核实是本社区的活动',
    }),
  ),
);
export const activity = all(
  ownActivity,
  inWindow,
  { is: 'number', field: W07.field.people, op: '>=', than: 1, otherwise: asked },
  not({ is: 'perhaps', of: saysCalledOff, would: '核实确已举办' }),
  not({ is: 'perhaps', of: isNamedCalledOff, would: '核实确已举办' }),
);
const activities: Measure = {
  kind: 'count',
  table: W07.id,
  identity: 'activity',
  where: activity,
  by: W07.field.name,
  event: true,
};

const activityThemes: Measure = { ...activities, identity: 'theme' };

const verified: Figure = {
  table: W06.id,
  field: W06.field.verified,
  most: W06.field.registered,
  on: W06.field.export_date,
};
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
  numerator: { table: W06.id, field: W06.field.participants, on: W06.field.export_date },
  denominator: [verified],
};

const volunteerRateOfHousehold: Measure = {
  kind: 'quotient',
  numerator: verified,
  denominator: [{ table: W01.id, field: W01.field.pop_huji }],
};

// W09–W15, W00 --------------------------------------------------------------------------------------------------------

/** A line of the own street, where its centre and its federation stand, is of its communities as well. */
export const ownItem: Condition = { is: 'own', field: W09.field.community, street: true, otherwise: stands };
export const done: Condition = { is: 'yes', field: W09.field.done, otherwise: asked };
export const itemDone = all(
  done,
  { is: 'within', field: W09.field.done_date, to: asOf, otherwise: stands },
  not({ is: 'perhaps', of: saysNoLonger, would: '核实没有停用、撤销' }),
);
export const itemProven = all(
  itemDone,
  orDoubt({ is: 'filled', field: W09.field.evidence, otherwise: written }, '补填佐证材料'),
);
/** By its day or its progress; where the progress is told in words these decide. */
const started: Condition = any(
  { is: 'oneOf', field: W12.field.progress, codes: [PROGRESS.code.启动], otherwise: none },
  all(
    not({ is: 'oneOf', field: W12.field.progress, codes: [PROGRESS.code.未启动], otherwise: none }),
    any(
      { is: 'within', field: W12.field.start, to: asOf, otherwise: noneIfBlank },
      { is: 'within', field: W12.field.finish, to: asOf, otherwise: none },
    ),
  ),
);
const tasksStarted: Measure = {
  kind: 'share',
  table: W12.id,
  identity: 'task',
  of: all(
    ownBy(W12.field.community),
    any(
      { is: 'filled', field: W12.field.task, otherwise: written },
      { is: 'filled', field: W12.field.task_no, otherwise: written },
    ),
  ),
  where: all(started, not({ is: 'perhaps', of: saysDropped, would: '核实没有取消' })),
  by: W12.field.start,
  needs: [W12.field.start, W12.field.finish, W12.field.progress],
};
/** Returned for correction was handed in all the same (decision sheets-12). */
export const handedIn = any(
  {
    is: 'oneOf',
    field: W00.field.submit,
    codes: [SUBMIT.code['1'], SUBMIT.code['2'], SUBMIT.code['3'], SUBMIT.code['4']],
    otherwise: asked,
  },
  { is: 'filled', field: W00.field.received, otherwise: written },
);
const OTHER_CHECKS = ['中期', '终期', '期末', '自评', '自查', '日常', '巡察', '审计', '督查', '督导', '安全'];
/** 通报, 第三方评估: perhaps what the mid-term evaluation came to, under another name. */
export const perhapsOfMidterm = all(
  { is: 'contains', field: W14.field.origin, words: ['通报', '评估', '市局', '市民政局', '第三方'], otherwise: none },
  not({ is: 'contains', field: W14.field.origin, words: OTHER_CHECKS, otherwise: none }),
);
/** Where the list says of each issue whether it is closed, that alone decides. */
export const issueClosed = any(
  { is: 'yes', field: W14.field.closed, otherwise: none },
  all(not(hasColumn(W14.field.closed)), {
    is: 'oneOf',
    field: W14.field.status,
    codes: [RECTIFY.code.已销号],
    otherwise: none,
  }),
);
/** Of the units in the register those that have handed in; a register without that column tells nothing. */
const unitsReported: Measure = {
  kind: 'share',
  table: W00.id,
  identity: 'unit',
  of: hasColumn(W00.field.submit),
  where: handedIn,
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
