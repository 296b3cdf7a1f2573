import { type ComponentProps, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Engine } from './evaluations.ts';
import { firstIn } from './panes/focus.ts';
import { allJobs, type Job, JobsContext } from './panes/jobs.ts';
import { missing } from './panes/missing.tsx';
import { RoleForm } from './panes/RoleForm.tsx';
import type { Gone, Memory } from './returns.ts';
import { keepRole, keptRole } from './roles.ts';
import type { FindSample, LoadRollup } from './rollups.tsx';
import { Session } from './Session.tsx';

/** Most go to one of them only. */
const Fill = lazy(() => import('./fill/Fill.tsx').then(({ Fill }) => ({ default: Fill }), missing));
const Rollup = lazy(() => import('./Rollup.tsx').then(({ Rollup }) => ({ default: Rollup }), missing));

interface JobsProps extends Omit<ComponentProps<typeof Session>, 'evaluate' | 'checkAtOnce' | 'onKnown'> {
  readonly engine: Engine;
  /** Where a button of the ribbon goes; null where none was pressed. */
  readonly go: Job | null;
  readonly gone: Memory<Gone>;
  readonly loadRollup: LoadRollup;
  readonly findSample: FindSample;
}

/** The task pane with all that is done in it. What was gone to once goes on while something else is on show. */
export function Jobs({ engine, go, gone, loadRollup, findSample, ...session }: JobsProps) {
  const { host, policies, localOnly } = session;
  const [offered] = useState(() => allJobs.filter((one) => one !== 'fill' || host.fill !== null));
  const [{ job, role, been, begun }, setAt] = useState(() => begin(go, gone, offered));
  const [dataHash, setDataHash] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);

  function move(to: Job, as: Job | null) {
    setAt((at) => ({ job: to, role: as, been: withJob(at.been, to), begun: withJob(at.begun, to) }));
    requestAnimationFrame(() => focusIn(root.current));
  }
  function choose(role: Job) {
    keepRole(role);
    move(role, role);
  }

  useEffect(() => {
    if (job) gone.hold({ job, been });
  }, [gone, job, been]);

  if (!job) return <RoleForm offered={offered} onRole={choose} />;
  const seen = role ? withJob(been, role) : offered;
  return (
    <JobsContext value={{ job, role, offered, seen, onGo: (to) => move(to, role), onRole: choose }}>
      <div ref={root}>
        {begun.includes('fill') && host.fill && (
          <div hidden={job !== 'fill'}>
            <Suspense>
              <Fill {...{ host, engine, policies, localOnly }} fillHost={host.fill} />
            </Suspense>
          </div>
        )}
        {begun.includes('check') && (
          <div hidden={job !== 'check'}>
            <Session {...session} evaluate={engine.evaluate} checkAtOnce={go === 'check'} onKnown={setDataHash} />
          </div>
        )}
        {begun.includes('rollup') && (
          <div hidden={job !== 'rollup'}>
            <Suspense>
              <Rollup {...{ loadRollup, findSample, host, policies }} ownDataHash={dataHash} />
            </Suspense>
          </div>
        )}
      </div>
    </JobsContext>
  );
}

interface At {
  /** Null while it is asked. */
  readonly job: Job | null;
  readonly role: Job | null;
  /** Where the person was in this session. */
  readonly been: readonly Job[];
  /** Those that were gone to since the pane was opened. */
  readonly begun: readonly Job[];
}

/** By the button of the ribbon, else where the person was in this session, else by their role. */
function begin(given: Job | null, gone: Memory<Gone>, offered: readonly Job[]): At {
  const before = gone.recall();
  const kept = keptRole();
  const here = (one: Job | null | undefined) => (one && offered.includes(one) ? one : null);
  const go = here(given);
  const role = kept === 'refused' ? null : here(kept);
  const job = go ?? here(before?.job) ?? (kept === 'refused' ? 'check' : role);
  const begun = job ? [job] : [];
  return { job, role, been: [...new Set([...(before?.been ?? []), ...begun])], begun };
}

const withJob = (jobs: readonly Job[], job: Job): readonly Job[] => (jobs.includes(job) ? jobs : [...jobs, job]);

/** The tab that was pressed is gone with its row: the focus goes to the one that is on show, or to what is to be done first. */
function focusIn(root: HTMLElement | null): void {
  const shown = root?.querySelector(':scope > :not([hidden])');
  if (shown) (shown.querySelector<HTMLElement>('[aria-current]') ?? firstIn(shown))?.focus();
}
