/** Sentences of the reports: each is of a known shape and true, or it is doubted. A new wording needs a new shape. */

import type { Evaluation } from '../../shared/model.ts';
import { isOfRegister, isWrong } from './across.ts';
import { changeShapes } from './changes.ts';
import {
  dayText,
  entryIn,
  type Filed,
  figureText,
  isLater,
  isShareUnit,
  missingIn,
  percent,
  type Truth,
  tallyOf,
} from './facts.ts';
import { leftOutOf } from './left-out.ts';
import { acrossIn, problemShapes } from './problems.ts';
import { isHidden } from './public.ts';
import { isSelfReported, returnedIn } from './returned.ts';
import { standingDoubts, standingShapes } from './standings.ts';
import {
  type Doubts,
  day,
  defNamed,
  type Groups,
  is,
  ofNamed,
  only,
  type Reading,
  type Shape,
  sameNames,
  under,
  when,
} from './words.ts';
import { namedDoubts, wrongShapes } from './wrong.ts';

/** Of one paragraph of the body. */
export function paragraphDoubts(text: string, reading: Reading): Doubts {
  const { truth, told } = reading;
  reading.about = null;
  if (text === truth.policy.document.note) {
    told.add(`note ${reading.path.startsWith('附件') ? 'in the annex' : ''}`);
    return under(reading, /\/(?:口径说明|评估口径)$/);
  }
  const across = acrossIn(truth).find(({ message }) => message === text);
  if (across) {
    told.add(`across ${text}`);
    const head = isOfRegister(across, truth.policy) ? '名册核对' : acrossHeads[across.severity];
    return [
      ...only(reading.path.endsWith(`/${head}`), `不该写在“${reading.path}”下`),
      ...only(!truth.isPublic, '公开的不说'),
    ];
  }
  if (reading.path.endsWith('/整改情况')) {
    reading.returned.push(...(text.match(/[^。]+/g) ?? []));
    return only(text.endsWith('。'), `没有句号：${text}`);
  }
  reading.isOwn = text.startsWith(OWN);
  if (reading.isOwn) return paragraphOf(text.slice(OWN.length), reading);
  if (text.startsWith('另有以下事项没有核查：')) return uncheckedDoubts(text, reading);
  return paragraphOf(text, reading);
}

const acrossHeads = { error: '数据问题，退回修改', warning: '核实问题', note: '' } as const;
const OWN = '按各单位台账自报，';

function paragraphOf(text: string, reading: Reading): Doubts {
  const sentences = text.match(/[^。]*。/g) ?? [];
  const rest = text.slice(sentences.join('').length);
  return [
    ...sentences.flatMap((one) => sentenceDoubts(one.slice(0, -1), reading)),
    ...only(rest === '', `没有句号：${rest}`),
  ];
}

function sentenceDoubts(sentence: string, reading: Reading): Doubts {
  const place = fixed.get(sentence);
  if (place) {
    reading.told.add(sentence);
    return under(reading, place).map((doubt) => `${doubt}：${sentence}`);
  }
  for (const [shape, check] of [...shapes, ...wrongShapes, ...problemShapes, ...changeShapes, ...standingShapes]) {
    const found = shape.exec(sentence);
    if (found) return check(found.groups ?? {}, reading).map((doubt) => `${doubt}：${sentence}`);
  }
  return standingDoubts(sentence, reading) ?? [`不认识的句子：${sentence}`];
}

/** They say nothing of this city. */
const fixed: ReadonlyMap<string, RegExp> = new Map([
  ['现将有关情况报告如下', /^\/$/],
  [
    '以各单位报送的工作簿为依据，按文件规定的目标逐项计算、逐条核对；需要由人评定的项目不由程序打分',
    /^评估工作概况\/评估方法$/,
  ],
  ['以上是按报送数据计算的结果，作为验收的建议；是否通过验收由主管部门认定', /\/总体目标$/],
  ['特此报告', /^下一步工作建议\/$/],
]);

