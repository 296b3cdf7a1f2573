import { Badge } from '@fluentui/react-components';
import { severityWords, urbanRuralWords } from '../../shared/model/words.ts';
import type { Indicator, Severity, Unit, Verdict } from '../../shared/model.ts';
import { Changed } from './Changed.tsx';
import { SeverityIcon, VerdictIcon } from './icons.tsx';
import { Scoring } from './Scoring.tsx';
import type { LocalBy, Result } from './states.ts';

interface OverviewProps {
  readonly result: Result;
  /** How many things are asked. */
  readonly questions: number;
  readonly ref: React.Ref<HTMLHeadingElement>;
}

/** The result at a glance: whom it was taken for, how many indicators stand where, how many findings. */
export function Overview({ result, questions, ref }: OverviewProps) {
  const { evaluation, local, localBy, before } = result;
  return (
    <section className="overview">
      <h1 ref={ref} tabIndex={-1}>
        {unitName(evaluation.unit)}
      </h1>
      <div className="badges">
        <Badge appearance="tint" color={evaluation.unit.urbanRural === 'unknown' ? 'warning' : 'brand'}>
          {urbanRuralWords[evaluation.unit.urbanRural]}
        </Badge>
        {local && (
          <Badge appearance="outline" color="informative">
            本机计算
          </Badge>
        )}
        {local && <span className="quiet">{localWords[localBy ?? 'check']}</span>}
      </div>
      <Tally indicators={evaluation.indicators} />
      <p className="severities">
        <span>数据问题</span>
        {severities.map((severity) => (
          <span key={severity} className={`severity tone-${severity}`}>
            <SeverityIcon severity={severity} />
            {severityWords[severity]}{' '}
            <strong>{evaluation.findings.filter((finding) => finding.severity === severity).length}</strong>
          </span>
        ))}
        {questions > 0 && (
          <span className="severity">
            请您说明 <strong>{questions}</strong>
          </span>
        )}
      </p>
      <Changed before={before} evaluation={evaluation} />
      {evaluation.score && <Scoring score={evaluation.score} mode={evaluation.mode} />}
    </section>
  );
}

/** Why it was computed here; `check`: this time only, the service being out of reach or having refused. */
const localWords: Readonly<Record<LocalBy | 'outdated' | 'unlike' | 'check', string>> = {
  build: '本单位规定只在本机计算，什么都没有发送',
  file: '什么都没有发送',
  person: '本工作簿选了只在本机计算，什么都没有发送；点上方“修改”可改',
  outdated: '服务器是另一版，由本机按这里这一版算出',
  unlike: '有的地方换成代号后会读成别的意思，由本机按原样算出',
  check: '服务器没有给出结果，由本机算出；规则和结果相同',
};

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function Tally({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const count = (...verdicts: readonly Verdict[]) =>
    indicators.filter((indicator) => verdicts.includes(indicator.verdict)).length;
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

function unitName({ county, countyName, street, community }: Unit): string {
  const parts = [countyName ?? county, street, community].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : '未读出填报单位';
}
