/** What a workbook says of itself, before all of it is read: names, and the rows in which titles stand. */
import { evaluatedIn } from '../../shared/model/kinds.ts';
import type { Cell } from '../../shared/model.ts';
import { cellOf } from './cells.ts';
import { keptChoices } from './choices.ts';
import type { Look } from './host.ts';
import { keptOf, loadKept } from './keeping.ts';
import { askSheets } from './refusals.ts';
import { loadRoleNames, loadSigns, rolesOf } from './roles.ts';
import { sync } from './syncs.ts';

/** Titles may begin a few rows down. */
const top = 'A1:Z10';

export async function lookAtWorkbook(): Promise<Look> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  workbook.load('name');
  const kept = loadKept(workbook);
  const named = loadRoleNames(workbook);
  await sync(context);

  const open = worksheets.items.filter(({ visibility }) => visibility !== 'VeryHidden');
  const asked = await askSheets(context, open, (sheet) => ({
    sheet,
    signs: loadSigns(named, [sheet]),
    rows: sheet.getRange(top).load('values'),
    empty: false,
  }));
  const probes = asked.filter((probe) => probe !== null);
  const signs = new Map(probes.flatMap((probe) => [...probe.signs]));

  const choices = keptOf(kept);
  const roles = rolesOf(named, signs, probes, choices);
  const theirs = probes.filter(({ sheet }) => !roles.has(sheet.id));
  return {
    titles: {
      name: workbook.name,
      sheets: theirs.map(({ sheet, rows }) => ({ name: sheet.name, values: filled(rows.values) })),
    },
    choices: keptChoices(choices),
    written: evaluatedIn([...roles.values()]),
  };
}

/** From the first row in which anything stands. */
function filled(values: readonly (readonly unknown[])[]): readonly (readonly Cell[])[] {
  const cells = values.map((row) => row.map(cellOf));
  const first = cells.findIndex((row) => row.some((cell) => cell !== null));
  return first < 0 ? [] : cells.slice(first);
}
