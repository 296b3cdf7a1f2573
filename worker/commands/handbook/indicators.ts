import { clausesOf, spelledOut } from '../../../shared/model/clauses.ts';
import { dateText, targetFigure } from '../../../shared/model/figures.ts';
import type { Page, Section } from '../../../shared/model/handbook.ts';
import { scopeWords } from '../../../shared/model/words.ts';
import type { Comparison, IndicatorDef, Measure, Policy } from '../../../shared/model.ts';
import { tables } from '../../../shared/sheets/tables.ts';

/** Of every indicator of a policy: what is asked, in which words, and how it is computed. */
export function indicatorPages({ indicators }: Policy): readonly Page[] {
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const lines = (text: string) => (text === '' ? [] : clausesOf(spelledOut(text, names)));
  return indicators.map((indicator) => {
    const { id, name, scope, citation, formula, open, calibre, measure } = indicator;
    return {
      id,
      title: name,
      under: `${scopeWords[scope]}，${demandOf(indicator)}`,
      sections: filled([
        ['要求', [...demandLines(indicator)]],
        ['文件原文', [`“${citation.quote}”`, `${citation.source} ${citation.section}`]],
        ['计算方法', lines(formula)],
        ['文件未明确之处', lines(open)],
        ['采用口径', lines(calibre)],
        ['从哪里取数', sourcesOf(measure, names)],
      ]),
    };
  });
}

/** The document, how figures are counted by it, and where it is at odds with itself. */
export function policyPage({ id, name, document }: Policy): Page {
  return {
    id,
    title: '总的口径',
    under: name,
    sections: filled([
      ['评估依据', [document.title]],
      ['口径', [document.note]],
      ['文件前后不一致之处', document.contradictions],
    ]),
  };
}

const filled = (sections: readonly Section[]) => sections.filter(([, lines]) => lines.length > 0);

function demandLines(indicator: IndicatorDef): readonly string[] {
  const { only, finalOnly, due } = indicator.target;
  return [
    demandOf(indicator),
    ...(only ? [only.kind === 'urban' ? '只判城市社区' : '只判农村社区'] : []),
    ...(finalOnly ? ['只在终期判定'] : []),
    `期限：${dateText(due)}`,
  ];
}

/** `不少于10家`, `达到100%`, `应有1支`. */
function demandOf({ measure, target }: IndicatorDef): string {
  if (measure.kind === 'none') return '市级工作，不在工作簿中计算';
  if (target.binding !== 'binding') return '只作参考，不判达标';
  if (measure.kind === 'qualified') return '符合条件的，建议授予';
  const figure = targetFigure(target);
  if (target.unit === '%') return figure === '100%' ? `达到${figure}` : rateWords[target.op] + figure;
  if (measure.kind === 'items' && target.unit !== '项') return `应有${target.p}${target.unit}`;
  if (yesOrNo.includes(measure.kind)) return '应当做到';
  return countWords[target.op] + figure;
}

const yesOrNo: readonly Measure['kind'][] = ['items', 'holds', 'milestone'];
const countWords: Readonly<Record<Comparison, string>> = {
  '>=': '不少于',
  '>': '大于',
  '<=': '不多于',
  '<': '少于',
  '=': '等于',
};
const rateWords: Readonly<Record<Comparison, string>> = {
  ...countWords,
  '>=': '不低于',
  '>': '高于',
  '<=': '不高于',
  '<': '低于',
};

/** Names of the tables whose cells are counted, or of the indicators that it follows from. */
function sourcesOf(measure: Measure, names: ReadonlyMap<string, string>): readonly string[] {
  if (measure.kind === 'none') return [];
  if (measure.kind === 'parts' || measure.kind === 'milestone') return [followsFrom(measure.of, names)];
  if (measure.kind === 'qualified') return [followsFrom(measure.goals, names)];
  const words = wordsIn(measure);
  // One table in two layouts: the one that has the fields.
  const read = tables.filter(({ id, fields }) => words.has(id) && fields.some(({ key }) => words.has(key)));
  return read.map(({ name }) => name);
}

const followsFrom = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
  `由其他指标得出：${ids.map((id) => `“${names.get(id)}”`).join('')}`;

/** Every word of a measure, ids of tables and keys of fields among them. */
function wordsIn(data: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  JSON.stringify(data, (_, value) => {
    if (typeof value === 'string') words.add(value);
    return value;
  });
  return words;
}
