/** Sentences of the reports: each is of a known shape and true, or it is doubted. A new wording needs a new shape here. */
import type { IndicatorDef, RollupFinding, Verdict } from '../../shared/model.ts';
import { changeDoubts } from './changes.ts';
import {
  aimText,
  dayText,
  entryIn,
  type Filed,
  figureText,
  isLater,
  isShareUnit,
  judgedIn,
  missingIn,
  percent,
  points,
  poolOf,
  reaches,
  shortBy,
  type Tally,
  type Truth,
  tallyOf,
} from './facts.ts';

/** What a paragraph speaks of, sentence after sentence. */
export interface Reading {
  readonly truth: Truth;
  /** Of which indicator the sentence before spoke. */
  about: IndicatorDef | null;
  /** What was told so far, by kind: what must be told and was not is a falsehood too. */
  readonly told: Set<string>;
}

type Doubts = readonly string[];
type Groups = Readonly<Record<string, string | undefined>>;
type Shape = readonly [shape: RegExp, check: (groups: Groups, reading: Reading) => Doubts];

/** Of one paragraph of the body. */
export function paragraphDoubts(text: string, reading: Reading): Doubts {
  const { truth, told } = reading;
  reading.about = null;
  if (text === truth.policy.document.note) {
    told.add('note');
    return [];
  }
  if (acrossIn(truth).some(({ message }) => message === text)) {
    told.add(`across ${text}`);
    return [];
  }
  if (text.startsWith('以下事项没有核查：')) return uncheckedDoubts(text, reading);
  const sentences = text.match(/[^。]*。/g) ?? [];
  const rest = text.slice(sentences.join('').length);
  return [
    ...sentences.flatMap((one) => sentenceDoubts(one.slice(0, -1), reading)),
    ...(rest === '' ? [] : [`没有句号：${rest}`]),
  ];
}

function sentenceDoubts(sentence: string, reading: Reading): Doubts {
  if (fixed.has(sentence)) return [];
  for (const [shape, check] of shapes) {
    const found = shape.exec(sentence);
    if (found) return check(found.groups ?? {}, reading).map((doubt) => `${doubt}：${sentence}`);
  }
  return standingDoubts(sentence, reading) ?? [`不认识的句子：${sentence}`];
}

/** Say nothing of this city. */
const fixed = new Set([
  '现将有关情况报告如下',
  '按文件目标逐项计算各单位报送的工作簿，每个数都能查到它的文件、工作表和单元格；由人评定的项目由评估人员评分，处处注明',
  '试点形成的做法请结合各单位实际推广，已经建立的机制继续运行',
  '验收结论由主管部门认定，以上只是根据报送数据提出的建议',
  '特此报告',
]);

const is = (said: string | undefined, wanted: string | number | null, what: string): Doubts =>
  said === undefined || said === String(wanted) ? [] : [`${what}应为${wanted}`];

/** The words are there just when it is so. */
const when = (said: string | undefined, isSo: boolean, what: string): Doubts =>
  (said !== undefined) === isSo ? [] : [isSo ? `没有说${what}` : `${what}不实`];

const day = '\\d{4}年\\d+月\\d+日';

