/** How a sheet is printed, and what of it is filtered. What nobody changed stays as the file says it. */
import { addressOf, parseAddress } from '../../../shared/model/addresses.ts';
import { type Area, type Page, usualPage } from '../workbook.ts';
import { truthy } from './appearance.ts';
import { same } from './styles.ts';
import { child, type Element, element, replaceChildren, textOf } from './xml.ts';

export function readPage(sheet: Element): Page {
  const setup = child(sheet, 'pageSetup')?.attributes;
  const inches = child(sheet, 'pageMargins')?.attributes;
  const footer = child(child(sheet, 'headerFooter'), 'oddFooter');
  const fits = truthy(child(child(sheet, 'sheetPr'), 'pageSetUpPr')?.attributes.fitToPage);
  return {
    landscape: setup?.orientation === 'landscape',
    paper: setup?.paperSize === undefined ? null : Number(setup.paperSize),
    fit: fits ? { wide: Number(setup?.fitToWidth ?? 1), tall: Number(setup?.fitToHeight ?? 1) } : null,
    centred: truthy(child(sheet, 'printOptions')?.attributes.horizontalCentered),
    gridlines: truthy(child(sheet, 'printOptions')?.attributes.gridLines),
    margins: inches
      ? {
          left: points(inches.left),
          right: points(inches.right),
          top: points(inches.top),
          bottom: points(inches.bottom),
          header: points(inches.header),
          footer: points(inches.footer),
        }
      : usualPage.margins,
    footer: footer ? textOf(footer) : '',
  };
}

/** `order` is that of the children of a sheet. */
export function writePage(sheet: Element, page: Page, order: readonly string[]): void {
  if (same(readPage(sheet), page)) return;
  const change = (name: string, attributes: Element['attributes'] | Record<string, string | number | undefined>) => {
    const before = child(sheet, name);
    replaceChildren(sheet, name, [element(name, { ...before?.attributes, ...attributes }, before?.children)], order);
  };
  const { landscape, paper, fit, centred, gridlines, margins, footer } = page;
  const properties = child(sheet, 'sheetPr') ?? element('sheetPr');
  const fitting = element('pageSetUpPr', { ...child(properties, 'pageSetUpPr')?.attributes, fitToPage: fit ? 1 : 0 });
  replaceChildren(properties, 'pageSetUpPr', [fitting], ['tabColor', 'outlinePr', 'pageSetUpPr']);
  replaceChildren(sheet, 'sheetPr', [properties], order);
  change('printOptions', { horizontalCentered: centred ? 1 : undefined, gridLines: gridlines ? 1 : undefined });
  change('pageMargins', Object.fromEntries(Object.entries(margins).map(([side, size]) => [side, size / 72])));
  change('pageSetup', {
    paperSize: paper ?? undefined,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToWidth: fit?.wide,
    fitToHeight: fit?.tall,
  });
  change('headerFooter', {});
  const odd = footer === '' ? [] : [element('oddFooter', {}, [footer])];
  replaceChildren(child(sheet, 'headerFooter')!, 'oddFooter', odd, ['oddHeader', 'oddFooter', 'evenHeader']);
}

export function readFilter(sheet: Element): Area | null {
  return parseAddress(child(sheet, 'autoFilter')?.attributes.ref ?? '');
}

/** A filter with other rows is a new one, without what was chosen in it. */
export function writeFilter(sheet: Element, filter: Area | null, order: readonly string[]): void {
  if (same(readFilter(sheet), filter)) return;
  replaceChildren(sheet, 'autoFilter', filter ? [element('autoFilter', { ref: addressOf(filter) })] : [], order);
}

const points = (inches: string | undefined): number => Math.round(Number(inches ?? 0) * 7200) / 100;
