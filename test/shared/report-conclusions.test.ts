import { describe, expect, test } from 'vitest';
import { conclusionOf, conclusionText, reserveText } from '../../shared/model/conclusions.ts';
import type { Confirmed, Evaluation, Explanation, Filing } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { conclusionParagraphs } from '../../shared/report/conclusions.ts';
import { textOf } from '../../shared/report/parts.ts';
import { reportOf, unfiled } from '../../shared/report/reports.ts';
import { evaluation, families, finding, indicator } from './evaluations.ts';

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
      '有强制性问题2项，退回修改；核实1项，已说明0项。',
    ]);
  });

  test('只有核实性问题的，数说明：空的、退回的、没有说到的不算', () => {
    const findings = ['a', 'b', 'c', 'd'].map(question);
    const explanations = [
      told('a'),
      told('b', { review: '不接受：请附证明' }),
      told('c', { text: ' ' }),
      told('d', { text: '数据属实：' }),
    ];
    expect(said({ findings }, { explanations })).toEqual(['核实4项，已说明1项。']);
  });

  test('都说明了，可以接收', () => {
    expect(said({ findings: [question('a')] }, { explanations: [told('a', { review: '接受' })] })).toEqual([
      '可以接收。',
    ]);
    expect(said({})).toEqual(['可以接收。']);
  });

  test('什么也没有读出来，不说可以接收', () => {
    expect(said({ tables: [] })).toEqual(['没有读出可以检查的表，尚不能定。']);
  });

  test('没有读到的、看不懂的、到期而缺数据的，写在同一句', () => {
    const asks = { kind: 'table', sheet: '名册', address: 'A1' } as const;
    const target = { ...families, due: '2020-11-30' };
    const parts = {
      mode: 'midterm',
      asOf: '2020-11-30',
      findings: [finding({ severity: 'note', asks })],
      indicators: [indicator({ verdict: 'missing' }), indicator({ id: 'G02', verdict: 'missing', target })],
      unread: [{ sheet: '附表', address: 'A1:B9', reason: '没有认出。' }],
    } as const;
    expect(said(parts)).toEqual(['可以接收。另有1处未能读取、1处看不懂、1项指标缺数据，不在其内。']);
  });

  test.each<[string, Partial<Evaluation>]>([
    ['退回', { findings: [finding({}), question('a')] }],
    ['核实', { findings: [question('a')], indicators: [indicator({ verdict: 'missing' })] }],
    ['接收', {}],
    ['不能定', { tables: [] }],
  ])('%s：与窗格同一句', (_, parts) => {
    const conclusion = conclusionOf(evaluation({ tables, ...parts }), []);
    const whole = `${conclusionText(conclusion)}${reserveText(conclusion) ?? ''}`.replaceAll(' ', '');
    const written = said(parts)[0]!
      .replace(/；核实1项，已说明0项/, '')
      .replace(/。/g, '');
    expect(written).toBe(whole.replace(/。/g, ''));
  });
});

describe('确认', () => {
  const confirmed: Confirmed = {
    outcome: 'accept',
    errors: 0,
    warnings: 0,
    explained: 0,
    unread: 0,
    asked: 0,
    missing: 0,
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
    { warnings: 1, explained: 1 },
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
