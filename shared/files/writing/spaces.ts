/** Namespaces of a file: transitional or strict (ISO/IEC 29500), in all its parts alike. */
import { type Element, parse } from '../xml.ts';
import { type Draft, partAt } from './drafts.ts';

export interface Spaces {
  readonly main: string;
  /** Of relationships, and of `r:id`. */
  readonly office: string;
}

export function spacesOf(draft: Draft): Spaces {
  const text = partAt(draft, draft.workbook) ?? '';
  return spacesIn(text, parse(text));
}

/** `text` is of the workbook's part. */
export function spacesIn(text: string, root: Element): Spaces {
  return text.slice(root.from, root.insideFrom).includes(strict.main) ? strict : transitional;
}

/** How a part is pointed at and what it is, as `addPart` wants it. */
export function kindOf(
  { office }: Spaces,
  type: 'worksheet' | 'styles' | 'sharedStrings',
): { readonly type: string; readonly contentType: string } {
  const contentType = `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml`;
  return { type: `${office}/${type}`, contentType };
}

export const transitional: Spaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

const strict: Spaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
