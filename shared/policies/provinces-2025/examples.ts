import type { Cell, Example } from '../../model.ts';

const workers = (certified: number, all: number): readonly (readonly Cell[])[] => [
  ['姓名', '人员类别', '持证情况', '证书编号'],
  ...Array.from({ length: all }, (_, n) => [
    `人${n + 1}`,
    '专职社区工作者',
    n < certified ? '初级' : '无',
    n < certified ? `G${n + 1}` : null,
  ]),
];

export const examples: readonly Example[] = [
  {
    // 60 % is not more than 60 %.
    id: 'G03',
    given: { 社区工作者花名册: workers(6, 10) },
    expected: { verdict: 'unmet', numerator: 6, denominator: 10, gap: { amount: 1, unit: '人' } },
  },
  {
    // 8642 residents need 16 workers.
    id: 'W18',
    given: {
      基本情况: [
        ['社区名称', '春申社区'],
        ['街道（乡镇）', '河滨街道'],
        ['城乡分类代码', '111'],
        ['常住人口', 8642],
      ],
      社区工作者花名册: workers(6, 10),
    },
    expected: { verdict: 'unmet', numerator: 10, denominator: 8642, gap: { amount: 6, unit: '人' } },
  },
];
