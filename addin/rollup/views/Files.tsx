import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import type { PolicyAbout, Rollup, RollupOptions } from '../../../shared/model.ts';
import { Fold } from '../../panes/Fold.tsx';
import { More } from '../../panes/More.tsx';
import { Bar } from '../../panes/Notices.tsx';
import type { Gathered, RollupWords } from '../gathering.ts';
import { Asked } from './Asked.tsx';
import { DateField } from './Fields.tsx';
import { type FileActions, FileRows } from './FileRows.tsx';
import { Partly } from './Partly.tsx';
import { Terms } from './Terms.tsx';
import { unitName } from './units.ts';

interface FilesProps extends FileActions {
  readonly gathered: Gathered;
  /** Of the files as far as they are shown. */
  readonly rollup: Rollup | null;
  readonly policies: readonly PolicyAbout[];
  readonly onFiles: (files: readonly File[]) => void;
  /** Offers a city to try; null where there is none. */
  readonly onSample: (() => void) | null;
  readonly onCancel: () => void;
  readonly onResume: () => void;
  readonly onChoose: (policy: string) => void;
}

/** What comes in: files, what is to be said of them, who is missing, and each file. */
export function Files({
  gathered,
  rollup,
  policies,
  onFiles,
  onSample,
  onCancel,
  onResume,
  onChoose,
  ...actions
}: FilesProps) {
  const { files, progress, problem, said, words } = gathered;
  const kept = files.filter(({ step }) => step === 'kept').length;
  return (
    <>
      <DropZone isFirst={files.length === 0} onFiles={onFiles} onSample={onSample} />
      {progress && <Gauge {...progress} onCancel={onCancel} />}
      {problem && (
        <Bar tone="error" title={problem}>
          {null}
        </Bar>
      )}
      {kept > 0 && (
        <Bar tone="info" title={`${kept} 个文件是上次保存的结果`}>
          保存的只有结果，没有姓名等文字，也没有文件本身。要打开文件、查看单元格，请再放入这些文件。
        </Bar>
      )}
      <Partly {...{ gathered, rollup, onResume }} />
      {rollup && <Asked {...{ rollup, words, said }} onSay={actions.onSay} />}
      {rollup && <Reporting {...{ rollup, words, said }} isWhole={progress === null} onSay={actions.onSay} />}
      <Terms {...{ gathered, policies, onChoose }} onSay={actions.onSay} />
      {files.length > 0 && <FileRows {...{ files, rollup, words, said }} {...actions} />}
    </>
  );
}

interface DropZoneProps {
  readonly isFirst: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSample: (() => void) | null;
}

function DropZone({ isFirst, onFiles, onSample }: DropZoneProps) {
  return (
    <section className={isFirst ? 'drop-zone first' : 'drop-zone'} aria-label="放入文件">
      {isFirst && (
        <p>
          选择各单位报送的工作簿，或拖到这里：可以一次多个，可以是文件夹或
          .zip。放入后看得到全市达标情况、排名和各册之间的问题，可以下载“汇总.xlsx”打印。
        </p>
      )}
      <div className="ways">
        <FileButton isPrimary={isFirst} onFiles={onFiles}>
          选择文件
        </FileButton>
        <FileButton isFolder onFiles={onFiles}>
          选择文件夹
        </FileButton>
        {isFirst && onSample && <Button onClick={onSample}>试用示例：十个单位</Button>}
        {!isFirst && <span className="quiet">也可以拖到这里</span>}
      </div>
      {isFirst && <p className="quiet">文件只在这台电脑上打开和计算，什么都不发送，文件本身不改动。</p>}
    </section>
  );
}

interface FileButtonProps {
  readonly isPrimary?: boolean;
  readonly isFolder?: boolean;
  /** Endings of the files to choose from; workbooks where nothing else is said. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: string;
}

export function FileButton({
  isPrimary = false,
  isFolder = false,
  // Old ones too: they are told what to do.
  accept = '.xlsx,.xlsm,.xls,.et,.csv,.zip',
  onFiles,
  children,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          if (isFolder) element?.setAttribute('webkitdirectory', '');
        }}
        hidden
        type="file"
        multiple
        aria-label={children}
        accept={isFolder ? undefined : accept}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again, after it was repaired.
          target.value = '';
        }}
      />
    </>
  );
}

interface GaugeProps {
  readonly done: number;
  readonly all: number;
  readonly onCancel: () => void;
}

function Gauge({ done, all, onCancel }: GaugeProps) {
  return (
    <section className="gauge" aria-label="进度">
      <p>
        已检查 {done}/{all} 个文件
      </p>
      <progress value={done} max={all} aria-label="已检查的文件" />
      <Button className="gauge-cancel" onClick={onCancel}>
        取消
      </Button>
    </section>
  );
}

interface ReportingProps {
  /** Nothing is under way: who is not there has not reported. */
  readonly isWhole: boolean;
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly onSay: (said: RollupOptions) => void;
}

/** Who had to hand in, who did, who is missing. */
function Reporting({ rollup, words, said, isWhole, onSay }: ReportingProps) {
  const { missing, unexpected } = rollup.reporting;
  const others = rollup.units.filter(({ key, state }) => state === 'reported' && unexpected.includes(key));
  return (
    <section className="reporting" aria-label="报送情况">
      {isWhole && (
        <p>
          <strong>{reportingText(rollup)}</strong>
        </p>
      )}
      {isWhole && missing.length > 0 && (
        <Names title={`未报送 ${missing.length} 个`} names={missing.map((unit) => unitName(unit, words))} />
      )}
      {others.length > 0 && (
        <Names title={`名册以外报送的 ${others.length} 个`} names={others.map(({ unit }) => unitName(unit, words))} />
      )}
      <div className="fields">
        <DateField label="报送截止" value={said.due ?? ''} onSay={(due) => onSay({ due: due || null })} />
      </div>
      {rollup.reporting.late === null && <p className="quiet">填了报送截止日和收到日期，才判逾期。</p>}
    </section>
  );
}

export function reportingText({ reporting: { expected, reported, rate, late } }: Rollup): string {
  const parts = [
    `应报 ${expected} 个`,
    `实报 ${reported} 个`,
    rate === null ? null : `报送率 ${(rate * 100).toFixed(2)}%`,
    late === null ? null : `逾期 ${late} 个`,
  ];
  return parts.filter((part) => part).join('，');
}

/** So many are said in a line. */
const few = 6;

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }): ReactNode {
  if (names.length <= few)
    return (
      <p>
        {title}：{names.join('、')}
      </p>
    );
  return (
    <Fold className="line" summary={<span>{title}</span>}>
      {() => <More items={names}>{(name) => <p key={name}>{name}</p>}</More>}
    </Fold>
  );
}
