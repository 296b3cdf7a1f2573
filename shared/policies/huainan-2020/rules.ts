import type { RuleDef } from '../../model.ts';
import { choices } from '../../sheets/rules/choices.ts';
import { community } from '../../sheets/rules/community.ts';
import { mechanisms } from '../../sheets/rules/mechanisms.ts';
import { organisations } from '../../sheets/rules/organisations.ts';
import { places } from '../../sheets/rules/places.ts';
import { posts } from '../../sheets/rules/posts.ts';
import { readings } from '../../sheets/rules/readings.ts';
import { services } from '../../sheets/rules/services.ts';
import { workers } from '../../sheets/rules/workers.ts';
import { facts, plan, withinPilot } from './rules/demands.ts';
import { register, registrationOffice } from './rules/register.ts';
import { relations } from './rules/relations.ts';

/** All that is checked in the pilot, in the order of the ids within each part. */
export const rules: readonly RuleDef[] = [
  ...joined(community, [...register, ...facts]),
  ...joined(organisations, registrationOffice),
  ...workers,
  ...posts,
  ...joined(services, withinPilot),
  ...joined(mechanisms, plan),
  ...places,
  ...choices,
  ...readings,
  ...relations,
];

/** Common rules and the policy's own by their ids; its own stands in the place of a common one of the same id. */
function joined(common: readonly RuleDef[], own: readonly RuleDef[]): readonly RuleDef[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...common.filter(({ id }) => !ids.has(id)), ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
}
