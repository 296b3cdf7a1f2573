/**
 * What is kept in the workbook: in its settings, and once more in hidden names, for settings get lost in other programs
 * and under another id of the add-in (OfficeDev/office-js#840).
 */
import type { Pending } from '../../shared/model/kinds.ts';
import { keptFormulas, keptFrom, keptName, mostKeptNames, settingKeys } from '../../shared/model/ours.ts';
import { isRefusal } from './refusals.ts';
import { sync } from './syncs.ts';

export type Key = (typeof settingKeys)[keyof typeof settingKeys];
export type Kept = Readonly<Partial<Record<Key, unknown>>>;

const keys = Object.values(settingKeys);

export interface LoadedKept {
  readonly settings: readonly Excel.Setting[];
  readonly names: readonly Excel.NamedItem[];
}

/** Queues it; `keptOf` tells once it has come. */
export function loadKept({ settings, names }: Excel.Workbook): LoadedKept {
  return {
    settings: keys.map((key) => settings.getItemOrNullObject(key).load('value')),
    names: Array.from({ length: mostKeptNames }, (_, index) =>
      names.getItemOrNullObject(keptName(index + 1)).load('formula'),
    ),
  };
}

export function keptOf(loaded: LoadedKept): Kept {
  const end = loaded.names.findIndex(({ isNullObject }) => isNullObject);
  const formulas = loaded.names.slice(0, end < 0 ? undefined : end).map(({ formula }) => String(formula));
  const kept = keptFrom(formulas, settingsOf(loaded));
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(kept, key) ? [[key, kept[key]]] : [])));
}

export function secretIn(kept: Kept): string | null {
  const secret = kept[settingKeys.secret];
  return typeof secret === 'string' ? secret : null;
}

/** What a writing that broke off left; from elsewhere it may be anything. */
export function pendingIn(kept: Kept): Pending | null {
  const pending = kept[settingKeys.pending] as Partial<Pending> | null | undefined;
  if (typeof pending !== 'object' || pending === null) return null;
  return {
    sheets: pending.sheets ?? {},
    explanations: Array.isArray(pending.explanations) ? pending.explanations : [],
  };
}

/** Changes what is kept; undefined takes away. Two round trips. Throws HostError. */
export async function save(changes: Kept): Promise<void> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const loaded = loadKept(workbook);
  await sync(context);
  const kept = withChanges(keptOf(loaded), changes);
  keepInSettings(workbook, settingsOf(loaded), kept);
  dropNames(workbook, loaded);
  keepInNames(workbook, kept);
  try {
    await sync(context);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Names may be refused where settings are not; what was chosen is kept all the same.
    const left = loadKept(workbook);
    await sync(context);
    keepInSettings(workbook, settingsOf(left), kept);
    dropNames(workbook, left);
    await sync(context);
  }
}

export function withChanges(kept: Kept, changes: Kept): Kept {
  const changed = { ...kept, ...changes };
  // In one order, so that the same gives the same names.
  return Object.fromEntries(keys.flatMap((key) => (changed[key] === undefined ? [] : [[key, changed[key]]])));
}

/** What stands in the settings, whatever the names say. */
export function settingsOf({ settings }: LoadedKept): Kept {
  return Object.fromEntries(
    keys.flatMap((key, index) => {
      const setting = settings[index];
      return setting && !setting.isNullObject ? [[key, setting.value]] : [];
    }),
  );
}

/** Queues what makes the settings `kept`, where they are `before`. */
export function keepInSettings({ settings }: Excel.Workbook, before: Kept, kept: Kept): void {
  for (const [key, value] of Object.entries(kept)) if (before[key as Key] !== value) settings.add(key, value);
  for (const key of keys) if (Object.hasOwn(before, key) && !Object.hasOwn(kept, key)) settings.getItem(key).delete();
}

/** Queues that the names go: the settings hold until the names say the same again. */
export function dropNames({ names }: Excel.Workbook, loaded: LoadedKept): void {
  for (const [index, { isNullObject }] of loaded.names.entries())
    if (!isNullObject) names.getItem(keptName(index + 1)).delete();
}

/** Queues the names, where none are. */
export function keepInNames({ names }: Excel.Workbook, kept: Kept): void {
  // Only a name just made can be hidden: OfficeDev/office-js#3878, #3949.
  for (const [index, formula] of keptFormulas(kept).entries()) names.add(keptName(index + 1), formula).visible = false;
}
