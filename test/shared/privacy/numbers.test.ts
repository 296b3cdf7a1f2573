import { describe, expect, test } from 'vitest';
import { personalKind, replaceNumbers } from '../../../shared/privacy/numbers.ts';

describe('任何文字里像个人号码的数', () => {
  test.each([
    ['张某13800001234', ['phone']],
    ['电话：138-0000-1234，身份证340403190001010016', ['phone', 'id']],
    ['+86 138 0000 1234', ['phone']],
    ['8613800001234', ['phone']],
    ['340403 19000101 0016', ['id']],
    ['校验位不对也像：340403190001010011。', ['id']],
    ['少一位34040319000101001', ['id']],
    ['老号340403900101001', ['id']],
    ['卡号6222021234567890128', ['account']],
    ['6222 0212 3456 7890 128', ['account']],
    ['a11010519491231002Xb', ['id']],
    ['13800001234、13900001234', ['phone', 'phone']],
    ['甲13800001234\n13900001234', ['phone', 'phone']],
    ['手机1380000\n1234', ['phone']],
    ['138 00001234', ['phone']],
    ['1380000 1234', ['phone']],
    ['1380 000 1234', ['phone']],
    ['138.0000.1234', ['phone']],
    ['138–0000–1234，139—0000—1234', ['phone', 'phone']],
    ['1、138 0000 1234 13900001234 5人', ['phone', 'phone']],
    ['2 138 0000 1234', ['phone']],
    ['1380000123413900001234', ['phone', 'phone']],
    ['340403190001010016340403190001010016', ['id', 'id']],
    ['340403 1900 0101 001x', ['id']],
    ['340403.19000101.0016', ['id']],
    ['没有这一天的340403190013010016', ['id']],
    ['备案34040220200701001、340402-20200701-001', []],
    ['52340421500000015L', []],
    ['1 52340421500000015L', []],
    ['150 20 30 400 500', []],
    ['531000005000074012', []],
    ['洞街社备2019-03', []],
    ['2020.11.30至2021-05-31', []],
    ['皖民社证字第010203号', []],
    ['2020-11-30 12:00:00', []],
  ])('%s → %j', (text, kinds) => {
    const found: string[] = [];
    replaceNumbers(text, (kind) => {
      found.push(kind);
      return '';
    });
    expect(found).toEqual(kinds);
  });

  test('只换号码，其余照旧', () => {
    const number = () => '〔号〕';
    expect(replaceNumbers('电话１３８ ００００ １２３４转1', number)).toBe('电话〔号〕转1');
    expect(replaceNumbers('１０家（含备案５家）', number)).toBe('１０家（含备案５家）');
    expect(replaceNumbers('工号13800001234X', number)).toBe('工号〔号〕X');
  });

  test('数值', () => {
    expect(personalKind(13800001234)).toBe('phone');
    expect(personalKind(340403190001010000)).toBe('id');
    expect(personalKind(531000005000074000)).toBe(null);
    expect(personalKind(6222021234567890000)).toBe('account');
    expect(personalKind('138—0000—1234')).toBe('phone');
    expect(personalKind(44043)).toBe(null);
    expect(personalKind(Number.NaN)).toBe(null);
    expect(personalKind(Number.POSITIVE_INFINITY)).toBe(null);
  });
});
