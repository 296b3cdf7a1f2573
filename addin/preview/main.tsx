/** The page at /preview/: a workbook, and the task pane beside it. For development; never part of what is deployed. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { runCommand } from './bridge.ts';
import { Losses } from './Losses.tsx';
import { openMemory } from './memory.ts';
import { type Opened, present } from './opened.ts';
import { Pane } from './Pane.tsx';
import './preview.css';
import { Ribbon } from './Ribbon.tsx';
import { Sheets } from './Sheets.tsx';
import { readSample, readSamples, type Sample } from './samples.ts';
import { lossesOf } from './xlsx/losses.ts';
import { openWorkbook } from './xlsx/open.ts';
import { saveWorkbook } from './xlsx/save.ts';

/** `?sample=` opens one of the samples by its file, `?excelApi=1.14` shows the add-in an older Excel. */
const asked = new URLSearchParams(location.search);
const excelApi = asked.get('excelApi') ?? undefined;

function Page({ samples }: { readonly samples: readonly Sample[] }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  // A new object opens the pane anew, as the button of the ribbon does.
  const [pane, setPane] = useState<{ readonly url: string } | null>({ url: '/taskpane.html' });
  const [losses, setLosses] = useState<readonly string[]>([]);
  const { message, attempt, dismiss } = useAttempts();
  const open = async (bytes: Uint8Array, name: string): Promise<void> => {
    const workbook = await openWorkbook(bytes, name);
    setPane({ url: '/taskpane.html' });
    setOpened(present(workbook, open));
  };
  const openFile = (file: File): void =>
    attempt(file.arrayBuffer().then((buffer) => open(new Uint8Array(buffer), file.name)));
  const openSample = (file: string): void => attempt(readSample(file).then((bytes) => open(bytes, file)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page opens
  useEffect(() => {
    const first = asked.get('sample') ?? samples[0]?.file;
    if (first) openSample(first);
    else setOpened(present(openMemory({ blocks: { Sheet1: [] } }), open));
    onDrop(openFile);
  }, []);

  const { workbook, host } = opened ?? {};
  return (
    <div className="preview">
      <Title name={workbook?.name ?? '正在打开…'} />
      <Ribbon
        samples={samples}
        chosen={workbook?.name ?? ''}
        onSample={openSample}
        onFile={openFile}
        onSave={() => {
          const found = workbook ? lossesOf(workbook) : [];
          setLosses(found);
          if (workbook && found.length === 0) attempt(download(workbook));
        }}
        // What the manifest says of the three buttons.
        onFill={() => setPane({ url: '/taskpane.html?go=fill' })}
        onCheck={() => setPane({ url: '/taskpane.html?go=check' })}
        onRollup={() => setPane({ url: '/taskpane.html?go=rollup' })}
        onClear={() => host && attempt(runCommand('clearMarks', { url: '/commands.html', host, excelApi }))}
      />
      {opened && <Sheets opened={opened} />}
      {opened && pane && <Pane pane={pane} opened={opened} excelApi={excelApi} onClose={() => setPane(null)} />}
      {message && <Message text={message} onClose={dismiss} />}
      {workbook && losses.length > 0 && (
        <Losses
          losses={losses}
          onCancel={() => setLosses([])}
          onSave={() => {
            setLosses([]);
            attempt(download(workbook));
          }}
        />
      )}
    </div>
  );
}

/** Shows what went wrong with the last thing that was attempted. */
function useAttempts() {
  const [message, setMessage] = useState('');
  const attempt = (action: Promise<unknown>): void => {
    setMessage('');
    action.catch((error) => setMessage(error instanceof Error ? error.message : String(error)));
  };
  return { message, attempt, dismiss: () => setMessage('') };
}

function Title({ name }: { readonly name: string }) {
  return (
    <div className="title">
      <small>预览</small>
      <b>{name}</b>
      <small>仅供开发，不连接 Excel</small>
    </div>
  );
}

function Message({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <div className="message" role="alert">
      {text}
      <button type="button" onClick={onClose}>
        知道了
      </button>
    </div>
  );
}

/** Files that are dropped anywhere on the page; a browser would leave the page for them. */
function onDrop(open: (file: File) => void): void {
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (event.type === 'drop' && file) open(file);
  };
  for (const type of ['dragover', 'drop'] as const) document.addEventListener(type, drop);
}

async function download(workbook: Opened['workbook']): Promise<void> {
  const bytes = (await saveWorkbook(workbook)) as Uint8Array<ArrayBuffer>;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = workbook.name;
  link.click();
  // The download has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

createRoot(document.getElementById('root')!).render(<Page samples={await readSamples()} />);
