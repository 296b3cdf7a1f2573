import { Button } from '@fluentui/react-components';
import { use, useState } from 'react';
import { Fold } from '../../panes/Fold.tsx';
import { PhrasesContext } from '../../panes/phrases.ts';
import { type Paper, Unwritten } from '../../papers/papers.ts';
import type { FileRow } from '../gathering.ts';

/** Gives the person a file; false where the program does not let it. */
export type OnSave = (name: string, bytes: Uint8Array) => boolean;

interface SavingProps {
  readonly label: string;
  /** What is made, before it has its name. */
  readonly what: string;
  readonly isPrimary?: boolean;
  /** All that goes into it and may be changed beside it: once it is another, what was saved is said to be of before. */
  readonly inputs?: string;
  readonly make: () => Promise<Paper>;
  readonly onSave: OnSave;
  /** What is to be put into the page where this program lets nothing be saved; null where this is the page. */
  readonly elsewhere?: readonly FileRow[] | null;
}

/** Makes a file and gives it; says how it went. */
export function Saving({ label, what, isPrimary = false, inputs = '', make, onSave, elsewhere = null }: SavingProps) {
  const { noDownload } = use(PhrasesContext);
  const [told, setTold] = useState<readonly string[]>([]);
  /** Whether the program took it; null where nothing was made. */
  const [given, setGiven] = useState<boolean | null>(null);
  const [madeOf, setMadeOf] = useState(inputs);
  async function save() {
    setTold([`正在做“${what}”…`]);
    setGiven(null);
    setMadeOf(inputs);
    try {
      const { name, bytes } = await make();
      const isGiven = onSave(name, bytes);
      const why = elsewhere ? '' : noDownload;
      setTold([isGiven ? `已存成“${name}”。${why && `在“下载”里找不到的，是${why}`}` : `没能存成文件。${why}`]);
      setGiven(isGiven);
    } catch (error) {
      const isTold = error instanceof Unwritten;
      setTold(isTold ? error.problems : [`没能做成“${what}”。请重试；仍不行请重新打开再放入文件。`]);
    }
  }
  return (
    <>
      <div className="ways">
        <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={save}>
          {label}
        </Button>
        <div role="status">
          {told.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {told.length > 0 && madeOf !== inputs && <p>以上说的是改动以前的，改过以后还没有下载。</p>}
        </div>
      </div>
      {given !== null && elsewhere && <Elsewhere isGiven={given} files={elsewhere} />}
    </>
  );
}

/** Excel on a Mac drops what a pane saves, without a word. */
function Elsewhere({ isGiven, files }: { readonly isGiven: boolean; readonly files: readonly FileRow[] }) {
  const names = droppedNames(files);
  return (
    <>
      <p>
        {isGiven ? '在“下载”里找不到的，是' : ''}这个 Excel 不让窗格存文件（Mac 上多是这样）。请
        <a href="/workbooks.html" target="_blank" rel="noreferrer">
          打开网页
        </a>
        ，到“汇总”放入下面这些文件，再到“④ 表与打印”下载。在这里填的单位、日期、人评分，要在那里再填一次。
      </p>
      <Fold summary={`要放入的 ${names.length} 个文件`}>
        {() => (
          <ul>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </Fold>
    </>
  );
}

/** Workbooks, and those that came in a .zip by its name alone. */
function droppedNames(files: readonly FileRow[]): readonly string[] {
  return [...new Set(files.map(({ path }) => /^.*?\.zip(?=\/)/i.exec(path)?.[0] ?? path))];
}
