import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { Fold } from './Fold.tsx';

interface WordingsProps {
  /** How many were explained in words, which alone another workbook can use. */
  readonly count: number;
  readonly onSave: () => void;
  readonly onTake: (file: File) => void;
}

/** What was said of words goes to a file, and comes from one. */
export function Wordings({ count, onSave, onTake }: WordingsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Fold className="group" summary={<span className="group-title">说过的用语给别的工作簿用</span>}>
      {() => (
        <div className="line">
          <p className="quiet">
            可把说过的词语和表头存成文件，在另一个工作簿里取用。文件里是本工作簿的原文，请妥善保管；指着某一格说的不在其中。
          </p>
          <div className="ways">
            <Button disabled={count === 0} onClick={onSave}>
              存成文件（{count} 条）
            </Button>
            <Button onClick={() => input.current?.click()}>从文件取用</Button>
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
        </div>
      )}
    </Fold>
  );
}
