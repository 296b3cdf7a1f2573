/**
 * The visible grid: Univer showing a workbook and taking a person's hand. The workbook itself stays the one in memory,
 * which the batch engine and .xlsx files know: Univer has no place for what files carry beside cells (settings, hidden
 * names, validations, protection, formats that it does not draw), so that as the keeper it would lose them.
 */
import {
  type IRange,
  IUndoRedoService,
  LifecycleStages,
  LocaleType,
  type Workbook as UniverWorkbook,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { cellCount, intersectAreas, type Shift, sameArea } from '../areas.ts';
import type { Area, Sheet, Workbook } from '../workbook.ts';
import { draw, type View, viewOf } from './drawing.ts';
import { areaOf, rangeOf, sheetData } from './frames.ts';
import { linkTarget } from './links.ts';
import { startUniver } from './start.ts';
import { type Touched, takeOver } from './takeover.ts';

export interface Grid {
  /** For tests and the console: a canvas cannot be clicked by what it shows. */
  readonly api: FUniver;
  /** Shows what was changed from outside since the last time. */
  draw(): void;
  /** Runs what changes the workbook from outside and draws it; what a person does meanwhile is taken over afterwards. */
  write<T>(action: () => Promise<T>): Promise<T>;
  /** Resolves when the grid is on show and what the person did has been taken over. */
  settled(): Promise<void>;
  close(): void;
}

export interface GridOptions {
  /** Of cells without a font of their own. */
  readonly font: { readonly fontName?: string; readonly fontSize?: number };
  /** A cell is being edited, or no longer. */
  readonly onEditing: (editing: boolean) => void;
}

export function openGrid(container: HTMLElement, workbook: Workbook, { font, onEditing }: GridOptions): Grid {
  const { univer, api } = startUniver(container);
  const views = new Map<Sheet, View>();
  const unit = 'workbook';
  api.createWorkbook({
    id: unit,
    name: workbook.name,
    locale: LocaleType.ZH_CN,
    appVersion: '',
    styles: {},
    defaultStyle: { ff: font.fontName ?? '宋体', fs: font.fontSize ?? 11 },
    sheetOrder: workbook.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(
      workbook.sheets.map((sheet) => [sheet.id, sheetData(sheet, sheet.id, workbook.date1904)]),
    ),
  });
  for (const sheet of workbook.sheets) views.set(sheet, viewOf(sheet, sheet.id));
  const book = api.getActiveWorkbook()!;
  const model = book.getWorkbook() as UniverWorkbook;
  let ours = true;
  let touched = new Map<string, Touched>();
  let pending: Promise<void> | null = null;
  // Taking over compares the grid with the workbook: nothing may be written that is not drawn yet.
  let last: Promise<unknown> = Promise.resolve();

  const mutate = (id: string, sheet: string | null, params: object): void => {
    // As if it came from elsewhere: then Univer does not turn to the sheet that is changed.
    api.syncExecuteCommand(id, { unitId: unit, subUnitId: sheet ?? undefined, ...params }, { fromCollab: true });
  };
  const order = () => model.getSheetOrders();
  const quietly = (action: () => void): void => {
    const before = ours;
    ours = true;
    try {
      action();
    } finally {
      ours = before;
    }
  };
  const sheetOf = (id: string) => [...views].find(([, view]) => view.id === id)?.[0];

  const drawAll = (): boolean => {
    let drawn = false;
    quietly(() => {
      drawn = draw(workbook, views, order, mutate);
      if (drawn) point(workbook.active, workbook.selection);
    });
    return drawn;
  };

  const point = (sheet: Sheet, area: Area): void =>
    quietly(() => {
      const view = views.get(sheet);
      const shown = view && book.getSheetBySheetId(view.id);
      if (!shown) return;
      if (book.getActiveSheet().getSheetId() !== view.id) shown.activate();
      const merged = sheet.merges().find((each) => intersectAreas(each, area));
      const chosen = rangeOf(merged && cellCount(area) === 1 ? merged : area);
      const present = book.getActiveRange()?.getRange();
      if (!present || !sameArea(areaOf(present), areaOf(chosen))) shown.getRange(chosen).activate();
      // What is seen is known when the sheet has been painted.
      requestAnimationFrame(() => {
        if (book.getActiveSheet().getSheetId() !== view.id) return;
        const seen = [...(shown.getVisibleRangesOfAllViewports()?.values() ?? [])];
        if (seen.some((each) => intersectAreas(areaOf(each), area))) return;
        shown.scrollToCell(Math.max(0, area.top - 3), Math.max(0, area.left - 2));
      });
    });

  const enqueue = <T>(action: () => Promise<T>): Promise<T> => {
    const done = last.then(action);
    last = done.catch(() => undefined);
    return done;
  };

  const takeOverNow = async (): Promise<void> => {
    const places = touched;
    touched = new Map();
    workbook.byPerson(() => {
      takeOver(workbook, views, model, places, (sheet, row, column) =>
        book.getSheetBySheetId(sheet)!.getRange(row, column).getFormula(),
      );
      const active = sheetOf(book.getActiveSheet().getSheetId());
      if (active && active !== workbook.active) workbook.activate(active);
    });
    await workbook.settled();
    drawAll();
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

  const drawForOthers = (): void => {
    // As in Excel, what an add-in writes ends what can be undone.
    if (!ours && drawAll()) univer.__getInjector().get(IUndoRedoService).clearUndoRedo(unit);
  };

  // Before it is on show it can neither select nor scroll, and selects by itself.
  let rendered = (): void => {};
  const shown = new Promise<void>((resolve) => {
    rendered = resolve;
  });
  shown.then(() => {
    drawAll();
    point(workbook.active, workbook.selection);
    ours = false;
  });

  const listeners = [
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage === LifecycleStages.Rendered) rendered();
    }),
    api.addEvent(api.Event.CommandExecuted, ({ id, type, params }) => {
      if (ours) return;
      const { subUnitId: sheet, range, cellValue } = (params ?? {}) as MutationParams;
      if (id === 'sheet.operation.set-worksheet-active') {
        const active = sheetOf(sheet);
        if (active && active !== workbook.active) workbook.byPerson(() => workbook.activate(active));
        return;
      }
      if (type !== 2 || !id.startsWith('sheet.mutation.')) return;
      const present = touched.get(sheet) ?? { shifts: [], cells: [] };
      touched.set(sheet, present);
      const shift = lineShift(id, range);
      if (shift) present.shifts.push(shift);
      if (id === 'sheet.mutation.set-range-values' && cellValue) present.cells?.push(...placesOf(cellValue));
      else present.cells = null;
      later();
    }),
    book.onSelectionChange(([range]) => {
      const sheet = sheetOf(book.getActiveSheet().getSheetId());
      if (ours || !range || !sheet) return;
      const area = areaOf(range);
      if (sheet === workbook.active && JSON.stringify(area) === JSON.stringify(workbook.selection)) return;
      workbook.byPerson(() => workbook.select(sheet, area));
    }),
    api.addEvent(api.Event.CellClicked, ({ row, column }) => {
      const target = linkTarget(workbook.active.cell(row, column), workbook);
      if (target) workbook.byPerson(() => workbook.select(target.sheet, target.area));
    }),
    api.addEvent(api.Event.SheetEditStarted, () => onEditing(true)),
    api.addEvent(api.Event.SheetEditEnded, () => onEditing(false)),
  ];
  const stop = workbook.listen((event) => {
    if (event.type === 'selected' || event.type === 'activated') point(workbook.active, workbook.selection);
  });

  return {
    api,
    draw: drawForOthers,
    write: (action) =>
      enqueue(async () => {
        try {
          return await action();
        } finally {
          drawForOthers();
        }
      }),
    settled: async () => {
      await shown;
      while (pending) await pending;
      await last;
    },
    close: () => {
      for (const listener of listeners) listener.dispose();
      stop();
      // Tasks of Univer's own that are under way still look for the workbook.
      // Checks of drop-down lists wait until the browser is idle, long on a busy machine; what waited before goes before.
      setTimeout(() => requestIdleCallback(() => univer.dispose()), 1000);
    },
  };
}

/** Of the mutations that are looked into. */
interface MutationParams {
  readonly subUnitId: string;
  readonly range: IRange;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
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
