/** Error values as Excel writes them. */
import type { ErrorCell } from './contract.ts';

/**
 * Office.js gives error values as plain strings. The types of the values would tell them from typed text, at a quarter more
 * bytes; but what a person types in this form Excel turns into the error itself.
 */
const errors = new Set(
  (
    '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #BUSY! ' +
    '#UNKNOWN! #EXTERNAL! #TIMEOUT! #PYTHON!'
  ).split(' '),
);

/** Null for any other text. */
export function errorOf(text: string): ErrorCell | null {
  return errors.has(text) ? { error: text } : null;
}
