/** The packs without indicators and rules, in the order of `policies.ts`: all that the pane's first load carries. */
import type { PolicyAbout } from '../model.ts';
import { about as huainan2020 } from './huainan-2020/about.ts';
import { about as national2017 } from './national-2017/about.ts';
import { about as provinces2025 } from './provinces-2025/about.ts';

export const policyAbouts: readonly PolicyAbout[] = [huainan2020, national2017, provinces2025];
