import { expect, test } from 'vitest';
import { halfWidths } from '../../shared/model/widths.ts';

test.each([
  ['达标', 4],
  ['Y01 a', 5],
  ['“组织名录”', 12],
  ['≥10家', 6],
  ['☑城市', 6],
  ['8～10', 5],
])('%s 占 %i 个半字宽', (text, width) => {
  expect(halfWidths(text)).toBe(width);
});
