/** What a .docx of ours carries besides: what its figures say, and the fonts that stand in for those that are not installed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { substitutes } from './layout.ts';
import type { Kept } from './tokens.ts';

/** A part that Word and WPS keep through editing and show nowhere. */
const part = 'customXml/ssld.xml';
const NAMESPACE = 'urn:ssld:figures:1';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const never = new Date('2020-01-01T00:00:00Z');

export function carried(file: Uint8Array, kept: readonly Kept[]): Uint8Array {
  const parts = unzipSync(file);
  parts[part] = strToU8(keptXml(kept));
  parts['customXml/ssldProps.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5D1A2C30-0F53-4B0E-9C51-55534C440001}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts['customXml/_rels/ssld.xml.rels'] = strToU8(relations('rId1', 'customXmlProps', 'ssldProps.xml'));
  edit(parts, 'word/_rels/document.xml.rels', (text) =>
    text.replace('</Relationships>', `${relation('rIdSsld', 'customXml', `../${part}`)}</Relationships>`),
  );
  edit(parts, '[Content_Types].xml', (text) =>
    text.replace(
      '</Types>',
      '<Override PartName="/customXml/ssldProps.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
  );
  edit(parts, 'word/fontTable.xml', withSubstitutes);
  // The library writes the day on which it runs.
  edit(parts, 'docProps/core.xml', (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00Z'));
  return zipSync(parts, { level: 6, mtime: never });
}

/** Null for a file that carries none. */
export function keptIn(parts: Readonly<Record<string, Uint8Array>>): readonly Kept[] | null {
  const text = Object.entries(parts)
    .filter(([path]) => path.startsWith('customXml/'))
    .map(([, bytes]) => strFromU8(bytes))
    .find((one) => one.includes(NAMESPACE) && one.includes('<figures'));
  const json = /<figures[^>]*>([\s\S]*?)<\/figures>/.exec(text ?? '')?.[1];
  if (json === undefined) return null;
  try {
    const found: unknown = JSON.parse(json.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
    return Array.isArray(found) ? (found as readonly Kept[]) : null;
  } catch {
    return null;
  }
}

function keptXml(kept: readonly Kept[]): string {
  const json = JSON.stringify(kept).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?><figures xmlns="${NAMESPACE}">${json}</figures>`;
}

function withSubstitutes(text: string): string {
  const fonts = substitutes
    .map(
      ([font, others]) =>
        `<w:font w:name="${font}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('');
  return /<w:fonts[^>]*\/>\s*$/.test(text)
    ? text.replace(/<w:fonts([^>]*)\/>\s*$/, `<w:fonts$1>${fonts}</w:fonts>`)
    : text.replace('</w:fonts>', `${fonts}</w:fonts>`);
}

function edit(parts: Record<string, Uint8Array>, path: string, change: (text: string) => string): void {
  const bytes = parts[path];
  if (bytes) parts[path] = strToU8(change(strFromU8(bytes)));
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

const relations = (id: string, type: string, target: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(id, type, target)}</Relationships>`;
