import type { TargetSet } from '../model.ts';
import { atLeast, PILOT_END, PILOT_START, SECOND_PHASE } from './indicators/clauses.ts';
import { indicators } from './indicators.ts';
import { measures } from './measures.ts';

/** Target sets: the numbers and dates by which workbooks are judged. The first is the default. */
export const targetSets: readonly TargetSet[] = [
  {
    id: 'huainan-2020',
    version: '2020.1',
    name: '淮南市“三社联动”首批试点（2020—2021）',
    source: '淮府办〔2020〕8号',
    window: { from: PILOT_START, to: PILOT_END },
    midtermAsOf: SECOND_PHASE,
    finalAsOf: PILOT_END,
    indicators,
    scoreTable: 'proposal-2020',
  },
  {
    // The same numbers as in 淮南, but as an average over the communities of a street (SPEC §5, E1).
    id: 'national-2017',
    version: '2017.1',
    name: '大力培育发展社区社会组织的意见（2018—2020）',
    source: '民发〔2017〕191号',
    window: { from: '2018-01-01', to: '2020-12-31' },
    midtermAsOf: '2019-12-31',
    finalAsOf: '2020-12-31',
    indicators: [
      {
        id: 'G01',
        name: '城市社区平均社会组织数',
        gloss: 'community social organisations, average over urban communities',
        scope: 'street',
        citation: { source: '民发〔2017〕191号', section: '总体要求', quote: '城市社区平均拥有不少于10个' },
        formula: '名录中各社区有效组织数之和 ÷ 名录所列社区数',
        open: '',
        calibre: '取平均，不逐个判；没有“所属社区”一栏的按一个社区算',
        measure: measures.organisationsPerCommunity,
        target: atLeast(10, '家', '2020-12-31', {
          only: { kind: 'urban', others: 'not_applicable', unknown: 'to_verify' },
        }),
      },
      {
        id: 'G02',
        name: '农村社区平均社会组织数',
        gloss: 'community social organisations, average over rural communities',
        scope: 'street',
        citation: { source: '民发〔2017〕191号', section: '总体要求', quote: '农村社区平均不少于5个' },
        formula: '同G01',
        open: '',
        calibre: '同G01',
        measure: measures.organisationsPerCommunity,
        target: atLeast(5, '家', '2020-12-31', {
          only: { kind: 'rural', others: 'not_applicable', unknown: 'to_verify' },
        }),
      },
    ],
  },
  {
    // A goal that must be exceeded, and one for every ten thousand residents (SPEC §5, E36, E38).
    id: 'provinces-2025',
    version: '2025.1',
    name: '“十四五”省级目标两例（2021—2025）',
    source: '浙江省五社联动、湖北省“十四五”城乡社区服务体系规划（公开报道）',
    window: { from: '2021-01-01', to: '2025-12-31' },
    midtermAsOf: '2023-12-31',
    finalAsOf: '2025-12-31',
    indicators: [
      {
        id: 'G03',
        name: '专职社区工作者持证比例',
        gloss: 'share of full-time community workers holding the certificate',
        scope: 'community',
        citation: { source: '浙江省五社联动（公开报道）', section: '到2025年', quote: '专职社区工作者持证率突破60%' },
        formula: '持全国证的专职社区工作者 ÷ 在岗专职社区工作者',
        open: '“突破”是否含等于',
        calibre: '“突破”取严格大于；分母只含专职社区工作者',
        measure: measures.fullTimeWorkersCertified,
        target: { op: '>', p: 60, q: 100, unit: '%', gapUnit: '人', due: '2025-12-31', binding: 'binding' },
      },
      {
        id: 'W18',
        name: '每万名常住人口社区工作者数',
        gloss: 'community workers for every ten thousand residents',
        scope: 'community',
        citation: {
          source: '湖北省“十四五”城乡社区服务体系规划（公开报道）',
          section: '主要指标',
          quote: '每万城镇常住人口拥有社区工作者18人',
        },
        formula: '在岗社区工作者 ÷ 常住人口 × 10000',
        open: '',
        calibre: '社区工作者同淮南 G03 的分母',
        measure: measures.workersPerResident,
        target: { op: '>=', p: 18, q: 10000, unit: '人/万人', due: '2025-12-31', binding: 'binding' },
      },
    ],
  },
];
