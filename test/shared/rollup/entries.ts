/** Workbooks as people write them down, judged and placed as the roll-up does it. */
import { deidentify, evaluate, grounds, policyOf, restored } from '../../../shared/evaluate.ts';
import type { Cell, Mode, Rollup } from '../../../shared/model.ts';
import { acrossFindings } from '../../../shared/rollup/across.ts';
import type { Entry } from '../../../shared/rollup/entries.ts';
import { keyOf } from '../../../shared/rollup/keys.ts';
import { type Sheets, snapshotOf } from '../check/snapshots.ts';

/** Of the run. */
const SECRET = '7c'.repeat(32);

export interface Given extends Partial<Pick<Entry, 'state' | 'time' | 'joins'>> {
  readonly street?: string;
  readonly agency?: string;
  readonly filled?: Cell;
  readonly secret?: string;
}

/** The form of a community, in 田家庵区. */
export function form(community: string, { street = '望淮街道', agency = '同心社会工作服务中心', filled }: Given = {}) {
  return [
    ['县区', '田家庵区', '街道（乡镇）', street],
    ['社区名称', community, '城乡分类代码', '111'],
    ['常住人口', 8642, '填报日期', filled ?? '2021-05-31'],
    ['承接机构', agency, null, null],
  ];
}

/** With a form of its own, unless it has one. */
export function workbook(community: string, sheets: Sheets, given: Given = {}): Entry {
  return judged(`${community}.xlsx`, { 基本情况: form(community, given), ...sheets }, given);
}

/** 试点名册: one line a unit. */
export function register(...rows: readonly (readonly Cell[])[]): Entry {
  const headings = ['县区', '街道', '社区', '承接机构', '报送状态', '收文时间'];
  return judged('试点名册.xlsx', { 试点名册: [headings, ...rows] }, { state: 'register' });
}

export function judged(file: string, sheets: Sheets, given: Given = {}): Entry {
  const { time = 'final', state = 'reported', secret = SECRET } = given;
  const snapshot = snapshotOf(sheets);
  const masked = deidentify(snapshot, secret, [], grounds, { mode: time });
  const evaluation = restored(evaluate(masked.snapshot, { mode: time }), masked, snapshot, secret);
  const { unit } = evaluation;
  const { joins } = given.joins === null ? { joins: null } : masked;
  const name = [unit.countyName, unit.street, unit.community].join('');
  const { facts, issues = [] } = masked.joins;
  const { filled } = facts;
  return {
    key: keyOf(unit),
    name,
    unit,
    time,
    state,
    file,
    evaluation,
    joins,
    filled,
    isLast: true,
    issues: joins && issues,
    sent: [],
  };
}

/** Findings as `rule: place, place`, places as `file sheet!address`, and what was not checked. */
export function across(entries: readonly Entry[], mode: Mode = 'final') {
  const { findings, notChecked }: Pick<Rollup, 'findings' | 'notChecked'> = acrossFindings(
    entries,
    policyOf({}),
    mode,
    {
      asOf: '2021-05-31',
      due: '2021-02-28',
      extended: null,
      since: '2020-11-30',
    },
  );
  return {
    findings,
    said: findings.map(
      ({ rule, places }) =>
        `${rule}: ${places.map(({ file, sheet, address }) => `${file} ${sheet}!${address}`).join(', ')}`,
    ),
    finding: (rule: string) => findings.find((each) => each.rule === rule)!,
    notChecked: new Map(notChecked.map(({ rule, reason }) => [rule, reason])),
  };
}
