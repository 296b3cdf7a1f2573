/** 结论：能不能接收，由强制、核实各有几项、说明了几项定。 */
import { describe, expect, test } from 'vitest';
import { conclusionOf, conclusionText, confirmedOf, isCurrent, reserveText } from '../../shared/model/conclusions.ts';
import { lackOf } from '../../shared/model/explanations.ts';
import type { Confirmed, Evaluation, Explanation, TableReport } from '../../shared/model.ts';
import { evaluation, finding, indicator } from './evaluations.ts';

const roster: TableReport = {
  id: 'W03',
  sheet: '花名册',
  address: 'A3:M18',
  headerRows: [3],
  rows: 15,
  columns: [],
  kind: 'full',
  community: null,
};
const doubtful = (key: string) => finding({ key, severity: 'warning', message: `${key}，请核实。` });
const judged = (parts: Partial<Evaluation>) => evaluation({ tables: [roster], ...parts });
const said = (key: string, text: string, review = ''): Explanation => ({
  key,
  text,
  review,
  about: '',
  cleared: false,
});

const concluded = (parts: Partial<Evaluation>, explanations: readonly Explanation[] = []) =>
  conclusionText(conclusionOf(judged(parts), explanations));

describe('结论', () => {
  test('有一项强制性问题就退回修改，核实都说明了也一样', () => {
    expect(concluded({ findings: [finding({}), doubtful('甲')] }, [said('甲', '数据属实：有证书')])).toBe(
      '有强制性问题 1 项，退回修改',
    );
  });

  test('没有强制性问题，核实有没说明的，先核实', () => {
    expect(concluded({ findings: [doubtful('甲'), doubtful('乙')] }, [said('甲', '数据属实：有证书')])).toBe(
      '核实 2 项，已说明 1 项',
    );
  });

  test('核实都说明了，可以接收；提示不影响', () => {
    const findings = [doubtful('甲'), finding({ key: '丙', severity: 'note' })];
    expect(concluded({ findings }, [said('甲', '口径不同：按户籍人口')])).toBe('可以接收');
    expect(concluded({})).toBe('可以接收');
  });

  test('什么表都没有认出，不是可以接收', () => {
    expect(conclusionOf(judged({ tables: [] }), []).outcome).toBe('verify');
  });

  test('不接受的说明不算已说明；没有说接受不接受的算', () => {
    const findings = [doubtful('甲')];
    expect(concluded({ findings }, [said('甲', '数据属实：有证书', '不接受：证书是别人的')])).toContain('已说明 0 项');
    expect(concluded({ findings }, [said('甲', '数据属实：有证书', '接受')])).toBe('可以接收');
  });

  test('只说明了已经不在的问题，不算', () => {
    expect(concluded({ findings: [doubtful('乙')] }, [said('甲', '数据属实：有证书')])).toBe('核实 1 项，已说明 0 项');
  });

  test('没有读到的、还没有人说明的、缺数据的，写在结论旁', () => {
    const asks = { kind: 'table', sheet: '名册', address: 'A1' } as const;
    const parts = {
      findings: [finding({ key: '问', severity: 'note', asks })],
      indicators: [indicator({ verdict: 'missing' }), indicator({ id: 'G02', verdict: 'unmet' })],
      unread: [{ sheet: '附表', address: 'A1:B9', reason: '没有认出。' }],
    } as const;
    const conclusion = conclusionOf(judged(parts), []);
    expect(conclusionText(conclusion)).toBe('可以接收');
    expect(reserveText(conclusion)).toBe('另有 1 处未能读取、1 处看不懂、1 项指标缺数据，不在其内。');
    expect(reserveText(conclusionOf(judged({}), []))).toBeNull();
  });
});

describe('算不算已说明', () => {
  test.each([
    ['数据属实：证书在社区存档', '', null],
    ['数据属实,证书在社区存档', '', null],
    ['证书在社区存档', '', null],
    ['电话核实：张某，2020年12月3日，“就是这些人”', '', null],
    ['数据属实：证书在社区存档', '同意', null],
    ['', '', 'silent'],
    ['数据属实', '', 'silent'],
    ['口径不同：', '', 'silent'],
    ['其他：/', '', 'silent'],
    ['无', '', 'silent'],
    ['——', '接受', 'silent'],
    ['其他：待核实', '', 'silent'],
    ['核实中', '', 'silent'],
    ['已核实', '', 'silent'],
    ['数据属实：已核对', '', null],
    ['口径不同：同上。', '', 'silent'],
    ['不属实，应为5', '接受', 'wrong'],
    ['其他：填错了', '', 'wrong'],
    ['数据属实：证书在社区存档', '同意退回修改', 'refused'],
    ['数据属实：证书在社区存档', '接受不了，退回', 'refused'],
    ['已修改', '', 'unchanged'],
    ['已修改：第 5 行改成 12', '接受', 'unchanged'],
    ['数据属实：证书在社区存档', '不接受：证书过期', 'refused'],
    ['数据属实：证书在社区存档', '请补充证书照片', 'refused'],
  ])('“%s”，审核意见“%s”：%s', (text, review, lack) => {
    expect(lackOf({ text, review })).toBe(lack);
  });
});

describe('确认', () => {
  const now = judged({ findings: [doubtful('甲')] });
  const conclusion = conclusionOf(now, []);
  const confirmed: Confirmed = {
    ...conclusion,
    policy: now.policy.id,
    mode: now.mode,
    asOf: now.asOf,
    on: '2021-06-03',
    dataHash: now.dataHash,
    office: '甲区民政局',
  };

  test('数据、截止日和各数都没有变，仍然有效', () => {
    expect(isCurrent(confirmed, now, conclusion)).toBe(true);
  });

  test.each<[string, Partial<Evaluation>, readonly Explanation[]]>([
    ['数据变了', { dataHash: 'sha256:00' }, []],
    ['截止日变了', { asOf: '2021-04-30' }, []],
    ['多写了说明', {}, [said('甲', '数据属实：有证书')]],
    ['有一张表读不到了', { unread: [{ sheet: '附表', address: 'A1', reason: '没有认出。' }] }, []],
  ])('%s，就不再有效', (_, parts, explanations) => {
    const later = { ...now, ...parts };
    expect(isCurrent(confirmed, later, conclusionOf(later, explanations))).toBe(false);
  });

  test('中期的确认不算在终期上，换了评估依据也不算', () => {
    const policy = { ...now.policy, id: 'national-2017' };
    expect(confirmedOf([confirmed], now)).toBe(confirmed);
    expect(confirmedOf([confirmed], { ...now, mode: 'midterm' })).toBeNull();
    expect(confirmedOf([confirmed], { ...now, policy })).toBeNull();
  });
});
