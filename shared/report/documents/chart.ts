/** Value against target of the units, where that says more than a table. */
import { isRatio } from '../../model/figures.ts';
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { chartedIn, undrawnIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { Block, DocumentBinding, DocumentChart, DocumentText } from './documents.ts';
import { isPrivate } from './public.ts';
import { tell } from './tokens.ts';

/** Of the first goal that is a rate and stands in two units at least. */
export function chartOf(goals: readonly IndicatorDef[], data: DocumentData): readonly Block[] {
  for (const def of goals.filter((one) => isRatio(one.target) && !isPrivate(one, data))) {
    const points = chartedIn(def.id, data).map((one) => pointOf(def, one, data));
    if (points.length >= 2) {
      const caption = says<DocumentBinding>`各单位${quote(def.name)}与目标${undrawnText(def, data)}`;
      return [{ kind: 'chart', caption, unit: '%', points }];
    }
  }
  return [];
}

function pointOf(
  { id, target }: IndicatorDef,
  { unit, entity }: { readonly unit: RollupUnit; readonly entity: string | null },
  data: DocumentData,
): DocumentChart['points'][number] {
  const of: DocumentBinding = {
    what: 'inUnit',
    unit: unit.key,
    time: data.rollup.mode,
    of: { what: 'rate', indicator: id, entity },
  };
  const name = unit.unit.community ?? data.nameOf(unit);
  const value = Number.parseFloat(tell(data).bound(of).figure);
  return { name, value, target: (target.p * 100) / target.q, of };
}

/** （另有2个单位没有确定的数、1个单位未报送，未列入图）: nobody is left out of it unsaid. */
function undrawnText({ id }: IndicatorDef, data: DocumentData): DocumentText {
  const { bound, reporting } = tell(data);
  const parts = [
    ...(['open', 'none'] as const).flatMap((of) =>
      undrawnIn(of, id, data).length === 0
        ? []
        : [says<DocumentBinding>`${bound({ what: 'undrawn', indicator: id, of })}个单位${undrawnWords[of]}`],
    ),
    ...(data.missing.length === 0 ? [] : [says<DocumentBinding>`${reporting('missing')}个单位未报送`]),
  ];
  return parts.length === 0 ? [] : says<DocumentBinding>`（另有${listed<DocumentBinding>(parts, '、')}，未列入图）`;
}

const undrawnWords = { open: '没有确定的数', none: '没有数据' } as const;
