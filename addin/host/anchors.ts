/** The hidden name by which a sheet that was made from a template is known. */
import { anchorIn, anchorName } from '../../shared/model/anchors.ts';
import type { TemplateSheet } from '../../shared/model.ts';

/** Queues it, with what else is asked of the sheet. */
export function loadAnchor(sheet: Excel.Worksheet): Excel.NamedItem {
  return sheet.names.getItemOrNullObject(anchorName).load('formula');
}

/** None for a sheet that was not made from a template, or was not asked. */
export function templatesIn(name: string, anchor: Excel.NamedItem | null): readonly TemplateSheet[] {
  const told = anchor && !anchor.isNullObject ? anchorIn(String(anchor.formula)) : null;
  return told ? [{ sheet: name, anchor: told }] : [];
}
