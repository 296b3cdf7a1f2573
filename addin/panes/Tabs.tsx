import { type ReactNode, useId, useRef, useState } from 'react';

/** What it is called, how many it holds (null: not said), and what it shows. */
export type Tab = readonly [name: string, count: number | null, body: ReactNode];

export function Tabs({ tabs, first }: { readonly tabs: readonly Tab[]; readonly first: number }) {
  const [open, setOpen] = useState(first);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const show = (index: number) => {
    setOpen(index);
    // However far down the last list was, the next one is read from its beginning.
    const above = panel.current!.getBoundingClientRect().top < list.current!.getBoundingClientRect().bottom;
    if (above) panel.current!.scrollIntoView();
  };
  const go = (index: number) => {
    const next = (index + tabs.length) % tabs.length;
    show(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        ref={list}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') go(open + 1);
          if (event.key === 'ArrowLeft') go(open - 1);
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
