/** 中期的工作簿、通知和台账，填好交回来的终期工作簿。 */
import { newFile } from '../../../shared/files/new.ts';
import type { Cell, LedgerSheet, PaperSheet, PlanCell, RollupOptions, Submitted } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { type DocumentData, documentData } from '../../../shared/report/documents/data.ts';
import type { Document } from '../../../shared/report/documents/documents.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { textsOf } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import type { Sheets } from '../check/snapshots.ts';
import { form, judged } from '../rollup/entries.ts';

/** Three of the four are unmet at mid-term, each its own way; the fund is not due. */
export const checklist = (done: Cell): Sheets => ({
  有无表: [
    ['事项代码', '事项', '是否完成', '完成日期', '佐证材料名'],
    ['P01', '街道（乡镇）社会工作服务中心', done, done === '是' ? '2020-07-20' : null, '照片'],
    ['P02', '社区社会工作服务站', done, done === '是' ? '2020-07-20' : null, '照片'],
    ['S03', '机构派驻运营', done, done === '是' ? '2020-07-20' : null, '照片'],
  ],
});
export const wrong: Sheets = {
  社区社会组织名录: [
    ['组织名称', '管理方式', '组织形式', '统一社会信用代码', '登记日期', '类别', '状态'],
    ['春晖社', '登记', '社会团体', '51340421MJA0073738', '2019-05-06', '公益慈善', '正常'],
  ],
};

/** The same, put right. */
const right: Sheets = {
  社区社会组织名录: wrong.社区社会组织名录!.map((row) =>
    row.map((value) => (value === '51340421MJA0073738' ? '51340421MJA0073737' : value)),
  ),
};

export const facts = (filled: string): Sheets => {
  const [...rows] = form('锦湖社区', { filled });
  return {
    基本情况: [...rows.slice(0, -1), [...rows.at(-1)!.slice(0, 2), '机构统一社会信用代码', '52340403MJA0000249']],
  };
};

export const submitted = (file: string, sheets: Sheets, time: 'midterm' | 'final'): Submitted => {
  const { evaluation, joins } = judged(file, sheets, { time });
  return { file, evaluation, joins, spoken: time };
};
export const givenAtMidterm: Sheets = { ...facts('2020-11-30'), ...checklist('否'), ...wrong };
export const midterm = submitted('中期.xlsx', givenAtMidterm, 'midterm');
/** Much is lacking in it that was lacking before. */
export const asJudged = (sheets: Sheets = {}, done: Cell = '是') =>
  submitted('终期.xlsx', { ...facts('2021-05-31'), ...checklist(done), ...sheets }, 'final');
/** As if nothing were wrong any more, but what `left` names: then it is for the ledger alone what is told. */
export const final = (sheets: Sheets = {}, left: readonly string[] = []): Submitted => {
  const one = asJudged({ ...right, ...sheets });
  if (!('evaluation' in one)) throw new Error();
  const { evaluation } = one;
  const indicators = evaluation.indicators.map((each) =>
    left.includes(each.id) ? { ...each, verdict: 'unmet' as const } : { ...each, verdict: 'met' as const },
  );
  return { ...one, evaluation: { ...evaluation, indicators, findings: [] } };
};

export const dataOf = (
  all: readonly Submitted[],
  options: RollupOptions,
  more: Partial<DocumentData['options']> = {},
) => {
  const rollup = rollUp(all, huainan2020, options);
  const evaluations = new Map(all.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])));
  return documentData(rollup, huainan2020, evaluations, {
    office: '淮南市民政局',
    commissioner: null,
    day: '2020-12-28',
    rectifyBy: '2021-02-28',
    resubmitBy: '2021-01-08',
    isPublic: false,
    ...more,
  });
};

export const words = ({ title, addressee, body, signature, attachments }: Document): string =>
  [
    title.map(textOf).join(''),
    textOf(addressee ?? []),
    ...[...body, ...attachments.flatMap((one) => one.body)].flatMap(textsOf).map(textOf),
    textOf(signature.office),
    textOf(signature.day),
  ].join('\n');

export const RUN = { secret: 'ab'.repeat(32), policy: 'huainan-2020', mode: null, said: null, asOf: null };

export const fileOf = (sheets: Sheets): Uint8Array =>
  newFile(
    Object.entries(sheets).map(([name, rows]): PaperSheet => {
      const widths = rows[0]!.map(() => 10);
      const cells = rows.map((row) => row.map((value) => ({ value, style: 'text' }) as PlanCell));
      const page = { orientation: 'portrait', repeated: null } as const;
      return { name, widths, rows: cells, spans: [], frozenRows: 0, page, filterRow: null };
    }),
  );

/** What goes out with the notice of the one unit that the data are of. */
export const ledgerOf = (data: DocumentData): LedgerSheet =>
  noticesOf(data).find(({ document }) => document.kind === 'rectify')!.ledger!;

export const HEADINGS = 3;
export const linesOf = ({ rows }: PaperSheet) => rows.slice(HEADINGS + 1).map((row) => row.map(({ value }) => value));

export type Filling = Readonly<Record<string, Cell>>;

/** As the unit fills it in: by the place of the issue in the list; null takes the line out. */
export function filledIn({ rows: given }: LedgerSheet, filling: (at: number) => Filling | null): Sheets {
  const rows = given.map((row) => row.map(({ value }): Cell => value));
  const headings = rows[HEADINGS]!.map(String);
  return {
    问题整改台账: rows.flatMap((row, at) => {
      const fills = at > HEADINGS ? filling(at - HEADINGS - 1) : {};
      return fills === null ? [] : [row.map((value, column) => fills[headings[column]!] ?? value)];
    }),
  };
}

export const closed = (on = '2021-02-20'): Filling => ({
  整改措施: '已补齐',
  责任人: '张某某',
  完成日: on,
  佐证: '照片三张',
  状态: '已销号',
});
