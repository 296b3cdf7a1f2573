import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { isPlaced } from '../../shared/model/contract.ts';
import type { Correction, Place, WordCorrection } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import { type Doubts, isAbout, meet } from './doubts.ts';
import { Fold } from './Fold.tsx';
import { More } from './More.tsx';
import { UnreadForm } from './UnreadForm.tsx';

interface CorrectionsProps {
  readonly doubts: Doubts;
  readonly busy: boolean;
  /** All that then holds, in the place of what held before. */
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onReveal: (place: Place) => void;
}

/** What was not understood, each with what a person can say about it, and what was said so far. */
export function Corrections({ doubts, busy, onCorrect, onReveal }: CorrectionsProps) {
  const { unread, columns, tables, choices, corrections, corrected } = doubts;
  const top = useRef<HTMLFieldSetElement>(null);
  // Who has just said one thing may have another to say; every check makes a new list.
  useEffect(() => {
    if (corrected) top.current?.focus();
  }, [corrected]);
  const held = corrections.map(([, one]) => one);
  const say = (said: Correction) => onCorrect([...held.filter((one) => !isReplaced(one, said)), said]);
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
                  place={one}
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
            tables.map(({ name, sheet, address }) => (
              <div key={`${sheet}|${address}`} className="line said">
                <p>
                  <CellLink place={{ sheet, address }} onReveal={onReveal} />
                  <br />
                  按“{name}”读取
                </p>
                <Button
                  aria-label={`${sheet}!${address} 不是数据`}
                  onClick={() => say({ kind: 'table', sheet, address, table: null })}
                >
                  不是数据
                </Button>
              </div>
            ))
          }
        </Fold>
      )}
    </fieldset>
  );
}

/**
 * What is said anew about the same column, the same cells, or the headings of the same sheet takes the place of the old.
 * A table may since be read as a somewhat other area than the one that was pointed out.
 */
function isReplaced(old: Correction, said: Correction): boolean {
  if (!isPlaced(old) || !isPlaced(said)) return !isPlaced(old) && !isPlaced(said) && wordsOf(old) === wordsOf(said);
  if (old.sheet !== said.sheet) return false;
  if (said.kind === 'column') return isAbout(old, said, said.column);
  if (said.kind === 'headerRows') return old.kind === 'headerRows';
  return old.kind === said.kind && meet(old.address, said.address);
}

const wordsOf = (one: WordCorrection) =>
  [one.kind, one.table, one.kind === 'column' ? one.heading : `${one.field} ${one.text}`].join(' ');
