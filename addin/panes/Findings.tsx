import { useState } from 'react';
import { likeFindings } from '../../shared/model/like-findings.ts';
import { severityWords } from '../../shared/model/words.ts';
import type { Finding, Place, Severity } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { Fold } from './Fold.tsx';
import { SeverityIcon } from './icons.tsx';
import { More } from './More.tsx';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onReveal: (place: Place) => void;
}

/** The gravest first; many like findings are one line until it is opened. */
export function Findings({ findings, onReveal }: FindingsProps) {
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  if (findings.length === 0) return <p className="empty">没有发现数据问题。</p>;
  const toggle = (severity: Severity) =>
    setHidden(hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity]);
  return (
    <>
      <fieldset className="filters">
        <legend>显示</legend>
        {severities.map((severity) => (
          <label key={severity} className="filter">
            <input type="checkbox" checked={!hidden.includes(severity)} onChange={() => toggle(severity)} />
            {severityWords[severity]}
          </label>
        ))}
      </fieldset>
      <p className="quiet severity-hint">强制：改正后再上报。核实：逐项核对，写明说明。提示：不影响上报。</p>
      {severities
        .filter((severity) => !hidden.includes(severity))
        .flatMap((severity) => likeFindings(findings.filter((finding) => finding.severity === severity)))
        .map((group) =>
          group.length < many ? (
            group.map((finding) => <FindingCard key={keyOf(finding)} finding={finding} onReveal={onReveal} />)
          ) : (
            <FindingGroup key={keyOf(group[0]!)} findings={group} onReveal={onReveal} />
          ),
        )}
    </>
  );
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

const keyOf = (finding: Finding) => `${finding.key}|${finding.at.sheet}|${finding.at.address}`;

/** So many like findings are folded. */
const many = 4;

function FindingGroup({ findings, onReveal }: FindingsProps) {
  const first = findings[0]!;
  return (
    <Fold
      className="finding-group"
      summary={
        <>
          <SeverityIcon severity={first.severity} />
          <span className="finding-message">
            <strong className={`tone-${first.severity}`}>{severityWords[first.severity]}</strong> {first.message}
            <span className="quiet">
              “{first.at.sheet}”同类问题共 {findings.length} 处
            </span>
          </span>
        </>
      }
    >
      {() => (
        <More items={findings}>
          {(finding) => <FindingCard key={keyOf(finding)} finding={finding} onReveal={onReveal} />}
        </More>
      )}
    </Fold>
  );
}

export function FindingCard({ finding, onReveal }: { readonly finding: Finding } & Omit<FindingsProps, 'findings'>) {
  const { severity, message, fix, at, related, rule } = finding;
  return (
    <article className="finding">
      <SeverityIcon severity={severity} />
      <div>
        <p className="finding-message">
          <strong className={`tone-${severity}`}>{severityWords[severity]}</strong> {message}
        </p>
        {fix && <p className="quiet">处理：{fix}</p>}
        <p className="finding-places">
          <CellLink place={at} onReveal={onReveal} />
          {related.map((place) => (
            <span key={`${place.sheet}|${place.address}`}>
              <span className="quiet">参见 </span>
              <CellLink place={place} onReveal={onReveal} />
            </span>
          ))}
          <span className="quiet rule">规则 {rule}</span>
        </p>
      </div>
    </article>
  );
}
