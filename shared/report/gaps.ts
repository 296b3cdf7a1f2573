/** 差距清单: what is to be done, a line each, and what people had explained that is no longer there. */
import { conclusionOf, isCurrent } from '../model/conclusions.ts';
import { isElsewhere, isFindingKey, keyedToday, keysIn } from '../model/explanation-keys.ts';
import { explanationsByKey } from '../model/explanations.ts';
import { dateText } from '../model/figures.ts';
import { sheetTitle } from '../model/kinds.ts';
import { modeWords } from '../model/words.ts';
import type { Evaluation, Explanation, Filing, PolicyAbout } from '../model.ts';
import { ALIKE, together } from './alike.ts';
import { type Line, linesOf } from './lines.ts';
import type { Column, Paper, Paragraph, ReportCell, Section } from './papers.ts';
import { emptyCell, numberCell, quote, says, textCell, unitName } from './parts.ts';
import { asOfToken, figure } from './tokens.ts';

// The host finds 核实说明, 审核意见, 键 and 问题 by these headings, and the cleared lines by the words 已消除 at the beginning of a row.
export const GAP_COLUMNS = [
  { id: 'number', heading: '序号' },
  { id: 'category', heading: '类别' },
  { id: 'sheet', heading: '工作表' },
  { id: 'place', heading: '单元格' },
  { id: 'problem', heading: '问题' },
  { id: 'advice', heading: '处理建议和依据' },
  { id: 'explanation', heading: '核实说明' },
  { id: 'review', heading: '审核意见' },
  { id: 'key', heading: '键' },
] as const satisfies readonly Column[];
const CLEARED = '已消除';
const ELSEWHERE = '另一评估';

const BLANK = '＿＿＿＿＿＿';

export function gapPaper(evaluation: Evaluation, policy: PolicyAbout, { explanations, confirmed, on }: Filing): Paper {
  const lines = linesOf(evaluation);
  const written = explanationsByKey(keyedToday(explanations, evaluation));
  const current = new Set(lines.map((line) => line.key));
  const cleared = [...written.values()].filter((explanation) => !current.has(explanation.key));
  const isHeld = confirmed && isCurrent(confirmed, evaluation, conclusionOf(evaluation, explanations));
  const day = on === null ? BLANK : figure(dateText(on), { what: 'on' });
  return {
    role: 'gaps',
    name: sheetTitle({ role: 'gaps', mode: evaluation.mode }),
    title: says`${quote(policy.words.work)}${modeWords[evaluation.mode]}评估差距清单`,
    head: [
      says`单位：${unitName(evaluation)}　　数据截止日：${asOfToken(evaluation)}　　检查日期：${day}`,
      says`评估依据：${quote(policy.name)}　　审核单位：${isHeld ? quote(confirmed.office) : BLANK}`,
    ],
    sections: [
      {
        id: 'gaps',
        title: null,
        paragraphs: [],
        table: {
          columns: GAP_COLUMNS,
          rows: together(lines, written).map((line, index) =>
            // All findings of a line are explained alike.
            rowOf(line, index + 1, written.get(keysIn(line.key)[0]!)),
          ),
          empty: ['未发现指标差距和数据问题。'],
        },
      },
      ...(cleared.length > 0 ? [clearedSection(cleared, evaluation)] : []),
    ],
    // Without a blank row Excel takes them for lines of the table.
    foot: [[], signatures],
  };
}

const signatures: Paragraph = [
  `填表人（签字）：${BLANK}　　审核人（签字）：${BLANK}　　负责人（签字）：${BLANK}　　（盖章）　　　　＿＿＿＿年＿＿月＿＿日`,
];

function clearedSection(cleared: readonly Explanation[], evaluation: Evaluation): Section {
  const alike = new Map<string, Explanation[]>();
  for (const explanation of cleared) {
    const { key, text, review, about } = explanation;
    const like = isFindingKey(key) ? JSON.stringify([text, review, about]) : key;
    alike.set(like, [...(alike.get(like) ?? []), explanation]);
  }
  const rows = [...alike.values()].map((group, index) => clearedRow(group, index + 1, evaluation));
  return { id: 'cleared', title: [CLEARED], paragraphs: [], table: { columns: GAP_COLUMNS, rows } };
}

function rowOf(line: Line, number: number, explanation: Explanation | undefined): readonly ReportCell[] {
  const { key, state, category, places, problem, advice, clause } = line;
  return [
    numberCell(number, { what: 'ordinal' }),
    { kind: 'state', state, text: category },
    textCell(quote(places[0]?.sheet ?? '')),
    { kind: 'places', places },
    textCell(problem),
    textCell(clause.length > 0 ? says`${advice}依据：${clause}` : advice),
    { kind: 'entry', text: explanation?.text ?? '' },
    { kind: 'entry', text: explanation?.review ?? '' },
    { kind: 'key', key },
  ];
}

/** Of explanations that say the same of the same: a line of like findings goes as it stood. */
function clearedRow(group: readonly Explanation[], number: number, evaluation: Evaluation): readonly ReportCell[] {
  const { key, text, review, about } = group[0]!;
  const count = figure(String(group.length), { what: 'cleared' });
  return [
    numberCell(number, { what: 'ordinal' }),
    // A gap of another evaluation is not gone; it was not looked for.
    isElsewhere(key, evaluation) ? textCell([ELSEWHERE]) : { kind: 'state', state: 'cleared', text: CLEARED },
    emptyCell,
    { kind: 'places', places: [] },
    textCell(quote(about)),
    textCell(group.length > 1 || about.includes(ALIKE) ? says`其中${count}项。` : []),
    { kind: 'entry', text },
    { kind: 'entry', text: review },
    { kind: 'key', key: group.map(({ key }) => key).join(' ') },
  ];
}
