/** What the workbook's own part says of ours: tabs of our sheets, and hidden names. */
import { markerOfBefore, sheetNames } from '../../model/kinds.ts';
import { keptFormulas, keptName, namesOfBefore, sheetFormula } from '../../model/ours.ts';
import type { Book, BookName } from '../books.ts';
import { childOf, childrenOf, type Element, parse } from '../xml.ts';
import { ascii, asciiAttribute } from './drafts.ts';
import { type Edit, edited, spliced } from './edits.ts';
import { appended, placeOf, prefixOf, removed, withAttribute } from './elements.ts';
import { type ScopedName, scopedNames } from './scoped.ts';
import { spacesIn } from './spaces.ts';

/** A sheet of ours that is to be in the workbook. */
export interface Tab {
  /** By which it is known. */
  readonly hiddenName: string;
  readonly name: string;
  /** Of the relationship to its part. */
  readonly id: string;
  /** Place of the tab that it has already; -1 where it has none. */
  readonly at: number;
  /** Names that belong to it. */
  readonly scoped: readonly ScopedName[];
}

/**
 * `text` is the part's, raw, and `book` what it says. `gone` are places of tabs to be taken away. Names of ours are all
 * made anew.
 */
export function withOurs(
  text: string,
  book: Book,
  gone: ReadonlySet<number>,
  tabs: readonly Tab[],
  kept: Readonly<Record<string, unknown>>,
): string {
  const root = parse(text);
  const p = prefixOf(text, root);
  const list = childOf(root, 'sheets');
  const sheets = childrenOf(list, 'sheet');
  const added = tabs.filter(({ at }) => at < 0);
  const left = sheets.length - gone.size;
  const names = [
    ...tabs.flatMap((tab) => {
      const place = tab.at < 0 ? left + added.indexOf(tab) : tab.at - [...gone].filter((each) => each < tab.at).length;
      return tab.scoped.map(({ name, formula, hidden }) => {
        const whose = `localSheetId="${place}"${hidden ? ' hidden="1"' : ''}`;
        return `<${p}definedName name="${name}" ${whose}>${ascii(formula)}</${p}definedName>`;
      });
    }),
    ...namesOf(tabs, kept).map(
      ([name, formula]) => `<${p}definedName name="${name}" hidden="1">${ascii(formula.slice(1))}</${p}definedName>`,
    ),
  ];
  const anew = new Set(tabs.map(({ at }) => at).filter((at) => at >= 0));
  const edits: Edit[] = [
    ...sheets.filter((_, at) => gone.has(at)).map(removed),
    ...tabs.flatMap(({ at, name }) => nameEdit(text, sheets[at], name)),
    ...(list && added.length > 0 ? appended(text, list, addedTabs(text, root, sheets, p, added)) : []),
    ...nameEdits(text, root, p, book.names, { gone, anew }, names.join('')),
    ...(gone.size > 0 ? viewEdits(text, root, gone) : []),
  ];
  return added.length > 0 || names.length > 0 ? edited(text, edits) : spliced(text, edits);
}

function namesOf(tabs: readonly Tab[], kept: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  return [
    ...tabs.map(({ hiddenName, name }) => [hiddenName, sheetFormula(name)] as const),
    ...keptFormulas(kept).map((formula, at) => [keptName(at + 1), formula] as const),
  ];
}

/** To its part, that a tab names. */
export function relationOf({ attributes }: Element): string | undefined {
  return [...attributes].find(([key]) => key.endsWith(':id'))?.[1];
}

/** Of a tab that is to be called otherwise. */
function nameEdit(text: string, tab: Element | undefined, name: string): readonly Edit[] {
  if (!tab || tab.attributes.get('name') === name) return [];
  const tag = text.slice(tab.from, tab.insideFrom);
  return [{ from: tab.from, to: tab.insideFrom, text: withAttribute(tag, 'name', asciiAttribute(name)) }];
}

