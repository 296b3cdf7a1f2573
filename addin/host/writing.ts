/** What reads and changes the workbook, in a file of its own for it to be fetched after the pane is there. */

export { putSheet } from './adding.ts';
export { applyPlan } from './applying.ts';
export { clearMarks, removeSheets } from './clearing.ts';
export { addSheets, put } from './filling.ts';
export { saveExplanations } from './lines.ts';
export { renewMarks } from './renewing.ts';
export { standingAt } from './standing.ts';
