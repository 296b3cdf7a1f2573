import { expect, test } from 'vitest';
import { evaluate } from '../../shared/evaluate.ts';
import { quality } from '../../shared/report/narrative.ts';
import { textOf } from '../../shared/report/parts.ts';
import { snapshotOf, times } from './check/workbooks.ts';

const ledger = (lines: number) =>
  evaluate(
    snapshotOf({
      活动台账: [
        ['日期', '活动名称', '活动地点', '参与志愿者人数'],
        ...times(lines, (n) => [null, `清洁家园${n}`, '广场', 12]),
      ],
    }),
  );

test('五百个日期没有填：摘要里说一句，写明处数和第一处', () => {
  const said = quality(ledger(500)).map(textOf);
  expect(said.find((text) => text.startsWith('其中“活动台账”（A1）：'))).toMatch(/“日期”整栏没有填写，500 条/);
});

test('只有几处的，见差距清单', () => {
  expect(quality(ledger(5))).toHaveLength(1);
});
