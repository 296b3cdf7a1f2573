/** 排名: urban and rural apart, each from 1; whoever did not hand in stands last and has no rank. */
import { dateText } from '../../model/figures.ts';
import { judgedItems } from '../../model/judged-items.ts';
import { scoreWords } from '../../model/words.ts';
import type { PaperSheet, PlanCell, Policy, Ranked, RollupUnit, ScoreTable, UrbanRural, Verdict } from '../../model.ts';
import { nearestBarText } from '../bars.ts';
import { listSheet, plain } from './lists.ts';
import { titleOf } from './overview.ts';
import { type Counting, countyNames, MISSING, missingCell, sideWord, type Told } from './told.ts';

/** Null where nothing is scored. */
export function rankingSheet(told: Told): PaperSheet | null {
  const { policy, rollup } = told;
  const { scoreTable } = policy;
  if (!scoreTable) return null;
  const county = countyNames(policy);
  return listSheet<Line>({
    name: '排名',
    title: titleOf(told, '排名'),
    head: [
      `按${scoreTable.name}（${scoreTable.version}版，${scoreTable.status}）。城市、农村社区口径不同，分别排名；得分相同的名次并列。带“人评”的由人打分。未报送的列在最后，没有名次。`,
    ],
    columns: [
      { heading: '城乡', width: 9, cell: ({ unit }) => plain(sideWord(unit)) },
      { heading: '名次', width: 6, cell: ({ ranked }) => (ranked ? plain(ranked.rank, 'number') : plain('—')) },
      { heading: '县区', width: 10, cell: ({ unit }) => plain(county(unit.unit) ?? '未识别') },
      { heading: '街道社区', width: 18, cell: ({ unit }) => plain(placeName(unit)) },
      { heading: rollup.mode === 'midterm' ? scoreWords.midterm : '得分', width: 8, cell: scoreCell },
      { heading: '得分与满分之比', width: 19, cell: ({ unit }) => plain(barOf(unit, scoreTable)) },
      { heading: '等级', width: 14, cell: (line) => gradeCell(line, told) },
      { heading: '人评', width: 12, cell: (line) => plain(judgedText(line)) },
      { heading: '达标/应评', width: 8, cell: ({ ranked, unit }) => plain(dueText(ranked, unit)) },
      { heading: '未达标、滞后的指标', width: 24, cell: ({ unit }) => plain(openNames(unit, told)) },
      { heading: '报送情况', width: 16, cell: ({ unit }) => receiptCell(unit) },
    ],
    rows: linesOf(told),
    empty: '没有单位。',
    foot: [],
    as: 'list',
  });
}

interface Line {
  readonly unit: RollupUnit;
  /** Null for a unit without a score. */
  readonly ranked: Ranked | null;
  /** Items with points from people. */
  readonly given: number;
  /** What the score is at most once all is verified and handed in; null where it is not known, or settled. */
  readonly most: number | null;
}

function linesOf({ rollup, policy, counting, missing }: Told): readonly Line[] {
  const ranks = new Map(rollup.ranking.map((one) => [one.key, one]));
  const lines = counting.map((one) => ({
    unit: one.unit,
    ranked: ranks.get(one.unit.key) ?? null,
    given: givenIn(one, policy),
    most: mostOf(one),
  }));
  const scored = SIDES.flatMap((side) =>
    lines
      .filter(({ ranked }) => ranked?.urbanRural === side)
      .sort((a, b) => (a.ranked?.rank ?? 0) - (b.ranked?.rank ?? 0)),
  );
  return [
    ...scored,
    ...lines.filter(({ ranked }) => ranked === null),
    ...missing.map((unit) => ({ unit, ranked: null, given: 0, most: null })),
  ];
}

function mostOf({ unit, evaluation }: Counting): number | null {
  const score = evaluation?.score;
  return score && unit.score !== null && score.upper > score.total ? unit.score + score.upper - score.total : null;
}

const SIDES: readonly UrbanRural[] = ['urban', 'rural', 'unknown'];

const isMissing = ({ state }: RollupUnit) => state === 'missing';

function placeName({ unit: { street, community } }: RollupUnit): string {
  return [street, community].filter((name) => name !== null).join('') || '—';
}

function scoreCell({ unit, ranked }: Line): PlanCell {
  if (isMissing(unit)) return missingCell;
  return ranked ? plain(ranked.score, 'points') : plain('未计分', 'warning');
}

function barOf(unit: RollupUnit, { full }: ScoreTable): string {
  if (isMissing(unit)) return MISSING;
  return unit.score === null ? '未计分' : nearestBarText(unit.score, full);
}

/** No grade at mid-term; at the end not before people have judged, and what is open is settled. */
function gradeCell({ unit, given, most }: Line, { rollup }: Told): PlanCell {
  const atMost = most === null ? '' : `，至多${most.toFixed(2)}分`;
  if (isMissing(unit)) return missingCell;
  if (unit.grade !== null) return plain(given > 0 ? `${unit.grade}（含人评）` : unit.grade);
  if (rollup.mode === 'midterm') return plain(`中期不出等级${atMost}${given > 0 ? '（评分含人评）' : ''}`);
  if (unit.score === null) return plain('未计分', 'warning');
  if (unit.unjudged.length > 0) return plain(`待人评（缺${unit.unjudged.length}项）`, 'warning');
  return plain(`待核实、缺数据的定后再出${atMost}`, 'warning');
}

function judgedText({ unit, given }: Line): string {
  if (isMissing(unit)) return MISSING;
  const { length: open } = unit.unjudged;
  if (given + open === 0) return '无';
  return [given > 0 ? `含人评${given}项` : '', open > 0 ? `缺${open}项` : ''].filter((text) => text !== '').join('，');
}

/** How many items have points from people. */
function givenIn({ unit, evaluation }: Counting, policy: Policy): number {
  const open = new Set(evaluation?.score?.unscored.filter(({ applies }) => applies).map(({ id }) => id));
  const asked = judgedItems(policy).filter(({ id }) => open.has(id));
  return asked.filter(({ id }) => !unit.unjudged.includes(id)).length;
}

function dueText(ranked: Ranked | null, unit: RollupUnit): string {
  if (isMissing(unit)) return MISSING;
  return ranked ? `${ranked.met}/${ranked.due}` : '未计分';
}

/** Names that are read in a line; all stand in the matrix. */
const NAMED = 4;

function openNames(unit: RollupUnit, { rollup }: Told): string {
  if (isMissing(unit)) return MISSING;
  const open: readonly (Verdict | undefined)[] = ['unmet', 'behind'];
  const names = rollup.indicators.filter(({ id }) => open.includes(unit.verdicts[id])).map(({ name }) => name);
  if (names.length === 0) return '无';
  return `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等${names.length}项` : ''}`;
}

function receiptCell({ state, late, received, returned }: RollupUnit): PlanCell {
  if (state === 'missing') return missingCell;
  const came = received ? `${dateText(received.first)}报送` : '已报送';
  const told = [came, ...(late ? ['逾期'] : []), ...(returned > 0 ? [`前面有${returned}份`] : [])];
  return plain(told.join('，'), late ? 'warning' : 'text');
}
