/**
 * Workbooks in layouts that offices really use, with the answers worked out by hand: figures, verdicts, what must be said
 * of which cell and what must not. `never` are verdicts that are wrong under every reading.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate } from '../../shared/evaluate.ts';
import { parseAddress } from '../../shared/model/addresses.ts';
import type { EvaluateOptions, Evaluation, Finding, Indicator, WorkbookSnapshot } from '../../shared/model.ts';

interface Wanted {
  readonly rule: string | readonly string[];
  readonly severity?: string | readonly string[];
  readonly sheet?: string;
  readonly address?: string | readonly string[];
}

interface Entry {
  readonly verdict?: string;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly gapAmount?: number;
}

interface Expected {
  readonly options: EvaluateOptions;
  readonly unit: Readonly<Record<string, unknown>>;
  readonly indicators: Readonly<Record<string, Entry>>;
  readonly findings_must: readonly Wanted[];
  readonly findings_must_not: readonly Wanted[];
  readonly leaks_must_not: readonly string[];
  readonly never?: Readonly<Record<string, readonly string[]>>;
  readonly notes: string;
}

const FOLDER = new URL('../fixtures/inputs/forms/', import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => /^(.*)\.snapshot\.json$/.exec(file)?.[1] ?? []);
const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

/** Not yet read as they are meant. */
const open: ReadonlySet<string> = new Set([]);

describe.each(names)('%s', (name) => {
  const expected = read<Expected>(`${name}.expected.json`);
  const raw = read<WorkbookSnapshot>(`${name}.snapshot.json`);
  const check = open.has(name) ? test.fails : test;

  check(expected.notes, () => {
    expect(faultsOf(evaluate(raw, expected.options), expected)).toEqual([]);
  });

  check('遮蔽以后也一样', () => {
    const masked = deidentify(raw, '5e'.repeat(32)).snapshot;
    const evaluation = evaluate(masked, expected.options);
    const leaks = expected.leaks_must_not.filter((word) => JSON.stringify([masked, evaluation]).includes(word));
    expect([...faultsOf(evaluation, expected), ...leaks]).toEqual([]);
  });
});

/** What differs from the right answer, one line each. */
function faultsOf(evaluation: Evaluation, expected: Expected): readonly string[] {
  const { findings } = evaluation;
  const main = (id: string) => evaluation.indicators.find((entry) => entry.id === id && entry.basis === undefined);
  return [
    ...Object.entries(expected.unit).flatMap(([key, value]) => {
      const is = evaluation.unit[key as keyof Evaluation['unit']];
      return is === value ? [] : [`unit.${key} ${is}, not ${value}`];
    }),
    ...Object.entries(expected.indicators).flatMap(([id, entry]) => differs(id, main(id), entry)),
    ...Object.entries(expected.never ?? {}).flatMap(([id, verdicts]) =>
      verdicts.includes(main(id)?.verdict ?? '') ? [`${id} never ${main(id)?.verdict}`] : [],
    ),
    ...expected.findings_must.flatMap((wanted) =>
      findings.some((finding) => isMeant(finding, wanted)) ? [] : [`no ${JSON.stringify(wanted)}`],
    ),
    ...expected.findings_must_not.flatMap((wanted) =>
      findings
        .filter((each) => isMeant(each, wanted))
        .map(({ rule, at, message }) => `${rule} ${at.address} ${message}`),
    ),
  ];
}

function differs(id: string, is: Indicator | undefined, entry: Entry): readonly string[] {
  return Object.entries(entry).flatMap(([key, value]) => {
    const found = key === 'gapAmount' ? is?.gap?.amount : is?.[key as keyof Indicator];
    return found === value ? [] : [`${id}.${key} ${found}, not ${value} (${is?.verdict}: ${is?.reasons.join(' ')})`];
  });
}

function isMeant({ rule, severity, at }: Finding, wanted: Wanted): boolean {
  const rules = [wanted.rule].flat();
  if (!rules.includes('*') && !rules.includes(rule)) return false;
  if (wanted.severity !== undefined && ![wanted.severity].flat().includes(severity)) return false;
  if (wanted.sheet !== undefined && wanted.sheet !== at.sheet) return false;
  const places = wanted.address === undefined ? [] : [wanted.address].flat();
  return places.length === 0 || places.some((place) => place === '*' || reaches(place, at.address));
}

/** The address lies in the area. */
function reaches(area: string, address: string): boolean {
  const [outer, inner] = [parseAddress(area), parseAddress(address)];
  if (!outer || !inner) return area === address;
  return (
    outer.top <= inner.top && inner.bottom <= outer.bottom && outer.left <= inner.left && inner.right <= outer.right
  );
}
