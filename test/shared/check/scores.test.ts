/** The proposed score table: points worked out by hand, nothing for what is not known, no grade before the end. */
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../shared/check/conditions/scope.ts';
import { scoreOf } from '../../../shared/check/verdicts/scoring/scores.ts';
import { grounds } from '../../../shared/evaluate.ts';
import type { Cell, Indicator, Mode, ScoreTable } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { changed, sound } from './sound.ts';
import { facts, filed, judged, organisations, registered, ruralFacts, type Sheets, times } from './workbooks.ts';

const { catalogue } = grounds;

const table = policies[0]!.scoreTable!;

/** `分数/满分` of every item scored. */
function points(sheets: Sheets, options = {}) {
  return Object.fromEntries(
    judged(sheets, options).score!.items.map(({ id, points, max }) => [id, `${points}/${max}`]),
  );
}

/** Points and reason of every item that was not scored. */
function unscored(sheets: Sheets) {
  return Object.fromEntries(judged(sheets).score!.unscored.map(({ id, max, reason }) => [id, `${max}：${reason}`]));
}

describe('评分表', () => {
  test.each(['urban', 'rural'] as const)('%s：满分 100 分', (kind) => {
    const items = table.items.filter(({ only }) => only === undefined || only === kind);
    expect(items.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });

  test('每项得分的指标都在目录里', () => {
    const ids = policies[0]!.indicators.map(({ id }) => id);
    expect(table.items.flatMap(({ of }) => of).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('注明是建议方案，有自己的版本', () => {
    expect(judged(sound).score).toMatchObject({
      table: 'proposal-2020',
      version: '1.0',
      status: '建议方案，非文件规定',
    });
  });
});

describe('8 家组织、持证 3/10', () => {
  const sheets = {
    名录: organisations(...times(5, (n) => registered(`和谐${n}社`)), ...times(3, (n) => filed(`春风${n}队`))),
    花名册: [
      ['姓名', '人员类别', '持证情况', '证书编号'],
      ...times(10, (n) => [`人${n}`, '专职社区工作者', n <= 3 ? '初级' : '无', n <= 3 ? `G${n}` : null]),
    ],
  };

  test('城市：G01 8/10×8、V01 4、V02 3/5×4、V03 2/3×2、G03 30%/40%×6', () => {
    const city = { 基本情况: facts, ...sheets };
    expect(points(city)).toEqual({ G01: '6.4/8', V01: '4/4', V02: '2.4/4', V03: '1.33/2', G03: '4.5/6' });
    expect(judged(city).score).toMatchObject({ total: 18.63, upper: 18.63, max: 24, full: 100, grade: null });
  });

  test('农村：V01、V02 的 8 分并入 G02，8/5 以满分 16 计', () => {
    expect(points({ 基本情况: ruralFacts, ...sheets })).toEqual({ G02: '16/16', V03: '1.33/2', G03: '4.5/6' });
  });

  test('城乡未定：两种算法的 16 分都不猜', () => {
    const nowhere = facts.map((row) =>
      row.map((cell): Cell => (cell === '111' || cell === '城市' ? null : cell === '春申社区' ? '春申' : cell)),
    );
    const unknown = { 基本情况: nowhere, ...sheets };
    expect(points(unknown)).toEqual({ V03: '1.33/2', G03: '4.5/6' });
    expect(unscored(unknown)).toMatchObject({
      G01: '8：未能判定本社区是城市还是农村，两者计分不同。',
      V01: expect.stringMatching(/^4：/),
      V02: expect.stringMatching(/^4：/),
    });
    expect(judged(unknown).score).toMatchObject({ max: 8, full: 100 });
  });

  test('没有计分的项目逐项列出分值和原因，合起来是满分', () => {
    const city = { 基本情况: facts, ...sheets };
    expect(unscored(city)).toMatchObject({
      S08: '5：缺数据。',
      'S01+S02': '3：缺数据：政府购买社会工作服务制度、岗位与项目相结合购买。',
      M05: '2：社区工作簿不反映，由评估人员评定。',
      满意度: '2：社区工作簿不反映，由评估人员评定。',
    });
    const rest = judged(city).score!.unscored.reduce((sum, { max }) => sum + max, 0);
    expect(24 + rest).toBe(100);
  });
});

describe('不猜', () => {
  test('两个指标合为一项的，缺一个就整项不计', () => {
    const half = changed({ 人才培养: null });
    expect(points(half)['T03+T04']).toBeUndefined();
    expect(unscored(half)['T03+T04']).toBe('2：缺数据：“1+4”五类人才培养、四类人才保障机制。');
    expect(unscored(changed({ '有无表!A9': null, '有无表!B9': null }))['S01+S02']).toMatch(/^3：缺数据：/);
  });

  test('待核实的按下界计，并给出上界', () => {
    // 校验位不符: one of the five registered may not be one.
    const { score } = judged(changed({ '名录!D2': '52340403MJA0000294' }));
    expect(score!.items.find(({ id }) => id === 'V01')).toMatchObject({ points: 3.2, upper: 4, max: 4 });
    expect(score).toMatchObject({ total: 94.53, upper: 95.33 });
  });

  test('“无”是 0 还是没有报，核实前上界为满分', () => {
    const none = { 基本情况: facts, 名录: organisations(['无']) };
    expect(judged(none).score!.items.find(({ id }) => id === 'G01')).toMatchObject({ points: 0, upper: 8 });
  });

  test('条件未成熟的不计分也不扣分：满分减去它的分值', () => {
    // 4 家登记: 联合会 is not asked for yet.
    const unripe = changed({
      名录: organisations(...times(4, (n) => registered(`和谐${n}社`)), ...times(5, (n) => filed(`春风${n}队`))),
      '有无表!C17': '否',
    });
    const { score } = judged(unripe);
    expect(score!.unscored.find(({ id }) => id === 'V04')).toMatchObject({ max: 2, applies: false });
    // 95.33 − 2 (V04) − 0.8 (V01 4/5) − 0.8 (G01 9/10×8)
    expect(score).toMatchObject({ total: 91.73, max: 94, full: 98, grade: '优秀' });
  });
});

describe('等级', () => {
  test('终期：只有四项、三类重点组织缺一类，95.33 分，余下 4 分不论给多少都是优秀', () => {
    expect(judged(sound).score).toMatchObject({ total: 95.33, max: 96, full: 100, grade: '优秀' });
  });

  test('中期没有等级，也不建议示范点', () => {
    expect(judged(sound, { mode: 'midterm' }).score).toMatchObject({ grade: null, pilotSite: null });
  });

  const one: ScoreTable = { ...table, items: [{ id: 'S08', name: '', of: ['S08'], max: 100, by: 'linear' }] };
  const scored = (numerator: number, scoreTable = one, mode: Mode = 'final') => {
    const unit = { urbanRural: 'urban' };
    const scope = { scoreTable, mode, reading: { unit }, policy: policies[1], catalogue } as Scope;
    const figures = { numerator, lower: numerator, upper: numerator, denominator: 1000, target: { p: 1, q: 1 } };
    return scoreOf([{ id: 'S08', verdict: 'unmet', ...figures } as Indicator], scope);
  };

  test.each([
    [1000, '优秀'],
    [900, '优秀'],
    [895, '良好'],
    [800, '良好'],
    [799, '合格'],
    [600, '合格'],
    [599, '不合格'],
    [0, '不合格'],
  ])('%s‰ → %s：半开区间，没有空档', (numerator, wanted) => {
    expect(scored(numerator)?.grade).toBe(wanted);
  });

  test.each([
    [900, '优秀'],
    [899, null],
    [800, '良好'],
    [560, null],
    [559, '不合格'],
  ])('另有 4 分由人评定：%s‰ → %s', (numerator, wanted) => {
    const judge = { id: 'satisfaction', name: '', of: [], max: 4, by: 'judge' } as const;
    const linear = { ...one.items[0]!, max: 96 } as const;
    const widened = { ...one, items: [linear, judge] };
    // 96 × 937.5‰ = 90
    expect(scored((numerator * 1000) / 960, widened)?.grade).toBe(wanted);
  });

  test('阶梯计分', () => {
    const steps = [
      { from: 1, share: 1 },
      { from: 0.8, share: 2 / 3 },
      { from: 0.6, share: 1 / 3 },
    ];
    const stepped: ScoreTable = { ...one, items: [{ ...one.items[0]!, by: 'step', steps, max: 3 }] };
    expect([1000, 999, 800, 799, 600, 599].map((numerator) => scored(numerator, stepped)?.total)).toEqual([
      3, 2, 2, 1, 1, 0,
    ]);
  });

  test('加分：一项一分，至多两分', () => {
    const bonus: ScoreTable = { ...one, items: [{ ...one.items[0]!, by: 'bonus', max: 2 }] };
    expect([0, 1, 2, 9].map((numerator) => scored(numerator, bonus)?.total)).toEqual([0, 1, 2, 2]);
  });

  test('同样的分数，中期不出等级', () => {
    expect(scored(1000, one, 'midterm')).toMatchObject({ total: 100, grade: null });
  });

  test('所依据的指标工作簿不反映的，由人评定', () => {
    const both: ScoreTable = { ...one, items: [...one.items, { ...one.items[0]!, id: '合', of: ['S08', 'M05'] }] };
    expect(scored(1000, both)?.unscored).toMatchObject([
      { id: '合', max: 100, applies: true, reason: '社区工作簿不反映，由评估人员评定。' },
    ]);
  });

  test('保留两位，四舍五入：5.625 → 5.63，2.675 → 2.68，1.035 → 1.04', () => {
    const of = (max: number) => ({ ...one, items: [{ ...one.items[0]!, max }] });
    expect(scored(937.5, of(6))?.total).toBe(5.63);
    expect(scored(535, of(5))?.total).toBe(2.68);
    expect(scored(345, of(3))?.total).toBe(1.04);
  });
});

describe('示范点建议', () => {
  const suggested = (cells: Parameters<typeof changed>[0] = {}) =>
    judged(changed(cells)).score!.pilotSite!.suggestions.map(({ entity, suggestion }) => [entity, suggestion]);

  test('分数够、目标达标、没有发现否决项：建议授予；弄虚作假等由人核查', () => {
    expect(suggested()).toEqual([
      ['洞泉街道', 'award'],
      ['春申社区', 'award'],
    ]);
    expect(judged(sound).score!.pilotSite!.vetoes.map(({ id, state }) => [id, state])).toEqual([
      ['VETO-1', 'to_verify'],
      ['VETO-2', 'to_verify'],
      ['VETO-3', 'to_verify'],
      ['VETO-4', 'clear'],
    ]);
  });

  test('街道自己的六项未达标，只影响街道', () => {
    expect(suggested({ '有无表!C5': '否' })).toEqual([
      ['洞泉街道', 'award_after_rectification'],
      ['春申社区', 'award'],
    ]);
  });

  test('总体目标未达标：都须整改', () => {
    expect(suggested({ '花名册!G2': '无', '花名册!H2': null, '花名册!I2': null })).toEqual([
      ['洞泉街道', 'award_after_rectification'],
      ['春申社区', 'award_after_rectification'],
    ]);
  });

  test('中期问题未销号是否决项：整改后再授予', () => {
    const { score, indicator } = judged(changed({ '整改!G2': '整改中' }));
    expect(score!.pilotSite!.vetoes.at(-1)).toMatchObject({ id: 'VETO-4', state: 'applies' });
    expect(score!.pilotSite!.suggestions[1]).toMatchObject({
      suggestion: 'award_after_rectification',
      reasons: expect.arrayContaining(['有否决项：未整改即申请验收。']),
    });
    expect(indicator('Q01').verdict).toBe('unmet');
  });

  test('目标待核实：暂不能建议', () => {
    expect(suggested({ '花名册!D3': null })).toEqual([
      ['洞泉街道', 'undecided'],
      ['春申社区', 'undecided'],
    ]);
  });

  test('分数是否过线还不能确定：暂不能建议', () => {
    expect(suggested({ 有无表: null, 方案: null, 服务项目: null, 志愿者情况: null, 活动台账: null })).toEqual([
      ['洞泉街道', 'undecided'],
      ['春申社区', 'undecided'],
    ]);
  });

  test('分数不论如何都不够：不建议', () => {
    const { score } = judged(poor);
    expect(score!.total + (score!.full - score!.max)).toBeLessThan(60);
    expect(score!.pilotSite!.suggestions.map(({ suggestion }) => suggestion)).toEqual(['no_award', 'no_award']);
  });

  const poor = changed({
    名录: organisations(filed('春风队')),
    有无表: sound.有无表!.map((row, n) => (n === 0 ? row : row.map((cell) => (cell === '是' ? '否' : cell)))),
    花名册: [
      ['姓名', '人员类别', '持证情况'],
      ['甲', '专职社区工作者', '无'],
    ],
  });
});

describe('可以关闭，没有评分表的政策不评分', () => {
  test('关闭后没有评分，示范点资格也不作建议', () => {
    const off = judged(sound, { score: false });
    expect(off.score).toBeNull();
    expect(off.indicator('Q01')).toMatchObject({ verdict: 'not_applicable', numerator: null });
    expect(JSON.stringify(off.indicators)).not.toMatch(/评分|计分|得分|示范点建议/);
  });

  test('其余判定不变', () => {
    const [off, on] = [judged(sound, { score: false }), judged(sound, { score: true })];
    const others = ({ indicators }: typeof on) => indicators.filter(({ id }) => id !== 'Q01');
    expect(others(off)).toEqual(others(on));
    expect(off.findings).toEqual(on.findings);
  });

  test.each(policies.filter(({ scoreTable }) => !scoreTable).map(({ id }) => id))('%s', (targetSet) => {
    expect(judged(sound, { targetSet }).score).toBeNull();
  });

  test('没有可评的项目，不评分', () => {
    expect(judged({ 说明: [['填表说明']] }).score).toBeNull();
  });
});
