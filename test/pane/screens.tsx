import { act } from 'react';
import type { Engine, Evaluate } from '../../addin/evaluations.ts';
import type { Host } from '../../addin/host/host.ts';
import { indicatorWords } from '../../addin/indicators.ts';
import type { Memory } from '../../addin/returns.ts';
import { Session } from '../../addin/Session.tsx';
import { tableNames } from '../../addin/tables.ts';
import type { PolicyAbout } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { evaluation } from './examples.ts';
import { mount } from './mounting.tsx';

// The pane loads them when they are first needed; loaded before, no test has to wait for them.
import '../../addin/panes/Results.tsx';
import '../../addin/panes/Selection.tsx';
import '../../addin/host/reading.ts';
import '../../addin/host/writing.ts';
import '../../shared/report/plan.ts';

export const evaluate: Evaluate = async ({ options }) => ({
  evaluation: { ...evaluation, policy: aboutOf(options.policy!), mode: options.mode!, asOf: options.asOf! },
  local: false,
  tables: tableNames,
  words: indicatorWords(),
});

/** One that judges every workbook alike. */
export function pretendEngine(change: Partial<Engine> = {}): Engine {
  return {
    evaluate,
    fill: async () => {
      throw new Error('fill');
    },
    template: async () => {
      throw new Error('template');
    },
    lostHeadings: async () => [],
    ...change,
  };
}

function aboutOf(policy: string): PolicyAbout {
  return policyAbouts.find(({ id }) => id === policy)!;
}

interface Opening {
  readonly host: Host;
  readonly evaluate?: Evaluate;
  readonly policies?: readonly PolicyAbout[];
  readonly localOnly?: boolean;
  readonly checkAtOnce?: boolean;
  readonly memory?: Memory;
}

/** The pane as a person meets it: text to read, buttons to press by what is written on them. */
export async function openPane(opening: Opening) {
  const element = await mount(
    <Session
      host={opening.host}
      evaluate={opening.evaluate ?? evaluate}
      policies={opening.policies ?? policyAbouts}
      localOnly={opening.localOnly ?? false}
      checkAtOnce={opening.checkAtOnce ?? false}
      memory={opening.memory ?? null}
    />,
  );

  const buttons = () => [...element.querySelectorAll<HTMLElement>('button, label')];
  const button = (words: string) => {
    const found = buttons().find((one) => (one.ariaLabel ?? one.textContent ?? '').includes(words));
    if (!found)
      throw new Error(
        `no button “${words}” among ${buttons()
          .map((one) => one.textContent)
          .join(' | ')}`,
      );
    return found as HTMLButtonElement;
  };
  const control = <Control extends HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(words: string) => {
    const controls = [...element.querySelectorAll<Control>('input, select, textarea')];
    const found = controls.find((one) => (one.ariaLabel ?? one.closest('label')?.textContent ?? '').includes(words));
    if (!found) throw new Error(`no control “${words}”`);
    return found;
  };
  return {
    element,
    text: () => element.textContent ?? '',
    button,
    has: (words: string) => buttons().some((one) => (one.textContent ?? '').includes(words)),
    press: (words: string) =>
      act(async () => {
        button(words).click();
        await new Promise((settled) => setTimeout(settled));
      }),
    doing: (what: () => void) => act(async () => what()),
    control,
    /** Types into, or chooses from, the control of that name. */
    fill: (words: string, value: string) =>
      act(async () => {
        const found = control(words);
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value')!.set!.call(found, value);
        found.dispatchEvent(new Event(found.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      }),
    /** Presses the button of the form that the control is in. */
    submit: (words: string) =>
      act(async () => {
        control(words).form!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
        await new Promise((settled) => setTimeout(settled));
      }),
    /** Sets the closing date as typing does. */
    type: (value: string) =>
      act(async () => {
        const input = element.querySelector<HTMLInputElement>('input[type=date]')!;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}
