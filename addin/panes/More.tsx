import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const step = 50;

/** The first fifty, and the rest as they are asked for. */
export function More<Item>(props: { readonly items: readonly Item[]; readonly children: (item: Item) => ReactNode }) {
  const { items, children } = props;
  const [shown, setShown] = useState(step);
  return (
    <>
      {items.slice(0, shown).map(children)}
      {shown < items.length && (
        <Button appearance="subtle" onClick={() => setShown(shown + step)}>
          再显示 {Math.min(step, items.length - shown)} 处（共 {items.length} 处）
        </Button>
      )}
    </>
  );
}
