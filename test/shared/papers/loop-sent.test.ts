/** 发下去的是哪些，交回来的销了没有：按台账自己带的清单、按中期的哪一版、终期评估还有没有，说得清的才算，说不清的说明白。 */
import { describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import type {
  Evaluation,
  LedgerSheet,
  Mode,
  PaperSheet,
  PlanCell,
  RollupOptions,
  Submitted,
  Verdict,
} from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { rectified } from '../../../shared/report/documents/rectified.ts';
import { unbound } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import type { Sheets } from '../check/snapshots.ts';
import {
  asJudged,
  checklist,
  closed,
  dataOf,
  type Filling,
  facts,
  filledIn,
  final,
  ledgerOf,
  linesOf,
  midterm,
  RUN,
  submitted,
  words,
  wrong,
} from './loops.ts';

const NAME = '田家庵区望淮街道锦湖社区';
/** Nothing is known of the checklist in the first, and what it says in the second is not enough. */
const first = submitted('中期1.xlsx', facts('2020-11-30'), 'midterm');
const second = submitted('中期2.xlsx', { ...facts('2021-01-10'), ...checklist('否') }, 'midterm');
const ledgerFrom = (one: Submitted): LedgerSheet => ledgerOf(dataOf([one], { mode: 'midterm' }));
const numbersIn = (ledger: LedgerSheet) => linesOf(ledger).map((line) => String(line[1]));
const [ofFirst, ofSecond] = [ledgerFrom(first), ledgerFrom(second)];

/** As a file with the hidden name that the sheet went out with, or without it. */
function returned(
  ledger: LedgerSheet,
  filling: (at: number) => Filling | null,
  { withList = true, list = ledger.sent, file = '台账.xlsx' } = {},
) {
  const { 问题整改台账: rows } = filledIn(ledger, filling);
  const cells = rows!.map((row) => row.map((value) => ({ value, style: 'text' }) as PlanCell));
  const { sent: _, ...sheet } = ledger;
  return judgeFile(file, newFile([{ ...sheet, rows: cells, ...(withList && { sent: list }) } as PaperSheet]), RUN)
    .submitted;
}

const report = (all: readonly Submitted[], options: RollupOptions = { mode: 'final' }) => {
  const data = dataOf(all, options);
  const blocks = rectified(data);
  expect(unbound(finalReport(data), data)).toEqual([]);
  return {
    data,
    sentences: blocks.flatMap((block) => (block.kind === 'paragraph' ? textOf(block.text) : [])),
    table: blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(textOf)) : [])),
  };
};
const Z21 = (all: readonly Submitted[]) =>
  rollUp(all, huainan2020, { mode: 'final' }).findings.flatMap(({ rule, message }) => (rule === 'Z21' ? message : []));
const SUM = (count: number) =>
  `按问题编号核对交回的整改台账，截至2021年5月31日，中期评估发现需要整改的问题${count}个：`;
const UNSENT = '没有中期评估的工作簿，也没有交回带发出清单的台账，没有统计的单位：';
const SELF = '指标“问题整改”按各单位台账自报计算，与这里按编号核对的口径不同。';

