/** The packs of this product, one folder each. The first is taken where none is named. */
import type { Policy } from './model.ts';
import { huainan2020 } from './policies/huainan-2020/policy.ts';
import { national2017 } from './policies/national-2017/policy.ts';
import { provinces2025 } from './policies/provinces-2025/policy.ts';

export { policyAbouts } from './policies/abouts.ts';

export const policies: readonly Policy[] = [huainan2020, national2017, provinces2025];