const shapes: readonly Shape[] = [
  [
    /^根据(?<title>.+?)，(?:受(?<by>.+?)委托，)?(?<who>.+?)对(?<work>[^对]+)进行了中期评估$/,
    ({ title, by, who, work }, { truth }) => [
      ...is(title, truth.policy.document.title, '文件'),
      ...(by === undefined && truth.commissioner !== null
        ? ['没有说受谁委托']
        : is(by, truth.commissioner, '委托单位')),
      ...is(who, truth.office ?? '＿＿＿＿＿＿', '评估单位'),
      ...is(work, truth.policy.words.work, '工作'),
      ...(truth.rollup.mode === 'midterm' ? [] : ['不是中期']),
    ],
  ],
  [
    /^根据(?<title>.+)，(?<work>[^，]+)期满$/,
    ({ title, work }, { truth }) => [
      ...is(title, truth.policy.document.title, '文件'),
      ...is(work, truth.policy.words.work, '工作'),
      ...(truth.rollup.mode === 'final' ? [] : ['没有期满']),
    ],
  ],
  [
    new RegExp(
      `^截至(?<asOf>${day})，(?:应报试点单位(?<expected>\\d+)个，实报(?<reported>\\d+)个，报送率(?<rate>[\\d.]+%)|收到试点单位报送的工作簿，计入(?<counted>\\d+)个单位)(?:，其中逾期(?<late>\\d+)个)?$`,
    ),
    ({ asOf, expected, reported, rate, counted, late }, { truth, told }) => {
      const { reporting } = truth.rollup;
      told.add('reporting');
      return [
        ...is(asOf, dayText(truth.rollup.asOf), '截止日'),
        ...is(expected, reporting.expected, '应报'),
        ...is(reported, reporting.reported, '实报'),
        ...is(rate, percent(reporting.reported, reporting.expected, null), '报送率'),
        ...is(counted, reporting.reported, '计入'),
        ...when(expected, reporting.rate !== null, '应报多少'),
        ...when(late, reporting.late !== null, '逾期多少'),
        ...is(late, reporting.late, '逾期'),
      ];
    },
  ],
  [
    /^未报送：(?<names>.+)（不参与各率计算）$/,
    ({ names }, { truth, told }) => {
      told.add('missing');
      return sameNames(names!, missingIn(truth), '未报送的');
    },
  ],
  [/^没有单位报送，以下各项没有数据$/, (_, { truth }) => (truth.rollup.reporting.reported === 0 ? [] : ['有单位报送'])],
  [
    /^(?<names>.+)不在应报名册内，所报数据计入合计$/,
    ({ names }, { truth, told }) => {
      told.add('unexpected');
      const { unexpected } = truth.rollup.reporting;
      return sameNames(
        names!,
        truth.filed.flatMap(({ key, name }) => (unexpected.includes(key) ? [name] : [])),
        '名册外的',
      );
    },
  ],
  [
    /^共收到文件(?<files>\d+)份(?:，退回修改后重新报送(?<again>\d+)次)?$/,
    ({ files, again }, { truth }) => {
      const { units } = truth.rollup;
      const returned = units.reduce((sum, unit) => sum + (unit.state === 'reported' ? unit.returned : 0), 0);
      return [
        ...is(files, units.filter(({ file }) => file !== null).length, '文件'),
        ...when(again, returned > 0, '重新报送'),
        ...is(again, returned, '重新报送'),
      ];
    },
  ],
  [
    new RegExp(`^评估期间为(?<from>${day})至(?<to>${day})，数据截至(?<asOf>${day})$`),
    ({ from, to, asOf }, { truth: { policy, rollup } }) => [
      ...is(from, dayText(policy.window.from), '开始'),
      ...is(to, dayText(policy.window.to), '结束'),
      ...is(asOf, dayText(rollup.asOf), '截止日'),
    ],
  ],
  [
    new RegExp(`^试点自(?<from>${day})起，至(?<to>${day})止$`),
    ({ from, to }, { truth: { policy } }) => [
      ...is(from, dayText(policy.window.from), '开始'),
      ...is(to, dayText(policy.window.to), '结束'),
    ],
  ],
  [/^各单位都缺数据的：(?<names>.+)$/, ({ names }, reading) => untoldDoubts(names!, false, reading)],
  [/^没有到期、各单位还没有数据的：(?<names>.+)$/, ({ names }, reading) => untoldDoubts(names!, true, reading)],
  [/^(?<unit>[^：]+)：(?<figure>.+)，居各单位首位$/, firstDoubts],
  [
    /^(?<count>\d+)个单位(?<name>.+)没有达到目标，涉及(?<names>.+)$/,
    ({ count, name, names }, { truth, told }) => {
      const def = defNamed(name!, truth);
      if (!def) return [`没有“${name}”这项指标`];
      told.add(`unmet ${def.id}`);
      const units = unitsBy(def.id, 'unmet', truth);
      return [...is(count, units.length, '单位数'), ...sameNames(names!, units, '没有达到目标的')];
    },
  ],
  [
    /^(?<count>\d+)个单位的数据不符合“(?<title>.+)”，涉及(?<names>.+)$/,
    ({ count, title, names }, { truth, told }) => {
      const units = truth.filed.filter(({ evaluation: { findings, rules } }) =>
        findings.some(
          ({ rule, severity }) => severity === 'error' && rules.find(({ id }) => id === rule)?.title === title,
        ),
      );
      told.add(`rule ${title}`);
      return [
        ...is(count, units.length, '单位数'),
        ...sameNames(
          names!,
          units.map(({ name }) => name),
          '不符合的',
        ),
      ];
    },
  ],
  [/^(?<names>.+?)(?<each>各)?有(?<count>\d+)项指标缺数据：(?<lacked>.+)$/, lackingDoubts],
  [
    /^没有发现需要整改的问题$/,
    ({}, { truth }) => {
      const isClean =
        missingIn(truth).length === 0 &&
        acrossIn(truth).length === 0 &&
        truth.filed.every(
          ({ evaluation }) =>
            evaluation.findings.every(({ severity }) => severity !== 'error') &&
            judgedIn(truth).every(({ id }) => entryIn(evaluation, id)?.verdict !== 'unmet') &&
            lackedBy(evaluation, truth).length === 0,
        );
      return isClean ? [] : ['有问题'];
    },
  ],
  [
    new RegExp(`^没有报送的单位，请于(?<until>${day})前补报$`),
    ({ until }, { truth }) => [
      ...is(until, dayText(truth.rectifyBy), '期限'),
      ...(missingIn(truth).length > 0 ? [] : ['没有未报送的单位']),
    ],
  ],
  [
    new RegExp(`^各单位对照附件的问题清单，一个单位一份，于(?<until>${day})前整改到位，并报送书面整改情况$`),
    ({ until }, { truth, told }) => {
      told.add('demand');
      return is(until, dayText(truth.rectifyBy), '期限');
    },
  ],
  [
    new RegExp(
      `^(?<name>.+?)：(?:没有达到目标的(?<unmet>\\d+)个单位)?、?(?:进展滞后的(?<behind>\\d+)个单位)?要补足(?:，期限为(?<due>${day}))?（(?<section>.+)）$`,
    ),
    ({ name, unmet, behind, due, section }, { truth, told }) => {
      const def = defNamed(name!, truth);
      if (!def) return [`没有“${name}”这项指标`];
      told.add(`demand ${def.id}`);
      const tally = tallyOf(def.id, truth);
      return [
        ...when(unmet, tally.unmet > 0, '没有达到目标的'),
        ...is(unmet, tally.unmet, '没有达到目标的'),
        ...when(behind, tally.behind > 0, '进展滞后的'),
        ...is(behind, tally.behind, '进展滞后的'),
        ...when(due, def.target.due > truth.rollup.asOf, '期限'),
        ...is(due, dayText(def.target.due), '期限'),
        ...is(section, def.citation.section, '条款'),
      ];
    },
  ],
  [/^以上要求的依据是(?<source>.+)$/, ({ source }, { truth }) => is(source, truth.policy.source, '依据')],
  [
    /^(?<name>.+?)：(?<text>\d+个单位(?:试点前|中期).+)$/,
    ({ name, text }, reading) => {
      const { truth } = reading;
      const def = defNamed(name!, truth) ?? null;
      reading.about = def;
      return def ? changeDoubts(text!, def, truth) : [`没有“${name}”这项指标`];
    },
  ],
  [
    /^(?<text>\d+个单位(?:试点前|中期)合计.+)$/,
    ({ text }, { truth, about }) => (about ? changeDoubts(text!, about, truth) : ['没有说是哪项指标']),
  ],
  [
    /^总体目标全部达到的单位：(?<names>.+)$/,
    ({ names }, { truth }) => sameNames(names!, reachedAll(truth), '总体目标全部达到的'),
  ],
  [/^没有单位总体目标全部达到$/, ({}, { truth }) => (reachedAll(truth).length === 0 ? [] : ['有单位总体目标全部达到'])],
  [
    /^示范点建议名单（(?<status>.+)）：(?<names>.+)$/,
    ({ status, names }, { truth }) => [
      ...is(status, truth.policy.scoreTable?.status ?? null, '性质'),
      ...sameNames(names!, proposedIn(truth), '建议的'),
    ],
  ],
  [
    /^按评分表试算，没有可以建议的示范点（(?<status>.+)）$/,
    ({ status }, { truth }) => [
      ...is(status, truth.policy.scoreTable?.status ?? null, '性质'),
      ...(proposedIn(truth).length === 0 ? [] : ['有可以建议的']),
    ],
  ],
  [
    /^(?<name>.+?)：还有(?<unmet>\d+)个单位没有达到目标，列入后续整改（(?<section>.+)）$/,
    ({ name, unmet, section }, { truth, told }) => {
      const def = defNamed(name!, truth);
      if (!def) return [`没有“${name}”这项指标`];
      told.add(`demand ${def.id}`);
      return [...is(unmet, tallyOf(def.id, truth).unmet, '单位数'), ...is(section, def.citation.section, '条款')];
    },
  ],
];

