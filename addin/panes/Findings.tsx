import { type ReactNode, useState } from 'react';
import { likeFindings } from '../../shared/model/like-findings.ts';
import { severityWords } from '../../shared/model/words.ts';
import type { Finding, Place, RuleReport, Severity } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { Explain, ExplainAll } from './Explain.tsx';
import { Fold } from './Fold.tsx';
import { SeverityIcon } from './icons.tsx';
import { More } from './More.tsx';
import { RuleTitle } from './RuleTitle.tsx';

interface FindingsProps {
  /** What is asked, above them all. */
  readonly questions: ReactNode;
  /** Without what is asked. */
  readonly findings: readonly Finding[];
  /** Those that the findings name. */
  readonly rules: readonly RuleReport[];
  readonly onReveal: (place: Place) => void;
}

/** The gravest first; many like findings are one line until it is opened. */
export function Findings({ questions, findings, rules, onReveal }: FindingsProps) {
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  if (findings.length === 0) {
    return (
      <>
        {questions}
        <p className="empty">没有发现{questions ? '其他' : ''}数据问题。</p>
      </>
    );
  }
  const ruleOf = ({ rule }: Finding) => rules.find(({ id }) => id === rule);
  const toggle = (severity: Severity) =>
    setHidden(hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity]);
  return (
    <>
      {questions}
      <fieldset className="filters">
        <legend>显示</legend>
        {severities.map((severity) => (
          <label key={severity} className="filter">
            <input type="checkbox" checked={!hidden.includes(severity)} onChange={() => toggle(severity)} />
            {severityWords[severity]}
          </label>
        ))}
      </fieldset>
      <p className="quiet severity-hint">
        强制：改正后再上报。核实：逐项核对，在“差距清单”的“核实说明”栏写明。提示：不影响上报。
      </p>
      {severities
        .filter((severity) => !hidden.includes(severity))
        .flatMap((severity) => likeFindings(findings.filter((finding) => finding.severity === severity)))
        .map((group) =>
          group.length < many ? (
            group.map((finding) => (
              <FindingCard key={keyOf(finding)} finding={finding} rule={ruleOf(finding)} onReveal={onReveal} />
            ))
          ) : (
            <FindingGroup key={keyOf(group[0]!)} findings={group} rule={ruleOf(group[0]!)} onReveal={onReveal} />
          ),
        )}
    </>
  );
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

const keyOf = (finding: Finding) => `${finding.key}|${finding.at.sheet}|${finding.at.address}`;

/** So many like findings are folded. */
const many = 4;

interface Ruled {
  /** Undefined where it is said above already. */
  readonly rule?: RuleReport | undefined;
  readonly onReveal: (place: Place) => void;
}

/** Its rule is the heading, and said once; what it came upon first is the example. */
function FindingGroup({ findings, rule, onReveal }: { readonly findings: readonly Finding[] } & Ruled) {
  const first = findings[0]!;
  return (
    <Fold
      className="finding-group"
      summary={
        <>
          <SeverityIcon severity={first.severity} />
          <span className="finding-message">
            <strong className={`tone-${first.severity}`}>{severityWords[first.severity]}</strong>{' '}
            {rule ? <RuleTitle rule={rule} /> : first.message}
            <span className="quiet">
              “{first.at.sheet}”同类问题共 {findings.length} 处{rule && `，如：${first.message}`}
            </span>
          </span>
        </>
      }
    >
      {() => (
        <>
          {rule && <p className="quiet ground">依据：{rule.relation}</p>}
          {first.severity === 'warning' && (
            <ExplainAll of={findings.map(({ key, message }) => ({ key, about: message }))} />
          )}
          <More items={findings}>
            {(finding) => <FindingCard key={keyOf(finding)} finding={finding} onReveal={onReveal} />}
          </More>
        </>
      )}
    </Fold>
  );
}

export function FindingCard({ finding, rule, onReveal }: { readonly finding: Finding } & Ruled) {
  const { key, severity, message, fix, at, related } = finding;
  return (
    <article className="finding">
      <SeverityIcon severity={severity} />
      <div>
        <p className="finding-message">
          <strong className={`tone-${severity}`}>{severityWords[severity]}</strong> {message}
        </p>
        {fix && <p className="quiet">处理：{fix}</p>}
        {severity === 'warning' && <Explain of={{ key, about: message }} />}
        <div className="finding-places">
          <CellLink place={at} onReveal={onReveal} />
          {related.map((place) => (
            <span key={`${place.sheet}|${place.address}`}>
              <span className="quiet">参见 </span>
              <CellLink place={place} onReveal={onReveal} />
            </span>
          ))}
          {rule && (
            <Fold className="rule" summary="依据">
              {() => (
                <>
                  <p>
                    <RuleTitle rule={rule} />
                  </p>
                  <p className="quiet">依据：{rule.relation}</p>
                </>
              )}
            </Fold>
          )}
        </div>
      </div>
    </article>
  );
}
