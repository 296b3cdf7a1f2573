/** Fill, font and borders that a conditional format gives. */
import type { ConditionalFormat } from '../workbook.ts';
import { color } from './formats.ts';
import { collection, type HostObject, type Property, property } from './objects.ts';

export type Style = ConditionalFormat['style'];

/** Sets members of the style; undefined takes one away. */
export type Restyle = (part: { readonly [K in keyof Style]: Style[K] | undefined }) => void;

export function conditionalFormatStyle(style: () => Style, restyle: Restyle): HostObject {
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
    properties: {
      NumberFormat: property<string | null>(
        () => style().numberFormat ?? null,
        (code) => restyle({ numberFormat: code || undefined }),
      ),
    },
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

function conditionalBorders(style: () => Style, restyle: Restyle): HostObject {
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
