import type { RuleDef } from '../model.ts';
import { choices } from './rules/choices.ts';
import { community } from './rules/community.ts';
import { mechanisms } from './rules/mechanisms.ts';
import { organisations } from './rules/organisations.ts';
import { places } from './rules/places.ts';
import { readings } from './rules/readings.ts';
import { relations } from './rules/relations.ts';
import { services } from './rules/services.ts';
import { workers } from './rules/workers.ts';

/** Every rule of SPEC §2.2 and §2.8 and of reading, in the order of their ids within each part. */
export const rules: readonly RuleDef[] = [
  ...community,
  ...organisations,
  ...workers,
  ...services,
  ...mechanisms,
  ...places,
  ...choices,
  ...readings,
  ...relations,
];
