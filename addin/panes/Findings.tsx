import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, use, useMemo } from 'react';
import { severityWords, sinceWords } from '../../shared/model/words.ts';
import type { Finding, Place, RuleReport, Since } from '../../shared/model.ts';
import type { Doubt } from './columns.ts';
import { ExplainAll } from './Explain.tsx';
import { FindingRow } from './FindingRow.tsx';
import { Fold } from './Fold.tsx';
import { SeverityIcon } from './icons.tsx';
import { findingName, type Group, groupName, listedFindings, severities, stepFrom } from './listed.ts';
import { More } from './More.tsx';
import { GoingContext, type Kept, toggled, withOpened } from './whereabouts.ts';

interface FindingsProps {
  /** What is asked, above them all. */
  readonly questions: ReactNode;
  /** Without what is asked. */
  readonly findings: readonly Finding[];
  /** Those that the findings name. */
  readonly rules: readonly RuleReport[];
  /** Against the last writing; null where nothing can be said. */
  readonly since: Since | null;
  readonly columns: readonly Doubt[];
  readonly onReveal: (place: Place) => void;
}

/** The gravest first; many like findings are one line until it is opened; from one to the next by buttons and arrow keys. */
export function Findings({ questions, findings, rules, since, columns, onReveal }: FindingsProps) {
  const { whereabouts, onGo } = use(GoingContext);
  const { hidden, since: kind, at, dealtWith, opened } = whereabouts;
  const groups = useMemo(
    () => listedFindings(findings, { hidden, since: kind }, since),
    [findings, hidden, kind, since],
  );
  const [before, next] = useMemo(
    () => [stepFrom(groups, { at, dealtWith }, -1), stepFrom(groups, { at, dealtWith }, 1)],
    [groups, at, dealtWith],
  );
  const dealt = useMemo(() => new Set(dealtWith), [dealtWith]);
  if (findings.length === 0) {
    return (
      <>
        {questions}
        <p className="empty">没有发现{questions ? '其他' : ''}数据问题。请看“指标”，或点下面的按钮写入。</p>
      </>
    );
  }
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const go = (step: typeof next) => {
    if (!step) return;
    const { finding, group, index } = step;
    const name = findingName(finding);
    const others = { ...whereabouts, opened: opened.filter((one) => one !== at?.name) };
    const names = group.length > 1 ? [groupName(group), name] : [name];
    onGo({ at: { name, index }, opened: withOpened(others, ...names) }, name);
    onReveal(finding.at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? next : event.key === 'ArrowUp' ? before : null;
    if (!step || event.altKey || event.ctrlKey || isWriting(event.target)) return;
    event.preventDefault();
    go(step);
  };
  const ruleOf = ({ rule }: Finding) => rules.find(({ id }) => id === rule);
  const isAt = (group: Group) => at !== null && group.some((finding) => findingName(finding) === at.name);
  const count = findings.filter(({ key }) => dealt.has(key)).length;
  return (
    <>
      {questions}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div onKeyDown={onKeyDown}>
        <div className="list-head">
          <fieldset className="filters" aria-label="显示">
            {severities.map((severity) => (
              <label key={severity} className="filter">
                <input
                  type="checkbox"
                  checked={!hidden.includes(severity)}
                  onChange={() => onGo({ hidden: toggled(hidden, severity) })}
                />
                {severityWords[severity]}
              </label>
            ))}
          </fieldset>
          <Steps onBefore={before && (() => go(before))} onNext={next && (() => go(next))} />
        </div>
        {since && isTelling(since, kind) && (
          <SinceField since={since} kind={kind} onChoose={(since) => onGo({ since })} />
        )}
        <p className="quiet steps-hint" aria-live="polite">
          {at && at.index < total ? `第 ${at.index + 1} 条，共 ${total} 条` : `共 ${total} 条`}
          {count > 0 && `，已处理 ${count} 条`}。在列表里按 ↓ ↑ 键逐条看。
        </p>
        {total === 0 && <p className="empty">按上面选的没有要列的。请多选几项。</p>}
        <More items={groups} {...(at && { sought: isAt })}>
          {(group) =>
            group.length === 1 ? (
              <FindingRow
                key={findingName(group[0])}
                finding={group[0]}
                rule={ruleOf(group[0])}
                {...{ columns, onReveal }}
              />
            ) : (
              <FindingGroup key={groupName(group)} group={group} rule={ruleOf(group[0])} {...{ columns, onReveal }} />
            )
          }
        </More>
      </div>
    </>
  );
}

/** Where arrow keys have another use. */
function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea') !== null;
}

interface StepsProps {
  /** Null where there is none. */
  readonly onBefore: (() => void) | null;
  readonly onNext: (() => void) | null;
}

function Steps({ onBefore, onNext }: StepsProps) {
  return (
    <div className="steps">
      <Button size="small" disabled={!onBefore} title="转到上一条的单元格（↑）" onClick={() => onBefore?.()}>
        上一条
      </Button>
      <Button size="small" disabled={!onNext} title="转到下一条的单元格（↓）" onClick={() => onNext?.()}>
        下一条
      </Button>
    </div>
  );
}

interface SinceFieldProps {
  readonly since: Since;
  readonly kind: Kept | null;
  readonly onChoose: (kind: Kept | null) => void;
}

function SinceField({ since, kind, onChoose }: SinceFieldProps) {
  return (
    <label className="since">
      与上次比{' '}
      <select value={kind ?? ''} onChange={({ target }) => onChoose(kinds.find((one) => one === target.value) ?? null)}>
        <option value="">全部</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {sinceWords[one]} {since[one].size}
          </option>
        ))}
      </select>
      {since.cleared > 0 && <span className="quiet">已消除 {since.cleared} 处</span>}
    </label>
  );
}

/** Where all is as it was, there is nothing to choose. */
const isTelling = (since: Since, kind: Kept | null) =>
  kind !== null || since.cleared > 0 || kinds.some((one) => since[one].size > 0);

const kinds: readonly Kept[] = ['fresh', 'explained', 'regressed'];

interface GroupProps extends Pick<FindingsProps, 'columns' | 'onReveal'> {
  readonly group: Group;
  readonly rule: RuleReport | undefined;
}

/** Its rule is the heading, and said once; what it came upon first is the example. */
function FindingGroup({ group, rule, columns, onReveal }: GroupProps) {
  const { at, dealtWith } = use(GoingContext).whereabouts;
  const [first] = group;
  const dealt = new Set(dealtWith);
  const count = group.filter(({ key }) => dealt.has(key)).length;
  return (
    <Fold
      name={groupName(group)}
      className="finding-group"
      summary={
        <>
          <SeverityIcon severity={first.severity} />
          <span className="finding-message">
            <strong className={`tone-${first.severity}`}>{severityWords[first.severity]}</strong>{' '}
            {rule?.title ?? first.message}
            <span className="quiet">
              “{first.at.sheet}”同类问题共 {group.length} 处{count > 0 && `，已处理 ${count} 处`}
              {rule && `，如：${first.message}`}
            </span>
          </span>
        </>
      }
    >
      {() => (
        <>
          {rule && <p className="quiet ground">依据：{rule.relation}</p>}
          {first.severity === 'warning' && (
            <ExplainAll of={group.map(({ key, message }) => ({ key, about: message }))} />
          )}
          <More items={group} {...(at && { sought: (finding: Finding) => findingName(finding) === at.name })}>
            {(finding) => <FindingRow key={findingName(finding)} {...{ finding, columns, onReveal }} />}
          </More>
        </>
      )}
    </Fold>
  );
}
