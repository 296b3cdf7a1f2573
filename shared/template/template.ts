/** The workbook that a community fills in, made of the catalogue: tables, headings, what may be typed, what is red at once. */
import type { FormSheet, PlanCell, Policy, Template, TemplateKind } from '../model.ts';
import { formPart } from './forms.ts';
import { type FormBlock, isList, type ListBlock, layout, type SheetLayout } from './layout.ts';
import { listPart } from './lists.ts';
import { blank, cell, type Part, type Row, spanning } from './sheets.ts';
import { version } from './version.ts';
import { kindNames, notes, reporterLine } from './words.ts';

/** For a community of the kind. Nothing is filled in that a person has to say. */
export function templateOf(policy: Policy, kind: TemplateKind): Template {
  return {
    policy: policy.id,
    kind,
    version,
    name: `三社联动填报表（${kindNames[kind]}）`,
    sheets: layout.map((sheet) => sheetOf(sheet, policy, kind)),
  };
}

function sheetOf(sheet: SheetLayout, policy: Policy, kind: TemplateKind): FormSheet {
  const { name, widths, orientation, blocks } = sheet;
  const isAlone = blocks.length === 1;
  const parts: Part[] = [];
  let top = 0;
  for (const block of blocks) {
    const part = partOf(block, top, isAlone, policy, kind);
    parts.push(part);
    top += part.rows.length;
  }
  const rows = parts.flatMap((part) => part.rows);
  const isForm = blocks.some((block) => !isList(block));
  if (isForm) rows.push(blank, spanning(notes(policy, kind), 'text'));
  const headings = isAlone && !isForm ? rows.findIndex(({ cells }) => cells[0]?.style === 'heading') : -1;
  return {
    name,
    widths,
    rows: rows.map(({ cells }) => widths.map((_, at): PlanCell => cells[at] ?? cell(null, 'text'))),
    spans: rows.flatMap(({ isSpanned }, at) => (isSpanned ? at : [])),
    frozenRows: headings + 1,
    page: { orientation, repeated: headings < 0 ? null : [headings, headings] },
    filterRow: null,
    anchor: { policy: policy.id, kind, version, tables: blocks.map(({ table }) => table.id) },
    formats: parts.flatMap(({ formats }) => formats),
    validations: parts.flatMap(({ validations }) => validations),
    conditions: parts.flatMap(({ conditions }) => conditions),
  };
}

function partOf(block: FormBlock | ListBlock, top: number, isAlone: boolean, policy: Policy, kind: TemplateKind): Part {
  const { name } = block.table;
  const apart: readonly Row[] = top === 0 ? [] : [blank];
  const part = isList(block)
    ? listPart(block, top + apart.length, isAlone, policy, kind, name)
    : formPart(block, top + apart.length, formHead(name, top, policy, kind), policy, kind);
  return { ...part, rows: [...apart, ...part.rows] };
}

function formHead(name: string, top: number, policy: Policy, kind: TemplateKind): readonly Row[] {
  if (top > 0) return [spanning(name, 'subtitle')];
  return [spanning(`${policy.words.work}${name}（${kindNames[kind]}）`, 'title'), spanning(reporterLine, 'text')];
}
