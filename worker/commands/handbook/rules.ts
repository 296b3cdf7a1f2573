import type { Page, Section } from '../../../shared/model/handbook.ts';
import { severityWords } from '../../../shared/model/words.ts';
import type { AcrossTest, RuleDef, RuleTest, Severity } from '../../../shared/model.ts';
import { tables } from '../../../shared/sheets/tables.ts';

/** When a rule is broken, how grave that is, what is to be done, and what the rule rests on. */
export function rulePage({ id, table, title, relation, tests, across = [], waits }: RuleDef): Page {
  const ways = [...tests.flatMap((test) => waysOf(test, table)), ...across.map(acrossWay)];
  const graves = severities.filter((severity) => ways.some((way) => way.severity === severity));
  return {
    id,
    title,
    under: [
      tables.find((one) => one.id === table)?.name ?? '各表',
      graves.map((severity) => severityWords[severity]).join('、'),
    ]
      .filter((words) => words !== '')
      .join('，'),
    sections: [
      ...(waits ? [['说明', [waits]] satisfies Section] : []),
      ...graves.map((severity): Section => {
        const lines = ways.filter((way) => way.severity === severity).map(({ when, fix }) => `${when}怎么办：${fix}`);
        return [`${severityWords[severity]}（${after[severity]}）`, [...new Set(lines)]];
      }),
      ['依据', [relation]],
    ],
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** What follows. */
const after: Readonly<Record<Severity, string>> = {
  error: '改正后再报送',
  warning: '逐项核对，写明核实说明',
  note: '不影响报送',
};

interface Way {
  readonly severity: Severity;
  readonly when: string;
  readonly fix: string;
}

function waysOf(test: RuleTest, table: string | null): readonly Way[] {
  const labels = labelsOf(test, table);
  const way = (severity: Severity, when: string, fix: string): Way => ({
    severity,
    when: inGeneral(when, labels),
    fix: inGeneral(fix, labels),
  });
  const ways = [way(test.severity, test.message, test.fix)];
  if ('fed' in test && test.fed) ways.push(way(test.fed, `影响指标的一栏：${test.message}`, test.fix));
  if ('asked' in test) ways.push(way(test.severity, test.asked, test.askedFix));
  if ('who' in test) ways.push(way(test.severity, test.who, test.whoFix));
  return ways;
}

function acrossWay({ severity, message, fix }: AcrossTest): Way {
  return { severity, when: `汇总多册时：${inGeneral(message, [])}`, fix: inGeneral(fix, []) };
}

/** Headings of the fields that a test looks at; none for tests of any field. */
function labelsOf(test: RuleTest, table: string | null): readonly string[] {
  const keys = 'fields' in test ? test.fields : 'field' in test ? [test.field] : [];
  const fields = tables.filter(({ id }) => id === table).flatMap((one) => one.fields);
  return keys.flatMap((key) => fields.find((field) => field.key === key)?.label ?? []);
}

/** A message before anything was found: headings by their names, … for values; figures in brackets are left out. */
function inGeneral(message: string, labels: readonly string[]): string {
  const named = labels.length > 0 ? message.replaceAll('{header}', labels.join('”“')) : message;
  return named
    .replace(/（[^（）]*\{[^（）]*）/g, '')
    .replace(/^\{where\}(?!“(?:\{header\}|[^{}”]+)”)/, '该行')
    .replace(/ ?\{(?:where|asOf)\} ?/g, '')
    .replace(/(?<!表头)“\{header\}”/g, '这一栏')
    .replace(/“\{(?:sheet|table)\}”/g, '本表')
    .replace('{other}填', '另一处填')
    .replace(/第\{first\}行/g, '另一行')
    .replaceAll('{earlier}', '前面一行')
    .replace(/第\{otherRow\}行/g, '')
    .replace(/ ?\{count\} ?/g, '若干')
    .replace(/ ?\{\w+\} ?/g, '…');
}
