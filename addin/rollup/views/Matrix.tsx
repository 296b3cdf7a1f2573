import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Demand } from '../../../shared/model/missing.ts';
import type { RollupIndicator, RollupUnit } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';
import { aimOf } from './aims.ts';
import { rateOf } from './figures.ts';
import { lookOf, missingAs, standingOf, standingText, standingWords, unitNames } from './units.ts';
import { type Drawn, drawnOf, isSameDrawn, reveal, sizes } from './window.ts';

export interface Column {
  readonly indicator: RollupIndicator;
  readonly target: string;
  readonly demand: Demand;
}

/** What is told at length: a figure of all units, a unit, or one of its indicators. */
export type Shown =
  | { readonly kind: 'pooled'; readonly indicator: string }
  | { readonly kind: 'unit'; readonly unit: RollupUnit }
  | { readonly kind: 'cell'; readonly unit: RollupUnit; readonly indicator: string };

export type Chosen = Shown | { readonly kind: 'column'; readonly indicator: string };

interface MatrixProps {
  readonly words: RollupWords | null;
  /** As they are shown. */
  readonly units: readonly RollupUnit[];
  readonly columns: readonly Column[];
  /** Of which column they are sorted by, if any. */
  readonly sorted: string | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Places in the grid: row 0 are headings, row 1 all units together; column 0 are names. */
interface At {
  readonly row: number;
  readonly column: number;
}
const before = 2;

/** Units × indicators; the arrow keys go from cell to cell, Enter opens one. Only what is in sight is drawn. */
export function Matrix({ words, units, columns, sorted, onChoose }: MatrixProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At>({ row: before, column: 1 });
  const [drawn, setDrawn] = useState<Drawn>(() => drawnOf(nothing, units.length, columns.length));
  const measure = () => {
    const next = drawnOf(box.current!, units.length, columns.length);
    setDrawn((now) => (isSameDrawn(now, next) ? now : next));
  };
  // The room may have changed with whatever was drawn anew.
  useLayoutEffect(measure);
  const resized = useEffectEvent(measure);
  // Before it goes: later the browser has told that it has no size any more.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => resized());
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);

