/**
 * The sheets by id. Events tell nothing else, and a request for each of them fails as soon as the person types into the next
 * cell, or looks at another workbook.
 */
import type { Stamp } from './reading.ts';
import { loadRoleNames, loadSigns, rolesOf } from './roles.ts';
import { sync } from './syncs.ts';

export interface KnownSheet {
  /** As it was when Excel was last asked. */
  readonly name: string;
  /** Made by us. */
  readonly own: boolean;
}

export interface KnownSheets {
  /** Asks Excel about a sheet only when it is new. Null where it does not answer, or knows none of that id. */
  find(id: string): Promise<KnownSheet | null>;
  /** What a reading has found. */
  learn(stamp: Stamp): void;
}

export function knownSheets(): KnownSheets {
  let known: ReadonlyMap<string, KnownSheet> = new Map();
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    try {
      known = await allSheets();
    } catch {
      // The person is already typing into the next cell; the next event asks again.
    } finally {
      asking = null;
    }
  }

  return {
    async find(id) {
      // One that is under way may have been asked before the sheet was there.
      for (let times = 0; times < 2 && !known.has(id); times++) {
        asking ??= ask();
        await asking;
      }
      return known.get(id) ?? null;
    },
    learn({ sheets, own }) {
      known = new Map<string, KnownSheet>([
        ...sheets.map(({ id, snapshot: { name } }) => [id, { name, own: false }] as const),
        ...own.map(({ id, name }) => [id, { name, own: true }] as const),
      ]);
    },
  };
}

/** One round trip; two where an older version may have made a sheet. */
async function allSheets(): Promise<ReadonlyMap<string, KnownSheet>> {
  const context = new Excel.RequestContext();
  const worksheets = context.workbook.worksheets.load('items/id,items/name');
  const named = loadRoleNames(context.workbook);
  await sync(context);
  const signs = loadSigns(named, worksheets.items);
  if (signs.size > 0) await sync(context);
  const sheets = worksheets.items.map((sheet) => ({ sheet, empty: false }));
  const roles = rolesOf(named, signs, sheets, {});
  return new Map(worksheets.items.map(({ id, name }) => [id, { name, own: roles.has(id) }]));
}
