import type { Demand } from '../../../shared/model/missing.ts';
import type { Rollup, RollupIndicator, RollupUnit } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';
import { type Aim, aimOf } from './aims.ts';
import { type Dots, type DotVerdict, dotsOf, dotVerdicts } from './dots.ts';
import { boundsText, countsText, metText, pooledGapText, pooledText, shownValue, unitValue } from './figures.ts';
import { demandIn, standingWords, unitsShown } from './units.ts';

interface TargetsProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly onChoose: (indicator: string) => void;
}

/** The goals of the policy: how far all units together are, and each of them; what is drawn stands in words beside it. */
export function Targets({ rollup, words, onChoose }: TargetsProps) {
  const goals = (words?.indicators ?? []).filter(({ isGoal }) => isGoal);
  const units = unitsShown(rollup);
  return (
    <section className="group">
      <h2 className="group-title">总体目标</h2>
      <div className="targets">
        {goals.map(({ id, name, target }) => {
          const indicator = rollup.indicators.find((one) => one.id === id);
          if (!indicator) return null;
          return (
            <article key={id} className="target">
              <h3>
                <button type="button" className="target-name" onClick={() => onChoose(id)}>
                  {name}
                </button>
                <span className="chip fill-reference">{metText(indicator, rollup.mode)}</span>
              </h3>
              {target && <p className="quiet">目标 {target}</p>}
              <Picture indicator={indicator} units={units} aim={aimOf(target)} />
              <TargetWords {...{ indicator, units, target }} demand={demandIn(rollup, words, id)} />
            </article>
          );
        })}
      </div>
      <p className="picture-legend quiet">
        {dotVerdicts.map((verdict) => (
          <span key={verdict}>
            <DotSample verdict={verdict} /> {standingWords[verdict]}的单位
          </span>
        ))}
        <span>
          <span className="picture-aim" aria-hidden="true" /> 目标
        </span>
        <span>
          <span className="picture-sample" aria-hidden="true" /> 合并计算，斜线是待核实的
        </span>
      </p>
    </section>
  );
}

interface TargetWordsProps {
  readonly indicator: RollupIndicator;
  readonly units: readonly RollupUnit[];
  readonly target: string;
  readonly demand: Demand;
}

/** All that the picture shows. */
export function TargetWords({ indicator, units, target, demand }: TargetWordsProps) {
  const aim = aimOf(target);
  const { pooled } = indicator;
  const lines = [
    pooled && [pooledText(pooled, aim), pooledGapText(pooled, aim)].filter((part) => part).join('，'),
    pooled && boundsText(pooled, aim),
    countsText(indicator, demand),
    spanText(units, indicator.id, aim),
  ].filter((line) => line);
  return lines.map((line, index) => (
    <p key={line} className="target-line">
      {index === 0 && pooled && '合并计算 '}
      {line}
    </p>
  ));
}

/** From the lowest to the highest of the units. */
function spanText(units: readonly RollupUnit[], id: string, aim: Aim | null): string | null {
  const values = units.flatMap(({ verdicts, figures }) => {
    const figure = verdicts[id] === 'not_applicable' ? undefined : figures[id];
    return (figure && unitValue(figure)) ?? [];
  });
  if (values.length < 2) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const shown = least === most ? '都是 ' : '';
  return `各单位${shown || ' '}${shownValue(least, aim)}${shown ? '' : `～${shownValue(most, aim)}`}`;
}

interface PictureProps {
  readonly indicator: RollupIndicator;
  readonly units: readonly RollupUnit[];
  readonly aim: Aim | null;
}

/** Value against target with the range of what is open, and the units above it. Those who do not see it have the words below. */
function Picture({ indicator: { id, pooled }, units, aim }: PictureProps) {
  const aimed = aim && aim.p / aim.q;
  const dots = dotsOf(units, id, aimed);
  if (dots.dots.length === 0) return null;
  const share = (value: number) => `${Math.min(100, (value / dots.most) * 100)}%`;
  const open = pooled && boundsOf(pooled.bounds);
  return (
    <>
      <div className="picture" aria-hidden="true">
        <DotRows {...dots} />
        <div className={pooled ? 'picture-track' : 'picture-axis'}>
          {pooled?.value != null && <span className="picture-value" style={{ width: share(pooled.value) }} />}
          {open && open.most > open.least && (
            <span
              className="picture-range"
              style={{ left: share(open.least), width: `calc(${share(open.most)} - ${share(open.least)})` }}
            />
          )}
        </div>
        {aimed !== null && <span className="picture-aim" style={{ left: share(aimed) }} />}
      </div>
      {dots.each > 1 && <p className="picture-legend quiet">每点 {dots.each} 个单位</p>}
    </>
  );
}

/** Pixels. */
const dotSize = 9;

/**
 * All of one verdict are one path of strokes without length, which stay round however wide the picture is. They differ without
 * colour: full, ringed, empty, round or square.
 */
function DotRows({ dots }: Dots) {
  const height = (1 + Math.max(0, ...dots.map(({ level }) => level))) * dotSize;
  return (
    <svg
      className="picture-dots"
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      style={{ height }}
      aria-hidden="true"
    >
      {dotVerdicts.map((verdict) => {
        const drawn = dots.filter((dot) => dot.verdict === verdict);
        const path = drawn.map(({ at, level }) => `M${at * 1000} ${height - (level + 0.5) * dotSize}h0`).join('');
        return path && <DotPath key={verdict} verdict={verdict} path={path} />;
      })}
    </svg>
  );
}

function DotPath({ verdict, path }: { readonly verdict: DotVerdict; readonly path: string }) {
  return (
    <g className={`dot dot-${verdict}`}>
      <path className="dot-whole" d={path} />
      {verdict !== 'met' && verdict !== 'to_verify' && <path className="dot-hole" d={path} />}
      {verdict === 'on_track' && <path className="dot-heart" d={path} />}
    </g>
  );
}

function DotSample({ verdict }: { readonly verdict: DotVerdict }) {
  return (
    <svg className="dot-sample" viewBox="0 0 10 10" aria-hidden="true">
      <DotPath verdict={verdict} path="M5 5h0" />
    </svg>
  );
}

function boundsOf({
  lower,
  lowerDenominator,
  upper,
  upperDenominator,
}: NonNullable<RollupIndicator['pooled']>['bounds']) {
  if (lowerDenominator === 0 || upperDenominator === 0) return null;
  return { least: lower / lowerDenominator, most: upper / upperDenominator };
}
