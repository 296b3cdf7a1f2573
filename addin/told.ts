/** What a ribbon button has to say, in a dialog of its own. */

/** Behind `#`, so that no name of a sheet reaches a server. */
export function toldAddress(page: string, code: string, detail: string): string {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname}#told=${code}/${encodeURIComponent(detail)}`;
}

/** Nothing where `hash` is not of such an address; Excel may have put something of its own behind it. */
export async function showTold(hash: string, into: HTMLElement): Promise<void> {
  const [, code = '', detail = ''] = /^#told=(\w+)\/([^&]*)/.exec(hash) ?? [];
  if (!code) return;
  const { clearingNotice } = await import('./messages.ts');
  const { title, lines } = clearingNotice(code, decodeURIComponent(detail));
  const heading = document.createElement('h1');
  heading.textContent = title;
  const rest = lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  into.replaceChildren(heading, ...rest);
}
