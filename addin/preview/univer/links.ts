/** `=HYPERLINK("#"&CELL("address",'表'!A1),"文字")`: where a click on it leads. */
import { parseRange } from '../../../shared/model/addresses.ts';
import { sameName, splitAddress } from '../sheet-names.ts';
import type { Area, Cell, Sheet, Workbook } from '../workbook.ts';

const LINK =
  /^=\s*HYPERLINK\(\s*"#"\s*&\s*CELL\(\s*"address"\s*,\s*((?:'(?:[^']|'')+'|[^'!,()]+)!\$?[A-Z]{1,3}\$?\d+)/i;

export function linkTarget({ formula }: Cell, workbook: Workbook): { sheet: Sheet; area: Area } | null {
  const reference = LINK.exec(formula ?? '')?.[1];
  if (!reference) return null;
  const { sheet: name, rest } = splitAddress(reference);
  const sheet = workbook.sheets.find((each) => sameName(each.name, name ?? ''));
  const area = parseRange(rest);
  return sheet && area ? { sheet, area } : null;
}