const shapes: readonly Shape[] = [
  [
    /^已报送的单位都(?<word>未到期|缺数据)的指标，不列入表：(?<names>.+)$/,
    ({ word, names }, reading) =>
      names!.split('、').flatMap((name) =>
        ofNamed(name, reading.truth, (def) => {
          const { truth, told } = reading;
          told.add(`column ${def.id}`);
          const { missing, applicable } = tallyOf(def.id, truth);
          return [
            ...under(reading, /^附件\/指标完成情况表$/),
            ...is(word, isLater(def, truth) ? '未到期' : '缺数据', name),
            ...only(missing === applicable && missing === truth.filed.length, `${name}不是都${word}`),
          ];
        }),
      ),
  ],
  [
    /^根据(?<title>.+?)，(?:受(?<by>.+?)委托，)?(?<who>[^，]+?)对(?<work>[^对]+)进行了(?<time>中期|终期)评估$/,
    ({ title, by, who, work, time }, reading) => {
      const { truth, told } = reading;
      told.add('opening');
      return [
        ...under(reading, /^\/$/),
        ...is(title, truth.policy.document.title, '文件'),
        ...when(by, truth.commissioner !== null, '受谁委托'),
        ...is(by, truth.commissioner, '委托单位'),
        ...is(who, truth.office ?? '＿＿＿＿＿＿', '评估单位'),
        ...is(work, truth.policy.words.work, '工作'),
        ...is(time, truth.rollup.mode === 'midterm' ? '中期' : '终期', '哪次评估'),
      ];
    },
  ],
  [
    new RegExp(
      `^截至(?<asOf>${day})，(?:应报(?:试点)?单位(?<expected>\\d+)个，实报(?<reported>\\d+)个，报送率(?<rate>[\\d.]+%)|收到(?:试点)?单位报送的工作簿，计入(?<counted>\\d+)个单位)$`,
    ),
    ({ asOf, expected, reported, rate, counted }, reading) => {
      const { truth, told } = reading;
      const { reporting } = truth.rollup;
      told.add('reporting');
      return [
        ...under(reading, OF_REPORTING),
        ...is(asOf, dayText(truth.rollup.asOf), '截止日'),
        ...is(expected, reporting.expected, '应报'),
        ...is(reported, reporting.reported, '实报'),
        ...is(rate, percent(reporting.reported, reporting.expected, null), '报送率'),
        ...is(counted, reporting.reported, '计入'),
        ...when(expected, reporting.rate !== null, '应报多少'),
      ];
    },
  ],
  [
    /^计入的(?<counted>\d+)个单位中，逾期报送的(?<late>\d+)个$/,
    ({ counted, late }, reading) => {
      reading.told.add('late');
      const { filed, rollup } = reading.truth;
      return [
        ...under(reading, OF_REPORTING),
        ...is(counted, filed.length, '计入'),
        ...is(late, rollup.units.filter((unit) => unit.state === 'reported' && unit.late === true).length, '逾期'),
      ];
    },
  ],
  [
    /^未报送：(?<names>.+)（不参与各率计算）$/,
    ({ names }, reading) => {
      reading.told.add('missing');
      return [...under(reading, OF_REPORTING), ...sameNames(names!, missingIn(reading.truth), '未报送的')];
    },
  ],
  [
    /^没有单位报送，各项指标都没有数据$/,
    (_, reading) => [...under(reading, OF_REPORTING), ...only(reading.truth.filed.length === 0, '有单位报送')],
  ],
  [
    /^(?<names>.+)不在应报名册内，所报数据计入合计$/,
    ({ names }, reading) => {
      const { truth, told } = reading;
      told.add('unexpected');
      const { unexpected } = truth.rollup.reporting;
      const wanted = truth.filed.flatMap(({ key, name }) => (unexpected.includes(key) ? [name] : []));
      return [...under(reading, OF_REPORTING), ...sameNames(names!, wanted, '名册外的')];
    },
  ],
  [
    /^共收到文件(?<files>\d+)份，计入本次评估(?<counted>\d+)份$/,
    ({ files, counted }, reading) => {
      const { truth, told } = reading;
      told.add('files');
      return [
        ...under(reading, OF_REPORTING),
        ...is(files, truth.rollup.units.filter(({ file }) => file !== null).length, '文件'),
        ...is(counted, truth.filed.length, '计入'),
      ];
    },
  ],
  [
    /^没有计入的(?<all>\d+)份(?:中，(?<parts>.+)|(?<each>都)?是(?<only>.+))$/,
    ({ all, parts, each, only: kind }, reading) => {
      const { truth, told } = reading;
      told.add('left out');
      const left = leftOutOf(truth);
      const said = parts?.split('，').map((part) => /^(\D+)(\d+)份$/.exec(part) ?? []) ?? [['', kind, all]];
      return [
        ...under(reading, OF_REPORTING),
        ...is(all, left.length, '没有计入的'),
        ...when(each, parts === undefined && left.length > 1, '都'),
        ...only(new Set(said.map(([, what]) => what)).size === said.length, '一种说了两遍'),
        ...is(`${said.reduce((sum, [, , count]) => sum + Number(count), 0)}`, left.length, '各种相加'),
        ...said.flatMap(([, what, count]) => is(count, left.filter((one) => one.called === what).length, `${what}`)),
      ];
    },
  ],
  [
    new RegExp(`^(?<what>评估|试点)期间为(?<from>${day})至(?<to>${day})(?:，数据截至(?<asOf>${day}))?$`),
    ({ what, from, to, asOf }, reading) => {
      const {
        truth: { policy, rollup },
        told,
      } = reading;
      told.add('window');
      return [
        ...under(reading, OF_REPORTING),
        ...is(what, asOf !== undefined && policy.words.work.includes('试点') ? '试点' : '评估', '期间'),
        ...is(from, dayText(policy.window.from), '开始'),
        ...is(to, dayText(policy.window.to), '结束'),
        ...is(asOf, dayText(rollup.asOf), '截止日'),
      ];
    },
  ],
  [
    /^本报告只核对报送的数据，不包括佐证原件和现场情况$/,
    (_, reading) => {
      reading.told.add('only data');
      return [...under(reading, OF_CALIBRE), ...only(reading.truth.filed.length > 0, '没有报送')];
    },
  ],
  [
    /^没有报送的表，有关事项没有核查，指标列为缺数据$/,
    (_, reading) => {
      reading.told.add('tables lacking');
      return [...under(reading, OF_CALIBRE), ...only(isTableLacking(reading.truth), '没有缺表')];
    },
  ],
  [/^(?<figure>.+)，在有数据的单位中居首位$/, firstDoubts],
  [
    /^本次报送的数据没有可以比较得出的典型$/,
    (_, reading) => [
      ...under(reading, /^典型模式与案例\/$/),
      ...only(reading.truth.filed.length > 0, '没有报送'),
      ...only(!reading.told.has('first'), '前面说了典型'),
    ],
  ],
  [
    /^适用的总体目标全部达到的单位有(?<count>\d+)个：(?<names>.+)$/,
    ({ count, names }, reading) => {
      reading.told.add('reached');
      const wanted = reachedAll(reading.truth);
      return [
        ...under(reading, /\/总体目标$/),
        ...only(wanted.length > 0, '没有单位全部达到'),
        ...is(count, wanted.length, '单位数'),
        ...sameNames(names!, wanted, '全部达到的'),
      ];
    },
  ],
  [
    /^没有单位全部达到适用的总体目标$/,
    (_, reading) => {
      reading.told.add('reached');
      const { truth } = reading;
      const isNone = reachedAll(truth).length + reachedAll(truth, true).length === 0;
      return [...under(reading, /\/总体目标$/), ...only(isNone, '有单位全部达到')];
    },
  ],
  [
    /^按报送的数据总体目标都达到、但有强制性问题没有改正的单位(?<count>\d+)个，暂不列为全部达到(?:：(?<names>.+))?$/,
    (groups, reading) => {
      reading.told.add('reached');
      reading.told.add('reached apart');
      const { truth } = reading;
      return [
        ...under(reading, /\/总体目标$/),
        ...namedDoubts(groups, reachedAll(truth, true), truth, '都达到而有强制的'),
      ];
    },
  ],
  [
    /^有强制性问题没有改正、暂不建议的(?<count>\d+)个单位(?:：(?<names>.+))?$/,
    (groups, reading) => {
      reading.told.add('withheld');
      const { truth } = reading;
      return [
        ...under(reading, /\/示范点建议名单$/),
        ...namedDoubts(groups, withheldNames(truth), truth, '暂不建议的'),
      ];
    },
  ],
  [
    /^(?<list>下列名单)?按评分表试算(?:得出)?（(?<status>.+)），(?:供认定时参考，由主管部门决定|没有列入建议名单的单位；是否授予由主管部门决定)$/,
    ({ list, status }, reading) => {
      reading.told.add('a proposal');
      const shown = reading.truth.isPublic ? ['award', 'award_after_rectification'] : Object.values(suggestions);
      return [
        ...only(
          (list !== undefined) === shown.some((one) => suggestedIn(one, reading.truth).length > 0),
          '名单该有没有',
        ),
        ...under(reading, /\/示范点建议名单$/),
        ...is(status, reading.truth.policy.scoreTable?.status ?? null, '性质'),
      ];
    },
  ],
  [
    /^(?<words>建议授予示范点|建议整改后再授予示范点|资料不全、暂不能建议|不建议授予示范点)的(?<count>\d+)个单位：(?<names>.+)$/,
    ({ words, count, names }, reading) => {
      const suggestion = suggestions[words!];
      reading.told.add(`suggested ${suggestion}`);
      const wanted = suggestedIn(suggestion!, reading.truth);
      return [
        ...under(reading, /\/示范点建议名单$/),
        ...only(!reading.truth.isPublic || suggestion!.startsWith('award'), '公开的不说'),
        ...is(count, wanted.length, '单位数'),
        ...sameNames(names!, wanted, words!),
      ];
    },
  ],
  [
    /^建议授予示范点的单位中，按问题编号核对整改没有全部到位、或者没有数据可以核对的：(?<names>.+)，请在认定时一并考虑$/,
    ({ names }, reading) => {
      reading.told.add('suggested with issues');
      return [
        ...under(reading, /\/示范点建议名单$/),
        ...only(!reading.truth.isPublic, '公开的不说'),
        ...sameNames(names!, openAmongSuggested(reading.truth), '整改没有全部到位的'),
      ];
    },
  ],
  [
    /^(?<item>.+)（人评）：(?:(?<none>\d+)个单位都没有评定，不计分，也不作零分|应评(?<asked>\d+)个单位，已评(?<judged>\d+)个，按人评的分计入(?<open>，没有评的不作零分)?)$/,
    ({ item, none, asked, judged, open }, reading) => {
      const { truth, told } = reading;
      told.add(`judged ${item}`);
      const units = truth.filed.filter(({ evaluation: { score } }) =>
        score?.unscored.some(({ name, applies }) => name === item && applies),
      );
      const ids = units.flatMap(
        ({ evaluation: { score } }) => score?.unscored.find(({ name }) => name === item)?.id ?? [],
      );
      const left = truth.rollup.units.filter(
        ({ state, key, unjudged }) =>
          state === 'reported' && units.some((one) => one.key === key) && unjudged.some((one) => ids.includes(one)),
      );
      return [
        ...under(reading, /^附件\/评分表$/),
        ...is(none ?? asked, units.length, '应评'),
        ...only(none === undefined || left.length === units.length, '有人评过'),
        ...is(judged, units.length - left.length, '已评'),
        ...only(judged === undefined || (open !== undefined) === left.length > 0, '没有评的'),
      ];
    },
  ],
  [
    /^(?<name>.+)：各单位都没有报送金额，不作合计$/,
    ({ name }, reading) => [
      ...under(reading, /^附件\/资金使用情况$/),
      ...only(amountsOf(name!, reading.truth).length === 0, '有金额'),
    ],
  ],
  [
    /^(?<name>.+)：(?<units>\d+)个单位报送了金额(?:，合计(?<sum>[\d.]+)(?<unit>\D+)；没有报送金额的单位不作零计|；同一县区有几个单位报送，金额可能重复，不作合计)$/,
    ({ name, units, sum, unit }, reading) => {
      const { truth } = reading;
      const amounts = amountsOf(name!, truth);
      const isOnce = new Set(amounts.map(({ county }) => county)).size === amounts.length;
      const total = amounts.reduce((all, { amount }) => all + amount, 0);
      return [
        ...under(reading, /^附件\/资金使用情况$/),
        ...is(units, amounts.length, '单位数'),
        ...only((sum !== undefined) === isOnce, '合计不合计'),
        ...only(sum === undefined || Math.abs(Number(sum) - total) < 0.001, `合计应为${total}`),
        ...is(unit, defNamed(name!, truth)?.target.unit ?? '', '单位'),
      ];
    },
  ],
];

