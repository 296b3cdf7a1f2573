import { useEffect, useRef, useState } from 'react';
import { type Checked, Unwritten } from '../../papers/papers.ts';
import { FileButton } from './Files.tsx';
import { type Rechecked, recheckedOf } from './rechecked.ts';

interface RecheckingProps {
  readonly check: (file: File) => Promise<Checked>;
}

/** 核对报告: what people changed in a report that was made here. */
export function Rechecking({ check }: RecheckingProps) {
  const [told, setTold] = useState<Rechecked | null>(null);
  const found = useRef<HTMLDivElement>(null);
  // It stands below the fold of a small screen.
  useEffect(() => {
    if (told) found.current?.scrollIntoView?.({ block: 'nearest' });
  }, [told]);
  async function take([file]: readonly File[]) {
    if (!file) return;
    setTold({ head: `正在核对“${file.name}”…`, groups: [] });
    try {
      setTold(recheckedOf(file.name, await check(file)));
    } catch (error) {
      const why = error instanceof Unwritten ? error.problems.join('') : '没能核对，请重试。';
      setTold({ head: `“${file.name}”：${why}`, groups: [] });
    }
  }
  return (
    <>
      <p>报告改过以后，选改过的那份 .docx：哪些数改了、删了，哪些没有来源，哪些句子改过文字。只在本机核对。</p>
      <div className="ways">
        <FileButton accept=".docx" onFiles={take}>
          核对改过的报告
        </FileButton>
      </div>
      <div role="status" ref={found}>
        {told && <p>{told.head}</p>}
        {told?.groups.map(({ title, lines }) => (
          <section key={title}>
            <h3 className="group-title">{title}</h3>
            <ul>
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike, and none moves
                <li key={at}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
