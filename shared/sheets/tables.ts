import type { TableDef } from '../model.ts';
import { community } from './tables/community.ts';
import { governance } from './tables/governance.ts';
import { rosters } from './tables/rosters.ts';
import { sensitive } from './tables/sensitive.ts';
import { services } from './tables/services.ts';

/** Tables W00–W15 of SPEC §2.2; a table with two layouts stands twice under one id. */
export const tables: readonly TableDef[] = [...community, ...rosters, ...services, ...governance, ...sensitive];
