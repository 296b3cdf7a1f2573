/** 核实说明 and 结论 as they are kept in the workbook beside our sheets. */
import { entries } from '../../shared/model/kept.ts';
import { settingKeys } from '../../shared/model/ours.ts';
import type { Confirmed, Explanation, Mode } from '../../shared/model.ts';
import { type Kept, save } from './keeping.ts';

export async function saveConfirmed(confirmed: readonly Confirmed[]): Promise<void> {
  await save(confirmedToKeep(confirmed));
}

/** With the secret, under which the keys stay the same. What is said of several alike is kept once, under all their keys. */
export function explanationsToKeep(explanations: readonly Explanation[], secret: string): Kept {
  const alike = new Map<string, Explanation>();
  for (const one of explanations) {
    const said = JSON.stringify([one.text, one.review, one.about, one.cleared]);
    const other = alike.get(said);
    alike.set(said, other ? { ...other, key: `${other.key} ${one.key}` } : one);
  }
  return {
    [settingKeys.secret]: secret,
    [settingKeys.explanations]: alike.size > 0 ? [...alike.values()] : undefined,
  };
}

export function confirmedToKeep(confirmed: readonly Confirmed[]): Kept {
  return { [settingKeys.confirmed]: confirmed.length > 0 ? confirmed : undefined };
}

export function keptConfirmed(kept: Kept): Confirmed[] {
  return entries(kept[settingKeys.confirmed]).flatMap((one) => (isConfirmed(one) ? [one] : []));
}

function isConfirmed(one: Readonly<Record<string, unknown>>): one is Readonly<Record<string, unknown>> & Confirmed {
  const { outcome, errors, warnings, explained, unread, asked, missing, policy, mode, asOf, on, dataHash, office } =
    one;
  return (
    ['return', 'verify', 'accept'].includes(outcome as string) &&
    [errors, warnings, explained, unread, asked, missing].every((count) => Number.isInteger(count)) &&
    (['midterm', 'final'] satisfies Mode[]).includes(mode as Mode) &&
    [policy, dataHash, office].every((text) => typeof text === 'string') &&
    [asOf, on].every((date) => typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date))
  );
}
