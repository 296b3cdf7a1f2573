import { expect, test } from 'vitest';
import { fileNameOf, openNames } from '../../../shared/files/names.ts';

test.each([
  ['整改通知_田家庵区锦湖社区', '整改通知_田家庵区锦湖社区.docx'],
  ['../../etc/passwd', 'etcpasswd.docx'],
  ['..\\..\\逃出', '逃出.docx'],
  ['锦湖:社区*?<>|"', '锦湖社区.docx'],
  ['CON', '文件CON.docx'],
  ['com1.甲', '文件com1.甲.docx'],
  ['甲社区. . ', '甲社区.docx'],
  ['a\u0007\u202e\ud800社区', 'a社区.docx'],
  ['  ', '文件.docx'],
  ['...', '文件.docx'],
])('“%s”存成“%s”', (wanted, name) => {
  expect(fileNameOf(wanted, '.docx')).toBe(name);
});

test('三百个字的只留前面的', () => {
  expect(fileNameOf('长'.repeat(300))).toBe('长'.repeat(50));
});

test('盘上分不开的名字编号', () => {
  const apart = openNames();
  expect(['甲社区', '甲社区', 'Abc', 'aBC', '甲社区'].map(apart)).toEqual([
    '甲社区',
    '甲社区（2）',
    'Abc',
    'aBC（2）',
    '甲社区（3）',
  ]);
});
