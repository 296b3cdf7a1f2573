/** 审核单位, remembered on this machine: one office checks many workbooks. */
const key = 'ssld.office';

/** '' where none is, or where the program keeps nothing for a pane. */
export function rememberedOffice(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function rememberOffice(office: string): void {
  try {
    localStorage.setItem(key, office);
  } catch {
    // It is typed again in the next workbook.
  }
}
