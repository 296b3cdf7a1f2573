/** 差距清单: what is to be done, a line each, and what people had explained that is no longer there. */
import { isElsewhere, keyedToday } from '../model/explanation-keys.ts';
import { explanationsByKey } from '../model/explanations.ts';
import { modeWords } from '../model/words.ts';
import type { Evaluation, Explanation, Filing, PolicyAbout } from '../model.ts';
import { type Line, linesOf } from './lines.ts';
import type { Column, Paper, ReportCell, Section } from './papers.ts';
import { emptyCell, numberCell, quote, says, textCell, unitName } from './parts.ts';
import { asOfToken } from './tokens.ts';

// The host finds 说明, 键 and 问题 by these headings, and the cleared lines by the words 已消除 at the beginning of a row.
export const GAP_COLUMNS = [
  { id: 'number', heading: '序号' },
  { id: 'category', heading: '类别' },
  { id: 'sheet', heading: '工作表' },
  { id: 'place', heading: '单元格' },
  { id: 'problem', heading: '问题' },
  { id: 'value', heading: '现值' },
  { id: 'target', heading: '目标' },
  { id: 'gap', heading: '差距' },
  { id: 'advice', heading: '处理建议' },
  { id: 'clause', heading: '依据条款' },
  { id: 'explanation', heading: '说明' },
  { id: 'key', heading: '键' },
] as const satisfies readonly Column[];
const CLEARED = '已消除';
const ELSEWHERE = '另一评估';

export function gapPaper(evaluation: Evaluation, policy: PolicyAbout, { explanations }: Filing): Paper {
  const lines = linesOf(evaluation);
  const written = explanationsByKey(keyedToday(explanations, evaluation));
  const current = new Set(lines.map((line) => line.key));
  const cleared = [...written.values()].filter((explanation) => !current.has(explanation.key));
  return {
    role: 'gaps',
    name: '差距清单',
    title: says`${quote(policy.words.work)}${modeWords[evaluation.mode]}评估差距清单`,
    head: [
      says`单位：${unitName(evaluation)}　　数据截止日：${asOfToken(evaluation)}　　评估依据：${quote(policy.name)}`,
    ],
    sections: [
      {
        id: 'gaps',
        title: null,
        paragraphs: [],
        table: {
          columns: GAP_COLUMNS,
          rows: lines.map((line, index) => rowOf(line, index + 1, written.get(line.key)?.text ?? '')),
          empty: ['未发现指标差距和数据问题。'],
        },
      },
      ...(cleared.length > 0 ? [clearedSection(cleared, evaluation)] : []),
    ],
    foot: [],
  };
}

function clearedSection(cleared: readonly Explanation[], evaluation: Evaluation): Section {
  const rows = cleared.map((explanation, index) => clearedRow(explanation, index + 1, evaluation));
  return { id: 'cleared', title: [CLEARED], paragraphs: [], table: { columns: GAP_COLUMNS, rows } };
}

function rowOf(line: Line, number: number, explanation: string): readonly ReportCell[] {
  const { key, state, category, at, problem, value, target, gap, advice, clause } = line;
  return [
    numberCell(number, { what: 'ordinal' }),
    { kind: 'state', state, text: category },
    textCell(quote(at?.sheet ?? '')),
    { kind: 'place', place: at },
    ...[problem, value, target, gap, advice, clause].map(textCell),
    { kind: 'entry', text: explanation },
    { kind: 'key', key },
  ];
}

function clearedRow({ key, text, about }: Explanation, number: number, evaluation: Evaluation): readonly ReportCell[] {
  return [
    numberCell(number, { what: 'ordinal' }),
    // A gap of another evaluation is not gone; it was not looked for.
    isElsewhere(key, evaluation) ? textCell([ELSEWHERE]) : { kind: 'state', state: 'cleared', text: CLEARED },
    emptyCell,
    emptyCell,
    textCell(quote(about)),
    ...Array.from({ length: 5 }, () => emptyCell),
    { kind: 'entry', text },
    { kind: 'key', key },
  ];
}
