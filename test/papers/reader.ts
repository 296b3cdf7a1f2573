/**
 * Reads a report as it lies on the table, and holds every sentence, cell and column against the evaluations and the roll-up. Of
 * how reports are written it knows nothing.
 */

import { changesIn } from './changes.ts';
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
import { acrossIn, brokenIn, burdenedIn, lackedBy } from './problems.ts';
import { paragraphDoubts, suggestedIn, suggestions, uncheckedIn } from './sentences.ts';
import { tableDoubts } from './tables.ts';
import { type Chart, isTable, type Paper, type WordParagraph } from './word.ts';
import type { Reading } from './words.ts';

/** What is false, not understood or left out; empty for a report that may be filed. */
export function doubtsOf(paper: Paper, truth: Truth): readonly string[] {
  const reading: Reading = { truth, about: null, told: new Set() };
  const said = paper.parts.flatMap((part) =>
    isTable(part) ? tableDoubts(part, truth, reading.told) : lineDoubts(part, reading),
  );
  const empty = paper.parts.flatMap((part, at) => {
    const next = paper.parts[at + 1];
    const isBare =
      !isTable(part) && part.style === 'SsldAttachmentTitle' && (!next || (!isTable(next) && isMark(next)));
    return isBare ? [`附件是空的：${part.text}`] : [];
  });
  return [...said, ...empty, ...paper.charts.flatMap((chart) => chartDoubts(chart, truth)), ...leftOut(reading)];
}

const isMark = ({ style }: WordParagraph) => style === 'SsldAttachmentMark';

/** Of words that are in every report, and of headings, titles and lists. */
function lineDoubts({ style, text }: WordParagraph, reading: Reading): readonly string[] {
  const { truth, told } = reading;
  if (text === '') return [];
  switch (style) {
    case 'SsldHeading1':
      return heads[truth.rollup.mode].test(text) ? [] : [`不认识的标题：${text}`];
    case 'SsldHeading2': {
      const title = text.replace(/^（[一二三四五六七八九十]+）/, '');
      return subheads.has(title) || truth.policy.chapters.some((one) => one.title === title)
        ? []
        : [`不认识的标题：${text}`];
    }
    case 'SsldTitle': {
      const place = truth.policy.register.within.at(-1) ?? '';
      const what = truth.rollup.mode === 'midterm' ? '中期评估报告' : '终期总结报告';
      return [place + truth.policy.words.work, what].includes(text) ? [] : [`标题不对：${text}`];
    }
    case 'SsldAddressee':
      return text === `${truth.policy.orderedBy}：` ? [] : [`主送不对：${text}`];
    case 'SsldSignature': {
      told.add('signature');
      const day = truth.day === null ? '＿＿＿＿＿＿年＿＿月＿＿日' : dayText(truth.day);
      return [truth.office ?? '＿＿＿＿＿＿', day].includes(text) ? [] : [`落款不对：${text}`];
    }
    case 'SsldCaption':
    case 'SsldChartTitle':
      return captionOf(text, truth) ? [] : [`不认识的题注：${text}`];
    case 'SsldAttachmentTitle':
    case 'SsldAttachmentList':
      return annexes.has(text.replace(/^(?:附件：)?(?:\d+\.)?/, '')) ? [] : [`不认识的附件：${text}`];
    case 'SsldAttachmentMark':
      return /^附件\d?$/.test(text) ? [] : [`不认识的附件：${text}`];
    default:
      return annexDoubts(text, truth) ?? paragraphDoubts(text, reading);
  }
}

const heads = {
  midterm: /^[一二三四五六七八九十]、(?:评估工作概况|总体进展|分项完成情况|经验做法|存在问题|下一步工作计划与建议)$/,
  final:
    /^[一二三四五六七八九十]、(?:(?:试点)?背景与组织实施|目标任务完成情况|主要做法|工作成效|典型模式与案例|存在问题与原因|验收结论(?:与示范点建议名单)?|下一步工作建议)$/,
} as const;

const subheads = new Set([
  '评估对象和范围',
  '评估方法',
  '口径说明',
  '评估期间和报送',
  '评估口径',
  '前后对比',
  '未报送',
  '立即整改',
  '数据问题，退回修改',
  '指标问题',
  '材料问题',
  '核实问题',
  '整改情况',
  '原因',
  '总体目标',
  '示范点建议名单',
  '补报',
  '修改数据',
  '整改指标',
  '加快进度',
  '补齐材料',
  '报告整改情况',
  '终期评估',
]);

const annexes = new Set([
  '指标完成情况表',
  '各单位问题清单',
  '数据质量说明',
  '口径说明',
  '数据来源',
  '评分表',
  '资金使用情况',
]);

const captions = new Set([
  '各单位总体目标完成情况',
  '总体目标完成情况',
  '前后对比（只计两次都有数的单位）',
  '各单位整改情况（个）',
]);

const captionOf = (text: string, { policy }: Truth) =>
  captions.has(text) || policy.indicators.some(({ name }) => text === `各单位${name}与目标`);

