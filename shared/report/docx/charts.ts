/** A native chart that can be edited: columns for the values, a line for their targets. */
import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { DocumentChart } from '../documents/documents.ts';
import { textOf } from '../parts.ts';
import { type NameOf, runs } from './text.ts';

/** Pixels. */
const size = { width: 520, height: 260 } as const;

export function chartOf(chart: DocumentChart, nameOf: NameOf): readonly Paragraph[] {
  const { caption, points, unit } = chart;
  const run = new ChartRun({
    type: 'column',
    categories: points.map(({ name }) => name),
    series: [
      { name: `现值（${unit}）`, values: points.map(({ value }) => value), color: '1F4E79' },
      { name: `目标（${unit}）`, values: points.map(({ target }) => target), type: 'line', color: 'C00000' },
    ],
    legend: { position: 'bottom' },
    transformation: size,
    altText: { name: textOf(caption), description: describe(chart), title: textOf(caption) },
  });
  return [
    new Paragraph({ style: 'SsldCaption', keepNext: true, children: [run] }),
    new Paragraph({ style: 'SsldCaption', keepNext: false, children: runs(caption, nameOf) }),
  ];
}

function describe({ points, unit }: DocumentChart): string {
  return points.map(({ name, value, target }) => `${name}${value}${unit}，目标${target}${unit}`).join('；');
}
