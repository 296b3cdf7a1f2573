/** 问题的键：规则、记录、值不变就不变，每次检查换新的代号也不变；写进表里的键里没有单个值的代号。 */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deidentify, evaluate, findingKey, nothingKept, restored, spelledOut } from '../../shared/evaluate.ts';
import type { Cell, Evaluation, KeyParts } from '../../shared/model.ts';
import { dice } from '../generator/dice.ts';
import { type Sheets, snapshotOf } from './check/snapshots.ts';
import { changed } from './check/sound.ts';

const SECRET = 'a1'.repeat(32);

const parts: KeyParts = { rule: 'R041', record: ['W03', '赵甲'], value: ['idno', '340403190001010011'], nth: 1 };

describe('findingKey', () => {
  test('24 位十六进制，同一把密钥下相同', () => {
    expect(findingKey(parts, SECRET)).toMatch(/^[0-9a-f]{24}$/);
    expect(findingKey({ ...parts }, SECRET)).toBe(findingKey(parts, SECRET));
  });

  test.each<[string, KeyParts, string]>([
    ['密钥', parts, 'b2'.repeat(32)],
    ['规则', { ...parts, rule: 'R042' }, SECRET],
    ['记录', { ...parts, record: ['W03', '钱乙'] }, SECRET],
    ['值', { ...parts, value: ['idno', '340403190001010012'] }, SECRET],
    ['第几条', { ...parts, nth: 2 }, SECRET],
    ['记录和值的分界', { ...parts, record: ['W03'], value: ['赵甲', ...parts.value] }, SECRET],
    ['各格的分界', { ...parts, record: ['W03', '赵', '甲'] }, SECRET],
  ])('%s不同，键就不同', (_what, other, secret) => {
    expect(findingKey(other, secret)).not.toBe(findingKey(parts, SECRET));
  });

  test('以前写下的键以后还认得：算法不许悄悄改', () => {
    const told = JSON.stringify(['R041', ['W03', '赵甲'], ['idno', '340403190001010011'], 1]);
    expect(findingKey(parts, SECRET)).toBe(createHmac('sha256', SECRET).update(told).digest('hex').slice(0, 24));
    expect(findingKey(parts, SECRET)).toBe('2a8a8b5a1e1facfc344bb9be');
  });
});

test('代号换回它所代表的字，工作表换回本来的名字，换不回的留着', () => {
  const words = {
    sheets: new Map([['名录{sheet:2}', '甲的名录']]),
    parts: new Map([['初级(〔text-0123456789ab〕)', '初级（ 赵甲 ）']]),
    texts: new Map([['0123456789ab', '赵甲']]),
  };
  const masked = {
    ...parts,
    record: ['名录{sheet:2}', '0123456789ab'],
    value: [
      'chief',
      '负责人〔name-0123456789ab〕',
      '初级(〔text-0123456789ab〕)',
      'ffffffffffff',
      '〔text-ffffffffffff〕',
    ],
  };
  expect(spelledOut(masked, words)).toEqual({
    ...parts,
    record: ['甲的名录', '赵甲'],
    value: ['chief', '负责人赵甲', '初级(赵甲)', 'ffffffffffff', '〔text-ffffffffffff〕'],
  });
});

/** 像窗格那样检查一次：代号是这一次的，键是工作簿的密钥做的。 */
function checked(sheets: Sheets, fresh: string, secret: string | null = SECRET): Evaluation {
  const raw = snapshotOf(sheets);
  const masked = deidentify(raw, fresh);
  return restored(evaluate(masked.snapshot), masked, raw, secret);
}

const FIRST = '11'.repeat(32);
const SECOND = '22'.repeat(32);

/** 身份证号、姓名、写法、日期、数各有毛病。 */
const faulty = (n = 0): Sheets =>
  changed({
    '名录!H4': `航天${n}`,
    '花名册!C3': '340403190001010011',
    '花名册!D3': `身份不明${n}`,
    '花名册!I2': '2021-07-12',
    '服务项目!H2': 5000 + n,
    '活动台账!D2': `很多${n}`,
    '名录!D4': '52340403MJA0000294',
    汇总表: null,
  });
const keys = (evaluation: Evaluation) => evaluation.findings.map(({ key }) => key);

