import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { FileProblem } from '../../shared/files/problems.ts';
import type { PolicyAbout, TemplateKind } from '../../shared/model.ts';
import { download } from '../downloads.ts';
import type { Engine } from '../evaluations.ts';
import { firstIn } from '../panes/focus.ts';
import { JobHead } from '../panes/JobHead.tsx';
import type { Job } from '../panes/jobs.ts';
import { missing } from '../panes/missing.tsx';
import { filePhrases, noDownloadHere, PhrasesContext } from '../panes/phrases.ts';
import type { Source } from '../rollup/gathering.ts';
import { chosenIn, droppedIn, type Found } from '../rollup/sources.ts';
import { type FindSample, type LoadRollup, RollupBody, useRollups, useSample } from '../rollups.tsx';
import { makeFile, type OpenFile, openFile, Unreadable, xlsx } from './files.ts';
import { Start } from './Start.tsx';
import './page.css';

/** The pane is much to load: the page is there before it. */
const fetchOpened = () => import('./Opened.tsx');
const Opened = lazy(() => fetchOpened().then(({ Opened }) => ({ default: Opened }), missing));

type PageEngine = Pick<Engine, 'evaluate' | 'template'>;

interface PageProps {
  /** Starts what judges and makes templates; it is fetched when it is first needed. */
  readonly createEngine: () => PageEngine;
  readonly policies: readonly PolicyAbout[];
  /** `file`: the page is a file itself. */
  readonly localOnly: boolean | 'file';
  readonly loadRollup: LoadRollup;
  readonly findSample: FindSample;
}

