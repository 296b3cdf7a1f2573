/** What a person does in the grid: noted while it happens, taken over into the workbook once the command has ended. */
import type { IRange } from '@univerjs/core';
import { type Shift, sameArea } from '../areas.ts';
import { areaOf } from './frames.ts';
import { linkTarget } from './links.ts';
import { drawAll, type Shown, sheetOf } from './shown.ts';
import { type Touched, takeOver } from './takeover.ts';

export interface Hand {
  /** Resolves when what the person did is in line to be taken over and nothing more is awaited. */
  settled(): Promise<void>;
  close(): void;
}

/** Follows the person's hand; `enqueue` runs one action after another. */
export function followHand(
  shown: Shown,
  enqueue: (action: () => Promise<void>) => Promise<void>,
  onEditing: (editing: boolean) => void,
): Hand {
  const { workbook, api, book } = shown;
  let touched = new Map<string, Touched>();
  let pending: Promise<void> | null = null;
  const takeOverNow = (): Promise<void> => {
    const places = touched;
    touched = new Map();
    return takeOverFrom(shown, places);
  };
  const later = (): void => {
    if (pending) return;
    // After the whole command: one step of the person's is several changes of Univer's.
    const commandEnded = new Promise<void>((ended) => setTimeout(ended));
    const taken = commandEnded.then(() => {
      if (pending === taken) pending = null;
      return enqueue(takeOverNow);
    });
    pending = taken;
  };
  const listeners = [
    api.addEvent(api.Event.CommandExecuted, ({ id, type, params }) => {
      if (shown.ours) return;
      const change = (params ?? {}) as MutationParams;
      if (id === 'sheet.operation.set-worksheet-active') workbook.byPerson(() => activate(shown, change.subUnitId));
      else if (type === 2 && id.startsWith('sheet.mutation.')) {
        note(touched, id, change);
        later();
      }
    }),
    book.onSelectionChange(([range]) => select(shown, range)),
    api.addEvent(api.Event.CellClicked, ({ row, column }) => {
      const target = linkTarget(workbook.active.cell(row, column), workbook);
      if (target) workbook.byPerson(() => workbook.select(target.sheet, target.area));
    }),
    api.addEvent(api.Event.SheetEditStarted, () => onEditing(true)),
    api.addEvent(api.Event.SheetEditEnded, () => onEditing(false)),
  ];
  return {
    settled: async () => {
      while (pending) await pending;
    },
    close: () => {
      for (const listener of listeners) listener.dispose();
    },
  };
}

async function takeOverFrom(shown: Shown, places: ReadonlyMap<string, Touched>): Promise<void> {
  const { workbook, book, model, views } = shown;
  workbook.byPerson(() => {
    takeOver(workbook, views, model, places, (sheet, row, column) =>
      book.getSheetBySheetId(sheet)!.getRange(row, column).getFormula(),
    );
    activate(shown, book.getActiveSheet().getSheetId());
  });
  await workbook.settled();
  drawAll(shown);
}

function activate(shown: Shown, id: string): void {
  const { workbook } = shown;
  const sheet = sheetOf(shown, id);
  if (sheet && sheet !== workbook.active) workbook.activate(sheet);
}

function select(shown: Shown, range: IRange | undefined): void {
  const { workbook, book } = shown;
  const sheet = sheetOf(shown, book.getActiveSheet().getSheetId());
  if (shown.ours || !range || !sheet) return;
  const area = areaOf(range);
  if (sheet === workbook.active && sameArea(area, workbook.selection)) return;
  workbook.byPerson(() => workbook.select(sheet, area));
}

/** Of the mutations that are looked into. */
interface MutationParams {
  readonly subUnitId: string;
  readonly range: IRange;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
}

/** Notes where the workbook is to look for what was changed. */
function note(touched: Map<string, Touched>, id: string, { subUnitId, range, cellValue }: MutationParams): void {
  const present = touched.get(subUnitId) ?? { shifts: [], cells: [] };
  touched.set(subUnitId, present);
  const shift = lineShift(id, range);
  if (shift) present.shifts.push(shift);
  if (id === 'sheet.mutation.set-range-values' && cellValue) present.cells?.push(...placesOf(cellValue));
  else present.cells = null;
}

const placesOf = (cells: NonNullable<MutationParams['cellValue']>): [number, number][] =>
  Object.entries(cells).flatMap(([row, columns]) =>
    Object.keys(columns ?? {}).map((column): [number, number] => [Number(row), Number(column)]),
  );

function lineShift(id: string, range: IRange): Shift | null {
  const [, verb, what] = /^sheet\.mutation\.(insert|remove)-(row|rows|col)$/.exec(id) ?? [];
  if (!verb) return null;
  const { top, left, bottom, right } = areaOf(range);
  const [at, end] = what === 'col' ? [left, right] : [top, bottom];
  const count = end - at + 1;
  return { axis: what === 'col' ? 'columns' : 'rows', at, count: verb === 'insert' ? count : -count };
}
