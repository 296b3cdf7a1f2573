/** A batch's failure, with the code that Excel documents for it. */
export class Failure extends Error {
  readonly code: string;
  readonly httpStatus: number;
  constructor(code: string, message: string, httpStatus = 400) {
    super(message);
    this.code = code;
    this.httpStatus = httpStatus;
  }
}

// Codes and wording: learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
export const notFound = (): Failure => new Failure('ItemNotFound', "The requested resource doesn't exist.", 404);

export const badArgument = (why = 'The argument is invalid or missing or has an incorrect format.'): Failure =>
  new Failure('InvalidArgument', why);

export const wrongSize = (): Failure =>
  badArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

export const denied = (): Failure => new Failure('AccessDenied', 'You cannot perform the requested operation.', 403);

export const badOperation = (): Failure =>
  new Failure('InvalidOperation', 'The operation attempted is invalid on the object.');

export const alreadyExists = (): Failure =>
  new Failure('ItemAlreadyExists', 'The resource being created already exists.', 409);

export const badReference = (): Failure =>
  new Failure('InvalidReference', 'This reference is not valid for the current operation.');

export const tooManyCells = (): Failure =>
  new Failure('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.');

export const editing = (): Failure =>
  new Failure(
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  );

/** What this preview does not imitate fails by its name, so that nobody takes silence for success. */
export const notImplemented = (what: string): Failure =>
  new Failure('HostNotImplemented', `the preview does not imitate ${what}`, 501);
