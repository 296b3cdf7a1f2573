/** Signs beside the words: verdicts and severities differ by shape as well as by colour. */
import type { Severity, Verdict } from '../../shared/model.ts';

export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  return <Icon d={verdictShapes[verdict]} className={`tone-${verdict}`} />;
}

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  return <Icon d={severityShapes[severity]} className={`tone-${severity}`} />;
}

export type Tone = 'success' | 'warning' | 'error' | 'info';

export function ToneIcon({ tone }: { readonly tone: Tone }) {
  return <Icon d={toneShapes[tone]} className={`tone-${tone}`} />;
}

/** A chevron that the style sheet turns when its fold is open. */
export function FoldIcon() {
  return <Icon d="M6 3l5 5-5 5" className="fold-icon" />;
}

export function CloseIcon() {
  return <Icon d="M4 4l8 8M12 4l-8 8" className="" />;
}

export function MoreIcon() {
  return <Icon d="M3 8h.01M8 8h.01M13 8h.01" className="more-icon" />;
}

function Icon({ d, className }: { readonly d: string; readonly className: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={d} />
    </svg>
  );
}

const circle = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z';
const question = 'M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.3M8 11.6v.1';

const verdictShapes: Readonly<Record<Verdict, string>> = {
  met: `${circle}M5 8.3l2.1 2.1L11 6.2`,
  unmet: `${circle}M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8`,
  on_track: `${circle}M8 4.5V8l2.4 1.6`,
  behind: 'M8 1.8l6.6 12.2H1.4zM8 6.2v3.6M8 11.8v.1',
  to_verify: `${circle}${question}`,
  missing: `${circle}M5 8h6`,
  not_applicable: 'M3.5 8h9',
  reference: `${circle}M8 7.3v3.9M8 4.7v.1`,
};

const toneShapes: Readonly<Record<Tone, string>> = {
  success: `${circle}M5 8.3l2.1 2.1L11 6.2`,
  warning: 'M8 1.8l6.6 12.2H1.4zM8 6.2v3.6M8 11.8v.1',
  error: `${circle}M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8`,
  info: `${circle}M8 7.3v3.9M8 4.7v.1`,
};

const severityShapes: Readonly<Record<Severity, string>> = {
  error: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM8 4.6v4M8 11.2v.1',
  warning: 'M8 1.8l6.6 12.2H1.4zM8 6.2v3.6M8 11.8v.1',
  note: `${circle}M8 7.3v3.9M8 4.7v.1`,
};
