/** What of a workbook is ours, and how it is told apart from what is the person's, also after save and reopen. */
import type { MarkLevel } from './marks.ts';

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

/** What such a name stands for. */
export function sheetFormula(name: string): string {
  return `='${name.replaceAll("'", "''")}'!$A$1`;
}

/** The sheet that it leads to, though its first row or column may be gone; null when the sheet is. As files have it, without `=`. */
export function sheetIn(formula: string | null | undefined): string | null {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec((formula ?? '').trim()) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain ?? null;
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

/** Texts of a formula that come to this one, each in quotes. */
export function literalsOf(text: string): string[] {
  const literals: string[] = [];
  for (let from = 0; from < text.length; ) {
    // Half a character beyond the basic plane is none, and no file can hold it.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(from + longestLiteral - 1)) ? longestLiteral - 1 : longestLiteral;
    literals.push(`"${text.slice(from, from + cut).replaceAll('"', '""')}"`);
    from += cut;
  }
  return literals;
}

/** What texts in quotes within a formula come to. */
export function textIn(formula: string): string {
  const pieces = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece]) => piece);
  return pieces.join('').replaceAll('""', '"');
}

/** What was kept, from the names' formulas in order; null when they are not whole: the file has been through other hands. */
export function keptIn(formulas: readonly string[]): Readonly<Record<string, unknown>> | null {
  const whole = formulas.map(textIn).join('');
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
