/** 存在问题, in the words that notices use, worst first; units that have the same problem are named together. */
import { isOfUnits } from '../../model/across.ts';
import type { IssueKind } from '../../model/issues.ts';
import { demandOf } from '../../model/missing.ts';
import type { Evaluation, Finding, IndicatorDef, RollupFinding, RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { chapter, paragraphs } from './blocks.ts';
import type { DocumentData } from './data.ts';
import { countsOf } from './demands.ts';
import type { Block, DocumentBinding, DocumentText, ProblemKind } from './documents.ts';
import { judgedIndicators } from './matrix.ts';
import { AT_MOST, groupedBy, indicatorNames, unitNames, unitsOf } from './names.ts';
import { burdened, kindOf, lackingAlike, lackingNames, problemsOf, verdictTexts } from './problems.ts';
import { entryOf } from './standings.ts';
import { tell } from './tokens.ts';

/** More paragraphs of one kind than this read like a list: then by indicator or rule, with how many units it is. */
const PARAGRAPHS = 8;

/** A version to be made public names no finding: its words may tell of one person. */
export function problemChapters(data: DocumentData): readonly Block[] {
  const { isPublic } = data.options;
  const blocks = [
    ...chapter(2, '未报送', paragraphs(unreported(data))),
    ...(isPublic ? [] : chapter(2, '立即整改', paragraphs(...ruleProblems(data, 'red')))),
    ...(isPublic
      ? []
      : chapter(2, '数据问题，退回修改', paragraphs(...ruleProblems(data, 'data'), ...acrossProblems(data, 'error')))),
    ...chapter(2, '指标问题', paragraphs(...indicatorProblems(data, 'unmet'), ...indicatorProblems(data, 'behind'))),
    ...chapter(2, '材料问题', paragraphs(...indicatorProblems(data, 'to_verify'), ...lackingProblems(data))),
    ...(isPublic
      ? []
      : chapter(2, '核实问题', paragraphs(...ruleProblems(data, 'query'), ...acrossProblems(data, 'warning')))),
    ...(isPublic ? [] : chapter(2, '名册核对', paragraphs(...registerProblems(data)))),
  ];
  if (data.counting.some(({ evaluation }) => evaluation === null))
    return [...paragraphs(['有的单位没有载入逐项结果，它们的问题没有列入。']), ...blocks];
  if (blocks.length === 0) return paragraphs([emptyText(data)]);
  return isPublic ? blocks : [...paragraphs(...countsText(data)), ...blocks];
}

/** What is not for the public is there all the same. */
function emptyText(data: DocumentData): string {
  if (data.counting.length === 0) return '没有可以核对的工作簿，问题没有核对。';
  const isAny = problemsOf(data).some(({ problems }) => problems.length > 0);
  return isAny ? '有数据方面的问题，已请有关单位改正或者说明，公开版不列。' : '没有发现需要整改的问题。';
}

/** As many as the notices list together: 共有需要整改的问题27个，…，其中数据问题6个，指标问题3个，材料问题18个。另有核实性问题9处…. */
function countsText(data: DocumentData): readonly DocumentText[] {
  const { bound } = tell(data);
  const kinds = (Object.keys(kindWords) as IssueKind[]).filter((kind) => burdened([kind], data).length > 0);
  const isAsked = burdened(['query'], data).length > 0;
  const asked = says<DocumentBinding>`核实性问题${bound({ what: 'findings', severity: 'warning', unit: null })}处，不在需要整改的问题之内，须逐个写核实说明。`;
  if (kinds.length === 0) return isAsked ? [says<DocumentBinding>`已报送的单位没有需要整改的问题；有${asked}`] : [];
  const parts = kinds.map(
    (kind) => says<DocumentBinding>`${kindWords[kind]}${bound({ what: 'problems', unit: null, kind })}个`,
  );
  const all = bound({ what: 'problems', unit: null, kind: null });
  return [
    says<DocumentBinding>`已报送的单位共有需要整改的问题${all}个，涉及${bound({ what: 'burdened', kinds })}个单位，其中${listed<DocumentBinding>(parts, '，')}，逐条见附件“各单位问题清单”。${isAsked ? says<DocumentBinding>`另有${asked}` : []}`,
  ];
}

const kindWords: Readonly<Record<IssueKind, string>> = {
  red: '立即整改的',
  data: '数据问题',
  indicator: '指标问题',
  material: '材料问题',
};

function unreported(data: DocumentData): DocumentText {
  const { missing } = data;
  const names = unitNames(missing, tell(data).reporting('missing'), data);
  return missing.length === 0 ? [] : says<DocumentBinding>`没有报送的单位：${names}。`;
}

/** 寿县清泉镇柳塘村、凤台县新渡镇渡口社区没有达到目标的指标：…。 */
function indicatorProblems(data: DocumentData, verdict: keyof typeof verdictTexts): readonly DocumentText[] {
  const concerned = judgedIndicators(data).flatMap((def) => {
    const units = unitsOf(def.id, verdict, data);
    return units.length > 0 ? [{ def, units }] : [];
  });
  const groups = groupedBy(concerned, ({ units }) => keysOf(units));
  if (groups.length > PARAGRAPHS) {
    const defs = concerned.map(({ def }) => def);
    return [says<DocumentBinding>`${verdictTexts[verdict]}的指标：${countsOf(defs, verdict, data)}。`];
  }
  return groups.map((group) => {
    const [{ def, units }] = group as [{ def: IndicatorDef; units: readonly RollupUnit[] }];
    const names = unitNames(units, tell(data).tally(def.id, verdict), data);
    return says<DocumentBinding>`${names}${verdictTexts[verdict]}的指标：${indicatorNames(group.map((one) => one.def))}。`;
  });
}

type RuleKind = Exclude<ProblemKind, 'indicator' | 'material'>;

/** Rules that the same units break are told together. */
function ruleProblems(data: DocumentData, kind: RuleKind): readonly DocumentText[] {
  const broken = data.counting.flatMap(({ evaluation, unit }) =>
    (evaluation?.findings ?? []).flatMap((finding) =>
      kindOf(finding) === kind ? [{ unit, title: titleOf(finding, evaluation!), ...finding }] : [],
    ),
  );
  const { bound } = tell(data);
  const rules = groupedBy(
    broken.filter(({ title }) => title !== ''),
    ({ rule }) => rule,
  ).map((found) => ({ ...found[0]!, units: [...new Set(found.map(({ unit }) => unit))] }));
  const counted = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>) =>
    bound({ what: 'concerned', rule, severity });
  const groups = groupedBy(rules, ({ units }) => keysOf(units));
  if (groups.length > PARAGRAPHS) {
    const titles = rules.map((one) => says<DocumentBinding>`“${quote(one.title)}”（${counted(one)}个单位）`);
    return [says<DocumentBinding>`有关单位${ruleWords[kind]}：${listed<DocumentBinding>(titles, '、')}。`];
  }
  return groups.map((alike) => {
    const [first] = alike as [(typeof rules)[number]];
    const names = unitNames(first.units, counted(first), data);
    const titles = alike.flatMap(({ title }) => says<DocumentBinding>`“${quote(title)}”`);
    return says<DocumentBinding>`${names}${ruleWords[kind]}：${titles}。`;
  });
}

