import { Button } from '@fluentui/react-components';
import {
  type DragEvent,
  type RefObject,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { FileProblem } from '../../shared/files/problems.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Place, Rollup } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies/abouts.ts';
import { download } from '../downloads.ts';
import { openFile } from '../pages/files.ts';
import { viewsOf } from '../pages/views.ts';
import { useFocusBack } from '../panes/focus.ts';
import { CloseIcon } from '../panes/icons.tsx';
import { rememberedOffice } from '../panes/offices.ts';
import { type Tab, Tabs } from '../panes/Tabs.tsx';
import { typeOf } from '../papers/types.ts';
import { useHeld } from '../returns.ts';
import type { Gathered, Gathering } from './gathering.ts';
import { chosenIn, droppedIn, type Found } from './sources.ts';
import { Across } from './views/Across.tsx';
import { asRegistered } from './views/arranged.ts';
import { Details } from './views/Details.tsx';
import { Files, reportingText } from './views/Files.tsx';
import type { Shown } from './views/Matrix.tsx';
import { Overview } from './views/Overview.tsx';
import { Papers } from './views/Papers.tsx';
import { Partly } from './views/Partly.tsx';
import { SheetView, type Viewed } from './views/SheetView.tsx';
import '../panes/pane.css';
import '../pages/page.css';
import './rollup.css';

interface RollupPlaceProps {
  readonly gathering: Gathering;
  /** Opens a file in 检查; null where there is no room for it. */
  readonly onOpenFile: ((file: File) => void) | null;
  /** Selects a cell of the workbook that is open; null where none is. */
  readonly onSelect: ((place: Place) => void) | null;
  /** Of the workbook that is open, as it was checked last. */
  readonly ownDataHash: string | null;
  /** Adds a city to try; absent where none is offered. */
  readonly sample?: (() => void) | undefined;
}

/** 汇总 in four steps, and beside or below them what is told at length. */
export function RollupPlace({ gathering, onOpenFile, onSelect, ownDataHash, sample }: RollupPlaceProps) {
  const gathered = useSyncExternalStore(gathering.subscribe, gathering.current);
  // Large roll-ups are drawn in slices, while what is typed and pressed is answered at once.
  const rollup = useDeferredValue(gathered.rollup);
  const { words, said } = gathered;
  const [step, setStep] = useHeld('rollup.step', 0);
  const [arrangement, setArrangement] = useHeld('rollup.arrangement', asRegistered);
  const [typed, setTyped] = useHeld('rollup.papers', untyped());
  const [told, setTold] = useState('');
  const [isOver, setOver] = useState(false);
  const root = useRef<HTMLElement>(null);
  useFocusBack(root, false);
  const aside = useAside();
  const openViews = useCallback((file: string, signal: AbortSignal) => viewsIn(gathering, file, signal), [gathering]);

  function reveal(file: string, place: Place) {
    const dataHash = rollup?.units.find((unit) => unit.file === file)?.dataHash ?? null;
    const isOwn = dataHash !== null && dataHash === ownDataHash;
    if (isOwn && onSelect) onSelect({ sheet: place.sheet, address: place.address });
    else aside.open({ sheet: { file, place: { ...place } } });
  }
  /** What is told beside a step goes with it. */
  function go(to: number) {
    setStep(to);
    aside.closeAll();
  }
  function take({ sources, skipped }: Found) {
    if (sources.length > 0) gathering.add(sources);
    setTold(skippedText(sources.length, skipped));
  }
  async function open(path: string) {
    const file = await gathering.fileOf(path);
    if (file) onOpenFile?.(file);
    setTold(file ? '' : `“${path}”只留有上次的结果。请再放入这个文件，再打开。`);
  }
  const onOpen = onOpenFile && ((path: string) => void open(path));
  const show = (shown: Shown) => aside.open({ shown });
  const besides = useInSight(root, aside.shown);

  const onResume = () => gathering.resume();
  const partly = <Partly {...{ gathered, rollup, onResume }} />;
  const head = rollup && gathered.progress === null && (
    <p className="rollup-line">{`${modeWords[rollup.mode]}评估：${reportingText(rollup)}`}</p>
  );
  const waiting = <Waiting {...gathered} onFiles={() => go(0)} />;
  const tabs: readonly Tab[] = [
    [
      '① 文件',
      gathered.files.length || null,
      <Files
        key="files"
        {...{ gathered, rollup, onOpen, onResume }}
        policies={policyAbouts}
        onSample={sample ?? null}
        onFiles={(files) => take(chosenIn(files))}
        onSay={(part) => gathering.say(part)}
        onDrop={(path) => gathering.drop(path)}
        onCancel={() => gathering.cancel()}
        onChoose={(policy) => gathering.choose(policy)}
      />,
    ],
    [
      '② 总览',
      null,
      rollup ? (
        <div key="overview">
          {partly}
          {head}
          <Overview {...{ rollup, words, said, arrangement }} onArrange={setArrangement} onShow={show} />
        </div>
      ) : (
        waiting
      ),
    ],
    [
      '③ 跨册问题',
      rollup && acrossCount(rollup),
      rollup ? (
        <div key="across">
          {partly}
          <Across {...{ rollup, words }} onReveal={reveal} />
        </div>
      ) : (
        waiting
      ),
    ],
    [
      '④ 表与打印',
      null,
      rollup ? (
        <div key="papers">
          {partly}
          <Papers
            {...{ gathering, rollup, words, said, typed }}
            files={gathered.files}
            onType={setTyped}
            onSave={saveFile}
            isBeside={onSelect !== null}
          />
        </div>
      ) : (
        waiting
      ),
    ],
  ];

  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  return (
    <section
      ref={root}
      className={isOver ? 'rollup over' : 'rollup'}
      aria-label="汇总"
      onDragOver={hold}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        hold(event);
        setOver(false);
        void droppedIn(event.dataTransfer).then(take);
      }}
      // What was told of the last thing that was done is not told of the next.
      onClickCapture={() => setTold('')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') aside.close();
      }}
    >
      <div className="rollup-body pane-body">
        {told && (
          <div className="rollup-told">
            <p role="alert">{told}</p>
            <Button appearance="transparent" icon={<CloseIcon />} aria-label="关闭提示" onClick={() => setTold('')} />
          </div>
        )}
        <Tabs tabs={tabs} open={step} onOpen={go} />
      </div>
      {rollup && (aside.shown || aside.sheet) && (
        <div ref={besides} className={aside.sheet ? 'rollup-aside with-sheet' : 'rollup-aside'}>
          {aside.shown && (
            <Details
              shown={aside.shown}
              {...{ rollup, words, gathering, onOpen }}
              onReveal={reveal}
              onClose={aside.closeAll}
            />
          )}
          {aside.sheet && <SheetView {...aside.sheet} openViews={openViews} onClose={aside.close} />}
        </div>
      )}
    </section>
  );
}