/** Paragraphs of the annexes that are the policy's, or say how was counted; null for what is none of them. */
function annexDoubts(text: string, { policy }: Truth): readonly string[] | null {
  const { contradictions } = policy.document;
  const at = contradictions.findIndex((one, at) => text === `${at + 1}．${one}`);
  const table = policy.scoreTable;
  const isKnown =
    at >= 0 ||
    text === '依据文件自身有以下不一致之处：' ||
    text ===
      '✓ 达标　✗ 未达标　→ 进行中（正常）　↓ 进行中（滞后）　? 待核实　· 参考。率的分子、分母见附件“数据来源”。' ||
    text === '强制性问题不改不能汇总，核实性问题须写核实说明，提示性问题不需处理。' ||
    text ===
      '各率的合计是分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母。' ||
    (table && text === `按${table.name}（${table.version}版，${table.status}）试算，城市、农村社区分别排列。`);
  return isKnown ? [] : null;
}

/** Each column is the rate of the unit under it. */
function chartDoubts({ names, series }: Chart, truth: Truth): readonly string[] {
  const [values, aims] = series;
  if (!values || !aims || names.length < 2) return ['图看不懂'];
  const goals = truth.policy.indicators.filter(
    ({ id, target }) => truth.policy.goals.includes(id) && isShareUnit(target.unit),
  );
  const fits = goals.some((def) => {
    const wanted = truth.filed.flatMap(({ community, evaluation }) => {
      const entry = entryIn(evaluation, def.id);
      if (!entry || entry.numerator === null || !entry.denominator || entry.lower !== entry.upper) return [];
      return [[community, hundredths(entry.numerator, entry.denominator, def.target) / 100]] as const;
    });
    const aim = (def.target.p * 100) / def.target.q;
    return (
      JSON.stringify(wanted.map(([name]) => name)) === JSON.stringify(names) &&
      JSON.stringify(wanted.map(([, value]) => value)) === JSON.stringify(values.values.map(Number)) &&
      aims.values.every((value) => Number(value) === aim)
    );
  });
  return fits ? [] : [`图与数据不符：${names.join('、')}：${values.values.join('、')}`];
}

/** What every report must tell. */
function leftOut({ truth, told }: Reading): readonly string[] {
  const { rollup, policy } = truth;
  const judged = judgedIn(truth);
  const isFinal = rollup.mode === 'final';
  const some = (isSo: boolean, ...what: readonly string[]) => (isSo ? what : []);
  const isMissing = missingIn(truth).length > 0;
  const goals = judged.filter(({ id }) => policy.goals.includes(id));
  const burdened = ['立即整改', '数据问题', '材料问题或者核实问题'].filter(
    (kind) => burdenedIn(kind, truth).length > 0,
  );
  const isBurdened = burdenedIn('立即整改或者数据问题或者指标问题或者材料问题', truth).length > 0;
  const wanted = [
    ...['reporting', 'note', 'signature', '问题清单', '数据质量', '数据来源'],
    told.has('指标完成情况') ? '指标完成情况' : '报送情况',
    ...judged.map(({ id }) => `column ${id}`),
    ...some(isMissing, 'missing', 'missing again', 'hand in'),
    ...some(rollup.reporting.unexpected.length > 0, 'unexpected'),
    ...some(isBurdened, 'counts'),
    ...some(burdenedIn('核实问题', truth).length > 0, 'asked'),
    ...some(!isFinal && isBurdened, 'demand'),
    ...some(!isFinal, ...burdened.map((kind) => `burdened ${kind}`)),
    ...some(isFinal && goals.length > 0, '总体目标'),
    ...some(isFinal && truth.filed.length > 0, 'reached'),
    ...some(isFinal && changesIn(truth).length > 0, '前后对比'),
    ...some(isFinal && rollup.issues.some(({ sent }) => sent > 0), 'issues', '整改情况'),
    ...some(isFinal && rollup.ranking.length > 0, '评分表'),
    ...(isFinal && policy.scoreTable ? Object.values(suggestions) : []).flatMap((one) =>
      some(suggestedIn(one, truth).length > 0, `suggested ${one}`),
    ),
    ...uncheckedIn(truth).flatMap(({ title, isOpen }) => some(isOpen, `unchecked ${title}`)),
    ...acrossIn(truth).map(({ message }) => `across ${message}`),
    ...brokenIn(truth).map(({ words, title }) => `${words} ${title}`),
    ...judged.flatMap(({ id }) => {
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
      ? judged.flatMap((def) => some(tallyOf(def.id, truth).missing > 0 && !isLater(def, truth), `missing ${def.id}`))
      : truth.filed.flatMap(({ name, evaluation }) => some(lackedBy(evaluation, truth).length > 0, `lacking ${name}`))),
  ];
  return [...new Set(wanted)].filter((one) => !told.has(one)).map((one) => `没有说：${one}`);
}
