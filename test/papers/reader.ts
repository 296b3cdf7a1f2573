/**
 * Reads a report as it lies on the table, and holds every sentence, cell and column against the evaluations and the roll-up. Of
 * how reports are written it knows nothing.
 */

import type { IndicatorDef } from '../../shared/model.ts';
import { doubledNames, wrongNames } from './across.ts';
import { changesIn, isAnyOpen } from './changes.ts';
import {
  dayText,
  entryIn,
  hundredths,
  isLater,
  isShareUnit,
  judgedIn,
  missingIn,
  type Truth,
  tallyOf,
} from './facts.ts';
import { leftOutOf } from './left-out.ts';
import { acrossIn, brokenIn, burdenedIn, lackedBy } from './problems.ts';
import { isHidden, publicDoubts } from './public.ts';
import { countDoubts, isSelfReported, returnedDoubts, returnedRows } from './returned.ts';
import {
  isTableLacking,
  openAmongSuggested,
  paragraphDoubts,
  reachedAll,
  suggestedIn,
  suggestions,
  uncheckedIn,
  withheldNames,
} from './sentences.ts';
import { byNumberIn } from './standings.ts';
import { tableDoubts } from './tables.ts';
import { unclosedDoubts, unclosedRows } from './unclosed.ts';
import { type Chart, isTable, type Paper, type WordParagraph } from './word.ts';
import { type Doubts, only, type Reading, under } from './words.ts';

/** What is false, not understood, left out or out of place; empty for a report that may be filed. */
export function doubtsOf(paper: Paper, truth: Truth): readonly string[] {
  const reading: Reading = { truth, about: null, told: new Set(), path: '/', isOwn: false, returned: [] };
  const charts = [...paper.charts];
  const said = paper.parts.flatMap((part, at) => {
    const above = paper.parts[at - 1];
    if (isTable(part)) {
      const caption = above && !isTable(above) && above.style === 'SsldCaption' ? above.text : null;
      return tableDoubts(part, caption, reading);
    }
    if (part.style === 'SsldChartTitle') return chartDoubts(charts.shift(), part.text, reading);
    return lineDoubts(part, reading);
  });
  return [
    ...said,
    ...only(charts.length === 0, '图没有题目'),
    ...headingDoubts(paper),
    ...referenceDoubts(paper),
    ...returnedDoubts(reading.returned, truth),
    ...countDoubts(truth),
    ...publicDoubts(paper, truth),
    ...leftOut(reading),
  ];
}

/** Of words that are in every report, and of headings, titles and lists. */
function lineDoubts({ style, text }: WordParagraph, reading: Reading): Doubts {
  const { truth, told } = reading;
  if (text === '') return [];
  switch (style) {
    case 'SsldHeading1': {
      reading.path = `${text.replace(NUMBERED[1], '')}/`;
      told.add(`head ${reading.path}`);
      return heads[truth.rollup.mode].test(text) ? [] : [`不认识的标题：${text}`];
    }
    case 'SsldHeading2': {
      const title = text.replace(NUMBERED[2], '');
      reading.path = `${reading.path.split('/')[0]}/${title}`;
      const isTwice = told.has(`head ${reading.path}`);
      told.add(`head ${reading.path}`);
      const isChapter = truth.policy.chapters.some((one) => one.title === title);
      return [
        ...only(!isTwice, `标题有两个：${text}`),
        ...only(isChapter || subheads.has(reading.path), `不认识的标题：${text}`),
      ];
    }
    case 'SsldTitle': {
      const place = truth.policy.register.within.at(-1) ?? '';
      const what = truth.rollup.mode === 'midterm' ? '中期评估报告' : '终期总结报告';
      told.add(`title ${text}`);
      return [place + truth.policy.words.work, what].includes(text) ? [] : [`标题不对：${text}`];
    }
    case 'SsldAddressee':
      told.add('addressee');
      return text === `${addresseeIn(truth)}：` ? [] : [`主送不对：${text}`];
    case 'SsldSignature': {
      told.add(`signature ${text}`);
      return signatureOf(truth).includes(text) ? [] : [`落款不对：${text}`];
    }
    case 'SsldCaption':
      // Read with its table.
      return [];
    case 'SsldAttachmentTitle': {
      reading.path = `附件/${text}`;
      const isAgain = told.has(`head ${reading.path}`);
      told.add(`head ${reading.path}`);
      return only(annexes.has(text) && !isAgain, `不认识的附件：${text}`);
    }
    case 'SsldAttachmentList':
    case 'SsldAttachmentMark':
      // Held against the titles of the annexes as a whole.
      return [];
    default:
      return unclosedDoubts(text, reading) ?? annexDoubts(text, reading) ?? paragraphDoubts(text, reading);
  }
}

