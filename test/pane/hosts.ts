import { vi } from 'vitest';
import type { FillHost, Host, ReadResult } from '../../addin/host/host.ts';
import type { Place, WorkbookSnapshot } from '../../shared/model.ts';

export const snapshot: WorkbookSnapshot = {
  schema: 'workbook-snapshot/1',
  sheets: [{ name: '社会组织名录', visibility: 'Visible', address: 'A1', values: [['社会组织名录']] }],
};

export const basis: ReadResult = {
  snapshot,
  secret: 'ab'.repeat(32),
  corrections: [],
  choices: { policy: 'huainan-2020', score: true, local: false, mode: null, asOf: null },
  before: { midterm: null, final: null },
  own: [],
  templates: [],
  marked: null,
  explanations: { midterm: [], final: [] },
  confirmed: [],
  notices: [],
  stamp: null,
};

/** Puts nothing anywhere. */
export const pretendFillHost = (): FillHost => ({
  addSheets: vi.fn<FillHost['addSheets']>(async (sheets) => sheets.map(({ name }) => name)),
  putSheet: vi.fn<FillHost['putSheet']>(async ({ name }) => name),
  look: vi.fn<FillHost['look']>(async () => ({ text: '', formula: null, isMerged: false, isProtected: false })),
  put: vi.fn<FillHost['put']>(async () => {}),
});

/** A host whose workbook is a fixed snapshot; `select` and `change` do what a person does in the sheet. */
export function pretendHost(change: Partial<Host> = {}) {
  let onSelect: (place: Place) => void = () => {};
  let onChange: (sheet: string) => void = () => {};
  const host: Host = {
    look: vi.fn<Host['look']>(async () => ({ titles: snapshot, choices: basis.choices, written: [] })),
    read: vi.fn<Host['read']>(async () => basis),
    apply: vi.fn<Host['apply']>(async (_basis, _secret, plan) => {
      plan(basis.explanations);
      return { sheets: ['终期差距清单', '终期评估摘要'], skipped: [] };
    }),
    renewMarks: vi.fn<NonNullable<Host['renewMarks']>>(async () => null),
    fill: null,
    clearMarks: vi.fn<Host['clearMarks']>(async () => ({ marks: 7, sheets: [] })),
    removeSheets: vi.fn<Host['removeSheets']>(async () => ({ marks: 0, sheets: ['终期差距清单', '终期评估摘要'] })),
    saveCorrections: vi.fn<Host['saveCorrections']>(async () => {}),
    saveExplanations: vi.fn<Host['saveExplanations']>(async () => {}),
    saveConfirmed: vi.fn<Host['saveConfirmed']>(async () => {}),
    saveChoices: vi.fn<Host['saveChoices']>(async () => {}),
    reveal: vi.fn<Host['reveal']>(async () => {}),
    watch: async (select, changed) => {
      onSelect = select;
      onChange = changed;
      return async () => {};
    },
    ...change,
  };
  return { host, select: (place: Place) => onSelect(place), change: (sheet: string) => onChange(sheet) };
}
