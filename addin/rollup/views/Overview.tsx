import { useMemo } from 'react';
import { urbanRuralWords } from '../../../shared/model/words.ts';
import type { Rollup, RollupOptions, UrbanRural } from '../../../shared/model.ts';
import { Fold } from '../../panes/Fold.tsx';
import type { RollupWords } from '../gathering.ts';
import { type Arrangement, arranged, asRegistered, countyOf, type Order } from './arranged.ts';
import { Choice } from './Fields.tsx';
import { type Chosen, type Column, Matrix, type Shown } from './Matrix.tsx';
import { Ranking } from './Ranking.tsx';
import { Targets } from './Targets.tsx';
import {
  countyName,
  demandIn,
  type Standing,
  scoreTitle,
  standingOf,
  standings,
  standingWords,
  unitsShown,
} from './units.ts';

interface OverviewProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onShow: (shown: Shown) => void;
}

/** Goals first, then every unit and indicator, then the ranking. */
export function Overview({ rollup, words, said, arrangement, onArrange, onShow }: OverviewProps) {
  const columns = useMemo(() => columnsOf(rollup, words), [rollup, words]);
  const units = useMemo(() => unitsShown(rollup), [rollup]);
  const shown = useMemo(() => {
    const ids = columns.map(({ indicator }) => indicator.id);
    const demands = new Map(columns.map(({ indicator, demand }) => [indicator.id, demand]));
    return arranged(units, ids, arrangement, (unit, id) => standingOf(unit, id, demands.get(id) ?? 'now'));
  }, [units, columns, arrangement]);
  const choose = (chosen: Chosen) => {
    if (chosen.kind !== 'column') return onShow(chosen);
    const isSorted = arrangement.indicator === chosen.indicator && arrangement.order === 'standing';
    onArrange({
      ...arrangement,
      indicator: isSorted ? null : chosen.indicator,
      order: isSorted ? 'register' : 'standing',
    });
  };
  return (
    <>
      <Targets {...{ rollup, words }} onChoose={(indicator) => onShow({ kind: 'pooled', indicator })} />
      <section className="group">
        <h2 className="group-title">
          各单位各项指标
          <span className="count">{shown.length}</span>
        </h2>
        <Arranging {...{ rollup, words, columns, arrangement, onArrange }} />
        {shown.length === 0 ? (
          <p className="empty">没有这样的单位。请改选上面的条件。</p>
        ) : (
          <>
            <Matrix
              {...{ words, columns }}
              units={shown}
              sorted={arrangement.order === 'standing' ? arrangement.indicator : null}
              onChoose={choose}
            />
            <p className="quiet matrix-hint">点一格看数、理由和取数的单元格；点指标名称按它排序。</p>
          </>
        )}
      </section>
      <Ranking {...{ rollup, words, said }} onChoose={(unit) => onShow({ kind: 'unit', unit })} />
    </>
  );
}

/** In the order of the words, which the goals begin. */
function columnsOf(rollup: Rollup, words: RollupWords | null): readonly Column[] {
  const ids = words?.indicators.map(({ id }) => id) ?? rollup.indicators.map(({ id }) => id);
  return ids.flatMap((id) => {
    const indicator = rollup.indicators.find((one) => one.id === id);
    const target = words?.indicators.find((one) => one.id === id)?.target ?? '';
    return indicator ? [{ indicator, target, demand: demandIn(rollup, words, id) }] : [];
  });
}

interface ArrangingProps extends Omit<OverviewProps, 'onShow' | 'said'> {
  readonly columns: readonly Column[];
}

/** How they are sorted and which are left out, in a line; opened, the choices. */
function Arranging({ rollup, words, columns, arrangement, onArrange }: ArrangingProps) {
  const { indicator, order, standing, county, urbanRural } = arrangement;
  const units = unitsShown(rollup);
  const counties = [...new Map(units.map((unit) => [countyOf(unit), countyName(unit.unit, words)]))];
  const change = (part: Partial<Arrangement>) => onArrange({ ...arrangement, ...part });
  return (
    <Fold className="arranging" summary={<span>{arrangementText(arrangement, rollup, columns, counties)}</span>}>
      {() => (
        <div className="fields">
          <Choice
            label="排序"
            value={order}
            options={(['register', 'county', 'score', 'standing'] as const).map((one) => [one, orderText(one, rollup)])}
            onChoose={(order) => change({ order: order as Order })}
          />
          <Choice
            label="看哪项指标"
            value={indicator ?? ''}
            options={[['', '全部指标'], ...columns.map(({ indicator: { id, name } }) => [id, name] as const)]}
            onChoose={(id) => change({ indicator: id || null })}
          />
          <Choice
            label="判定"
            value={standing ?? ''}
            options={[['', '全部'], ...standings.map((one) => [one, standingWords[one]] as const)]}
            onChoose={(one) => change({ standing: (one || null) as Standing | null })}
          />
          <Choice
            label="县区"
            value={county ?? ''}
            options={[['', '全部'], ...counties.filter(([id]) => id)]}
            onChoose={(id) => change({ county: id || null })}
          />
          <Choice
            label="城乡"
            value={urbanRural ?? ''}
            options={[
              ['', '全部'],
              ...(['urban', 'rural', 'unknown'] as const).map((one) => [one, urbanRuralWords[one]] as const),
            ]}
            onChoose={(one) => change({ urbanRural: (one || null) as UrbanRural | null })}
          />
          <button type="button" className="unit-link" onClick={() => onArrange(asRegistered)}>
            恢复全部
          </button>
        </div>
      )}
    </Fold>
  );
}

const orderText = (order: Order, { mode }: Rollup): string =>
  ({ register: '按名册次序', county: '按县区', score: `按${scoreTitle(mode)}`, standing: '按判定，差的在前' })[order];

function arrangementText(
  { indicator, order, standing, county, urbanRural }: Arrangement,
  rollup: Rollup,
  columns: readonly Column[],
  counties: readonly (readonly [string, string])[],
): string {
  const name = columns.find((one) => one.indicator.id === indicator)?.indicator.name;
  const only = [
    county && counties.find(([id]) => id === county)?.[1],
    urbanRural && urbanRuralWords[urbanRural],
    standing && `${name ?? '任一指标'}${standingWords[standing]}`,
  ].filter((part) => part);
  const sorted = order === 'standing' && name ? `按“${name}”的判定，差的在前` : orderText(order, rollup);
  return `${sorted}；${only.length > 0 ? `只看${only.join('、')}` : '全部单位'}`;
}
