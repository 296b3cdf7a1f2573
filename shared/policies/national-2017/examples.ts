import type { Cell, Example } from '../../model.ts';

/** A roster of several communities, with as many filed organisations each as told. */
const roster = (counts: Readonly<Record<string, number>>): readonly (readonly Cell[])[] => [
  ['组织名称', '管理方式', '备案号', '备案日期', '类别', '所属社区'],
  ...Object.entries(counts).flatMap(([community, count]) =>
    Array.from({ length: count }, (_, n) => [
      `${community}第${n + 1}队`,
      '备案',
      `${community}${n + 1}`,
      '2019-05-01',
      '志愿服务',
      community,
    ]),
  ),
];

export const examples: readonly Example[] = [
  {
    // 31 over 3: one community short of ten does no harm.
    id: 'G01',
    given: {
      基本情况: [
        ['社区名称', '春申社区'],
        ['街道（乡镇）', '河滨街道'],
        ['城乡分类代码', '111'],
      ],
      社会组织名录: roster({ 春申社区: 14, 夏集社区: 10, 秋浦社区: 7 }),
    },
    expected: { verdict: 'met', numerator: 31, denominator: 3 },
  },
  {
    // 9 over 2, where 10 were needed.
    id: 'G02',
    given: {
      基本情况: [
        ['社区名称', '柳塘村'],
        ['街道（乡镇）', '河滨街道'],
        ['城乡分类代码', '220'],
      ],
      社会组织名录: roster({ 柳塘村: 6, 石桥村: 3 }),
    },
    expected: { verdict: 'unmet', numerator: 9, denominator: 2, gap: { amount: 1, unit: '家' } },
  },
];
