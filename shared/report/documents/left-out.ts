/** Files that came and do not count: what became of each, and which they are. */
import { modeWords } from '../../model/words.ts';
import type { Rollup, RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { table } from './blocks.ts';
import { leftOutAs, leftOutIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import { fileName } from './discreet.ts';
import type { Block, DocumentBinding, DocumentText, LeftOut } from './documents.ts';
import { tell } from './tokens.ts';

/** 没有计入的13份中，中期评估的10份，内容重复的1份，…; empty where all count. */
export function leftOutText(data: DocumentData): DocumentText {
  const { rollup } = data;
  const count = (of: LeftOut | 'all') => tell(data).bound({ what: 'leftOut', of });
  const [first, ...others] = order.filter((of) => leftOutIn(of, rollup).length > 0);
  if (first === undefined) return [];
  const head = says<DocumentBinding>`没有计入的${count('all')}份`;
  if (others.length === 0)
    return says<DocumentBinding>`${head}${leftOutIn('all', rollup).length > 1 ? '都' : ''}是${calledOf(first, rollup)}。`;
  const parts = [first, ...others].map((of) => says<DocumentBinding>`${calledOf(of, rollup)}${count(of)}份`);
  return says<DocumentBinding>`${head}中，${listed<DocumentBinding>(parts, '，')}。`;
}

/** Of the other evaluation they are told by their number alone: nothing is wrong with them. */
export function leftOutTable(data: DocumentData): readonly Block[] {
  const { rollup } = data;
  const files = leftOutIn('all', rollup).flatMap((unit) => {
    const of = leftOutAs(unit, rollup);
    return of === null || of === 'other' ? [] : [{ unit, because: words[of].because }];
  });
  if (files.length === 0) return [];
  const isApart = leftOutIn('other', rollup).length > 0;
  return [
    table<{ readonly unit: RollupUnit; readonly because: string }>(
      [
        { heading: '文件', width: 46, align: 'left', cell: ({ unit }) => [quote(fileOf(unit, rollup))] },
        {
          heading: '单位',
          width: 28,
          align: 'left',
          cell: ({ unit }) => [unit.key === '' ? '—' : quote(data.nameOf(unit))],
        },
        { heading: '没有计入的原因', width: 26, align: 'left', cell: ({ because }) => [because] },
      ],
      files,
      '都已计入。',
      [isApart ? `没有计入的文件（不含${otherOf(rollup)}评估的）` : '没有计入的文件'],
    ),
  ];
}

const words: Readonly<Record<Exclude<LeftOut, 'other'>, { readonly called: string; readonly because: string }>> = {
  superseded: { called: '已经重新报送的', because: '已经重新报送' },
  duplicate: { called: '内容重复的', because: '与另一份内容相同' },
  ledger: { called: '只有整改台账的', because: '只有整改台账，用来核对整改情况' },
  register: { called: '应报名册', because: '应报名册，用来核对应报单位' },
  unplaced: { called: '分不清单位的', because: '分不清是哪个单位的' },
  unfit: { called: '没有按本次评估判定的', because: '没有按本次评估判定' },
  unread: { called: '读不出的', because: '读不出' },
};
const order: readonly LeftOut[] = ['other', ...(Object.keys(words) as (keyof typeof words)[])];

const calledOf = (of: LeftOut, rollup: Rollup) => (of === 'other' ? `${otherOf(rollup)}评估的` : words[of].called);

const otherOf = ({ mode }: Rollup) => modeWords[mode === 'midterm' ? 'final' : 'midterm'];

const fileOf = (unit: RollupUnit, { units }: Rollup) => fileName(unit.file ?? '', unit.unit, units.indexOf(unit) + 1);
