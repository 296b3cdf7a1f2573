/** What people are told of each field of each table; what lists of protected people hold is never asked for. */
import type { Guides } from '../model.ts';
import { community } from './guides/community.ts';
import { organisations } from './guides/organisations.ts';
import { workers } from './guides/workers.ts';

/** By table and field. */
export const guides: Guides = {
  ...community,
  ...organisations,
  ...workers,
};