const OF_REPORTING = /\/(?:评估对象和范围|评估期间和报送)$/;
const OF_CALIBRE = /\/(?:评估方法|评估口径)$/;

/** Of some unit a table was not handed in. */
export const isTableLacking = ({ filed }: Truth): boolean =>
  filed.some(({ evaluation }) => evaluation.notChecked.some(({ lacks }) => lacks));

/** What is told for certain; an empty line where nobody said. */
function amountsOf(name: string, truth: Truth) {
  const def = defNamed(name, truth);
  return truth.filed.flatMap(({ evaluation }) => {
    const entry = def && entryIn(evaluation, def.id);
    return entry && entry.numerator !== null && entry.lower === entry.upper
      ? [{ county: evaluation.unit.county, amount: entry.numerator }]
      : [];
  });
}

export const suggestions: Readonly<Record<string, string>> = {
  建议授予示范点: 'award',
  建议整改后再授予示范点: 'award_after_rectification',
  '资料不全、暂不能建议': 'undecided',
  不建议授予示范点: 'no_award',
};

/** The title is suggested for them, though by their numbers some of their issues are not closed. */
export function openAmongSuggested(truth: Truth): readonly string[] {
  const open = returnedIn(truth).filter((one) => one.open + one.unanswered + one.found + one.unjudged > 0);
  return suggestedIn('award', truth).filter((name) => open.some((one) => one.name === name));
}

