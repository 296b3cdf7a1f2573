/** What people are told of each field of each table; what lists of protected people hold is never asked for. */
import type { Guides } from '../model.ts';
import { community } from './guides/community.ts';
import { funds } from './guides/funds.ts';
import { innovations } from './guides/innovations.ts';
import { mechanisms } from './guides/mechanisms.ts';
import { organisations } from './guides/organisations.ts';
import { plan } from './guides/plan.ts';
import { posts } from './guides/posts.ts';
import { projects } from './guides/projects.ts';
import { rectification } from './guides/rectification.ts';
import { register } from './guides/register.ts';
import { selfReport } from './guides/self-report.ts';
import { talent } from './guides/talent.ts';
import { ventures } from './guides/ventures.ts';
import { volunteers } from './guides/volunteers.ts';
import { workers } from './guides/workers.ts';

/** By table and field. */
export const guides: Guides = {
  ...community,
  ...organisations,
  ...workers,
  ...posts,
  ...projects,
  ...volunteers,
  ...ventures,
  ...innovations,
  ...mechanisms,
  ...talent,
  ...funds,
  ...plan,
  ...selfReport,
  ...rectification,
  ...register,
};
