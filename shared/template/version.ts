/**
 * Counted up with every change that a filled sheet shows: its headings, their order, its anchors. What was printed under each
 * version is listed in `test/fixtures/template-versions.json`.
 */
export const version = 1;