  const last = { row: before + units.length - 1, column: columns.length };
  const here = { row: Math.min(at.row, last.row), column: Math.min(at.column, last.column) };
  function go(to: At) {
    setAt(to);
    reveal(box.current!, to.row < before ? null : to.row - before, to.column < 1 ? null : to.column - 1);
    measure();
  }
  function choose({ row, column }: At) {
    const indicator = columns[column - 1]?.indicator.id;
    const unit = units[row - before];
    if (row === 0 && indicator) onChoose({ kind: 'column', indicator });
    if (row === 1 && indicator) onChoose({ kind: 'pooled', indicator });
    if (unit)
      onChoose(indicator && unit.state === 'reported' ? { kind: 'cell', unit, indicator } : { kind: 'unit', unit });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return choose(here);
    }
    const to = steps[event.key]?.(here, last);
    if (!to) return;
    event.preventDefault();
    go({ row: clamp(to.row, last.row), column: clamp(to.column, last.column) });
  }
  function onClick({ target }: MouseEvent) {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined;
    if (!place) return;
    const [row = 0, column = 0] = place.split(',').map(Number);
    setAt({ row, column });
    choose({ row, column });
  }

  const { left, right } = drawn;
  const shown = useMemo(() => columns.slice(left, right + 1), [columns, left, right]);
  const width = drawn.name + columns.length * sizes.column;
  const cellId = (row: number, column: number) => `${id}${row},${column}`;
  const isAt = (row: number, column: number) => here.row === row && here.column === column;
  return (
    <div className="matrix-scroll" ref={box} onScroll={measure}>
      <table
        className="matrix"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one goes from cell to cell in it
        role="grid"
        aria-label="各单位各项指标"
        aria-readonly="true"
        aria-rowcount={last.row + 1}
        aria-colcount={last.column + 1}
        aria-activedescendant={cellId(here.row, here.column)}
        tabIndex={0}
        style={{ width, '--names': `${drawn.name}px` } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          <col style={{ width: drawn.name }} />
          {columns.map(({ indicator }) => (
            <col key={indicator.id} style={{ width: sizes.column }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" id={cellId(0, 0)} data-at="0,0" aria-colindex={1} aria-selected={isAt(0, 0)}>
              <span className="matrix-title">单位</span>
            </th>
            <Gap columns={left} />
            {shown.map(({ indicator, target }, index) => {
              const column = left + index + 1;
              return (
                <th
                  key={indicator.id}
                  scope="col"
                  id={cellId(0, column)}
                  data-at={`0,${column}`}
                  aria-colindex={column + 1}
                  aria-selected={isAt(0, column)}
                  aria-sort={sorted === indicator.id ? 'other' : undefined}
                  title={`${indicator.name}${target ? `，目标 ${target}` : ''}。点击按这一项排序`}
                >
                  <span className="matrix-title">
                    {sorted === indicator.id && <span aria-hidden="true">▾</span>}
                    {indicator.name}
                  </span>
                </th>
              );
            })}
            <Gap columns={columns.length - right - 1} />
          </tr>
          <tr aria-rowindex={2}>
            <th scope="row" id={cellId(1, 0)} data-at="1,0" aria-colindex={1} aria-selected={isAt(1, 0)}>
              <span className="matrix-name">
                <span className="matrix-line">全部单位</span>
                <span className="matrix-line quiet">合并率，达标/应评</span>
              </span>
            </th>
            <Gap columns={left} />
            {shown.map((one, index) => {
              const column = left + index + 1;
              return (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid every td is a gridcell
                <td
                  key={one.indicator.id}
                  id={cellId(1, column)}
                  data-at={`1,${column}`}
                  aria-colindex={column + 1}
                  aria-selected={isAt(1, column)}
                >
                  <PooledCell {...one} />
                </td>
              );
            })}
            <Gap columns={columns.length - right - 1} />
          </tr>
        </thead>
        <tbody>
          <Space rows={drawn.top} columns={columns.length + 1} />
          {units.slice(drawn.top, drawn.bottom + 1).map((unit, index) => {
            const row = drawn.top + index + before;
            return (
              <Row
                key={`${unit.key} ${unit.file ?? ''}`}
                {...{ id, row, unit, words, shown }}
                left={left}
                after={columns.length - right - 1}
                selected={here.row === row ? here.column : null}
                score={scoreText(unit)}
              />
            );
          })}
          <Space rows={units.length - drawn.bottom - 1} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: number;
  readonly unit: RollupUnit;
  readonly words: RollupWords | null;
  readonly score: string;
  readonly shown: readonly Column[];
  /** Columns that are not drawn on either side. */
  readonly left: number;
  readonly after: number;
  readonly selected: number | null;
}

const Row = memo(function Row({ id, row, unit, words, score, shown, left, after, selected }: RowProps) {
  const [name, within] = useMemo(() => unitNames(unit.unit, words), [unit, words]);
  return (
    <tr aria-rowindex={row + 1}>
      <th
        scope="row"
        id={`${id}${row},0`}
        data-at={`${row},0`}
        aria-colindex={1}
        aria-selected={selected === 0}
        title={`${within} ${name}`}
      >
        <span className="matrix-name">
          <span className="matrix-line">{name}</span>
          <span className="matrix-line quiet">{[score, within].filter((part) => part).join('　')}</span>
        </span>
      </th>
      <Gap columns={left} />
      {shown.map(({ indicator, demand }, index) => {
        const column = left + index + 1;
        const standing = standingOf(unit, indicator.id, demand);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid every td is a gridcell
          <td
            key={indicator.id}
            id={`${id}${row},${column}`}
            data-at={`${row},${column}`}
            aria-colindex={column + 1}
            aria-selected={selected === column}
            className={`fill-${lookOf(standing)} is-${standing}`}
          >
            {standingText(standing)}
          </td>
        );
      })}
      <Gap columns={after} />
    </tr>
  );
});

function PooledCell({ indicator, target, demand }: Column) {
  const { met, applicable, missing } = indicator;
  if (applicable === 0) return <span className="matrix-pooled">—</span>;
  // Not one of so many would be said of what nobody told.
  if (missing === applicable) return <span className="matrix-pooled">{standingWords[missingAs(demand)]}</span>;
  const rate = indicator.pooled && rateOf(indicator.pooled, aimOf(target));
  return (
    <span className="matrix-pooled">
      {rate && <span className="matrix-line">{rate}</span>}
      <span className="matrix-line">
        {met}/{applicable}
      </span>
    </span>
  );
}

const scoreText = ({ score }: RollupUnit): string => (score === null ? '' : `${score.toFixed(2)} 分`);

/** In the place of columns, and of rows, that are not drawn. */
function Gap({ columns }: { readonly columns: number }) {
  return columns > 0 ? <td colSpan={columns} aria-hidden="true" className="matrix-gap" /> : null;
}

function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td aria-hidden="true" colSpan={columns} className="matrix-gap" style={{ height: rows * sizes.row }} />
    </tr>
  );
}

const nothing = { scrollTop: 0, scrollLeft: 0, clientHeight: 0, clientWidth: 0 };
const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
/** Rows that PageUp and PageDown go. */
const page = 10;

const steps: Readonly<Record<string, (at: At, last: At) => At>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - page, column }),
  PageDown: ({ row, column }) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
};
