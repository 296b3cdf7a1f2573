/** Focus goes back where it came from. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** The button that opens something; the second brings the focus back to it once it is there again. */
export function useOpener(): readonly [opener: RefObject<HTMLButtonElement | null>, goBack: () => void] {
  const opener = useRef<HTMLButtonElement>(null);
  const [returning, setReturning] = useState(false);
  useEffect(() => {
    if (!returning) return;
    opener.current?.focus();
    setReturning(false);
  }, [returning]);
  return [opener, () => setReturning(true)];
}

/** How many places are remembered. */
const most = 12;

/** In the order of Tab. Those with tabindex -1 are not among them: Office.js, which moves Tab in Excel for the web, does not go on from there. */
const tabbable =
  'button:not(:disabled, [tabindex="-1"]), [href], input:not(:disabled, [hidden]), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/**
 * When what has the focus goes away or is switched off, the focus goes to what is left beside it, else to where it was before:
 * from the page itself Tab would leave the pane. While `busy` nothing is done, for the button that was pressed comes back.
 */
export function useFocusBack(pane: RefObject<HTMLElement | null>, busy: boolean): void {
  const isBusy = useRef(busy);
  const settle = useRef(() => {});
  useEffect(() => {
    isBusy.current = busy;
    if (!busy) settle.current();
  }, [busy]);
  useEffect(() => {
    const root = pane.current!;
    let history: readonly Place[] = [];
    let isLeft = true;
    /** What is left may change what is shown before this has the focus. */
    let next: EventTarget | null = null;
    const focused = ({ target }: FocusEvent) => {
      isLeft = false;
      next = null;
      const place = placeOf(target as HTMLElement, root);
      history = [place, ...history.filter(({ element }) => element !== target)].slice(0, most);
    };
    /** By the person, and not because it went. */
    const left = ({ target, relatedTarget }: FocusEvent) => {
      next = relatedTarget;
      if (relatedTarget !== null) return;
      queueMicrotask(() => {
        if (!hasFocus() && isUsable(target as HTMLElement)) isLeft = true;
      });
    };
    settle.current = () => {
      const [last, ...before] = history;
      if (isBusy.current || isLeft || !last || hasFocus() || (next && isUsable(next as Element))) return;
      const back = isUsable(last.element) ? last.element : (besideOf(last) ?? usableIn(before) ?? firstIn(root));
      back?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => settle.current());
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    root.addEventListener('focusin', focused);
    root.addEventListener('focusout', left);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', focused);
      root.removeEventListener('focusout', left);
    };
  }, [pane]);
}

/** What had the focus, and what it lay in, from the inside. */
interface Place {
  readonly element: HTMLElement;
  readonly within: readonly Element[];
}

function placeOf(element: HTMLElement, root: HTMLElement): Place {
  const within: Element[] = [];
  for (let one = element.parentElement; one && one !== root; one = one.parentElement) within.push(one);
  return { element, within };
}

const hasFocus = () => {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && isUsable(activeElement);
};

const isUsable = (element: Element) => element.isConnected && !element.matches(':disabled');

const usableIn = (places: readonly Place[]) => places.find(({ element }) => isUsable(element))?.element;

const besideOf = ({ within }: Place) =>
  within
    .filter(({ isConnected }) => isConnected)
    .map(firstIn)
    .find((found) => found !== null);

/** That can be gone to by Tab. */
export const firstIn = (within: Element) => within.querySelector<HTMLElement>(tabbable);
