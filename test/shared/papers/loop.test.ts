/** 中期评估发现的问题：通知和台账发下去，填好交回来，终期汇总对得上；少了、改了、没有依据的销号，都说得出来。 */
import { beforeAll, describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import { issueNumberIn, issuesOf } from '../../../shared/model/issues.ts';
import type { LedgerSheet, Rollup, RollupOptions, Submitted } from '../../../shared/model.ts';
import { huainan2020 } from '../../../shared/policies/huainan-2020/policy.ts';
import type { IssuesOf } from '../../../shared/report/documents/documents.ts';
import { type Notice, noticesOf } from '../../../shared/report/documents/notices.ts';
import { resolved, textsOf, unbound } from '../../../shared/report/documents/resolve.ts';
import { textOf } from '../../../shared/report/parts.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { tables } from '../../../shared/sheets/tables.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import type { Sheets } from '../check/snapshots.ts';
import {
  asJudged,
  closed,
  dataOf,
  type Filling,
  fileOf,
  filledIn,
  final,
  givenAtMidterm,
  HEADINGS,
  linesOf,
  midterm,
  RUN,
  submitted,
  words,
} from './loops.ts';

let sent: readonly Notice[];
let ledger: LedgerSheet;
let numbers: readonly string[];

beforeAll(() => {
  sent = noticesOf(dataOf([midterm], { mode: 'midterm' }));
  ledger = sent.find(({ document }) => document.kind === 'rectify')!.ledger!;
  numbers = linesOf(ledger).map((line) => String(line[1]));
});

const filled = (filling: (at: number) => Filling | null) => filledIn(ledger, filling);

const back = (sheets: Sheets, options: RollupOptions = {}) =>
  rollUp([midterm, final(sheets)], huainan2020, { mode: 'final', ...options });
const issuesIn = ({ issues }: Rollup) => issues.map(({ lines: _, ...counts }) => counts);
const Z21 = ({ findings }: Rollup) => findings.filter(({ rule }) => rule === 'Z21').map(({ message }) => message);

describe('发下去', () => {
  const all = () => sent.map(({ document }) => document);

  test('有强制性问题的退回修改，中期发现的问题要求整改，各一份；数都有来处', () => {
    const data = dataOf([midterm], { mode: 'midterm' });
    expect(all().map(({ name }) => name)).toEqual([
      '退回修改通知_田家庵区望淮街道锦湖社区',
      '整改通知_田家庵区望淮街道锦湖社区',
    ]);
    for (const document of all()) expect(unbound(document, data)).toEqual([]);
    for (const document of all()) expect(words(document)).not.toMatch(/undefined|null|NaN|[{}]|W\d\d|[RNZ]\d\d/);
  });

  test('退回修改通知：几处、为什么、什么时候以前重新报送', () => {
    const [document] = all();
    expect(words(document!)).toContain('关于退回望淮街道锦湖社区“三社联动”试点工作报送数据的通知\n田家庵区民政局');
    expect(words(document!)).toContain(
      '发现强制性问题1处。强制性问题须修改后重新报送，现予退回修改；修改以前先按报送数计入，并注明。',
    );
    expect(words(document!)).toContain('请于2021年1月8日前重新检查并按原渠道报送。');
    expect(words(document!)).toContain('“社区社会组织名录”D2');
  });

  test('整改通知：依据的条款、几个问题、到什么时候、台账怎样交回', () => {
    const text = words(all()[1]!);
    expect(text).toContain(
      '《淮南市人民政府办公室关于全面推进“三社联动”试点工作的实施意见》（淮府办〔2020〕8号）三（四）的要求',
    );
    expect(text).toMatch(
      new RegExp(`数据截至2020年11月30日，发现需要整改的问题${numbers.length}个（.+），逐个列入附件。`),
    );
    expect(text).toContain('于2021年2月28日前整改到位；');
    // One page: what is asked of each problem stands in the list alone.
    expect(all()[1]!.body).toHaveLength(4);
    expect(text).toContain('街道（乡镇）社会工作服务中心没有达到目标');
    for (const number of numbers) expect(text).toContain(number);
  });

  test('核实性问题写核实说明，不列入清单', () => {
    const [row] = dataOf([midterm], { mode: 'midterm' }).counting;
    const listed = issuesOf(row!.evaluation!, row!.unit.key).flatMap((one) => ('findings' in one ? one.findings : []));
    expect(row!.unit.findings.warning).toBeGreaterThan(0);
    expect(new Set(listed.map(({ severity }) => severity))).toEqual(new Set(['error']));
    expect(words(all()[1]!)).toContain(`另有核实性问题${row!.unit.findings.warning}处，不列入清单`);
  });

  test('没有要改的，不发', () => {
    const clean = noticesOf(dataOf([asJudged()], { mode: 'final' }));
    expect(clean).toEqual([]);
  });

  test('同样的话也在一张表上，标题、正文、清单都在', () => {
    const { sheet, document } = sent[1]!;
    const texts = sheet.rows.flatMap((row) => row.flatMap(({ value }) => value ?? []));
    expect(texts.slice(0, 2)).toEqual([document.title.map(textOf).join(''), '田家庵区民政局：']);
    expect(texts).toContain(numbers[0]);
    expect(sheet.rows.every((row) => row.length === sheet.widths.length)).toBe(true);
    for (const text of document.body.flatMap(textsOf).map(textOf)) expect(texts.join('\n')).toContain(text);
  });
});

describe('台账', () => {
  test('写成文件再读回来，每一栏都准确认出，是这个单位的', () => {
    const { submitted: read } = judgeFile('台账.xlsx', newFile([ledger]), RUN);
    if (!('evaluation' in read)) throw new Error('unreadable');
    const [table, ...others] = read.evaluation.tables;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ id: 'W14', rows: numbers.length });
    expect(table!.columns.map(({ basis }) => basis)).toEqual(ledger.widths.map(() => 'exact'));
    expect(read.evaluation.unit).toMatchObject({ county: 'HN-03', street: '望淮街道', community: '锦湖社区' });
    expect(read.joins?.issues?.map(({ number }) => number)).toEqual(numbers);
    expect(read.joins?.issues?.some(({ isAnswered }) => isAnswered)).toBe(false);
  });

  test('栏目的名称就是问题整改台账的', () => {
    const labels = tables.find(({ id }) => id === 'W14')!.fields.map(({ label }) => label);
    for (const { value } of ledger.rows[HEADINGS]!) expect(labels).toContain(value);
  });

  test('一个问题一行，时限是整改期限，要单位填的都空着', () => {
    const headings = ledger.rows[HEADINGS]!.map(({ value }) => value);
    const first = Object.fromEntries(linesOf(ledger)[0]!.map((value, at) => [headings[at], value]));
    expect(first).toMatchObject({ 来源: '中期评估', 时限: '2021-02-28', 责任单位: '田家庵区望淮街道锦湖社区' });
    expect(first.问题描述).toContain('要求：');
    for (const heading of ['整改措施', '责任人', '完成日', '佐证', '状态']) expect(first[heading]).toBeNull();
  });
});

