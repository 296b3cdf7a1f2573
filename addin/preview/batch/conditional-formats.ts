/** Conditional formats that touch a range or several areas. */
import { intersectAreas } from '../areas.ts';
import type { ConditionalFormat, Sheet } from '../workbook.ts';
import { without } from './clearing.ts';
import { conditionalFormatStyle, type Restyle, type Style } from './conditional-styles.ts';
import { badArgument, badOperation, notFound, notImplemented } from './failures.ts';
import { mayFormat } from './guards.ts';
import { collection, fail, type HostObject, type Place, type Property, property } from './objects.ts';
import type { Broken, Surface } from './surfaces.ts';

export function conditionalFormats(surface: Surface, place: Place): HostObject {
  const { sheet } = place;
  const touching = (): readonly ConditionalFormat[] =>
    sheet
      .conditionalFormats()
      .filter(({ areas }) => areas.some((area) => place.areas.some((own) => intersectAreas(area, own))));
  const make = (id: string): HostObject => conditionalFormat(surface, sheet, id);
  return collection(
    'ConditionalFormatCollection',
    () => touching().map(({ id }) => make(id)),
    (key) => (touching().some(({ id }) => id === key) ? make(key) : null),
    {
      objects: {
        // Documented: a new format comes on top.
        Add: (type: string) => {
          mayFormat(sheet);
          if (type !== 'Custom' && type !== 'CellValue') throw notImplemented(`conditional formats of type ${type}`);
          const id = surface.newId();
          const rule = { formula: null, formula2: null, operator: null };
          const added: ConditionalFormat = { id, areas: place.areas, type, ...rule, stopIfTrue: false, style: {} };
          sheet.setConditionalFormats([added, ...sheet.conditionalFormats()]);
          return make(id);
        },
      },
      methods: {
        ClearAll: () => {
          mayFormat(sheet);
          sheet.setConditionalFormats(without(sheet.conditionalFormats(), place.areas));
        },
      },
    },
  );
}

function conditionalFormat(surface: Surface, sheet: Sheet, id: string): HostObject {
  const all = (): readonly ConditionalFormat[] => sheet.conditionalFormats();
  const broken = (how: Broken) => surface.broken.get(id) === how;
  const own = (): ConditionalFormat =>
    (broken('unreadable') ? null : all().find((each) => each.id === id)) ?? fail(notFound());
  const change = (part: Partial<ConditionalFormat>): void => {
    mayFormat(sheet);
    const changed = { ...own(), ...part };
    sheet.setConditionalFormats(all().map((each) => (each.id === id ? changed : each)));
  };
  const restyle: Restyle = (part) => {
    const entries = Object.entries({ ...own().style, ...part }).filter(([, value]) => value !== undefined);
    change({ style: Object.fromEntries(entries) as Style });
  };
  return {
    type: 'ConditionalFormat',
    id: () => ({ Id: own().id }),
    properties: {
      Id: property(() => own().id),
      Type: property(() => own().type),
      Priority: property(
        () => all().indexOf(own()),
        (priority) => prioritize(sheet, own(), priority),
      ),
      StopIfTrue: property(
        () => own().stopIfTrue,
        (stopIfTrue) => change({ stopIfTrue }),
      ),
    },
    parts: rulesByType(
      () => (broken('ruleUnreadable') ? fail(notFound()) : own()),
      change,
      () => conditionalFormatStyle(() => own().style, restyle),
    ),
    objects: {
      // Documented: one range only, else an error or a null object.
      GetRange: () => (own().areas.length === 1 ? surface.range({ sheet, areas: own().areas }) : fail(badOperation())),
      GetRangeOrNullObject: () => (own().areas.length === 1 ? surface.range({ sheet, areas: own().areas }) : null),
      GetRanges: () => surface.rangeAreas({ sheet, areas: own().areas }),
    },
    methods: {
      Delete: () => {
        mayFormat(sheet);
        const gone = broken('undeletable') ? fail(notFound()) : own();
        sheet.setConditionalFormats(all().filter((each) => each.id !== gone.id));
      },
    },
  };
}

/** Of the sheet, 0 on top. Documented: negative counts from the end, and what is too large becomes the last. */
function prioritize(sheet: Sheet, moved: ConditionalFormat, priority: number): void {
  mayFormat(sheet);
  const all = sheet.conditionalFormats();
  const others = all.filter((each) => each !== moved);
  const at = priority < 0 ? Math.max(0, all.length + priority) : Math.min(priority, others.length);
  sheet.setConditionalFormats([...others.slice(0, at), moved, ...others.slice(at)]);
}

type Change = (part: Partial<ConditionalFormat>) => void;

/** Excel refuses the members of another type (inferred code). */
function rulesByType(
  own: () => ConditionalFormat,
  change: Change,
  format: () => HostObject,
): NonNullable<HostObject['parts']> {
  const ofType = (type: string, make: () => HostObject): NonNullable<HostObject['parts']> => ({
    [type]: () => (own().type === type ? make() : fail(badOperation())),
    [`${type}OrNullObject`]: () => (own().type === type ? make() : null),
  });
  return {
    ...ofType('Custom', () => ({
      type: 'CustomConditionalFormat',
      parts: { Format: format, Rule: () => customRule(own, change) },
    })),
    ...ofType('CellValue', () => ({
      type: 'CellValueConditionalFormat',
      properties: { Rule: cellValueRule(own, change) },
      parts: { Format: format },
    })),
  };
}

function customRule(own: () => ConditionalFormat, change: Change): HostObject {
  return {
    type: 'ConditionalFormatRule',
    properties: {
      Formula: property(
        () => own().formula ?? '',
        (formula: string) => {
          if (typeof formula !== 'string' || !/^=./.test(formula)) throw badArgument();
          change({ formula });
        },
      ),
    },
  };
}

function cellValueRule(own: () => ConditionalFormat, change: Change): Property {
  return property<{ formula1: string; formula2?: string; operator: string }>(
    () => ({
      formula1: own().formula ?? '',
      ...(own().formula2 !== null && { formula2: own().formula2! }),
      operator: own().operator ?? '',
    }),
    ({ formula1, formula2, operator }) => change({ formula: formula1, formula2: formula2 ?? null, operator }),
  );
}
