import { useEffect, useRef } from 'react';
import type { Opened } from './opened.ts';
import { openGrid } from './univer/grid.ts';
import { originOf } from './xlsx/origins.ts';

/** The grid. It takes a whole element for itself, a new one for each workbook. */
export function Sheets({ opened }: { readonly opened: Opened }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = document.createElement('div');
    container.style.height = '100%';
    place.current?.append(container);
    const grid = openGrid(container, opened.workbook, {
      font: originOf(opened.workbook)?.font ?? {},
      onEditing: (editing) => {
        opened.host.editing = editing;
      },
    });
    opened.grid = grid;
    return () => {
      opened.grid = null;
      grid.close();
      container.remove();
    };
  }, [opened]);
  return <div className="grid" ref={place} />;
}
