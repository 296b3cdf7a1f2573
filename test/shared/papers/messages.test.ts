/** Findings of one rule in one column are one issue: what is said of its cells is said of just those of which it is true. */
import { expect, test } from 'vitest';
import type { Finding } from '../../../shared/model.ts';
import { type Notice, noticesOf } from '../../../shared/report/documents/notices.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { finding } from '../evaluations.ts';
import { workbook } from '../rollup/cities.ts';
import { annexOf, told } from './papers.ts';

const certificate = (row: number, message: string, fix: string): Finding =>
  finding({
    key: `R046 ${row}`,
    rule: 'R046',
    severity: 'error',
    table: 'W04',
    field: 'certificate',
    at: { sheet: '花名册', address: `I${row}` },
    message: `第${row}行“证书级别”${message}`,
    fix,
  });

const unissued = (row: number, value: string) =>
  certificate(row, `填“${value}”，尚未发证，暂不计持证。`, '取得证书后改填等级和证书管理号。');
const unclear = (row: number) =>
  certificate(row, '填“社工师”，等级不明确，暂按持证计。', '写明等级；未取得证书的填“无”。');

function noticesFor(findings: readonly Finding[]): readonly Notice[] {
  const data = told(
    { submitted: [workbook('甲.xlsx', { mode: 'midterm', dataHash: 'sha256:0123456789', findings })] },
    'midterm',
  );
  const notices = noticesOf(data);
  for (const { document } of notices) expect(unbound(document, data)).toEqual([]);
  return notices;
}

const problemsOf = ({ document }: Notice) => annexOf(document, '问题清单').filter((line) => line.includes('I'));

test('同一条规则、同一栏里说法不同的，各说各的单元格、各写各的改法；编号仍是一个', () => {
  const [sent, rectify] = noticesFor([unissued(12, '待发证'), unclear(10), unissued(14, '公示期')]) as [Notice, Notice];
  for (const notice of [sent, rectify]) {
    const [line, ...more] = problemsOf(notice);
    expect(more).toEqual([]);
    expect(line).toContain(
      '第12行“证书级别”填“待发证”，尚未发证，暂不计持证。同类2处，“花名册”I12、I14。第10行“证书级别”填“社工师”，等级不明确，暂按持证计。“花名册”I10。',
    );
    expect(line).toContain('取得证书后改填等级和证书管理号。写明等级；未取得证书的填“无”。');
  }
  expect(rectify.ledger?.sent).toHaveLength(1);
  expect(JSON.stringify(rectify.ledger?.rows)).toContain('等级不明确，暂按持证计。“花名册”I10。要求：');
});

test('说法相同、只有所填的值和行号不同的，并作一句', () => {
  const [sent] = noticesFor([unissued(12, '待发证'), unissued(14, '公示期（王）”')]) as [Notice];
  expect(problemsOf(sent)[0]).toContain('暂不计持证。同类2处，“花名册”I12、I14。');
});
