/** What a person has chosen for a workbook, kept in it. */
import { settingKeys } from '../../shared/model/ours.ts';
import type { Choices } from '../../shared/model.ts';
import { type Kept, save } from './keeping.ts';

/** What is so without asking: it leaves nothing behind. */
const usual: Choices = { policy: null, score: true, local: false, mode: null, asOf: null };

/** Keeps those that are named; the others stay as they are. */
export async function saveChoices(chosen: Partial<Choices>): Promise<void> {
  await save(changesOf(chosen));
}

/** By settings key; undefined for what is usual. */
export function changesOf(chosen: Partial<Choices>): Kept {
  const named = (['policy', 'score', 'local', 'mode', 'asOf'] as const).filter((kind) => chosen[kind] !== undefined);
  const changes = named.map((kind) => [settingKeys[kind], chosen[kind] === usual[kind] ? undefined : chosen[kind]]);
  return Object.fromEntries(changes);
}

/**
 * The well-formed ones, else what is usual: the file has been through other hands. Only of what may be sent nothing is usual: what
 * cannot be understood there forbids it.
 */
export function keptChoices(kept: Kept): Choices {
  const policy = kept[settingKeys.policy];
  const score = kept[settingKeys.score];
  const mode = kept[settingKeys.mode];
  const asOf = kept[settingKeys.asOf];
  return {
    policy: typeof policy === 'string' ? policy : usual.policy,
    score: typeof score === 'boolean' ? score : usual.score,
    mode: mode === 'midterm' || mode === 'final' ? mode : usual.mode,
    asOf: typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : usual.asOf,
    local: Object.hasOwn(kept, settingKeys.local) && kept[settingKeys.local] !== false,
  };
}
