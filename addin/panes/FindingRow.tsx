import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { severityWords } from '../../shared/model/words.ts';
import type { Finding, Place, RuleReport } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnLink } from './ColumnLink.tsx';
import { columnOfFinding, type Doubt } from './columns.ts';
import { Explain } from './Explain.tsx';
import { Fold } from './Fold.tsx';
import { SeverityIcon } from './icons.tsx';
import { findingName } from './listed.ts';
import { GoingContext, toggled } from './whereabouts.ts';

interface FindingProps {
  readonly finding: Finding;
  /** Undefined where it is said above already. */
  readonly rule?: RuleReport | undefined;
  /** Of which it may come. */
  readonly columns: readonly Doubt[];
  readonly onReveal: (place: Place) => void;
}

/** One line until it is opened, with the way to its cell. */
export function FindingRow(props: FindingProps) {
  const { finding, onReveal } = props;
  const { dealtWith } = use(GoingContext).whereabouts;
  const isDealtWith = dealtWith.includes(finding.key);
  return (
    <Fold
      name={findingName(finding)}
      className={isDealtWith ? 'finding-row dealt-with' : 'finding-row'}
      summary={
        <>
          <SeverityIcon severity={finding.severity} />
          <Message finding={finding} isDealtWith={isDealtWith} />
        </>
      }
      aside={<CellLink short place={finding.at} onReveal={onReveal} />}
    >
      {() => <Body {...props} />}
    </Fold>
  );
}

/** The whole of it at once. */
export function FindingCard(props: FindingProps) {
  const { finding } = props;
  return (
    <article className="finding">
      <SeverityIcon severity={finding.severity} />
      <div>
        <p>
          <Message finding={finding} isDealtWith={false} />
        </p>
        <Body {...props} />
      </div>
    </article>
  );
}

function Message({ finding, isDealtWith }: Pick<FindingProps, 'finding'> & { readonly isDealtWith: boolean }) {
  const { severity, message } = finding;
  return (
    <span className="finding-message">
      <strong className={`tone-${severity}`}>{severityWords[severity]}</strong> {isDealtWith && '（已处理）'}
      {message}
    </span>
  );
}

function Body({ finding, rule, columns, onReveal }: FindingProps) {
  const { whereabouts, onGo, onHelp } = use(GoingContext);
  const { key, severity, message, fix, at, related } = finding;
  const { dealtWith } = whereabouts;
  return (
    <>
      {fix && <p className="quiet">处理：{fix}</p>}
      <ColumnLink doubt={columnOfFinding(finding, columns)} />
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
                <p>{rule.title}</p>
                <p className="quiet">依据：{rule.relation}</p>
                <Button size="small" onClick={() => onHelp(rule.id)}>
                  在帮助里看
                </Button>
              </>
            )}
          </Fold>
        )}
      </div>
      <label className="filter">
        <input
          type="checkbox"
          checked={dealtWith.includes(key)}
          onChange={() => onGo({ dealtWith: toggled(dealtWith, key) })}
        />
        已处理
      </label>
    </>
  );
}
