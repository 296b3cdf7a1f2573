/** Calls of office.js's `executeMethod` and the answers to them. */

/** Arguments stand at numbers, in `ArrayData` or in members of their own, by kind of call. */
export interface Call {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [name: string, value: string])[] };
  readonly [argument: number]: unknown;
}

/** As in office.js's OSF.DDA.MethodDispId. */
export const dispatchIds = {
  loadSettings: 75,
  saveSettings: 76,
  openFile: 77,
  readSlice: 80,
  closeFile: 81,
  fileProperties: 86,
  executeRichApi: 93,
  commandCompleted: 94,
  closeContainer: 97,
} as const;

export function succeeded(members: object): object {
  return { Version: 1, Error: 0, ...members };
}

/** 5001 is an internal error, 5103 a request and 5104 a response that is too large. */
export function refused(error: number): object {
  return { Version: 1, Error: error };
}
