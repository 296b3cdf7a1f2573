/** 名册的应报期次：报送状态、收文时间只对它写的那一次评估算数，另一次不拿来核对。 */
import { expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { workbook as filed, register, rolledUp } from './cities.ts';
import { across, judged, workbook } from './entries.ts';

const roster = (...rows: readonly (readonly Cell[])[]) =>
  judged(
    '试点名册.xlsx',
    { 试点名册: [['县区', '街道', '社区', '承接机构', '应报期次', '报送状态', '收文时间'], ...rows] },
    { state: 'register' },
  );
const line = (period: Cell, state: Cell, received: Cell, community = '锦湖社区'): readonly Cell[] => [
  '田家庵区',
  '望淮街道',
  community,
  null,
  period,
  state,
  received,
];

test('读出是哪一次评估，没写或两次都写的不猜', () => {
  const times = ['2020年中期', '终期', '期末', '2020年', '中期、终期', null].map(
    (period) => roster(line(period, '已上报', '2020-12-03')).joins?.register[0]?.time,
  );
  expect(times).toEqual(['midterm', 'final', 'final', undefined, undefined, undefined]);
});

test('名册写的是中期的报送状态，终期的不核对；没有写期次的照旧核对', () => {
  const against = (period: Cell) =>
    across([workbook('朝阳社区', {}), roster(line(period, '已上报', null), line(period, '已上报', null, '河滨社区'))]);
  expect(against('2020年中期').findings.map(({ rule }) => rule)).not.toContain('Z22');
  expect(against('2020年中期').notChecked.get('Z22')).toBe('试点名册写的不是终期的报送状态，没有核对。');
  expect(against(null).findings.map(({ rule }) => rule)).toContain('Z22');
});

test('一个单位中期、终期各一行：应报只算一次，收文时间各归各的', () => {
  const unit = { county: 'HN-03', countyName: '田家庵区', street: '望淮街道', community: '锦湖社区' };
  const rows = [
    { ...unit, time: 'midterm' as const, received: '2020-12-03' },
    { ...unit, time: 'final' as const, received: '2021-06-04' },
  ];
  const files = [
    filed('中期.xlsx', { mode: 'midterm' }),
    filed('终期.xlsx', { mode: 'final' }),
    register('名册.xlsx', rows),
  ];
  const received = (mode: 'midterm' | 'final') => {
    const { reporting, units } = rolledUp(files, { mode });
    return [reporting.expected, units.find(({ state }) => state === 'reported')?.received?.first];
  };
  expect(received('midterm')).toEqual([1, '2020-12-03']);
  expect(received('final')).toEqual([1, '2021-06-04']);
});
