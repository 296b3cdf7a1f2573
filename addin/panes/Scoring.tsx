import { scopeWords, scoreWords, suggestionWords } from '../../shared/model/words.ts';
import type { Mode, PilotSite, Score } from '../../shared/model.ts';
import { Fold } from './Fold.tsx';

interface ScoringProps {
  readonly score: Score;
  readonly mode: Mode;
}

/** Points, in a line that says what they are; folded away every item, what was not scored and why, and the suggestion. */
export function Scoring({ score, mode }: ScoringProps) {
  const { status, total, upper, max, full, grade } = score;
  return (
    <Fold
      className="scoring"
      summary={
        <span className="scoring-line">
          <span className="scoring-title">
            {scoreWords[mode]}
            <span className="chip fill-reference">{status}</span>
          </span>
          <span>
            得 <strong>{total.toFixed(2)}</strong> 分，已计分项目满分 {max} 分{grade && `，${grade}`}
          </span>
          <span className="quiet">
            {upper > total && `待核实的数据核实后最多 ${upper.toFixed(2)} 分；`}
            {full > max ? `另有 ${full - max} 分未计分` : '全部项目已计分'}
          </span>
        </span>
      }
    >
      {() => <Details score={score} mode={mode} />}
    </Fold>
  );
}

function Details({ score, mode }: ScoringProps) {
  const { name, status, version, items, unscored, grade, pilotSite } = score;
  return (
    <>
      <h2>已计分</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {item.name}
              {item.upper > item.points && <span className="quiet">待核实，最多 {item.upper.toFixed(2)}</span>}
            </span>
            <span className="points">
              {item.points.toFixed(2)} / {item.max}
            </span>
          </li>
        ))}
      </ul>
      {unscored.length > 0 && <h2>未计分（不作 0 分）</h2>}
      <ul>
        {unscored.map((item) => (
          <li key={item.id}>
            <span>
              {item.name}
              <span className="quiet">{item.reason}</span>
            </span>
            <span className="points">
              {item.applies ? '' : '不适用 '}— / {item.max}
            </span>
          </li>
        ))}
      </ul>
      {pilotSite && <Suggestions pilotSite={pilotSite} />}
      <p className="quiet">
        {mode === 'midterm' && '中期只看进度，不出等级。'}
        {mode === 'final' && !grade && '等级待未计分、待核实的项目定后再出。'}
        依据{name}（{version} 版），是{status}。点上方“修改”可以关闭评分。
      </p>
    </>
  );
}

function Suggestions({ pilotSite: { suggestions, vetoes } }: { readonly pilotSite: PilotSite }) {
  const open = vetoes.filter(({ state }) => state === 'to_verify');
  return (
    <>
      <h2>示范点建议</h2>
      {suggestions.map(({ scope, entity, suggestion, reasons }) => (
        <div key={scope}>
          <strong>
            {entity ?? scopeWords[scope]}：{suggestionWords[suggestion]}
          </strong>
          {reasons.map((reason) => (
            <p key={reason} className="quiet">
              {reason}
            </p>
          ))}
        </div>
      ))}
      {open.length > 0 && <p>否决项须由人核查：{open.map(({ name }) => name).join('、')}。</p>}
      <p className="quiet">只是程序的建议，由市民政局认定。</p>
    </>
  );
}
