/** How marks and our own sheets look. */
import type { CellStyle, MarkLevel } from '../model.ts';

interface Colours {
  readonly fill: string;
  readonly font: string;
}

export const colours: Readonly<Record<MarkLevel, Colours>> = {
  error: { fill: '#FFC7CE', font: '#9C0006' },
  gap: { fill: '#FFD966', font: '#6B5000' },
  warning: { fill: '#FCE4D6', font: '#974706' },
  note: { fill: '#DDEBF7', font: '#1F4E79' },
};

export const borderColour = '#BFBFBF';
export const tabColour = '#1F4E79';

/** Only what differs from a plain cell; all cells wrap and stand at the top. */
export interface Look extends Partial<Colours> {
  readonly bold?: boolean;
  /** In points. */
  readonly size?: number;
  readonly underline?: boolean;
  readonly align?: 'Center' | 'Right';
}

export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { font: '#1F4E79', bold: true, size: 16, align: 'Center' },
  subtitle: { font: '#1F4E79', bold: true },
  heading: { fill: '#1F4E79', font: '#FFFFFF', bold: true, align: 'Center' },
  text: {},
  fine: { font: '#595959', size: 9 },
  number: { align: 'Right' },
  percent: { align: 'Right' },
  points: { align: 'Right' },
  error: colours.error,
  warning: colours.warning,
  note: colours.note,
  gap: { ...colours.gap, bold: true },
  met: { fill: '#E2EFDA', font: '#375623' },
  link: { font: '#0563C1', underline: true },
  entry: { fill: '#FFFFE5' },
  key: { font: '#808080' },
  label: { fill: '#DDEBF7', font: '#1F4E79' },
  example: { font: '#808080' },
  total: { bold: true, align: 'Right' },
};
