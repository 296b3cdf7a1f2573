/** Fill, font, borders, alignment and sizes of a range or of several areas. */
import { cellCount, eachPlace } from '../areas.ts';
import type { Area, Border, Style, StylePatch } from '../workbook.ts';
import { badArgument, notFound, notImplemented } from './failures.ts';
import { fitRows } from './fitting.ts';
import { mayFormat } from './guards.ts';
import { lineSize, setLineSize } from './lines.ts';
import { collection, fail, type HostObject, type Place, type Property, property } from './objects.ts';

export function format(place: Place): HostObject {
  const { sheet } = place;
  const sizeOf = (axis: 'rows' | 'columns'): Property =>
    property<number | null>(
      () => lineSize(sheet, axis, place.areas),
      (size) => setLineSize(sheet, axis, place.areas, size),
    );
  return {
    type: 'RangeFormat',
    properties: {
      HorizontalAlignment: styled(place, 'horizontal', 'General', alignments),
      VerticalAlignment: styled(place, 'vertical', 'Bottom', alignments),
      WrapText: styled(place, 'wrap', false),
      ColumnWidth: sizeOf('columns'),
      RowHeight: sizeOf('rows'),
    },
    parts: {
      Borders: () => borders(place),
      Fill: () => fill(place),
      Font: () => font(place),
      Protection: () => ({ type: 'FormatProtection', properties: { Locked: styled(place, 'locked', true) } }),
    },
    methods: {
      // The sizes stay: nothing here asks for it.
      AutofitColumns: () => mayFormat(sheet),
      AutofitRows: () => {
        mayFormat(sheet);
        for (const area of place.areas) fitRows(sheet, area);
      },
    },
  };
}

function fill(place: Place): HostObject {
  return {
    type: 'RangeFill',
    // Without a fill Excel answers white, and nothing where the cells differ.
    properties: { Color: styled(place, 'fill', '#FFFFFF', color, '') },
    methods: { Clear: () => patch(place, { fill: null }) },
  };
}

function font(place: Place): HostObject {
  const underline = styled(place, 'underline', false);
  return {
    type: 'RangeFont',
    properties: {
      Bold: styled(place, 'bold', false),
      Color: styled(place, 'color', '#000000', color, ''),
      Italic: styled(place, 'italic', false),
      Name: styled(place, 'fontName', 'Calibri'),
      Size: styled(place, 'fontSize', 11),
      Strikethrough: styled(place, 'strike', false),
      Underline: property<string | null>(
        () => ({ true: 'Single', false: 'None', null: null })[String(underline.get())] ?? null,
        (kind) => patch(place, { underline: kind !== 'None' || null }),
      ),
    },
  };
}

/** A member of the style as a property: null (or `mixed`) where the cells differ. */
function styled<K extends keyof Style>(
  place: Place,
  key: K,
  standard: unknown,
  check: (value: unknown) => unknown = (value) => value,
  mixed: unknown = null,
): Property {
  return property<unknown>(
    () => {
      const values = new Set<unknown>();
      each(place, (row, column) => values.add(place.sheet.cell(row, column).style[key] ?? standard));
      return values.size === 1 ? [...values][0] : mixed;
    },
    (value) => patch(place, { [key]: value === standard && key !== 'fill' ? null : check(value) }),
  );
}

function patch(place: Place, style: StylePatch, areas = place.areas): void {
  mayFormat(place.sheet);
  for (const area of areas) {
    if (cellCount(area) > 1_000_000) throw notImplemented('formats of whole rows or columns');
    place.sheet.setStyle(area, style);
  }
}

function each(place: Place, visit: (row: number, column: number) => void): void {
  for (const area of place.areas) {
    if (cellCount(area) > 1_000_000) throw notImplemented('formats of whole rows or columns');
    eachPlace(area, visit);
  }
}

const colours: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
};

/** `#RRGGBB`, or one of the best known HTML names. */
export function color(value: unknown): string {
  const hex = colours[String(value).toLowerCase()] ?? String(value);
  return /^#[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : fail(badArgument());
}

function alignments(value: unknown): unknown {
  const known = /^(General|Left|Center|Right|Fill|Justify|CenterAcrossSelection|Distributed|Top|Bottom)$/;
  return known.test(String(value)) ? value : fail(badArgument());
}

type Edge = 'top' | 'left' | 'bottom' | 'right';
interface Side {
  readonly edge: Edge;
  /** Cells of an area whose border it is; null when there are none. */
  readonly of: (area: Area) => Area | null;
}

// An inner border is kept as that of the cell above or to the left.
const sides: Readonly<Record<string, Side>> = {
  EdgeTop: { edge: 'top', of: (area) => ({ ...area, bottom: area.top }) },
  EdgeBottom: { edge: 'bottom', of: (area) => ({ ...area, top: area.bottom }) },
  EdgeLeft: { edge: 'left', of: (area) => ({ ...area, right: area.left }) },
  EdgeRight: { edge: 'right', of: (area) => ({ ...area, left: area.right }) },
  InsideHorizontal: {
    edge: 'bottom',
    of: (area) => (area.top < area.bottom ? { ...area, bottom: area.bottom - 1 } : null),
  },
  InsideVertical: { edge: 'right', of: (area) => (area.left < area.right ? { ...area, right: area.right - 1 } : null) },
};

function borders(place: Place): HostObject {
  const make = (name: string): HostObject => {
    const { edge, of } = sides[name]!;
    const areas = (): readonly Area[] => place.areas.map(of).filter((area) => area !== null);
    const first = (): Border | undefined => {
      const area = areas()[0];
      return area && place.sheet.cell(area.top, area.left).style[edge];
    };
    const change = (part: Partial<Border>): void => {
      const border: Border = { ...{ style: 'Continuous', weight: 'Thin', color: '#000000' }, ...first(), ...part };
      patch(place, { [edge]: border }, areas());
    };
    return {
      type: 'RangeBorder',
      id: () => ({ SideIndex: name }),
      properties: {
        SideIndex: property(() => name),
        Style: property<Border['style'] | 'None'>(
          () => first()?.style ?? 'None',
          (style) => (style === 'None' ? patch(place, { [edge]: null }, areas()) : change({ style })),
        ),
        Weight: property<Border['weight']>(
          () => first()?.weight ?? 'Thin',
          (weight) => change({ weight }),
        ),
        Color: property<string>(
          () => first()?.color ?? '#000000',
          (value) => change({ color: color(value) }),
        ),
      },
    };
  };
  return collection(
    'RangeBorderCollection',
    () => Object.keys(sides).map(make),
    (key) =>
      sides[key] ? make(key) : /^Diagonal/.test(key) ? fail(notImplemented(`${key} borders`)) : fail(notFound()),
  );
}
