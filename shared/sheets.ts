/** What sheets look like, whatever the policy: tables with their fields, code lists, writings, and when two lines are the same thing. */
import type { CheckCatalogue } from './model.ts';
import { codes } from './sheets/codes.ts';
import { headings } from './sheets/headings.ts';
import { identities } from './sheets/identities.ts';
import { tables } from './sheets/tables.ts';
import { noneWords, writings } from './sheets/writings.ts';

export const sheets: Omit<CheckCatalogue, 'units'> = { codes, headings, identities, noneWords, tables, writings };
