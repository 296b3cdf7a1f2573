import type { MissingGroup } from '../model/missing.ts';
import type { CellStyle, Evaluation, PlanCell } from '../model.ts';

// Excel holds 32,767 characters in a cell; a quoted value need not be longer than a person reads.
const QUOTED = 200;

export function cell(value: string | number | null, style: CellStyle = 'text'): PlanCell {
  return { value, style };
}

/** A row of which only the first cell says something. */
export function spanning(text: string, style: CellStyle, width: number): readonly PlanCell[] {
  return Array.from({ length: width }, (_, column) => cell(column === 0 ? text : null, style));
}

/** A value as typed, in text. */
export function quoted(shown: string | null): string {
  const text = shown ?? '';
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** `田家庵区甲街道甲社区`, as far as it was read. */
export function unitName({ unit }: Evaluation): string {
  return [unit.countyName, unit.street, unit.community].filter(Boolean).join('') || '（未识别填报单位）';
}

/** Ends in exactly one full stop. */
export function sentence(text: string): string {
  return `${text.replace(/[。；;.\s]+$/, '')}。`;
}

/** What is lacking comes first, for that is to be done; then which indicators wait for it. */
export function missingText({ reason, indicators }: MissingGroup): string {
  const names = indicators.map(({ name }) => name);
  return names.length === 1
    ? `${names[0]}缺数据。${sentence(reason)}`
    : `${sentence(reason)}因此缺数据的指标有${names.length}项：${names.join('、')}。`;
}
