/** 评分表: a proposal, urban and rural apart; empty where nothing is scored. */
import { urbanRuralWords } from '../../model/words.ts';
import type { Ranked } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { paragraphs, table } from './blocks.ts';
import type { DocumentData } from './data.ts';
import type { Attachment, DocumentBinding } from './documents.ts';
import { tell } from './tokens.ts';

export function scoreAnnex(data: DocumentData): readonly Attachment[] {
  const { scoreTable } = data.policy;
  if (!scoreTable || data.rollup.ranking.length === 0) return [];
  const { bound } = tell(data);
  const units = new Map(data.rollup.units.map((unit) => [unit.key, unit]));
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
          says<DocumentBinding>`按${quote(scoreTable.name)}（${quote(scoreTable.version)}版，${quote(scoreTable.status)}）试算，城市、农村社区分别排名；由人评定的项目按人评的分计入。`,
        ),
        table<Ranked>(
          [
            { heading: '城乡', width: 8, align: 'center', cell: ({ urbanRural }) => [urbanRuralWords[urbanRural]] },
            { heading: '名次', width: 6, align: 'center', cell: ({ key }) => [bound({ what: 'rank', unit: key })] },
            { heading: '单位', width: 26, align: 'left', cell: ({ key }) => [quote(nameOf(key))] },
            { heading: '得分', width: 8, align: 'center', cell: ({ key }) => [bound({ what: 'score', unit: key })] },
            { heading: '等级', width: 10, align: 'center', cell: ({ grade }) => [quote(grade ?? '待定')] },
          ],
          data.rollup.ranking,
          '没有评分。',
        ),
      ],
    },
  ];
}
