/** Figures of a paper, found out again from the roll-up that is at hand now. */
import { signOf } from '../../model/written.ts';
import type { DocumentData } from '../documents/data.ts';
import type { DocumentBinding } from '../documents/documents.ts';
import { problemsOf, shapeOf } from '../documents/problems.ts';
import { resolved } from '../documents/resolve.ts';
import { type KeptBinding, UNKEPT } from './tokens.ts';

/** What the roll-up tells now: null for nothing, undefined where what is asked for is not known there. */
export function telling(data: DocumentData): (of: KeptBinding) => string | null | undefined {
  let signs: ReadonlyMap<string, string> | null = null;
  return (of) => {
    // Days that people set for the paper are no matter of the roll-up.
    if (of.what === 'words' || (of.what === 'day' && setByPeople.has(of.of)) || isUnkept(of)) return undefined;
    signs ??= signsOf(data);
    const binding = unsealed(of, signs);
    if (binding === null) return null;
    try {
      return resolved(binding, data);
    } catch (error) {
      // The list is the file's: what it asks for need not be a question of ours.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
}

const setByPeople: ReadonlySet<string> = new Set(['signed', 'rectify', 'resubmit']);

const isUnkept = (of: KeptBinding): boolean => JSON.stringify(of).includes(`"${UNKEPT}"`);

/** Null where a word of it stands nowhere in the roll-up. */
function unsealed(of: KeptBinding, signs: ReadonlyMap<string, string>): DocumentBinding | null {
  let isWhole = true;
  const open = (_: string, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('~')) return value;
    const word = signs.get(value.slice(1));
    isWhole &&= word !== undefined;
    return word;
  };
  const binding = JSON.parse(JSON.stringify(of), open) as DocumentBinding;
  return isWhole ? binding : null;
}

/** Every word of the roll-up and of what is behind it, by its sign. */
function signsOf(data: DocumentData): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') signs.set(signOf(value), value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) add(one);
  };
  add(data.rollup);
  add([...data.evaluations.values()]);
  add(problemsOf(data));
  for (const { evaluation } of data.counting) add(evaluation?.findings.map(shapeOf));
  return signs;
}
