/** What a person has chosen for a workbook, kept in it. */
import type { Choices } from '../../shared/model.ts';
import { loadSetting, settingKeys, settingValue } from './ours.ts';
import { sync } from './syncs.ts';

/** What is so without asking: it leaves nothing behind. */
const usual: Choices = { policy: null, score: true, local: false };

/** Keeps those that are named; the others stay as they are. */
export async function saveChoices(chosen: Partial<Choices>): Promise<void> {
  const context = new Excel.RequestContext();
  for (const kind of ['policy', 'score', 'local'] as const) {
    const choice = chosen[kind];
    if (choice === undefined) continue;
    const setting = context.workbook.settings.add(settingKeys[kind], choice);
    // Made first, so that there is something to delete: one trip, whether it was there before or not.
    if (choice === usual[kind]) setting.delete();
  }
  await sync(context);
}

/** Queues them; `keptChoices` tells what they are once they have come. */
export function loadChoices(workbook: Excel.Workbook): Readonly<Record<keyof Choices, Excel.Setting>> {
  return {
    policy: loadSetting(workbook, settingKeys.policy),
    score: loadSetting(workbook, settingKeys.score),
    local: loadSetting(workbook, settingKeys.local),
  };
}

/**
 * The well-formed ones, else what is usual: the file has been through other hands. Only of what may be sent nothing is usual: what
 * cannot be understood there forbids it.
 */
export function keptChoices(loaded: ReturnType<typeof loadChoices>): Choices {
  const policy = settingValue<unknown>(loaded.policy);
  const score = settingValue<unknown>(loaded.score);
  return {
    policy: typeof policy === 'string' ? policy : usual.policy,
    score: typeof score === 'boolean' ? score : usual.score,
    local: !loaded.local.isNullObject && settingValue<unknown>(loaded.local) !== false,
  };
}
