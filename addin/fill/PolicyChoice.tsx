import { useId } from 'react';
import type { PolicyAbout } from '../../shared/model.ts';

interface PolicyChoiceProps {
  readonly policies: readonly PolicyAbout[];
  /** Id. */
  readonly policy: string;
  readonly busy: boolean;
  readonly onPolicy: (id: string) => void;
}

/** By which document it is filled in. */
export function PolicyChoice({ policies, policy, busy, onPolicy }: PolicyChoiceProps) {
  const field = useId();
  const chosen = policies.find(({ id }) => id === policy);
  return (
    <div className="policy">
      <label htmlFor={field}>按哪份文件填</label>
      <select id={field} value={policy} disabled={busy} onChange={({ target }) => onPolicy(target.value)}>
        {policies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {chosen && <p className="policy-why quiet">{chosen.source}</p>}
    </div>
  );
}
