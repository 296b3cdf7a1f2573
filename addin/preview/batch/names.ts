/** Defined names: `workbook.names` holds those of the workbook, `worksheet.names` those of the sheet. */
import { parseRange, rangeAddress } from '../../../shared/model/addresses.ts';
import { quoteSheet, sameName, splitAddress } from '../sheet-names.ts';
import type { DefinedName, Sheet, Workbook } from '../workbook.ts';
import { alreadyExists, badArgument, notFound } from './failures.ts';
import { areaOf, collection, fail, type HostObject, isObject, type Place, property } from './objects.ts';
import type { Surface } from './surfaces.ts';

export function names(surface: Surface, sheet: Sheet | null): HostObject {
  const { workbook } = surface;
  const scope = sheet?.id ?? null;
  const own = (): readonly DefinedName[] => workbook.names().filter((name) => name.scope === scope);
  const add = (name: string, formula: string, comment = ''): HostObject => {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) || parseRange(name) || /^[rc]$/i.test(name)) {
      throw badArgument();
    }
    if (find(workbook, name, scope)) throw alreadyExists();
    workbook.setName({ name, scope, formula, visible: true, comment });
    return namedItem(surface, name, scope);
  };
  return collection(
    'NamedItemCollection',
    () => own().map((name) => namedItem(surface, name.name, scope)),
    (key) => (find(workbook, key, scope) ? namedItem(surface, key, scope) : null),
    {
      objects: {
        Add: (name: string, reference: unknown, comment?: string) =>
          add(name, isObject(reference) ? placeFormula(reference.place!) : constantFormula(reference), comment),
        AddFormulaLocal: (name: string, formula: string, comment?: string) => add(name, formula, comment),
      },
    },
  );
}

/** The cells that a name stands for; null when it stands for something else. */
export function namedPlace(workbook: Workbook, name: string, sheet: Sheet): Place | null {
  const found = find(workbook, name, sheet.id) ?? find(workbook, name, null);
  return found ? formulaPlace(workbook, found.formula) : null;
}

function namedItem(surface: Surface, key: string, scope: string | null): HostObject {
  const { workbook } = surface;
  const item = (): DefinedName => find(workbook, key, scope) ?? fail(notFound());
  const change = (change: Partial<DefinedName>): void => workbook.setName({ ...item(), ...change });
  const sheet = (): Sheet | undefined => workbook.sheets.find(({ id }) => id === scope);
  return {
    type: 'NamedItem',
    id: () => ({ Name: item().name, _Id: item().name }),
    properties: {
      Name: property(() => item().name),
      Type: property(() => meaning(workbook, item().formula).type),
      Value: property(() => meaning(workbook, item().formula).value),
      Visible: property(
        () => item().visible,
        (visible) => change({ visible }),
      ),
      Comment: property(
        () => item().comment,
        (comment) => change({ comment }),
      ),
      Scope: property(() => (scope === null ? 'Workbook' : 'Worksheet')),
      Formula: property(
        () => item().formula,
        (formula) => change({ formula }),
      ),
      _Id: property(() => item().name),
    },
    parts: {
      Worksheet: () => surface.worksheet(sheet() ?? fail(notFound())),
      WorksheetOrNullObject: () => {
        const own = sheet();
        return own ? surface.worksheet(own) : null;
      },
    },
    objects: {
      GetRange: () => surface.range(formulaPlace(workbook, item().formula) ?? fail(notFound())),
      GetRangeOrNullObject: () => {
        const place = formulaPlace(workbook, item().formula);
        return place ? surface.range(place) : null;
      },
    },
    methods: { Delete: () => workbook.removeName(item().name, scope) },
  };
}

function find(workbook: Workbook, name: string, scope: string | null): DefinedName | undefined {
  return workbook.names().find((each) => each.scope === scope && sameName(each.name, name));
}

function placeFormula(place: Place): string {
  const dollars = rangeAddress(areaOf(place)).replaceAll(/([A-Z]+)?(\d+)?/g, (_, column?: string, row?: string) =>
    [column, row].map((part) => (part ? `$${part}` : '')).join(''),
  );
  return `=${quoteSheet(place.sheet.name)}!${dollars}`;
}

function constantFormula(reference: unknown): string {
  if (typeof reference === 'string' && reference.startsWith('=')) return reference;
  if (typeof reference === 'string') return `="${reference.replaceAll('"', '""')}"`;
  return `=${String(reference).toUpperCase()}`;
}

function formulaPlace(workbook: Workbook, formula: string): Place | null {
  const { sheet: name, rest } = splitAddress(formula.slice(1));
  const area = parseRange(rest);
  const sheet = workbook.sheets.find((each) => name !== null && sameName(each.name, name));
  return area && sheet ? { sheet, areas: [area] } : null;
}

function meaning(workbook: Workbook, formula: string): { readonly type: string; readonly value: unknown } {
  const text = /^="((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (text !== undefined) return { type: 'String', value: text.replaceAll('""', '"') };
  if (/^=(true|false)$/i.test(formula)) return { type: 'Boolean', value: /^=true$/i.test(formula) };
  if (/^=-?\d+(\.\d+)?$/.test(formula)) return { type: 'Double', value: Number(formula.slice(1)) };
  if (formulaPlace(workbook, formula)) return { type: 'Range', value: formula.slice(1) };
  return { type: 'Error', value: formula.includes('#REF!') ? '#REF!' : '#NAME?' };
}
