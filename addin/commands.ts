/** Function file of the ribbon: buttons that work without the task pane. */
import { createExcelHost } from './host/excel.ts';

Office.onReady(() => Office.actions.associate('clearMarks', clearMarks));

async function clearMarks(event: Office.AddinCommands.Event) {
  try {
    await createExcelHost().clearMarks();
  } finally {
    // Excel waits for this before it takes another command; a failure has nowhere to be shown but in the pane.
    event.completed();
  }
}
