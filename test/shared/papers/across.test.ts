/** 同一家组织、同一个人列在两个单位的工作簿里：两个单位都要改，没有改之前什么都不算达到。 */
import { describe, expect, test } from 'vitest';
import type { RollupFinding, Submitted } from '../../../shared/model.ts';
import { documentData } from '../../../shared/report/documents/data.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { changed } from '../check/sound.ts';
import { closed, dataOf, filledIn, submitted } from './loops.ts';
import { annexOf, bodyOf, sampleCity, told } from './papers.ts';

const sound = changed({});
const renamed = JSON.parse(JSON.stringify(sound).replaceAll('春申社区', '松风社区'));
/** Without what is in the other as well: organisations filed there alone, and a worker of its own. */
const mended = changed(
  { 名录: [renamed.名录[0], ...renamed.名录.slice(6)], '花名册!B2': '孙丁', '花名册!C2': null },
  renamed,
);
const both = (mode: 'midterm' | 'final'): readonly Submitted[] => [
  submitted(`${mode}甲.xlsx`, sound, mode),
  submitted(`${mode}乙.xlsx`, renamed, mode),
];
const SPRING = '田家庵区洞泉街道春申社区';
const PINE = '田家庵区洞泉街道松风社区';

describe('两册是同样的组织、同一个人，终期', () => {
  const data = dataOf(both('final'), { mode: 'final' });
  const lines = bodyOf(finalReport(data));

  test('两个单位都退回修改，通知只写本单位的格子，另一个单位写名称', () => {
    const notices = noticesOf(data).map(({ document }) => document);
    expect(notices.map(({ name }) => name)).toEqual([`退回修改通知_${SPRING}`, `退回修改通知_${PINE}`]);
    const rows = annexOf(notices[0]!, '问题清单').filter((line) => line.startsWith('数据问题'));
    expect(rows).toEqual([
      expect.stringMatching(/^数据问题\|.*松风社区.*5 家是同样的登记组织.*同类5处，“名录”D2:D6。\|/),
      expect.stringMatching(/^数据问题\|.*松风社区.*1 人是同一人.*“花名册”B2。\|/),
    ]);
    expect(bodyOf(notices[0]!)[0]).toContain('发现强制性问题6处');
  });

  test('计在问题里，附件和数据质量说明里也有', () => {
    // What is asked for besides depends on the goals of the day.
    expect(lines.find((line) => line.startsWith('已报送的单位共有需要整改的问题'))).toMatch(
      /涉及2个单位，其中数据问题4个/,
    );
    expect(annexOf(finalReport(data), '各单位问题清单').filter((line) => line.includes('|数据问题|'))).toHaveLength(4);
    expect(annexOf(finalReport(data), '数据质量说明')).toContain(`${SPRING}|6|0|0|计入`);
  });

  test('不说全部达到，不建议授予，说明是哪几个单位', () => {
    const names = `${SPRING}、${PINE}`;
    expect(lines).toContain(
      `按报送的数据总体目标都达到、但有强制性问题没有改正的单位2个，暂不列为全部达到：${names}。`,
    );
    expect(lines).toContain(`有强制性问题没有改正、暂不建议的2个单位：${names}。`);
    expect(lines.filter((line) => /全部达到的单位有|没有单位全部达到|建议授予示范点的/.test(line))).toEqual([]);
  });

  test('数说明没有核定，汇总的数也说明', () => {
    expect(lines).toContain(
      `城市社区社会组织数（目标不少于10家）：应评的2个单位都已达标。其中2个单位的数涉及跨册重复，尚未核定：${SPRING}、${PINE}。`,
    );
    expect(lines).toContain(
      `计入的单位中有2个有强制性问题没有改正，所报数据暂计入，改正后以重新报送的为准：${SPRING}、${PINE}。`,
    );
  });

  test('公开的只说几个单位', () => {
    const open = bodyOf(finalReport(dataOf(both('final'), { mode: 'final' }, { isPublic: true })));
    expect(open).toContain('按报送的数据总体目标都达到、但有强制性问题没有改正的单位2个，暂不列为全部达到。');
    expect(open.filter((line) => /强制|跨册/.test(line) && /社区：|：田家庵/.test(line))).toEqual([]);
  });
});

test('自己的工作簿有强制性问题的，也不说全部达到', () => {
  const wrong = submitted('甲.xlsx', changed({ '名录!D2': '52340403MJA0000294' }), 'final');
  const lines = bodyOf(finalReport(dataOf([wrong, submitted('乙.xlsx', renamed, 'final')], { mode: 'final' })));
  expect(lines.filter((line) => /全部达到的单位有/.test(line))).toEqual([]);
});

