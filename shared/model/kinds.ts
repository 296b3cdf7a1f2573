/** Sheets of ours: which there may be, how they are called, and how they are found in a workbook, also those of older versions. */
import type { Mode } from './contract.ts';
import type { Explanation } from './explanations.ts';
import { settingKeys, sheetIn } from './ours.ts';
import type { PaperRole, SheetRole } from './plan.ts';
import { modeWords } from './words.ts';

/** A sheet of ours: what it is, and of which evaluation; each evaluation has sheets of its own. */
export interface Kind {
  readonly role: SheetRole;
  readonly mode: Mode;
}

const titles: Readonly<Record<SheetRole, string>> = {
  gaps: '差距清单',
  summary: '评估摘要',
  receipt: '报送单',
  notice: '退回修改通知',
};
const roles = Object.keys(titles) as SheetRole[];
/** That older versions wrote as well. */
export const rolesOfOlder: readonly PaperRole[] = ['gaps', 'summary'];
const modes: readonly Mode[] = ['midterm', 'final'];
export const kinds: readonly Kind[] = roles.flatMap((role) => modes.map((mode) => ({ role, mode })));

export type ByMode<Of> = Readonly<Record<Mode, Of>>;

export const byMode = <Of>(of: (mode: Mode) => Of): ByMode<Of> => ({ midterm: of('midterm'), final: of('final') });

/** 中期差距清单. */
export function sheetTitle({ role, mode }: Kind): string {
  return `${modeWords[mode]}${titles[role]}`;
}

/** Hidden name of the workbook, a reference to the sheet of that kind: it follows a new name, and a copy has none. */
export function sheetName({ role, mode }: Kind): string {
  return `_ssld_${role}_${mode}`;
}

/** The same of versions that had one sheet of each role, whatever evaluation it spoke of. */
export const olderName = (role: SheetRole): string => `_ssld_${role}`;

/** All of them. */
export const sheetNames: readonly string[] = [...kinds.map(sheetName), ...rolesOfOlder.map(olderName)];

/** Hidden name on the sheet itself by which versions before 0.5 knew theirs; its formula is `="gaps"` or `="summary"`. */
export const markerOfBefore = '_ssld_sheet';

/** As which a version before 0.5 may have made a sheet of this name; other sheets need not be asked for its marker. */
export function roleOfBefore(name: string): PaperRole | null {
  return rolesOfOlder.find((role) => name.startsWith(titles[role])) ?? null;
}

/**
 * Kept in the workbook while our sheets are being written, so that a failure between two actions loses nothing: a sheet
 * that was added and not yet given its name of ours is known by its own, and explanations outlive the sheet being cleared.
 */
export interface Pending {
  /** By hidden name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly explanations: readonly Explanation[];
}

export interface SheetSigns {
  readonly name: string;
  /** Formula of the marker of before; null without one, and where `roleOfBefore` or a name of ours made asking needless. */
  readonly marker: string | null;
  /** What stands in A1; needed of sheets that an older version may have made. */
  readonly title: unknown;
  /** Nothing stands in it. */
  readonly empty: boolean;
}

/** A sheet of ours as it was found. */
export interface Found extends Kind {
  /** An older version made it: it has neither the name nor the hidden name of its kind. */
  readonly older: boolean;
}

/**
 * Which sheets are ours; a copy of one is the person's, as all others are. `formulaOf` tells formulas of the names in
 * `sheetNames`. What an older version made is of the evaluation that its title names, else of the one that was written last.
 */
export function foundAmong<Sheet extends SheetSigns>(
  sheets: readonly Sheet[],
  formulaOf: (name: string) => string | null,
  kept: Readonly<Record<string, unknown>>,
): ReadonlyMap<Sheet, Found> {
  const found = new Map<Sheet, Found>();
  const ledTo = (name: string) => {
    const led = sheetIn(formulaOf(name))?.toLowerCase();
    return sheets.find((sheet) => sheet.name.toLowerCase() === led);
  };
  for (const kind of kinds) {
    const sheet = ledTo(sheetName(kind));
    if (sheet && !found.has(sheet)) found.set(sheet, { ...kind, older: false });
  }
  for (const role of rolesOfOlder) {
    const sheet = ledTo(olderName(role)) ?? (isLed(role, formulaOf) ? undefined : markedAmong(sheets, role));
    if (sheet && !found.has(sheet)) found.set(sheet, { role, mode: modeOfOlder(sheet.title, kept), older: true });
  }
  for (const sheet of sheets) {
    const added = sheet.empty && !found.has(sheet) ? addedAs(sheet.name, kept) : null;
    if (added && ![...found.values()].some((one) => isOfKind(one, added))) found.set(sheet, added);
  }
  return found;
}