/** The title for nobody who has to put his data right. */
export const suggestedIn = (suggestion: string, { filed }: Truth): readonly string[] =>
  filed.flatMap((unit) =>
    isSuggested(unit, suggestion) && !(suggestion.startsWith('award') && isWrong(unit)) ? [unit.name] : [],
  );

export const withheldNames = ({ filed }: Truth): readonly string[] =>
  filed.flatMap((unit) =>
    isWrong(unit) && (isSuggested(unit, 'award') || isSuggested(unit, 'award_after_rectification')) ? [unit.name] : [],
  );

const isSuggested = ({ evaluation: { score } }: Filed, suggestion: string) =>
  score?.pilotSite?.suggestions.some((one) => one.scope === 'community' && one.suggestion === suggestion) ?? false;

/** None of the others may have as much, not even at best. */
function firstDoubts({ figure }: Groups, reading: Reading): Doubts {
  const { truth, told } = reading;
  told.add('first');
  const filed = [...truth.filed]
    .filter(({ name }) => figure!.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  const def = truth.policy.indicators.find(({ name }) => figure!.startsWith(`${filed?.name}${name}达到`));
  const own = filed && def && entryIn(filed.evaluation, def.id);
  if (!own || own.numerator === null) return ['没有这个数'];
  const most = (one: Filed) => {
    const entry = entryIn(one.evaluation, def.id);
    if (!entry || entry.numerator === null || ['not_applicable', 'reference'].includes(entry.verdict)) return -1;
    const upper = entry.upper ?? entry.numerator;
    return isShareUnit(def.target.unit) ? upper / (entry.upperDenominator ?? entry.denominator ?? 1) : upper;
  };
  const others = truth.filed.filter((one) => one !== filed);
  const isAgain = told.has(`first ${filed.key}`);
  told.add(`first ${filed.key}`);
  return [
    ...under(reading, /^(?:经验做法|典型模式与案例)\/$/),
    ...only(!isHidden(def, truth), '公开的不说'),
    ...only(!isSelfReported(def), '自报的不算'),
    ...only(!isAgain, '一个单位说了两遍'),
    ...is(figure, `${filed.name}${def.name}达到${figureText(own)}`, '数'),
    ...only(own.verdict === 'met', '没有达标'),
    ...only(!isWrong(filed), '有强制性问题'),
    ...only(others.length > 0, '没有别的单位'),
    ...only(
      others.every((one) => most(one) < most(filed)),
      '别的单位不比它少',
    ),
  ];
}

/** Every goal that holds for them, and one at least; those whose data are wrong by themselves. */
export function reachedAll(truth: Truth, wrong = false): readonly string[] {
  return truth.filed.flatMap(({ name, evaluation }) => {
    if (isWrong({ evaluation }) !== wrong) return [];
    const verdicts = truth.policy.goals.flatMap((id) => entryIn(evaluation, id)?.verdict ?? []);
    const held = verdicts.filter((verdict) => verdict !== 'not_applicable');
    return held.length > 0 && held.every((verdict) => verdict === 'met') ? [name] : [];
  });
}

/** 另有以下事项没有核查：“…”“…”（…）；…。 Rules by what they are called, each with why. */
function uncheckedDoubts(text: string, reading: Reading): Doubts {
  const { truth, told } = reading;
  const whole = /^另有以下事项没有核查：((?:“[^”]+”)+（[^（）]*(?:（[^（）]*）[^（）]*)*）；?)+。$/.test(text);
  const groups = [...text.matchAll(/((?:“[^”]+”)+)（((?:[^（）]|（[^（）]*）)+)）/g)];
  const said = groups.flatMap(([, titles, reason]) =>
    [...titles!.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ title: title!, reason: reason! })),
  );
  const known = uncheckedIn(truth);
  for (const { title } of said) told.add(`unchecked ${title}`);
  return [
    ...under(reading, OF_CALIBRE),
    ...only(whole, `不认识的句子：${text}`),
    ...said.flatMap(({ title, reason }) =>
      only(
        known.some((one) => one.title === title && isBegun(one.reason, reason)),
        `不是没有核查的：${title}（${reason}）`,
      ),
    ),
  ];
}

