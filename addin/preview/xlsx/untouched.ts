/** Sheets that are as they were opened, but for marks of ours: their parts stay as they are, and ours are put into the text. */
import { bytesOfRaw, rawOf } from '../../../shared/files/writing/drafts.ts';
import { withoutMarks, withRules } from '../../../shared/files/writing/marks.ts';
import { levelOf, ruleFormula } from '../../../shared/model/ours.ts';
import { type SheetContents, sheetContents } from '../contents.ts';
import type { Sheet } from '../workbook.ts';
import { formatElement, theirs } from './conditional-formats.ts';
import { writeAreas } from './formulas.ts';
import type { SheetOrigin } from './origins.ts';
import { type Styles, same } from './styles.ts';

/** The part's bytes; null where something else than marks of ours has changed. */
export function untouched(
  bytes: Uint8Array,
  sheet: Sheet,
  { opened, shifts }: SheetOrigin,
  styles: Styles,
): Uint8Array | null {
  if (shifts.length > 0) return null;
  const now = sheetContents(sheet);
  if (!same(person(now), person(opened))) return null;
  if (same(now.conditionalFormats, opened.conditionalFormats)) return bytes;
  if (!same(theirs(now.conditionalFormats), theirs(opened.conditionalFormats))) return null;
  const own = now.conditionalFormats.slice(0, now.conditionalFormats.length - theirs(now.conditionalFormats).length);
  const levels = own.map(({ formula }) => levelOf(formula));
  // Ours as they are written today, on top; else the sheet is written as a whole.
  if (own.some(({ formula, stopIfTrue, rest }, at) => !isPlain(formula, levels[at] ?? null) || stopIfTrue || rest))
    return null;
  const rules = own.flatMap((rule, at) => {
    const level = levels[at];
    if (!level) return [];
    return [
      { level, format: styles.addDifferential(formatElement(rule.style, styles)), areas: writeAreas(rule.areas) },
    ];
  });
  const text = withRules(withoutMarks(rawOf(bytes)), rules);
  return bytesOfRaw(text, bytes);
}

const isPlain = (formula: string | null, level: ReturnType<typeof levelOf>) =>
  level !== null && formula === ruleFormula(level);

/** Name and visibility are told by the workbook's part. */
const person = (contents: SheetContents) => ({ ...contents, name: '', visibility: 'Visible', conditionalFormats: [] });
