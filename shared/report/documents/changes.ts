/** 前后对比: what became of the figures since before the pilot and since mid-term, over the units that have both. */
import { isRatio, isShare } from '../../model/figures.ts';
import type { IndicatorDef } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { paragraphs, table } from './blocks.ts';
import { comparable, shownDifference, summed } from './changed.ts';
import type { DocumentData } from './data.ts';
import type { Block, Bound, DocumentBinding, DocumentText } from './documents.ts';
import { judgedIndicators } from './matrix.ts';
import { isFew } from './people.ts';
import { isPrivate, isTold, wasTold } from './public.ts';
import { selfReportedText } from './self-reported.ts';
import { tell } from './tokens.ts';

type Change = Extract<DocumentBinding, { what: 'change' }>;
type From = Change['from'];

/** The goals in words, everything in a table. */
export function changeBlocks(data: DocumentData): readonly Block[] {
  const rows = fromBoth(data, (def, from) => changeOf(def, from, data));
  if (rows.length === 0)
    return paragraphs(
      data.counting.length > 0 ? ['没有前后两次都有确定数据的指标，不作前后对比。'] : [],
      openText(data),
    );
  const goals = rows.filter(({ def }) => data.policy.goals.includes(def.id));
  return [
    ...paragraphs(
      ...goals.map(changeText),
      openText(data),
      selfReportedText(
        rows.map(({ def }) => def),
        data,
      ),
    ),
    table<Row>(
      [
        { heading: '指标', width: 23, align: 'left', cell: ({ def }) => [quote(def.name)] },
        { heading: '可比单位（个）', width: 9, align: 'center', cell: ({ units }) => [units] },
        { heading: '起点', width: 7, align: 'center', cell: ({ from }) => [fromWords[from]] },
        { heading: '起点数', width: 23, align: 'center', cell: ({ before }) => shownOf(before) },
        { heading: '终期数', width: 23, align: 'center', cell: ({ after }) => shownOf(after) },
        { heading: '变化', width: 21, align: 'center', cell: ({ moved }) => moved },
      ],
      rows,
      '没有可以对比的数。',
      ['前后对比（只计两次都有数的单位）'],
    ),
  ];
}

const fromBoth = <One>(data: DocumentData, make: (def: IndicatorDef, from: From) => One | null): readonly One[] =>
  judgedIndicators(data).flatMap((def) =>
    (['baseline', 'midterm'] as const).flatMap((from) => {
      const one = make(def, from);
      return one === null ? [] : [one];
    }),
  );

/** Whoever reads of two units that have become better is told of a third that is not among them. */
function openText(data: DocumentData): DocumentText {
  const left = fromBoth(data, (def, from) => {
    const count = tell(data).bound({ what: 'change', indicator: def.id, from, to: 'final', unit: null, of: 'open' });
    const isAny = count.figure !== '' && count.figure !== '0';
    return isAny ? says<DocumentBinding>`${quote(def.name)}（与${fromWords[from]}相比${count}个单位）` : null;
  });
  return left.length === 0
    ? []
    : says<DocumentBinding>`下列指标有单位的数未核定，没有比较：${listed<DocumentBinding>(left, '、')}。`;
}

interface Row {
  readonly def: IndicatorDef;
  readonly from: From;
  readonly units: Bound;
  readonly before: Bound;
  readonly after: Bound;
  readonly moved: DocumentText;
}

const fromWords: Readonly<Record<From, string>> = { baseline: '基线', midterm: '中期' };

/** What is not told in public. */
const shownOf = (figure: Bound): DocumentText => (figure.figure === '' ? ['不列'] : [figure]);

/** 社区工作者持证比例：2个可比单位中期合计33.33%（6/18），终期41.18%（7/17），提高7.85个百分点。 */
function changeText({ def, from, units, before, after, moved }: Row): DocumentText {
  const figures =
    before.figure === ''
      ? says<DocumentBinding>`终期与${fromWords[from]}相比`
      : says<DocumentBinding>`${fromWords[from]}合计${before}，终期${after}`;
  return says<DocumentBinding>`${quote(def.name)}：${units}个可比单位${figures}，${moved}。`;
}

function changeOf(def: IndicatorDef, from: From, data: DocumentData): Row | null {
  const of = { what: 'change', indicator: def.id, from, to: 'final', unit: null } as const;
  const { both } = comparable(of, data);
  if (both.length === 0) return null;
  const [before, after] = [summed(both.map((one) => one.from)), summed(both.map((one) => one.to))];
  const isRate = isShare(def.target);
  if (isPrivate(def, data)) {
    const keys = both.map(({ key }) => key);
    const isOpen = isRate && isTold(def, keys, data) && (from === 'baseline' || wasTold(def, keys, data));
    // With one rate the points tell the other.
    if (!isOpen || [before, after].some(isTelling)) return null;
  }
  const difference = isRate ? shownDifference(def, before, after) : after.numerator - before.numerator;
  if (difference === null) return null;
  const { bound } = tell(data);
  const figure = (part: Change['of']) => bound({ ...of, of: part });
  const words = isRatio(def.target) ? (['提高', '下降'] as const) : (['增加', '减少'] as const);
  const moved: DocumentText =
    difference === 0
      ? ['没有变化']
      : says<DocumentBinding>`${difference > 0 ? words[0] : words[1]}${figure(isRate ? 'points' : 'amount')}`;
  return { def, from, units: figure('units'), before: figure('from'), after: figure('to'), moved };
}

/** A few people, or all but a few. */
const isTelling = ({ numerator, denominator }: ReturnType<typeof summed>) =>
  [numerator, denominator ?? 0, (denominator ?? 0) - numerator].some(isFew);