/** The pane without Excel: one file is opened, checked, and given back with marks as a download; many are rolled up. */
export function Page({ createEngine, policies, localOnly, loadRollup, findSample }: PageProps) {
  const engine = useRef<PageEngine | null>(null);
  const root = useRef<HTMLDivElement>(null);
  // Null before the first file.
  const [job, setJob] = useState<Job | null>(null);
  const [opened, setOpened] = useState<OpenFile | null>(null);
  const [opening, setOpening] = useState<{ readonly name: string; readonly stop: AbortController } | null>(null);
  const [problem, setProblem] = useState('');
  const [unsaved, setUnsaved] = useState(false);
  const coming = useRollups(loadRollup, policies);
  const sample = useSample(findSample, coming);
  useLeaving(unsaved);
  useEffect(() => void fetchOpened().catch(() => {}), []);

  function go(to: Job) {
    setProblem('');
    setJob(to);
    requestAnimationFrame(() => focusIn(root.current));
  }

  async function open(file: File) {
    if (unsaved && !window.confirm(unsavedWords)) return;
    opening?.stop.abort();
    const stop = new AbortController();
    setProblem('');
    setOpening({ name: file.name, stop });
    engine.current ??= createEngine();
    try {
      const next = await openFile(file, stop.signal);
      opened?.close();
      setUnsaved(false);
      setOpened(next);
      if (job === 'rollup') go('check');
      else setJob('check');
    } catch (error) {
      if (stop.signal.aborted) return;
      // A .zip of many.
      if (job !== 'rollup' && error instanceof FileProblem && error.code === 'no_workbook' && error.detail !== '')
        gather([{ path: file.name, file }]);
      else setProblem(problemWords(file.name, error));
    } finally {
      setOpening((now) => (now?.stop === stop ? null : now));
    }
  }

  async function giveTemplate(kind: TemplateKind) {
    setProblem('');
    try {
      engine.current ??= createEngine();
      const { name, sheets } = await engine.current.template(policies[0]!.id, kind);
      if (!download(`${name}.xlsx`, await makeFile(sheets), xlsx)) setProblem(noDownloadHere);
    } catch {
      setProblem('填报表没有做成。请换用新版的 Edge 或 Chrome 浏览器打开这个网页，再试一次。');
    }
  }

  /** With nothing to add: 汇总 as it was left. */
  function gather(sources: readonly Source[]) {
    go('rollup');
    coming.fetch().then(
      ({ gathering }) => sources.length > 0 && gathering.add(sources),
      () => {},
    );
  }

  /** One workbook is looked at; many, or one more to many, are rolled up. */
  function take({ sources, skipped }: Found) {
    const [first, ...others] = sources;
    if (!first) {
      if (skipped.length > 0) setProblem('这里面没有工作簿。请放入 .xlsx 文件，或装着它们的文件夹、.zip。');
    } else if (job !== 'rollup' && others.length === 0 && first.file instanceof File) {
      void open(first.file);
    } else gather(sources);
  }
  const isOver = useDrop(async (transfer) => take(await foundIn(transfer)));
  const choose = ([first, ...others]: readonly File[]) =>
    take(first && others.length === 0 ? alone(first) : chosenIn(first ? [first, ...others] : []));

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
    <div className={isOver ? 'over' : undefined} ref={root}>
      {job === null && (
        <Start
          local={localOnly}
          status={status}
          policy={policies[0]!.name}
          onRollup={() => gather([])}
          onTemplate={localOnly ? giveTemplate : null}
          onSample={
            sample &&
            (() => {
              go('rollup');
              void sample();
            })
          }
        >
          <FileButton appearance="primary" onFiles={choose}>
            打开工作簿
          </FileButton>
        </Start>
      )}
      {opened && engine.current && (
        <div hidden={job !== 'check'}>
          <Suspense>
            <Opened
              key={keyOf(opened)}
              {...{ policies, localOnly }}
              file={opened}
              evaluate={engine.current.evaluate}
              onUnsaved={setUnsaved}
            >
              <header className="page-head">
                {coming.rollups && (
                  // What was pressed to open the file is out of sight by now.
                  <Button appearance="primary" autoFocus onClick={() => go('rollup')}>
                    返回汇总
                  </Button>
                )}
                <h1 className="page-name">{opened.name}</h1>
                <FileButton appearance="secondary" onFiles={choose}>
                  打开另一个
                </FileButton>
                {status}
              </header>
            </Opened>
          </Suspense>
        </div>
      )}
      {(job === 'rollup' || coming.rollups) && (
        <div hidden={job !== 'rollup'}>
          <main className="pane page-rollup">
            <JobHead policy={coming.rollups?.gathering.current().policy.id ?? policies[0]!.id}>
              <header className="page-head">
                <h1 className="page-name">汇总</h1>
                {opened && <Button onClick={() => go('check')}>返回“{opened.name}”</Button>}
                {status}
              </header>
            </JobHead>
            <PhrasesContext value={phrases}>
              <RollupBody coming={coming} onOpenFile={open} onSelect={null} ownDataHash={null} onSample={sample} />
            </PhrasesContext>
          </main>
        </div>
      )}
    </div>
  );
}

/** Of many those are taken that may be workbooks; one by itself is told what it is, whatever it is. */
function foundIn(transfer: DataTransfer): Promise<Found> | Found {
  const { files, items } = transfer;
  const isFolder = [...items].some((item) => item.webkitGetAsEntry()?.isDirectory);
  return files.length === 1 && !isFolder ? alone(files[0]!) : droppedIn(transfer);
}

const alone = (file: File): Found => ({ sources: [{ path: file.name, file }], skipped: [] });

/** No file of those is written into. */
const phrases = filePhrases(false, []);

/** To the first that can be pressed in what is on show now. */
const focusIn = (root: HTMLElement | null) => {
  const shown = root?.querySelector(':scope > :not([hidden])');
  if (shown) firstIn(shown)?.focus();
};

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
        multiple
        // Old ones too: they are told what to do.
        accept=".xlsx,.xlsm,.xls,.et,.csv,.zip"
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

/**
 * What is dropped anywhere on the page, but where something of the page has taken it; a browser would leave the page for it.
 * True while it is held over the page.
 */
function useDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    const isTaken = event.defaultPrevented;
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover' && !isTaken);
    if (event.type === 'drop' && !isTaken) onDrop(event.dataTransfer);
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
