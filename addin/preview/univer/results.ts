/** What formulas result in. */
import { CommandType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';

/**
 * To draw conditional formats Univer calculates, in its own time, every formula that they look at. As in Excel, the results
 * that a file came with stand until a person changes something: until then those of Univer are taken back before they are applied.
 */
export function keepResults(api: FUniver): void {
  let changed = false;
  api.addEvent(api.Event.CommandExecuted, ({ id, type, options }) => {
    // What is drawn comes as if from elsewhere; what Univer does for itself is local.
    const own = options?.fromCollab || options?.onlyLocal;
    if (type === CommandType.MUTATION && id.startsWith('sheet.mutation.') && !own) changed = true;
  });
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params }) => {
    if (!changed && id === 'formula.mutation.set-formula-calculation-result') Object.assign(params!, { unitData: {} });
  });
}
