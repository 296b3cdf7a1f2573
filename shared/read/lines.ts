/** Lines outside the tables: titles, units, dates, 填报单位, signatures, notes, statements of totals. */
import type { Area, Line, Writings } from '../model.ts';
import type { Grid } from './grid.ts';
import { TITLE_ROWS } from './regions.ts';
import type { Run } from './runs.ts';
import { clean } from './text.ts';

const STATEMENT = /^\s*(?:累计|本年累计|共开展|合计开展)\S/;
const FOOTER =
  /^\s*(?:填表人|填报人|审核人|制表人|复核人|单位负责人|负责人|经办人|填表说明|填报说明|注|说明|备注)\s*(?:[(（][^)）]*[)）]\s*)?[:：]/;

// Above the next list on the sheet, or printed again on the next page.
const TOP_LINE =
  /^\s*(?:填报单位|填表单位|填报社区|编制单位|报送单位|上报单位|填报日期|填报时间|填表日期|填表时间|报送时间|报送日期|制表时间|统计时间|截止时间|截止日期|截至时间|截至日期|(?:计量|金额|货币)?单位)\s*(?:[(（][^)）]*[)）]\s*)?[:：]/;

/** A line that stands above a list: 填报单位, 填报日期, 单位. */
export function isTopLine(text: string): boolean {
  return TOP_LINE.test(text);
}

export function isFooter(text: string): boolean {
  return FOOTER.test(text);
}

/** A sentence that sums the list up: 累计开展活动14场次，参与412人次. Self-reported, never a record. */
export function isStatement(text: string): boolean {
  return STATEMENT.test(text);
}

export const UNIT_LABEL = /^(?:计量|金额|货币)?单位$/;
// In one cell or two, with or without a colon.
const UNIT_SAID = /(?:^|[\s(（])(?:计量|金额|货币)?单位\s*(?:[:：]\s*|\s)\s*([^\s)）:：]*)/g;

/** Whether the lines above a list say 单位：元, those next to it first; 单位：家、万元 says otherwise. */
export function countsYuan(above: string): boolean {
  const said = [...above.matchAll(UNIT_SAID)].at(-1)?.[1] ?? '';
  return said.split(/[、,，/;；]/).includes('元');
}

const LABELLED = /([^\s:：()（）]{1,10}(?:[(（][^)）]{1,6}[)）])?)\s*[:：]\s*/g;

/** Lines of the cells outside the tables, of which `areas` are. */
export function readLines(
  grid: Grid,
  outside: readonly Run[],
  writings: Writings,
  areas: readonly Area[],
): readonly Line[] {
  const lines: Line[] = [];
  const firstRow = Math.min(...areas.map(({ top }) => top));
  const above = (row: number, column: number) =>
    row < firstRow ||
    areas.some((area) => area.top - TITLE_ROWS <= row && row < area.top && area.left <= column && column <= area.right);
  for (const { row, left, right } of outside) {
    for (let column = left; column <= right; column++) {
      const raw = grid.cell(row, column);
      if (typeof raw !== 'string') continue;
      lines.push(...linesOf(grid, row, column, raw, writings, above(row, column)));
    }
  }
  return lines;
}

function linesOf(
  grid: Grid,
  row: number,
  column: number,
  raw: string,
  writings: Writings,
  above: boolean,
): readonly Line[] {
  const text = clean(raw);
  const base = { sheet: grid.sheet.name, row, column };
  const labelled = text.includes(':') ? [...text.matchAll(LABELLED)] : [];
  const lines: Line[] = [];
  labelled.forEach((match, at) => {
    const kind = kindOf(match[1]!, writings);
    if (!kind) return;
    const before = text.slice(0, match.index).trim();
    // ××社区社会组织名录 （填报单位：…）, in one cell.
    if (at === 0 && above && before.length > 1)
      lines.push({ ...base, kind: 'title', label: null, value: before, valueColumn: column });
    const next = labelled[at + 1];
    const inCell = text.slice(match.index + match[0].length, next ? next.index : text.length).trim();
    const beside = inCell === '' && !next ? valueBeside(grid, row, column) : null;
    lines.push({
      ...base,
      kind,
      label: match[1]!,
      value: inCell || beside?.value || null,
      valueColumn: beside?.column ?? column,
    });
  });
  if (lines.length > 0) return lines;
  if (isStatement(text)) return [{ ...base, kind: 'statement', label: null, value: text, valueColumn: column }];
  return above && text !== '' ? [{ ...base, kind: 'title', label: null, value: text, valueColumn: column }] : [];
}

function kindOf(label: string, writings: Writings): Line['kind'] | null {
  const bare = label.replace(/[(（][^)）]*[)）]$/, '');
  if (writings.reporter.includes(bare) || writings.reporter.includes(label)) return 'reporter';
  if (writings.dates.includes(bare)) return 'date';
  if (writings.signatures.includes(bare)) return 'signature';
  if (writings.notes.includes(bare)) return 'note';
  return UNIT_LABEL.test(bare) ? 'unit' : null;
}

/** The value in the next cell to the right, when the label's own cell ends with the colon. */
function valueBeside(grid: Grid, row: number, column: number): { value: string; column: number } | null {
  const next = (grid.merge(row, column)?.right ?? column) + 1;
  const value = grid.cell(row, next);
  if (typeof value === 'string' && !/[:：]/.test(value)) return { value: clean(value), column: next };
  return null;
}
