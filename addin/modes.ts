import type { Mode, WorkbookSnapshot } from '../shared/model.ts';

/** Rows in which titles stand. */
const titleRows = 4;

/**
 * The evaluation that a workbook's own words speak of, in its file name, sheet names and titles; null where they speak
 * of none or of both. Only good for asking: mid-term workbooks are often filled in on the final form.
 */
export function spokenMode({ name = '', sheets }: WorkbookSnapshot): Mode | null {
  const words = [name, ...sheets.flatMap((sheet) => [sheet.name, ...sheet.values.slice(0, titleRows).flat()])].filter(
    (cell) => typeof cell === 'string',
  );
  const midterm = words.some((word) => word.includes('中期'));
  const final = words.some((word) => /终期|期末/.test(word));
  if (midterm === final) return null;
  return midterm ? 'midterm' : 'final';
}
