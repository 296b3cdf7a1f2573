/** What a person has said about sheets, areas, columns and words, kept in the workbook. */
import { settingKeys } from '../../shared/model/ours.ts';
import type { Correction } from '../../shared/model.ts';
import { save } from './keeping.ts';

/** Replaces all that is kept; none leaves nothing behind. */
export async function saveCorrections(corrections: readonly Correction[]): Promise<void> {
  await save({ [settingKeys.corrections]: corrections.length > 0 ? corrections : undefined });
}
