import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { Unwritten } from '../../papers/papers.ts';
import type { Gathering } from '../gathering.ts';
import { FileButton } from './Files.tsx';

interface TemplateProps {
  readonly check: Gathering['checkTemplate'];
  readonly template: File | null;
  readonly onChoose: (template: File | null) => void;
}

/** A .docx of the office's own; one that cannot be used is told when it is chosen, and not taken. */
export function Template({ check, template, onChoose }: TemplateProps) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const last = useRef<File | null>(null);
  async function choose(file: File | null) {
    last.current = file;
    setProblems([]);
    onChoose(file);
    if (!file) return;
    const found = await problemsOf(file, check);
    if (last.current !== file || found.length === 0) return;
    setProblems([`“${file.name}”不能用作模板，没有采用：`, ...found]);
    onChoose(null);
  }
  return (
    <>
      <div className="ways">
        <FileButton accept=".docx" onFiles={([file]) => void choose(file ?? null)}>
          用本单位模板
        </FileButton>
        {template ? (
          <span>{template.name}</span>
        ) : (
          <span className="quiet">{`没有选：按公文格式。模板是 .docx，写有 {{标题}}、{{正文}}、{{附件}}、{{落款}}。`}</span>
        )}
        {(template || problems.length > 0) && (
          <Button appearance="subtle" onClick={() => void choose(null)}>
            不用模板
          </Button>
        )}
      </div>
      <div role="alert" className="tone-error">
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
    </>
  );
}

async function problemsOf(file: File, check: Gathering['checkTemplate']): Promise<readonly string[]> {
  try {
    await check(file);
    return [];
  } catch (error) {
    return error instanceof Unwritten ? error.problems : ['没能打开，请重试。'];
  }
}
