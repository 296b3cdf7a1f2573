import { scopeWords, scoreWords, suggestionWords } from '../model/words.ts';
import type { Evaluation, PilotSite, PlanCell, Score } from '../model.ts';
import { cell, sentence } from './cells.ts';

/** 评分（建议方案，非文件规定）: what it is stands in the heading itself. */
export function scoreTitle({ status }: Score, { mode }: Evaluation): string {
  return `${scoreWords[mode]}（${status}）`;
}

/** What was scored and what was not, the grade, and whether the title is suggested. */
export function scoring(score: Score, { mode }: Evaluation): readonly string[] {
  const { name, status, version, total, upper, max, full, grade, pilotSite } = score;
  const rest = full - max;
  const settled = upper > total ? `，待核实的数据核实后最多${points(upper)}` : '';
  const ungraded = mode === 'midterm' ? '中期只看进度，不出等级。' : '等级待未计分、待核实的项目定后再出。';
  return [
    `按${name}（${version}版，${status}）试算：已计分项目满分${max}分，得${points(total)}${settled}${grade ? `，等级为${grade}` : ''}。`,
    `${rest > 0 ? `全表满分${full}分，其中${rest}分未计分，不作0分，逐项原因见附表。` : ''}${grade ? '' : ungraded}`,
    ...(pilotSite ? titled(pilotSite) : []),
  ].filter((text) => text !== '');
}

function titled({ suggestions, vetoes }: PilotSite): readonly string[] {
  const open = vetoes.filter(({ state }) => state === 'to_verify').map(({ name }) => name);
  return [
    ...suggestions.map(
      ({ scope, entity, suggestion, reasons }) =>
        `示范点建议　${entity ?? scopeWords[scope]}：${suggestionWords[suggestion]}。${reasons.map(sentence).join('')}`,
    ),
    ...(open.length > 0 ? [`否决项须由人核查：${open.join('、')}。`] : []),
    '以上只是程序的建议，由市民政局认定。',
  ];
}

const HEADINGS = ['编号', '项目', '得分', '最多', '满分', '说明'];

/** Every item of the table, scored or not, in rows of `width` cells. */
export function scoreRows({ items, unscored }: Score, width: number): readonly (readonly PlanCell[])[] {
  const rows: readonly (readonly PlanCell[])[] = [
    HEADINGS.map((heading) => cell(heading, 'heading')),
    ...items.map(({ id, name, points: earned, upper, max }) => [
      cell(id),
      cell(name),
      cell(earned, 'number'),
      cell(upper, 'number'),
      cell(max, 'number'),
      cell(upper > earned ? '有待核实的数据，暂按最少计。' : ''),
    ]),
    ...unscored.map(({ id, name, max, applies, reason }) => [
      cell(id),
      cell(name),
      cell(applies ? '未计分' : '不适用', 'warning'),
      cell(''),
      cell(max, 'number'),
      cell(reason),
    ]),
  ];
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => cell(''))]);
}

/** Two decimals (SPEC §3.1). */
function points(figure: number): string {
  return `${figure.toFixed(2)}分`;
}