describe('编号', () => {
  test('再做一次还是那些；别的单位的不同；一个单位没有两个一样的', () => {
    if (!('evaluation' in midterm)) throw new Error();
    const { evaluation } = midterm;
    const of = (key: string) => issuesOf(evaluation, key).map(({ number }) => number);
    expect(of('HN-03/望淮街道/锦湖社区')).toEqual(numbers);
    expect(new Set([...of('HN-03/望淮街道/锦湖社区'), ...of('HN-03/望淮街道/朝阳社区')]).size).toBe(2 * numbers.length);
  });

  test('与别的问题在一起也还是那个', () => {
    if (!('evaluation' in midterm)) throw new Error();
    const { evaluation } = midterm;
    const key = 'HN-03/望淮街道/锦湖社区';
    const fewer = { ...evaluation, findings: [], indicators: evaluation.indicators.filter(({ id }) => id === 'P02') };
    expect(numbers).toContain(issuesOf(fewer, key)[0]!.number);
  });

  test.each([
    [' zg-7k2mx-4qx9ab ', 'ZG-7K2MX-4QX9AB'],
    ['ＺＧ－７Ｋ２ＭＸ－４ＱＸ９ＡＢ', 'ZG-7K2MX-4QX9AB'],
    ['ZG7K2MX4QX9AB', 'ZG-7K2MX-4QX9AB'],
    ['1', null],
    ['张某某', null],
    ['ZG-7K2MX-4QX9A', null],
    ['ZG-7K2MX-4QX9A0', null],
  ])('“%s”', (typed, number) => {
    expect(issueNumberIn(typed)).toBe(number);
  });
});

