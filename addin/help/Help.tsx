import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { FoldIcon } from '../panes/icons.tsx';
import { type About, type Entry, entriesOf, entryAbout, found, groups } from './entries.ts';
import './help.css';

export interface HelpProps {
  /** Id of the policy that is judged by. */
  readonly policy: string;
  /** What it opens at. */
  readonly about?: About | null;
  readonly onClose: () => void;
}

/** 帮助: over the whole pane, until it is closed. Needs no network. */
export function Help({ policy, about = null, onClose }: HelpProps) {
  const entries = useMemo(() => entriesOf(policy), [policy]);
  const asked = useMemo(() => about && entryAbout(entries, about), [entries, about]);
  const [query, setQuery] = useState('');
  const dialog = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const title = useId();
  useFocusBack();
  useEffect(() => {
    if (asked) dialog.current?.querySelector<HTMLElement>('.help-asked button')?.focus();
    else search.current?.focus();
  }, [asked]);
  const hits = useMemo(() => (query.trim() === '' ? null : found(entries, query)), [entries, query]);
  return (
    <div
      className="help"
      role="dialog"
      aria-modal="true"
      aria-labelledby={title}
      ref={dialog}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          // Otherwise Excel takes the focus to the sheet.
          event.stopPropagation();
          event.preventDefault();
          onClose();
        }
        if (event.key === 'Tab') stayInside(event);
      }}
    >
      <header className="help-top">
        <h2 id={title}>帮助</h2>
        <Button onClick={onClose}>关闭</Button>
        <label className="help-search">
          <span>写一两个词来找，词与词之间空一格</span>
          <input
            ref={search}
            type="search"
            value={query}
            placeholder="如：持证比例　备案号　强制"
            onChange={({ target }) => setQuery(target.value)}
          />
        </label>
        <p role="status" className="quiet">
          {hits && (hits.length > 0 ? `找到 ${hits.length} 条` : '没有找到。换一个更短的词试试，如“证书”“日期”。')}
        </p>
      </header>
      <div className="help-body">
        {asked && !hits && (
          <section className="help-asked">
            <Leaf entry={asked} opened />
          </section>
        )}
        {groups.map((group) => {
          const listed = (hits ?? entries).filter((entry) => entry.group === group && (hits || !entry.hidden));
          if (listed.length === 0) return null;
          return hits || group === groups[0] ? (
            <section key={group}>
              <h3>
                {group} {hits && listed.length}
              </h3>
              <Leaves entries={listed} />
            </section>
          ) : (
            <Opening key={group} className="help-group" name={`${group} ${listed.length}`}>
              {() => <Leaves entries={listed} />}
            </Opening>
          );
        })}
      </div>
    </div>
  );
}

const step = 50;

/** The first fifty, and the rest as they are asked for. */
function Leaves({ entries }: { readonly entries: readonly Entry[] }) {
  const [shown, setShown] = useState(step);
  return (
    <>
      {entries.slice(0, shown).map((entry) => (
        <Leaf key={entry.key} entry={entry} />
      ))}
      {shown < entries.length && (
        <Button appearance="subtle" onClick={() => setShown(shown + step)}>
          再显示 {Math.min(step, entries.length - shown)} 条（共 {entries.length} 条）
        </Button>
      )}
    </>
  );
}

function Leaf({ entry, opened = false }: { readonly entry: Entry; readonly opened?: boolean }) {
  const { title, under, sections } = entry.page;
  return (
    <Opening className="help-leaf" name={title} under={under} opened={opened}>
      {() =>
        sections.map(([heading, lines]) => (
          <section key={heading}>
            {heading && <h4>{heading}</h4>}
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))
      }
    </Opening>
  );
}

interface OpeningProps {
  readonly className: string;
  readonly name: string;
  readonly under?: string;
  readonly opened?: boolean;
  readonly children: () => React.ReactNode;
}

/** What is inside is made when it is opened. */
function Opening({ className, name, under = '', opened = false, children }: OpeningProps) {
  const [open, setOpen] = useState(opened);
  return (
    <div className={className}>
      <button type="button" className="help-name" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>
          {name}
          {under && <span className="quiet">{under}</span>}
        </span>
        <FoldIcon />
      </button>
      {open && <div className="help-text">{children()}</div>}
    </div>
  );
}

/** When it is gone, to where the focus came from. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}

/** From the last to the first, and back. In between the browser, or Office.js in its place, goes on by itself. */
function stayInside(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([disabled]), input')];
  const [leaving, next] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== leaving) return;
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}
