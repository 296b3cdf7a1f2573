/** Names of files and folders as every system takes them, whoever typed what they are made of. */

/**
 * The name, without what leads elsewhere or no disk takes, cut where it is long; behind it `extension`, which begins with a
 * full stop, or nothing for a folder. Never empty, and never the name of a device.
 */
export function fileNameOf(wanted: string, extension = ''): string {
  const plain = wanted
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu, '')
    .replace(EDGES, '');
  const cut = [...plain].slice(0, LONGEST).join('').replace(EDGES, '');
  return (cut === '' || DEVICE.test(cut) ? `文件${cut}` : cut) + extension;
}

/** Full stops lead up, or are left out by Windows, as blanks are. */
const EDGES = /^[.\s]+|[.\s]+$/gu;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
/** In characters: of four bytes each, with what comes before and behind, a disk takes 255 bytes. */
const LONGEST = 50;

/** Gives names that no disk takes for one that it gave before: 甲社区, 甲社区（2）. */
export function openNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let own = name;
    for (let number = 2; taken.has(alike(own)); number++) own = `${name}（${number}）`;
    taken.add(alike(own));
    return own;
  };
}

/** Some disks know neither capitals nor how a sign is put together. */
const alike = (name: string) => name.normalize('NFC').toLowerCase();