function addedTabs(text: string, root: Element, sheets: readonly Element[], p: string, tabs: readonly Tab[]): string {
  const most = sheets.reduce((id, { attributes }) => Math.max(id, Number(attributes.get('sheetId')) || 0), 0);
  // The relationship's attribute is written as on the other tabs; where they bring its namespace along, so do ours.
  const key = [...(sheets[0]?.attributes.keys() ?? [])].find((name) => name.endsWith(':id')) ?? 'r:id';
  const space = `xmlns:${key.slice(0, -3)}`;
  const brought = root.attributes.has(space)
    ? undefined
    : (sheets[0]?.attributes.get(space) ?? spacesIn(text, root).office);
  const extra = brought === undefined ? '' : ` ${space}="${brought}"`;
  return tabs
    .map(
      ({ name, id }, at) =>
        `<${p}sheet${extra} name="${asciiAttribute(name)}" sheetId="${most + at + 1}" ${key}="${id}"/>`,
    )
    .join('');
}

/** Places of tabs: of those to be taken away, and of those whose names are made anew. */
interface Changed {
  readonly gone: ReadonlySet<number>;
  readonly anew: ReadonlySet<number>;
}

/** Names of ours go and come; those of sheets that go with them; numbers of sheets behind those follow. */
function nameEdits(
  text: string,
  root: Element,
  p: string,
  names: readonly BookName[],
  { gone, anew }: Changed,
  added: string,
): readonly Edit[] {
  const list = childOf(root, 'definedNames');
  const present = childrenOf(list, 'definedName');
  const going = new Set(present.filter((_, at) => isGoing(names[at] as BookName, { gone, anew })));
  const edits: Edit[] = [...going].map(removed);
  for (const [at, element] of present.entries()) {
    const scope = names[at]?.scope ?? null;
    const before = scope === null ? 0 : [...gone].filter((place) => place < scope).length;
    if (going.has(element) || before === 0) continue;
    const tag = text.slice(element.from, element.insideFrom);
    const moved = withAttribute(tag, 'localSheetId', String((scope as number) - before));
    edits.push({ from: element.from, to: element.insideFrom, text: moved });
  }
  if (!list) {
    const at = placeOf(root, 'definedNames', order);
    return added === '' ? [] : [{ from: at, to: at, text: `<${p}definedNames>${added}</${p}definedNames>` }];
  }
  if (added === '' && going.size > 0 && going.size === list.children.length) return [removed(list)];
  return added === '' ? edits : [...edits, ...appended(text, list, added)];
}

function isGoing(name: BookName, { gone, anew }: Changed): boolean {
  if (isNameOfOurs(name)) return true;
  return name.scope !== null && (gone.has(name.scope) || (anew.has(name.scope) && scopedNames.has(name.name)));
}

/** A copy of a sheet of ours brought our marker along: the copy is the person's, and no longer to be taken for ours. */
export function isNameOfOurs({ name, scope }: BookName): boolean {
  return scope === null ? ours.test(name) : name.toLowerCase() === markerOfBefore;
}

const ours = new RegExp(`^(?:${[...namesOfBefore, ...sheetNames].join('|')}|${keptName(0).slice(0, -1)}\\d+)$`, 'i');

/** The tab in front stays in front. */
function viewEdits(text: string, root: Element, gone: ReadonlySet<number>): readonly Edit[] {
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet').length - gone.size;
  return childrenOf(childOf(root, 'bookViews'), 'workbookView').flatMap((view) => {
    const tag = text.slice(view.from, view.insideFrom);
    const moved = ['activeTab', 'firstSheet'].reduce((changed, name) => {
      const value = Number(view.attributes.get(name) ?? 0);
      const before = [...gone].filter((place) => place < value).length;
      const now = Math.max(0, Math.min(value - before, sheets - 1));
      return now === value ? changed : withAttribute(changed, name, String(now));
    }, tag);
    return moved === tag ? [] : [{ from: view.from, to: view.insideFrom, text: moved }];
  });
}

/** Children of `<workbook>`, ECMA-376 part 1, 18.2.27. */
const order = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames ' +
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');
