/** 评分表: a proposal, urban and rural apart; empty where nothing is scored. In public without rank and points, where any grade is settled. */
import { judgedItems } from '../../model/judged-items.ts';
import { urbanRuralWords } from '../../model/words.ts';
import type { Ranked } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { paragraphs, type TableColumn, table } from './blocks.ts';
import { judgedIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { Attachment, DocumentBinding, DocumentText } from './documents.ts';
import { tell } from './tokens.ts';

export function scoreAnnex(data: DocumentData): readonly Attachment[] {
  const { scoreTable } = data.policy;
  const { isPublic } = data.options;
  const isAny = data.rollup.ranking.some(({ grade }) => grade !== null || !isPublic);
  if (!scoreTable || !isAny) return [];
  const { bound } = tell(data);
  const units = new Map(data.rollup.units.map((unit) => [unit.key, unit]));
  const inside = (column: TableColumn<Ranked>) => (isPublic ? [] : [column]);
  const nameOf = (key: string) => {
    const unit = units.get(key);
    return unit ? data.nameOf(unit) : key;
  };
  return [
    {
      title: ['评分表'],
      orientation: 'portrait',
      body: [
        ...paragraphs(
          says<DocumentBinding>`按${quote(scoreTable.name)}（${quote(scoreTable.version)}版，${quote(scoreTable.status)}）试算，城市、农村社区分别排列。`,
          ...judgedTexts(data),
        ),
        table<Ranked>(
          [
            { heading: '城乡', width: 8, align: 'center', cell: ({ urbanRural }) => [urbanRuralWords[urbanRural]] },
            ...inside({
              heading: '名次',
              width: 6,
              align: 'center',
              cell: ({ key }) => [bound({ what: 'rank', unit: key })],
            }),
            { heading: '单位', width: 26, align: 'left', cell: ({ key }) => [quote(nameOf(key))] },
            ...inside({
              heading: '得分',
              width: 8,
              align: 'center',
              cell: ({ key }) => [bound({ what: 'score', unit: key })],
            }),
            {
              heading: '等级',
              width: 10,
              align: 'center',
              cell: ({ grade }) => [grade === null ? '待定' : quote(grade)],
            },
          ],
          data.rollup.ranking,
          '没有评分。',
        ),
      ],
    },
  ];
}

/** 居民满意度（人评）：应评9个单位，已评7个。 What nobody judged is said not to be done, and stands for no naught. */
export function judgedTexts(data: DocumentData): readonly DocumentText[] {
  const { bound } = tell(data);
  return judgedItems(data.policy).flatMap(({ id, name }) => {
    const { asked, judged } = judgedIn(id, data);
    if (asked === 0) return [];
    const count = (of: 'asked' | 'judged') => bound({ what: 'judged', item: id, of });
    return [
      judged === 0
        ? says<DocumentBinding>`${quote(name)}（人评）：${count('asked')}个单位都没有评定，不计分，也不作零分。`
        : says<DocumentBinding>`${quote(name)}（人评）：应评${count('asked')}个单位，已评${count('judged')}个，按人评的分计入${judged < asked ? '，没有评的不作零分' : ''}。`,
    ];
  });
}
