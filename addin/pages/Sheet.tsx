import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { addressOf, cellAddress, columnName, parseAddress } from '../../shared/model/addresses.ts';
import type { Area } from '../../shared/model/reading.ts';
import { markWords } from '../../shared/model/words.ts';
import type { Mark, Place } from '../../shared/model.ts';
import { colours } from '../../shared/report/looks.ts';
import { SeverityIcon, VerdictIcon } from '../panes/icons.tsx';
import { cellsIn, numbers, type View, type ViewCell, wholeOf, windowOf } from './views.ts';

interface SheetProps {
  readonly view: View;
  /** Of this sheet. */
  readonly marks: readonly Mark[];
  /** What is shown of it; scrolled to anew whenever it is given anew. */
  readonly place: Place;
  readonly onSelect: (address: string) => void;
}

/** A sheet around one of its cells, to look at; the arrow keys go from cell to cell. */
export function Sheet({ view, marks, place, onSelect }: SheetProps) {
  const id = useId();
  const chosen = parseAddress(place.address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const cell = wholeOf(view, { ...chosen, bottom: chosen.top, right: chosen.left });
  const [held, setHeld] = useState<Area | null>(null);
  const window = windowOf(view, cell, held);
  if (window !== held) setHeld(window);
  const rows = useMemo(() => cellsIn(view, window, marks), [view, window, marks]);
  const columns = numbers(window.left, window.right);
  const cellId = `${id}${cellAddress(cell.top, cell.left)}`;

  const table = useRef<HTMLTableElement>(null);
  /** The next cell was chosen here, where the person looks, and not in the list. */
  const here = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn decides where the cell is
  useEffect(() => {
    const to = here.current ? 'nearest' : 'center';
    here.current = false;
    table.current?.ownerDocument.getElementById(cellId)?.scrollIntoView?.({ block: to, inline: 'nearest' });
  }, [cellId, window, place]);

  function select(row: number, column: number) {
    here.current = true;
    onSelect(addressOf(wholeOf(view, { top: row, bottom: row, left: column, right: column })));
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]?.(cell, view.used);
    if (!to) return;
    event.preventDefault();
    const { top, left, bottom, right } = reach(view.used, cell);
    select(Math.max(top, Math.min(bottom, to[0])), Math.max(left, Math.min(right, to[1])));
  }

  function onClick({ target }: MouseEvent) {
    const clicked = target instanceof Element && parseAddress(target.closest('td')?.dataset.cell ?? '');
    if (clicked) select(clicked.top, clicked.left);
  }

  return (
    <div className="sheet-scroll">
      <table
        ref={table}
        className="sheet"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one goes from cell to cell in it
        role="grid"
        aria-label={`工作表“${view.name}”`}
        aria-readonly="true"
        aria-activedescendant={cellId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">行号</span>
            </th>
            {columns.map((column) => (
              <Heading key={column} scope="col" name={columnName(column)} hidden={view.hiddenColumns.has(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => {
            const row = window.top + index;
            return (
              <tr key={row}>
                <Heading scope="row" name={String(row + 1)} hidden={view.hiddenRows.has(row)} />
                {cells.map((one) => (
                  <SheetCell
                    key={one.column}
                    cell={one}
                    id={id}
                    text={view.textAt(one.row, one.column)}
                    kind={kindOf(view, one)}
                    selected={holds(chosen, one) || (one.row === cell.top && one.column === cell.left)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Others window={window} used={view.used} onGo={select} cell={cell} />
    </div>
  );
}

interface HeadingProps {
  readonly scope: 'row' | 'col';
  readonly name: string;
  readonly hidden: boolean;
}

function Heading({ scope, name, hidden }: HeadingProps) {
  return (
    <th scope={scope} className={hidden ? 'hidden-line' : undefined} title={hidden ? '在工作簿里是隐藏的' : undefined}>
      {name}
      {hidden && <span className="unseen">（隐藏）</span>}
    </th>
  );
}

interface SheetCellProps {
  readonly cell: ViewCell;
  readonly id: string;
  readonly text: string;
  readonly kind: 'number' | 'merged' | 'wide' | 'text';
  readonly selected: boolean;
}

function SheetCell({ cell: { row, column, rows, columns, level }, id, text, kind, selected }: SheetCellProps) {
  const address = cellAddress(row, column);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid every td is a gridcell
    <td
      id={id + address}
      data-cell={address}
      aria-selected={selected}
      className={kind}
      style={level ? { background: colours[level].fill } : undefined}
      rowSpan={rows}
      colSpan={columns}
    >
      <div className="sheet-text">
        {level && <MarkSign level={level} />}
        {text}
      </div>
    </td>
  );
}

/** As Excel has it: numbers stand to the right, and a title or a unit goes on over the empty cells beside it. */
function kindOf(view: View, { row, column, columns }: ViewCell): SheetCellProps['kind'] {
  if (columns > 1) return 'merged';
  if (view.isNumberAt(row, column)) return 'number';
  const wanted = Math.ceil(view.textAt(row, column).length / charactersOfCell) - 1;
  if (wanted < 1 || column + wanted > view.used.right) return 'text';
  return numbers(column + 1, column + wanted).every((one) => view.textAt(row, one) === '') ? 'wide' : 'text';
}

const charactersOfCell = 6;

/** Tells the levels apart without colour. */
export function MarkSign({ level }: Pick<Mark, 'level'>) {
  return (
    <>
      {level === 'gap' ? <VerdictIcon verdict="unmet" /> : <SeverityIcon severity={level} />}
      <span className="unseen">{markWords[level]}</span>
    </>
  );
}

interface OthersProps {
  readonly window: Area;
  readonly used: Area;
  readonly cell: Area;
  readonly onGo: (row: number, column: number) => void;
}

/** Leads to what is not drawn. */
function Others({ window, used, cell, onGo }: OthersProps) {
  const ways = [
    { words: '上面', count: window.top - used.top, unit: '行', row: window.top - 1, column: cell.left },
    { words: '下面', count: used.bottom - window.bottom, unit: '行', row: window.bottom + 1, column: cell.left },
    { words: '左边', count: window.left - used.left, unit: '列', row: cell.top, column: window.left - 1 },
    { words: '右边', count: used.right - window.right, unit: '列', row: cell.top, column: window.right + 1 },
  ].filter(({ count }) => count > 0);
  if (ways.length === 0) return null;
  return (
    <p className="sheet-others">
      {ways.map(({ words, count, unit, row, column }) => (
        <button key={words} type="button" onClick={() => onGo(row, column)}>
          {words}还有 {count} {unit}
        </button>
      ))}
    </p>
  );
}

/** Cells that PageUp and PageDown go. */
const page = 20;

type Step = (cell: Area, used: Area) => readonly [row: number, column: number];

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: ({ top, left }) => [top - 1, left],
  ArrowDown: ({ bottom, left }) => [bottom + 1, left],
  ArrowLeft: ({ top, left }) => [top, left - 1],
  ArrowRight: ({ top, right }) => [top, right + 1],
  PageUp: ({ top, left }) => [top - page, left],
  PageDown: ({ bottom, left }) => [bottom + page, left],
  Home: ({ top }, used) => [top, used.left],
  End: ({ top }, used) => [top, used.right],
};

/** Where one can go: what is used, and the cell itself, which may lie beyond it. */
const reach = (used: Area, cell: Area): Area => ({
  top: Math.min(used.top, cell.top),
  left: Math.min(used.left, cell.left),
  bottom: Math.max(used.bottom, cell.bottom),
  right: Math.max(used.right, cell.right),
});

const holds = (area: Area, { row, column }: ViewCell) =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
