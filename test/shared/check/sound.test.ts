import { expect, test } from 'vitest';
import { known } from '../../known.ts';
import { sound } from './sound.ts';
import { judged } from './workbooks.ts';

test('没有毛病的工作簿：一条问题也没有，该达标的都达标', () => {
  const { said, indicators } = judged(sound, {}, known);
  expect(said()).toEqual([]);
  const main = indicators.filter((each, at) => indicators.findIndex(({ id }) => id === each.id) === at);
  const verdicts = (verdict: string) => main.filter((each) => each.verdict === verdict).map(({ id }) => id);
  expect(verdicts('not_applicable')).toEqual(['G02']);
  expect(verdicts('reference')).toEqual(['P08', 'P09', 'S12', 'V03', 'V05', 'X01', 'T03', 'T04', 'M10', 'O08']);
  // The projects have no column for groups, and the roster none for certified staff.
  expect(verdicts('missing')).toEqual(['S11', 'T06']);
  expect(main.filter(({ verdict }) => !['met', 'missing', 'not_applicable', 'reference'].includes(verdict))).toEqual(
    [],
  );
});
