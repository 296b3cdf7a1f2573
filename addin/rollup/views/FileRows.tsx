import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { modeWords, unitStateText, unitStateWords } from '../../../shared/model/words.ts';
import type { FileSaid, Mode, Rollup, RollupOptions, RollupUnit } from '../../../shared/model.ts';
import { Fold } from '../../panes/Fold.tsx';
import { firstIn } from '../../panes/focus.ts';
import { More } from '../../panes/More.tsx';
import type { FileRow, RollupWords } from '../gathering.ts';
import { Choice, DateField } from './Fields.tsx';
import { receivedText } from './received.ts';
import { saidOfFile } from './said.ts';
import { UnitForm } from './UnitForm.tsx';
import { pathNames, unitName } from './units.ts';

export interface FileActions {
  readonly onSay: (said: RollupOptions) => void;
  readonly onDrop: (path: string) => void;
  /** Opens it in 检查; null where that cannot be. */
  readonly onOpen: ((path: string) => void) | null;
}

interface FileRowsProps extends FileActions {
  readonly files: readonly FileRow[];
  readonly rollup: Rollup | null;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
}

/** Every file: those of one unit together, as the roll-up has them; below, what is not judged yet. */
export function FileRows({ files, rollup, words, said, onDrop, ...actions }: FileRowsProps) {
  const placed = new Map(rollup?.units.map((unit) => [unit.file, unit]));
  const order = new Map(rollup?.units.map(({ file }, index) => [file, index]));
  const rank = ({ path }: FileRow) => order.get(path) ?? order.size;
  const rows = [...files].sort((a, b) => rank(a) - rank(b));
  const [list, stayAt] = useNextRow();
  const drop = (path: string) => {
    stayAt();
    onDrop(path);
  };
  return (
    <section className="group file-rows" ref={list}>
      <h2 className="group-title">
        文件<span className="count">{files.length}</span>
      </h2>
      <More items={rows}>
        {(row) => (
          <div key={row.path} className="file-row">
            <Row
              row={row}
              unit={placed.get(row.path) ?? null}
              {...{ rollup, words, said }}
              {...actions}
              onDrop={drop}
            />
          </div>
        )}
      </More>
    </section>
  );
}

/** Of the list; the second is called before a row goes in which the focus is, which then goes to the row that takes its place. */
function useNextRow() {
  const list = useRef<HTMLElement>(null);
  const going = useRef<{ readonly row: Element; readonly at: number } | null>(null);
  const rows = () => [...(list.current?.querySelectorAll('.file-row') ?? [])];
  useLayoutEffect(() => {
    if (!going.current || going.current.row.isConnected) return;
    const left = rows();
    const next = left[Math.min(going.current.at, left.length - 1)];
    going.current = null;
    if (next) firstIn(next)?.focus();
  });
  const stayAt = () => {
    const row = document.activeElement?.closest('.file-row');
    if (row) going.current = { row, at: rows().indexOf(row) };
  };
  return [list, stayAt] as const;
}

interface RowProps extends Omit<FileRowsProps, 'files'> {
  readonly row: FileRow;
  readonly unit: RollupUnit | null;
}

function Row({ row, unit, rollup, words, said, ...actions }: RowProps) {
  const { path, step, problem } = row;
  const [name, folders] = pathNames(path);
  // What was judged before keeps its row while it is judged again, and the focus that is in it.
  if ((step === 'waiting' || step === 'stopped') && (!unit || !rollup))
    return (
      <div className="line">
        <p className="file-line">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the focus stays in the row of a file that is judged again */}
          <span className="file-name" tabIndex={0}>
            {name}
          </span>
          <span className="chip fill-reference">{underWay[step]}</span>
        </p>
        {step === 'stopped' && <Dropping onDrop={() => actions.onDrop(path)} />}
      </div>
    );
  const because = problem ?? unit?.because ?? null;
  if (step === 'unreadable' || !unit || !rollup)
    return (
      <div className="line">
        <p className="file-line">
          <span className="file-name">{path}</span>
          <span className="chip fill-unmet">{unitStateWords.unreadable}</span>
        </p>
        {because && <p>{because}</p>}
        <Dropping onDrop={() => actions.onDrop(path)} />
      </div>
    );
  return (
    <Fold
      name={`file|${path}`}
      className="line"
      summary={
        <span className="file-summary">
          <span className="file-line">
            <span className="file-name">
              {unit.state === 'register' ? unitStateWords.register : unitName(unit.unit, words)}
            </span>
            <span className={`chip fill-${lookOf(unit, step)}`}>{underWay[step] ?? unitStateText(unit)}</span>
          </span>
          <span className="quiet">
            {[name, timeOf(unit), ...marksOf(unit, step, said.files?.[path])].filter((part) => part).join(' · ')}
            {unit.late && <strong className="tone-error"> 逾期</strong>}
          </span>
          {problem && <span className="quiet">{problem}</span>}
          {unit.because && unit.state !== 'register' && <span className="quiet">{becauseText(unit)}</span>}
        </span>
      }
    >
      {() => <FileForm path={path} unit={unit} {...{ folders, rollup, words, said }} {...actions} />}
    </Fold>
  );
}

