import { useEffect, useRef } from 'react';
import { openPage } from './bridge.ts';
import type { Opened } from './opened.ts';
import { saveWorkbook } from './xlsx/save.ts';

interface Props {
  /** Another object opens the page anew. */
  readonly pane: { readonly url: string };
  readonly opened: Opened;
  readonly excelApi: string | undefined;
  readonly onClose: () => void;
}

export function Pane({ pane, opened, excelApi, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { host, workbook } = opened;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing is no reason to open anew
  useEffect(() => {
    if (!place.current) return;
    const readFile = () => saveWorkbook(workbook);
    const page = openPage(place.current, { url: pane.url, host, excelApi, readFile, onClose });
    page.frame.title = '任务窗格';
    return () => page.close();
  }, [pane, opened, excelApi]);
  return (
    <aside className="pane">
      <header>
        三社联动检查
        <button type="button" aria-label="关闭任务窗格" onClick={onClose}>
          ×
        </button>
      </header>
      <div ref={place} />
    </aside>
  );
}
