/** Evaluations of a made-up community, as far as a test says what is in them. */
import type { Evaluation, Finding, Indicator, Target } from '../../shared/model.ts';

export const families: Target = { op: '>=', p: 10, q: 1, unit: '家', due: '2021-05-31', binding: 'binding' };
export const share: Target = { ...families, p: 40, q: 100, unit: '%' };

/** A certain figure unless `lower` and `upper` say otherwise. */
export const indicator = (parts: Partial<Indicator>): Indicator => ({
  id: 'G01',
  name: '城市社区社会组织数',
  scope: 'community',
  entity: '甲社区',
  numerator: 10,
  denominator: null,
  value: 10,
  lower: parts.numerator === undefined ? 10 : parts.numerator,
  upper: parts.numerator === undefined ? 10 : parts.numerator,
  target: families,
  gap: null,
  noun: '家社区社会组织',
  verdict: 'met',
  citation: { source: '淮府办〔2020〕8号', section: '一、总体目标', quote: '城市社区社会组织达到10家' },
  evidence: [],
  at: { sheet: '名录', address: 'B3' },
  reasons: [],
  ...parts,
});

export const certified = indicator({
  id: 'G03',
  name: '社区工作者持证比例',
  noun: '名持证社工',
  numerator: 3,
  denominator: 10,
  value: 0.3,
  target: share,
  gap: { amount: 1, unit: '人', percentagePoints: 10 },
  verdict: 'unmet',
  at: { sheet: '花名册', address: 'H3' },
});

export const finding = (parts: Partial<Finding>): Finding => ({
  key: 'R042|花名册|5',
  rule: 'R042',
  severity: 'error',
  table: 'W03',
  field: 'idno',
  at: { sheet: '花名册', address: 'K5' },
  value: null,
  shown: null,
  message: '第5行身份证号校验位不符。',
  fix: '请按身份证件核对后重填。',
  related: [],
  ...parts,
});

export const evaluation = (parts: Partial<Evaluation>): Evaluation => ({
  schema: 'evaluation/1',
  engine: '1.0.0',
  policy: { id: 'huainan-2020', name: '淮南市“三社联动”首批试点（2020—2021）', version: '2020.1' },
  targetSet: { id: 'huainan-2020', version: '2020.1' },
  mode: 'final',
  asOf: '2021-05-31',
  snapshotHash: 'sha256:0123456789abcdef0123456789abcdef',
  dataHash: 'sha256:fedcba9876543210fedcba9876543210',
  unit: { county: 'HN-03', countyName: '田家庵区', street: '甲街道', community: '甲社区', urbanRural: 'urban' },
  tables: [],
  indicators: [],
  findings: [],
  notChecked: [],
  rules: [],
  score: null,
  unread: [],
  ...parts,
});