describe('发下去的是哪一版', () => {
  const shared = numbersIn(ofFirst).filter((number) => numbersIn(ofSecond).includes(number));

  test('两版有相同的问题，也各有各的', () => {
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.length).toBeLessThan(Math.min(numbersIn(ofFirst).length, numbersIn(ofSecond).length));
  });

  const UNCLEAR = `发出的是哪一版分不清，只核对已知发出的问题、其余有没有发出不清楚的单位：${NAME}。`;

  test('台账自己带着清单，后来换了中期的工作簿：算清单上的，后一版的有没有发出不清楚', () => {
    const all = [first, second, final(), returned(ofFirst, (at) => (at === 0 ? null : closed()))];
    const { length } = numbersIn(ofFirst);
    const { sentences, table, data } = report(all);
    expect(sentences).toContain(`${UNCLEAR}核对的问题${length}个：按期销号${length - 1}个，没有回报1个。`);
    expect(table).toEqual([]);
    expect(data.rollup.notChecked.find(({ rule }) => rule === 'Z21')!.reason).toContain(
      `中期的工作簿有几版，另一版的问题有没有发出不清楚，没有核对：${NAME}。`,
    );
    expect(Z21(all)).toEqual([`${NAME}交回的问题整改台账缺少整改通知中的 1 个问题：${numbersIn(ofFirst)[0]}。`]);
  });

  test('清单是最后一版的，就是那些；两份清单两版都有的，都算', () => {
    const { length } = numbersIn(ofSecond);
    const last = returned(ofSecond, () => closed());
    expect(report([first, second, final(), last]).sentences[0]).toBe(`${SUM(length)}按期销号${length}个。`);
    const both = new Set([...numbersIn(ofFirst), ...numbersIn(ofSecond)]).size;
    const all = [first, second, final(), last, returned(ofFirst, () => closed(), { file: '台账1.xlsx' })];
    expect(report(all).sentences[0]).toBe(`${SUM(both)}按期销号${both}个。`);
  });

  test('没有中期的工作簿，有清单就按清单，说明是按清单', () => {
    const all = [final(), returned(ofFirst, () => closed())];
    const { length } = numbersIn(ofFirst);
    expect(report(all).sentences.slice(0, 2)).toEqual([
      `${SUM(length)}按期销号${length}个。`,
      `没有中期评估的工作簿，按交回台账所带的清单核对的单位：${NAME}。`,
    ]);
  });

  test('没有中期的工作簿，不知道当时错在哪里的，销号没有数据可以核对', () => {
    const ledger = ledgerFrom(midterm);
    const wrongs = ledger.sent.filter(({ about }) => about === 'findings').length;
    const { closed: done, unjudged } = report([final(), returned(ledger, () => closed())]).data.rollup.issues[0]!;
    expect({ done, unjudged }).toEqual({ done: ledger.sent.length - wrongs, unjudged: wrongs });
    expect(wrongs).toBeGreaterThan(0);
  });

  describe('中期的工作簿在，清单要与它一致', () => {
    const { sent } = ofSecond;

    test('清单删得只剩三个：不当作只发了三个', () => {
      const cut = returned(ofSecond, (at) => (at < 3 ? closed() : null), { list: sent.slice(0, 3) });
      expect(report([second, final(), cut]).sentences).toContain(`${UNCLEAR}核对的问题3个：按期销号3个。`);
    });

    test('清单改了时限：按评估的时限算', () => {
      const later = sent.map((one) => ({ ...one, due: '2021-05-31' }));
      const all = [second, final(), returned(ofSecond, () => closed('2021-05-20'), { list: later })];
      expect(report(all).sentences[0]).toBe(`${SUM(sent.length)}逾期销号${sent.length}个。`);
    });

    test('清单改了类别：按评估的类别算', () => {
      const other = sent.map((one) => ({ ...one, about: 'findings' as const, indicators: [] }));
      const all = [second, final({}, ['P01']), returned(ofSecond, () => closed(), { list: other })];
      expect(report(all).sentences[0]).toBe(
        `${SUM(sent.length)}按期销号${sent.length - 1}个，已报销号、终期评估仍列为问题1个。`,
      );
    });
  });

  test('清单是别的单位的，不算', () => {
    const others = { ...ofFirst, sent: ofFirst.sent.map((one) => ({ ...one, number: 'ZG-22222-222222' })) };
    expect(report([final(), returned(others, () => closed())]).sentences).toEqual([
      '没有中期评估的工作簿，也没有交回带发出清单的台账，整改情况没有统计。',
    ]);
  });

  test('清单随结果留在这台电脑上，里面没有人写的话', () => {
    const { submitted: read, kept } = judgeFile('台账.xlsx', newFile([ofFirst]), RUN);
    if (!('evaluation' in read)) throw new Error();
    expect(kept?.lasting?.sent).toEqual([ofFirst.sent]);
    expect(JSON.stringify(kept?.lasting?.sent)).not.toMatch(/\p{Script=Han}/u);
  });

  const pasted = (ledger: LedgerSheet, filling: (at: number) => Filling | null) =>
    final(filledIn(ledger, filling) as Sheets);

  test('抄进终期工作簿、没有清单：哪一版有交回的全部编号，就是哪一版', () => {
    const left = numbersIn(ofFirst).findIndex((number) => shared.includes(number));
    const all = [first, second, pasted(ofFirst, (at) => (at === left ? null : closed()))];
    const { length } = numbersIn(ofFirst);
    expect(report(all).sentences).toContain(`${UNCLEAR}核对的问题${length}个：按期销号${length - 1}个，没有回报1个。`);
    expect(Z21(all)[0]).toContain('缺少整改通知中的 1 个问题');
  });

  test('只交回两版都有的，分不清：只算交回的，不说缺了哪个', () => {
    const lines = numbersIn(ofFirst);
    const all = [first, second, pasted(ofFirst, (at) => (shared.includes(lines[at]!) ? closed() : null))];
    const { sentences, table, data } = report(all);
    expect(sentences.filter((text) => !text.includes(UNSENT))).toEqual([
      `${UNCLEAR}核对的问题${shared.length}个：按期销号${shared.length}个。`,
      SELF,
    ]);
    expect(table).toEqual([]);
    expect(Z21(all)).toEqual([]);
    expect(data.rollup.notChecked.find(({ rule }) => rule === 'Z21')!.reason).toContain(
      `整改通知发出的是哪一版分不清，只核对了交回的问题：${NAME}。`,
    );
  });

  test('什么也没有交回，中期又有两版：不统计，说明为什么', () => {
    expect(report([first, second, final()]).sentences[0]).toBe(
      `发出的是哪一版分不清，也没有交回带编号的台账，没有统计的单位：${NAME}。`,
    );
  });
});

