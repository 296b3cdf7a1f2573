/** Fetched before it is needed: by then the service may be out of reach. */
export const report = () => import('../shared/report/plan.ts');
