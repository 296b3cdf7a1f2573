import { Button } from '@fluentui/react-components';
import { allJobs, type Job, jobAims, roleWords } from './jobs.ts';

/** Asked once, the first time that the pane is opened on a machine. */
export function RoleForm({ onRole }: { readonly onRole: (role: Job) => void }) {
  return (
    <main className="pane role-form">
      <h1>您主要做哪一样？</h1>
      {allJobs.map((job) => (
        <section key={job}>
          <Button className="role" appearance="primary" size="large" onClick={() => onRole(job)}>
            {roleWords[job]}
          </Button>
          <p>{jobAims[job]}</p>
        </section>
      ))}
      <p className="quiet">只决定打开窗格时先到哪里，两样都能做。记在这台电脑上，以后可在右上角的“更多”里改。</p>
    </main>
  );
}
