/** 退回修改通知 and 整改通知, one a unit: what is wrong, what is asked for, until when, and what is to be sent back. */
import { checkCode } from '../../model/check-codes.ts';
import type { IssueKind } from '../../model/issues.ts';
import type { LedgerSheet, PaperSheet, RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { paragraphs, type TableColumn } from './blocks.ts';
import type { DocumentData } from './data.ts';
import { resubmitText } from './demands.ts';
import type { Block, Document, DocumentBinding, DocumentText } from './documents.ts';
import { inBands } from './fitting.ts';
import { issueListsOf, issueRows, issueTable, ledgerSheet, type UnitIssueList } from './issues.ts';
import { signedBy } from './papers.ts';
import { type ProblemRow, problemRows } from './problem-lists.ts';
import { problemsIn, problemWords } from './problems.ts';
import { documentName } from './reporting.ts';
import { selfReported } from './self-reported.ts';
import { noticeSheet } from './sheets.ts';
import { BLANK, tell } from './tokens.ts';

/** A notice, and what goes with it. */
export interface Notice {
  /** Of the unit. */
  readonly key: string;
  readonly document: Document;
  /** The same, for where nothing opens a .docx. */
  readonly sheet: PaperSheet;
  /** 问题整改台账, to be filled in and sent back; null where nothing is. */
  readonly ledger: LedgerSheet | null;
}

/** Of every unit whose results are at hand, in their order; of one with nothing to be put right there is none. */
export function noticesOf(data: DocumentData): readonly Notice[] {
  return issueListsOf(data).flatMap((list) => [
    ...(returnNotice(list, data) ?? []),
    ...(rectificationNotice(list, data) ?? []),
  ]);
}

// 退回修改 ------------------------------------------------------------------------------------------------------------

/** Null without 强制: what is only 核实 is no reason to send a workbook back. */
export function returnNotice({ unit, evaluation }: UnitIssueList, data: DocumentData): readonly [Notice] | null {
  const problems = problemsIn(evaluation, unit.key).filter(({ about }) => about === 'findings');
  const errors = problems.filter(({ kind }) => kind === 'red' || kind === 'data');
  if (errors.length === 0) return null;
  const asked = problems.filter(({ kind }) => kind === 'query');
  const rows = (of: typeof problems) => problemRows({ unit, evaluation, problems: of }, data);
  const bands = [
    { title: '必须修改的问题', rows: rows(errors) },
    ...(asked.length > 0 ? [{ title: '需要核实的问题', rows: rows(asked) }] : []),
  ];
  const document: Document = {
    kind: 'return',
    mode: data.rollup.mode,
    isPublic: false,
    name: `退回修改通知_${data.nameOf(unit)}`,
    title: [
      says<DocumentBinding>`关于退回${quote(placeOf(unit))}`,
      says<DocumentBinding>`${quote(data.policy.words.work)}报送数据的通知`,
    ],
    addressee: addresseeOf(unit, data),
    body: returnBody(unit, { hasRed: errors.some(({ kind }) => kind === 'red'), hasAsked: asked.length > 0 }, data),
    signature: signedBy(issuerOf(data), data),
    attachments: [
      {
        title: ['问题清单'],
        orientation: 'landscape',
        body: [inBands(findingColumns, bands, '没有问题。')],
      },
    ],
  };
  return [{ key: unit.key, document, sheet: noticeSheet(document, '退回修改通知'), ledger: null }];
}

const findingColumns: readonly TableColumn<ProblemRow>[] = [
  { heading: '类别', width: 10, align: 'center', cell: ({ kind }) => [kind] },
  { heading: '问题和位置', width: 46, align: 'left', cell: ({ problem }) => problem },
  { heading: '依据', width: 24, align: 'left', cell: ({ clause }) => clause },
  { heading: '怎样改', width: 34, align: 'left', cell: ({ demand }) => demand },
];

function returnBody(
  unit: RollupUnit,
  { hasRed, hasAsked }: { readonly hasRed: boolean; readonly hasAsked: boolean },
  data: DocumentData,
): readonly Block[] {
  const { bound } = tell(data);
  const count = (severity: 'error' | 'warning') => bound({ what: 'findings', severity, unit: unit.key });
  const code = unit.dataHash === null ? [] : says<DocumentBinding>`（校验码${quote(checkCode(unit.dataHash))}）`;
  return paragraphs(
    says<DocumentBinding>`按照${documentName(data)}和统计数据审核的要求，对${quote(data.nameOf(unit))}报送的工作簿${code}进行了审核，发现强制性问题${count('error')}处。强制性问题须修改后重新报送，现予退回修改；修改以前先按报送数计入，并注明。`,
    says<DocumentBinding>`强制性问题的位置、依据和改法见附件，请对照原始记录据实修改，不得为通过审核而改数。${hasRed ? '列为立即整改的请当即处理：名单从工作簿中移出，不随表报送，已经发给他人的收回。' : ''}`,
    hasAsked
      ? says<DocumentBinding>`另有核实性问题${count('warning')}处：数据属实的，逐个写核实说明；不属实的，据实改正。`
      : [],
    says<DocumentBinding>`请于${resubmitDay(data)}前重新检查并按原渠道报送。首次报送的时间不因退回改变。`,
  );
}

function resubmitDay(data: DocumentData): DocumentText {
  return data.options.resubmitBy ? [tell(data).day('resubmit')] : [`${BLANK}年＿＿月＿＿日`];
}

// 整改 ----------------------------------------------------------------------------------------------------------------

/** Of the mid-term evaluation only: what is left at the end is told in the report. */
export function rectificationNotice(list: UnitIssueList, data: DocumentData): readonly [Notice] | null {
  const { unit, issues } = list;
  if (data.rollup.mode !== 'midterm' || issues.length === 0) return null;
  const rows = issueRows(list, data);
  const document: Document = {
    kind: 'rectify',
    mode: 'midterm',
    isPublic: false,
    name: `整改通知_${data.nameOf(unit)}`,
    title: rectificationTitle(unit, data),
    addressee: addresseeOf(unit, data),
    body: rectificationBody(list, data),
    signature: signedBy(issuerOf(data), data),
    attachments: [{ title: ['问题清单'], orientation: 'landscape', body: [issueTable(rows)] }],
  };
  const sheet = noticeSheet(document, '整改通知');
  return [{ key: unit.key, document, sheet, ledger: ledgerSheet(list, data) }];
}

/** The work stands on the first of two lines where that has room for it. */
function rectificationTitle(unit: RollupUnit, { policy }: DocumentData): readonly DocumentText[] {
  const [place, work] = [placeOf(unit), policy.words.work];
  const first = says<DocumentBinding>`关于${quote(place)}`;
  return [...`关于${place}${work}`].length <= TITLE_LINE
    ? [says<DocumentBinding>`${first}${quote(work)}`, ['中期评估整改的通知']]
    : [first, says<DocumentBinding>`${quote(work)}中期评估整改的通知`];
}

/** Characters of a line of the title. */
const TITLE_LINE = 20;

function rectificationBody(list: UnitIssueList, data: DocumentData): readonly Block[] {
  const { unit, issues } = list;
  const { bound, day } = tell(data);
  const found = (kind: IssueKind | null) => bound({ what: 'found', unit: unit.key, kind });
  const kinds = (['red', 'data', 'indicator', 'material'] as const).filter((kind) =>
    issues.some((one) => one.kind === kind),
  );
  // The clause by which issues are to be put right: that of the indicator that counts them.
  const basis = selfReported(data.policy);
  const called = basis ? [quote(basis.citation.section)] : [];
  const counts = listed<DocumentBinding>(
    kinds.map((kind) => says<DocumentBinding>`${problemWords[kind]}${found(kind)}个`),
    '，',
  );
  const asked = unit.findings.warning > 0;
  // What is asked for of each stands in the list, and that data are handed in again in 退回修改: here is what goes for all, on one page.
  return paragraphs(
    says<DocumentBinding>`根据${documentName(data)}${called}的要求，对${quote(data.nameOf(unit))}进行了中期评估，数据截至${day('asOf')}，发现需要整改的问题${found(null)}个${kinds.length > 1 ? says<DocumentBinding>`（${counts}）` : `，都是${problemWords[kinds[0]!]}`}，逐个列入附件。`,
    asked
      ? says<DocumentBinding>`另有核实性问题${bound({ what: 'findings', severity: 'warning', unit: unit.key })}处，不列入清单，请逐个写核实说明。`
      : [],
    says<DocumentBinding>`请按清单逐个明确整改措施和责任人，于${day('rectify')}前整改到位；确实来不及的，书面说明原因。${kinds.includes('data') ? says<DocumentBinding>`数据问题先行改正，${resubmitText(data)}重新报送。` : []}${kinds.includes('red') ? '列为立即整改的，收到通知后当即处理，不等期限。' : ''}`,
    [
      '请填写随本通知发送的问题整改台账，问题编号不改、行不删，与书面整改情况一并按期报送，终期再放进工作簿。由发出本通知的单位验收后销号，没有完成日、佐证的不作销号。',
    ],
  );
}

// Both ----------------------------------------------------------------------------------------------------------------

/** 望淮街道锦湖社区: the title has no room for more. */
function placeOf({ unit }: RollupUnit): string {
  return [unit.street, unit.community].map((name) => name ?? '').join('') || (unit.countyName ?? '试点单位');
}

/** An agency evaluates; what is asked of units is asked by the authority that it works for. */
const issuerOf = ({ options }: DocumentData): string | null => options.commissioner ?? options.office;

/** The bureau of the county; in a zone, which has none, whoever stands for it. Nobody writes to himself: within the county, to the unit. */
function addresseeOf(of: RollupUnit, data: DocumentData): DocumentText {
  const county = countyOf(of, data);
  if (county === null || isSentWithin(county.name, of, data)) return [quote(placeOf(of))];
  return says<DocumentBinding>`${quote(county.name)}${county.isZone ? '民政工作部门' : '民政局'}`;
}

interface County {
  readonly name: string;
  readonly isZone: boolean;
}

function countyOf({ unit }: RollupUnit, { policy }: DocumentData): County | null {
  const listed = policy.register.units.find(({ id }) => id === unit.county);
  const name = listed?.name ?? unit.countyName;
  return name === null ? null : { name, isZone: listed?.kind === '功能区' };
}

/** Where nobody signs yet, whoever has workbooks of one county alone may be of that county. */
function isSentWithin(county: string, { unit }: RollupUnit, data: DocumentData): boolean {
  const issuer = issuerOf(data);
  if (issuer !== null) return [county, unit.street].some((place) => place !== null && issuer.includes(place));
  return data.rollup.units.every((one) => one.key === '' || one.file === null || countyOf(one, data)?.name === county);
}
