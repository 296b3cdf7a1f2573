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
  AccessDenied: 'protected',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  RequestPayloadSizeLimitExceeded: 'too_large',
  ResponsePayloadSizeLimitExceeded: 'too_large',
  RangeExceedsLimit: 'too_large',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
};

export function hostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const { code, debugInfo } = error as Partial<OfficeExtension.Error>;
  // The message may quote a cell; code and location name only members of the API.
  const detail = [code, debugInfo?.errorLocation].filter(Boolean).join(' ');
  return new HostError(codes[code ?? ''] ?? 'failed', codes[code ?? ''] ? '' : detail, error);
}
