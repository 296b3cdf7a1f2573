import { useState } from 'react';
import { type Checked, Unwritten } from '../../papers/papers.ts';
import { FileButton } from './Files.tsx';

interface RecheckingProps {
  readonly check: (file: File) => Promise<Checked>;
}

/** 核对报告: what people changed in a report that was made here. */
export function Rechecking({ check }: RecheckingProps) {
  const [told, setTold] = useState<Told | null>(null);
  async function take([file]: readonly File[]) {
    if (!file) return;
    setTold({ head: `正在核对“${file.name}”…`, groups: [] });
    try {
      setTold(toldOf(file.name, await check(file)));
    } catch (error) {
      const why = error instanceof Unwritten ? error.problems.join('') : '没能核对，请重试。';
      setTold({ head: `“${file.name}”：${why}`, groups: [] });
    }
  }
  return (
    <>
      <p>报告改过以后，选改过的那份 .docx：哪些数被改过、删掉，哪些是手写进去、没有来源的。只在本机核对。</p>
      <div className="ways">
        <FileButton accept=".docx" onFiles={take}>
          核对改过的报告
        </FileButton>
      </div>
      <div role="status">
        {told && <p>{told.head}</p>}
        {told?.groups.map(({ title, lines }) => (
          <section key={title}>
            <h3 className="group-title">{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface Told {
  readonly head: string;
  readonly groups: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

function toldOf(name: string, { figures, changed, gone, added, stale }: Checked): Told {
  const groups = [
    {
      title: '改过的数',
      lines: changed.map(
        ({ before, after, sentence }) =>
          `${before === null ? '文字里的数改过' : `${before} → ${after}`}　${quoted(sentence)}`,
      ),
    },
    { title: '删掉的数', lines: gone.map(({ text, near }) => `${text}${near && `　在${quoted(near)}的后面`}`) },
    {
      title: '手写的数，没有来源',
      lines: added.map(({ figures, sentence }) => `${figures.join('、')}　${quoted(sentence)}`),
    },
    {
      title: '和现在的汇总不一样',
      lines: (stale ?? []).map(
        ({ text, found, sentence }) => `${text}，现在是${found ?? '没有这个数'}　${quoted(sentence)}`,
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const what = count === 0 ? '都没有改动' : `有 ${count} 处要看`;
  return { head: `“${name}”：导出时有 ${figures} 个数，${what}。`, groups };
}

const quoted = (sentence: string) => `“${sentence}”`;
