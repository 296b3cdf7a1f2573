/** 存在问题, grouped: what is not reached, what is wrong in the data, what is lacking, what workbooks contradict each other in. */
import type { RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { judgedIndicators } from './annexes.ts';
import { chapter, paragraphs } from './blocks.ts';
import type { DocumentData } from './data.ts';
import type { Block, DocumentBinding, DocumentText } from './documents.ts';
import { problemsOf } from './problems.ts';
import { missingText } from './reporting.ts';
import { entryOf, unitNames, unitsOf } from './standings.ts';
import { tell } from './tokens.ts';

export function problemChapters(data: DocumentData): readonly Block[] {
  const blocks = [
    ...chapter(2, '报送方面', paragraphs(missingText(data))),
    ...chapter(2, '指标方面', paragraphs(...indicatorProblems(data))),
    ...chapter(2, '数据方面', paragraphs(...ruleProblems(data, 'error'), ...acrossProblems(data))),
    ...chapter(2, '材料方面', paragraphs(...materialProblems(data))),
  ];
  return blocks.length > 0 ? blocks : paragraphs(['没有发现需要整改的问题。']);
}

function indicatorProblems(data: DocumentData): readonly DocumentText[] {
  const { tally } = tell(data);
  return judgedIndicators(data).flatMap((def) => {
    const unmet = entryOf(def, data)?.unmet ?? 0;
    if (unmet === 0) return [];
    const units = unitsOf(def.id, 'unmet', data);
    return [
      says<DocumentBinding>`${tally(def.id, 'unmet')}个单位${quote(def.name)}没有达到目标，涉及${unitNames(units, data)}。`,
    ];
  });
}

/** By rule: in how many workbooks, and whose. */
function ruleProblems(data: DocumentData, severity: 'error' | 'warning'): readonly DocumentText[] {
  const rules = new Map<string, { readonly title: string; readonly units: Set<string> }>();
  for (const { evaluation, unit } of data.counting)
    for (const finding of evaluation?.findings ?? []) {
      if (finding.severity !== severity) continue;
      const title = evaluation?.rules.find(({ id }) => id === finding.rule)?.title ?? '';
      const known = rules.get(finding.rule) ?? { title, units: new Set() };
      known.units.add(unit.key);
      rules.set(finding.rule, known);
    }
  const { bound } = tell(data);
  return [...rules].flatMap(([rule, { title, units }]) => {
    if (title === '') return [];
    const whose = data.counting.map(({ unit }) => unit).filter(({ key }) => units.has(key));
    const count = bound({ what: 'concerned', rule, severity });
    return [says<DocumentBinding>`${count}个单位的数据不符合“${quote(title)}”，涉及${unitNames(whose, data)}。`];
  });
}

function acrossProblems({ rollup }: DocumentData): readonly DocumentText[] {
  return rollup.findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ message }): DocumentText => [quote(message)]);
}

/** What nothing is known of yet: units that lack the same are named together. */
function materialProblems(data: DocumentData): readonly DocumentText[] {
  const groups = new Map<string, { readonly units: RollupUnit[]; readonly names: readonly string[] }>();
  for (const { unit, problems } of problemsOf(data)) {
    const names = problems.flatMap((one) => (one.about === 'missing' ? one.indicators.map(({ name }) => name) : []));
    if (names.length === 0) continue;
    const group = groups.get(names.join()) ?? { units: [], names };
    group.units.push(unit);
    groups.set(names.join(), group);
  }
  return [...groups.values()].map(({ units, names }) => {
    const count = tell(data).bound({ what: 'lackingAll', unit: units[0]!.key });
    const each = units.length > 1 ? '各' : '';
    return says<DocumentBinding>`${unitNames(units, data)}${each}有${count}项指标缺数据：${listed<DocumentBinding>(names.map(quote), '、')}。`;
  });
}
