/** Invented people. Every value that may not leave a workbook is remembered, so that it can be looked for. */
import { idNumber } from '../fixtures/identifiers.ts';
import type { Dice } from './dice.ts';

export interface Person {
  readonly name: string;
  readonly sex: string;
  /** yyyy-mm. */
  readonly birth: string;
  readonly id: string;
  readonly phone: string;
}

export interface People {
  person(): Person;
  phone(): string;
  /** Remembers a further value. */
  plant(value: string): string;
  readonly planted: ReadonlySet<string>;
}

// Characters that no heading, code or place of a workbook has.
const SURNAMES = [...'瞿甄逄亓麴夔郜阚蒯佘'];
const GIVEN = [...'潇珑璟煜翀鑫淼垚焱骞'];

export function people(dice: Dice, area: string): People {
  const planted = new Set<string>();
  const names = new Set<string>();
  const plant = (value: string) => {
    planted.add(value);
    return value;
  };
  const freshName = (): string => {
    const name = dice.pick(SURNAMES) + dice.pick(GIVEN) + (dice.chance(60) ? dice.pick(GIVEN) : '');
    // No name may hold another, or the shorter one would be found in the longer.
    if ([...names].some((other) => other.includes(name) || name.includes(other))) return freshName();
    names.add(name);
    return plant(name);
  };
  const phone = () => plant(`1${dice.pick(['39', '50', '86', '77'])}0000${dice.digits(4)}`);
  const ids = new Set<string>();
  return {
    person() {
      const [year, month, day] = [dice.between(1960, 1998), dice.between(1, 12), dice.between(10, 28)];
      // Two people with one number would be one person where the column is there, and two where it is not.
      const birth = `${year}${String(month).padStart(2, '0')}${day}`;
      const id = idNumber(area, birth, dice.pick([996, 997, 998, 999]));
      if (ids.has(id)) return this.person();
      ids.add(id);
      return {
        name: freshName(),
        sex: dice.pick(['男', '女']),
        birth: `${year}-${birth.slice(4, 6)}`,
        id: plant(id),
        phone: phone(),
      };
    },
    phone,
    plant,
    planted,
  };
}
