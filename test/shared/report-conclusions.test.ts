import { describe, expect, test } from 'vitest';
import type { Confirmed, Evaluation, Explanation, Filing } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { conclusionParagraphs } from '../../shared/report/conclusions.ts';
import { textOf } from '../../shared/report/parts.ts';
import { reportOf, unfiled } from '../../shared/report/reports.ts';
import { evaluation, finding } from './evaluations.ts';

const tables = [
  { id: 'W02', sheet: '名录', address: 'A1:F9', headerRows: [1], rows: 8, columns: [], kind: 'full', community: null },
] as const;
const question = (key: string) => finding({ key, severity: 'warning' });
const told = (key: string, parts: Partial<Explanation> = {}): Explanation => ({
  key,
  text: '数据属实：已核对',
  review: '',
  about: '',
  cleared: false,
  ...parts,
});
const said = (parts: Partial<Evaluation>, filing: Partial<Filing> = {}) =>
  conclusionParagraphs(evaluation({ tables, ...parts }), { ...unfiled, ...filing }).map(textOf);

describe('结论', () => {
  test('有强制性问题的退回修改', () => {
    expect(said({ findings: [finding({}), finding({}), question('a')] })).toEqual([
      '有强制性问题2项，退回修改。另有核实性问题1项，已说明0项。',
    ]);
  });

  test('只有核实性问题的，数说明：空的、退回的、已消除的不算', () => {
    const findings = ['a', 'b', 'c', 'd'].map(question);
    const explanations = [
      told('a'),
      told('b', { review: '不接受：请附证明' }),
      told('c', { text: ' ' }),
      told('d', { cleared: true }),
    ];
    expect(said({ findings }, { explanations })).toEqual(['有核实性问题4项，已说明1项，其余核实后再定。']);
  });

  test('都说明了，可以接收', () => {
    expect(said({ findings: [question('a')] }, { explanations: [told('a', { review: '接受' })] })).toEqual([
      '核实性问题1项，已说明1项，可以接收。',
    ]);
    expect(said({})).toEqual(['可以接收。']);
  });

  test('什么也没有读出来，不说可以接收', () => {
    expect(said({ tables: [] }).join()).not.toContain('可以接收');
  });
});

describe('确认', () => {
  const confirmed: Confirmed = {
    outcome: 'accept',
    errors: 0,
    warnings: 0,
    explained: 0,
    policy: 'huainan-2020',
    mode: 'final',
    asOf: '2021-05-31',
    on: '2021-06-03',
    dataHash: evaluation({}).dataHash,
    office: '田家庵区民政局',
  };

  test('数据、方式、截止日都相同的，写明谁、哪天确认', () => {
    expect(said({}, { confirmed })).toEqual(['可以接收。', '经田家庵区民政局于2021年6月3日确认。']);
  });

  test.each<Partial<Confirmed>>([
    { dataHash: 'sha256:0' },
    { mode: 'midterm' },
    { asOf: '2020-11-30' },
    { policy: 'national-2017' },
  ])('%o 不同的不写', (other) => {
    expect(said({}, { confirmed: { ...confirmed, ...other } })).toEqual(['可以接收。']);
  });
});

test('检查日期写在题下；没有告诉的不写', () => {
  const head = (on: string | null) =>
    reportOf(evaluation({}), policyAbouts[0]!, { ...unfiled, on })
      .papers[1]!.head.map(textOf)
      .join('\n');
  expect(head('2021-06-02')).toContain('数据截止日：2021年5月31日　　检查日期：2021年6月2日');
  expect(head(null)).not.toContain('检查日期');
});
