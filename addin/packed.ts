/** Long texts as the page carries them that is one file: deflated, in base64. */
import { inflateSync, strFromU8 } from 'fflate';

export function unpackedText(packed: string): string {
  return strFromU8(inflateSync(Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))));
}
