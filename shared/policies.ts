/** The packs of this product, one folder each. The first is taken where none is named. */
import type { Policy, PolicyAbout } from './model.ts';
import { about as aboutHuainan2020 } from './policies/huainan-2020/about.ts';
import { huainan2020 } from './policies/huainan-2020/policy.ts';
import { about as aboutNational2017 } from './policies/national-2017/about.ts';
import { national2017 } from './policies/national-2017/policy.ts';
import { about as aboutProvinces2025 } from './policies/provinces-2025/about.ts';
import { provinces2025 } from './policies/provinces-2025/policy.ts';

export const policies: readonly Policy[] = [huainan2020, national2017, provinces2025];

/** The same without indicators and rules, in the same order: all that the pane's first load carries. */
export const policyAbouts: readonly PolicyAbout[] = [aboutHuainan2020, aboutNational2017, aboutProvinces2025];
