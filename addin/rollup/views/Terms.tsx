import { dateText } from '../../../shared/model/figures.ts';
import { modeWords } from '../../../shared/model/words.ts';
import type { Mode, PolicyAbout, RollupOptions } from '../../../shared/model.ts';
import { Fold } from '../../panes/Fold.tsx';
import type { Gathered } from '../gathering.ts';

interface TermsProps {
  readonly gathered: Gathered;
  readonly policies: readonly PolicyAbout[];
  readonly onSay: (said: RollupOptions) => void;
  readonly onChoose: (policy: string) => void;
}

/** By which document, and which evaluation is rolled up: a line, and what changes it. */
export function Terms({ gathered, policies, onSay, onChoose }: TermsProps) {
  const { policy, rollup, said } = gathered;
  const mode = said.mode ?? rollup?.mode ?? null;
  return (
    <Fold
      className="terms"
      summary={
        <span>
          <strong>{mode ? `${modeWords[mode]}评估` : '评估类型按文件定'}</strong>
          {rollup && `　截至${dateText(rollup.asOf)}`}
          <span className="terms-policy quiet">{policy.name}（修改）</span>
        </span>
      }
    >
      {() => (
        <>
          <label className="policy">
            评估依据
            <select value={policy.id} onChange={({ target }) => onChoose(target.value)}>
              {policies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <p className="quiet">换了评估依据，文件都要重新检查；只留有结果的，要再放入。</p>
          <fieldset className="modes">
            <legend>汇总哪一次评估</legend>
            {modes.map((one) => (
              <label key={one}>
                <input type="radio" name="rollup-mode" checked={mode === one} onChange={() => onSay({ mode: one })} />
                <span>{modeWords[one]}评估</span>
              </label>
            ))}
          </fieldset>
          <p className="quiet">{said.mode ? '已选定。' : '没有选时，按多数文件。'}另一次评估的文件只用来对比。</p>
        </>
      )}
    </Fold>
  );
}

const modes: readonly Mode[] = ['midterm', 'final'];
