/** The vocabulary. Everything in `shared/` may import this; this imports nothing. */
export type * from './model/catalogue.ts';
export type * from './model/choices.ts';
export type * from './model/conclusions.ts';
export type * from './model/conditions.ts';
export type * from './model/contract.ts';
export type * from './model/explanations.ts';
export type * from './model/forms.ts';
export type * from './model/guides.ts';
export type * from './model/marks.ts';
export type * from './model/measures.ts';
export type * from './model/plan.ts';
export type * from './model/policies.ts';
export type * from './model/reading.ts';
export type * from './model/rollup.ts';
export type * from './model/rules.ts';
export type * from './model/written.ts';