/** The whole of a reason, or as far as it holds for all units. */
const isBegun = (whole: string, said: string) =>
  whole.startsWith(said) && /^[。；;.\s]*$|^[，：]/.test(whole.slice(said.length));

export interface Unchecked {
  readonly title: string;
  readonly reason: string;
  /** Nobody checked it: not the roll-up either. */
  readonly isOpen: boolean;
}

/** A workbook says it of itself; here it is of all of them, or of some. */
function whose(
  { rule, reason }: { readonly rule: string; readonly reason: string },
  own: Evaluation['notChecked'],
  all: number,
) {
  const isOfAll = own.filter((one) => one.rule === rule).length === all;
  const [, rest] = /^本工作簿(.*)$/s.exec(reason) ?? [];
  if (rest !== undefined) return `${isOfAll ? '各' : '有的'}工作簿${rest}`;
  return isOfAll ? reason : `有的单位：${reason}`;
}

/** What was not checked, and not for a table that was not handed in. */
export function uncheckedIn({ policy, rollup, filed }: Truth): readonly Unchecked[] {
  const own = filed.flatMap(({ evaluation }) => evaluation.notChecked.filter(({ lacks }) => !lacks));
  return [
    ...rollup.notChecked.map((one) => ({ ...one, isOpen: true })),
    ...own.map((one) => ({ ...one, reason: whose(one, own, filed.length), isOpen: false })),
  ].flatMap(({ rule, reason, isOpen }) => {
    const title = policy.rules.find(({ id }) => id === rule)?.title;
    return title === undefined ? [] : [{ title, reason, isOpen }];
  });
}
