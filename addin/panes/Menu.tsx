import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { MoreIcon } from './icons.tsx';

/** ⋯: what is rarely needed. It closes with Esc, with a press beside it, and with a choice in it. */
export function Menu({ children }: { readonly children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) setOpen(false);
    };
    for (const type of ['pointerdown', 'focusin'] as const) document.addEventListener(type, leave);
    return () => {
      for (const type of ['pointerdown', 'focusin'] as const) document.removeEventListener(type, leave);
    };
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what is in it
    <div
      className="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <Button
        appearance="subtle"
        icon={<MoreIcon />}
        aria-label="更多"
        title="更多"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <section className="menu-body" aria-label="更多">
          {children(close)}
        </section>
      )}
    </div>
  );
}
