import { type ReactNode, useId, useRef } from 'react';
import './results.css';

/** What it is called, how many it holds (null: not said), and what it shows. */
export type Tab = readonly [name: string, count: number | null, body: ReactNode];

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly open: number;
  readonly onOpen: (index: number) => void;
}

export function Tabs({ tabs, open, onOpen }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const show = (index: number) => {
    onOpen(index);
    // However far down the last list was, the next one is read from its beginning.
    const above = panel.current!.getBoundingClientRect().top < list.current!.getBoundingClientRect().bottom;
    if (above) panel.current!.scrollIntoView();
  };
  const go = (index: number) => {
    show(index);
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  const last = tabs.length - 1;
  const keys: Readonly<Record<string, number>> = {
    ArrowRight: open === last ? 0 : open + 1,
    ArrowLeft: open === 0 ? last : open - 1,
    Home: 0,
    End: last,
  };
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        ref={list}
        onKeyDown={(event) => {
          const next = keys[event.key];
          if (next === undefined) return;
          event.preventDefault();
          go(next);
        }}
      >
        {tabs.map(([name, count], index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === open}
            aria-controls={`${id}-panel`}
            tabIndex={index === open ? 0 : -1}
            onClick={() => show(index)}
          >
            {name}
            {count !== null && <span className="count">{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" ref={panel} id={`${id}-panel`} aria-labelledby={`${id}-tab-${open}`}>
        {tabs[open]?.[2]}
      </div>
    </>
  );
}
