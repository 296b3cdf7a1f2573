import { type ReactNode, use, useState } from 'react';
import { FoldIcon } from './icons.tsx';
import { useSought } from './sought.ts';
import { GoingContext, toggled } from './whereabouts.ts';
import './results.css';

interface FoldProps {
  readonly summary: ReactNode;
  /** By which it is found, and stays open through another check. */
  readonly name?: string;
  readonly className?: string;
  /** Beside what opens it. */
  readonly aside?: ReactNode;
  readonly children: () => ReactNode;
}

/** Opens on a click. What is inside is made only then: a ledger can have thousands of like findings. */
export function Fold({ summary, name = '', className = 'fold', aside, children }: FoldProps) {
  const { whereabouts, onGo } = use(GoingContext);
  const [isOpenHere, setOpenHere] = useState(false);
  const sought = useSought<HTMLButtonElement>(name);
  const { opened } = whereabouts;
  const isOpen = name === '' ? isOpenHere : opened.includes(name);
  const toggle = (button: HTMLElement) => {
    if (name === '') setOpenHere(!isOpen);
    else onGo({ opened: toggled(opened, name) });
    // What is opened at the lower edge would open out of sight.
    if (!isOpen) requestAnimationFrame(() => button.parentElement?.scrollIntoView?.({ block: 'nearest' }));
  };
  return (
    <div className={className}>
      <button
        ref={sought}
        type="button"
        className="fold-summary"
        aria-expanded={isOpen}
        onClick={({ currentTarget }) => toggle(currentTarget)}
      >
        {summary}
        <FoldIcon />
      </button>
      {aside}
      {isOpen && <div className="fold-body">{children()}</div>}
    </div>
  );
}
