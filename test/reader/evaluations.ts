/** Evaluations to be read: of workbooks that streets hand in, at both times, with bounds, ceilings, and things done late. */
import { evaluate, grounds } from '../../shared/evaluate.ts';
import type { Evaluation, Mode, PolicyAbout, WorkbookSnapshot } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { about, linhe2022 } from '../fixtures/policies/linhe-2022/policy.ts';
import { workbook as linhe } from '../fixtures/policies/linhe-2022/workbook.ts';
import { hardWorkbook } from '../generator/hard/workbooks.ts';
import { generate } from '../generator/workbooks.ts';

export interface Evaluated {
  readonly title: string;
  readonly evaluation: Evaluation;
  readonly policy: PolicyAbout;
}

const policy = policyAbouts[0]!;

export function evaluated(title: string, snapshot: WorkbookSnapshot, mode: Mode): Evaluated {
  return { title: `${title} ${mode}`, evaluation: evaluate(snapshot, { mode }), policy };
}

/** The plan was handed in three days after its day. */
export const late = evaluated('方案逾期', withLatePlan(generate(4).plain), 'final');

export const twenty: readonly Evaluated[] = [
  ...[0, 1, 3, 5, 7, 9].map((seed) => evaluated(`第${seed}册`, generate(seed).messy, generate(seed).community.mode)),
  ...[2, 6, 12].map((seed) => evaluated(`第${seed}册`, generate(seed).messy, 'midterm')),
  ...[1, 9, 12, 29, 31, 33].map((seed) => evaluated(`难的第${seed}册`, hardWorkbook(seed).snapshot, 'final')),
  evaluated('规整的', generate(8).plain, 'final'),
  evaluated('缺表的', withoutTables(generate(10).plain), 'midterm'),
  late,
  evaluated('方案逾期', withLatePlan(generate(11).plain), 'midterm'),
  { title: '有上限的', evaluation: evaluate(linhe, {}, { ...grounds, policies: [linhe2022] }), policy: about },
];

/** A sheet of its own for the days of the plan. */
function withLatePlan(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const days = [
    ['方案确认日期', '2020-07-30'],
    ['方案报送日期', '2020-08-03'],
  ];
  const sheet = { name: '方案报送', visibility: 'Visible', address: 'A1:B2', values: days } as const;
  return { ...snapshot, sheets: [...snapshot.sheets, sheet] };
}

/** Every third is not handed in. */
function withoutTables(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.filter((_, at) => at % 3 !== 2) };
}
