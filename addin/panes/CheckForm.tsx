import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Mode } from '../../shared/model.ts';
import { type Action, isResettled, type State } from './states.ts';

interface CheckFormProps {
  readonly state: State;
  readonly onAction: (action: Action) => void;
  readonly onCheck: () => void;
}

/** What is to be judged, and the one button. After a check it shrinks to a line, so that the result has the room. */
export function CheckForm({ state, onAction, onCheck }: CheckFormProps) {
  const { settings, doing, result } = state;
  const [changing, setChanging] = useState(false);
  const short = result !== null && !changing;
  const ready = settings.asOf !== '' && !doing;
  return (
    <form
      className={short ? 'check-form short' : 'check-form'}
      onSubmit={(event) => {
        event.preventDefault();
        setChanging(false);
        onCheck();
      }}
    >
      {short ? (
        <p className="check-settings">
          <strong>{modeWords[settings.mode]}评估</strong>
          截至{dateText(settings.asOf)}
        </p>
      ) : (
        <>
          <fieldset className="modes">
            <legend>评估类型</legend>
            {modes.map((mode) => (
              <label key={mode}>
                <input
                  type="radio"
                  name="mode"
                  value={mode}
                  checked={settings.mode === mode}
                  disabled={doing !== null}
                  onChange={() => onAction({ type: 'modeChosen', mode })}
                />
                <span>{modeWords[mode]}评估</span>
              </label>
            ))}
          </fieldset>
          <Field
            label="数据截止日"
            validationMessage={settings.asOf === '' ? '请填写截止日' : undefined}
            validationState={settings.asOf === '' ? 'error' : 'none'}
          >
            <Input
              type="date"
              value={settings.asOf}
              disabled={doing !== null}
              onChange={(_, { value }) => onAction({ type: 'dateChosen', asOf: value })}
            />
          </Field>
          {settings.score !== null && (
            <label className="choice">
              <input
                type="checkbox"
                checked={settings.score}
                disabled={doing !== null}
                onChange={({ target }) => onAction({ type: 'scoreChosen', score: target.checked })}
              />
              <span>
                显示建议评分
                <span className="quiet">评分表是建议方案，非文件规定；选择存在本工作簿里</span>
              </span>
            </label>
          )}
        </>
      )}
      {short && (
        <Button className="change" appearance="subtle" disabled={doing !== null} onClick={() => setChanging(true)}>
          修改
        </Button>
      )}
      <Button
        className={short ? '' : 'wide'}
        type="submit"
        size={short ? 'medium' : 'large'}
        appearance={short && !state.stale && !isResettled(state) ? 'secondary' : 'primary'}
        disabled={!ready}
      >
        {result ? '重新检查' : '检查本工作簿'}
      </Button>
    </form>
  );
}

const modes: readonly Mode[] = ['midterm', 'final'];