describe('报了销号，终期评估仍有', () => {
  const ledger = ledgerFrom(midterm);
  const at = linesOf(ledger).findIndex((line) => line[5] === '街道（乡镇）社会工作服务中心');
  const { length } = numbersIn(ledger);

  test('没有达标的，不算销号；文字、表、核对里都说', () => {
    const all = [midterm, final(filledIn(ledger, () => closed()) as Sheets, ['P01'])];
    const { sentences, table } = report(all);
    expect(sentences.slice(0, 2)).toEqual([
      `${SUM(length)}按期销号${length - 1}个，已报销号、终期评估仍列为问题1个。`,
      `已报销号、终期评估仍列为问题的单位：${NAME}。`,
    ]);
    expect(table).toEqual([[NAME, `${length}`, `${length - 1}`, '0', '1', '0', '0', '0']]);
    expect(Z21(all)).toEqual([
      `${NAME}有 1 个问题写已销号，但终期评估仍列为问题，没有计作销号：${numbersIn(ledger)[at]}。`,
    ]);
  });

  test('逾期报的也不算逾期销号', () => {
    const all = [midterm, final(filledIn(ledger, () => closed('2021-04-20')) as Sheets, ['P01'])];
    expect(report(all).sentences[0]).toBe(`${SUM(length)}逾期销号${length - 1}个，已报销号、终期评估仍列为问题1个。`);
  });

  test('按终期实际的数据：还缺数据的都不算销号', () => {
    const all = [midterm, asJudged(filledIn(ledger, () => closed()) as Sheets)];
    const [issues] = rollUp(all, huainan2020, { mode: 'final' }).issues;
    if (!('evaluation' in all[1]!)) throw new Error();
    const missing = all[1].evaluation.indicators.filter(({ verdict }) => verdict === 'missing').map(({ id }) => id);
    const still = ledger.sent.filter(({ about, indicators }) =>
      about === 'missing' ? indicators.some((id) => missing.includes(id)) : false,
    );
    expect(still.length).toBeGreaterThan(0);
    expect(issues!.found).toBe(still.length);
  });

  test('有数据了、没有达标，是另一个问题：补数据的销号', () => {
    const { sent } = ofFirst;
    const lacking = sent.findIndex(({ about, indicators }) => about === 'missing' && indicators.includes('P01'));
    const stated = (verdict: 'missing' | 'unmet') => {
      const one = final(filledIn(ofFirst, () => closed()) as Sheets);
      if (!('evaluation' in one)) throw new Error();
      const indicators = one.evaluation.indicators.map((each) => (each.id === 'P01' ? { ...each, verdict } : each));
      return { ...one, evaluation: { ...one.evaluation, indicators } };
    };
    const stateIn = (verdict: 'missing' | 'unmet') =>
      rollUp([first, stated(verdict)], huainan2020, { mode: 'final' }).issues[0]!.lines.find(
        ({ number }) => number === sent[lacking]!.number,
      )!.state;
    expect([stateIn('missing'), stateIn('unmet')]).toEqual(['found', 'closed']);
  });

  test('保护名单还在，换了一栏也是', () => {
    const named = (field: string) => ({
      rule: 'R201',
      severity: 'error',
      table: null,
      field,
      at: { sheet: '名单', address: 'B2' },
      message: '有受保护人员的姓名。',
      fix: '移出。',
      related: [],
      key: field,
    });
    const with_ = (one: Submitted, field: string) => {
      if (!('evaluation' in one)) throw new Error();
      return { ...one, evaluation: { ...one.evaluation, findings: [named(field)] as never } };
    };
    const red = with_(midterm, 'name');
    const list = ledgerFrom(red);
    const all = [red, with_(final(filledIn(list, () => closed()) as Sheets), 'guardian')];
    expect(report(all).sentences[0]).toContain('已报销号、终期评估仍列为问题1个');
  });

  test('终期没有报送的，没有什么可以核对，不算销号', () => {
    const { sentences, table } = report([midterm, returned(ledger, () => closed())]);
    expect(sentences.slice(0, 2)).toEqual([
      `${SUM(length)}已报销号、没有数据可以核对${length}个。`,
      `已报销号、没有数据可以核对的单位：${NAME}。`,
    ]);
    expect(table).toEqual([[NAME, `${length}`, '0', '0', '0', `${length}`, '0', '0']]);
  });

  describe('终期没有判定、判定不了的，不算销号', () => {
    const stated = (change: (evaluation: Evaluation) => Partial<Evaluation>) => {
      const one = final(filledIn(ledger, () => closed()) as Sheets);
      if (!('evaluation' in one)) throw new Error();
      const after = { ...one, evaluation: { ...one.evaluation, ...change(one.evaluation) } };
      const { closed: done, found, unjudged } = rollUp([midterm, after], huainan2020, { mode: 'final' }).issues[0]!;
      return { done, found, unjudged };
    };
    const withVerdict = (verdict: Verdict | null) => (evaluation: Evaluation) => ({
      indicators: evaluation.indicators.flatMap((each) =>
        each.id !== 'P01' ? [each] : verdict === null ? [] : [{ ...each, verdict }],
      ),
    });

    test.each([
      ['达标', 'met', { done: length }],
      ['没有到期，进展正常', 'on_track', { done: length }],
      ['滞后', 'behind', { done: length - 1, found: 1 }],
      ['待核实', 'to_verify', { done: length - 1, found: 1 }],
      ['不适用', 'not_applicable', { done: length - 1, unjudged: 1 }],
      ['只作参考', 'reference', { done: length - 1, unjudged: 1 }],
      ['缺数据', 'missing', { done: length - 1, unjudged: 1 }],
      ['没有这个指标', null, { done: length - 1, unjudged: 1 }],
    ] as const)('指标%s', (_, verdict, wanted) => {
      expect(stated(withVerdict(verdict))).toEqual({ found: 0, unjudged: 0, ...wanted });
    });

    test('缺的数据，终期不适用了', () => {
      const { indicators } = ledger.sent.find(({ about }) => about === 'missing')!;
      const changed = stated(({ indicators: all }) => ({
        indicators: all.map((each) => (each.id === indicators[0] ? { ...each, verdict: 'not_applicable' } : each)),
      }));
      expect(changed).toEqual({ done: length - 1, found: 0, unjudged: 1 });
    });

    const without = (column: string | null) => (evaluation: Evaluation) => ({
      tables: evaluation.tables.flatMap((each) =>
        each.id !== 'W02'
          ? [each]
          : column === null
            ? []
            : [{ ...each, columns: each.columns.filter(({ field }) => field !== column) }],
      ),
    });

    test('有错的表终期没有交，有错的一栏没有了，规则没有检查', () => {
      expect(stated(() => ({}))).toEqual({ done: length, found: 0, unjudged: 0 });
      const wanted = { done: length - 1, found: 0, unjudged: 1 };
      expect(stated(without(null))).toEqual(wanted);
      expect(stated(without('uscc'))).toEqual(wanted);
      expect(stated(() => ({ notChecked: [{ rule: 'R024', reason: '没有检查。' }] }))).toEqual(wanted);
    });
  });
});