const signatureOf = ({ office, day }: Truth) => [
  office ?? '＿＿＿＿＿＿',
  day === null ? '＿＿＿＿＿＿年＿＿月＿＿日' : dayText(day),
];

const heads = {
  midterm: /^[一二三四五六七八九十]、(?:评估工作概况|总体进展|分项完成情况|经验做法|存在问题|下一步工作计划与建议)$/,
  final:
    /^[一二三四五六七八九十]、(?:(?:试点)?背景与组织实施|目标任务完成情况|主要做法|工作成效|典型模式与案例|存在问题与原因|验收结论(?:与示范点建议名单)?|下一步工作建议)$/,
} as const;

const subheads = new Set([
  ...['评估对象和范围', '评估方法', '口径说明'].map((one) => `评估工作概况/${one}`),
  ...['试点背景与组织实施', '背景与组织实施'].flatMap((head) => [`${head}/评估期间和报送`, `${head}/评估口径`]),
  '工作成效/前后对比',
  ...['存在问题', '存在问题与原因'].flatMap((head) =>
    ['未报送', '立即整改', '数据问题，退回修改', '指标问题', '材料问题', '核实问题', '名册核对'].map(
      (one) => `${head}/${one}`,
    ),
  ),
  '存在问题与原因/整改情况',
  '存在问题与原因/原因',
  '验收结论/总体目标',
  '验收结论与示范点建议名单/总体目标',
  '验收结论与示范点建议名单/示范点建议名单',
  ...['补报', '修改数据', '整改指标', '加快进度', '补齐材料', '报告整改情况', '终期评估'].map(
    (one) => `下一步工作计划与建议/${one}`,
  ),
]);

const annexes = new Set([
  '指标完成情况表',
  '各单位问题清单',
  '问题销号情况表',
  '数据质量说明',
  '口径说明',
  '数据来源',
  '评分表',
  '资金使用情况',
]);

/** Paragraphs of the annexes that are the policy's, or say how was counted; null for what is none of them. */
function annexDoubts(text: string, reading: Reading): Doubts | null {
  const { truth, told } = reading;
  const { contradictions } = truth.policy.document;
  const at = contradictions.findIndex((one, at) => text === `${at + 1}．${one}`);
  const table = truth.policy.scoreTable;
  const proposal = table && `按${table.name}（${table.version}版，${table.status}）试算，城市、农村社区分别排列。`;
  if (proposal && text === proposal) {
    told.add('scores are a proposal');
    return under(reading, /^附件\/评分表$/);
  }
  const own = /^“(.+)”(一栏)?按各单位台账自报(，与按问题编号核对的整改情况口径不同)?。$/.exec(text);
  const def = truth.policy.indicators.find(({ name }) => name === own?.[1]);
  if (def) {
    told.add(own![2] ? 'self-reported column' : `self-reported under ${reading.path}`);
    const where = own![2] ? /^附件\/指标完成情况表$/ : /\/前后对比$|^总体进展\/$|^目标任务完成情况\/$/;
    return [
      ...under(reading, where),
      ...only(isSelfReported(def), `不是自报的：${text}`),
      ...only(!own![2] || (own![3] !== undefined) === truth.rollup.issues.length > 0, `口径不实：${text}`),
    ];
  }
  const fixed = at >= 0 ? CALIBRE : inAnnexes.find(([words]) => words === text)?.[1];
  if (fixed === undefined) return null;
  told.add(text);
  return [
    ...under(reading, fixed),
    ...only(text !== PRIVACY || truth.isPublic, '不是公开的'),
    ...only(text !== LEGEND || !truth.isPublic, '公开的没有数据来源'),
  ];
}

