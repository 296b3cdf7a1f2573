/** What 填报 writes: sheets to be filled in, in three round trips, and values into cells, in two. */

import { parseAddress } from '../../shared/model/addresses.ts';
import { anchorFormula, anchorName } from '../../shared/model/anchors.ts';
import { serialOf } from '../../shared/model/days.ts';
import { freeName } from '../../shared/model/kinds.ts';
import type { FormCondition, FormSheet, Validation, ValidationRule } from '../../shared/model.ts';
import { formFormatOf } from '../../shared/report/drawn.ts';
import { borderColour, colours } from '../../shared/report/looks.ts';
import { type Entry, HostError } from './host.ts';
import { sides } from './marks.ts';
import { atBest } from './refusals.ts';
import { colourTab, dressings, writeRows } from './sheets.ts';
import { sync } from './syncs.ts';

/** A sheet to be added, and the name that is free for it. */
interface Placed {
  readonly form: FormSheet;
  readonly name: string;
}

/** Behind all others, and in front of them afterwards. Where Excel refuses any of it, none is left. */
export async function addSheets(forms: readonly FormSheet[]): Promise<readonly string[]> {
  const context = new Excel.RequestContext();
  const { workbook } = context;
  const present = workbook.worksheets.load('items/id,items/name');
  const structure = workbook.protection.load('protected');
  await sync(context);
  if (structure.protected) throw new HostError('protected');
  const placed = placesOf(
    forms,
    present.items.map(({ name }) => name),
  );
  const names = placed.map(({ name }) => name);

  // Not cut into pieces of 4 MB as what a check writes: a template has few rows, whatever it is filled with.
  workbook.application.suspendScreenUpdatingUntilNextSync();
  for (const each of placed) fillSheet(workbook, each);
  try {
    await sync(context);
  } catch (error) {
    await takeBack(names, new Set(present.items.map(({ id }) => id)));
    throw error;
  }
  await atBest(context, [
    ...placed.flatMap((each) => dressed(workbook, each)),
    () => workbook.worksheets.getItem(names[0]!).activate(),
  ]);
  return names;
}

/**
 * As if typed there, so that a date is one of the workbook's own system and a rule of the person's still holds: contents
 * alone change.
 */
export async function put(entries: readonly Entry[]): Promise<void> {
  const context = new Excel.RequestContext();
  const asked = entries.map(({ place }) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const cell = cellOf(context, place);
    return {
      sheet: sheet.load('name'),
      protection: sheet.protection.load('protected'),
      locked: cell.format.protection.load('locked'),
      cell: cell.load('numberFormat,values'),
    };
  });
  await sync(context);
  const closed = asked.filter(({ protection, locked }) => protection.protected && locked.locked !== false);
  if (closed.length > 0)
    throw new HostError('protected', [...new Set(closed.map(({ sheet }) => sheet.name))].join('、'));
  const isOther = ({ was }: Entry, at: number) => {
    const now = asked[at]!.cell.values[0]?.[0];
    return was !== undefined && (was ?? '') !== (typeof now === 'string' ? now.trim() : now);
  };
  if (entries.some(isOther)) throw new HostError('changed');
  for (const [at, { place, value }] of entries.entries())
    cellOf(context, place).values = [[typed(value, asked[at]!.cell.numberFormat[0]?.[0])]];
  await sync(context);
}

function placesOf(forms: readonly FormSheet[], names: readonly string[]): readonly Placed[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return forms.map((form) => {
    const name = freeName(form.name, taken);
    taken.add(name.toLowerCase());
    return { form, name };
  });
}

/** Queues all of it but its looks. */
function fillSheet({ worksheets }: Excel.Workbook, { form, name }: Placed): void {
  const sheet = worksheets.add(name);
  // First, for by it a sheet that did not become whole is known.
  sheet.names.add(anchorName, anchorFormula(form.anchor)).visible = false;
  writeRows(sheet, form.rows, 0, formFormatOf);
  // Behind the rows, which have formats of their own; a text that stands there stays one.
  for (const { area, format } of form.formats)
    for (const one of area.split(',')) sheet.getRange(one).numberFormat = format as unknown as string[][];
  for (const validation of form.validations) validate(sheet, validation);
  // Excel puts each new one on top.
  for (const condition of [...form.conditions].reverse()) shownIf(sheet, condition);
}

