import { expect, test } from 'vitest';
import { sound } from './sound.ts';
import { judged } from './workbooks.ts';

test('没有毛病的工作簿：一条问题也没有，十四项该达标的都达标', () => {
  const { said, indicator } = judged(sound);
  expect(said()).toEqual([]);
  const ids = ['G01', 'G03', 'G04', 'P03', 'P04', 'P05', 'S05', 'S06', 'S08', 'S09', 'S10', 'V01', 'V02'];
  expect(ids.map((id) => `${id} ${indicator(id).verdict}`)).toEqual(ids.map((id) => `${id} met`));
  expect(indicator('G02').verdict).toBe('not_applicable');
});