/** Quantity, rate and distance; how many stand where; and who. */
function standingDoubts(sentence: string, reading: Reading): Doubts | null {
  const { truth } = reading;
  const tallied = /^(?:(?<name>.+)：)?应评(?<applicable>\d+)个单位(?<counts>(?:，.+)?)$/.exec(sentence)?.groups;
  if (tallied) {
    const def = tallied.name === undefined ? reading.about : defNamed(tallied.name, truth);
    if (!def) return [`说的不是一项指标：${sentence}`];
    reading.about = def;
    reading.told.add(`standing ${def.id}`);
    return tallyDoubts(tallied, tallyOf(def.id, truth)).map((doubt) => `${doubt}：${sentence}`);
  }
  if (/^(未达标|进展滞后|待核实)的是/.test(sentence)) {
    const def = reading.about;
    if (!def) return [`说的不是一项指标：${sentence}`];
    return sentence.split('；').flatMap((part) => {
      const [, word, names] = /^(未达标|进展滞后|待核实)的是(.+)$/.exec(part) ?? [];
      if (word === undefined) return [`不认识的句子：${part}`];
      reading.told.add(`named ${def.id} ${word}`);
      return sameNames(names!, unitsBy(def.id, words[word]!, truth), `${word}的`);
    });
  }
  const pooled = /^(?<what>.+?)，(?<verb>距|达到|超出|没有超出)(?<aim>[\d.]+.*?)目标(?<rest>.*)$/.exec(
    sentence,
  )?.groups;
  return pooled ? pooledDoubts(pooled, sentence, reading) : null;
}

