/**
 * What the add-in keeps in the workbook (`workbook.settings`), where Excel keeps it: in the web extension part of the
 * add-in, as JSON by name ([MS-OWEXML] 2.2.4). Settings of other add-ins stay untouched.
 */
import { addPart, freePath, relatedPart, relationshipsOf, writePart } from './package.ts';
import type { Parts } from './parts.ts';
import { child, children, type Element, element, parseXml, replaceChildren } from './xml.ts';

export function readSettings(parts: Parts, addin: string): Record<string, unknown> {
  const found = find(parts, addin);
  const properties = children(
    child(found === undefined ? undefined : parseXml(parts.get(found)), 'properties'),
    'property',
  );
  return Object.fromEntries(properties.map(({ attributes }) => [attributes.name ?? '', parse(attributes.value ?? '')]));
}

export function writeSettings(parts: Parts, addin: string, settings: ReadonlyMap<string, unknown>): void {
  const found = find(parts, addin);
  if (!found && settings.size === 0) return;
  const properties = element(
    'properties',
    {},
    [...settings].map(([name, value]) => element('property', { name, value: JSON.stringify(value) })),
  );
  if (found) {
    const root = parseXml(parts.get(found));
    replaceChildren(root, 'properties', [properties], ['properties', 'bindings', 'snapshot', 'extLst']);
    writePart(parts, found, root);
    return;
  }
  const path = freePath(parts, '', 'xl/webextensions/webextension#.xml');
  const extension = element('webextension', { xmlns: EXTENSION, id: `{${addin}}` }, [
    element('reference', { id: addin, version: '1.0.0.0', store: 'developer', storeType: 'Registry' }),
    element('alternateReferences'),
    properties,
    element('bindings'),
    element('snapshot', { 'xmlns:r': OFFICE }),
  ]);
  const panes = relatedPart(parts, '', 'webextensiontaskpanes') ?? 'xl/webextensions/taskpanes.xml';
  const root = parts.has(panes) ? parseXml(parts.get(panes)) : element('taskpanes', { xmlns: PANES });
  if (parts.has(panes)) writePart(parts, panes, root);
  else
    addPart(parts, '', panes, `${RELATIONSHIP}taskpanes`, 'application/vnd.ms-office.webextensiontaskpanes+xml', root);
  const id = addPart(parts, panes, path, RELATIONSHIP, 'application/vnd.ms-office.webextension+xml', extension);
  // Not shown on opening: a person opens the pane by the ribbon.
  const pane = element('taskpane', { dockstate: 'right', visibility: 0, width: 350, row: 4 }, [
    element('webextensionref', { 'xmlns:r': OFFICE, 'r:id': id }),
  ]);
  root.children.push(pane);
  writePart(parts, panes, root);
}

function find(parts: Parts, addin: string): string | undefined {
  const panes = relatedPart(parts, '', 'webextensiontaskpanes');
  if (!panes) return undefined;
  return relationshipsOf(parts, panes).find(
    ({ target }) => parts.has(target) && referenceOf(parseXml(parts.get(target))) === addin,
  )?.target;
}

const referenceOf = (extension: Element) => child(extension, 'reference')?.attributes.id?.toLowerCase();

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const RELATIONSHIP = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
