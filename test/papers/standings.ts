/** How all units stand in an indicator: quantity, rate and distance, how many stand where, and who. */
import type { IndicatorDef, Verdict } from '../../shared/model.ts';
import {
  aimText,
  isLater,
  isShareUnit,
  percent,
  points,
  poolOf,
  reaches,
  shareText,
  shortBy,
  type Tally,
  type Truth,
  tallyOf,
} from './facts.ts';
import { hiddenDoubts, notesOf } from './public.ts';
import { isSelfReported, returnedIn, sum } from './returned.ts';
import { type Doubts, defNamed, type Groups, is, only, type Reading, type Shape, sameNames, unitsBy } from './words.ts';

type Told = Verdict & keyof Tally;

const states: Readonly<Record<string, Told | 'later'>> = {
  都已达标: 'met',
  已达标: 'met',
  '都在推进，进展正常': 'on_track',
  '在推进，进展正常': 'on_track',
  都进展滞后: 'behind',
  进展滞后: 'behind',
  都没有达标: 'unmet',
  没有达标: 'unmet',
  的数据都待核实: 'to_verify',
  的数据待核实: 'to_verify',
  都缺数据: 'missing',
  缺数据: 'missing',
  '都还没有数据，任务尚未到期': 'later',
  '还没有数据，任务尚未到期': 'later',
};

const state = Object.keys(states).join('|');

export const standingShapes: readonly Shape[] = [
  [
    new RegExp(`^(?<names>.+)，各应评单位(?<state>${state})$`),
    ({ names, state }, reading) =>
      names!.split('、').flatMap((name) => {
        const { truth, told } = reading;
        const def = defNamed(name, truth);
        if (!def) return [`没有“${name}”这项指标`];
        const isAgain = told.has(`standing ${def.id}`);
        told.add(`standing ${def.id}`);
        return [
          ...only(!isAgain, `${name}说了两遍`),
          ...only(state!.includes('都'), '没有说都'),
          ...placeDoubts(def, reading),
          ...ownDoubts(def, reading),
          ...stateDoubts(def.id, state!, truth).map((doubt) => `${name}${doubt}`),
        ];
      }),
  ],
  [
    new RegExp(`^(?:(?<head>.+)：)?应评的(?<count>\\d+)个单位(?<state>${state})$`),
    ({ head, count, state }, reading) =>
      ofHead(head, reading, (id) => {
        const { applicable } = tallyOf(id, reading.truth);
        return [
          ...is(count, applicable, '应评'),
          ...only(state!.includes('都') === applicable > 1, '都'),
          ...stateDoubts(id, state!, reading.truth),
        ];
      }),
  ],
  [
    /^按问题编号核对，(?<sent>\d+)个问题中按期销号(?<closed>\d+)个，与自报的不同，见“整改情况”$/,
    ({ sent, closed }, { truth, about, told }) => {
      const wanted = byNumberIn(truth);
      told.add('by number');
      return [
        ...only(about !== null && about !== undefined && isSelfReported(about), '说的不是自报的一项'),
        ...only(wanted !== null, '与自报的相同'),
        ...is(sent, wanted?.sent ?? 0, '核对的问题'),
        ...is(closed, wanted?.closed ?? 0, '按期销号'),
      ];
    },
  ],
  [
    /^(?:(?<head>.+)：)?应评的(?<count>\d+)个单位中，(?<parts>.+)$/,
    ({ head, count, parts }, reading) =>
      ofHead(head, reading, (id) => [
        ...is(count, tallyOf(id, reading.truth).applicable, '应评'),
        ...partsDoubts(parts!, id, reading),
      ]),
  ],
];

/** What was found by the numbers of the issues; null where that is what the units say, or nothing was. */
export function byNumberIn(truth: Truth): { readonly sent: number; readonly closed: number } | null {
  const [sent, closed] = (['sent', 'closed'] as const).map((of) => sum(returnedIn(truth), of)) as [number, number];
  const def = truth.policy.indicators.find(isSelfReported);
  const said = def && poolOf(def, truth);
  return sent === 0 || (said && said.part === closed && said.whole === sent) ? null : { sent, closed };
}

