/** 汇总, which is fetched when it is first gone to. What it gathers goes on while something else is on show. */
import { type ComponentType, use, useEffect, useRef, useState } from 'react';
import type { Place, PolicyAbout } from '../shared/model.ts';
import { missing } from './panes/missing.tsx';
import { atFirst, GoingContext, type Whereabouts } from './panes/whereabouts.ts';
import { useHeld } from './returns.ts';
import type { Gathering, Source } from './rollup/gathering.ts';

export interface RollupPlaceProps {
  readonly gathering: Gathering;
  /** Opens a file in 检查; null where there is no room for it. */
  readonly onOpenFile: ((file: File) => void) | null;
  /** Selects a cell of the workbook that is open; null where none is. */
  readonly onSelect: ((place: Place) => void) | null;
  /** Of the workbook that is open, as it was checked last. */
  readonly ownDataHash: string | null;
  /** Adds the files to try; absent where there are none. */
  readonly sample?: (() => void) | undefined;
}

/** Gives files to try; null where this site has none. */
export type FindSample = () => Promise<(() => Promise<readonly Source[]>) | null>;

export interface Rollups {
  readonly RollupPlace: ComponentType<RollupPlaceProps>;
  readonly gathering: Gathering;
}

export type LoadRollup = (policies: readonly PolicyAbout[]) => Promise<Rollups>;

export const loadRollup: LoadRollup = async (policies) => {
  const [{ RollupPlace }, { createGathering }] = await Promise.all([
    import('./rollup/Rollup.tsx'),
    import('./rollup/gather.ts'),
  ]);
  return { RollupPlace, gathering: createGathering(policies) };
};

type Coming = ReturnType<typeof useRollups>;

interface RollupBodyProps extends Omit<RollupPlaceProps, 'gathering' | 'sample'> {
  readonly coming: Coming;
  readonly onSample: (() => void) | null;
}

/** What there is to see of it by now. */
export function RollupBody({ coming, onSample, ...props }: RollupBodyProps) {
  const { rollups, isMissing } = coming;
  const [whereabouts, setWhereabouts] = useHeld('rollup.whereabouts', atFirst);
  const onGo = (to: Partial<Whereabouts>) => setWhereabouts((now) => ({ ...now, ...to }));
  const going = { ...use(GoingContext), whereabouts, onGo };
  if (!rollups) return isMissing && <Missing />;
  return (
    <GoingContext value={going}>
      <rollups.RollupPlace gathering={rollups.gathering} sample={onSample ?? undefined} {...props} />
    </GoingContext>
  );
}

const { default: Missing } = missing();

/** `rollups` is null until it came, `isMissing` where it did not; `fetch` brings it, once, and again where it did not come. */
export function useRollups(load: LoadRollup, policies: readonly PolicyAbout[]) {
  const [rollups, setRollups] = useState<Rollups | null>(null);
  const [isMissing, setMissing] = useState(false);
  const coming = useRef<Promise<Rollups> | null>(null);
  /** Rejects where it did not come. */
  function fetch(): Promise<Rollups> {
    coming.current ??= load(policies).then(
      (came) => {
        setRollups(came);
        setMissing(false);
        return came;
      },
      (error) => {
        coming.current = null;
        setMissing(true);
        throw error;
      },
    );
    return coming.current;
  }
  return { rollups, isMissing, fetch };
}

/** Adds the files to try to what is gathered; null where there are none. */
export function useSample(find: FindSample, { fetch }: Coming): (() => Promise<void>) | null {
  const [give, setGive] = useState<(() => Promise<readonly Source[]>) | null>(null);
  useEffect(() => {
    find().then(
      (found) => setGive(() => found),
      () => {},
    );
  }, [find]);
  return (
    give &&
    (async () => {
      const [{ gathering }, sources] = await Promise.all([fetch(), give()]);
      gathering.add(sources);
    })
  );
}