interface FileFormProps extends Omit<RowProps, 'row' | 'rollup' | 'unit'> {
  readonly path: string;
  readonly folders: string;
  readonly unit: RollupUnit;
  readonly rollup: Rollup;
}

function FileForm({ path, folders, unit, rollup, words, said, onSay, onDrop, onOpen }: FileFormProps) {
  const { state, time, received, changed } = unit;
  const names = changed.map((id) => rollup.indicators.find((one) => one.id === id)?.name ?? id);
  const own = said.files?.[path]?.received ?? '';
  return (
    <div className="file-form">
      {folders && <p className="quiet">文件夹：{folders}</p>}
      {received && <p>收到：{receivedText(received, unit.late)}</p>}
      {names.length > 0 && <p>与上一份比，{names.join('、')} 不同。</p>}
      {state !== 'register' && (
        <>
          <p className="field">改单位</p>
          <UnitForm {...{ path, rollup, words }} onSay={(unit) => onSay(saidOfFile(said, path, { unit }))} />
          <div className="fields">
            <Choice
              label="哪一次评估"
              value={time ?? ''}
              options={modes.map((one) => [one, `${modeWords[one]}评估`])}
              onChoose={(one) => onSay(saidOfFile(said, path, { time: one as Mode }))}
            />
            <DateField label="收到日期" value={own} onSay={(received) => onSay(saidOfFile(said, path, { received }))} />
          </div>
        </>
      )}
      <div className="ways">
        {onOpen && (
          <Button size="small" onClick={() => onOpen(path)}>
            打开
          </Button>
        )}
        <Dropping onDrop={() => onDrop(path)} />
      </div>
    </div>
  );
}

function Dropping({ onDrop }: { readonly onDrop: () => void }) {
  return (
    <Button size="small" onClick={onDrop}>
      移除
    </Button>
  );
}

const timeOf = ({ time, state }: RollupUnit) => time && state !== 'register' && modeWords[time];

function marksOf(
  { received, returned }: RollupUnit,
  step: FileRow['step'],
  said: FileSaid | undefined,
): readonly (string | null)[] {
  return [
    said?.unit ? '单位按您的说明' : null,
    said?.time ? '哪一次评估按您的说明' : null,
    // By the first it is late or not.
    received ? `${received.first === received.last ? '收到' : '首次收到'} ${received.first}` : null,
    // They came before it, or are taken to have: nobody need have sent them back.
    returned > 0 ? `前面 ${returned} 份` : null,
    step === 'kept' ? '上次保存的结果' : null,
  ];
}

function becauseText({ state, because }: RollupUnit): string {
  if (state === 'superseded') return `以“${because}”为准`;
  return state === 'duplicate' ? `与“${because}”数据相同` : (because ?? '');
}

/** Of what is not judged, or not as it is now. */
const underWay: Readonly<Partial<Record<FileRow['step'], string>>> = { waiting: '等待检查', stopped: '没有读' };

function lookOf(unit: RollupUnit, step: FileRow['step']): string {
  if (underWay[step]) return 'reference';
  return unit.state === 'unreadable' && unit.dataHash !== null ? 'to_verify' : looks[unit.state];
}

const looks = {
  reported: 'on_track',
  superseded: 'reference',
  duplicate: 'reference',
  other_time: 'reference',
  register: 'reference',
  ledger: 'reference',
  unreadable: 'unmet',
  missing: 'missing',
} as const;

const modes: readonly Mode[] = ['midterm', 'final'];
