/** Files that came and do not count, each with what became of it. */
import type { RollupUnit } from '../../shared/model.ts';
import { nameOf, type Truth } from './facts.ts';

export interface LeftOut {
  /** As the sentence that counts them has it. */
  readonly called: string;
  /** Its line of the list; null for what is told by its number alone. */
  readonly line: string | null;
}

export function leftOutOf({ rollup, policy }: Truth): readonly LeftOut[] {
  const other = rollup.mode === 'midterm' ? '终期评估的' : '中期评估的';
  return rollup.units.flatMap((unit): readonly LeftOut[] => {
    if (unit.file === null || unit.state === 'reported') return [];
    const isOther = unit.state === 'other_time' || (isVersion(unit) && unit.time !== rollup.mode);
    if (isOther) return [{ called: other, line: null }];
    const [called, because] = kinds[stateOf(unit)]!;
    const name = unit.key === '' ? '—' : nameOf(unit.unit, policy);
    return [{ called, line: `${unit.file.split(/[\\/]/).at(-1)}｜${name}｜${because}` }];
  });
}

const isVersion = ({ state }: RollupUnit) => state === 'superseded' || state === 'duplicate';

/** What could not be taken: never read, or read and nobody knows whose it is, or judged otherwise. */
function stateOf({ state, dataHash, key }: RollupUnit): string {
  if (state !== 'unreadable') return state;
  return dataHash === null ? 'unread' : key === '' ? 'unplaced' : 'unfit';
}

const kinds: Readonly<Record<string, readonly [called: string, because: string]>> = {
  superseded: ['已经重新报送的', '已经重新报送'],
  duplicate: ['内容重复的', '与另一份内容相同'],
  ledger: ['只有整改台账的', '只有整改台账，用来核对整改情况'],
  register: ['应报名册', '应报名册，用来核对应报单位'],
  unread: ['读不出的', '读不出'],
  unplaced: ['分不清单位的', '分不清是哪个单位的'],
  unfit: ['没有按本次评估判定的', '没有按本次评估判定'],
};