/** A goal stands under what is said of goals, the others in their chapter; at the end what is done or not by itself. */
function placeDoubts(def: IndicatorDef, { truth, path }: Reading): Doubts {
  const { goals, chapters } = truth.policy;
  const [head, subhead] = path.split('/');
  if (goals.includes(def.id))
    return only(head === '总体进展' || head === '目标任务完成情况', `${def.name}是总体目标，不该写在“${path}”下`);
  const isIn = chapters.some(({ title, indicators }) => title === subhead && indicators.includes(def.id));
  const isStep = def.spoken?.kind === 'step';
  const heads = truth.rollup.mode === 'midterm' ? '分项完成情况' : isStep ? '主要做法' : '工作成效';
  return only(isIn && head === heads, `${def.name}不该写在“${path}”下`);
}

/** 城市社区社会组织数（目标不少于10家）; without a head of the indicator that was told before. */
function ofHead(head: string | undefined, reading: Reading, check: (id: string) => Doubts): Doubts {
  const [, name, bound, aim] = /^(.+?)(?:（目标(不少于|超过|不超过|少于|为)(.+)）)?$/.exec(head ?? '') ?? [];
  const def = head === undefined ? reading.about : (defNamed(head, reading.truth) ?? defNamed(name!, reading.truth));
  if (!def) return ['说的不是一项指标'];
  reading.about = def;
  reading.told.add(`standing ${def.id}`);
  const isPooled = poolOf(def, reading.truth) !== null;
  const { op, p, q } = def.target;
  const words = { '>=': '不少于', '>': '超过', '<=': '不超过', '<': '少于', '=': '为' };
  const isWhole = isShareUnit(def.target.unit) && p === q;
  return [
    ...placeDoubts(def, reading),
    ...ownDoubts(def, reading),
    // Where there are figures to add up they are told, and the target with them.
    ...only(isPooled === (head === undefined), isPooled ? '没有说合计' : '没有说是哪一项'),
    ...(head === undefined || head === def.name
      ? only(head === undefined || def.spoken?.kind === 'step' || p === 0, '没有说目标')
      : [...is(bound, isWhole ? '为' : words[op], '目标'), ...is(aim, aimText(def.target), '目标')]),
    ...check(def.id),
  ];
}

function stateDoubts(id: string, words: string, truth: Truth): Doubts {
  const tally = tallyOf(id, truth);
  const state = states[words]!;
  const def = truth.policy.indicators.find((one) => one.id === id)!;
  const isMissing = state === 'missing' || state === 'later';
  return [
    ...only(tally.applicable > 0 && tally[state === 'later' ? 'missing' : state] === tally.applicable, `不是${words}`),
    ...only(!isMissing || (state === 'later') === isLater(def, truth), state === 'later' ? '已到期' : '没有到期'),
  ];
}

/** What units say of themselves is said to be that. */
const ownDoubts = (def: IndicatorDef, { isOwn }: Reading): Doubts =>
  only(isOwn === isSelfReported(def), isOwn ? '不是自报的' : '没有说是自报的');

const AT_MOST = 6;

const verdicts: Readonly<Record<string, Told>> = {
  达标: 'met',
  进展正常: 'on_track',
  进展滞后: 'behind',
  未达标: 'unmet',
  待核实: 'to_verify',
  缺数据: 'missing',
};

