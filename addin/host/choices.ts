/** What a person has chosen for a workbook, kept in it. */
import { settingKeys } from './ours.ts';
import { sync } from './syncs.ts';

/** Scores are shown unless they were switched off; what is so without asking leaves nothing behind. */
export async function saveScore(score: boolean): Promise<void> {
  const context = new Excel.RequestContext();
  const setting = context.workbook.settings.add(settingKeys.score, score);
  // Made first, so that there is something to delete: one trip, whether it was there before or not.
  if (score) setting.delete();
  await sync(context);
}
