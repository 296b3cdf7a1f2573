/** 报送单: what is handed in, in lines to be copied or printed. */
import { checkCode } from '../model/check-codes.ts';
import { dateText } from '../model/figures.ts';
import { modeWords } from '../model/words.ts';
import type { Evaluation, PolicyAbout } from '../model.ts';
import type { Tables } from './remaining.ts';

export interface Receipt {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Told {
  readonly policy: PolicyAbout;
  readonly tables: Tables;
  /** Of how many findings there is a 核实说明. */
  readonly explained: number;
  /** ISO date of the day on which it is made. */
  readonly on: string;
}

export function receiptOf(evaluation: Evaluation, { policy, tables, explained, on }: Told): Receipt {
  const { mode, asOf, dataHash } = evaluation;
  const rows = rowsById(evaluation);
  const filled = tables.filled.map(({ id, name }) => `${name}${rows.has(id) ? ` ${rows.get(id)} 行` : ''}`);
  const without = [...tables.empty, ...tables.lacking].map(({ name }) => name);
  return {
    title: `${policy.words.work}报送单`,
    lines: [
      `填报单位：${unitText(evaluation)}`,
      `报送日期：${dateText(on)}`,
      `${modeWords[mode]}评估，数据截至${dateText(asOf)}`,
      `报送的表（${filled.length} 张）：${filled.join('、') || '没有'}`,
      ...(without.length > 0 ? [`没有填的表：${without.join('、')}`] : []),
      ...(explained > 0 ? [`核实说明：${explained} 处`] : []),
      `校验码：${checkCode(dataHash)}（数据相同，校验码相同）`,
      '填表人：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿　负责人：＿＿＿＿＿＿',
      '收件单位：＿＿＿＿＿＿　收件人：＿＿＿＿＿＿　收件日期：＿＿＿＿＿＿',
    ],
  };
}

/** `田家庵区 望淮街道 锦湖社区`; what is not filled in is left out. */
export function unitText({ unit: { county, countyName, street, community } }: Pick<Evaluation, 'unit'>): string {
  const parts = [countyName ?? county, street, community].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : '还没有填单位';
}

/** Of lists; a form has one line, of which nothing is told. */
function rowsById({ tables }: Evaluation): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { id, rows: more, headerRows } of tables)
    if (headerRows.length > 0) rows.set(id, (rows.get(id) ?? 0) + more);
  return rows;
}
