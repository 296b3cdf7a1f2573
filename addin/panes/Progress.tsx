import { Button, ProgressBar } from '@fluentui/react-components';
import type { Doing, Step, Task } from './states.ts';

export function Progress({ doing, onCancel }: { readonly doing: Doing; readonly onCancel: () => void }) {
  return (
    <section className="progress" aria-label="进度">
      <p aria-live="polite">{doing.task === 'check' ? stepWords[doing.step] : taskWords[doing.task]}</p>
      {/* Without a value the bar runs on: nobody knows how long the rest takes. */}
      <ProgressBar value={doing.share ?? undefined} thickness="large" aria-label="进度" />
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

const taskWords: Readonly<Record<Exclude<Task, 'check'>, string>> = {
  write: '正在写入，请勿关闭工作簿…',
  clear: '正在清除标注…',
  remove: '正在移除评估表…',
};
