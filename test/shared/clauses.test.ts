import { expect, test } from 'vitest';
import { clausesOf, spelledOut } from '../../shared/model/clauses.ts';

test.each([
  ['算', ['算']],
  ['a)每试点社区；b)试点年；c)单次活动不算', ['a)每试点社区；', 'b)试点年；', 'c)单次活动不算']],
  ['a)人数；b)时长。分子：c)未注册者', ['a)人数；', 'b)时长。', '分子：c)未注册者']],
  ['e)须实名；f、g)以系统归属社区为准', ['e)须实名；', 'f、g)以系统归属社区为准']],
  ['同类；转登记后只算登记', ['同类；转登记后只算登记']],
])('逐条分行：%s', (text, lines) => {
  expect(clausesOf(text)).toEqual(lines);
});

test('代号换成名称；不是指标的照旧', () => {
  const names = new Map([['G01', '城市社区社会组织数']]);
  expect(spelledOut('处理办法见G01；GB 32100、A99照旧', names)).toBe(
    '处理办法见“城市社区社会组织数”；GB 32100、A99照旧',
  );
});
