/** Which findings and gaps stand where the person has put the cursor. */
import { parseAddress } from '../../shared/model/addresses.ts';
import type { Evaluation, Finding, Indicator, Place } from '../../shared/model.ts';
import { meet } from './said.ts';

export interface Said {
  readonly findings: readonly Finding[];
  readonly indicators: readonly Indicator[];
}

/** What is said about a place; nothing about whole rows, columns or sheets, which would say everything at once. */
export function saidAbout(place: Place, evaluation: Evaluation): Said {
  return {
    findings: evaluation.findings.filter(({ at }) => isHere(at, place)),
    indicators: evaluation.indicators.filter((indicator) => isOpen(indicator) && isHere(indicator.at, place)),
  };
}

/** Whether it stands in what is selected; never, where that is whole rows or columns. */
export function isHere(at: Place | null, place: Place): boolean {
  const selected = parseAddress(place.address);
  if (!selected || selected.bottom - selected.top > 200 || selected.right - selected.left > 50) return false;
  return at?.sheet === place.sheet && meet(at.address, place.address);
}

/** By cells, however the address is written. */
export function isSamePlace(one: Place, other: Place): boolean {
  const [a, b] = [parseAddress(one.address), parseAddress(other.address)];
  const isAlike = a && b ? SIDES.every((side) => a[side] === b[side]) : one.address === other.address;
  return one.sheet === other.sheet && isAlike;
}

const SIDES = ['top', 'left', 'bottom', 'right'] as const;

/** Indicators that ask for something to be done. */
export const isOpen = ({ verdict }: Indicator) =>
  verdict === 'unmet' || verdict === 'behind' || verdict === 'to_verify';
