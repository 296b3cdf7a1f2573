import { expect, test } from 'vitest';
import { evaluationNames } from '../../worker/commands/evaluation-names.ts';

test('压缩包里的名字，哪个系统都存得下', () => {
  const names = evaluationNames([
    '终期/甲.xlsx',
    'CON.xlsx',
    'com1.xlsx',
    '甲:乙?.xlsx',
    '..\\..\\甲.xlsx',
    'A.xlsx',
    'a.xlsx',
  ]);
  expect(Object.fromEntries(names)).toEqual({
    '终期/甲.xlsx': '终期／甲.xlsx.json',
    'CON.xlsx': '_CON.xlsx.json',
    'com1.xlsx': '_com1.xlsx.json',
    '甲:乙?.xlsx': '甲_乙_.xlsx.json',
    '..\\..\\甲.xlsx': '.._.._甲.xlsx.json',
    'A.xlsx': 'A.xlsx.json',
    'a.xlsx': 'a（2）.xlsx.json',
  });
});
