/** Where a person is in a result, and what they have dealt with: it outlives checks, and the pane where that is opened anew. */
import { createContext } from 'react';
import type { Severity, Since } from '../../shared/model.ts';

/** 结论 · 问题 · 指标 · 读表. */
export const parts = ['conclusion', 'findings', 'indicators', 'reading'] as const;
export type Part = (typeof parts)[number];

export interface Whereabouts {
  readonly part: Part;
  /** Severities that are not shown. */
  readonly hidden: readonly Severity[];
  /** Of 与上次比 those that alone are shown; null: all. */
  readonly since: Kept | null;
  /** By name; see `Fold`. */
  readonly opened: readonly string[];
  /** Keys of findings. */
  readonly dealtWith: readonly string[];
  /** The finding that was come to last, by name and by where it stood: once it is put right only the latter is left. */
  readonly at: { readonly name: string; readonly index: number } | null;
}

/** What is told of findings that stand now. */
export type Kept = Exclude<keyof Since, 'cleared'>;

export const atFirst: Whereabouts = {
  part: 'conclusion',
  hidden: [],
  since: null,
  opened: [],
  dealtWith: [],
  at: null,
};

export interface Going {
  readonly whereabouts: Whereabouts;
  /** What is to get the focus as soon as it is there: a fold or a line, by name. */
  readonly sought: string | null;
  readonly onGo: (to: Partial<Whereabouts>, sought?: string) => void;
  /** 帮助, opened at a rule. */
  readonly onHelp: (rule: string) => void;
}

export const GoingContext = createContext<Going>({
  whereabouts: atFirst,
  sought: null,
  onGo: () => {},
  onHelp: () => {},
});

export function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
}

/** With these opened as well. */
export function withOpened({ opened }: Whereabouts, ...names: readonly string[]): readonly string[] {
  return [...opened, ...names.filter((name) => !opened.includes(name))];
}
