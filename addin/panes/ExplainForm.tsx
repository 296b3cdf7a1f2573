import { Button } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { type ExplanationWay, explanationWays, lackOf, spoken } from '../../shared/model/explanations.ts';
import './results.css';

/** Characters: more than a person reads in a line. */
const longest = 500;

interface Saving {
  readonly onCancel: () => void;
  readonly onSave: (words: string) => void;
}

/** A way and words; a telephone call says with whom, when, and in which words. `before`: what was said, '' for nothing. */
export function ExplainForm({ before, onCancel, onSave }: { readonly before: string } & Saving) {
  const [way, setWay] = useState<ExplanationWay>(spoken(before).way ?? (before ? '其他' : '数据属实'));
  const [words, setWords] = useState(wordsOf(before));
  const [call, setCall] = useState(callIn(before));
  const name = useId();
  const isCall = way === '电话核实';
  const text = `${way}：${isCall ? callText(call) : words.trim()}`;
  const isWhole = isCall
    ? [call.who, call.when, call.quote].every((part) => part.trim() !== '')
    : way === '已修改' || lackOf({ text, review: '' }) === null;
  return (
    <SavingForm label="核实说明" isWhole={isWhole} onCancel={onCancel} onSave={() => onSave(text)}>
      <fieldset className="explain-ways">
        <legend>情况</legend>
        {explanationWays.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={way === one}
              // biome-ignore lint/a11y/noAutofocus: it was just asked for
              autoFocus={way === one}
              onChange={() => setWay(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
      {isCall ? (
        <>
          <Line label="问的谁" value={call.who} onChange={(who) => setCall({ ...call, who })} />
          <Line label="什么时候" value={call.when} onChange={(when) => setCall({ ...call, when })} />
          <Words label="原话" value={call.quote} onChange={(quote) => setCall({ ...call, quote })} />
        </>
      ) : (
        <Words label={wordsAsked[way]} value={words} onChange={setWords} />
      )}
      {way === '已修改' && <p className="quiet">改过的请重新检查：数据变了，问题自己消除；数据没有变，不算已说明。</p>}
    </SavingForm>
  );
}

/** Why the office does not accept it. */
export function RefuseForm({ onCancel, onSave }: Saving) {
  const [reason, setReason] = useState('');
  return (
    <SavingForm label="不接受" isWhole={reason.trim() !== ''} onCancel={onCancel} onSave={() => onSave(reason.trim())}>
      <Line label="不接受的原因" value={reason} autoFocus onChange={setReason} />
    </SavingForm>
  );
}

interface SavingFormProps {
  readonly label: string;
  readonly isWhole: boolean;
  readonly onCancel: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

/** Enter saves what is whole, Esc closes. */
function SavingForm({ label, isWhole, onCancel, onSave, children }: SavingFormProps) {
  return (
    <form
      className="explain-form"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSave();
      }}
    >
      {children}
      <div className="ways">
        <Button type="submit" appearance="primary" disabled={!isWhole}>
          保存
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

function Line({ label, value, autoFocus, onChange }: TextProps) {
  return (
    <label>
      {label}
      <input
        value={value}
        maxLength={longest}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus={autoFocus ?? false}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

function Words({ label, value, onChange }: TextProps) {
  return (
    <label>
      {label}
      <textarea rows={2} value={value} maxLength={longest} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

const wordsAsked: Readonly<Record<Exclude<ExplanationWay, '电话核实'>, string>> = {
  数据属实: '原因、凭什么说属实',
  口径不同: '按什么口径，与文件哪里不同',
  已修改: '改了什么',
  其他: '情况',
};

interface Call {
  readonly who: string;
  readonly when: string;
  readonly quote: string;
}

const callText = ({ who, when, quote }: Call) => `${who.trim()}，${when.trim()}，“${quote.trim()}”`;

const wordsOf = (text: string): string => {
  const { way, words } = spoken(text);
  return way === null ? text : way === '电话核实' ? '' : words;
};

function callIn(text: string): Call {
  const { way, words } = spoken(text);
  if (way !== '电话核实') return { who: '', when: '', quote: '' };
  const [, who = '', when = '', quote = words] = /^([^，]*)，([^，]*)，“(.*)”$/s.exec(words) ?? [];
  return { who, when, quote };
}
