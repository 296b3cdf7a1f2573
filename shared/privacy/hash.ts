import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { WorkbookSnapshot } from '../model.ts';

/** Every member that a snapshot and its cells may have, in the order of RFC 8785. */
const MEMBERS = [
  'address',
  'beyond',
  'check',
  'core',
  'date1904',
  'error',
  'hiddenColumns',
  'hiddenRows',
  'kind',
  'known',
  'masked',
  'merges',
  'name',
  'numberFormat',
  'schema',
  'sheets',
  'values',
  'visibility',
];

/** `sha256:` and 64 hex digits over the canonical JSON (RFC 8785) of a masked snapshot, its name left out. */
export function snapshotHash(snapshot: WorkbookSnapshot): string {
  const { name: _, ...unnamed } = snapshot;
  // A list of members sorts them at every depth; numbers and strings JSON.stringify writes as RFC 8785 wants them.
  return `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(unnamed, MEMBERS))))}`;
}