const CALIBRE = /^附件\/口径说明$/;
const SIGNS = '✓ 达标　✗ 未达标　→ 进行中（正常）　↓ 进行中（滞后）　? 待核实　· 参考。';
const LEGEND = `${SIGNS}率的分子、分母见附件“数据来源”。`;
const PRIVACY = '为保护个人信息，各单位的人数和岗位数不列；合计不足五人的、能推算出不足五人的，也不列。';
const AT_ODDS = '依据文件自身有以下不一致之处：';
const SUMS =
  '各率的合计是分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母。';

const inAnnexes: readonly (readonly [words: string, under: RegExp])[] = [
  [AT_ODDS, CALIBRE],
  [SIGNS, /^附件\/指标完成情况表$/],
  [LEGEND, /^附件\/指标完成情况表$/],
  [
    '强制性问题须修改后重新报送，本次先按报送数计入，并在下表注明；核实性问题须写核实说明，提示性问题不需处理。',
    /^附件\/数据质量说明$/,
  ],
  [SUMS, CALIBRE],
  [PRIVACY, CALIBRE],
];

// Headings and annexes ------------------------------------------------------------------------------------------------

const NUMERALS = '一二三四五六七八九十';
const NUMBERED = { 1: /^[一二三四五六七八九十]、/, 2: /^（[一二三四五六七八九十]）/ } as const;

/** Numbered on, and none without anything under it. */
function headingDoubts({ parts }: Paper): Doubts {
  const [counts, doubts] = [[0, 0], [] as string[]];
  parts.forEach((part, at) => {
    if (isTable(part)) return;
    const level = part.style === 'SsldHeading1' ? 1 : part.style === 'SsldHeading2' ? 2 : null;
    const next = parts.slice(at + 1).find((one) => isTable(one) || one.text !== '');
    const follows = next && !isTable(next) ? next.style : 'text';
    if (level !== null) {
      const number = NUMERALS[counts[level - 1]!++];
      if (level === 1) counts[1] = 0;
      const isNext = part.text.startsWith(level === 1 ? `${number}、` : `（${number}）`);
      const isBare = follows === 'SsldHeading1' || follows === 'SsldAttachmentMark' || follows === part.style;
      if (!isNext || isBare || follows === 'SsldSignature') doubts.push(`标题的序号不对，或者下面是空的：${part.text}`);
    }
    if (part.style === 'SsldAttachmentTitle' && (follows === 'SsldAttachmentMark' || !next))
      doubts.push(`附件是空的：${part.text}`);
  });
  return doubts;
}

/** The list below the body names the annexes that are there, by their numbers; and nothing refers to one that is not. */
export function referenceDoubts({ parts }: Paper): Doubts {
  const lines = parts.flatMap((part) => (isTable(part) ? [] : [part]));
  const of = (style: string) => lines.filter((one) => one.style === style && one.text !== '').map(({ text }) => text);
  const [titles, list, marks] = [of('SsldAttachmentTitle'), of('SsldAttachmentList'), of('SsldAttachmentMark')];
  const isOne = titles.length === 1;
  const wanted = titles.map((title, at) => `${at === 0 ? '附件：' : ''}${isOne ? '' : `${at + 1}.`}${title}`);
  const said = parts.flatMap((part) => (isTable(part) ? part.rows.flat() : [part])).map(({ text }) => text);
  const named = said.flatMap((text) => [...text.matchAll(/附件“([^”]+)”/g)].map(([, title]) => title!));
  return [
    ...only(list.join('｜') === wanted.join('｜'), `附件说明应为“${wanted.join('、')}”`),
    ...only(
      marks.join('｜') === titles.map((_, at) => `附件${isOne ? '' : at + 1}`).join('｜'),
      `附件的序号不对：${marks.join('、')}`,
    ),
    ...named.flatMap((title) => only(titles.includes(title), `没有附件“${title}”`)),
  ];
}

