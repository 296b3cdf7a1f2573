/** What evaluations of files are called on the disk. */

/**
 * `终期／a.xlsx.json` by path of each of all files of a roll-up, in whatever order they come. Names that a disk would take for
 * the same are numbered, `终期／a（2）.xlsx.json`; of one that is longer than disks take, its end.
 */
export function evaluationNames(files: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const file of [...new Set(files)].sort()) {
    let name = nameOf(file, '');
    for (let number = 2; taken.has(alike(name)); number++) name = nameOf(file, `（${number}）`);
    taken.add(alike(name));
    names.set(file, name);
  }
  return names;
}

/** Some disks know neither capitals nor how a sign is put together. */
const alike = (name: string) => name.normalize('NFC').toLowerCase();

function nameOf(path: string, number: string): string {
  const name = path.replaceAll('/', '／').replace(refused, '_').replace(devices, '_$&');
  const letters = [...`${name.replace(/(?:\.[^.]*)?$/, (ending) => `${number}${ending}`)}.json`];
  while (Buffer.byteLength(letters.join('')) > LONGEST) letters.shift();
  return letters.join('');
}

/** Names in archives have what no disk takes, or only some. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const refused = /[\u0000-\u001f<>:"|?*\\]/g;

/** Windows takes them for no file, whatever comes behind. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Bytes. */
const LONGEST = 255;
