import { Link } from '@fluentui/react-components';
import { severityWords } from '../../../shared/model/words.ts';
import type { FilePlace, Rollup, RollupFinding } from '../../../shared/model.ts';
import { Fold } from '../../panes/Fold.tsx';
import { SeverityIcon } from '../../panes/icons.tsx';
import { More } from '../../panes/More.tsx';
import type { RollupWords } from '../gathering.ts';
import { pathNames, unitNames } from './units.ts';

interface AcrossProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly onReveal: (file: string, place: FilePlace) => void;
}

/** What does not agree between workbooks, by rule and severity; below, what was not held against each other and why. */
export function Across({ rollup, words, onReveal }: AcrossProps) {
  const { findings, notChecked } = rollup;
  const reasons = [...new Set(notChecked.map(({ reason }) => reason))];
  const without = findings.length === 0;
  return (
    <>
      {without && reasons.length === 0 && <p className="empty">各工作簿之间没有发现问题。</p>}
      {without && reasons.length > 0 && <p>还有没有核对的，不能说没有问题：</p>}
      {byKind(findings).map((alike) => (
        <Alike key={kindOf(alike[0]!)} {...{ alike, rollup, words, onReveal }} />
      ))}
      {notChecked.length > 0 && (
        <section className="group">
          <h2 className="group-title">
            没有核对的<span className="count">{reasons.length}</span>
          </h2>
          {reasons.map((reason) => (
            <p key={reason} className="line">
              {reason}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

interface AlikeProps extends AcrossProps {
  readonly alike: readonly RollupFinding[];
}

/** Of one rule and severity; several are folded under the first of them. */
function Alike({ alike, ...props }: AlikeProps) {
  const [first, ...others] = alike;
  if (others.length === 0) return <FindingCard finding={first!} {...props} />;
  return (
    <Fold
      name={`across|${kindOf(first!)}`}
      className="finding-group"
      summary={
        <>
          <SeverityIcon severity={first!.severity} />
          <span>
            <strong className={`tone-${first!.severity}`}>{severityWords[first!.severity]}</strong> {first!.message}
            <span className="quiet">同样的问题共 {alike.length} 条</span>
          </span>
        </>
      }
    >
      {() => (
        <More items={alike}>{(finding) => <FindingCard key={keyOf(finding)} finding={finding} {...props} />}</More>
      )}
    </Fold>
  );
}

function FindingCard({ finding, rollup, words, onReveal }: AcrossProps & { readonly finding: RollupFinding }) {
  const { severity, message, fix, places } = finding;
  return (
    <article className="finding">
      <SeverityIcon severity={severity} />
      <div>
        <p>
          <strong className={`tone-${severity}`}>{severityWords[severity]}</strong> {message}
        </p>
        {fix && <p className="quiet">{fix}</p>}
        <ul className="across-places">
          {places.map((place) => (
            <li key={`${place.file}|${place.sheet}|${place.address}`}>
              <span className="quiet">{whose(place, rollup, words)}</span>{' '}
              <Link
                className="cell-link"
                as="button"
                title={`查看 ${place.file}`}
                onClick={() => onReveal(place.file, place)}
              >
                {place.sheet}!{place.address}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}

function whose({ file }: FilePlace, { units }: Rollup, words: RollupWords | null): string {
  const unit = units.find((one) => one.file === file);
  const [name] = unit && unit.state !== 'register' ? unitNames(unit.unit, words) : [pathNames(file)[0]];
  return name;
}

const keyOf = ({ message, places }: RollupFinding) =>
  [message, ...places.map(({ file, sheet, address }) => `${file}|${sheet}|${address}`)].join('|');

/** What is to be corrected and what is to be verified are never folded together. */
const kindOf = ({ rule, severity }: RollupFinding) => `${rule}|${severity}`;

function byKind(findings: readonly RollupFinding[]): readonly (readonly RollupFinding[])[] {
  const kinds = new Map<string, RollupFinding[]>();
  for (const finding of findings) kinds.set(kindOf(finding), [...(kinds.get(kindOf(finding)) ?? []), finding]);
  return [...kinds.values()];
}
