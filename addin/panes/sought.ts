import { type RefObject, use, useEffect, useRef } from 'react';
import { GoingContext } from './whereabouts.ts';

/** Gets the focus when it is what is sought by this name; '' never is. */
export function useSought<Element extends HTMLElement>(name: string): RefObject<Element | null> {
  const { sought, onGo } = use(GoingContext);
  const element = useRef<Element>(null);
  const isSought = name !== '' && sought === name;
  useEffect(() => {
    if (!isSought) return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView?.({ block: 'nearest' });
    onGo({});
  }, [isSought, onGo]);
  return element;
}
