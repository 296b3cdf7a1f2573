/** Workbooks written down as people see them: a heading row and lines for each sheet. Read and judged by the engine. */
import { type Grounds, grounds } from '../../../shared/evaluate.ts';
import type { Cell, EvaluateOptions, Finding, Indicator, Score, WorkbookSnapshot } from '../../../shared/model.ts';
import { judgedMasked } from '../../judging.ts';
import { type Rows, type Sheets, snapshotOf } from './snapshots.ts';

export { type Rows, type Sheets, snapshotOf } from './snapshots.ts';

export interface Judged {
  readonly indicator: (id: string) => Indicator;
  /** `rule cell` of every finding, in order; of one rule with `of`. */
  readonly said: (of?: string) => readonly string[];
  readonly finding: (rule: string) => Finding;
  readonly findings: readonly Finding[];
  /** Main entries and those for reference. */
  readonly indicators: readonly Indicator[];
  readonly notChecked: ReadonlyMap<string, string>;
  readonly score: Score | null;
}

const SECRET = '00112233445566778899aabbccddeeff';

/** As the pane and the Worker do it: masked first, then evaluated, then in the words of the workbook again. */
export function judged(
  sheets: Sheets | WorkbookSnapshot,
  options: EvaluateOptions = {},
  by: Grounds = grounds,
): Judged {
  const snapshot = isSnapshot(sheets) ? sheets : snapshotOf(sheets);
  const { indicators, findings, notChecked, score } = judgedMasked(snapshot, SECRET, options, by);
  return {
    indicator: (id) => indicators.find((each) => each.id === id)!,
    said: (of) =>
      findings
        .filter(({ rule }) => of === undefined || rule === of)
        .map(({ rule, at }) => `${rule} ${at.sheet}!${at.address}`),
    finding: (rule) => findings.find((each) => each.rule === rule)!,
    findings,
    indicators,
    notChecked: new Map(notChecked.map(({ rule, reason }) => [rule, reason])),
    score,
  };
}

function isSnapshot(workbook: Sheets | WorkbookSnapshot): workbook is WorkbookSnapshot {
  return workbook.schema === 'workbook-snapshot/1';
}

/** 基本情况: an urban community with nothing to find fault with. */
export const facts: Rows = [
  ['县区', '田家庵区', '街道（乡镇）', '洞泉街道'],
  ['社区名称', '春申社区', '城乡分类代码', '111'],
  ['常住人口', 8642, '人口数据时点', '2020-11-30'],
  ['承接机构', '淮南市和谐社会工作服务中心', '机构统一社会信用代码', '52340403MJA0000249'],
  ['填报日期', '2021-05-31', '社区类型', '城市'],
  ['填表人', '张一', '审核人', '李二'],
  ['负责人', '王三', null, null],
];

export const ruralFacts: Rows = facts.map((row) =>
  row.map((cell) => (cell === '111' ? '220' : cell === '城市' ? '农村' : cell)),
);

export const organisationHeadings = [
  '组织名称',
  '管理方式',
  '组织形式',
  '统一社会信用代码',
  '登记日期',
  '备案号',
  '备案日期',
  '类别',
  '运行状态',
];

/** Of organisations that do not exist; their check characters are right. */
const CODES = [
  '51340400MJA0000166',
  '52340403MJA0000249',
  '52340422MJA000032L',
  '53340400MJA000040G',
  '51340402MJA000059G',
  '52340421500000015L',
  '59340403MJA0000671',
  '52340403MJB0002450',
];

export function registered(name: string, code: Cell = codeFor(name), date: Cell = '2019-05-06'): readonly Cell[] {
  return [name, '登记', '社会服务机构', code, date, null, null, '公益慈善', '正常'];
}

let next = 0;
const given = new Map<string, string>();
function codeFor(name: string): string {
  const known = given.get(name) ?? CODES[next++ % CODES.length]!;
  given.set(name, known);
  return known;
}

export function filed(name: string, date: Cell = '2020-09-01', number: Cell = `洞街社备${name}`): readonly Cell[] {
  return [name, '备案', null, null, null, number, date, '志愿服务', '正常'];
}

export function organisations(...rows: readonly (readonly Cell[])[]): Rows {
  return [organisationHeadings, ...rows];
}

export function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n + 1));
}
