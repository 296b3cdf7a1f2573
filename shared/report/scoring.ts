/** The score in words and as a table. */
import { trimmedEnd } from '../model/trims.ts';
import { scopeWords, scoreWords, suggestionWords } from '../model/words.ts';
import type { Evaluation, PilotSite, Score } from '../model.ts';
import { barText } from './bars.ts';
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
    rest > 0 ? says`全表满分${of(String(full), 'full')}分，其中${of(String(rest), 'rest')}分未计分，不作0分。` : [];
  return [
    says`按${quote(name)}（${quote(version)}版，${quote(status)}）试算：已计分项目满分${of(String(max), 'max')}分，得${earned(total, 'total')}分${settled}${grade === null ? [] : says`，等级为${quote(grade)}`}。`,
    says`${unscored}${grade === null ? ungraded : ''}`,
    ...unscoredText(score.unscored),
    ...(pilotSite ? titled(pilotSite) : []),
  ].filter((paragraph) => paragraph.length > 0);
}

/** 评分（建议方案，非文件规定）: what it is stands in the heading itself. */
export function scoreTitle({ status }: Score, { mode }: Evaluation): Paragraph {
  return says`${scoreWords[mode]}（${quote(status)}）`;
}

const COLUMNS: readonly Column[] = [
  { id: 'item', heading: '项目' },
  { id: 'points', heading: '得分' },
  { id: 'bar', heading: '得分与满分之比' },
  { id: 'max', heading: '满分' },
  { id: 'upper', heading: '核实后最多' },
];

/** Every item that was scored; the others are told in words. */
export function itemTable({ items }: Score): Table {
  return {
    columns: COLUMNS,
    rows: items.map(({ id, name, points, upper, max }) => [
      textCell(quote(name)),
      numberCell(points, { what: 'item', item: id, of: 'points' }),
      textCell(figure(barText(points, max), { what: 'item', item: id, of: 'bar' })),
      numberCell(max, { what: 'item', item: id, of: 'max' }),
      upper > points ? numberCell(upper, { what: 'item', item: id, of: 'upper' }) : emptyCell,
    ]),
  };
}

/** 未计分（缺数据）：试点单位相应机构（2分）、…。 Those of one reason together. */
function unscoredText(unscored: Score['unscored']): readonly Paragraph[] {
  const reasons = [...new Set(unscored.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const group = unscored.filter((one) => one.reason === reason);
    const items = group.map(
      ({ id, name, max }) => says`${quote(name)}（${figure(String(max), { what: 'item', item: id, of: 'max' })}分）`,
    );
    const why = trimmedEnd(reason, /[。；;.\s]/);
    return says`${group[0]!.applies ? '未计分' : '不适用'}（${quote(why)}）：${listed(items, '、')}。`;
  });
}

function titled({ suggestions, vetoes }: PilotSite): readonly Paragraph[] {
  const open = vetoes.filter(({ state }) => state === 'to_verify').map(({ name }) => quote(name));
  // What holds for street and community alike is said once.
  const alike = (suggestions[0]?.reasons ?? []).filter((reason) =>
    suggestions.every(({ reasons }) => reasons.includes(reason)),
  );
  return [
    ...suggestions.map(
      ({ scope, entity, suggestion, reasons }) =>
        says`示范点建议　${entity === null ? scopeWords[scope] : quote(entity)}：${suggestionWords[suggestion]}。${quotedSentences(reasons.filter((reason) => !alike.includes(reason)))}`,
    ),
    ...(alike.length > 0 ? [quotedSentences(alike)] : []),
    ...(open.length > 0 ? [says`否决项须由人核查：${listed(open, '、')}。`] : []),
    ['以上只是程序的建议，由市民政局认定。'],
  ];
}

/** Two decimals: an item earns in proportion, and its share need not be whole. */
function earned(points: number, of: 'total' | 'upper'): Figure {
  return figure(points.toFixed(2), { what: 'score', of });
}
