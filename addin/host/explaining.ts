/** 核实说明 and 结论 that are kept in the workbook where they have no line in a sheet of ours. */
import { settingKeys } from '../../shared/model/ours.ts';
import type { Confirmed, Explanation, Mode } from '../../shared/model.ts';
import { type Kept, save } from './keeping.ts';

/** With the secret, under which the keys stay the same. */
export async function saveExplanations(explanations: readonly Explanation[], secret: string): Promise<void> {
  await save(explanationsToKeep(explanations, secret));
}

export async function saveConfirmed(confirmed: readonly Confirmed[]): Promise<void> {
  await save(confirmedToKeep(confirmed));
}

export function explanationsToKeep(explanations: readonly Explanation[], secret: string): Kept {
  return {
    [settingKeys.secret]: secret,
    [settingKeys.explanations]: explanations.length > 0 ? explanations : undefined,
  };
}

export function confirmedToKeep(confirmed: readonly Confirmed[]): Kept {
  return { [settingKeys.confirmed]: confirmed.length > 0 ? confirmed : undefined };
}

/** The well-formed ones: the file has been through other hands. */
export function keptExplanations(kept: Kept): Explanation[] {
  return entries(kept[settingKeys.explanations]).flatMap(({ key, text, review, about, cleared }) =>
    typeof key === 'string' && typeof text === 'string' && typeof about === 'string'
      ? [{ key, text, review: typeof review === 'string' ? review : '', about, cleared: cleared === true }]
      : [],
  );
}

export function keptConfirmed(kept: Kept): Confirmed[] {
  return entries(kept[settingKeys.confirmed]).flatMap((one) => (isConfirmed(one) ? [one] : []));
}

function entries(kept: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'object' && one !== null) : [];
}

function isConfirmed(one: Readonly<Record<string, unknown>>): one is Readonly<Record<string, unknown>> & Confirmed {
  const { outcome, errors, warnings, explained, policy, mode, asOf, on, dataHash, office } = one;
  return (
    ['return', 'verify', 'accept'].includes(outcome as string) &&
    [errors, warnings, explained].every((count) => Number.isInteger(count)) &&
    (['midterm', 'final'] satisfies Mode[]).includes(mode as Mode) &&
    [policy, dataHash, office].every((text) => typeof text === 'string') &&
    [asOf, on].every((date) => typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date))
  );
}