function validate(sheet: Excel.Worksheet, { area, rule, prompt, alert }: Validation): void {
  const { dataValidation } = cellsOf(sheet, area);
  const wanted = ruleOf(rule);
  // Without a rule there is nothing to be alarmed at.
  if (wanted) {
    dataValidation.rule = wanted;
    dataValidation.errorAlert = {
      showAlert: alert !== null,
      title: alert?.title ?? '',
      message: alert?.text ?? '',
      style: alert?.style === 'warning' ? 'Warning' : 'Stop',
    };
  }
  if (prompt) dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
}

/** Null for what may be anything. */
function ruleOf(rule: ValidationRule): Excel.DataValidationRule | null {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'whole':
      return { wholeNumber: limits(rule.least, rule.most) };
    case 'decimal':
      return { decimal: limits(rule.least, rule.most) };
    case 'date':
      return { date: { operator: 'Between', formula1: dayFormula(rule.from), formula2: dayFormula(rule.to) } };
    case 'length':
      return { textLength: { operator: 'EqualTo', formula1: rule.exactly } };
    case 'custom':
      return { custom: { formula: `=${rule.formula}` } };
    case 'any':
      return null;
  }
}

function limits(least: number, most: number | null): Excel.BasicDataValidation {
  return most === null
    ? { operator: 'GreaterThanOrEqualTo', formula1: least }
    : { operator: 'Between', formula1: least, formula2: most };
}

/** The same day in both of Excel's date systems, and in whatever language. */
function dayFormula(iso: string): string {
  return `=DATE(${iso.split('-').map(Number).join(',')})`;
}

function shownIf(sheet: Excel.Worksheet, { area, formula, look }: FormCondition): void {
  const { custom } = cellsOf(sheet, area).conditionalFormats.add('Custom');
  // Before the colours: a rule without a formula that has colours of ours would be taken for a mark of ours.
  custom.rule.formula = `=${formula}`;
  const { fill, font, borders } = custom.format;
  if (look === 'lined')
    for (const side of sides) {
      borders.getItem(side).style = 'Continuous';
      borders.getItem(side).color = borderColour;
    }
  else {
    fill.color = colours[look].fill;
    font.color = colours[look].font;
  }
}

/** Excel reads what a formula refers to as from the first cell (office-js #5194). */
function cellsOf(sheet: Excel.Worksheet, area: string): Excel.Range | Excel.RangeAreas {
  return area.includes(',') ? sheet.getRanges(area) : sheet.getRange(area);
}

/** What is for the eye. */
function dressed({ worksheets }: Excel.Workbook, { form, name }: Placed): (() => void)[] {
  const sheet = () => worksheets.getItem(name);
  return [() => colourTab(sheet()), ...dressings(sheet, form, 0)];
}

/** Deletes what was added, whole or not, as far as Excel lets it; nothing that a person may have made meanwhile. */
export async function takeBack(names: readonly string[], before: ReadonlySet<string>): Promise<void> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  try {
    const present = worksheets.load('items/id,items/name');
    await sync(context);
    const asked = present.items
      .filter(({ id, name }) => names.includes(name) && !before.has(id))
      .map((sheet) => ({
        sheet,
        anchor: sheet.names.getItemOrNullObject(anchorName).load('name'),
        used: sheet.getUsedRangeOrNullObject(true).load('address'),
      }));
    await sync(context);
    const ours = asked.filter(({ anchor, used }) => !anchor.isNullObject || used.isNullObject);
    await atBest(
      context,
      ours.map(
        ({ sheet: { id } }) =>
          () =>
            worksheets.getItem(id).delete(),
      ),
    );
  } catch {
    // What stopped the adding stops this too, and is what is told.
  }
}

/** The first one where several are named, as of a merged area. */
function cellOf({ workbook }: Excel.RequestContext, { sheet, address }: Entry['place']): Excel.Range {
  const area = parseAddress(address);
  if (!area) throw new HostError('gone', address);
  return workbook.worksheets.getItem(sheet).getRangeByIndexes(area.top, area.left, 1, 1);
}

/** What Excel makes the value of, and nothing else: `001`, `=1` and `3-1` stay texts. */
function typed(value: string | number, format: unknown): string | number {
  if (typeof value === 'number' || format === '@' || value === '') return value;
  if (!Number.isNaN(serialOf(value)) || /^\p{Script=Han}/u.test(value)) return value;
  return `'${value}`;
}
