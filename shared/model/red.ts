/** Rules whose breach is to be put right at once, whatever else is sent back: names of protected people in a workbook. */
export const redRules: ReadonlySet<string> = new Set(['R201']);
