import { Button, Field, Input } from '@fluentui/react-components';
import { use, useState } from 'react';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode } from '../../shared/model.ts';
import { PolicyField, whyWords } from './PolicyField.tsx';
import { PhrasesContext } from './phrases.ts';
import { type Action, isOutdated, type State, termsOf } from './states.ts';

interface CheckFormProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCheck: () => void;
}

/** What is to be judged, and the one button. After a check it shrinks to a line, so that the result has the room. */
export function CheckForm({ state, onAction, onCheck }: CheckFormProps) {
  const { doing, result } = state;
  const [changing, setChanging] = useState(false);
  const short = result !== null && !changing;
  return (
    <form
      className={short ? 'check-form short' : 'check-form'}
      onSubmit={(event) => {
        event.preventDefault();
        setChanging(false);
        onCheck();
      }}
    >
      {short ? <Line state={state} /> : <Fields state={state} onAction={onAction} />}
      {short && (
        <Button className="change" appearance="subtle" disabled={doing !== null} onClick={() => setChanging(true)}>
          修改
        </Button>
      )}
      <Button
        className={short ? '' : 'wide'}
        type="submit"
        size={short ? 'medium' : 'large'}
        appearance={short && !isOutdated(state) ? 'secondary' : 'primary'}
        disabled={termsOf(state).asOf === '' || doing !== null}
      >
        {result ? '重新检查' : '检查本工作簿'}
      </Button>
    </form>
  );
}

function Line({ state }: Pick<CheckFormProps, 'state'>) {
  const { policy, why, mode, asOf } = termsOf(state);
  return (
    <>
      <p className="check-settings">
        <strong>{modeWords[mode]}评估</strong>
        截至{dateText(asOf)}
      </p>
      <p className="check-policy quiet">
        {policy.name}
        {why?.by === 'sign' && `（${whyWords(why).replace('。', '')}）`}
      </p>
    </>
  );
}

function Fields({ state, onAction }: Omit<CheckFormProps, 'onCheck'>) {
  const { doing } = state;
  const { kept } = use(PhrasesContext);
  const { policy, mode: chosen, asOf, score, local } = termsOf(state);
  return (
    <>
      <PolicyField state={state} onAction={onAction} />
      <fieldset className="modes">
        <legend>评估类型</legend>
        {modes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={chosen === mode}
              disabled={doing !== null}
              onChange={() => onAction({ type: 'modeChosen', mode })}
            />
            <span>{modeWords[mode]}评估</span>
          </label>
        ))}
      </fieldset>
      <Field
        label="数据截止日"
        validationMessage={asOf === '' ? '请填写截止日' : undefined}
        validationState={asOf === '' ? 'error' : 'none'}
      >
        <Input
          type="date"
          value={asOf}
          disabled={doing !== null}
          onChange={(_, { value }) => onAction({ type: 'dateChosen', asOf: value })}
        />
      </Field>
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
