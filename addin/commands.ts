/** Function file of the ribbon: buttons that work without the task pane. */
import { createExcelHost } from './host/excel.ts';

// At once, not when Office is ready: Excel calls as soon as office.js asks to be called, and a name that is not known yet is refused in silence.
Office.actions.associate('clearMarks', clearMarks);

async function clearMarks(event: Office.AddinCommands.Event) {
  try {
    await Office.onReady();
    await createExcelHost().clearMarks();
  } finally {
    // Excel waits for this before it takes another command; a failure has nowhere to be shown but in the pane.
    event.completed();
  }
}
