import { Button } from '@fluentui/react-components';
import type { Correction, ListKind } from '../../shared/model.ts';
import type { ReadTable } from './names.ts';

/** What a list was taken for, where it does not simply stand. */
export const kindWords: Readonly<Record<Exclude<ListKind, 'full'>, string>> = {
  held: '是持证人员名单，只用来核对谁持证',
  former: '是已离开或已注销的，不计入',
  planned: '是计划、拟办的，不计入',
  other_time: '是别的时间的，不计入',
  other_body: '是别的单位的人员，不计入',
  candidates: '是后备、招聘或报名的，不计入',
  subset: '只列了其中一部分',
  copy: '与另一张表相同，不重复计',
  continuation: '接着前面的表',
};

interface ListFormProps {
  readonly table: ReadTable;
  /** Nobody knows yet, so that every answer is open. */
  readonly asked?: boolean;
  readonly onSay: (said: Correction) => void;
}

/** “这是全部”, “只是其中一部分” or “不是数据”; not what is held already. */
export function ListForm({ table, asked = false, onSay }: ListFormProps) {
  const { id, sheet, address, kind, shape } = table;
  const say = (words: string, said: Correction) => (
    <Button aria-label={`${sheet}!${address} ${words}`} onClick={() => onSay(said)}>
      {words}
    </Button>
  );
  const extent = (words: string, as: 'full' | 'subset') => say(words, { kind: 'table', sheet, address, table: id, as });
  const isTold = shape === 'form' || kind === 'copy' || kind === 'continuation';
  return (
    <div className="ways">
      {(asked || (!isTold && kind !== 'full')) && extent('这是全部', 'full')}
      {(asked || (!isTold && kind !== 'subset')) && extent('只是其中一部分', 'subset')}
      {say('不是数据', { kind: 'table', sheet, address, table: null })}
    </div>
  );
}
