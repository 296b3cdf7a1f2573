/** The order of the register: counties as the policy lists them, then lines of the register, then by name. */
import type { Policy, Unit } from '../model.ts';
import { partsOf } from './keys.ts';
import type { Expected } from './reporting.ts';

interface Ordered {
  readonly key: string;
  readonly unit: Unit;
}

/** What is listed nowhere comes behind. */
export function inOrder<T extends Ordered>(units: readonly T[], expected: readonly Expected[], policy: Policy): T[] {
  const counties = new Map(policy.register.units.map(({ id }, at) => [id, at]));
  const lines = new Map(expected.map(({ key }, at) => [key, at]));
  const placed = units.map((one) => {
    const { county, street, community } = partsOf(one.unit);
    const numbers = [counties.get(county ?? '') ?? counties.size, lines.get(one.key) ?? lines.size];
    return { one, numbers, names: [county, street, community].map((part) => part ?? '') };
  });
  placed.sort((a, b) => compared(a.numbers, b.numbers) || compared(a.names, b.names));
  return placed.map(({ one }) => one);
}

function compared<T extends number | string>(one: readonly T[], other: readonly T[]): number {
  const at = one.findIndex((part, nth) => part !== other[nth]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
}
