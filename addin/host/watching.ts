/** Shows places in the workbook, and hears what a person selects and changes there. */
import type { Place } from '../../shared/model.ts';
import { HostError } from './host.ts';
import type { KnownSheets } from './known.ts';
import { sync } from './syncs.ts';

export async function reveal({ sheet: name, address }: Place): Promise<void> {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('visibility');
  await sync(context);
  if (sheet.isNullObject) throw new HostError('gone', name);
  // Excel activates no hidden sheet, and to show it would change the workbook.
  if (sheet.visibility !== 'Visible') throw new HostError('hidden', name);
  sheet.activate();
  sheet.getRange(address).select();
  await sync(context);
}

export async function watch(
  known: KnownSheets,
  onSelect: (place: Place) => void,
  onChange: (sheet: string) => void,
): Promise<() => Promise<void>> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  let latest = 0;
  const selection = worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
    latest += 1;
    const mine = latest;
    const found = await known.find(worksheetId);
    // Answers may overtake each other.
    if (found && mine === latest) onSelect({ sheet: found.name, address });
  });
  const changes = worksheets.onChanged.add(async ({ worksheetId }) => {
    const found = await known.find(worksheetId);
    // What we write ourselves goes to our own sheets only; marks are formats and raise no such event.
    if (!found?.own) onChange(found?.name ?? '');
  });
  await sync(context);
  return async () => {
    selection.remove();
    changes.remove();
    await sync(context);
  };
}