// Charts --------------------------------------------------------------------------------------------------------------

/** Each column is the rate of the unit under it, of the goal that stands above. */
function chartDoubts(chart: Chart | undefined, caption: string, reading: Reading): Doubts {
  const { truth } = reading;
  const [values, aims] = chart?.series ?? [];
  const [heading, aside] = caption.split(/(?=（另有)/);
  if (!chart || !values || !aims || chart.names.length < 2) return [`图看不懂：${caption}`];
  const def = truth.policy.indicators.find(({ id, name, target }) => {
    const isGoal = truth.policy.goals.includes(id) && isShareUnit(target.unit);
    return isGoal && heading === `各单位${name}与目标`;
  });
  if (!def) return [`图的题目不对：${caption}`];
  const wanted = truth.filed.flatMap(({ community, evaluation }) => {
    const entry = entryIn(evaluation, def.id);
    if (!entry || entry.numerator === null || !entry.denominator || entry.lower !== entry.upper) return [];
    return [[community, hundredths(entry.numerator, entry.denominator, def.target) / 100]] as const;
  });
  const aim = (def.target.p * 100) / def.target.q;
  const isSo =
    JSON.stringify(wanted.map(([name]) => name)) === JSON.stringify(chart.names) &&
    JSON.stringify(wanted.map(([, value]) => value)) === JSON.stringify(values.values.map(Number)) &&
    aims.values.length === wanted.length &&
    aims.values.every((value) => Number(value) === aim);
  return [
    ...under(reading, /^(?:总体进展|目标任务完成情况)\/$/),
    ...only(!isHidden(def, truth), `公开的图画了人：${caption}`),
    ...only(
      (aside ?? '') === undrawn(def, wanted.length, truth),
      `没有画的应为“${undrawn(def, wanted.length, truth)}”：${caption}`,
    ),
    ...only(
      JSON.stringify(chart.book.slice(1)) ===
        JSON.stringify(wanted.map(([name, value]) => [name, `${value}`, `${aim}`])),
      `图的数据表不符：${chart.book.map((row) => row.join('、')).join('；')}`,
    ),
    ...only(
      chart.described.endsWith(wanted.map(([name, value]) => `${name}${value}%，目标${aim}%`).join('；')),
      `图的说明不符：${chart.described}`,
    ),
    ...only(isSo, `图与数据不符：${caption}：${values.values.join('、')}`),
  ];
}

/** An agency reports to whom it works for; to the government that ordered it only the bureau that has to; in public nobody does. */
function addresseeIn({ policy: { orderedBy }, office, commissioner, isPublic }: Truth): string | null {
  if (isPublic) return null;
  if (commissioner !== null) return commissioner;
  return orderedBy && (office === null || office.includes(orderedBy.reportedBy)) ? orderedBy.name : null;
}

/** Whom the figure is asked of and the chart leaves out: each with why. */
function undrawn({ id }: IndicatorDef, drawn: number, truth: Truth): string {
  const asked = truth.filed.flatMap(({ evaluation }) => {
    const entry = entryIn(evaluation, id);
    return entry && entry.verdict !== 'not_applicable' ? [entry] : [];
  });
  const none = asked.filter(({ numerator, denominator }) => numerator === null || !denominator).length;
  const missing = missingIn(truth).length;
  const parts = [
    [asked.length - none - drawn, '没有确定的数'],
    [none, '没有数据'],
    [missing, '未报送'],
  ].flatMap(([count, why]) => (count === 0 ? [] : [`${count}个单位${why}`]));
  return parts.length === 0 ? '' : `（另有${parts.join('、')}，未列入图）`;
}