describe('别的单位的编号', () => {
  const of = (community: string, filled: string, done: '是' | '否', more: Sheets = {}) =>
    submitted(
      `${community}${filled}.xlsx`,
      {
        基本情况: facts(filled).基本情况!.map((row) => row.map((value) => (value === '锦湖社区' ? community : value))),
        ...checklist(done),
        ...more,
      },
      filled < '2021' ? 'midterm' : 'final',
    );
  const [ours, theirs] = [of('锦湖社区', '2020-11-30', '否'), of('松风社区', '2020-11-30', '否')];
  const ledger = ledgerFrom(ours);
  const whole = filledIn(ledger, () => closed());
  const [OURS, THEIRS] = [NAME, '田家庵区望淮街道松风社区'];
  const untold = (all: readonly Submitted[]) =>
    rollUp(all, huainan2020, { mode: 'final' }).untracked.flatMap(({ key, because }) =>
      because === 'foreign' ? [key.split('/').at(-1)] : [],
    );
  const told = `${THEIRS}交回的问题整改台账中有 ${ledger.sent.length} 个问题的编号是${OURS}的，整改情况没有统计`;

  test('粘了别的单位的台账：说是谁的，两家都不说没有回报', () => {
    const all = [ours, theirs, of('锦湖社区', '2021-05-31', '是'), of('松风社区', '2021-05-31', '是', whole)];
    expect(Z21(all)[0]).toContain(told);
    expect(untold(all)).toEqual(['松风社区', '锦湖社区']);
    expect(report(all).sentences[0]).toBe(
      `台账里有别的单位的编号，或者编号在别的单位交回的文件里，没有统计的单位：${THEIRS}、${OURS}。`,
    );
  });

  test('自己也交了的那一家照常算', () => {
    const all = [ours, theirs, of('锦湖社区', '2021-05-31', '是', whole), of('松风社区', '2021-05-31', '是', whole)];
    expect(Z21(all).some((text) => text.includes(told))).toBe(true);
    expect(untold(all)).toEqual(['松风社区']);
  });

  test('单位改了名称：终期的台账是原来名称的编号', () => {
    const all = [ours, of('松风社区', '2021-05-31', '是', whole)];
    expect(Z21(all)[0]).toContain(told);
    expect(untold(all)).toEqual(['松风社区', '锦湖社区']);
  });

  test('不知道是谁的，说不是本单位的', () => {
    const all = [of('松风社区', '2021-05-31', '是', whole)];
    expect(Z21(all)[0]).toContain(`有 ${ledger.sent.length} 个问题的编号不是本单位的`);
    expect(untold(all)).toEqual(['松风社区']);
  });
});

