/** What saving cannot keep, said to the person before it is saved. */
import { signatureLoss } from '../../../shared/files/writing/stale.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { originOf, type SheetOrigin } from './origins.ts';
import { relatedPart, relationshipsOf } from './package.ts';
import type { Parts } from './parts.ts';
import { child, children, parseXml } from './xml.ts';

/** Whole sentences in Chinese; none when everything is kept. */
export function lossesOf(workbook: Workbook): string[] {
  const origin = originOf(workbook);
  if (!origin) return [];
  const { parts } = origin;
  const losses: string[] = [];
  if (relatedPart(parts, '', 'origin')) losses.push(signatureLoss);
  for (const sheet of workbook.sheets) {
    const from = origin.sheets.get(sheet.id);
    if (from) losses.push(...unmoved(parts, sheet, from), ...renamed(parts, sheet, from));
  }
  return losses;
}

const fixed: Readonly<Record<string, string>> = {
  table: '表格（“套用表格格式”的区域）',
  drawing: '图表、图片和形状',
  pivotTable: '数据透视表',
  threadedComment: '带回复的批注',
};

function unmoved(parts: Parts, sheet: Sheet, { path, shifts }: SheetOrigin): string[] {
  if (shifts.length === 0) return [];
  const kinds = new Set(relationshipsOf(parts, path).map((each) => each.type));
  const found = Object.entries(fixed).flatMap(([kind, name]) => (kinds.has(kind) ? [name] : []));
  const root = parseXml(parts.get(path));
  const extensions = children(child(root, 'extLst'), 'ext').flatMap((each) => children(each));
  if (
    extensions.some((each) => each.name.endsWith('conditionalFormattings') || each.name.endsWith('sparklineGroups'))
  ) {
    found.push('迷你图和引用其他工作表的条件格式');
  }
  if (child(root, 'rowBreaks') || child(root, 'colBreaks')) found.push('手动分页符');
  if (found.length === 0) return [];
  return [
    `工作表“${sheet.name}”插入或删除过行、列，其中的${found.join('、')}留在原来的位置，不随单元格移动；请在 Excel 中核对。`,
  ];
}

function renamed(parts: Parts, sheet: Sheet, { name }: SheetOrigin): string[] {
  if (sheet.name === name || ![...parts.keys()].some((path) => /^xl\/(charts|pivotCache)\//.test(path))) return [];
  return [`工作表“${name}”已改名为“${sheet.name}”，图表和数据透视表仍引用旧名；请在 Excel 中重新选择数据源。`];
}
