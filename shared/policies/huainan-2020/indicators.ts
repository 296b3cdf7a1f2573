import type { IndicatorDef } from '../../model.ts';
import { goals } from './indicators/goals.ts';
import { governance } from './indicators/governance.ts';
import { platform } from './indicators/platform.ts';
import { progress } from './indicators/progress.ts';
import { services } from './indicators/services.ts';
import { support } from './indicators/support.ts';
import { talent } from './indicators/talent.ts';

/** All 59 items of 淮府办〔2020〕8号, each with its clause, formula, open questions and the calibre taken. */
export const indicators: readonly IndicatorDef[] = [
  ...goals,
  ...platform,
  ...services,
  ...governance,
  ...talent,
  ...progress,
  ...support,
];
