import { describe, expect, test } from 'vitest';
import {
  checkId,
  checkPhone,
  checkUscc,
  checkUsccInner,
  isLossyNumber,
  usccCheckCharacter,
} from '../../shared/model/identifiers.ts';

describe('统一社会信用代码', () => {
  test.each([
    '91350100M000100Y43',
    '53100000500021676K',
    '53100000500019795A',
    '53100000500021326D',
    '53100000500009167K',
    '12100000400009127B',
    '51340400MJA0000166',
    '52340403MJA0000249',
    '52340422MJA000032L',
    '53340400MJA000040G',
    '51340402MJA000059G',
    '52340421500000015L',
    '59340403MJA0000671',
    '52340403MJB0002450',
  ])('%s 有效', (code) => expect(checkUscc(code)).toBe('valid'));

  test.each([
    ['53100000500020462H', 'K'],
    ['531000005000074012', 'D'],
    ['52340403MJA0000294', null],
  ])('%s 无效', (code, expected) => {
    expect(checkUscc(code)).toBe('invalid');
    if (expected) expect(usccCheckCharacter(code)).toBe(expected);
  });

  test('Z 不在字符集', () => {
    expect(checkUscc('91350100M000100Y4Z')).toBe('invalid');
    expect(usccCheckCharacter('91350100M000100Y4Z')).toBe('3');
  });

  test('余数为 0 时校验符是 0', () => expect(usccCheckCharacter('52340403MJB000245')).toBe('0'));

  test('内外两层分开判', () => {
    expect(checkUsccInner('531000005000074012')).toBe('valid');
    expect(checkUsccInner('53100000500021676K')).toBe('valid');
    expect(checkUsccInner('53100000500021686K')).toBe('invalid');
  });

  test('全角、小写与空格不算错', () => expect(checkUscc(' ５２３４０４０３ mja0000249\u200b')).toBe('valid'));

  test('一位写错、相邻两位互换都查得出', () => {
    const code = '52340403MJA0000249';
    for (let i = 0; i < 18; i++)
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (other !== code[i]) expect(checkUscc(code.slice(0, i) + other + code.slice(i + 1))).toBe('invalid');
      }
    for (let i = 0; i < 17; i++) {
      const swapped = code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2);
      if (swapped !== code) expect(checkUscc(swapped)).toBe('invalid');
    }
  });
});

describe('身份证号', () => {
  test.each([
    '11010519491231002X',
    '11010519491231002x',
    '440524188001010014',
    '340403190001010016',
    '340422190001010023',
    '342422190001010033',
    '34152119000101004X',
    '340403 19000101 0016',
  ])('%s 有效', (id) => expect(checkId(id)).toBe('valid'));

  test.each([
    ['340403190002300015', '2月30日'],
    ['340403190001010015', '校验位'],
    ['34040319000101001', '17 位'],
    ['990403190001010016', '没有的省份'],
    ['340403001331001', '15 位，13 月'],
  ])('%s 无效：%s', (id) => expect(checkId(id)).toBe('invalid'));

  test('15 位老号没有校验位，不能说对错', () => expect(checkId('340403900101001')).toBe(null));

  test('存成数值的号码只剩 15 位', () => {
    expect(isLossyNumber(340403190001010000)).toBe(true);
    expect(isLossyNumber(999999999999999)).toBe(false);
  });
});

test.each([
  ['13800001234', 'valid'],
  ['138 0000 1234', 'valid'],
  ['１３８００００１２３４', 'valid'],
  ['0554-2678000', 'valid'],
  ['2678000', 'valid'],
  ['13800001234/13900001234', 'valid'],
  ['1380000123', 'invalid'],
  ['138000012345', 'invalid'],
  ['无', 'invalid'],
])('联系电话 %s：%s', (phone, expected) => expect(checkPhone(phone)).toBe(expected));