test('只须核实的不列为数据问题，写在核实问题下', async () => {
  const data = told(await sampleCity(), 'final');
  const lines = bodyOf(finalReport(data));
  const message = '寿县清泉镇柳塘村的实名注册志愿者数比中期减少超过 10%（由 540 人到 462 人）。';
  const heads = lines.filter((line) => line === message || /^(?:数据问题，退回修改|指标问题|核实问题)$/.test(line));
  expect(heads.slice(-2)).toEqual(['核实问题', message]);
});

test('名册和报送的对不上，不退回任何单位', () => {
  const data = dataOf([submitted('甲.xlsx', sound, 'final')], { mode: 'final' });
  const finding: RollupFinding = {
    rule: 'Z22',
    severity: 'error',
    message: '汇总到工作簿的有 1 个单位，试点名册写明已报送的有 0 个，两者应逐个一致。',
    fix: '补收。',
    places: [{ file: '甲.xlsx', sheet: '基本情况', address: 'B4' }],
  };
  const { rollup, policy, evaluations, options } = data;
  const own = new Map([...evaluations.values()].map((one) => ['甲.xlsx', one]));
  const given = documentData({ ...rollup, findings: [finding] }, policy, own, options);
  expect(noticesOf(given)).toEqual([]);
  const lines = bodyOf(finalReport(given));
  expect(lines.slice(lines.indexOf('名册核对')).slice(0, 2)).toEqual(['名册核对', finding.message]);
});

test('花名册里有和别的单位同一人的，不列为首位；中期报告请两个单位都改', async () => {
  const data = told(await sampleCity(), 'midterm');
  const lines = bodyOf(midtermReport(data));
  const pine = '大通区云岭街道松风社区';
  expect(lines.filter((line) => line.includes('居首位') && line.includes(pine))).toEqual([]);
  expect(lines.find((line) => line.includes('请逐条改正数据'))).toMatch(/松风社区、.*桂花园社区、.*芦花村/);
});

describe('中期发出的跨册问题，终期', () => {
  const sent = (all: readonly Submitted[]) =>
    noticesOf(dataOf(all, { mode: 'midterm' })).flatMap(({ ledger }) => ledger ?? []);
  const ledger = sent(both('midterm'))[0]!;
  const returned = submitted('final甲.xlsx', { ...sound, ...filledIn(ledger, () => closed()) }, 'final');

  test('在台账里，一条规则一个编号', () => {
    expect(sent(both('midterm')).map((one) => one.sent.length)).toEqual([2, 2]);
  });

  test('报了销号而两册仍然重复的，不作销号', () => {
    const data = dataOf([...both('midterm'), returned, both('final')[1]!], { mode: 'final' });
    expect(data.rollup.issues[0]).toMatchObject({ sent: 2, closed: 0, found: 2 });
  });

  test('另一个单位终期没有报送，中期的还重复，也不作销号', () => {
    const data = dataOf([...both('midterm'), returned], { mode: 'final' });
    expect(data.rollup.issues[0]).toMatchObject({ sent: 2, closed: 0, found: 2 });
  });

  test('另一册终期没有这两张表的，没有数据可以核对，不作销号', () => {
    const { 名录: _, 花名册: __, ...others } = renamed;
    const data = dataOf([...both('midterm'), returned, submitted('final乙.xlsx', others, 'final')], { mode: 'final' });
    expect(data.rollup.issues[0]).toMatchObject({ sent: 2, closed: 0, unjudged: 2 });
  });

  test('另一册改了的，按期销号', () => {
    const data = dataOf([...both('midterm'), returned, submitted('final乙.xlsx', mended, 'final')], { mode: 'final' });
    expect(data.rollup.issues[0]).toMatchObject({ sent: 2, closed: 2 });
  });
});

test('没有工作簿的，不说没有问题；逾期的在计入的单位里数', () => {
  const none = { ...dataOf([], { mode: 'final' }), missing: [] };
  expect(bodyOf(finalReport(none))).toContain('没有可以核对的工作簿，问题没有核对。');
  const files = { 'final甲.xlsx': { received: '2021-06-20' }, 'final乙.xlsx': { received: '2021-06-20' } };
  const late = bodyOf(finalReport(dataOf(both('final'), { mode: 'final', due: '2021-06-10', files })));
  expect(late.find((line) => line.includes('实报1个'))).toContain('计入的2个单位中，逾期报送的2个。');
});
