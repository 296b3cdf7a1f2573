import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { Why } from '../../shared/model/modes.ts';
import { type Action, type State, termsOf } from './states.ts';

interface PolicyFieldProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
}

/** By which document it is judged, and why that one: never chosen without a word. */
export function PolicyField({ state, onAction }: PolicyFieldProps) {
  const { policy, why } = termsOf(state);
  const [field, reason] = [useId(), useId()];
  const choose = (id: string) => onAction({ type: 'chosen', choice: { policy: id } });
  return (
    <div className="policy">
      <label htmlFor={field}>评估依据</label>
      <select
        id={field}
        aria-describedby={reason}
        value={why ? policy.id : ''}
        disabled={state.doing !== null}
        onChange={({ target }) => choose(target.value)}
      >
        {!why && <option value="">（检查时选定）</option>}
        {state.policies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {/* A narrow pane cuts the name; offices know a document by its number anyway. */}
      {why && <p className="policy-why quiet">{policy.source}</p>}
      <p id={reason} className={isAsked(why) ? 'policy-why tone-warning' : 'policy-why quiet'}>
        {whyWords(why)}
        {isAsked(why) && (
          <Button size="small" disabled={state.doing !== null} onClick={() => choose(policy.id)}>
            确认用这份
          </Button>
        )}
      </p>
    </div>
  );
}

/** Whether a person has to confirm it. */
const isAsked = (why: Why | null) => why?.by === 'doubt' || why?.by === 'gone';

export function whyWords(why: Why | null): string {
  if (why === null) return '点“检查”时按工作簿的标题等文字选定，也可先选。';
  if (why.by === 'person') return why.kept ? '已选定，存在本工作簿里。' : '已选定，检查时存入本工作簿。';
  if (why.by === 'gone') return `工作簿里存的评估依据“${why.id}”这里没有，暂用这份，请确认或改选。`;
  if (why.by === 'sign') return `按${why.where}里的“${why.sign}”选定，可改。`;
  return `${doubtWords(why.signs)}，暂用这份，请确认或改选。`;
}

export function doubtWords(signs: readonly string[]): string {
  if (signs.length === 0) return '从标题等文字看不出依据哪份文件';
  return `工作簿里既写有${signs.map((sign) => `“${sign}”`).join('，又写有')}`;
}
