/**
 * Reads a report as it lies on the table, and holds every sentence, cell and column against the evaluations and the roll-up. Of
 * how reports are written it knows nothing.
 */
import { dayText, entryIn, hundredths, isShareUnit, judgedIn, missingIn, type Truth, tallyOf } from './facts.ts';
import { acrossIn, lackedBy, paragraphDoubts, type Reading, uncheckedIn, unitsBy } from './sentences.ts';
import { tableDoubts } from './tables.ts';
import { type Chart, isTable, type Paper, type WordParagraph } from './word.ts';

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
    /^[一二三四五六七八九十]、(?:试点背景与组织实施|目标任务完成情况|主要做法|工作成效|典型模式与案例|存在问题与原因|验收结论与示范点建议名单|下一步工作建议)$/,
} as const;

const subheads = new Set([
  '评估对象和范围',
  '评估方法',
  '口径说明',
  '评估口径',
  '报送方面',
  '指标方面',
  '数据方面',
  '材料方面',
]);

const annexes = new Set(['指标完成情况表', '各单位问题清单', '数据质量说明', '口径说明', '数据来源', '评分表']);

const captionOf = (text: string, { policy }: Truth) =>
  text === '各单位总体目标完成情况' || policy.indicators.some(({ name }) => text === `各单位${name}与目标`);

/** Paragraphs of the annexes that are the policy's, or say how was counted; null for what is none of them. */
function annexDoubts(text: string, { policy }: Truth): readonly string[] | null {
  const { contradictions } = policy.document;
  const at = contradictions.findIndex((one, at) => text === `${at + 1}．${one}`);
  const table = policy.scoreTable;
  const isKnown =
    at >= 0 ||
    text === '依据文件自身有以下不一致之处：' ||
    text === '强制性问题不改不能汇总，核实性问题须写核实说明，提示性问题不需处理。' ||
    text ===
      '各率的合计是分子合计除以分母合计，不是各单位的率的平均；只计判定确定的单位，未报送和缺数据的单位不进分子、分母。' ||
    (table &&
      text ===
        `按${table.name}（${table.version}版，${table.status}）试算，城市、农村社区分别排名；由人评定的项目按人评的分计入。`);
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
  const { rollup } = truth;
  const judged = judgedIn(truth);
  const wanted = [
    'reporting',
    'note',
    'signature',
    ...(judged.length > 0 ? ['指标完成情况'] : []),
    '问题清单',
    '数据质量',
    '数据来源',
    ...(rollup.mode === 'midterm' ? ['demand'] : []),
    ...(missingIn(truth).length > 0 ? ['missing'] : []),
    ...(rollup.reporting.unexpected.length > 0 ? ['unexpected'] : []),
    ...(uncheckedIn(truth).size > 0 ? ['unchecked'] : []),
    ...acrossIn(truth).map(({ message }) => `across ${message}`),
    ...judged.map(({ id }) => `standing ${id}`),
    ...judged.flatMap(({ id, target }) => {
      const { unmet, behind, to_verify, applicable } = tallyOf(id, truth);
      const named = (count: number, word: string) => (count > 0 && count < applicable ? [`named ${id} ${word}`] : []);
      const isDemanded = unmet > 0 || (rollup.mode === 'midterm' && behind > 0);
      return [
        ...named(unmet, '未达标'),
        ...named(behind, '进展滞后'),
        ...named(to_verify, '待核实'),
        ...(unitsBy(id, 'unmet', truth).length > 0 ? [`unmet ${id}`] : []),
        ...(isDemanded && target.binding !== 'information' ? [`demand ${id}`] : []),
      ];
    }),
    ...truth.filed.flatMap(({ name, evaluation }) =>
      lackedBy(evaluation, truth).length > 0 ? [`lacking ${name}`] : [],
    ),
    ...new Set(
      truth.filed.flatMap(({ evaluation: { findings, rules } }) =>
        findings.flatMap(({ rule, severity }) => {
          const title = rules.find(({ id }) => id === rule)?.title;
          return severity === 'error' && title !== undefined ? [`rule ${title}`] : [];
        }),
      ),
    ),
  ];
  return wanted.filter((one) => !told.has(one)).map((one) => `没有说：${one}`);
}
