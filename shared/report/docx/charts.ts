/** A native chart that can be edited: light columns for the values, a dark line for their targets, so that it prints without colour. */
import { strToU8, zipSync } from 'fflate';
import { encode, encodeAttribute } from '../../files/xml.ts';
import type { DocumentChart } from '../documents/documents.ts';
import { textOf } from '../parts.ts';
import { type Pen, paragraph, runs } from './text.ts';

/** In English Metric Units: as wide as the text, and half as high. */
const size = { width: 5_400_000, height: 2_300_000 } as const;
const colours = { value: 'A9BCD6', target: '7F1D1D' } as const;

/** Ids of drawings that no template has. */
const firstDrawing = 90_000;

export const relationOfChart = (number: number) => `rIdSsldChart${number}`;

/** In its place in the text; `number` among the document's charts, from 1. */
export function chartPlace(chart: DocumentChart, number: number, pen: Pen): string {
  const name = encodeAttribute(textOf(chart.caption));
  const drawing =
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size.width}" cy="${size.height}"/>` +
    `<wp:docPr id="${firstDrawing + number}" name="${name}" descr="${encodeAttribute(describe(chart))}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${A}"><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="${relationOfChart(number)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  return paragraph('SsldChart', drawing, pen) + paragraph('SsldChartTitle', runs(chart.caption, pen), pen);
}

function describe({ points, unit }: DocumentChart): string {
  return points.map(({ name, value, target }) => `${name}${value}${unit}，目标${target}${unit}`).join('；');
}

/** The part of the chart; its workbook is related as `rId1`. */
export function chartXml({ points, unit }: DocumentChart): string {
  const names = points.map(({ name }) => name);
  const series = (at: 0 | 1, title: string, looks: string, numbers: readonly number[], more: string) =>
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${strings(`${at === 0 ? 'B' : 'C'}$1`, [title])}</c:tx>${looks}` +
    `<c:cat>${strings(`A$2:$A$${points.length + 1}`, names)}</c:cat><c:val>${numbersOf(at === 0 ? 'B' : 'C', numbers)}</c:val>${more}</c:ser>`;
  const [values, targets] = chartHeadings(unit);
  const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const columns = series(
    0,
    values,
    `<c:spPr>${fill(colours.value)}<a:ln w="6350">${fill('000000')}</a:ln></c:spPr><c:invertIfNegative val="0"/>${labels(points.length <= 12, unit === '%' ? '0.00' : 'General')}`,
    points.map(({ value }) => value),
    '',
  );
  const line = series(
    1,
    targets,
    `<c:spPr><a:ln w="28575" cap="rnd">${fill(colours.target)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`,
    points.map(({ target }) => target),
    '<c:smooth val="0"/>',
  );
  const axis = (id: number, other: number, place: 'b' | 'l', more: string) =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${place === 'l' ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln w="6350">${fill('000000')}</a:ln></c:spPr><c:crossAx val="${other}"/><c:crosses val="autoZero"/>${more}`;
  const text =
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}"><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${columns}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${line}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>` +
    `<c:catAx>${axis(1, 2, 'b', '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>')}</c:catAx>` +
    `<c:valAx>${axis(2, 1, 'l', '<c:crossBetween val="between"/>')}</c:valAx></c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${text}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** What Word opens for “编辑数据”. */
export function chartWorkbook({ points, unit }: DocumentChart, when: Date): Uint8Array {
  const words = (text: string) => `<c t="inlineStr"><is><t>${encode(text)}</t></is></c>`;
  const rows = [
    `<row>${['', ...chartHeadings(unit)].map(words).join('')}</row>`,
    ...points.map(
      ({ name, value, target }) => `<row>${words(name)}<c><v>${value}</v></c><c><v>${target}</v></c></row>`,
    ),
  ];
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = (type: string, target: string) =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/${type}" Target="${target}"/></Relationships>`,
    );
  return zipSync(
    {
      '[Content_Types].xml': xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
      ),
      '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${R}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
      'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`),
    },
    { mtime: when },
  );
}

/** Names of the series, as the legend says them. */
export const chartHeadings = (unit: string) => [`现值（${unit}）`, `目标（${unit}）`] as const;

/** `format` is Excel's code: as the text tells them, all with as many digits. */
function labels(isShown: boolean, format: string): string {
  const shows = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'];
  // At the foot: the line of the targets runs where columns end.
  return `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:dLblPos val="inBase"/>${shows.map((one) => `<c:show${one} val="${one === 'Val' && isShown ? 1 : 0}"/>`).join('')}</c:dLbls>`;
}

function strings(reference: string, texts: readonly string[]): string {
  return `<c:strRef><c:f>Sheet1!$${reference}</c:f><c:strCache>${pointsOf(texts.map(encode))}</c:strCache></c:strRef>`;
}

function numbersOf(column: string, numbers: readonly number[]): string {
  return `<c:numRef><c:f>Sheet1!$${column}$2:$${column}$${numbers.length + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>${pointsOf(numbers.map(String))}</c:numCache></c:numRef>`;
}

function pointsOf(values: readonly string[]): string {
  return `<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}`;
}

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