/** As what a writing that broke off had just added an empty sheet of this name. */
export function addedAs(name: string, kept: Readonly<Record<string, unknown>>): Found | null {
  const pending = kept[settingKeys.pending] as Partial<Pending> | null | undefined;
  const isAs = (added: string) => pending?.sheets?.[added] === name;
  const kind = kinds.find((each) => isAs(sheetName(each)));
  if (kind) return { ...kind, older: false };
  // Older versions kept them by role.
  const role = rolesOfOlder.find(isAs);
  return role ? { role, mode: 'final', older: true } : null;
}

/** Of which evaluations a check has written; that a unit hands in for one, or is sent its workbook back, says nothing of that. */
export function evaluatedIn(own: readonly Kind[]): readonly Mode[] {
  const isPaper = ({ role }: Kind) => rolesOfOlder.some((one) => one === role);
  return [...new Set(own.filter(isPaper).map(({ mode }) => mode))];
}

export const isOfKind = (one: Kind, other: Kind) => one.role === other.role && one.mode === other.mode;

/** The one that is filled again by a plan of this kind. */
export function sheetFor<Own extends Found>(own: readonly Own[], kind: Kind): Own | null {
  const fitting = own.filter((each) => isOfKind(each, kind));
  return fitting.find(({ older }) => !older) ?? fitting[0] ?? null;
}

/**
 * What sheets of older versions are called once they have the names of their kinds; one that a person has renamed keeps
 * its name. Not those beside which a newer version has made another of their kind. `names`: of all sheets.
 */
export function namesAnew<Own extends Found & { readonly name: string }>(
  own: readonly Own[],
  names: readonly string[],
): ReadonlyMap<Own, string> {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const settled = own.filter((each) => each.older && sheetFor(own, each) === each);
  return new Map(
    settled.map((each) => {
      if (!isNamedByOlder(each.name, each.role)) return [each, each.name];
      const name = freeName(sheetTitle(each), taken);
      taken.add(name.toLowerCase());
      return [each, name];
    }),
  );
}

/** Also where a number was needed. */
function isNamedByOlder(name: string, role: SheetRole): boolean {
  return name.replace(/ \(\d+\)$/, '') === titles[role];
}

/** `wanted`, numbered where another sheet has it; `taken` in small letters. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}

/** Whether any name of ours leads to a sheet of that role: then no marker of before needs to. */
export function isLed(role: SheetRole, formulaOf: (name: string) => string | null): boolean {
  const names = [olderName(role), ...modes.map((mode) => sheetName({ role, mode }))];
  return names.some((name) => sheetIn(formulaOf(name)) !== null);
}

/** Of several the one of the plain name, else the first. */
function markedAmong<Sheet extends SheetSigns>(sheets: readonly Sheet[], role: PaperRole): Sheet | undefined {
  const marked = sheets.filter((sheet) => roleOfBefore(sheet.name) === role && markedAs(sheet.marker) === role);
  return marked.find((sheet) => sheet.name === titles[role]) ?? marked[0];
}

function modeOfOlder(title: unknown, kept: Readonly<Record<string, unknown>>): Mode {
  // Where one of both sheets was protected, only its title tells what it still says.
  const told = modes.filter((mode) => typeof title === 'string' && title.includes(`${modeWords[mode]}评估`));
  if (told.length === 1) return told[0]!;
  const written = kept[settingKeys.written] as { readonly mode?: unknown } | null | undefined;
  return modes.find((mode) => mode === written?.mode) ?? 'final';
}

function markedAs(marker: string | null): PaperRole | null {
  return marker === null ? null : marker.includes('summary') ? 'summary' : 'gaps';
}