/** What every report must tell. */
function leftOut({ truth, told }: Reading): readonly string[] {
  const { rollup, policy } = truth;
  const judged = judgedIn(truth);
  const isFinal = rollup.mode === 'final';
  const some = (isSo: boolean, ...what: readonly string[]) => (isSo ? what : []);
  const isMissing = missingIn(truth).length > 0;
  const goals = judged.filter(({ id }) => policy.goals.includes(id));
  const apart = isFinal ? ['立即整改或者数据问题'] : ['立即整改', '数据问题'];
  const burdened = [...apart, '材料问题或者核实问题'].filter((kind) => burdenedIn(kind, truth).length > 0);
  const isBurdened = burdenedIn('立即整改或者数据问题或者指标问题或者材料问题', truth).length > 0;
  const { isPublic } = truth;
  // Of people so much may be left out in public as is needed to tell of nobody.
  const owed = judged.filter((def) => !isHidden(def, truth));
  const isOwed = (id: string) => owed.some((one) => one.id === id);
  const isGoalKept = policy.indicators.some((def) => policy.goals.includes(def.id) && isHidden(def, truth));
  const isFiled = truth.filed.length > 0;
  const [place, what] = [policy.register.within.at(-1) ?? '', isFinal ? '终期总结报告' : '中期评估报告'];
  const wanted = [
    ...['opening', '现将有关情况报告如下', 'reporting', 'window', 'note in the annex', SUMS],
    ...[`title ${place}${policy.words.work}`, `title ${what}`],
    ...signatureOf(truth).map((one) => `signature ${one}`),
    ...some(!isPublic, '问题清单', '数据质量', '数据来源'),
    ...some(isPublic, PRIVACY),
    ...some(policy.document.contradictions.length > 0, AT_ODDS),
    ...policy.document.contradictions.map((one, at) => `${at + 1}．${one}`),
    ...some(isFinal && addresseeIn(truth) !== null, 'addressee', '特此报告'),
    ...some(isFiled, 'only data'),
    ...some(isFiled && isTableLacking(truth), 'tables lacking'),
    ...some(
      isFinal && isFiled && !isGoalKept,
      '以上是按报送数据计算的结果，作为验收的建议；是否通过验收由主管部门认定',
    ),
    ...some(
      rollup.units.some(({ file }) => file !== null),
      'files',
    ),
    ...some(leftOutOf(truth).length > 0, 'left out'),
    ...some(!isPublic && leftOutOf(truth).some(({ line }) => line !== null), '没有计入的文件'),
    told.has('指标完成情况') ? '指标完成情况' : '报送情况',
    ...owed.map(({ id }) => `column ${id}`),
    ...some(isMissing, 'missing', 'missing again', 'hand in'),
    ...some(rollup.reporting.unexpected.length > 0, 'unexpected'),
    ...some(rollup.reporting.late !== null, 'late'),
    ...some(wrongNames(truth).length > 0, 'wrong'),
    ...owed.flatMap((def) => {
      const { applicable } = tallyOf(def.id, truth);
      return some(applicable > 0 && doubledNames(def, truth).length > 0, `doubled ${def.id}`);
    }),
    ...some(isBurdened && !isPublic, 'counts'),
    ...some(burdenedIn('核实问题', truth).length > 0 && !isPublic, 'asked'),
    ...some(!isFinal && isBurdened, 'demand'),
    ...burdened.map((kind) => `burdened ${kind}`),
    ...some(isFinal && goals.some(({ id }) => isOwed(id)), '总体目标'),
    ...some(isFinal && isFiled && !isGoalKept, 'reached'),
    ...some(isFinal && !isGoalKept && reachedAll(truth, true).length > 0, 'reached apart'),
    ...some(
      isFinal && !isGoalKept && policy.scoreTable !== null && withheldNames(truth).length > 0,
      'withheld',
      'a proposal',
    ),
    ...some(isFinal && changesIn(truth).some(({ id }) => isOwed(id)), '前后对比'),
    ...some(
      isFinal && changesIn(truth).some(({ id }) => judged.some((def) => def.id === id && isSelfReported(def))),
      'self-reported under 工作成效/前后对比',
    ),
    ...some(owed.some(isSelfReported) && byNumberIn(truth) !== null, 'by number'),
    ...some(isFinal && isAnyOpen(truth), 'not compared'),
    ...changesIn(truth).flatMap(({ id, from }) =>
      some(isFinal && policy.goals.includes(id) && isOwed(id), `change ${id} ${from}`),
    ),
    ...some(isFinal && !isPublic && returnedRows(truth).length > 0, '整改情况'),
    ...some(isFinal && !isPublic && unclosedRows(truth).length > 0, '销号情况', 'closed in time'),
    ...some(
      owed.some((def) => isSelfReported(def) && told.has(`in a table ${def.id}`)),
      'self-reported column',
    ),
    ...some(
      isFinal && rollup.ranking.some(({ grade }) => !isPublic || grade !== null),
      ...['评分表', 'scores are a proposal', ...judgedItemsIn(truth)],
    ),
    ...(isFinal && policy.scoreTable ? Object.values(suggestions) : []).flatMap((one) =>
      some(
        suggestedIn(one, truth).length > 0 && (!isPublic || (one.startsWith('award') && !isGoalKept)),
        `suggested ${one}`,
        'a proposal',
      ),
    ),
    ...some(isFinal && !isPublic && openAmongSuggested(truth).length > 0, 'suggested with issues'),
    ...uncheckedIn(truth).flatMap(({ title, isOpen }) => some(isOpen, `unchecked ${title}`)),
    ...some(!isPublic, ...acrossIn(truth).map(({ message }) => `across ${message}`)),
    ...some(!isPublic, ...brokenIn(truth).map(({ words, title }) => `${words} ${title}`)),
    ...owed.flatMap(({ id }) => {
      const { unmet, behind, to_verify } = tallyOf(id, truth);
      return [
        `standing ${id}`,
        ...some(unmet > 0, `unmet ${id}`, `demand unmet ${id}`),
        ...some(behind > 0, `behind ${id}`),
        ...some(behind > 0 && !isFinal, `demand behind ${id}`),
        ...some(to_verify > 0, `to_verify ${id}`),
      ];
    }),
    // Unit by unit, or indicator by indicator where that would be a list.
    ...(judged.some(({ id }) => told.has(`missing ${id}`))
      ? owed.flatMap((def) => some(tallyOf(def.id, truth).missing > 0 && !isLater(def, truth), `missing ${def.id}`))
      : truth.filed.flatMap(({ name, evaluation }) => some(lackedBy(evaluation, truth).length > 0, `lacking ${name}`))),
  ];
  return [...new Set(wanted)].filter((one) => !told.has(one)).map((one) => `没有说：${one}`);
}

/** 人评: what is asked of anybody. */
function judgedItemsIn({ filed, policy }: Truth): readonly string[] {
  const shown = new Set(policy.indicators.flatMap(({ id, measure }) => (measure.kind === 'none' ? [] : [id])));
  const items =
    policy.scoreTable?.items.filter(({ by, of }) => by === 'judge' || of.some((id) => !shown.has(id))) ?? [];
  return items.flatMap(({ id, name }) => {
    const isAsked = filed.some(({ evaluation: { score } }) =>
      score?.unscored.some((one) => one.id === id && one.applies),
    );
    return isAsked ? [`judged ${name}`] : [];
  });
}
