import { useEffect, useState } from 'react';
import type { Place } from '../../../shared/model.ts';
import { Sheets } from '../../pages/Sheets.tsx';
import type { View } from '../../pages/views.ts';
import { pathNames } from './units.ts';

/** What could be had of a file: its sheets; null where only its result is kept; a whole sentence where it cannot be read. */
export type Viewed = readonly View[] | string | null;

interface SheetViewProps {
  readonly file: string;
  readonly place: Place;
  readonly openViews: (file: string, signal: AbortSignal) => Promise<Viewed>;
  readonly onClose: () => void;
}

/** The sheet of a file that was dropped, around the cell that was asked for. */
export function SheetView({ file, place: asked, openViews, onClose }: SheetViewProps) {
  const [opened, setOpened] = useState<{ readonly file: string; readonly viewed: Viewed } | null>(null);
  const [place, setPlace] = useState(asked);
  const [held, setHeld] = useState(asked);
  // The same cell may be asked for again, after another one was looked at.
  if (held !== asked) {
    setHeld(asked);
    setPlace(asked);
  }
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    openViews(file, signal).then(
      (viewed) => signal.aborted || setOpened({ file, viewed }),
      () => signal.aborted || setOpened({ file, viewed: '没能打开这个文件。请再放入它重试。' }),
    );
    return () => stop.abort();
  }, [file, openViews]);

  const name = pathNames(file)[0];
  if (opened?.file !== file) return <p className="sheet-told">正在打开“{name}”…</p>;
  const { viewed } = opened;
  if (viewed === null)
    return (
      <p className="sheet-told" role="status">
        “{name}”只留有上次的结果，没有文件本身。请再放入这个文件，再看单元格。
      </p>
    );
  if (typeof viewed === 'string')
    return (
      <p className="sheet-told" role="alert">
        {viewed}
      </p>
    );
  if (!viewed.some((view) => view.name === place.sheet))
    return (
      <p className="sheet-told" role="alert">
        “{name}”里没有“{place.sheet}”这张表，可能放入的不是原来的文件。请再放入原来的文件。
      </p>
    );
  return (
    <div className="sheet-view">
      <p className="sheet-file quiet">{name}</p>
      <Sheets views={viewed} marks={[]} place={place} onSelect={setPlace} onClose={onClose} />
    </div>
  );
}
