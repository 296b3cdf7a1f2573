/** The workbook's own part: its sheets by tab, its names, its date system. */
import type { SheetSnapshot } from '../model.ts';
import { entryAt, type Package, type Relationship, relationshipsOf, textAt } from './package.ts';
import { FileProblem } from './problems.ts';
import { childOf, childrenOf, type Element, isTrue, parse, textOf } from './xml.ts';

export interface Book {
  /** Of the part; places in it are those of `root`. */
  readonly text: string;
  readonly root: Element;
  readonly date1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
}

export interface BookSheet {
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  /** Last word of the relationship's type: `worksheet`, `chartsheet` …; empty where nothing is pointed at. */
  readonly kind: string;
  /** Of its part; null where the file has none. */
  readonly path: string | null;
  readonly element: Element;
}

export interface BookName {
  readonly name: string;
  /** Place of its sheet among `sheets`; null for a name of the workbook. */
  readonly scope: number | null;
  /** Without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
  readonly element: Element;
}

/** Throws FileProblem. */
export function bookOf(all: Package): Book {
  const text = textAt(all, all.workbook) ?? '';
  const root = parse(text);
  if (root.name !== 'workbook') throw new FileProblem('not_xlsx');
  const byId = new Map(relationshipsOf(all, all.workbook).map((each) => [each.id, each]));
  return {
    text,
    root,
    date1904: isTrue(childOf(root, 'workbookPr')?.attributes.get('date1904')),
    sheets: childrenOf(childOf(root, 'sheets'), 'sheet').map((each) => sheetOf(all, byId, each)),
    names: childrenOf(childOf(root, 'definedNames'), 'definedName').map((each) => nameOf(text, each)),
  };
}

function sheetOf(all: Package, byId: ReadonlyMap<string, Relationship>, element: Element): BookSheet {
  const { attributes } = element;
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
  const found = id === undefined ? undefined : byId.get(id);
  const path = found && !found.external ? (entryAt(all, found.target)?.path ?? null) : null;
  const state = attributes.get('state');
  const visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
  return { name: attributes.get('name') ?? '', visibility, kind: found?.type ?? '', path, element };
}

function nameOf(text: string, element: Element): BookName {
  const { attributes } = element;
  const scope = attributes.get('localSheetId');
  return {
    name: attributes.get('name') ?? '',
    scope: scope === undefined ? null : Number(scope),
    formula: textOf(text, element).trim(),
    hidden: isTrue(attributes.get('hidden')),
    element,
  };
}