describe('没有统计的单位，说是谁、为什么', () => {
  const ledger = ledgerFrom(midterm);
  const unknown = (one: Submitted): Submitted => {
    if (!('evaluation' in one)) throw new Error();
    return { ...one, joins: null, lasting: { filled: null, register: [] } };
  };

  test('台账要再放入一次', () => {
    expect(report([midterm, unknown(final(filledIn(ledger, () => closed()) as Sheets))]).sentences).toContain(
      `台账要再放入一次才能核对，没有统计的单位：${NAME}。`,
    );
  });

  test('有的单位没有中期的工作簿', () => {
    const other = submitted(
      '朝阳.xlsx',
      { 基本情况: facts('2021-05-31').基本情况!.map((row) => row.map((v) => (v === '锦湖社区' ? '朝阳社区' : v))) },
      'final',
    );
    const { sentences, data } = report([midterm, final(filledIn(ledger, () => closed()) as Sheets), other]);
    expect(sentences.find((text) => text.includes(UNSENT))).toContain('田家庵区望淮街道朝阳社区');
    const untold = data.rollup.untracked.filter(({ key }) => key.endsWith('社区'));
    expect(untold).toEqual([{ key: 'HN-03/望淮街道/朝阳社区', because: 'unsent' }]);
  });

  test('都没有，一句话', () => {
    expect(report([final()]).sentences).toEqual([
      '没有中期评估的工作簿，也没有交回带发出清单的台账，整改情况没有统计。',
    ]);
  });
});