const words: Readonly<Record<string, Verdict & keyof Tally>> = {
  达标: 'met',
  进展正常: 'on_track',
  进展滞后: 'behind',
  未达标: 'unmet',
  待核实: 'to_verify',
  缺数据: 'missing',
};

function tallyDoubts({ applicable, counts }: Groups, tally: Tally): Doubts {
  const said = new Map<string, string>();
  const doubts = [...is(applicable, tally.applicable, '应评')];
  for (const part of counts!.split('，').filter((one) => one !== '')) {
    const share = /^占([\d.]+%)$/.exec(part)?.[1];
    const [, word, count] = /^(\D+?)(\d+)个$/.exec(part) ?? [];
    if (share !== undefined) {
      if ([...said.keys()].at(-1) !== '达标') doubts.push('占的不是达标的');
      doubts.push(...is(share, percent(tally.met, tally.applicable, null), '占比'));
    } else if (word === undefined || words[word] === undefined) doubts.push(`不认识“${part}”`);
    else {
      said.set(word, count!);
      doubts.push(...is(count, tally[words[word]], word));
    }
  }
  for (const [word, verdict] of Object.entries(words)) {
    if (tally[verdict] > 0 && !said.has(word)) doubts.push(`没有说${word}${tally[verdict]}个`);
  }
  return doubts;
}

