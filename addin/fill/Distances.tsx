import { useMemo } from 'react';
import { type Distance, distancesOf } from '../../shared/fill/distances.ts';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode, Place } from '../../shared/model.ts';
import { CellLink } from '../panes/CellLink.tsx';
import { Fold } from '../panes/Fold.tsx';
import type { Seen } from './filling.ts';

interface DistancesProps {
  readonly seen: Seen;
  readonly onReveal: (place: Place) => void;
}

/** How far it is, as of the day of filling in, to what is asked for at mid-term and at the end. */
export function Distances({ seen: { filled, policy }, onReveal }: DistancesProps) {
  const distances = useMemo(() => distancesOf(filled.now, filled.at, policy), [filled, policy]);
  return (
    <>
      {modes.map((mode) => {
        const all = distances[mode];
        if (all.length === 0) return null;
        const { asOf } = filled.at[mode];
        const of = (state: Distance['state']) => all.filter((one) => one.state === state);
        const [open, unsure, blank, done] = [of('open'), of('unsure'), of('blank'), of('done')];
        return (
          <Fold
            key={mode}
            name={`distance|${mode}`}
            className="group"
            summary={
              <span className="group-title">
                {modeWords[mode]}评估要做到的 {all.length} 项
                <span className="quiet">
                  {' '}
                  已做到 {done.length}，还差 {open.length + unsure.length}，还没有填 {blank.length}
                </span>
              </span>
            }
          >
            {() => (
              <>
                <p className="quiet fill-line">
                  按{dateText(filled.now.asOf)}填的算，到{dateText(asOf)}为止。
                </p>
                {[...open, ...unsure].map((one) => (
                  <Line key={one.id} of={one} until={dateText(asOf)} onReveal={onReveal} />
                ))}
                {blank.length > 0 && (
                  <p className="line">
                    还没有填：
                    {blank.map(({ name }) => name).join('、')}
                  </p>
                )}
                {done.map((one) => (
                  <Line key={one.id} of={one} until={dateText(asOf)} onReveal={onReveal} />
                ))}
              </>
            )}
          </Fold>
        );
      })}
    </>
  );
}

const modes: readonly Mode[] = ['midterm', 'final'];

interface LineProps {
  readonly of: Distance;
  /** Date of the evaluation. */
  readonly until: string;
  readonly onReveal: (place: Place) => void;
}

function Line({ of: { text, later, at }, until, onReveal }: LineProps) {
  return (
    <div className="line">
      <p>{text}。</p>
      {later && (
        <p className="quiet">
          到{until}按现在填的是——{later}。
        </p>
      )}
      {at && <CellLink place={at} onReveal={onReveal} />}
    </div>
  );
}
