import type { IndicatorDef } from '../model.ts';
import { goals } from './indicators/goals.ts';
import { governance } from './indicators/governance.ts';
import { platform } from './indicators/platform.ts';
import { services } from './indicators/services.ts';

/** The items of 淮府办〔2020〕8号 that a community workbook can show, in the order of SPEC §1.1. */
export const indicators: readonly IndicatorDef[] = [...goals, ...platform, ...services, ...governance];
