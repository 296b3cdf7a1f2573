/** Round trips to Excel, and what its refusals mean. */
import { HostError, type HostErrorCode } from './host.ts';

/** Excel on the web takes and gives 5 MB at most; a margin is left for what surrounds the cells. */
export const bytesPerSync = 4 * 1024 * 1024;

/** Sends what was queued. Throws HostError, `cancelled` when the signal says so before or after. */
export async function sync(context: Excel.RequestContext, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw new HostError('cancelled');
  try {
    await context.sync();
  } catch (error) {
    throw hostError(error);
  }
  if (signal?.aborted) throw new HostError('cancelled');
}

/** Codes as Excel gives them; https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
const codes: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'editing',
  InvalidSelection: 'inactive',
  InactiveWorkbook: 'inactive',
  // Protected sheets are asked for beforehand; what is refused all the same is refused by something else.
  AccessDenied: 'denied',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  RequestPayloadSizeLimitExceeded: 'too_large',
  ResponsePayloadSizeLimitExceeded: 'too_large',
  RangeExceedsLimit: 'too_large',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  UnsupportedSheet: 'other_sheet',
};

/**
 * What fails while another workbook is in front, with no better code than GeneralException (office-js #771 and
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting).
 */
const inFront = new Set([
  'Range.select',
  'Worksheet.activate',
  'Worksheet.delete',
  'Worksheet.gridlines',
  'Worksheet.showGridlines',
  'WorksheetCollection.add',
]);

export function hostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const { code = '', message = '', debugInfo } = error as Partial<OfficeExtension.Error>;
  const location = debugInfo?.errorLocation ?? '';
  const known = codes[code] ?? codeAt(code, location, message);
  // The message may quote a cell; code and location name only members of the API.
  const detail = [code, location].filter(Boolean).join(' ');
  return new HostError(known ?? 'failed', known ? '' : detail, error);
}

function codeAt(code: string, location: string, message: string): HostErrorCode | null {
  // One table of the documentation has a code of its own for it, the other has not.
  if (code === 'InvalidOperation' && /\bedit(?:ing)?[ -]mode\b|编辑(?:模式|状态)/i.test(message)) return 'editing';
  if (code !== 'GeneralException') return null;
  return inFront.has(location) || location.startsWith('WorksheetFreezePanes.') ? 'inactive' : null;
}
