/** Colours of a file as `#RRGGBB`: given outright, by the theme with a tint, or by the old palette. */
import { child, children, type Element } from './xml.ts';

/** Theme slots are numbered light before dark, though the theme's part lists dark first. */
const SLOTS = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME =
  '#FFFFFF #000000 #E7E6E6 #44546A #4472C4 #ED7D31 #A5A5A5 #FFC000 #5B9BD5 #70AD47 #0563C1 #954F72'.split(' ');

/** ECMA-376 part 1, 18.8.27; 0–7 repeat as 8–15. */
const BASIC = '#000000 #FFFFFF #FF0000 #00FF00 #0000FF #FFFF00 #FF00FF #00FFFF'.split(' ');
const PALETTE = [
  ...BASIC,
  ...BASIC,
  ...'#800000 #008000 #000080 #808000 #800080 #008080 #C0C0C0 #808080 #9999FF #993366 #FFFFCC #CCFFFF'.split(' '),
  ...'#660066 #FF8080 #0066CC #CCCCFF #000080 #FF00FF #FFFF00 #00FFFF #800080 #800000 #008080 #0000FF'.split(' '),
  ...'#00CCFF #CCFFFF #CCFFCC #FFFF99 #99CCFF #FF99CC #CC99FF #FFCC99 #3366FF #33CCCC #99CC00 #FFCC00'.split(' '),
  ...'#FF9900 #FF6600 #666699 #969696 #003366 #339966 #003300 #333300 #993300 #993366 #333399 #333333'.split(' '),
];

export type ColorReader = (color: Element | undefined) => string | undefined;

export function colorReader(theme: Element | undefined): ColorReader {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  const slots = SLOTS.map((slot, at) => {
    const given = children(child(scheme, slot))[0]?.attributes;
    return given?.lastClr || (given?.val?.length === 6 && given.val)
      ? `#${given.lastClr ?? given.val}`
      : OFFICE_THEME[at]!;
  });
  return (color) => {
    if (!color) return undefined;
    const { rgb, theme: slot, indexed, tint } = color.attributes;
    const base = rgb
      ? `#${rgb.slice(-6)}`
      : slot
        ? slots[Number(slot)]
        : indexed
          ? PALETTE[Number(indexed)]
          : undefined;
    return base && tinted(base.toUpperCase(), Number(tint ?? 0));
  };
}

/** Lightens or darkens as Excel does: on the lightness of the colour, ECMA-376 part 1, 18.8.19. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const hue =
    spread === 0 ? 0 : max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const channel = (offset: number) => {
    const at = (hue + offset) % 6;
    const share = Math.max(0, Math.min(1, at < 3 ? at - 1 : 5 - at));
    return Math.round((target - chroma / 2 + chroma * share) * 255);
  };
  // Red is full around hue 0, green around 2, blue around 4: shifted so that each is full around 3.
  return `#${[3, 1, 5].map((offset) => channel(offset).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
