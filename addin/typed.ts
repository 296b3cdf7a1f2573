/** Findings quote what travelled; here, where the workbook is, they quote what stands in the cell. */
import { parseAddress } from '../shared/model/addresses.ts';
import type { Finding, Place, WorkbookSnapshot } from '../shared/model.ts';

const REDUCED = /某|〔〕/;

/** With words that were reduced for the way (某某) or left out (〔〕) as they were typed. Nothing of it leaves this machine. */
export function asTyped(findings: readonly Finding[], snapshot: WorkbookSnapshot): readonly Finding[] {
  return findings.map((finding) => {
    const { value, message } = finding;
    const typed = typeof value === 'string' && REDUCED.test(value) ? textAt(snapshot, finding.at) : null;
    if (typed === null || typed === value) return finding;
    return { ...finding, value: typed, shown: typed, message: message.replaceAll(`“${value}”`, `“${typed}”`) };
  });
}

function textAt({ sheets }: WorkbookSnapshot, { sheet: name, address }: Place): string | null {
  const sheet = sheets.find((each) => each.name === name);
  const [origin, at] = [parseAddress(sheet?.address ?? ''), parseAddress(address)];
  const cell = origin && at ? sheet?.values[at.top - origin.top]?.[at.left - origin.left] : null;
  return typeof cell === 'string' ? cell : null;
}
