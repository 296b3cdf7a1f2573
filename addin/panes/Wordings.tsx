import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { isPlaced } from '../../shared/model/contract.ts';
import type { Correction } from '../../shared/model.ts';

interface WordingsProps {
  readonly held: readonly Correction[];
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onTake: (file: File) => void;
}

/** What was said of words goes to a file, and comes from one. */
export function Wordings({ held, busy, onSave, onTake }: WordingsProps) {
  // What was explained in words is all that another workbook can use.
  const count = held.filter((one) => !isPlaced(one)).length;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="wordings">
      <h2 className="group-title">用语存取</h2>
      <p className="quiet">
        可把说过的词语和表头存成文件，在另一个工作簿里取用。文件里是本工作簿的原文，请妥善保管；指着某一格说的不在其中。
      </p>
      <div className="ways">
        <Button disabled={busy || count === 0} onClick={onSave}>
          存成文件（{count} 条）
        </Button>
        <Button disabled={busy} onClick={() => input.current?.click()}>
          从文件取用
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label="用语文件"
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file can be chosen again.
            target.value = '';
            if (file) onTake(file);
          }}
        />
      </div>
    </section>
  );
}
