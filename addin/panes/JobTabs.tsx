import { Button } from '@fluentui/react-components';
import { use, useId } from 'react';
import { JobsContext, jobAims, jobWords, roleWords } from './jobs.ts';

/** The row on top: what the person does, and has gone to. */
export function JobTabs() {
  const jobs = use(JobsContext);
  if (!jobs) return null;
  return (
    <nav className="jobs" aria-label="工作">
      {jobs.offered
        .filter((job) => jobs.seen.includes(job))
        .map((job) => (
          <button
            key={job}
            type="button"
            aria-current={job === jobs.job ? 'page' : undefined}
            onClick={() => jobs.onGo(job)}
          >
            {jobWords[job]}
          </button>
        ))}
    </nav>
  );
}

/** In ⋯: what is not on show, and what the pane opens with; `onDone` once something is chosen. */
export function OtherWork({ onDone }: { readonly onDone: () => void }) {
  const jobs = use(JobsContext);
  const name = useId();
  if (!jobs) return null;
  return (
    <section className="other-work">
      <h2>其他工作</h2>
      {jobs.offered
        .filter((job) => job !== jobs.job)
        .map((job) => (
          <Button
            key={job}
            title={jobAims[job]}
            onClick={() => {
              onDone();
              jobs.onGo(job);
            }}
          >
            {jobWords[job]}
          </Button>
        ))}
      <fieldset>
        <legend>打开窗格时</legend>
        {jobs.offered.map((job) => (
          <label key={job}>
            <input
              type="radio"
              name={name}
              checked={jobs.role === job}
              onChange={() => {
                onDone();
                jobs.onRole(job);
              }}
            />
            {roleWords[job]}（先到{jobWords[job]}）
          </label>
        ))}
      </fieldset>
    </section>
  );
}
