/** By what a unit is known throughout the roll-up. */
import { comparable } from '../model/identifiers.ts';
import type { Mode, Unit } from '../model.ts';

const STREET = /^.+(?:街道|镇|乡)(?=.{3})/;

/** `HN-03/望淮街道/锦湖社区`: of a part that is not known nothing stands. */
export function keyOf({ county, countyName, street, community }: Omit<Unit, 'urbanRural'>): string {
  const [ofStreet, ofCommunity] = [street, community].map((name) => comparable(name ?? '').replaceAll(' ', ''));
  // The community may be called with its street before it.
  return [county ?? countyName ?? '', ofStreet, ofCommunity?.replace(STREET, '')].join('/');
}

/** Of several files of one unit and time, as RollupOptions name them. */
export const versionsKey = (key: string, time: Mode): string => `${key} ${time}`;
