/** What a .docx of ours carries besides: what its figures say, in a part that Word and WPS keep through editing and show nowhere. */
import { strToU8 } from 'fflate';
import { decode, encode } from '../../files/xml.ts';
import type { Kept } from './tokens.ts';

/** Of a package. */
export interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Null where the ending tells it. */
  readonly type: string | null;
  /** How the main part refers to it. */
  readonly related: { readonly id: string; readonly type: string; readonly target: string } | null;
}

export function carriedParts(kept: readonly Kept[]): readonly Part[] {
  return [
    {
      path: 'customXml/ssld.xml',
      bytes: strToU8(`${XML}<figures xmlns="${NAMESPACE}">${encode(JSON.stringify(kept))}</figures>`),
      type: null,
      related: { id: 'rIdSsld', type: 'customXml', target: '../customXml/ssld.xml' },
    },
    {
      path: 'customXml/ssldProps.xml',
      bytes: strToU8(
        `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5D1A2C30-0F53-4B0E-9C51-55534C440001}"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
      ),
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      related: null,
    },
    {
      path: 'customXml/_rels/ssld.xml.rels',
      bytes: strToU8(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="ssldProps.xml"/></Relationships>`,
      ),
      type: null,
      related: null,
    },
  ];
}

export const isCarried = (text: string): boolean => text.includes(NAMESPACE) && /<(?:\w+:)?figures\b/.test(text);

/** Of the text of such a part; null for one that is not as we write it. */
export function keptIn(text: string): readonly Kept[] | null {
  const json = /<(?:\w+:)?figures\b[^>]*>([\s\S]*?)<\/(?:\w+:)?figures>/.exec(text)?.[1];
  if (json === undefined) return null;
  try {
    const found: unknown = JSON.parse(decode(json));
    return Array.isArray(found) && found.every(isKept) ? found : null;
  } catch {
    return null;
  }
}

function isKept(one: unknown): one is Kept {
  if (typeof one !== 'object' || one === null) return false;
  const { name, text, of } = one as Partial<Kept>;
  return typeof name === 'string' && typeof text === 'string' && typeof of === 'object' && typeof of?.what === 'string';
}

const NAMESPACE = 'urn:ssld:figures:1';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
