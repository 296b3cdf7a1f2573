import { expect, test } from 'vitest';
import { likeFindings } from '../../shared/model/like-findings.ts';
import type { Finding } from '../../shared/model.ts';

const finding = (rule: string, sheet: string, field: string | null, address: string): Finding => ({
  key: address,
  rule,
  severity: 'warning',
  table: null,
  field,
  at: { sheet, address },
  value: null,
  shown: null,
  message: '',
  fix: '',
  related: [],
});

test('同一规则、同一工作表、同一栏的归为一组，按首处的先后排', () => {
  const findings = [
    finding('R081', '台账', 'date', 'A3'),
    finding('R083', '台账', 'people', 'D3'),
    finding('R081', '台账', 'date', 'A5'),
    finding('R081', '第二本台账', 'date', 'A5'),
    finding('R081', '台账', null, 'A1'),
    finding('R083', '台账', 'people', 'D9'),
  ];
  expect(likeFindings(findings).map((group) => group.map(({ at }) => `${at.sheet}!${at.address}`))).toEqual([
    ['台账!A3', '台账!A5'],
    ['台账!D3', '台账!D9'],
    ['第二本台账!A5'],
    ['台账!A1'],
  ]);
});
