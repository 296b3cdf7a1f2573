/** Conditional formats that touch a range or several areas. */
import { intersectAreas, subtractArea } from '../areas.ts';
import type { Area, ConditionalFormat, Sheet } from '../workbook.ts';
import { badArgument, badOperation, notFound, notImplemented } from './failures.ts';
import { color } from './formats.ts';
import { mayFormat } from './guards.ts';
import type { Surface } from './host.ts';
import { collection, fail, type HostObject, type Place, type Property, property } from './objects.ts';
import { rangeAreas } from './range-areas.ts';
import { range } from './ranges.ts';

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
          const without = (from: readonly Area[]): readonly Area[] =>
            place.areas.reduce((rest, area) => rest.flatMap((each) => subtractArea(each, area)), from);
          const formats = sheet.conditionalFormats().map((each) => ({ ...each, areas: without(each.areas) }));
          sheet.setConditionalFormats(formats.filter(({ areas }) => areas.length > 0));
        },
      },
    },
  );
}

type Style = ConditionalFormat['style'];

function conditionalFormat(surface: Surface, sheet: Sheet, id: string): HostObject {
  const all = (): readonly ConditionalFormat[] => sheet.conditionalFormats();
  const own = (): ConditionalFormat => all().find((each) => each.id === id) ?? fail(notFound());
  const change = (part: Partial<ConditionalFormat>): void => {
    mayFormat(sheet);
    const changed = { ...own(), ...part };
    sheet.setConditionalFormats(all().map((each) => (each.id === id ? changed : each)));
  };
  const restyle = (part: { readonly [K in keyof Style]: Style[K] | undefined }): void => {
    const entries = Object.entries({ ...own().style, ...part }).filter(([, value]) => value !== undefined);
    change({ style: Object.fromEntries(entries) as Style });
  };
  const format = (): HostObject => rangeFormat(() => own().style, restyle);
  // Excel refuses the members of another type (inferred code).
  const ofType = (type: string, make: () => HostObject): NonNullable<HostObject['parts']> => ({
    [type]: () => (own().type === type ? make() : fail(badOperation())),
    [`${type}OrNullObject`]: () => (own().type === type ? make() : null),
  });
  return {
    type: 'ConditionalFormat',
    id: () => ({ Id: own().id }),
    properties: {
      Id: property(() => own().id),
      Type: property(() => own().type),
      // Of the sheet, 0 on top. Documented: negative counts from the end, and what is too large becomes the last.
      Priority: property(
        () => all().indexOf(own()),
        (priority) => {
          mayFormat(sheet);
          const moved = own();
          const others = all().filter((each) => each !== moved);
          const at = priority < 0 ? Math.max(0, all().length + priority) : Math.min(priority, others.length);
          sheet.setConditionalFormats([...others.slice(0, at), moved, ...others.slice(at)]);
        },
      ),
      StopIfTrue: property(
        () => own().stopIfTrue,
        (stopIfTrue) => change({ stopIfTrue }),
      ),
    },
    parts: {
      ...ofType('Custom', () => ({
        type: 'CustomConditionalFormat',
        parts: { Format: format, Rule: () => customRule(own, change) },
      })),
      ...ofType('CellValue', () => ({
        type: 'CellValueConditionalFormat',
        properties: { Rule: cellValueRule(own, change) },
        parts: { Format: format },
      })),
    },
    objects: {
      // Documented: one range only, else an error or a null object.
      GetRange: () => (own().areas.length === 1 ? range(surface, { sheet, areas: own().areas }) : fail(badOperation())),
      GetRangeOrNullObject: () => (own().areas.length === 1 ? range(surface, { sheet, areas: own().areas }) : null),
      GetRanges: () => rangeAreas(surface, { sheet, areas: own().areas }),
    },
    methods: {
      Delete: () => {
        mayFormat(sheet);
        const gone = own();
        sheet.setConditionalFormats(all().filter((each) => each !== gone));
      },
    },
  };
}

type Change = (part: Partial<ConditionalFormat>) => void;

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

function rangeFormat(
  style: () => Style,
  restyle: (part: { readonly [K in keyof Style]: Style[K] | undefined }) => void,
): HostObject {
  const flag = (key: 'bold' | 'italic' | 'strike'): Property =>
    property<boolean>(
      () => style()[key] ?? false,
      (value) => restyle({ [key]: value }),
    );
  const tint = (key: 'fill' | 'color'): Property =>
    property<string>(
      () => style()[key] ?? '',
      (value) => restyle({ [key]: color(value) }),
    );
  return {
    type: 'ConditionalRangeFormat',
    parts: {
      Fill: () => ({
        type: 'ConditionalRangeFill',
        properties: { Color: tint('fill') },
        methods: { Clear: () => restyle({ fill: undefined }) },
      }),
      Font: () => ({
        type: 'ConditionalRangeFont',
        properties: {
          Bold: flag('bold'),
          Color: tint('color'),
          Italic: flag('italic'),
          Strikethrough: flag('strike'),
          Underline: property<string>(
            () => (style().underline ? 'Single' : 'None'),
            (kind) => restyle({ underline: kind !== 'None' }),
          ),
        },
      }),
      Borders: () => conditionalBorders(style, restyle),
    },
  };
}

const edges = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;

function conditionalBorders(
  style: () => Style,
  restyle: (part: { readonly [K in keyof Style]: Style[K] | undefined }) => void,
): HostObject {
  const make = (name: keyof typeof edges): HostObject => {
    const edge = edges[name];
    const border = () => style()[edge] ?? { style: 'Continuous' as const, weight: 'Thin' as const, color: '#000000' };
    return {
      type: 'ConditionalRangeBorder',
      id: () => ({ SideIndex: name }),
      properties: {
        SideIndex: property(() => name),
        Style: property<string>(
          () => style()[edge]?.style ?? 'None',
          (kind) => restyle({ [edge]: kind === 'None' ? undefined : { ...border(), style: kind } }),
        ),
        Color: property<string>(
          () => style()[edge]?.color ?? '#000000',
          (value) => restyle({ [edge]: { ...border(), color: color(value) } }),
        ),
      },
    };
  };
  const names = Object.keys(edges) as (keyof typeof edges)[];
  return collection(
    'ConditionalRangeBorderCollection',
    () => names.map(make),
    (key) => (key in edges ? make(key as keyof typeof edges) : null),
    { parts: Object.fromEntries(names.map((name) => [name.slice(4), () => make(name)])) },
  );
}
