/**
 * Which formats the person's sheets name by number. A file may name some that it does not have, which then look plain:
 * one of ours at that number would be shown there.
 */
import type { Book } from '../books.ts';
import { type Draft, partAt } from './drafts.ts';
import type { MarkedSheet, OwnSheet } from './places.ts';

export interface NamedFormats {
  /** By cells, rows and columns. */
  readonly cells: ReadonlySet<number>;
  /** By conditional formats. */
  readonly rules: ReadonlySet<number>;
}

// Anything else that is called so may be counted too: it only keeps a number free.
const naming = /\s(s|style|dxfId)\s*=\s*["'](\d+)["']/g;

export function namedFormats(
  draft: Draft,
  { sheets }: Book,
  own: readonly OwnSheet[],
  marked: readonly MarkedSheet[],
): NamedFormats {
  const cells = new Set<number>();
  const rules = new Set<number>();
  // Without marks of ours, whose numbers are given anew.
  const clean = new Map(marked.map(({ path, text }) => [path, text]));
  for (const { path, kind } of sheets) {
    if (path === null || kind !== 'worksheet' || own.some((each) => each.path === path)) continue;
    for (const [, name, number] of (clean.get(path) ?? partAt(draft, path) ?? '').matchAll(naming))
      (name === 'dxfId' ? rules : cells).add(Number(number));
  }
  return { cells, rules };
}
