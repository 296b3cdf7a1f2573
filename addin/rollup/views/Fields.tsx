import { useState } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DateFieldProps {
  readonly label: string;
  /** ISO date; '' for none. */
  readonly value: string;
  readonly onSay: (value: string) => void;
}

/** A date is said once it is left or Enter is pressed: while a year is typed it is that of long ago. */
export function DateField({ label, value, onSay }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const say = () => {
    if (typed !== null && typed !== value) onSay(typed);
    setTyped(null);
  };
  return (
    <label className="field">
      {label}
      <input
        type="date"
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={say}
        onKeyDown={({ key }) => {
          if (key === 'Enter') say();
        }}
      />
    </label>
  );
}

/**
 * A date that is said as it is typed, once its year is one: what is told of it is there before it is left, so that nothing moves
 * under the pointer that leaves it.
 */
export function PaperDateField({ label, value, onSay }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isBegun = (date: string) => date.startsWith('0');
  return (
    <label className="field">
      {label}
      <input
        type="date"
        // Without it a year goes on after four digits.
        max="9999-12-31"
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value);
          if (!isBegun(target.value)) onSay(target.value);
        }}
        onBlur={() => {
          if (typed !== null && isBegun(typed)) onSay(typed);
          setTyped(null);
        }}
      />
    </label>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
}

export function TextField({ label, value, onType }: TextFieldProps) {
  return (
    <label className="field">
      {label}
      <input value={value} maxLength={60} onChange={({ target }) => onType(target.value)} />
    </label>
  );
}
