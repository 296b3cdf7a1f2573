import { Button } from '@fluentui/react-components';
import { type Job, jobAims, roleWords } from './jobs.ts';

interface RoleFormProps {
  readonly offered: readonly Job[];
  readonly onRole: (role: Job) => void;
}

/** Asked once, the first time that the pane is opened on a machine. */
export function RoleForm({ offered, onRole }: RoleFormProps) {
  return (
    <main className="pane role-form">
      <h1>您主要做哪一样？</h1>
      {offered.map((job) => (
        <section key={job}>
          <Button className="role" appearance="primary" size="large" onClick={() => onRole(job)}>
            {roleWords[job]}
          </Button>
          <p>{jobAims[job]}</p>
        </section>
      ))}
      <p className="quiet">只决定打开窗格时先到哪里，别的也都能做。记在这台电脑上，以后可在右上角的“更多”里改。</p>
    </main>
  );
}
