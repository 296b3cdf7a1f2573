/** XML as far as Word and Excel files have it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

export function find(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : find(child, name)));
}

export function tree(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  for (const [, end, name, attributes = '', alone, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)|<[?!][^>]*>/g,
  )) {
    const current = path.at(-1)!;
    if (text !== undefined) current.text += decoded(text);
    else if (name === undefined) continue;
    else if (end) path.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decoded(value!)]);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      current.children.push(element);
      if (!alone) path.push(element);
    }
  }
  return root;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (all, hex?: string, number?: string, name?: string) => {
    if (hex || number) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number));
    return entities[name ?? ''] ?? all;
  });
}