function pooledDoubts({ what, verb, aim, rest }: Groups, sentence: string, reading: Reading): Doubts {
  const { truth } = reading;
  const def = truth.policy.indicators.find(({ name, spoken }) =>
    spoken?.kind === 'share'
      ? what!.startsWith(spoken.whole) && what!.includes(`，其中${spoken.part}`)
      : what!.startsWith(`${name}合计`),
  );
  const pool = def && poolOf(def, truth);
  if (!def || !pool) return [`没有这样的合计：${sentence}`];
  reading.about = def;
  const { target, spoken } = def;
  const { part, whole } = pool;
  const rate = percent(part, whole, target);
  const wanted =
    spoken?.kind === 'share'
      ? `${spoken.whole}${whole}${spoken.unit}，其中${spoken.part}${part}${spoken.unit}，${spoken.rate ?? def.name}${rate}`
      : `${def.name}合计${rate}（${part}/${whole}）`;
  const isReached = reaches(part, whole, target);
  const isCeiling = target.op.startsWith('<');
  const short = `${points(part, whole, target)}个百分点、${shortBy(pool, target)}${target.gapUnit ?? target.unit}`;
  const distance = isReached ? '' : isCeiling ? short : `${target.due > truth.rollup.asOf ? '尚差' : '差'}${short}`;
  const open = pool.open > 0 ? `（其中${pool.open}个单位的数尚未核定，按下限计）` : '';
  return [
    ...is(what, wanted, '量和率'),
    ...is(verb, isReached ? (isCeiling ? '没有超出' : '达到') : isCeiling ? '超出' : '距', '方向'),
    ...is(aim, aimText(target), '目标'),
    ...is(rest, distance + open, '差距'),
  ].map((doubt) => `${doubt}：${sentence}`);
}

function untoldDoubts(names: string, later: boolean, { truth, told }: Reading): Doubts {
  return names.split('、').flatMap((name) => {
    const def = defNamed(name, truth);
    if (!def) return [`没有“${name}”这项指标`];
    told.add(`standing ${def.id}`);
    const { applicable, missing } = tallyOf(def.id, truth);
    return [
      ...(applicable === missing && applicable > 0 ? [] : [`“${name}”有数据`]),
      ...(isLater(def, truth) === later ? [] : [`“${name}”${later ? '已到期' : '没有到期'}`]),
    ];
  });
}

