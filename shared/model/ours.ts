/** What of a workbook is ours, and how it is told apart from what is the person's, also after save and reopen. */
import type { Explanation } from './explanations.ts';
import type { MarkLevel } from './marks.ts';
import type { SheetRole } from './plan.ts';

export const levels: readonly MarkLevel[] = ['error', 'gap', 'warning', 'note'];

/** A rule that is always true and recognises itself: it needs no name, and moves with its sheet. */
export function ruleFormula(level: MarkLevel): string {
  return `="_ssld_${level}"<>""`;
}

/** As files have it, without `=`, or as versions before 0.5 wrote it: referring to a hidden name. */
const ruleOfOurs = /^=?(?:"_ssld_(error|gap|warning|note)"<>""|_ssld_(error|gap|warning|note))$/i;

/** Null for a rule of the person's. */
export function levelOf(formula: string | null | undefined): MarkLevel | null {
  const [, level, before] = ruleOfOurs.exec((formula ?? '').trim()) ?? [];
  return ((level ?? before)?.toLowerCase() as MarkLevel | undefined) ?? null;
}

/** Hidden names of the workbook that versions before 0.5 made for their rules. */
export const namesOfBefore: readonly string[] = levels.map((level) => `_ssld_${level}`);

/** Hidden names of the workbook, each a reference to the sheet of that role: it follows a new name, and a copy has none. */
export const sheetNames: Readonly<Record<SheetRole, string>> = { gaps: '_ssld_gaps', summary: '_ssld_summary' };

/** What such a name stands for. */
export function sheetFormula(name: string): string {
  return `='${name.replaceAll("'", "''")}'!$A$1`;
}

/** The sheet that it leads to, though its first row or column may be gone; null when the sheet is. As files have it, without `=`. */
export function sheetIn(formula: string | null | undefined): string | null {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec((formula ?? '').trim()) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain ?? null;
}

/** Hidden name on the sheet itself by which versions before 0.5 knew theirs; its formula is `="gaps"` or `="summary"`. */
export const markerOfBefore = '_ssld_sheet';

const namesWanted: Readonly<Record<SheetRole, string>> = { gaps: '差距清单', summary: '评估摘要' };

/** As which a version before 0.5 may have made a sheet of this name; other sheets need not be asked for its marker. */
export function roleOfBefore(name: string): SheetRole | null {
  if (name.startsWith(namesWanted.gaps)) return 'gaps';
  return name.startsWith(namesWanted.summary) ? 'summary' : null;
}

/**
 * Kept in the workbook while our sheets are being written, so that a failure between two actions loses nothing: a sheet
 * that was added and not yet given its name of ours is known by its own, and explanations outlive the sheet being cleared.
 */
export interface Pending {
  readonly sheets: Readonly<Partial<Record<SheetRole, string>>>;
  readonly explanations: readonly Explanation[];
}

export interface SheetSigns {
  readonly name: string;
  /** Formula of the marker of before; null without one, and where `roleOfBefore` or a name of ours made asking needless. */
  readonly marker: string | null;
  /** Nothing stands in it. */
  readonly empty: boolean;
}

/** The sheet of each role; a copy of it is the person's, as all others are. `named`: formulas of the names in `sheetNames`. */
export function sheetsByRole<Sheet extends SheetSigns>(
  sheets: readonly Sheet[],
  named: Readonly<Partial<Record<SheetRole, string | null>>>,
  pending: Pending | null,
): Readonly<Record<SheetRole, Sheet | null>> {
  const find = (role: SheetRole): Sheet | null => {
    const name = sheetIn(named[role])?.toLowerCase();
    if (name !== undefined) return sheets.find((sheet) => sheet.name.toLowerCase() === name) ?? null;
    const before = sheets.filter((sheet) => roleOfBefore(sheet.name) === role && markedAs(sheet.marker) === role);
    const made = before.find((sheet) => sheet.name === namesWanted[role]) ?? before[0];
    return made ?? sheets.find((sheet) => sheet.empty && sheet.name === pending?.sheets[role]) ?? null;
  };
  return { gaps: find('gaps'), summary: find('summary') };
}

function markedAs(marker: string | null): SheetRole | null {
  return marker === null ? null : marker.includes('summary') ? 'summary' : 'gaps';
}

/** Keys in `workbook.settings`, and of what is kept in names. */
export const settingKeys = {
  secret: 'ssld.secret',
  corrections: 'ssld.corrections',
  policy: 'ssld.policy',
  score: 'ssld.score',
  local: 'ssld.local',
  mode: 'ssld.mode',
  asOf: 'ssld.asOf',
  explanations: 'ssld.explanations',
  confirmed: 'ssld.confirmed',
  pending: 'ssld.pending',
  written: 'ssld.written',
  marked: 'ssld.marked',
} as const;

/** Hidden names of the workbook that keep the same once more: settings get lost in other programs and under another add-in id. */
export const keptName = (number: number): string => `_ssld_kept_${number}`;

/** Excel's limit of a text within a formula; of a formula it is 8,192. */
const longestLiteral = 255;
const longestFormula = 8000;
/** More than every correction that a workbook may hold; who reads asks for so many. */
export const mostKeptNames = 24;

/** Formulas of `_ssld_kept_1`, `_ssld_kept_2` … for what is to be kept; none for nothing, and for what needs more names. */
export function keptFormulas(kept: Readonly<Record<string, unknown>>): readonly string[] {
  if (Object.keys(kept).length === 0) return [];
  const text = JSON.stringify(kept);
  const pieces = literalsOf(`${text.length}:${text}`);
  const formulas: string[] = [];
  let formula = '=';
  for (const piece of pieces) {
    if (formula.length + piece.length + 1 > longestFormula) {
      formulas.push(formula);
      formula = '=';
    }
    formula += formula === '=' ? piece : `&${piece}`;
  }
  return formulas.length < mostKeptNames ? [...formulas, formula] : [];
}

function literalsOf(text: string): string[] {
  const literals: string[] = [];
  for (let from = 0; from < text.length; ) {
    // Half a character beyond the basic plane is none, and no file can hold it.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(from + longestLiteral - 1)) ? longestLiteral - 1 : longestLiteral;
    literals.push(`"${text.slice(from, from + cut).replaceAll('"', '""')}"`);
    from += cut;
  }
  return literals;
}

/** What was kept, from the names' formulas in order; null when they are not whole: the file has been through other hands. */
export function keptIn(formulas: readonly string[]): Readonly<Record<string, unknown>> | null {
  const text = formulas.flatMap((formula) => [...formula.matchAll(/"((?:[^"]|"")*)"/g)]).map(([, piece]) => piece);
  const whole = text.join('').replaceAll('""', '"');
  const at = whole.indexOf(':');
  if (at < 0 || Number(whole.slice(0, at)) !== whole.length - at - 1) return null;
  try {
    const kept: unknown = JSON.parse(whole.slice(at + 1));
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What holds: the names where they are whole, else the settings. What may not be sent is not sent when either of them says so. */
export function keptFrom(
  formulas: readonly string[],
  settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const kept = keptIn(formulas);
  if (kept === null) return settings;
  const { local } = settingKeys;
  return Object.hasOwn(settings, local) && settings[local] !== false ? { ...kept, [local]: settings[local] } : kept;
}