describe('一册查几次', () => {
  test('每次的代号都是新的，键不变', () => {
    const before = keys(checked(faulty(), FIRST));
    expect(keys(checked(faulty(), SECOND))).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
    expect(new Set(before).size).toBe(before.length);
  });

  test('插入一行、换行序、工作表换次序：键不变', () => {
    const rows = faulty();
    const moved = Object.fromEntries(
      dice(4)
        .shuffled(Object.entries(rows))
        .map(([name, [headings, ...lines]]): [string, Sheets[string]] => [
          name,
          ['名录', '活动台账'].includes(name) ? [headings!, [], ...dice(5).shuffled(lines)] : [headings!, ...lines],
        ]),
    );
    expect(new Set(keys(checked(moved, SECOND)))).toEqual(new Set(keys(checked(rows, FIRST))));
  });

  test.each<[string, Cell]>([
    ['花名册!C3', '340403190001010012'],
    ['花名册!D3', '另一种写法'],
    ['名录!D4', '52340403MJA0000295'],
    ['服务项目!H2', 5001],
  ])('改了 %s：这一条的键变，别的不变', (cell, value) => {
    const [sheet, address] = cell.split('!');
    const isIt = ({ at }: { readonly at: { readonly sheet: string; readonly address: string } }) =>
      at.sheet === sheet && at.address === address;
    const [before, after] = [checked(faulty(), FIRST), checked(changed({ [cell]: value }, faulty()), SECOND)];
    const [was, is] = [before, after].map(({ findings }) => findings.filter(isIt).map(({ key }) => key));
    expect(was!.length).toBeGreaterThan(0);
    for (const key of was!) expect(is).not.toContain(key);
    const elsewhere = before.findings.filter(({ at }) => at.sheet !== sheet).map(({ key }) => key);
    for (const key of elsewhere) expect(keys(after)).toContain(key);
  });

  test('另一册（另一把密钥）里同样的问题，键都不同', () => {
    const own = new Set(keys(checked(faulty(), FIRST)));
    expect(keys(checked(faulty(), FIRST, 'b2'.repeat(32))).filter((key) => own.has(key))).toEqual([]);
  });

  test('脱敏的和原来的，同一条问题的各部分换回之后一样', () => {
    const raw = snapshotOf(changed({ '名录!H4': '志愿服务', '活动台账!D2': 35 }, faulty()));
    const { snapshot, words } = deidentify(raw, FIRST);
    const masked = evaluate(snapshot);
    const back = masked.findings.map(({ keyParts }) => spelledOut(keyParts!, words));
    expect(back).toEqual(evaluate(raw).findings.map(({ keyParts }) => keyParts));
    expect(JSON.stringify(masked.findings)).not.toContain('身份不明');
    expect(JSON.stringify(back)).toContain('身份不明');
  });
});

describe('键里没有别的', () => {
  test('换回以后只剩键：没有代号，没有各部分', () => {
    for (const finding of checked(faulty(), FIRST).findings) {
      expect(finding.key).toMatch(/^[0-9a-f]{24}$/);
      expect(finding.keyParts).toBeUndefined();
    }
  });

  test('没有工作簿密钥的（本机接口）：键只在这一次应答里有效，一条一个，各部分照给', () => {
    const evaluation = checked(faulty(), FIRST, null);
    expect(new Set(keys(evaluation)).size).toBe(evaluation.findings.length);
    expect(evaluation.findings.every(({ keyParts }) => keyParts !== undefined)).toBe(true);
  });

  test('换回两次与一次一样', () => {
    const once = checked(faulty(), FIRST);
    expect(keys(restored(once, nothingKept, snapshotOf(faulty()), SECRET))).toEqual(keys(once));
  });

  test('一种写法的问题只问一次：又有一行这样写，键不变', () => {
    const rows = faulty();
    const more = {
      ...rows,
      花名册: [...rows.花名册!, ['R09', '吴己', null, '身份不明0', '是', null, '无', null, null, null]],
    };
    const asked = (evaluation: Evaluation) => evaluation.findings.filter(({ asks }) => asks).map(({ key }) => key);
    expect(asked(checked(rows, FIRST)).length).toBeGreaterThan(0);
    expect(asked(checked(more, SECOND))).toEqual(asked(checked(rows, FIRST)));
  });
});
