import { Button } from '@fluentui/react-components';
import { use, useEffect, useRef } from 'react';
import type { Correction, Evaluation, Place } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import { Counted } from './Counted.tsx';
import { columnLineName, type Doubt } from './columns.ts';
import type { Doubts } from './doubts.ts';
import { Fold } from './Fold.tsx';
import { kindWords, ListForm } from './ListForm.tsx';
import { More } from './More.tsx';
import type { ReadTable } from './names.ts';
import { withSaid } from './said.ts';
import { useSought } from './sought.ts';
import { UnreadForm } from './UnreadForm.tsx';
import { GoingContext } from './whereabouts.ts';

interface CorrectionsProps {
  readonly doubts: Doubts;
  /** Null where nothing was recognised. */
  readonly evaluation: Evaluation | null;
  readonly busy: boolean;
  /** Something was just said here, or there is nothing else to be shown. */
  readonly focused: boolean;
  /** All that then holds, in the place of what held before. */
  readonly onCorrect: (corrections: readonly Correction[]) => void;
  readonly onReveal: (place: Place) => void;
}

/** What was not understood, each with what a person can say about it, what was said so far, and what was read. */
export function Corrections(props: CorrectionsProps) {
  const { doubts, evaluation, busy, focused, onCorrect, onReveal } = props;
  const { unread, deep, columns, tables, names, corrections } = doubts;
  const { sought } = use(GoingContext);
  const top = useRef<HTMLFieldSetElement>(null);
  // Who has just said one thing may have another to say; every check makes new doubts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new list of them
  useEffect(() => {
    if (focused) top.current?.focus();
  }, [focused, doubts]);
  const held = corrections.map(([, one]) => one);
  const say = (said: Correction) => onCorrect(withSaid(held, said));
  const whole = unread.filter((one) => !tables.some(({ sheet }) => sheet === one.sheet));
  const choices = names.filter(
    ({ id, shape }, at) => shape === 'list' && names.findIndex((other) => other.id === id && shape === 'list') === at,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Office.js moves Tab on only from what is in its list
    <fieldset className="corrections" aria-label="读表和更正" disabled={busy} ref={top} tabIndex={0}>
      {unread.length + deep.length > 0 && (
        <section className="group">
          <h2 className="group-title">
            没有读取<span className="count">{unread.length + deep.length}</span>
          </h2>
          <More items={unread}>
            {(one) => (
              <div key={`${one.sheet}|${one.address}|${one.reason}`} className="line">
                <CellLink place={one} onReveal={onReveal} />
                <p>{one.reason}</p>
                <UnreadForm area={one} whole={whole.includes(one)} choices={choices} onSay={say} />
              </div>
            )}
          </More>
          {whole.length > 1 && (
            <Button onClick={() => onCorrect(withSaid(held, ...whole.map(noData)))}>
              这 {whole.length} 张表都不是数据
            </Button>
          )}
          <More items={deep}>
            {({ sheet, reason }) => (
              <div key={sheet} className="line">
                <p>
                  “{sheet}”：{reason}
                </p>
              </div>
            )}
          </More>
        </section>
      )}
      {columns.length > 0 && (
        <section className="group">
          <h2 className="group-title">
            没有认出的列<span className="count">{columns.length}</span>
          </h2>
          <More items={columns} sought={(doubt) => columnLineName(doubt) === sought}>
            {(doubt) => <ColumnLine key={columnLineName(doubt)} doubt={doubt} onSay={say} onReveal={onReveal} />}
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
        <section className="group">
          <h2 className="group-title">
            已读取的表<span className="count">{tables.length}</span>
          </h2>
          {tables.map((table) => (
            <TableLine key={`${table.sheet}|${table.address}`} {...{ table, evaluation, onReveal }} onSay={say} />
          ))}
        </section>
      )}
    </fieldset>
  );
}

const noData = ({ sheet, address }: Place): Correction => ({ kind: 'table', sheet, address, table: null });

interface LineProps {
  readonly onSay: (said: Correction) => void;
  readonly onReveal: (place: Place) => void;
}

function ColumnLine({ doubt, onSay, onReveal }: { readonly doubt: Doubt } & LineProps) {
  const line = useSought<HTMLFieldSetElement>(columnLineName(doubt));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is led to, and Office.js moves Tab on only from what is in its list
    <fieldset className="line" ref={line} tabIndex={0} aria-label={`${doubt.at.sheet} ${doubt.column} 列`}>
      <CellLink place={doubt.at} onReveal={onReveal} />
      <ColumnForm doubt={doubt} onSay={onSay} />
    </fieldset>
  );
}

interface TableLineProps extends LineProps {
  readonly table: ReadTable;
  readonly evaluation: Evaluation | null;
}

function TableLine({ table, evaluation, onSay, onReveal }: TableLineProps) {
  const { sheet, address, name, kind, shape, rows } = table;
  return (
    <Fold
      className="line"
      name={`table|${sheet}|${address}`}
      summary={
        <span>
          {sheet}
          <span className="quiet">
            按“{name}”读取{shape === 'list' && `，${rows.filter(({ isSum }) => !isSum).length} 行`}
            {kind !== 'full' && `，${kindWords[kind]}`}
          </span>
        </span>
      }
    >
      {() => (
        <>
          <CellLink place={table} onReveal={onReveal} />
          <ListForm table={table} onSay={onSay} />
          {evaluation && shape === 'list' && <Counted {...{ table, evaluation, onReveal }} />}
        </>
      )}
    </Fold>
  );
}
