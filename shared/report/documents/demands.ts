/** What is asked of whom, by when, and by which clause. */
import type { IndicatorDef } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { chapter, paragraphs } from './blocks.ts';
import type { DocumentData } from './data.ts';
import type { Block, DocumentBinding, DocumentText, ProblemKind, TallyOf } from './documents.ts';
import { judgedIndicators } from './matrix.ts';
import { groupedBy, unitNames } from './names.ts';
import { burdened, type Problem, problemsOf } from './problems.ts';
import { entryOf } from './standings.ts';
import { tell } from './tokens.ts';

export function demands(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    ...chapter(2, '补报', paragraphs(handIn(data))),
    ...chapter(2, '修改数据', paragraphs(atOnce(data), correct(data))),
    ...chapter(2, '整改指标', paragraphs(...reach(data))),
    ...chapter(2, '加快进度', paragraphs(...hurry(data))),
    ...chapter(2, '补齐材料', paragraphs(complete(data))),
    ...chapter(
      2,
      '报告整改情况',
      paragraphs(
        anyOf(data, ['red', 'data', 'indicator', 'material'])
          ? says<DocumentBinding>`整改实行一个单位一份清单，请各单位于${day('rectify')}前整改到位并报送书面整改情况。`
          : [],
      ),
    ),
  ];
}

const anyOf = (data: DocumentData, kinds: readonly ProblemKind[]) => burdened(kinds, data).length > 0;

function handIn(data: DocumentData): DocumentText {
  const { day, reporting } = tell(data);
  return data.missing.length === 0
    ? []
    : says<DocumentBinding>`没有报送的${reporting('missing')}个单位，请于${day('rectify')}前补报。`;
}

function atOnce(data: DocumentData): DocumentText {
  return whose(data, ['red'], ['请立即整改并报告结果']);
}

function correct(data: DocumentData): DocumentText {
  return whose(
    data,
    ['data'],
    says<DocumentBinding>`请逐条改正数据，${resubmitText(data)}重新报送；没有改正的不能接收`,
  );
}

/** Until when what was sent back is handed in anew: earlier than what is to be put right. */
export function resubmitText(data: DocumentData): DocumentText {
  return data.options.resubmitBy ? says<DocumentBinding>`于${tell(data).day('resubmit')}前` : ['按退回修改通知的期限'];
}

function complete(data: DocumentData): DocumentText {
  return whose(data, unsettled, says<DocumentBinding>`请于${tell(data).day('rectify')}前${settledBy(data)}`);
}

/** In the final report, which sets no day: what is wrong, lacking or doubtful is proposed to be settled. */
export function proposals(data: DocumentData): readonly DocumentText[] {
  return [
    whose(data, ['red', 'data'], ['的数据有强制性问题没有改正，建议改正后重新报送，再作认定']),
    whose(data, unsettled, [settledBy(data)], '建议'),
  ];
}

const unsettled: readonly ProblemKind[] = ['material', 'query'];

/** 补报缺的数据，核实存疑的数据，写明核实说明: as far as any unit has to. */
function settledBy(data: DocumentData): string {
  const problems = problemsOf(data).flatMap((one) => one.problems);
  const isAny = (is: (one: Problem) => boolean) => problems.some(is);
  return [
    ...(isAny(({ about }) => about === 'missing') ? ['补报缺的数据'] : []),
    ...(isAny(({ kind, about }) => kind === 'material' && about === 'indicator') ? ['核实存疑的数据'] : []),
    ...(isAny(({ kind }) => kind === 'query') ? ['对核实性问题写明核实说明'] : []),
  ].join('，');
}

/** In public nobody is told whose workbook has findings. */
function whose(data: DocumentData, kinds: readonly ProblemKind[], what: DocumentText, lead = ''): DocumentText {
  const units = burdened(kinds, data);
  if (units.length === 0) return [];
  const count = tell(data).bound({ what: 'burdened', kinds });
  const who = data.options.isPublic ? says<DocumentBinding>`有关的${count}个单位` : unitNames(units, count, data);
  return says<DocumentBinding>`${lead}${who}${what}。`;
}

/** By clause: 按照淮府办〔2020〕8号二（一）的要求，没有达到目标的单位请于…前整改到位：…（…个单位）。 */
function reach(data: DocumentData): readonly DocumentText[] {
  const { day } = tell(data);
  return byClause(concerned(data, 'unmet')).map(
    (defs) =>
      says<DocumentBinding>`按照${clauseOf(defs[0]!)}的要求，没有达到目标的单位请于${day('rectify')}前整改到位：${countsOf(defs, 'unmet', data)}。`,
  );
}

/** What is not due yet is to be done by the day that the document says. */
function hurry(data: DocumentData): readonly DocumentText[] {
  const { due } = tell(data);
  return byClause(concerned(data, 'behind')).map(
    (defs) =>
      says<DocumentBinding>`按照${clauseOf(defs[0]!)}的要求，进展滞后的单位请加快进度，于${due(defs[0]!.id)}前完成：${countsOf(defs, 'behind', data)}。`,
  );
}

export function concerned(data: DocumentData, verdict: 'unmet' | 'behind'): readonly IndicatorDef[] {
  return judgedIndicators(data).filter((def) => (entryOf(def, data)?.[verdict] ?? 0) > 0);
}

/** One clause and one day together. */
export function byClause(defs: readonly IndicatorDef[]): readonly (readonly IndicatorDef[])[] {
  return groupedBy(defs, ({ citation, target }) => [citation.source, citation.section, target.due].join());
}

export const clauseOf = ({ citation }: IndicatorDef): DocumentText =>
  says<DocumentBinding>`${quote(citation.source)}“${quote(citation.section)}”`;

/** 中心专业社工岗位数（1个单位）、…. */
export function countsOf(defs: readonly IndicatorDef[], verdict: TallyOf, data: DocumentData): DocumentText {
  return listed<DocumentBinding>(
    defs.map(({ id, name }) => says<DocumentBinding>`${quote(name)}（${tell(data).tally(id, verdict)}个单位）`),
    '、',
  );
}
