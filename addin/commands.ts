/** Function file of the ribbon: buttons that work without the task pane. */
import { createExcelHost } from './host/excel.ts';
import { HostError } from './host/host.ts';
import { showTold, toldAddress } from './told.ts';

// At once, not when Office is ready: Excel calls as soon as office.js asks to be called, and a name that is not known yet is refused in silence.
Office.actions.associate('clearMarks', clearMarks);

// The dialog that `tell` opens is this page once more.
void showTold(location.hash, document.body);

async function clearMarks(event: Office.AddinCommands.Event) {
  try {
    await Office.onReady();
    const { unsure } = await createExcelHost().clearMarks();
    if (unsure) await tell('unsure', unsure.join('、'));
  } catch (error) {
    const { code, detail } = error instanceof HostError ? error : new HostError('failed');
    await tell(code, detail);
  } finally {
    // Excel waits for this before it takes another command, and may close what was opened.
    event.completed();
  }
}

/** Milliseconds in which Excel says whether it opens a dialog; where it never says, other commands must not wait for ever. */
const patience = 10_000;

/** Until the person has closed it; where Excel opens no dialog there is nowhere to say it. */
function tell(code: string, detail: string): Promise<void> {
  return new Promise((closed) => {
    const silent = setTimeout(closed, patience);
    const size = { height: 30, width: 30, displayInIframe: true };
    Office.context.ui.displayDialogAsync(toldAddress(location.href, code, detail), size, ({ status, value }) => {
      clearTimeout(silent);
      if (status === Office.AsyncResultStatus.Failed) closed();
      else value.addEventHandler(Office.EventType.DialogEventReceived, () => closed());
    });
  });
}
