/**
 * Every kind of action that the host sends, refused the first time, the second time and always, in every method that
 * sends it. The kinds are recorded from the host itself.
 */
import { describe, expect, test } from 'vitest';
import { HostError } from '../../addin/host/host.ts';
import { contentsOf } from '../../addin/preview/contents.ts';
import type { Workbook } from '../../addin/preview/workbook.ts';
import { levelOf } from '../../shared/model/ours.ts';
import { allMarked, marked, open, planOf, secret, sheetOf } from './opened.ts';

const opened = await open();
const { host, office, workbook } = opened;
const original = contentsOf(workbook);

const untouched = theirs(workbook);

const usual = { policy: null, score: true, local: false };
const write = async () => host.apply(await host.read(), secret, planOf);

/** What was read before, so that only the writing itself meets the refusals. */
let basis = await host.read();

interface Method {
  readonly before?: () => Promise<unknown>;
  readonly attempt: () => Promise<unknown>;
}

const methods: Readonly<Record<string, Method>> = {
  read: { attempt: () => host.read() },
  'the first apply': { attempt: () => host.apply(basis, secret, planOf) },
  'a later apply': {
    async before() {
      await write();
      sheetOf(workbook, '差距清单').setContents(2, 2, [[{ value: '已核实' }]]);
      basis = await host.read();
    },
    attempt: () => host.apply(basis, secret, planOf),
  },
  clearMarks: { before: write, attempt: () => host.clearMarks() },
  removeSheets: { before: write, attempt: () => host.removeSheets() },
  saveCorrections: { attempt: () => host.saveCorrections([{ kind: 'headerRows', sheet: '花名册', rows: [2] }]) },
  saveChoices: { before: write, attempt: () => host.saveChoices({ policy: 'provinces-2025', local: true }) },
};

/** As Excel would. */
function codeFor(operation: string): string {
  if (operation.startsWith('ConditionalFormat')) return 'ItemNotFound';
  if (/^(NamedItem|Names)/.test(operation)) return 'InvalidArgument';
  if (/^(Range|RangeAreas)\.(values|numberFormat)/.test(operation)) return 'AccessDenied';
  return 'GeneralException';
}

async function cleared(): Promise<void> {
  await host.clearMarks();
  await host.removeSheets();
  if (workbook.settings.size > 0) {
    await host.saveCorrections([]);
    await host.saveChoices(usual);
  }
  expect(contentsOf(workbook)).toEqual(original);
}

/** What is in the workbook but is not ours. */
function theirs(from: Workbook) {
  const { sheets, names, settings, active, ...rest } = contentsOf(from);
  const isOurs = (name: string) => ['差距清单', '评估摘要'].includes(name);
  return {
    ...rest,
    names: names.filter(
      ({ name, scope }) => !name.startsWith('_ssld_') && (scope === null || !isOurs(sheets[scope]?.name ?? '')),
    ),
    settings: Object.keys(settings).filter((key) => !key.startsWith('ssld.')),
    sheets: sheets
      .filter(({ name }) => !isOurs(name))
      .map((sheet) => ({
        ...sheet,
        // One without a formula is a mark whose writing broke off.
        conditionalFormats: sheet.conditionalFormats.filter(({ formula }) => formula && levelOf(formula) === null),
      })),
  };
}

/** How often each is sent. */
const sent: Record<string, Map<string, number>> = {};
for (const [name, { before, attempt }] of Object.entries(methods)) {
  await before?.();
  const counts = new Map<string, number>();
  office.host.refuse = (operation) => {
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
    return null;
  };
  await attempt();
  office.host.refuse = null;
  sent[name] = counts;
  await cleared();
}
const times = { first: (count: number) => count === 1, second: (count: number) => count === 2, always: () => true };
type When = keyof typeof times;
const scenes = Object.entries(sent).flatMap(([method, counts]) =>
  [...counts].flatMap(([operation, count]) =>
    (count > 1 ? ['first', 'second', 'always'] : ['first', 'always']).map((when) => ({
      method,
      operation,
      when: when as When,
    })),
  ),
);

test(`${scenes.length} refusals, of ${new Set(scenes.map(({ operation }) => operation)).size} kinds of action`, () => {
  expect(scenes.length).toBeGreaterThanOrEqual(150);
});

describe.each(Object.keys(methods))('%s', (method) => {
  test.each(scenes.filter((scene) => scene.method === method))(
    '$operation fails: $when',
    async ({ operation, when }) => {
      const { before, attempt } = methods[method]!;
      await before?.();
      let count = 0;
      office.host.refuse = (asked) => {
        if (asked !== operation) return null;
        count += 1;
        return times[when](count) ? codeFor(operation) : null;
      };
      const failure = await attempt().then(
        () => null,
        (error) => error,
      );
      office.host.refuse = null;
      if (failure !== null) expect(failure).toBeInstanceOf(HostError);
      expect(theirs(workbook)).toEqual(untouched);
      if (failure === null && method.endsWith('apply')) expect([...new Set(marked(workbook))]).toEqual(allMarked);
      if (method === 'a later apply') {
        await write();
        expect(sheetOf(workbook, '差距清单').cell(2, 2).value).toBe('已核实');
        expect(marked(workbook)).toEqual(allMarked);
      }
      await cleared();
    },
  );
});
