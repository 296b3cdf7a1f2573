import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { type Phrases, PhrasesContext } from './phrases.ts';
import type { Doing, Step, Task } from './states.ts';

interface ProgressProps {
  readonly doing: Doing;
  /** A result stands below. */
  readonly slim: boolean;
  readonly onCancel: () => void;
}

export function Progress({ doing, slim, onCancel }: ProgressProps) {
  const phrases = use(PhrasesContext);
  return (
    <section className={slim ? 'progress slim' : 'progress'} aria-label="进度">
      <p aria-live="polite">{doing.task === 'check' ? stepWords[doing.step] : taskWords[doing.task](phrases)}</p>
      {/* Nobody knows how long the rest takes: nothing moves then. */}
      {doing.share !== null && <progress value={doing.share} aria-label="进度" />}
      {doing.task === 'check' && (
        <Button appearance="secondary" onClick={onCancel}>
          取消
        </Button>
      )}
    </section>
  );
}

const stepWords: Readonly<Record<Step, string>> = {
  reading: '正在读取工作簿…',
  masking: '正在把姓名等文字换成代号…',
  sending: '正在由服务器计算各项指标…',
  computing: '正在本机计算各项指标…',
};

const taskWords: Readonly<Record<Exclude<Task, 'check'>, (phrases: Phrases) => string>> = {
  write: ({ writing }) => writing,
  renew: () => '正在更新标注…',
  clear: () => '正在清除标注…',
  remove: ({ removing }) => removing,
};