/** Where much could not be compared, none found says nothing. */
const acrossCount = ({ findings, notChecked }: Rollup): number | null =>
  findings.length === 0 && notChecked.length > 0 ? null : findings.length;

interface WaitingProps extends Pick<Gathered, 'files' | 'progress'> {
  readonly onFiles: () => void;
}

/** Nothing is judged yet. */
function Waiting({ files, progress, onFiles }: WaitingProps) {
  const why = files.some(({ step }) => step === 'stopped')
    ? '已停止，文件都没有读。请到“① 文件”继续检查。'
    : '还没有文件。请到“① 文件”选择各单位报送的工作簿。';
  return (
    <div className="empty">
      <p>{progress ? '正在检查第一个文件…' : why}</p>
      <button type="button" className="unit-link" onClick={onFiles}>
        到“① 文件”
      </button>
    </div>
  );
}

interface Aside {
  readonly shown: Shown | null;
  readonly sheet: { readonly file: string; readonly place: Place } | null;
}

/** Details, and the sheet that they lead to. What had the focus before gets it back, see useFocusBack. */
function useAside() {
  const [aside, setAside] = useState<Aside>({ shown: null, sheet: null });
  return {
    ...aside,
    open: (next: { readonly shown: Shown } | Pick<Aside, 'sheet'>) =>
      setAside((now) => ('shown' in next ? { shown: next.shown, sheet: null } : { ...now, ...next })),
    /** What was opened last. */
    close: () => setAside((now) => ({ shown: now.sheet ? now.shown : null, sheet: null })),
    closeAll: () => setAside({ shown: null, sheet: null }),
  };
}

/** The cell of the matrix that was chosen stays in sight when what is told of it takes room beside or below. */
function useInSight(root: RefObject<HTMLElement | null>, shown: Shown | null) {
  const besides = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each that is chosen
  useLayoutEffect(() => {
    const element = besides.current;
    // Goals and ranks lead to the same details, and are no cells.
    if (!element || !root.current?.querySelector('.matrix')?.contains(document.activeElement)) return;
    const cell = () => root.current?.querySelector('.matrix [aria-selected="true"]');
    const reveal = () => cell()?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    reveal();
    const observer = new ResizeObserver(reveal);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, shown]);
  return besides;
}

/** Sheets of a file that was dropped; see Viewed. */
async function viewsIn(gathering: Gathering, path: string, signal: AbortSignal): Promise<Viewed> {
  const file = await gathering.fileOf(path);
  if (!file) return null;
  try {
    const { reading, close } = await openFile(file, signal);
    close();
    return viewsOf(reading.snapshot);
  } catch (error) {
    if (error instanceof FileProblem) return `“${file.name}”${error.message}`;
    return `“${file.name}”读不出来：可能正被别的程序占用，或已改名、移走。请再放入这个文件。`;
  }
}

function skippedText(taken: number, skipped: readonly string[]): string {
  if (skipped.length === 0) return taken > 0 ? '' : '里面没有文件。请选有工作簿的文件夹。';
  const names = skipped
    .slice(0, mostNamed)
    .map((path) => `“${path}”`)
    .join('、');
  const others = `${names}${skipped.length > mostNamed ? '等' : ''}`;
  const papers = skipped.some((path) => /\.docx$/i.test(path))
    ? '要核对改过的报告，请到“④ 表与打印”里的“核对报告”选它。'
    : '';
  return taken > 0
    ? `有 ${skipped.length} 个文件不是工作簿，没有放入：${others}。${papers}`
    : `没有放入：${skipped.length} 个文件都不是工作簿（${others}）。能放入的是 .xlsx、.xlsm 工作簿和 .zip。${papers}`;
}

const mostNamed = 10;

const noDates = { day: '', resubmitBy: '' };
const untyped = () => ({
  office: rememberedOffice(),
  commissioner: '',
  dates: { midterm: noDates, final: noDates },
  isPublic: false,
});

const saveFile = (name: string, bytes: Uint8Array): boolean => download(name, new Uint8Array(bytes), typeOf(name));
