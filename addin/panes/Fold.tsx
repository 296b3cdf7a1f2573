import { type ReactNode, useState } from 'react';
import { FoldIcon } from './icons.tsx';

interface FoldProps {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly children: () => ReactNode;
}

/** Opens on a click. What is inside is made only then: a ledger can have thousands of like findings. */
export function Fold({ summary, className = 'fold', children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className={className}>
      <button type="button" className="fold-summary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {summary}
        <FoldIcon />
      </button>
      {open && <div className="fold-body">{children()}</div>}
    </div>
  );
}
