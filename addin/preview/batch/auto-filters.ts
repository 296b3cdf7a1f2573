/** The filter of a sheet: which rows it is over; nothing is chosen in it, and so nothing hidden by it. */
import { addressOf } from '../../../shared/model/addresses.ts';
import type { Sheet } from '../workbook.ts';
import { badArgument, notImplemented } from './failures.ts';
import { mayFormat } from './guards.ts';
import { areaOf, type HostObject, isObject, property } from './objects.ts';
import type { Surface } from './surfaces.ts';

const filterName = '_xlnm._FilterDatabase';

export function autoFilter({ workbook, range }: Surface, sheet: Sheet): HostObject {
  const whole = (): HostObject | null => sheet.filter && range({ sheet, areas: [sheet.filter] });
  return {
    type: 'AutoFilter',
    properties: { Enabled: property(() => sheet.filter !== null), IsDataFiltered: property(() => false) },
    objects: { GetRange: whole, GetRangeOrNullObject: whole },
    methods: {
      Apply: (over: HostObject | string, column?: number, criteria?: object) => {
        mayFormat(sheet);
        if (column !== undefined || criteria) throw notImplemented('criteria of AutoFilter.apply()');
        if (!isObject(over)) throw notImplemented('AutoFilter.apply() of an address');
        if (over.place?.sheet !== sheet) throw badArgument();
        sheet.filter = areaOf(over.place);
        const address = addressOf(sheet.filter).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
        const formula = `='${sheet.name.replaceAll("'", "''")}'!${address}`;
        workbook.setName({ name: filterName, scope: sheet.id, formula, visible: false, comment: '' });
      },
      Remove: () => {
        mayFormat(sheet);
        // Excel leaves the hidden name.
        sheet.filter = null;
      },
    },
  };
}
