import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const step = 50;

interface MoreProps<Item> {
  readonly items: readonly Item[];
  /** That is to be among those shown, wherever it stands. */
  readonly sought?: (item: Item) => boolean;
  readonly children: (item: Item) => ReactNode;
}

/** Fifty, and the others as they are asked for: ten thousand at once would take seconds. */
export function More<Item>({ items, sought, children }: MoreProps<Item>) {
  const [{ from, to }, setShown] = useState({ from: 0, to: step });
  const at = sought ? items.findIndex(sought) : -1;
  if (at >= 0 && (at < from || at >= to)) {
    const first = at - (at % step);
    setShown({ from: first, to: first + step });
  }
  const first = from < items.length ? from : 0;
  const count = `共 ${items.length} 处`;
  return (
    <>
      {first > 0 && (
        <Button appearance="subtle" onClick={() => setShown({ from: Math.max(0, first - step), to })}>
          显示前面 {Math.min(step, first)} 处（{count}）
        </Button>
      )}
      {items.slice(first, to).map(children)}
      {to < items.length && (
        <Button appearance="subtle" onClick={() => setShown({ from: first, to: to + step })}>
          再显示 {Math.min(step, items.length - to)} 处（{count}）
        </Button>
      )}
    </>
  );
}