test('建议授予示范点的，按编号核对没有全部到位，在建议里说', () => {
  const ledger = ledgerFrom(midterm);
  const suggested = (left: readonly string[]) => {
    const one = final(filledIn(ledger, () => closed()) as Sheets, left);
    if (!('evaluation' in one)) throw new Error();
    const { evaluation } = one;
    const award = { scope: 'community', entity: '锦湖社区', suggestion: 'award', reasons: [] };
    const score = { ...evaluation.score, unscored: [], pilotSite: { suggestions: [award] } };
    const data = dataOf([midterm, { ...one, evaluation: { ...evaluation, score: score as never } }], { mode: 'final' });
    return words(finalReport(data));
  };
  const said = `建议授予示范点的单位中，按问题编号核对整改没有全部到位、或者没有数据可以核对的：${NAME}，请在认定时一并考虑。`;
  expect(suggested(['P01'])).toContain(said);
  expect(suggested([])).not.toContain('没有全部到位');
});

describe('没有到期的', () => {
  const activities: Sheets = {
    志愿服务活动台账: [
      ['序号', '活动名称', '活动日期', '活动地点', '参加人数', '服务时长（小时）'],
      [1, '义诊', '2020-07-01', '广场', 10, 2],
    ],
  };
  const behind = submitted('中期.xlsx', { ...facts('2020-11-30'), ...activities }, 'midterm');
  const ledger = ledgerFrom(behind);
  const later = ledger.sent.filter(({ about }) => about === 'behind').map(({ number }) => number);
  const isLater = (at: number) => later.includes(numbersIn(ledger)[at]!);

  test('通知和台账写的是目标的到期日', () => {
    expect(later.length).toBeGreaterThan(0);
    const line = linesOf(ledger).find((_, at) => isLater(at))!;
    expect(line[12]).toBe('2021-05-31');
    expect(line[3]).toContain('请于2021年2月28日前落实措施。');
    expect(line[3]!.toString().match(/2021年5月31日/g)).toHaveLength(1);
  });

  test.each([true, false])('到期前销号的不说逾期，另说按哪天算（带清单：%s）', (withList) => {
    const filling = (at: number) => closed(isLater(at) ? '2021-04-20' : '2021-02-20');
    const all = [behind, final(), returned(ledger, filling, { withList })];
    expect(report(all).sentences.slice(0, 2)).toEqual([
      `${SUM(numbersIn(ledger).length)}按期销号${numbersIn(ledger).length}个。`,
      `其中中期评估时尚未到期的${later.length}个，是否逾期按目标的到期日算。`,
    ]);
    expect(Z21(all)).toEqual([]);
  });
});

describe('自报的销号率', () => {
  test('按编号核对都按期销号的，与自报相同，不另说', () => {
    const all = [midterm, final(filledIn(ledgerFrom(midterm), () => closed()) as Sheets)];
    const text = words(finalReport(report(all).data));
    expect(text).toContain('按各单位台账自报，');
    expect(text).not.toContain('与自报的不同');
  });

  test('与按编号核对的不同，各处都写明是自报', () => {
    const ledger = ledgerFrom(midterm);
    const all = [midterm, asJudged(filledIn(ledger, () => ({ ...closed(), 佐证: null })) as Sheets)];
    const { data, sentences } = report(all);
    const { length } = numbersIn(ledger);
    expect(sentences[0]).toBe(`${SUM(length)}尚未销号${length}个。`);
    expect(sentences).toContain(SELF);
    const text = words(finalReport(data));
    expect(text).toContain(`按各单位台账自报，中期评估发现的问题${length}个，其中已销号${length}个，销号率100.00%`);
    // In the same paragraph, not three pages on.
    expect(text).toContain(
      `应评的1个单位已达标。按问题编号核对，${length}个问题中按期销号0个，与自报的不同，见“整改情况”。`,
    );
    expect(text).toContain('“问题整改”一栏按各单位台账自报，与按问题编号核对的整改情况口径不同。');
  });
});

