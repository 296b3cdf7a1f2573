/** 名称一类的格里，说得清的字留下，其余每一段换成一个记号；记号的种类只说段里有没有数字、像不像地名、像不像本社区。 */
import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell } from '../../../shared/model.ts';
import { explaining, told } from '../../../shared/privacy/told.ts';
import { vocabulariesOf } from '../../../shared/privacy/vocabularies.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified, spelt } from './deidentify.ts';

/** 望淮社区的名录里，组织名称这样写。 */
function named(name: Cell) {
  const masked = deidentified(
    workbookOf(
      sheetOf('名录', [
        ['望淮社区社会组织名录'],
        ['填报单位：田家庵区云桥街道望淮社区'],
        ['组织名称', '管理方式', '类别'],
        [name, '备案', '志愿服务'],
        ['秋雨队', '备案', '志愿服务'],
      ]),
    ),
  );
  return { masked, said: spelt(masked, masked.snapshot.sheets[0]!.values[3]![0]!) };
}

describe('组织名称', () => {
  test.each([
    ['春风队', '〔word 春风队〕'],
    ['春风志愿服务支队', '〔text 春风志愿服务支队〕'],
    ['望淮社区居委会志愿队', '望淮社区居委会〔word 志愿队〕'],
    ['云桥街道望淮社区夕阳红艺术团', '云桥街道望淮社区〔text 夕阳红艺术团〕'],
    ['青石社区居委会志愿队', '〔word 青石〕社区居委会〔word 志愿队〕'],
    ['业主委员会', '业主委员会'],
    ['春风小区业主委员会', '〔word 春风〕小区业主委员会'],
    ['春风物业', '〔word 春风〕物业'],
    ['春风有限公司党支部', '〔word 春风〕有限公司党支部'],
    ['春风队（李建国）', '〔word 春风队〕(〔word 李建国〕)'],
    ['李建国13955401234', '〔code 李建国13955401234〕'],
    ['春风3队', '〔code 春风3队〕'],
    ['阿依古丽·买买提', '〔word 阿依古丽〕·〔word 买买提〕'],
    ['139 5540 1234', '〔code 13955401234〕'],
    ['①③⑨⑤⑤④⓪①②③④', '〔code 13955401234〕'],
  ])('“%s”带走“%s”', (name, travels) => {
    expect(named(name).said).toBe(travels);
  });

  test.each(['望准社区', '望怀社区志愿队'])('“%s”与本社区只差一个字：说得出像，说不出是什么', (name) => {
    expect(named(name).said).toMatch(/^〔(?:like|kin) /);
  });

  test('整格是数的，只剩是数', () => {
    expect(named(13955401234).said).toEqual({ number: '13955401234' });
  });

  test('相同的名称记号相同，空格和全角半角不算', () => {
    const [one, other] = [named(' 秋雨　队 '), named('春雨队')];
    const at = ({ masked }: typeof one, row: number) => masked.snapshot.sheets[0]!.values[row]![0];
    expect(at(one, 3)).toBe(at(one, 4));
    expect(at(other, 3)).not.toBe(at(other, 4));
  });

  test('别的格引用它的名称，引用的是同一个记号', () => {
    const { masked } = named('春风队、秋雨队');
    const [, , , quoting, quoted] = masked.snapshot.sheets[0]!.values;
    expect(String(quoting![0])).toContain(String(quoted![0]));
  });
});

describe('told', () => {
  const by = [explaining(['业主委员会', '委员', 'B2', '2020'])];
  const said = (text: string) => told(text, by, (run) => `〔text-${'0'.repeat(11)}${run.length}〕`);

  test.each([
    ['业主委员会', '业主委员会'],
    ['春风业主委员会', '〔text-000000000002〕业主委员会'],
    ['业主委员', '〔text-000000000002〕委员'],
    ['B2', 'B2'],
    ['A1B2C3', '〔text-000000000006〕'],
    ['2020', '〔text-000000000004〕'],
    ['（、）', '（、）'],
    ['', ''],
  ])('“%s” → “%s”', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each(['春风业主委员会', 'a1B2c3，业主委员会', '春风〔word-0123456789ab〕'])('“%s”再说一遍不变', (text) => {
    expect(said(said(text))).toBe(said(text));
  });

  test('重叠的词都算', () => {
    expect(told('望淮社区工作', [explaining(['望淮社区', '社区工作'])], () => '×')).toBe('望淮社区工作');
  });
});

test('可以留下的词里没有数字', () => {
  const words = [...vocabulariesOf(grounds).texts.words.values()].flat();
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((word) => /^\d+$/.test(word))).toEqual([]);
});