describe('交回来', () => {
  const unit = { key: 'HN-03/望淮街道/锦湖社区' };
  const none = { basis: 'workbook', closed: 0, late: 0, found: 0, unjudged: 0, open: 0, unanswered: 0, notDue: 0 };

  test('都按期销号', () => {
    const rollup = back(filled(() => closed()));
    expect(issuesIn(rollup)).toEqual([{ ...unit, sent: numbers.length, ...none, closed: numbers.length }]);
    expect(Z21(rollup)).toEqual([]);
  });

  test('按期、逾期、整改中、没有答复的，各是几个', () => {
    const rollup = back(
      filled(
        (at) =>
          [closed(), closed('2021-02-28'), closed('2021-03-01'), { 整改措施: '正在补', 状态: '整改中' }][at] ?? {},
      ),
    );
    expect(issuesIn(rollup)).toEqual([
      { ...unit, ...none, sent: numbers.length, closed: 2, late: 1, open: 1, unanswered: numbers.length - 4 },
    ]);
    expect(Z21(rollup)).toEqual([`田家庵区望淮街道锦湖社区有 1 个问题在 2021年2月28日 以后销号：${numbers[2]}。`]);
  });

  test('报告里说的就是这些数，一个单位的和全市的', () => {
    const all = [midterm, final(filled((at) => (at === 0 ? closed() : {})))];
    const data = dataOf(all, { mode: 'final' });
    const say = (of: IssuesOf, unit: string | { isCertain: boolean }) => resolved({ what: 'issues', unit, of }, data);
    expect(say('sent', { isCertain: true })).toBe(String(numbers.length));
    expect(say('closed', unit.key)).toBe('1');
    expect(say('late', unit.key)).toBe('0');
    expect(say('unanswered', { isCertain: true })).toBe(String(numbers.length - 1));
    expect(say('sent', 'HN-03/望淮街道/朝阳社区')).toBeNull();
  });

  test('写已销号，没有完成日、没有佐证、完成日在截止日以后的，不作销号，要核实', () => {
    const rollup = back(
      filled(
        (at) => [{ ...closed(), 完成日: null }, { ...closed(), 佐证: null }, closed('2021-06-01')][at] ?? closed(),
      ),
    );
    expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length - 3, open: 3 }]);
    expect(Z21(rollup)[0]).toContain(
      '有 3 个问题写已销号，但没有“佐证”、没有“完成日”，或者完成日早于中期评估、晚于截止日，没有计作销号',
    );
  });

  test('已完成待验收的不是销号', () => {
    const rollup = back(filled(() => ({ ...closed(), 状态: '已完成待验收' })));
    expect(issuesIn(rollup)).toMatchObject([{ closed: 0, open: numbers.length }]);
    expect(Z21(rollup)).toEqual([]);
  });

  test('删了一行，改了一个编号，添了一个', () => {
    expect(Z21(back(filled((at) => (at === 1 ? null : closed()))))).toEqual([
      `田家庵区望淮街道锦湖社区交回的问题整改台账缺少整改通知中的 1 个问题：${numbers[1]}。`,
    ]);
    const renamed = back(filled((at) => (at === 1 ? { ...closed(), 问题编号: 'ZG-22222-222222' } : closed())));
    expect(Z21(renamed)).toEqual([
      `田家庵区望淮街道锦湖社区交回的问题整改台账缺少整改通知中的 1 个问题：${numbers[1]}。`,
      '田家庵区望淮街道锦湖社区的问题整改台账中有 1 个中期问题不是整改通知中的，可能改了编号，或者另外增加。',
    ]);
    expect(issuesIn(renamed)).toMatchObject([{ unanswered: 1, closed: numbers.length - 1 }]);
    const whole = filled(() => closed()).问题整改台账!;
    const added = back({ 问题整改台账: [...whole, whole.at(-1)!.map((value, at) => (at === 1 ? '另1' : value))] });
    expect(Z21(added)[0]).toContain('有 1 个中期问题不是整改通知中的');
    expect(issuesIn(added)).toMatchObject([{ sent: numbers.length, closed: numbers.length }]);
  });

  test('改了指标，改了时限', () => {
    const indicator = linesOf(ledger).findIndex((line) => line[5] !== null);
    const other = back(filled((at) => (at === indicator ? { ...closed(), 指标: '年度志愿服务活动数' } : closed())));
    expect(Z21(other)).toEqual([
      `田家庵区望淮街道锦湖社区的问题整改台账中有 1 个问题的“指标”或者“时限”与整改通知不同：${numbers[indicator]}。`,
    ]);
    const later = back(filled(() => ({ ...closed('2021-03-20'), 时限: '2021-03-31' })));
    expect(Z21(later).some((text) => text.includes(`有 ${numbers.length} 个问题的“指标”或者“时限”`))).toBe(true);
    expect(issuesIn(later)).toMatchObject([{ late: numbers.length, closed: 0 }]);
  });

  test('主管部门另定期限的，按那个期限', () => {
    const rollup = back(
      filled(() => ({ ...closed('2021-03-20'), 时限: '2021-03-31' })),
      { rectifyBy: '2021-03-31' },
    );
    expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length }]);
    expect(Z21(rollup)).toEqual([]);
  });

  test('没有交回来的，都没有答复；单位自己编号的台账只数个数', () => {
    expect(issuesIn(back({}))).toEqual([{ ...unit, sent: numbers.length, ...none, unanswered: numbers.length }]);
    const own = back(filled((at) => ({ ...closed(), 问题编号: `${at + 1}` })));
    expect(issuesIn(own)).toMatchObject([{ unanswered: numbers.length }]);
    expect(Z21(own).every((text) => text.includes('应一一对应'))).toBe(true);
  });

  describe('台账单独交回', () => {
    const apart = (file: string, sheets: Sheets) => submitted(file, sheets, 'final');
    const together = (...all: readonly Submitted[]) => rollUp([midterm, ...all], huainan2020, { mode: 'final' });

    test('算这个单位的，不顶替它的工作簿', () => {
      const rollup = together(
        final(),
        apart(
          '台账.xlsx',
          filled(() => closed()),
        ),
      );
      expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length }]);
      const files = rollup.units.filter(({ file }) => file !== null);
      expect(files.map(({ file, state, key }) => [file, state, key])).toEqual([
        ['终期.xlsx', 'reported', unit.key],
        ['中期.xlsx', 'other_time', unit.key],
        ['台账.xlsx', 'ledger', unit.key],
      ]);
      expect(rollup.reporting.reported).toBe(1);
      expect(rollup.questions).toEqual([]);
    });

    test('改了文件名，删了填报单位一行，也认得是谁的', () => {
      const { 问题整改台账: rows } = filled(() => closed());
      const nameless = rows!.filter((_, at) => at !== 1).map((row) => row.map((v, at) => (at === 10 ? null : v)));
      const rollup = together(final(), apart('1.xlsx', { Sheet1: nameless }));
      expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length }]);
    });

    test('说明了是哪个单位的，按说明', () => {
      const files = { '台账.xlsx': { unit: { county: 'HN-03', street: '望淮街道', community: '朝阳社区' } } };
      const all = [
        midterm,
        final(),
        apart(
          '台账.xlsx',
          filled(() => closed()),
        ),
      ];
      const rollup = rollUp(all, huainan2020, { mode: 'final', files });
      expect(issuesIn(rollup)).toEqual([]);
      expect(Z21(rollup)[0]).toContain(
        `田家庵区望淮街道朝阳社区交回的问题整改台账中有 ${numbers.length} 个问题的编号是田家庵区望淮街道锦湖社区的，整改情况没有统计`,
      );
    });

    const open = () => filled(() => ({ 整改措施: '在办', 状态: '整改中' }));
    const done = () => filled(() => closed());
    const blank = () => filled(() => ({}));
    const differs = () =>
      `田家庵区望淮街道锦湖社区交回的几份问题整改台账中有 ${numbers.length} 个问题写的不同，按进展少的算`;

    test.each([
      ['工作簿里整改中，单独交的销号', open, done],
      ['工作簿里销号，单独交的整改中', done, open],
    ])('%s：取进展少的，说写的不同', (_, inWorkbook, alone) => {
      const rollup = together(final(inWorkbook()), apart('台账.xlsx', alone()));
      expect(issuesIn(rollup)).toMatchObject([{ closed: 0, open: numbers.length }]);
      expect(Z21(rollup)[0]).toContain(differs());
    });

    test.each([
      ['粘在工作簿里的是空的', blank, [done]],
      ['工作簿里没有，两份里一份是空的', () => ({}), [blank, done]],
      ['单独交的是空的', done, [blank]],
    ])('%s：没有填的不抵消填了的', (_, inWorkbook, alone) => {
      const rollup = together(final(inWorkbook()), ...alone.map((one, at) => apart(`台账${at}.xlsx`, one())));
      expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length, unanswered: 0 }]);
      expect(Z21(rollup)).toEqual([]);
    });

    describe('填在再次报送的中期工作簿里', () => {
      const again = (file: string, sheets: Sheets) => submitted(file, { ...givenAtMidterm, ...sheets }, 'midterm');
      const rolled = (...all: readonly Submitted[]) =>
        rollUp([...all, final()], huainan2020, { mode: 'final', chosen: { [`${unit.key} midterm`]: '中期2.xlsx' } });

      test('只有这一册', () => {
        expect(issuesIn(rolled(again('中期2.xlsx', done())))).toMatchObject([
          { closed: numbers.length, unanswered: 0 },
        ]);
      });

      test('原来的一册还在', () => {
        const rollup = rolled(midterm, again('中期2.xlsx', done()));
        expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length, unanswered: 0 }]);
      });

      test('台账在前一册里，后一册没有', () => {
        const rollup = rolled(again('中期1.xlsx', done()), again('中期2.xlsx', {}));
        expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length, unanswered: 0 }]);
      });
    });

    test('前一版终期工作簿里整改中，换过的写销号：按换过的', () => {
      const before = submitted('终期1.xlsx', { ...givenAtMidterm, ...open() }, 'final');
      const rollup = rollUp([midterm, before, final(done())], huainan2020, {
        mode: 'final',
        chosen: { [`${unit.key} final`]: '终期.xlsx' },
      });
      expect(issuesIn(rollup)).toMatchObject([{ closed: numbers.length, open: 0 }]);
    });

    test('终期还没有报送的单位，台账也算', () => {
      expect(
        issuesIn(
          together(
            apart(
              '台账.xlsx',
              filled(() => closed()),
            ),
          ),
        ),
      ).toMatchObject([{ closed: 0, unjudged: numbers.length }]);
    });
  });

  test('没有中期的工作簿，不知道发下去的是哪些，不说', () => {
    expect(rollUp([final(filled(() => closed()))], huainan2020, { mode: 'final' }).issues).toEqual([]);
  });

  test('汇总的就是中期，还没有可说的', () => {
    expect(rollUp([midterm], huainan2020, { mode: 'midterm' }).issues).toEqual([]);
  });

  test('填好的台账没有强制、核实的问题；责任人的姓名不在汇总里', () => {
    const whole = asJudged(filled(() => closed()));
    if (!('evaluation' in whole)) throw new Error();
    expect(whole.evaluation.findings.filter(({ table }) => table === 'W14')).toEqual([]);
    expect(whole.evaluation.indicators.find(({ id }) => id === 'M09')).toMatchObject({
      verdict: 'met',
      numerator: numbers.length,
      denominator: numbers.length,
    });
    expect(JSON.stringify([whole.joins, back(filled(() => closed()))])).not.toContain('张某某');
  });

  test('这台电脑留下的结果，与当场读的一样', () => {
    const ledgerFile = judgeFile('台账.xlsx', fileOf(filled((at) => (at === 0 ? {} : closed()))), RUN);
    const before = judgeFile('中期.xlsx', fileOf(givenAtMidterm), { ...RUN, said: 'midterm' });
    const issuesAfter = (...all: readonly Submitted[]) =>
      rollUp([...all, final()], huainan2020, { mode: 'final', files: { '中期.xlsx': { time: 'midterm' } } }).issues;
    const now = issuesAfter(before.submitted, ledgerFile.submitted);
    expect(now).toMatchObject([{ sent: numbers.length, closed: numbers.length - 1, unanswered: 1 }]);
    expect(issuesAfter(before.kept!, ledgerFile.kept!)).toEqual(now);
  });

  test('以前留下的结果里没有台账的，说要再放入一次，不当作没有答复', () => {
    const kept = final(filled(() => closed()));
    if (!('evaluation' in kept)) throw new Error();
    const old = { ...kept, joins: null, lasting: { filled: null, register: [] } };
    const rollup = rollUp([midterm, old], huainan2020, { mode: 'final' });
    expect(rollup.issues).toEqual([]);
    expect(rollup.notChecked.find(({ rule }) => rule === 'Z21')?.reason).toContain('要再放入一次才能核对');
  });
});
