import { type ReactNode, use } from 'react';
import type { Conclusion } from '../../shared/model/conclusions.ts';
import { severityWords } from '../../shared/model/words.ts';
import type { Evaluation, Severity, Verdict } from '../../shared/model.ts';
import { Changed, OldMarks } from './Changed.tsx';
import { Goals } from './Goals.tsx';
import { SeverityIcon, VerdictIcon } from './icons.tsx';
import { severities } from './listed.ts';
import { Scoring } from './Scoring.tsx';
import { type Standing, standingOf } from './standings.ts';
import type { LocalBy, Result } from './states.ts';
import { GoingContext } from './whereabouts.ts';

interface OverviewProps {
  readonly result: Result;
  readonly counts: Conclusion;
  /** Ids of the policy's goals. */
  readonly goals: readonly string[];
  /** 结论, and its confirmation. */
  readonly conclusion: ReactNode;
  /** How many things are asked. */
  readonly questions: number;
}

/** 结论 and what decides it; below, how many indicators stand where, and what is not to be decided by. */
export function Overview({ result, counts, goals, conclusion, questions }: OverviewProps) {
  const { evaluation, local, localBy, before } = result;
  return (
    <section className="overview">
      {conclusion}
      <Goals evaluation={evaluation} goals={goals} />
      <section className="group">
        <h2 className="group-title">数据问题</h2>
        {severities.map((severity) => (
          <Count key={severity} severity={severity} result={result} counts={counts} />
        ))}
        {questions > 0 && <Asked count={questions} />}
      </section>
      <Tally evaluation={evaluation} />
      <Changed before={before} evaluation={evaluation} />
      <OldMarks marks={result.marks} />
      {evaluation.score && <Scoring score={evaluation.score} mode={evaluation.mode} />}
      {local && <p className="quiet">{localWords[localBy ?? 'check']}</p>}
    </section>
  );
}

interface CountProps {
  readonly severity: Severity;
  readonly result: Result;
  readonly counts: Conclusion;
}

/** Leads to these findings alone. */
function Count({ severity, result, counts }: CountProps) {
  const { onGo } = use(GoingContext);
  const count = result.evaluation.findings.filter((finding) => finding.severity === severity).length;
  const open = severity === 'warning' ? `已说明 ${counts.explained}，还有 ${count - counts.explained}` : '';
  return (
    <button
      type="button"
      className="goal"
      onClick={() => onGo({ part: 'findings', hidden: severities.filter((one) => one !== severity), since: null })}
    >
      <SeverityIcon severity={severity} />
      <span className="goal-name">
        {severityWords[severity]} <strong>{count}</strong> <span className="quiet">{consequences[severity]}</span>
      </span>
      {count > 0 && open && <span className="chip fill-reference">{open}</span>}
    </button>
  );
}

const consequences: Readonly<Record<Severity, string>> = {
  error: '改正后再报送',
  warning: '逐项核对，写核实说明',
  note: '不影响报送',
};

function Asked({ count }: { readonly count: number }) {
  const { onGo } = use(GoingContext);
  return (
    <button type="button" className="goal" onClick={() => onGo({ part: 'findings' })}>
      <VerdictIcon verdict="to_verify" />
      <span className="goal-name">
        请您说明 <strong>{count}</strong> <span className="quiet">说明以前不作准</span>
      </span>
    </button>
  );
}

/** Why it was computed here; `check`: this time only, the service being out of reach or having refused. */
const localWords: Readonly<Record<LocalBy | 'outdated' | 'unlike' | 'check', string>> = {
  build: '本单位规定只在本机计算，什么都没有发送。',
  file: '只在本机计算，什么都没有发送。',
  person: '本工作簿选了只在本机计算，什么都没有发送；点上方“修改”可改。',
  outdated: '服务器是另一版，由本机按这里这一版算出。',
  unlike: '有的地方换成代号后会读成别的意思，由本机按原样算出。',
  check: '服务器没有给出结果，由本机算出；规则和结果相同。',
};

function Tally({ evaluation }: { readonly evaluation: Evaluation }) {
  const count = (...standings: readonly Standing[]) =>
    evaluation.indicators.filter((indicator) => standings.includes(standingOf(indicator, evaluation))).length;
  const behind = count('behind');
  return (
    <ul className="tally" aria-label="各项指标">
      <Tile verdict="met" word="达标" count={count('met')} />
      <Tile verdict="unmet" word="未达标" count={count('unmet')} />
      <Tile
        verdict={behind > 0 ? 'behind' : 'on_track'}
        word="进行中"
        count={count('on_track', 'behind')}
        detail={behind > 0 ? `滞后 ${behind}` : ''}
      />
      <Tile verdict="to_verify" word="待核实" count={count('to_verify')} />
      <Tile verdict="missing" word="缺数据" count={count('missing')} />
    </ul>
  );
}

interface TileProps {
  readonly verdict: Verdict;
  readonly word: string;
  readonly count: number;
  readonly detail?: string;
}

function Tile({ verdict, word, count, detail = '' }: TileProps) {
  return (
    <li className={count === 0 ? 'tile none' : `tile fill-${verdict}`}>
      <strong>{count}</strong>
      <span className="tile-word">
        <VerdictIcon verdict={verdict} />
        {word}
      </span>
      {detail && <span className="tile-detail">{detail}</span>}
    </li>
  );
}
