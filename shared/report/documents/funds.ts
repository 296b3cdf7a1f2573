/** 资金使用情况: amounts as units tell them, and their sum where nothing can stand in it twice. */
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { paragraphs, table } from './blocks.ts';
import type { DocumentData } from './data.ts';
import type { Attachment, Block, DocumentBinding, DocumentText } from './documents.ts';
import { judgedIndicators, matrixCell } from './matrix.ts';
import { sumOf } from './sums.ts';
import { tell } from './tokens.ts';

/** None where the policy asks for no money. */
export function fundsAnnex(data: DocumentData): readonly Attachment[] {
  const funds = judgedIndicators(data).filter(({ target }) => target.unit.endsWith('元'));
  if (funds.length === 0) return [];
  return [{ title: ['资金使用情况'], orientation: 'portrait', body: funds.flatMap((def) => fundsOf(def, data)) }];
}

function fundsOf(def: IndicatorDef, data: DocumentData): readonly Block[] {
  const units = [...data.counting.map(({ unit }) => unit), ...data.missing];
  return [
    ...paragraphs(sumText(def, data)),
    table<RollupUnit>(
      [
        { heading: '单位', width: 60, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
        { heading: def.name, width: 40, align: 'center', cell: (unit) => matrixCell(def, unit, data) },
      ],
      units,
      '没有单位。',
    ),
  ];
}

function sumText(def: IndicatorDef, data: DocumentData): DocumentText {
  const sum = sumOf(def.id, data);
  const { bound } = tell(data);
  if (!sum) return says<DocumentBinding>`${quote(def.name)}：各单位都没有报送金额，不作合计。`;
  const units = bound({ what: 'sum', indicator: def.id, of: 'units' });
  return sum.amount === null
    ? says<DocumentBinding>`${quote(def.name)}：${units}个单位报送了金额；同一县区有几个单位报送，金额可能重复，不作合计。`
    : says<DocumentBinding>`${quote(def.name)}：${units}个单位报送了金额，合计${bound({ what: 'sum', indicator: def.id, of: 'amount' })}；没有报送金额的单位不作零计。`;
}
