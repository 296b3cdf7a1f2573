import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isPlaced } from '../../shared/model/contract.ts';
import type { Correction, Place } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import type { Doubts } from './doubts.ts';
import { Fold } from './Fold.tsx';
import { kindWords, ListForm } from './ListForm.tsx';
import { More } from './More.tsx';
import { withSaid } from './said.ts';
import { UnreadForm } from './UnreadForm.tsx';
import { Wordings } from './Wordings.tsx';

interface CorrectionsProps {
  readonly doubts: Doubts;
  readonly busy: boolean;
  /** Something was just said here, or there is nothing else to be shown. */
  readonly focused: boolean;
  /** All that then holds, in the place of what held before. */
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onReveal: (place: Place) => void;
  /** What was said of words goes to a file, and is taken from one. */
  readonly onSaveWordings: () => void;
  readonly onTakeWordings: (file: File) => void;
}

/** What was not understood, each with what a person can say about it, and what was said so far. */
export function Corrections(props: CorrectionsProps) {
  const { doubts, busy, focused, onCorrect, onReveal } = props;
  const { unread, columns, tables, names, corrections } = doubts;
  const top = useRef<HTMLFieldSetElement>(null);
  // Who has just said one thing may have another to say; every check makes a new list.
  useEffect(() => {
    if (focused) top.current?.focus();
  }, [focused]);
  const held = corrections.map(([, one]) => one);
  const say = (said: Correction) => onCorrect(withSaid(held, said));
  const choices = names.filter(
    ({ id, shape }, at) => shape === 'list' && names.findIndex((other) => other.id === id && shape === 'list') === at,
  );
  return (
    <fieldset className="corrections" aria-label="未能读取的内容和更正" disabled={busy} ref={top} tabIndex={-1}>
      {unread.length > 0 && (
        <section className="group">
          <h2 className="group-title">未能读取的内容</h2>
          <More items={unread}>
            {(one) => (
              <div key={`${one.sheet}|${one.address}|${one.reason}`} className="line">
                <CellLink place={one} onReveal={onReveal} />
                <p>{one.reason}</p>
                <UnreadForm
                  area={one}
                  whole={!tables.some(({ sheet }) => sheet === one.sheet)}
                  choices={choices}
                  onSay={say}
                />
              </div>
            )}
          </More>
        </section>
      )}
      {columns.length > 0 && (
        <section className="group">
          <h2 className="group-title">没有认出的列</h2>
          <More items={columns}>
            {(doubt) => (
              <div key={`${doubt.at.sheet}|${doubt.at.address}`} className="line">
                <CellLink place={doubt.at} onReveal={onReveal} />
                <ColumnForm doubt={doubt} onSay={say} />
              </div>
            )}
          </More>
        </section>
      )}
      {corrections.length > 0 && (
        <section className="group">
          <h2 className="group-title">您的更正</h2>
          {corrections.map(([said], at) => (
            <div key={said} className="line said">
              <p>{said}</p>
              <Button aria-label={`撤销：${said}`} onClick={() => onCorrect(held.filter((_, other) => other !== at))}>
                撤销
              </Button>
            </div>
          ))}
        </section>
      )}
      {tables.length > 0 && (
        <Fold className="group" summary={<span className="group-title">已读取的表（{tables.length}）</span>}>
          {() =>
            tables.map((table) => (
              <div key={`${table.sheet}|${table.address}`} className="line">
                <CellLink place={table} onReveal={onReveal} />
                <p>
                  按“{table.name}”读取{table.kind !== 'full' && `，${kindWords[table.kind]}`}
                </p>
                <ListForm table={table} onSay={say} />
              </div>
            ))
          }
        </Fold>
      )}
      <Wordings
        count={held.filter((one) => !isPlaced(one)).length}
        onSave={props.onSaveWordings}
        onTake={props.onTakeWordings}
      />
    </fieldset>
  );
}