const ruleWords: Readonly<Record<RuleKind, string>> = {
  red: '违反以下规定，须立即整改',
  data: '的数据不符合以下要求',
  query: '须核实并写明核实说明的事项',
};

const titleOf = ({ rule }: Finding, { rules }: Evaluation) => rules.find(({ id }) => id === rule)?.title ?? '';

/** Which units they are between: in the words of the roll-up. */
function acrossProblems(data: DocumentData, severity: 'error' | 'warning'): readonly DocumentText[] {
  const { rollup, policy } = data;
  return quotes(rollup.findings.filter((one) => one.severity === severity && isOfUnits(one, policy)));
}

/** No unit's, so that nothing is sent back for it. */
function registerProblems({ rollup, policy }: DocumentData): readonly DocumentText[] {
  return quotes(rollup.findings.filter((one) => one.severity !== 'note' && !isOfUnits(one, policy)));
}

const quotes = (findings: readonly RollupFinding[]) => findings.map(({ message }): DocumentText => [quote(message)]);

/** What nothing is known of yet: units that lack the same are named together. */
function lackingProblems(data: DocumentData): readonly DocumentText[] {
  const lacking = problemsOf(data).filter(({ problems }) => lackingNames(problems).length > 0);
  const groups = groupedBy(lacking, ({ problems }) => lackingNames(problems).join());
  if (groups.length > PARAGRAPHS) {
    const defs = judgedIndicators(data).filter(
      (def) => demandOf(def, data.rollup) === 'now' && (entryOf(def, data)?.missing ?? 0) > 0,
    );
    return [says<DocumentBinding>`缺数据的指标：${countsOf(defs, 'missing', data)}。`];
  }
  return groups.map((group) => {
    const { unit, problems } = group[0]!;
    const { bound } = tell(data);
    const names = unitNames(lackingAlike(unit.key, data), bound({ what: 'lackingAlike', unit: unit.key }), data);
    const count = bound({ what: 'lackingAll', unit: unit.key });
    const all = lackingNames(problems).map((name) => ({ name }));
    const indicators = says<DocumentBinding>`${indicatorNames(all.slice(0, AT_MOST))}${all.length > AT_MOST ? '等' : ''}`;
    return says<DocumentBinding>`${names}${group.length > 1 ? '各' : ''}有${count}项指标缺数据：${indicators}。`;
  });
}

const keysOf = (units: readonly RollupUnit[]) => units.map(({ key }) => key).join('\n');
