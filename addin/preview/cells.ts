/** What writing makes of a cell. */
import type { Cell, Content, Style, StylePatch } from './workbook.ts';

export function contentParts(content: Content): Pick<Cell, 'value' | 'formula'> {
  return 'formula' in content
    ? { formula: content.formula, value: content.value ?? null }
    : { formula: null, value: content.value === '' ? null : content.value };
}

export function patchStyle(style: Style, patch: StylePatch): Style {
  const entries = Object.entries({ ...style, ...dropUndefined(patch) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as Style;
}

function dropUndefined(patch: StylePatch): StylePatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

export function isEmpty({ value, formula, numberFormat, style }: Cell): boolean {
  return value === null && formula === null && numberFormat === 'General' && Object.keys(style).length === 0;
}
