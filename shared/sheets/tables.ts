import type { TableDef } from '../model.ts';
import { W01 } from './tables/community.ts';
import { W00, W09, W10, W11, W12, W12filing, W13, W13lines, W14, W15 } from './tables/governance.ts';
import { W02, W03, W04 } from './tables/rosters.ts';
import { PROTECTED } from './tables/sensitive.ts';
import { W05, W06, W07, W08 } from './tables/services.ts';

export * from './tables/community.ts';
export * from './tables/governance.ts';
export * from './tables/rosters.ts';
export * from './tables/sensitive.ts';
export * from './tables/services.ts';

/** All tables that are recognised; one with two layouts stands twice under one id. */
export const tables: readonly TableDef[] = [
  ...[W01, W02, W03, W04, W05, W06, W07, W08],
  ...[W09, W10, W11, W12, W12filing, W13lines, W13, W14, W15, W00],
  PROTECTED,
].map(({ def }) => def);
