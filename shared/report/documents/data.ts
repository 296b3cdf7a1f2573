/** What documents are told from: the roll-up, the evaluations behind it, and what people say of the paper itself. */
import { findingsOf, withFindings } from '../../model/across.ts';
import type { Evaluation, Finding, Mode, Policy, Rollup, RollupUnit, Severity } from '../../model.ts';
import { type Told, toldOf } from '../rollup/told.ts';
import { discreet } from './discreet.ts';
import { discreetly, isAnyNumbered } from './places.ts';

/** Of the paper itself; what is left blank is to be written in by hand. */
export interface DocumentOptions {
  /** Who signs; null leaves room for it. */
  readonly office: string | null;
  /** Who asked for it: 淮南市民政局; null where it is not said. */
  readonly commissioner: string | null;
  /** 成文日期, an ISO date; null leaves room for it. */
  readonly day: string | null;
  /** ISO date until which problems are to be solved. */
  readonly rectifyBy: string;
  /** ISO date until which what is sent back is to be handed in again; without it there is room for it. */
  readonly resubmitBy?: string;
  /** To be made public: counts of people below five are not told, nor what they could be reckoned from. */
  readonly isPublic: boolean;
}

export interface DocumentData extends Told {
  readonly options: DocumentOptions;
  /** The public version calls units by their place in the list, and this is the one in which they are looked up. */
  readonly isNumbered: boolean;
  /** Of the files that count, by unit and time, with their words; also those of the other evaluation. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

/**
 * `evaluations` by the path of the file. Nobody's name goes along: units are called by their places, cells by where they are. What
 * was found across workbooks is told of each unit that it concerns, as what was found in its workbook.
 */
export function documentData(
  rollup: Rollup,
  policy: Policy,
  evaluations: ReadonlyMap<string, Evaluation>,
  options: DocumentOptions,
): DocumentData {
  const apart = discreetly(rollup, policy, options.isPublic);
  const across = acrossOf(apart, policy);
  const named = { ...apart, units: apart.units.map((unit) => withCounts(unit, across.get(unit.file ?? '') ?? [])) };
  const quiet = new Map(
    [...evaluations].map(([path, evaluation]) => [
      path,
      discreet(withFindings(evaluation, across.get(path) ?? [], policy)),
    ]),
  );
  const byUnit = new Map(
    named.units.flatMap((unit) => {
      const evaluation = quiet.get(unit.file ?? '');
      return evaluation && unit.time && counts(unit) ? [[unitKey(unit.key, unit.time), evaluation] as const] : [];
    }),
  );
  const isNumbered = !options.isPublic && isAnyNumbered(rollup, policy);
  return { ...toldOf(named, policy, quiet), isNumbered, options, evaluations: byUnit };
}

/** By the file that counts. */
function acrossOf({ units, findings }: Rollup, policy: Policy): ReadonlyMap<string, readonly Finding[]> {
  const byKey = new Map<string, Set<string>>();
  for (const { key, file } of units)
    if (key !== '' && file !== null) byKey.set(key, (byKey.get(key) ?? new Set()).add(file));
  return new Map(
    units.flatMap(({ key, file, state }) =>
      state === 'reported' && file !== null
        ? [[file, findingsOf({ file, others: byKey.get(key) ?? new Set() }, findings, policy)] as const]
        : [],
    ),
  );
}

function withCounts(unit: RollupUnit, found: readonly Finding[]): RollupUnit {
  const count = (of: Severity) => unit.findings[of] + found.filter(({ severity }) => severity === of).length;
  return found.length === 0
    ? unit
    : { ...unit, findings: { error: count('error'), warning: count('warning'), note: count('note') } };
}

export const unitKey = (key: string, time: Mode) => `${key} ${time}`;

/** Files of the other evaluation stand for it where they were not replaced. */
const counts = ({ state }: RollupUnit) => state === 'reported' || state === 'other_time';
