/** 规则和指标到格子里找的词（业主委员会、物业、活动、中期……），放进那一栏，必须原样带走；否则遮过以后就找不到了（decision mask-4）。 */
import { expect, test } from 'vitest';
import { grounds, readAlike } from '../../../shared/evaluate.ts';
import type { Cell, TableDef } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { readWorkbook } from '../../../shared/read/workbook.ts';
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
/** 清单里按级、按词来数的事项，词在这几栏里找。 */
const CHECKLIST = ['item', 'document', 'remark'];

/** 哪张表、哪一栏、什么字旁边，找哪个词。 */
type Sought = readonly [table: string, field: string, beside: string, word: string];

const labelOf = (code: string) =>
  Object.values(grounds.catalogue.codes)
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.code === code)!.label;

/** 写不了字的栏目、个人信息的栏目、不发出去的名单，没有词可找。 */
const isSearched = ({ role, fields }: TableDef, key: string) =>
  role !== 'protected' && fields.some((field) => field.key === key && field.type === 'text' && !field.personal);

function soughtBy(node: Node): readonly Sought[] {
  const { is, kind, field, table, items, words, levels } = node;
  if (is === 'contains' || is === 'ends')
    return tables
      .filter((def) => isSearched(def, field as string))
      .flatMap(({ id }) => (words as string[]).map((word): Sought => [id, field as string, '春风', word]));
  const counted = kind === 'words' ? words : Array.isArray(levels) ? levels.flat() : [];
  return (counted as string[]).flatMap((word) =>
    CHECKLIST.map(
      (key): Sought => [table as string, key, key === 'item' ? labelOf((items as string[])[0]!) : '春风', word],
    ),
  );
}

const cases = [...new Map(nodes.flatMap(soughtBy).map((one) => [one.join(), one])).values()];

/** 一张只有那一栏写了字的表：别的栏目照目录填一格。 */
function written({ name, fields, needs = [], key: keys }: TableDef, key: string, text: string) {
  const needed = new Set([key, ...keys, ...needs.flat()]);
  const shown = fields.filter((field) => needed.has(field.key) || field.type === 'date' || field.type === 'count');
  const cellOf = (list: string | undefined, type: string): Cell => {
    if (list) return grounds.catalogue.codes[list]!.entries[0]!.label;
    return type === 'date' ? '2020-08-16' : type === 'count' ? 3 : type === 'boolean' ? '是' : '甲';
  };
  const row = (said: string) => shown.map((field) => (field.key === key ? said : cellOf(field.list, field.type)));
  return workbookOf(sheetOf(name, [shown.map(({ label }) => label), row(text), row('春风')]));
}

test('各类的词都有', () => {
  expect(cases.length).toBeGreaterThan(60);
  for (const word of ['业主委员会', '物业', '活动', '中期', '街道', '经验推广'])
    expect(cases.some(([, , , each]) => each === word)).toBe(true);
});

test.each(cases)('%s.%s：在“%s”旁边找“%s”', (table, field, beside, word) => {
  const defs = tables.filter(
    ({ id, shape, fields }) => id === table && shape === 'list' && fields.some(({ key }) => key === field),
  );
  expect(defs).not.toEqual([]);
  for (const def of defs)
    for (const text of [`${beside}${word}`, `${word}${beside}`, `${beside}（${word}）`, `${beside}（李建国${word}）`]) {
      const raw = written(def, field, text);
      const masked = deidentified(raw);
      expect(readAlike(masked)).not.toBeNull();
      const said = (snapshot: typeof raw) =>
        readWorkbook(snapshot, grounds.catalogue).tables[0]!.records[0]!.data[field]!.text;
      expect([text, said(raw).includes(word)]).toEqual([text, true]);
      expect([text, said(masked.snapshot).includes(word)]).toEqual([text, true]);
      expect(JSON.stringify(masked.snapshot)).not.toContain('李建国');
    }
});