/** None of the others may have as much, not even at best. */
function firstDoubts({ unit, figure }: Groups, { truth }: Reading): Doubts {
  const filed = truth.filed.find(({ name }) => name === unit);
  const def = truth.policy.indicators
    .filter(({ name }) => figure!.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  const own = filed && def && entryIn(filed.evaluation, def.id);
  if (!own || own.numerator === null) return ['没有这个数'];
  const most = (one: Filed) => {
    const entry = entryIn(one.evaluation, def.id);
    if (!entry || entry.numerator === null || ['not_applicable', 'reference'].includes(entry.verdict)) return -1;
    const upper = entry.upper ?? entry.numerator;
    return isShareUnit(def.target.unit) ? upper / (entry.upperDenominator ?? entry.denominator ?? 1) : upper;
  };
  const others = truth.filed.filter((one) => one !== filed);
  return [
    ...is(figure, def.name + figureText(own), '数'),
    ...(others.every((one) => most(one) < most(filed)) ? [] : ['别的单位不比它少']),
    ...(others.length > 0 ? [] : ['没有别的单位']),
  ];
}

function lackingDoubts({ names, each, count, lacked }: Groups, { truth, told }: Reading): Doubts {
  const units = names!.split('、');
  const doubts = units.flatMap((name) => {
    const unit = truth.filed.find((one) => one.name === name);
    if (!unit) return [`没有“${name}”这个单位`];
    told.add(`lacking ${name}`);
    const wanted = lackedBy(unit.evaluation, truth);
    return [...is(count, wanted.length, '项数'), ...sameNames(lacked!, wanted, `${name}缺数据的`)];
  });
  return [...when(each, units.length > 1, '各'), ...doubts];
}

/** By name: what a unit has to hand in, now, and has not. */
export function lackedBy(evaluation: Filed['evaluation'], truth: Truth): readonly string[] {
  return evaluation.indicators.flatMap(({ verdict, basis, target, name }) =>
    verdict === 'missing' &&
    basis === undefined &&
    target &&
    target.binding !== 'information' &&
    !isLater({ target }, truth)
      ? [name]
      : [],
  );
}

function uncheckedDoubts(text: string, { truth, told }: Reading): Doubts {
  told.add('unchecked');
  let rest = text.slice('以下事项没有核查：'.length, -1);
  const doubts: string[] = [];
  for (const reason of [...uncheckedIn(truth)].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(reason)) doubts.push(`没有说未核查的：${reason}`);
    rest = rest.replace(reason, '');
  }
  return /^；*$/.test(rest) ? doubts : [...doubts, `不是未核查的：${rest}`];
}

/** Why something was not checked, once each, without a full stop. */
export function uncheckedIn(truth: Truth): ReadonlySet<string> {
  const own = truth.filed.flatMap(({ evaluation }) => evaluation.notChecked.filter(({ lacks }) => !lacks));
  return new Set([...truth.rollup.notChecked, ...own].map(({ reason }) => reason.replace(/[。；;.\s]+$/, '')));
}

export const acrossIn = ({ rollup }: Truth): readonly RollupFinding[] =>
  rollup.findings.filter(({ severity }) => severity !== 'note');

function reachedAll(truth: Truth): readonly string[] {
  return truth.filed.flatMap(({ name, evaluation }) =>
    truth.policy.goals.every((id) => ['met', 'not_applicable', undefined].includes(entryIn(evaluation, id)?.verdict))
      ? [name]
      : [],
  );
}

function proposedIn(truth: Truth): readonly string[] {
  return truth.filed.flatMap(({ name, evaluation: { score } }) =>
    score?.pilotSite?.suggestions.some((one) => one.scope === 'community' && one.suggestion === 'award') ? [name] : [],
  );
}

export const unitsBy = (id: string, verdict: Verdict, truth: Truth): readonly string[] =>
  truth.filed.flatMap(({ name, evaluation }) => (entryIn(evaluation, id)?.verdict === verdict ? [name] : []));

export const defNamed = (name: string, { policy }: Truth): IndicatorDef | undefined =>
  policy.indicators.find((def) => def.name === name);

function sameNames(said: string, wanted: readonly string[], what: string): Doubts {
  const named = said.split('、');
  const [more, less] = [named.filter((one) => !wanted.includes(one)), wanted.filter((one) => !named.includes(one))];
  const twice = new Set(named).size < named.length && new Set(wanted).size === wanted.length;
  return [
    ...(more.length > 0 ? [`${what}没有${more.join('、')}`] : []),
    ...(less.length > 0 ? [`${what}少了${less.join('、')}`] : []),
    ...(twice ? [`${what}说了两遍`] : []),
  ];
}
