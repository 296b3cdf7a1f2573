/**
 * `Office.context.document.settings`, which are taken to be the same store as `workbook.settings` (inferred); here their
 * values travel as JSON.
 */
export function writeSettings(settings: ReadonlyMap<string, unknown>) {
  return [...settings].map(([Name, value]) => ({ Name, Value: JSON.stringify(value) }));
}

/** Saving replaces all. */
export function readSettings(settings: Map<string, unknown>, saved: readonly (readonly [string, string])[]): void {
  settings.clear();
  for (const [name, value] of saved) settings.set(name, JSON.parse(value));
}
