/** How a sheet is printed. */
import { parseRange, rangeAddress } from '../../../shared/model/addresses.ts';
import type { Page, Sheet, Workbook } from '../workbook.ts';
import { badArgument, notImplemented } from './failures.ts';
import { mayFormat } from './guards.ts';
import { areaOf, fail, type HostObject, isObject, type Property, property } from './objects.ts';

/** Excel's number of a size of paper in a file. */
const papers: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

export function pageLayout(workbook: Workbook, sheet: Sheet): HostObject {
  const change = (part: Partial<Page>): void => {
    mayFormat(sheet);
    sheet.page = { ...sheet.page, ...part };
  };
  const margin = (side: keyof Page['margins']): Property =>
    property<number>(
      () => sheet.page.margins[side],
      (points) => change({ margins: { ...sheet.page.margins, [side]: points } }),
    );
  return {
    type: 'PageLayout',
    properties: {
      Orientation: property<string>(
        () => (sheet.page.landscape ? 'Landscape' : 'Portrait'),
        (orientation) => change({ landscape: orientation === 'Landscape' }),
      ),
      PaperSize: property<string | null>(
        () => Object.keys(papers).find((name) => papers[name] === sheet.page.paper) ?? null,
        (size) => change({ paper: papers[size ?? ''] ?? fail(notImplemented(`paper of size ${size}`)) }),
      ),
      Zoom: property<Zoom>(
        () => zoomOf(sheet.page),
        (zoom) => change({ fit: fitOf(zoom) }),
      ),
      CenterHorizontally: property<boolean>(
        () => sheet.page.centred,
        (centred) => change({ centred }),
      ),
      PrintGridlines: property<boolean>(
        () => sheet.page.gridlines,
        (gridlines) => change({ gridlines }),
      ),
      LeftMargin: margin('left'),
      RightMargin: margin('right'),
      TopMargin: margin('top'),
      BottomMargin: margin('bottom'),
      HeaderMargin: margin('header'),
      FooterMargin: margin('footer'),
    },
    parts: {
      HeadersFooters: () => ({
        type: 'HeaderFooterGroup',
        parts: { DefaultForAllPages: () => footers(sheet, change) },
      }),
    },
    methods: {
      SetPrintTitleRows: (rows: HostObject | string) => {
        mayFormat(sheet);
        const area = isObject(rows) ? areaOf(rows.place!) : (parseRange(rows) ?? fail(badArgument()));
        const lines = rangeAddress(area).split(':');
        // Documented: whole rows.
        if (lines.length !== 2 || lines.some((line) => !/^\d+$/.test(line))) throw badArgument();
        const place = `'${sheet.name.replaceAll("'", "''")}'!${lines.map((line) => `$${line}`).join(':')}`;
        const name = { name: '_xlnm.Print_Titles', scope: sheet.id, visible: true, comment: '' };
        workbook.setName({ ...name, formula: `=${place}` });
      },
    },
  };
}

interface Zoom {
  readonly scale?: number | null;
  readonly horizontalFitToPages?: number | null;
  readonly verticalFitToPages?: number | null;
}

/** Without a number of pages there are as many as it takes. */
function fitOf({ scale, horizontalFitToPages: wide, verticalFitToPages: tall }: Zoom): Page['fit'] {
  if (scale) throw notImplemented('PageLayout.zoom.scale');
  return wide || tall ? { wide: wide ?? 0, tall: tall ?? 0 } : null;
}

function zoomOf({ fit }: Page): Zoom {
  return fit ? { horizontalFitToPages: fit.wide || null, verticalFitToPages: fit.tall || null } : { scale: 100 };
}

/** Kept as in a file: what stands left, in the middle and right in one text. */
function footers(sheet: Sheet, change: (part: Partial<Page>) => void): HostObject {
  const parts = () =>
    new Map([...sheet.page.footer.matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs)].map(([, at, text]) => [at!, text!]));
  const part = (at: 'L' | 'C' | 'R'): Property =>
    property<string>(
      () => parts().get(at) ?? '',
      (text) => {
        const now = parts().set(at, text);
        change({ footer: ['L', 'C', 'R'].map((each) => (now.get(each) ? `&${each}${now.get(each)}` : '')).join('') });
      },
    );
  return {
    type: 'HeaderFooter',
    properties: { LeftFooter: part('L'), CenterFooter: part('C'), RightFooter: part('R') },
  };
}
