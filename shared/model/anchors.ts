/** How a sheet made from a template is known again: by a hidden name of its own, which a copy of it in another workbook has too. */
import type { TemplateAnchor, TemplateKind } from './forms.ts';

/** Scoped to the sheet; a text, so that it leads to no other sheet and no other file. */
export const anchorName = '_ssld_template';

const kinds: readonly TemplateKind[] = ['urban', 'rural'];

/** `="huainan-2020/urban/1/W02"`. */
export function anchorFormula({ policy, kind, version, tables }: TemplateAnchor): string {
  return `="${[policy, kind, version, tables.join('+')].join('/')}"`;
}

/** Null for what is none; files leave `=` out. */
export function anchorIn(formula: string | null | undefined): TemplateAnchor | null {
  const parts = /^=?"([a-z0-9-]+)\/([a-z]+)\/([1-9]\d{0,5})\/([A-Z0-9+]+)"$/.exec((formula ?? '').trim());
  const kind = kinds.find((each) => each === parts?.[2]);
  if (!parts || !kind) return null;
  return { policy: parts[1]!, kind, version: Number(parts[3]), tables: parts[4]!.split('+') };
}
