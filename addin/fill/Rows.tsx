import type { ReactNode } from 'react';
import type { Finding, Place, Severity } from '../../shared/model.ts';
import { CellLink } from '../panes/CellLink.tsx';
import { Fold } from '../panes/Fold.tsx';
import { SeverityIcon } from '../panes/icons.tsx';
import { More } from '../panes/More.tsx';

/** How grave a finding is, to the person who fills in. */
export const plainWords: Readonly<Record<Severity, string>> = {
  error: '必须改',
  warning: '改或说明',
  note: '提示',
};

export const rowName = ({ key, at }: Finding) => `row|${key}|${at.sheet}|${at.address}`;

interface RowsProps {
  readonly findings: readonly Finding[];
  /** Key of the one that was come to last. */
  readonly at?: string | null;
  readonly onReveal: (place: Place) => void;
  /** Below what is to be done. */
  readonly children?: (finding: Finding) => ReactNode;
}

/** A line each, with the way to its cell. */
export function Rows({ findings, at = null, onReveal, children }: RowsProps) {
  return (
    <More items={findings} {...(at !== null && { sought: ({ key }: Finding) => key === at })}>
      {(finding) => (
        <Fold
          key={rowName(finding)}
          name={rowName(finding)}
          className="finding-row"
          summary={
            <>
              <SeverityIcon severity={finding.severity} />
              <span className="finding-message">
                <strong className={`tone-${finding.severity}`}>{plainWords[finding.severity]}</strong> {finding.message}
              </span>
            </>
          }
          aside={<CellLink short place={finding.at} onReveal={onReveal} />}
        >
          {() => (
            <>
              {finding.fix && <p className="quiet">处理：{finding.fix}</p>}
              {finding.related.map((place) => (
                <span key={`${place.sheet}|${place.address}`}>
                  <span className="quiet">参见 </span>
                  <CellLink place={place} onReveal={onReveal} />
                </span>
              ))}
              {children?.(finding)}
            </>
          )}
        </Fold>
      )}
    </More>
  );
}
