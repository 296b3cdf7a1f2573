import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { FileProblem } from '../../shared/files/problems.ts';
import type { PolicyAbout } from '../../shared/model.ts';
import type { Evaluate } from '../evaluations.ts';
import { missing } from '../panes/missing.tsx';
import { type OpenFile, openFile, Unreadable } from './files.ts';
import { Start } from './Start.tsx';
import './page.css';

/** The pane is much to load: the page is there before it. */
const fetchOpened = () => import('./Opened.tsx');
const Opened = lazy(() => fetchOpened().then(({ Opened }) => ({ default: Opened }), missing));

interface PageProps {
  /** Starts what judges; it is fetched with the first file. */
  readonly createEvaluate: () => Evaluate;
  readonly policies: readonly PolicyAbout[];
  /** `file`: the page is a file itself. */
  readonly localOnly: boolean | 'file';
}

/** 检查 without Excel: a file is opened or dropped, checked, and given back with marks as a download. */
export function Page({ createEvaluate, policies, localOnly }: PageProps) {
  const engine = useRef<Evaluate | null>(null);
  const [opened, setOpened] = useState<OpenFile | null>(null);
  const [opening, setOpening] = useState<{ readonly name: string; readonly stop: AbortController } | null>(null);
  const [problem, setProblem] = useState('');
  const [unsaved, setUnsaved] = useState(false);
  useLeaving(unsaved);
  useEffect(() => void fetchOpened().catch(() => {}), []);

  async function open(files: readonly File[]) {
    const [file, ...others] = files;
    if (!file || (unsaved && !window.confirm(unsavedWords))) return;
    opening?.stop.abort();
    if (others.length > 0) return setProblem('一次只能打开一个工作簿，请只放一个文件。');
    const stop = new AbortController();
    setProblem('');
    setOpening({ name: file.name, stop });
    engine.current ??= createEvaluate();
    try {
      const next = await openFile(file, stop.signal);
      opened?.close();
      setUnsaved(false);
      setOpened(next);
    } catch (error) {
      if (!stop.signal.aborted) setProblem(problemWords(file.name, error));
    }
    setOpening((now) => (now?.stop === stop ? null : now));
  }
  const isOver = useDrop(open);

  const status = opening ? (
    <p className="opening" aria-live="polite">
      正在打开“{opening.name}”…{' '}
      <Button
        onClick={() => {
          opening.stop.abort();
          setOpening(null);
        }}
      >
        取消
      </Button>
    </p>
  ) : (
    problem && (
      <p className="problem" role="alert">
        {problem}
      </p>
    )
  );

  return (
    <div className={isOver ? 'over' : undefined}>
      {opened && engine.current ? (
        <Suspense>
          <Opened
            key={keyOf(opened)}
            {...{ policies, localOnly }}
            file={opened}
            evaluate={engine.current}
            onUnsaved={setUnsaved}
          >
            <header className="page-head">
              <h1 className="page-name">{opened.name}</h1>
              <FileButton appearance="secondary" onFiles={open}>
                打开另一个
              </FileButton>
              {status}
            </header>
          </Opened>
        </Suspense>
      ) : (
        <Start local={localOnly} status={status}>
          <FileButton appearance="primary" onFiles={open}>
            打开工作簿
          </FileButton>
        </Start>
      )}
    </div>
  );
}

interface FileButtonProps {
  readonly appearance: 'primary' | 'secondary';
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: string;
}

function FileButton({ appearance, onFiles, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={appearance} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        // Old ones too: they are told what to do.
        accept=".xlsx,.xlsm,.xls,.et,.csv"
        aria-label={children}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again, after it was repaired.
          target.value = '';
        }}
      />
    </>
  );
}

let count = 0;
const numbers = new WeakMap<OpenFile, number>();

/** Each file that is opened has a pane of its own. */
function keyOf(file: OpenFile): number {
  if (!numbers.has(file)) numbers.set(file, count++);
  return numbers.get(file)!;
}

function problemWords(name: string, error: unknown): string {
  if (error instanceof FileProblem) return `“${name}”${error.message}`;
  if (error instanceof Unreadable)
    return `“${name}”读不出来：可能正被别的程序占用，或还没有从网盘下载到这台电脑。请关闭占用它的程序，或先下载好再打开。`;
  return `“${name}”没能打开。请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。`;
}

const unsavedWords = '刚才说明的、选择的还没有随工作簿下载。打开另一个文件就没有了，仍然打开吗？';

/** The browser asks before what was said is lost. */
function useLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [unsaved]);
}

/** Files that are dropped anywhere on the page; a browser would leave the page for them. True while one is held over it. */
function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    for (const type of ['dragover', 'drop'] as const)
      document.addEventListener(type, (event) => drop(event), { signal });
    document.addEventListener('dragleave', (event) => leave(event), { signal });
    return () => stop.abort();
  }, []);
  return isOver;
}
