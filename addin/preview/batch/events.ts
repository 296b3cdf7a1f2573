/** What happens in the workbook, as the messages of Office.js. */
import { rangeAddress } from '../../../shared/model/addresses.ts';
import type { WorkbookEvent } from '../workbook.ts';

export interface EventMessage {
  /** Number of the event in Office.js: 10 changed, 14 selection changed … */
  readonly type: number;
  /** Id of the sheet, or `Workbook` for handlers on the collection. */
  readonly target: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** The numbers that the client registers its handlers by. */
export const eventTypes = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
} as const;

/** Target of handlers on the collection of worksheets. */
export const everySheet = 'Workbook';

export function translateEvent(event: WorkbookEvent): readonly EventMessage[] {
  const worksheetId = event.sheet.id;
  const both = (type: number, sent: EventMessage['arguments']): readonly EventMessage[] =>
    [worksheetId, everySheet].map((target) => ({ type, target, arguments: { ...sent, worksheetId } }));
  const whole = (type: number): readonly EventMessage[] => [
    { type, target: everySheet, arguments: { worksheetId, source: 'Local' } },
  ];
  switch (event.type) {
    case 'selected':
      return both(eventTypes.SelectionChanged, { address: rangeAddress(event.area), isInsideTable: false });
    case 'edited':
      return both(eventTypes.DataChanged, {
        address: rangeAddress(event.area),
        changeType: event.change,
        source: 'Local',
        // An add-in hears of its own writes too; since ExcelApi 1.14 they can be told apart.
        triggerSource: event.byPerson ? 'Unknown' : 'ThisLocalAddin',
        shiftDirection: 'None',
      });
    case 'activated':
      return both(eventTypes.Activated, {});
    case 'added':
      return whole(eventTypes.Added);
    case 'removed':
      return whole(eventTypes.Deleted);
    case 'renamed':
      return [];
  }
}
