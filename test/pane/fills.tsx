/** 填报 as a person meets it: a workbook stood in for, the engine itself without its worker. */
import { act } from 'react';
import { vi } from 'vitest';
import type { Engine } from '../../addin/evaluations.ts';
import { Fill } from '../../addin/fill/Fill.tsx';
import { filledIn } from '../../addin/filled.ts';
import type { FillHost, Host, ReadResult } from '../../addin/host/host.ts';
import { policyOf } from '../../shared/evaluate.ts';
import type { FormSheet, Template, WorkbookSnapshot } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { lostHeadings } from '../../shared/template/headings.ts';
import { templateOf } from '../../shared/template/template.ts';
import { basis, pretendFillHost, pretendHost } from './hosts.ts';
import { mount } from './mounting.tsx';
import { pretendEngine } from './screens.tsx';

// Loaded before, no test has to wait for them.
import '../../addin/fill/Cell.tsx';
import '../../addin/help/Help.tsx';

export const realEngine = (): Engine =>
  pretendEngine({
    fill: async (workbook) => filledIn(workbook),
    template: async (policy, kind) => templateOf(policyOf({ policy }), kind),
    lostHeadings: async (sheets) =>
      sheets.flatMap(({ snapshot, anchor }) =>
        lostHeadings(snapshot, anchor).map(({ address, heading, was }) => ({
          place: { sheet: snapshot.name, address },
          value: heading,
          was,
        })),
      ),
  });

/** The sheets of a template as they are read once they are in a workbook; `typed` puts values into cells by sheet and address. */
export function workbookOf(
  { sheets }: Template,
  typed: Readonly<Record<string, Readonly<Record<string, string | number | null>>>> = {},
): WorkbookSnapshot {
  return {
    schema: 'workbook-snapshot/1',
    name: '填报.xlsx',
    sheets: sheets.map((one) => sheetOf(one, typed[one.name])),
  };
}

function sheetOf({ name, rows, widths }: FormSheet, typed: Readonly<Record<string, string | number | null>> = {}) {
  const values = rows.map((row) => row.map(({ value }) => value));
  for (const [address, value] of Object.entries(typed)) {
    const [, letters, digits] = /^([A-Z])(\d+)$/.exec(address)!;
    while (values.length < Number(digits)) values.push(widths.map(() => null));
    values[Number(digits) - 1]![letters!.charCodeAt(0) - 65] = value;
  }
  const last = String.fromCharCode(64 + widths.length);
  return { name, visibility: 'Visible' as const, address: `A1:${last}${values.length}`, values };
}

export const urbanTemplate = templateOf(policyOf({ policy: 'huainan-2020' }), 'urban');

export const templatesIn = ({ sheets }: Template) => sheets.map(({ name, anchor }) => ({ sheet: name, anchor }));

interface Opening {
  readonly read?: Partial<ReadResult>;
  readonly host?: Partial<Host>;
  readonly fill?: Partial<FillHost>;
  readonly engine?: Engine;
  readonly localOnly?: boolean | 'file';
}

export async function openFill({ read = {}, host: change = {}, fill = {}, engine, localOnly = false }: Opening = {}) {
  const fillHost: FillHost = { ...pretendFillHost(), ...fill };
  const pretended = pretendHost({
    fill: fillHost,
    read: vi.fn<Host['read']>(async () => ({ ...basis, ...read })),
    ...change,
  });
  const element = await mount(
    <Fill
      host={pretended.host}
      fillHost={fillHost}
      engine={engine ?? realEngine()}
      policies={policyAbouts}
      localOnly={localOnly}
    />,
  );
  await settle();
  const buttons = () => [...element.querySelectorAll<HTMLElement>('button, label, a')];
  const named = (one: HTMLElement) => one.ariaLabel ?? one.textContent ?? '';
  return {
    element,
    ...pretended,
    fillHost,
    text: () => element.textContent ?? '',
    has: (words: string) => buttons().some((one) => named(one).includes(words)),
    press: async (words: string) => {
      const found =
        buttons().find((one) => named(one) === words) ?? buttons().find((one) => named(one).includes(words));
      if (!found) throw new Error(`no button “${words}” among ${buttons().map(named).join(' | ')}`);
      await act(async () => found.click());
      await settle();
    },
    doing: async (what: () => void) => {
      await act(async () => what());
      await settle();
    },
  };
}

export const settle = () => act(async () => new Promise((settled) => setTimeout(settled, 20)));
