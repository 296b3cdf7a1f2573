/**
 * What the add-in keeps in the workbook (`workbook.settings`), where Excel keeps it: in the web extension part of the
 * add-in, as JSON by name ([MS-OWEXML] 2.2.4). Settings of other add-ins, and those that are not ours by name, stay.
 */
import { addinId } from '../addin.ts';
import { extensionPath } from '../own.ts';
import { relatedTo, relationshipsOf } from '../package.ts';
import { childOf, childrenOf, type Element, parse } from '../xml.ts';
import { ascii, asciiAttribute, type Draft, freePath, partAt, putPart } from './drafts.ts';
import { spliced } from './edits.ts';
import { appended, isClosed, prefixOf, removed } from './elements.ts';
import { addPart, dropPart, isOurId } from './relations.ts';

export function keepSettings(draft: Draft, kept: Readonly<Record<string, unknown>>): void {
  const found = extensionPath(draft);
  if (found === null) {
    if (Object.keys(kept).length > 0) addExtension(draft, kept);
    return;
  }
  const text = partAt(draft, found) ?? '';
  const changed = withProperties(text, kept);
  const panes = relatedTo(draft, '', 'webextensiontaskpanes')?.path ?? '';
  const { id } = relationshipsOf(draft, panes).find(({ target }) => same(target, found)) ?? {};
  // Excel's own stays, as it stood before there were settings.
  if (
    isOurId(id) &&
    Object.keys(kept).length === 0 &&
    childrenOf(childOf(parse(changed), 'properties'), 'property').length === 0
  )
    removeExtension(draft, panes, found, id as string);
  else if (changed !== text) putPart(draft, found, changed);
}

const prefixOfOurs = 'ssld.';

function withProperties(text: string, kept: Readonly<Record<string, unknown>>): string {
  const root = parse(text);
  const p = prefixOf(text, root);
  const list = childOf(root, 'properties');
  const inner = properties(kept, p);
  if (!list) {
    const at =
      root.children.find(({ name }) => ['bindings', 'snapshot', 'extLst'].includes(name))?.from ?? root.insideTo;
    return inner === ''
      ? text
      : spliced(text, [{ from: at, to: at, text: `<${p}properties>${inner}</${p}properties>` }]);
  }
  const before = childrenOf(list, 'property').filter(({ attributes }) =>
    attributes.get('name')?.startsWith(prefixOfOurs),
  );
  if (inner !== '') return spliced(text, [...before.map(removed), ...appended(text, list, inner)]);
  if (before.length === 0 || before.length < list.children.length || isClosed(text, list))
    return spliced(text, before.map(removed));
  const open = text.slice(list.from, list.insideFrom);
  return spliced(text, [{ from: list.from, to: list.to, text: `${open.slice(0, -1)}/>` }]);
}

function properties(kept: Readonly<Record<string, unknown>>, p: string): string {
  return Object.entries(kept)
    .map(
      ([name, value]) =>
        `<${p}property name="${asciiAttribute(name)}" value="${asciiAttribute(JSON.stringify(value))}"/>`,
    )
    .join('');
}

function addExtension(draft: Draft, kept: Readonly<Record<string, unknown>>): void {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  let panes = relatedTo(draft, '', 'webextensiontaskpanes')?.path;
  if (panes === undefined) {
    panes = freePath(draft, '', 'xl/webextensions/taskpanes.xml');
    const text = `${head}<taskpanes xmlns="${panesSpace}"></taskpanes>`;
    addPart(draft, '', {
      path: panes,
      type: `${relationship}taskpanes`,
      contentType: `${contentType}taskpanes+xml`,
      text,
    });
  }
  const extension =
    `${head}<webextension xmlns="${extensionSpace}" id="{${addinId}}">` +
    `<reference id="${addinId}" version="1.0.0.0" store="developer" storeType="Registry"/><alternateReferences/>` +
    `<properties>${properties(kept, '')}</properties><bindings/><snapshot xmlns:r="${office}"/></webextension>`;
  const id = addPart(draft, panes, {
    path: freePath(draft, panes, 'xl/webextensions/webextension1.xml'),
    type: relationship,
    contentType: `${contentType}+xml`,
    text: extension,
  });
  const text = partAt(draft, panes) ?? '';
  const root = parse(text);
  const p = prefixOf(text, root);
  // LibreOffice keeps the panes and loses what they show.
  if (panesShowing(root, id).length > 0) return;
  // Not shown on opening: a person opens the pane by the ribbon.
  const pane =
    `<${p}taskpane dockstate="right" visibility="0" width="350" row="4">` +
    `<${p}webextensionref xmlns:r="${office}" r:id="${ascii(id)}"/></${p}taskpane>`;
  putPart(draft, panes, spliced(text, appended(text, root, pane)));
}

function removeExtension(draft: Draft, panes: string, path: string, id: string): void {
  dropPart(draft, panes, path);
  const text = partAt(draft, panes) ?? '';
  const root = parse(text);
  const shown = panesShowing(root, id);
  const made = relationshipsOf(draft, '').find(({ target }) => same(target, panes))?.id;
  if (isOurId(made) && shown.length === root.children.length) dropPart(draft, '', panes);
  else putPart(draft, panes, spliced(text, shown.map(removed)));
}

function panesShowing(root: Element, id: string): readonly Element[] {
  return root.children.filter(({ children }) =>
    children.some(({ attributes }) => [...attributes].some(([name, value]) => name.endsWith(':id') && value === id)),
  );
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const extensionSpace = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const panesSpace = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const relationship = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const contentType = 'application/vnd.ms-office.webextension';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
