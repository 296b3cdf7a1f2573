import type { PolicyAbout } from '../../model.ts';

/** Goals of two provinces: one that must be exceeded, and one for every ten thousand residents. */
export const about: PolicyAbout = {
  id: 'provinces-2025',
  version: '2025.1',
  name: '“十四五”省级目标两例（2021—2025）',
  source: '浙江省五社联动、湖北省“十四五”城乡社区服务体系规划（公开报道）',
  document: {
    title: '浙江省五社联动、湖北省“十四五”城乡社区服务体系规划（公开报道）',
    note: '持证比例只以专职社区工作者为分母，“突破60%”取严格大于；每万人社区工作者数以社区两委成员、专职社区工作者和专职网格员为分子，以常住人口为分母，只用于城市社区。',
    contradictions: [],
  },
  goals: ['G03', 'W18'],
  window: { from: '2021-01-01', to: '2025-12-31' },
  midtermAsOf: '2023-12-31',
  finalAsOf: '2025-12-31',
  scored: false,
  words: { work: '城乡社区服务体系建设', signs: ['五社联动', '十四五'] },
};
