import type { PolicyAbout } from '../../model.ts';

export const SOURCE = '民发〔2017〕191号';

/** 民发〔2017〕191号: the numbers that 淮南 took over, here as an average over the communities of a street. */
export const about: PolicyAbout = {
  id: 'national-2017',
  version: '2017.1',
  name: '大力培育发展社区社会组织的意见（2018—2020）',
  source: SOURCE,
  document: {
    title: '《民政部关于大力培育发展社区社会组织的意见》（民发〔2017〕191号）',
    note: '社区社会组织数取街道（乡镇）所列各社区的平均：有效组织数之和除以名录所列社区数，含依法登记与街道备案；没有“所属社区”一栏的按一个社区计。',
    contradictions: [],
  },
  goals: ['G01', 'G02'],
  window: { from: '2018-01-01', to: '2020-12-31' },
  midtermAsOf: '2019-12-31',
  finalAsOf: '2020-12-31',
  scored: false,
  words: { work: '培育发展社区社会组织工作', signs: ['培育发展社区社会组织', '民发〔2017〕191号'] },
};
