/** 差距清单: what is to be done, a line each, and what people had explained that is no longer there. */
import { sheetTitle } from '../model/kinds.ts';
import { modeWords } from '../model/words.ts';
import type { Evaluation, Explanation, Filing, PolicyAbout } from '../model.ts';
import { type Line, linesOf } from './lines.ts';
import type { Column, Paper, ReportCell, Section } from './papers.ts';
import { emptyCell, numberCell, quote, says, textCell, textOf, unitName } from './parts.ts';
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

export function gapPaper(evaluation: Evaluation, policy: PolicyAbout, { explanations }: Filing): Paper {
  const lines = linesOf(evaluation);
  const written = byKey(explanations, evaluation.policy.id, lines);
  const current = new Set(lines.map((line) => line.key));
  const cleared = [...written.values()].filter((explanation) => !current.has(explanation.key));
  return {
    role: 'gaps',
    name: sheetTitle({ role: 'gaps', mode: evaluation.mode }),
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
      ...(cleared.length > 0 ? [clearedSection(cleared, evaluation.policy.id)] : []),
    ],
    foot: [],
  };
}

function clearedSection(cleared: readonly Explanation[], policy: string): Section {
  const rows = cleared.map((explanation, index) => clearedRow(explanation, index + 1, policy));
  return { id: 'cleared', title: [CLEARED], paragraphs: [], table: { columns: GAP_COLUMNS, rows } };
}

/** What people wrote, once a key: a line that stands above 已消除 counts before one below. */
function byKey(
  explanations: readonly Explanation[],
  policy: string,
  lines: readonly Line[],
): ReadonlyMap<string, Explanation> {
  const written = new Map<string, Explanation>();
  for (const cleared of [false, true]) {
    for (const explanation of explanations) {
      if (explanation.cleared !== cleared || explanation.text.trim() === '') continue;
      let key = keyToday(explanation, policy, lines);
      while (key.startsWith(LAPSED) && written.has(key)) key += '#';
      if (!written.has(key)) written.set(key, { ...explanation, key });
    }
  }
  return written;
}

// R041|W03|0123456789ab|…
const OLDER = /^[A-Z]\d+\|[^|]*\|.*\|/;
const LAPSED = 'lapsed:';

/**
 * Keys of before named no policy, as there was no choice. Those of findings were their parts, tokens among them, which are
 * not written again (decision mask-11): what was explained is found by what its line says, or it has lapsed.
 */
function keyToday({ key, about }: Explanation, policy: string, lines: readonly Line[]): string {
  if (OLDER.test(key)) return lines.find(({ problem }) => textOf(problem) === about)?.key ?? `${LAPSED}${about}`;
  return key.replace(/^gap:([^:]+):([^:]*)$/, `gap:${policy}:$1:$2`);
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

function clearedRow({ key, text, about }: Explanation, number: number, policy: string): readonly ReportCell[] {
  // A gap under another document is not gone; it was not looked for.
  const isOther = key.startsWith('gap:') && !key.startsWith(`gap:${policy}:`);
  return [
    numberCell(number, { what: 'ordinal' }),
    isOther ? textCell(['另一评估依据']) : { kind: 'state', state: 'cleared', text: CLEARED },
    emptyCell,
    emptyCell,
    textCell(quote(about)),
    ...Array.from({ length: 5 }, () => emptyCell),
    { kind: 'entry', text },
    { kind: 'key', key },
  ];
}