/** 达标4个，占44.44%；进展正常3个；待核实1个（书香苑社区）. */
function partsDoubts(parts: string, id: string, { truth }: Reading): Doubts {
  const tally = tallyOf(id, truth);
  const def = truth.policy.indicators.find((one) => one.id === id)!;
  const own: Readonly<Record<string, Told>> =
    def.spoken?.kind === 'step' ? { [def.spoken.done]: 'met', [def.spoken.undone]: 'unmet' } : {};
  const said = new Set<Told>();
  const doubts = parts.split('；').flatMap((part) => {
    const found = /^(?<word>\D+?)(?<count>\d+)个(?:，占(?<share>[\d.]+%))?(?:（(?<who>.+)）)?$/.exec(part)?.groups;
    const verdict = found && (own[found.word!] ?? verdicts[found.word!]);
    if (!found || !verdict) return [`不认识“${part}”`];
    if (said.has(verdict)) return [`${found.word}说了两遍`];
    said.add(verdict);
    const { count, share, who } = found;
    const later = verdict === 'missing' && isLater(def, truth);
    const isTold = ['behind', 'unmet', 'to_verify', 'missing'].includes(verdict) && tally[verdict] < tally.applicable;
    // More than a handful are named in the annex.
    const isNamed = isTold && (later || tally[verdict] <= AT_MOST);
    return [
      ...is(count, tally[verdict], found.word!),
      ...only((share !== undefined) === (verdict === 'met' && tally.met < tally.applicable), '占比'),
      ...is(share, percent(tally.met, tally.applicable, null), '占比'),
      ...only((who !== undefined) === isNamed, `没有说${found.word}的是谁`),
      ...(who === undefined
        ? []
        : later || who === '尚未到期'
          ? only(later && who === '尚未到期', '到期没有到期不实')
          : sameNames(who, unitsBy(id, verdict, truth), `${found.word}的`)),
    ];
  });
  const unsaid = Object.entries(verdicts).filter(([, verdict]) => tally[verdict] > 0 && !said.has(verdict));
  return [...doubts, ...unsaid.map(([word, verdict]) => `没有说${word}${tally[verdict]}个`)];
}

/** 社区工作者48人，其中持证16人，持证率33.33%，距40%目标差6.67个百分点、4人; null for what is none. */
export function standingDoubts(sentence: string, reading: Reading): Doubts | null {
  const hidden = hiddenDoubts(sentence, reading.truth);
  if (hidden) {
    reading.about = hidden[0];
    return hidden[1].map((doubt) => `${doubt}：${sentence}`);
  }
  const groups =
    /^(?<what>.+)，(?<verb>距|达到|超出|没有超出|没有达到)(?<aim>[\d.]+.*?)目标(?<rest>.*?)(?:（(?<note>[^（）]+)）)?$/.exec(
      sentence,
    )?.groups;
  return groups ? pooledDoubts(groups, reading).map((doubt) => `${doubt}：${sentence}`) : null;
}

function pooledDoubts({ what, verb, aim, rest, note }: Groups, reading: Reading): Doubts {
  const { truth } = reading;
  const def = truth.policy.indicators.find(({ name, spoken }) =>
    spoken?.kind === 'share'
      ? what!.startsWith(spoken.whole) && what!.includes(`，其中${spoken.part}`)
      : what!.startsWith(`${name}合计`),
  );
  const pool = def && poolOf(def, truth);
  if (!def || !pool) return ['没有这样的合计'];
  reading.about = def;
  const { target, spoken } = def;
  const { part, whole } = pool;
  const rate = shareText(part, whole, target);
  const wanted =
    spoken?.kind === 'share'
      ? `${spoken.whole}${whole}${spoken.unit}，其中${spoken.part}${part}${spoken.unit}，${spoken.rate ?? def.name}${rate}`
      : `${def.name}合计${rate}（${part}/${whole}）`;
  const isReached = reaches(part, whole, target);
  const isCeiling = target.op.startsWith('<');
  const apart = target.unit === '%' ? `${points(part, whole, target)}个百分点、` : '';
  const short = `${apart}${shortBy(pool, target)}${target.gapUnit ?? target.unit}`;
  const distance = isReached ? '' : isCeiling ? short : `${target.due > truth.rollup.asOf ? '尚差' : '差'}${short}`;
  return [
    ...ownDoubts(def, reading),
    ...is(what, wanted, '量和率'),
    ...is(verb, isReached ? (isCeiling ? '没有超出' : '达到') : isCeiling ? '超出' : '距', '方向'),
    ...is(aim, aimText(target), '目标'),
    ...is(rest, distance, '差距'),
    ...is(note ?? '', notesOf(def, pool, truth), '说明'),
  ];
}