test('两张表里的同一个问题，清单里一行，位置都写出', () => {
  const sheet = wrong.社区社会组织名录!;
  const both = submitted('中期.xlsx', { ...facts('2020-11-30'), ...wrong, 名录二: sheet }, 'midterm');
  const lines = linesOf(ledgerFrom(both)).filter((line) => String(line[3]).includes('不是有效代码'));
  expect(lines).toHaveLength(1);
  expect(lines[0]![3]).toContain('同类2处，“社区社会组织名录”D2、“名录二”D2。');
});

test('完成日从中期评估的那一天起算，不是文件里写的那一天', () => {
  if (!('evaluation' in midterm)) throw new Error();
  const early = { ...midterm, evaluation: { ...midterm.evaluation, asOf: '2020-10-31' } };
  const ledger = ledgerFrom(early);
  const from = (on: string) => report([early, final(filledIn(ledger, () => closed(on)) as Sheets)]).sentences[0];
  expect(from('2020-11-10')).toContain(`按期销号${ledger.sent.length}个。`);
  expect(from('2020-10-30')).toContain(`尚未销号${ledger.sent.length}个。`);
  expect(JSON.stringify(ledger.validations)).toContain('2020-10-31');
});

describe('没有依据的销号', () => {
  const ledger = ledgerFrom(midterm);
  const { length } = numbersIn(ledger);
  const states = (filling: Filling) => {
    const all = [midterm, final(filledIn(ledger, () => ({ ...closed(), ...filling })) as Sheets)];
    const { closed: done, open } = rollUp(all, huainan2020, { mode: 'final' as Mode }).issues[0]!;
    return { done, open, told: Z21(all).some((text) => text.includes(`有 ${length} 个问题写已销号，但没有“佐证”`)) };
  };

  test.each([
    '待补',
    '—',
    '/',
    '无',
    '暂无',
    '见后',
    '后补',
    '待补充',
    '后续补充',
    '正在整理',
    '（待补）',
    '待补。',
    '正在收集',
    '需补充',
    '不详',
    '？',
    '暂缺',
    '补办中',
  ])('佐证写“%s”', (evidence) => {
    expect(states({ 佐证: evidence })).toEqual({ done: 0, open: length, told: true });
  });

  test.each(['照片三张', '见附件', '后附照片', '验收单'])('佐证写“%s”，有依据', (evidence) => {
    expect(states({ 佐证: evidence })).toEqual({ done: length, open: 0, told: false });
  });

  test.each(['2021-02-20前', '2021-02-20至2021-03-20', '2021.2.20-3.20', '2021年2月', '预计2021-02-20'])(
    '完成日写“%s”，不是哪一天',
    (day) => {
      expect(states({ 完成日: day })).toEqual({ done: 0, open: length, told: true });
    },
  );

  test.each(['2021年2月20日', '2021.2.20', '20210220', '２０２１-０２-２０'])('完成日写“%s”，是一天', (day) => {
    expect(states({ 完成日: day })).toEqual({ done: length, open: 0, told: false });
  });

  test.each(['已完成', '已整改', '完成', '整改到位', '已验收', '已销号1项', '已申请销号', '基本销号'])(
    '状态写“%s”，不是已销号',
    (state) => {
      expect(states({ 状态: state })).toEqual({ done: 0, open: length, told: false });
    },
  );

  test.each(['已销号', '销号', '已 销 号', '已销号。'])('状态写“%s”，是已销号', (state) => {
    expect(states({ 状态: state })).toEqual({ done: length, open: 0, told: false });
  });

  test('完成日早于中期评估', () => {
    expect(states({ 完成日: '2020-06-01' })).toEqual({ done: 0, open: length, told: true });
    expect(states({ 完成日: '2020-11-30' })).toEqual({ done: length, open: 0, told: false });
  });
});
