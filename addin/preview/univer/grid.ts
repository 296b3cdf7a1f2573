/**
 * The visible grid: Univer showing a workbook and taking a person's hand. The workbook itself stays the one in memory,
 * which the batch engine and .xlsx files know: Univer has no place for what files carry beside cells (settings, hidden
 * names, validations, protection, formats that it does not draw), so that as the keeper it would lose them.
 */
import { IUndoRedoService, LifecycleStages } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Workbook } from '../workbook.ts';
import { followHand } from './hand.ts';
import { drawAll, type Font, point, show, unit } from './shown.ts';
import { startUniver } from './start.ts';

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
  readonly font: Font;
  /** A cell is being edited, or no longer. */
  readonly onEditing: (editing: boolean) => void;
}

export function openGrid(container: HTMLElement, workbook: Workbook, { font, onEditing }: GridOptions): Grid {
  const { univer, api } = startUniver(container);
  const shown = show(api, workbook, font);
  // Taking over compares the grid with the workbook: nothing may be written that is not drawn yet.
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(action: () => Promise<T>): Promise<T> => {
    const done = last.then(action);
    last = done.catch(() => undefined);
    return done;
  };
  const drawForOthers = (): void => {
    // As in Excel, what an add-in writes ends what can be undone.
    if (!shown.ours && drawAll(shown)) univer.__getInjector().get(IUndoRedoService).clearUndoRedo(unit);
  };
  const ready = rendered(api).then(() => {
    drawAll(shown);
    point(shown);
    shown.ours = false;
  });
  const hand = followHand(shown, enqueue, onEditing);
  const stop = workbook.listen((event) => {
    if (event.type === 'selected' || event.type === 'activated') point(shown);
  });
  return {
    api,
    draw: drawForOthers,
    write: (action) => enqueue(() => action().finally(drawForOthers)),
    settled: async () => {
      await ready;
      await hand.settled();
      await last;
    },
    close: () => {
      hand.close();
      stop();
      // Tasks of Univer's own that are under way still look for the workbook.
      // Checks of drop-down lists wait until the browser is idle, long on a busy machine; what waited before goes before.
      setTimeout(() => requestIdleCallback(() => univer.dispose()), 1000);
    },
  };
}

function rendered(api: FUniver): Promise<void> {
  return new Promise((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage === LifecycleStages.Rendered) resolve();
    });
  });
}
