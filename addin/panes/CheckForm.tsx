import { Button } from '@fluentui/react-components';
import { use, useId, useState } from 'react';
import { dateText } from '../../shared/model/figures.ts';
import type { ModeWhy } from '../../shared/model/modes.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode } from '../../shared/model.ts';
import { dateDoubt, usualDate } from './dates.ts';
import { useOpener } from './focus.ts';
import { doubtWords, PolicyField, whyWords } from './PolicyField.tsx';
import { PhrasesContext } from './phrases.ts';
import { type Action, isOutdated, type Result, type State, termsOf } from './states.ts';

interface CheckFormProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCheck: () => void;
}

/** What is to be judged, and the one button. After a check it shrinks to a line, so that the result has the room. */
export function CheckForm({ state, onAction, onCheck }: CheckFormProps) {
  const { doing, result } = state;
  const { policy, mode, asOf } = termsOf(state);
  // Of which result the settings are being changed: the next one closes them.
  const [changed, setChanged] = useState<Result | null>(null);
  const short = result !== null && changed !== result;
  const [opener, goBack] = useOpener();
  const isDated = result !== null && result.evaluation.asOf !== asOf && asOf !== '' && !dateDoubt(policy, mode, asOf);
  return (
    <form
      className={short ? 'check-form short' : 'check-form'}
      onSubmit={(event) => {
        event.preventDefault();
        setChanged(null);
        onCheck();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || result === null || short) return;
        event.stopPropagation();
        setChanged(null);
        goBack();
      }}
      // A date is checked by once it is typed to its end; one that is asked about waits for the button.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (isDated && doing === null && !currentTarget.contains(relatedTarget)) onCheck();
      }}
    >
      {short ? <Line state={state} onAction={onAction} /> : <Fields state={state} onAction={onAction} />}
      {short && (
        <Button
          className="change"
          appearance="subtle"
          ref={opener}
          disabled={doing !== null}
          onClick={() => setChanged(result)}
        >
          修改
        </Button>
      )}
      <Button
        className={short ? '' : 'wide'}
        type="submit"
        size={short ? 'medium' : 'large'}
        appearance={short && !isOutdated(state) ? 'secondary' : 'primary'}
        disabled={asOf === '' || doing !== null}
      >
        {result ? '重新检查' : '检查本工作簿'}
      </Button>
    </form>
  );
}

function Line({ state, onAction }: Omit<CheckFormProps, 'onCheck'>) {
  const { policy, why, mode, modeWhy, asOf } = termsOf(state);
  return (
    <>
      <p className="check-settings">
        <strong>{modeWords[mode]}评估</strong>
        截至{dateText(asOf)}
        {modeWhy?.by === 'word' && <span className="quiet">（{modeWhyWords(modeWhy, mode).replace('。', '')}）</span>}
      </p>
      <p className="check-policy quiet">
        {policy.name}
        {why?.by === 'sign' && `（${whyWords(why).replace('。', '')}）`}
      </p>
      <DateDoubt className="check-policy" state={state} onAction={onAction} />
    </>
  );
}

function Fields({ state, onAction }: Omit<CheckFormProps, 'onCheck'>) {
  const { doing } = state;
  const { kept } = use(PhrasesContext);
  const { policy, mode: chosen, modeWhy, asOf, score, local } = termsOf(state);
  const [reason, lack] = [useId(), useId()];
  const why = modeWhyWords(modeWhy, chosen);
  return (
    <>
      <PolicyField state={state} onAction={onAction} />
      <fieldset className="modes" aria-describedby={why ? reason : undefined}>
        <legend>评估类型</legend>
        {modes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={modeWhy !== null && chosen === mode}
              disabled={doing !== null}
              onChange={() => onAction({ type: 'chosen', choice: { mode } })}
            />
            <span>{modeWords[mode]}评估</span>
          </label>
        ))}
      </fieldset>
      {why && (
        <p id={reason} className={modeWhy?.by === 'doubt' ? 'policy-why tone-warning' : 'policy-why quiet'}>
          {why}
          {modeWhy?.by === 'doubt' && (
            <Button
              size="small"
              disabled={doing !== null}
              onClick={() => onAction({ type: 'chosen', choice: { mode: chosen } })}
            >
              确认{modeWords[chosen]}
            </Button>
          )}
        </p>
      )}
      <label className="as-of">
        数据截止日
        <input
          type="date"
          // Of which evaluation it is the date is not known before.
          value={modeWhy === null ? '' : asOf}
          disabled={doing !== null || modeWhy === null}
          aria-invalid={asOf === ''}
          aria-describedby={asOf === '' ? lack : undefined}
          onChange={({ target }) => onAction({ type: 'chosen', choice: { asOf: target.value } })}
        />
      </label>
      {asOf === '' && (
        <p id={lack} className="policy-why tone-error" role="alert">
          请填写截止日
        </p>
      )}
      <DateDoubt className="" state={state} onAction={onAction} />
      {score !== null && policy.scored && (
        <Choice
          label="显示建议评分"
          about={`评分表是建议方案，非文件规定；${kept}`}
          checked={score}
          disabled={doing !== null}
          onChoose={(score) => onAction({ type: 'chosen', choice: { score } })}
        />
      )}
      {(local === 'build' || local === 'file') && <p className="quiet">{localWords[local]}</p>}
      {(local === false || local === 'person') && (
        <Choice
          label="只在本机计算，不发送"
          about={`规则和结果相同；${kept}`}
          checked={local === 'person'}
          disabled={doing !== null}
          onChoose={(local) => onAction({ type: 'chosen', choice: { local } })}
        />
      )}
    </>
  );
}

interface DateDoubtProps extends Omit<CheckFormProps, 'onCheck'> {
  readonly className: string;
}

/** An odd date may be gone on with; one click takes the usual one. */
function DateDoubt({ className, state, onAction }: DateDoubtProps) {
  const { policy, mode, asOf } = termsOf(state);
  const doubt = dateDoubt(policy, mode, asOf);
  return (
    doubt && (
      <p className={`policy-why tone-warning ${className}`} role="status">
        {doubt}
        <Button
          size="small"
          disabled={state.doing !== null}
          onClick={() => onAction({ type: 'chosen', choice: { asOf: null } })}
        >
          改用{dateText(usualDate(policy, mode))}
        </Button>
      </p>
    )
  );
}

function modeWhyWords(why: ModeWhy | null, mode: Mode): string {
  if (why === null) return '点“检查”时按工作簿的标题等文字选定，也可先选。';
  if (why.by === 'person') return whyWords(why);
  if (why.by === 'word') return `按${why.where}里的“${why.word}”选定，可改。`;
  if (why.by === 'sheets') return '按此前写入的评估表选定，可改。';
  return why.by === 'doubt' ? `${doubtWords(why.words)}，暂按${modeWords[mode]}评估，请确认或改选。` : '';
}

const localWords = {
  build: '本单位规定只在本机计算：工作簿里的内容什么都不发送。',
  file: '只在本机计算：工作簿里的内容什么都不发送，断网也能用。',
} as const;

interface ChoiceProps {
  readonly label: string;
  readonly about: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Choice({ label, about, checked, disabled, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <span>
        {label}
        <span className="quiet">{about}</span>
      </span>
    </label>
  );
}

const modes: readonly Mode[] = ['midterm', 'final'];
