import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type Command, isResettled, type State } from './states.ts';

/** What is done with the workbook: write, clear, and apart from them, asked twice, remove our sheets. */
export function Tools({ state, onCommand }: { readonly state: State; readonly onCommand: (command: Command) => void }) {
  const { doing, result, stale } = state;
  const [asking, setAsking] = useState(false);
  const busy = doing !== null;
  // What is written is what was checked, under the settings that are shown.
  const outdated = stale || isResettled(state);
  if (asking) {
    // window.confirm is not to be had: office.js makes it throw.
    return (
      <section className="tools asking" role="alertdialog" aria-label="移除评估表">
        <p>
          将删除本加载项写入的“差距清单”和“评估摘要”两张表，<strong>“说明”栏里填写的内容也一并删除</strong>
          。确定移除吗？
        </p>
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => {
            setAsking(false);
            onCommand('remove');
          }}
        >
          确定移除
        </Button>
        <Button autoFocus onClick={() => setAsking(false)}>
          不移除
        </Button>
      </section>
    );
  }
  return (
    <section className="tools" aria-label="写入和清除">
      {result && !outdated && <p className="quiet undo">写入后不能用“撤销”退回；要去掉请点“清除标注”“移除评估表”。</p>}
      {result && (
        <Button
          className="write"
          appearance={outdated ? 'secondary' : 'primary'}
          disabled={busy || outdated}
          title={
            outdated
              ? `${stale ? '工作簿已有改动' : '评估设置已修改'}，请先重新检查`
              : '标注单元格，并写入“差距清单”“评估摘要”两张表'
          }
          onClick={() => onCommand('write')}
        >
          写入工作簿
        </Button>
      )}
      <Button disabled={busy} title="只清除本加载项加上的标注" onClick={() => onCommand('clear')}>
        清除标注
      </Button>
      <Button appearance="subtle" disabled={busy} onClick={() => setAsking(true)}>
        移除评估表
      </Button>
    </section>
  );
}
