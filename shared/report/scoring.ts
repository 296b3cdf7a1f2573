/** The score in words and as a table. */
import { scopeWords, scoreWords, suggestionWords } from '../model/words.ts';
import type { Evaluation, PilotSite, Score } from '../model.ts';
import type { Column, Figure, Paragraph, Table } from './papers.ts';
import { emptyCell, listed, numberCell, quote, quotedSentences, says, textCell } from './parts.ts';
import { figure } from './tokens.ts';

/** What was scored and what was not, the grade, and whether the title is suggested. */
export function scoring(score: Score, { mode }: Evaluation): readonly Paragraph[] {
  const { name, status, version, total, upper, max, full, grade, pilotSite } = score;
  const of = (points: string, what: 'max' | 'full' | 'rest') => figure(points, { what: 'score', of: what });
  const rest = full - max;
  const settled = upper > total ? says`，待核实的数据核实后最多${earned(upper, 'upper')}分` : [];
  const ungraded = mode === 'midterm' ? '中期只看进度，不出等级。' : '等级待未计分、待核实的项目定后再出。';
  const unscored =
    rest > 0
      ? says`全表满分${of(String(full), 'full')}分，其中${of(String(rest), 'rest')}分未计分，不作0分，逐项原因见附表。`
      : [];
  return [
    says`按${quote(name)}（${quote(version)}版，${quote(status)}）试算：已计分项目满分${of(String(max), 'max')}分，得${earned(total, 'total')}分${settled}${grade === null ? [] : says`，等级为${quote(grade)}`}。`,
    says`${unscored}${grade === null ? ungraded : ''}`,
    ...(pilotSite ? titled(pilotSite) : []),
  ].filter((paragraph) => paragraph.length > 0);
}

/** 评分（建议方案，非文件规定）: what it is stands in the heading itself. */
export function scoreTitle({ status }: Score, { mode }: Evaluation): Paragraph {
  return says`${scoreWords[mode]}（${quote(status)}）`;
}

const COLUMNS: readonly Column[] = [
  { id: 'id', heading: '编号' },
  { id: 'item', heading: '项目' },
  { id: 'points', heading: '得分' },
  { id: 'upper', heading: '最多' },
  { id: 'max', heading: '满分' },
  { id: 'reason', heading: '说明' },
];

/** Every item of the table, scored or not. */
export function itemTable({ items, unscored }: Score): Table {
  return {
    columns: COLUMNS,
    rows: [
      ...items.map(({ id, name, points, upper, max }) => [
        textCell(quote(id)),
        textCell(quote(name)),
        numberCell(points, { what: 'item', item: id, of: 'points' }),
        numberCell(upper, { what: 'item', item: id, of: 'upper' }),
        numberCell(max, { what: 'item', item: id, of: 'max' }),
        textCell(upper > points ? '有待核实的数据，暂按最少计。' : ''),
      ]),
      ...unscored.map(({ id, name, max, applies, reason }) => [
        textCell(quote(id)),
        textCell(quote(name)),
        applies
          ? ({ kind: 'state', state: 'unscored', text: '未计分' } as const)
          : ({ kind: 'state', state: 'unasked', text: '不适用' } as const),
        emptyCell,
        numberCell(max, { what: 'item', item: id, of: 'max' }),
        textCell(quote(reason)),
      ]),
    ],
  };
}

function titled({ suggestions, vetoes }: PilotSite): readonly Paragraph[] {
  const open = vetoes.filter(({ state }) => state === 'to_verify').map(({ name }) => quote(name));
  return [
    ...suggestions.map(
      ({ scope, entity, suggestion, reasons }) =>
        says`示范点建议　${entity === null ? scopeWords[scope] : quote(entity)}：${suggestionWords[suggestion]}。${quotedSentences(reasons)}`,
    ),
    ...(open.length > 0 ? [says`否决项须由人核查：${listed(open, '、')}。`] : []),
    ['以上只是程序的建议，由市民政局认定。'],
  ];
}

/** Two decimals: an item earns in proportion, and its share need not be whole. */
function earned(points: number, of: 'total' | 'upper'): Figure {
  return figure(points.toFixed(2), { what: 'score', of });
}
