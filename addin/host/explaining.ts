/** 核实说明 and 结论 as they are kept in the workbook beside our sheets. */
import { keysIn } from '../../shared/model/explanation-keys.ts';
import { isEmpty } from '../../shared/model/explanations.ts';
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

/** The well-formed ones: the file has been through other hands. */
export function keptExplanations(kept: Kept): Explanation[] {
  return entries(kept[settingKeys.explanations]).flatMap(({ key: keys, text, review, about, cleared }) =>
    typeof keys === 'string' && typeof text === 'string' && typeof about === 'string'
      ? keysIn(keys).map((key) => ({
          key,
          text,
          review: typeof review === 'string' ? review : '',
          about,
          cleared: cleared === true,
        }))
      : [],
  );
}

export function keptConfirmed(kept: Kept): Confirmed[] {
  return entries(kept[settingKeys.confirmed]).flatMap((one) => (isConfirmed(one) ? [one] : []));
}

/**
 * What stands in a sheet wins over what is hidden, for a person may have typed there since. A sheet of before has no 审核意见:
 * what the office said of the same words is hidden.
 */
export function withHidden(inSheets: readonly Explanation[], hidden: readonly Explanation[]): Explanation[] {
  const beside = new Map(hidden.map((one) => [one.key, one]));
  const keys = new Set(inSheets.map(({ key }) => key));
  return [
    ...inSheets.map((one) => {
      const other = beside.get(one.key);
      return other && one.review === '' && other.text === one.text ? { ...one, review: other.review } : one;
    }),
    ...hidden.filter((one) => !keys.has(one.key) && !isEmpty(one)),
  ];
}

function entries(kept: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'object' && one !== null) : [];
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
