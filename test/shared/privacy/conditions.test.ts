/** 规则和指标到格子里找的词（业主委员会、物业、活动、中期……），放进那一栏，必须原样带走；否则遮过以后就找不到了（RULINGS PV9）。 */
import { describe, expect, test } from 'vitest';
import { grounds, readAlike } from '../../../shared/evaluate.ts';
import type { Cell, TableDef } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { withoutTokens } from '../../../shared/model/tokens.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified } from './deidentify.ts';

const { tables } = grounds.catalogue;

type Node = Readonly<Record<string, unknown>>;

/** 数据里的每一个对象，不论多深。 */
function nodesOf(data: unknown): readonly Node[] {
  const met = new Set<unknown>();
  const visit = (node: unknown): readonly Node[] => {
    if (typeof node !== 'object' || node === null || met.has(node)) return [];
    met.add(node);
    return [...(Array.isArray(node) ? [] : [node as Node]), ...Object.values(node).flatMap(visit)];
  };
  return visit(data);
}

const nodes = nodesOf([policies, grounds]);
/** 清单里按词来数的事项，词在这几栏里找。 */
const CHECKLIST = ['item', 'document', 'remark'];

/** 哪张表、哪一栏里找哪些词。 */
const sought: readonly (readonly [table: string, field: string, words: readonly string[]])[] = nodes.flatMap((node) => {
  const { is, kind, field, table, words, levels } = node;
  if (is === 'contains' || is === 'ends')
    return tables
      .filter(({ fields }) => fields.some(({ key }) => key === field))
      .map(({ id }) => [id, field as string, words as string[]] as const);
  const counted = kind === 'words' ? (words as string[]) : Array.isArray(levels) ? (levels.flat() as string[]) : [];
  return counted.length > 0 ? CHECKLIST.map((key) => [table as string, key, counted] as const) : [];
});
const cases = [
  ...new Map(
    sought.flatMap(([table, field, words]) =>
      words.map((word) => [`${table}.${field} ${word}`, [table, field, word] as const] as const),
    ),
  ).values(),
];

/** 一张只有那一栏写了字的表：别的栏目照目录填一格。 */
function written({ name, fields, needs, key: keys }: TableDef, key: string, text: string) {
  const needed = new Set([key, ...keys, ...needs.flat()]);
  const shown = fields.filter((field) => needed.has(field.key));
  const cellOf = (list: string | undefined, type: string): Cell => {
    if (list) return grounds.catalogue.codes[list]!.entries[0]!.label;
    return type === 'date' ? '2020-08-16' : type === 'count' ? 3 : type === 'boolean' ? '是' : '甲';
  };
  const row = (said: string) => shown.map((field) => (field.key === key ? said : cellOf(field.list, field.type)));
  return workbookOf(sheetOf(name, [shown.map(({ label }) => label), row(text), row('春风')]));
}

describe('找得到的词', () => {
  test('各类都有', () => {
    expect(cases.length).toBeGreaterThan(30);
    for (const word of ['业主委员会', '物业', '活动', '中期', '街道', '经验推广'])
      expect(cases.some(([, , each]) => each === word)).toBe(true);
  });

  test.each(cases)('%s.%s 里的“%s”', (table, field, word) => {
    const defs = tables.filter(
      ({ id, shape, fields }) => id === table && shape === 'list' && fields.some(({ key }) => key === field),
    );
    for (const def of defs) {
      const label = def.fields.find(({ key }) => key === field)!.label;
      for (const text of [word, `春风${word}`]) {
        const masked = deidentified(written(def, field, text));
        const [headings, cells] = masked.snapshot.sheets[0]!.values;
        const cell = cells![headings!.indexOf(label)]!;
        const said = typeof cell === 'object' ? (cell as { known?: string }).known : String(cell);
        expect(withoutTokens(said ?? '', '')).toContain(word);
        expect(readAlike(masked)).not.toBeNull();
      }
    }
  });
});
