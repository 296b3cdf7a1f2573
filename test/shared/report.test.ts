import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../shared/model/addresses.ts';
import { checkCode } from '../../shared/model/check-codes.ts';
import type { Evaluation, Explanation, Finding, PlanSheet, Score } from '../../shared/model.ts';
import { policyAbouts } from '../../shared/policies.ts';
import { writePlan } from '../../shared/report/plan.ts';
import { unfiled } from '../../shared/report/reports.ts';
import { certified, evaluation, families, finding, indicator } from './evaluations.ts';

const gaps = (parts: Partial<Evaluation>, explanations: readonly Explanation[] = []) =>
  writePlan(evaluation(parts), policyAbouts[0]!, { ...unfiled, explanations }).sheets[0]!;
const summary = (parts: Partial<Evaluation>) => writePlan(evaluation(parts), policyAbouts[0]!).sheets[1]!;

/** Texts of the rows below the headings, empty cells left out. */
const body = (sheet: PlanSheet) =>
  (sheet.role === 'gaps' ? sheet.rows.slice(sheet.frozenRows, -2) : sheet.rows.slice(sheet.frozenRows)).map((row) =>
    row.map((one) => String(one.value ?? '')).filter(Boolean),
  );
const said = (sheet: PlanSheet) => sheet.rows.map((row) => row[0]!.value).join('\n');

describe('差距清单', () => {
  test('未达标一行，问题一行', () => {
    const sheet = gaps({ indicators: [indicator({}), certified], findings: [finding({})] });
    expect(sheet.name).toBe('终期差距清单');
    expect(sheet.rows[0]![0]!.value).toBe('“三社联动”试点工作终期评估差距清单');
    expect(sheet.rows.slice(1, 3).map((row) => row[0]!.value)).toEqual([
      '单位：田家庵区甲街道甲社区　　数据截止日：2021年5月31日　　检查日期：＿＿＿＿＿＿',
      '评估依据：淮南市“三社联动”首批试点（2020—2021）　　审核单位：＿＿＿＿＿＿',
    ]);
    expect(body(sheet)).toEqual([
      [
        '1',
        '指标差距',
        '花名册',
        'H3',
        '社区工作者持证比例未达标：现值30.00%（3/10），目标≥40%，差1名持证社工、10.00个百分点。',
        '列入整改。确有遗漏的据实补报。依据：淮府办〔2020〕8号一、总体目标。',
        'gap:huainan-2020:final:G03:甲社区:3/10',
      ],
      ['2', '强制', '花名册', 'K5', '第5行身份证号校验位不符。', '请按身份证件核对后重填。', 'R042|花名册|5'],
    ]);
  });

  test('先差距后问题，问题按轻重', () => {
    const sheet = gaps({
      indicators: [
        indicator({ id: 'V01', verdict: 'missing', numerator: null, at: null, reasons: ['没有社会组织名录'] }),
        indicator({ id: 'V02', verdict: 'to_verify', gap: { amount: 1, amountMin: 0, unit: '家' } }),
        certified,
        indicator({ id: 'S07', verdict: 'reference' }),
      ],
      findings: [
        finding({ key: 'n', severity: 'note' }),
        finding({ key: 'e', severity: 'error' }),
        finding({ key: 'w', severity: 'warning' }),
      ],
    });
    expect(sheet.rows.slice(4, -2).map((row) => row.at(-1)!.value)).toEqual([
      'gap:huainan-2020:final:G03:甲社区:3/10',
      'gap:huainan-2020:final:V02:甲社区:10/',
      'missing:没有社会组织名录',
      'e',
      'w',
      'n',
    ]);
    expect(body(sheet)[2]).toContain('城市社区社会组织数缺数据。没有社会组织名录。');
  });

  test('同一张表没报的指标并成一行', () => {
    const lacking = (id: string, name: string) =>
      indicator({
        id,
        name,
        verdict: 'missing',
        numerator: null,
        at: null,
        reasons: ['没有找到“平台与机制清单”；请补报该表。'],
      });
    const sheet = gaps({
      indicators: [lacking('P01', '服务中心'), lacking('P02', '服务站'), lacking('P06', '专项基金')],
    });
    expect(body(sheet)).toHaveLength(1);
    expect(body(sheet)[0]).toContain(
      '没有找到“平台与机制清单”；请补报该表。因此缺数据的指标有3项：服务中心、服务站、专项基金。',
    );
    expect(sheet.rows[4]!.at(-1)!.value).toBe('missing:没有找到“平台与机制清单”；请补报该表。');
  });

  test('由几项合成的指标，缺的是同一张表，也并进那一行；只有它自己缺的，说明缺的是哪一项', () => {
    const lacking = (id: string, name: string, reason: string) =>
      indicator({ id, name, verdict: 'missing', numerator: null, at: null, reasons: [reason] });
    const center = lacking('P01', '服务中心', '没有找到“清单”；请补报该表。');
    const stage = lacking('M03', '一阶段完成', '“服务中心”缺数据：没有找到“清单”；请补报该表。');
    const together = body(gaps({ indicators: [center, stage] }));
    expect(together).toHaveLength(1);
    expect(together[0]!.join()).toContain('没有找到“清单”；请补报该表。因此缺数据的指标有2项：服务中心、一阶段完成。');
    expect(body(gaps({ indicators: [stage] }))[0]!.join()).toContain('“服务中心”缺数据：没有找到“清单”；请补报该表。');
    const other = lacking('P02', '服务站', '没有找到“方案”；请补报该表。');
    expect(body(gaps({ indicators: [other, stage] }))).toHaveLength(2);
  });

  test('每行与列宽同长，键列隐藏，链接随格', () => {
    const sheet = gaps({ indicators: [certified], findings: [finding({})] }, [
      { key: '旧', text: '已补', review: '', about: '旧问题', cleared: false },
    ]);
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.widths.length);
    expect(sheet.widths.at(-1)).toBe(0);
    expect(sheet.rows[4]![3]).toEqual({
      value: 'H3',
      style: 'link',
      link: { sheet: '花名册', address: 'H3' },
    });
  });

  test('没有差距也说一句', () => expect(body(gaps({}))).toEqual([['未发现指标差距和数据问题。']]));

  test('日期写成日期，不写Excel的序号', () => {
    const sheet = gaps({ findings: [finding({ field: 'date', value: 43971, shown: '2020-05-20' })] });
    expect(sheet.rows[4]![4]!.value).toBe('第5行身份证号校验位不符。现值：2020-05-20。');
  });

  test('现值超过60字的截短，正好60字的不截；问题里已有的不再说', () => {
    const problem = (shown: string) =>
      gaps({ findings: [finding({ shown, message: '第5行不符。' })] }).rows[4]![4]!.value;
    expect(problem('长'.repeat(60))).toBe(`第5行不符。现值：${'长'.repeat(60)}。`);
    expect(problem('长'.repeat(61))).toBe(`第5行不符。现值：${'长'.repeat(60)}…。`);
    expect(problem('5')).toBe('第5行不符。');
  });

  test('像公式的文字原样作文字', () => {
    const sheet = gaps({ findings: [finding({ value: '=1+1', shown: '=1+1', message: '+2不是数' })] });
    expect(sheet.rows[4]![4]).toEqual({ value: '+2不是数现值：=1+1。', style: 'text' });
  });

  test('未到期的差距给出期限', () => {
    const sheet = gaps({
      mode: 'midterm',
      asOf: '2020-11-30',
      indicators: [indicator({ numerator: 0, verdict: 'behind', gap: { amount: 3, unit: '个' } })],
    });
    expect(body(sheet)[0]![5]).toContain('请于2021年5月31日（含）前补足。');
    expect(body(sheet)[0]![4]).toContain('差3家社区社会组织');
  });
});

describe('说明', () => {
  const key = finding({}).key;
  /** What the host would read back from a written sheet. */
  const readBack = (sheet: PlanSheet): readonly Explanation[] => {
    const start = sheet.rows.findIndex((row) => row[0]!.value === '已消除');
    return sheet.rows.flatMap((row, index) =>
      row[6]!.style === 'entry'
        ? [
            {
              key: String(row[8]!.value),
              text: String(row[6]!.value),
              about: String(row[4]!.value),
              review: String(row[7]!.value),
              cleared: start >= 0 && index > start,
            },
          ]
        : [],
    );
  };
  const explained: Explanation = {
    key,
    text: '已向公安核对',
    review: '',
    about: '第5行身份证号校验位不符。',
    cleared: false,
  };

  test('重新检查后仍在原问题旁', () => {
    const first = gaps({ findings: [finding({})] }, [explained]);
    expect(first.rows[4]![6]).toEqual({ value: '已向公安核对', style: 'entry' });
    expect(gaps({ findings: [finding({})] }, readBack(first))).toEqual(first);
  });

  test('问题消失，移到已消除；没写说明的不留', () => {
    const unexplained: Explanation = { key: '另一个', text: ' ', review: '', about: '另一问题', cleared: false };
    const sheet = gaps({}, [explained, unexplained]);
    expect(body(sheet).slice(1)).toEqual([
      ['已消除'],
      ['1', '已消除', '第5行身份证号校验位不符。', '已向公安核对', key],
    ]);
    expect(gaps({}, readBack(sheet))).toEqual(sheet);
  });

  test('问题又出现，说明回来', () => {
    const sheet = gaps({ findings: [finding({})] }, [{ ...explained, cleared: true }]);
    expect(sheet.rows[4]![6]!.value).toBe('已向公安核对');
    expect(said(sheet)).not.toContain('已消除');
  });

  test('同一键上下都写了说明，以已消除上面的为准，不论先读到哪一条', () => {
    const below: Explanation = { ...explained, text: '旧的说明', cleared: true };
    for (const both of [
      [explained, below],
      [below, explained],
    ]) {
      const sheet = gaps({ findings: [finding({})] }, both);
      expect(sheet.rows[4]![6]!.value).toBe('已向公安核对');
      expect(said(sheet)).not.toContain('已消除');
    }
  });

  test('以前的键含代号，不再写下：问题还在的，凭问题的话找到；不在的，留下说明', () => {
    const older = (about: string): Explanation => ({
      ...explained,
      key: 'R042|W03|0123456789ab|idno|ba9876543210',
      about,
    });
    const { message } = finding({});
    const sheet = gaps({ findings: [finding({})] }, [older(message), older('没有了的问题'), older('没有了的问题')]);
    expect(sheet.rows[4]!.slice(6).map(({ value }) => value)).toEqual(['已向公安核对', '', key]);
    expect(body(sheet).filter((row) => row.includes('没有了的问题'))).toEqual([
      ['1', '已消除', '没有了的问题', '已向公安核对', 'lapsed:没有了的问题'],
      ['2', '已消除', '没有了的问题', '已向公安核对', 'lapsed:没有了的问题#'],
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/[0-9a-f]{12}/);
    expect(gaps({ findings: [finding({})] }, readBack(sheet))).toEqual(sheet);
  });

  test('同一键的两行各有各的说明', () => {
    const twice = { findings: [finding({}), finding({})] };
    const sheet = gaps(twice, [explained]);
    const keys = sheet.rows.slice(4, -2).map((row) => row[8]!.value);
    expect(new Set(keys).size).toBe(2);
    expect(gaps(twice, readBack(sheet))).toEqual(sheet);
  });

  test('说明各归各的评估依据：换一份依据，原来的差距不是“已消除”；以前没有注明依据的归本次', () => {
    const [first, other] = policyAbouts;
    const written = (key: string): Explanation => ({ ...explained, key });
    const rowOf = (policy: typeof first, keys: readonly string[]) => {
      const { id, name, version } = policy!;
      const judged = { ...evaluation({ indicators: [certified] }), policy: { id, name, version } };
      return writePlan(judged, policy!, { ...unfiled, explanations: keys.map(written) }).sheets[0]!.rows.map((row) =>
        row.map(({ value }) => value),
      );
    };
    const here = rowOf(first, ['gap:G03:甲社区'])[4]!;
    expect(here.slice(6)).toEqual([explained.text, '', 'gap:huainan-2020:final:G03:甲社区:3/10']);
    const there = rowOf(other, ['gap:huainan-2020:G03:甲社区']);
    expect(there[4]![6]).toBe('');
    expect(there.at(-3)![1]).toBe('另一评估');
    expect(rowOf(other, ['gap:national-2017:G09:甲社区']).at(-3)![1]).toBe('已消除');
  });

  test('键是 __proto__ 也一样', () => {
    const odd = finding({ key: '__proto__' });
    const sheet = gaps({ findings: [odd] }, [{ ...explained, key: '__proto__' }]);
    expect(sheet.rows[4]![6]!.value).toBe('已向公安核对');
    expect(body(gaps({}, [{ ...explained, key: 'constructor' }])).at(-1)).toContain('constructor');
  });
});

describe('评估摘要', () => {
  test('标题、单位、依据、版本', () => {
    const sheet = summary({});
    expect(sheet.rows[0]![0]!.value).toBe('甲社区“三社联动”试点工作终期评估摘要');
    expect(said(sheet)).toContain('单位：田家庵区甲街道甲社区');
    expect(said(sheet)).toContain('（淮府办〔2020〕8号）');
    expect(sheet.rows.at(-1)![0]!.value).toBe(
      `程序版本：1.0.0　　校验码：${checkCode(evaluation({}).dataHash)}（数据相同，校验码相同）`,
    );
    expect(said(sheet)).toContain('审核单位（盖章）：');
    expect(sheet.rows.at(-1)![0]!.style).toBe('fine');
    expect(said(sheet)).toContain('供审核时参考，不代替认定。');
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.widths.length);
  });

  test('指标一行一项', () => {
    const row = summary({ indicators: [certified] }).rows.find((cells) => cells[0]!.value === '社区工作者持证比例')!;
    expect(row.map((one) => one.value)).toEqual([
      '社区工作者持证比例',
      '30.00%（3/10）',
      '■■■■■■■□□□',
      '≥40%',
      '1人、10.00个百分点',
      '未达标',
      '一、总体目标',
    ]);
  });

  test('文字在前，指标表在后；只作参考的列在表末', () => {
    const rows = summary({ indicators: [indicator({ id: 'S07', verdict: 'reference' }), certified] }).rows;
    const firsts = rows.map((row) => row[0]!.value);
    expect(firsts.indexOf('七、口径说明')).toBeGreaterThan(0);
    expect(firsts.slice(firsts.indexOf('附表　指标完成情况'), -3)).toEqual([
      '附表　指标完成情况',
      '指标',
      '社区工作者持证比例',
      '城市社区社会组织数',
    ]);
  });

  test('量、率、差距三件齐', () => {
    const text = said(summary({ indicators: [indicator({}), certified] }));
    expect(text).toContain('截至2021年5月31日，共判定指标2项，其中达标1项，未达标1项。');
    expect(text).toContain('城市社区社会组织数为10家，达到10家目标。');
    expect(text).toContain('社区工作者持证比例为30.00%（3/10），距40%目标差10.00个百分点、1人。');
  });

  test('参考和不适用另说，不进结论', () => {
    const others = (['met', 'reference', 'not_applicable'] as const).map((verdict) => indicator({ verdict }));
    expect(said(summary({ indicators: others }))).toContain('共判定指标1项，其中达标1项；另有参考1项，不适用1项。');
  });

  test('未到期说进展，不说未完成', () => {
    const text = said(
      summary({
        mode: 'midterm',
        asOf: '2020-11-30',
        indicators: [
          indicator({ name: '年度志愿服务活动数', numerator: 6, verdict: 'on_track', gap: { amount: 4, unit: '个' } }),
          indicator({ name: '项目数', numerator: 0, verdict: 'behind', gap: { amount: 3, unit: '个' } }),
          indicator({
            ...certified,
            target: { ...certified.target!, due: '2021-02-28' },
            verdict: 'on_track',
          }),
        ],
      }),
    );
    expect(text).toContain('甲社区“三社联动”试点工作中期评估摘要');
    expect(text).toContain('年度志愿服务活动数为6家，进度正常，距10家目标尚差4个。');
    expect(text).toContain('项目数为0家，进度滞后，距10家目标尚差3个。');
    expect(text).toContain('，进度正常，距40%目标尚差10.00个百分点、1人，应于2021年2月28日（含）前完成。');
    expect(text.match(/2021年5月31日（含）前/g)).toHaveLength(1);
    expect(text).not.toMatch(/未完成|未达标/);
  });

  test('只有做没做之分的事项不说差1项', () => {
    const step = { name: '示范点资格', numerator: 0, target: { ...families, p: 1, unit: '项' } } as const;
    const gap = { amount: 1, unit: '项' };
    expect(
      said(summary({ indicators: [indicator({ ...step, gap, verdict: 'unmet', reasons: ['分数不够'] })] })),
    ).toContain('示范点资格：未达标。分数不够。');
    expect(said(summary({ indicators: [indicator({ ...step, gap, verdict: 'behind' })] }))).toContain(
      '示范点资格：正在推进，进度滞后。',
    );
    const [line] = body(gaps({ indicators: [indicator({ ...step, gap, verdict: 'unmet' })] }));
    expect(line!.slice(4, 6)).toEqual([
      '示范点资格未达标。',
      '列入整改。确有遗漏的据实补报。依据：淮府办〔2020〕8号一、总体目标。',
    ]);
  });

  test('待核实给出上下界和原因', () => {
    const text = said(
      summary({
        indicators: [
          indicator({
            name: '依法登记的社区社会组织数',
            numerator: 4,
            lower: 4,
            upper: 5,
            target: { ...families, p: 5 },
            gap: { amount: 1, amountMin: 0, unit: '家' },
            verdict: 'to_verify',
            reasons: ['第9行信用代码校验位不符'],
          }),
        ],
      }),
    );
    expect(text).toContain(
      '依法登记的社区社会组织数按现有数据为4～5家，目标≥5家，差0～1家，待核实。第9行信用代码校验位不符。',
    );
  });

  test('数据质量、未识别、未检查', () => {
    const text = said(
      summary({
        findings: [finding({}), finding({ severity: 'note' })],
        unread: [{ sheet: '通讯录', address: 'A1:D9', reason: '没有识别出表' }],
        notChecked: ['R002', 'R003'].map((rule) => ({ rule, reason: '没有试点名册' })),
      }),
    );
    expect(text).toContain('共发现数据问题2项：强制1项，核实0项，提示1项。');
    expect(text).toContain('“通讯录”（A1:D9）：没有识别出表。');
    expect(text).toContain('另有2条审核规则，本工作簿的数据不足以核对：没有试点名册（2条）。');
  });

  test('口径说明逐字照录，并写明文件的不一致', () => {
    const text = said(summary({}));
    expect(text).toContain(
      '社区社会组织按每个试点社区计（城市≥10家、农村≥5家），含依法登记与街道备案，不含业主委员会、居（村）委会下属机构和楼栋自治组织；持证比例以社区两委成员和纳入管理的专职人员为分母，机构派驻社工另计；志愿者注册率以常住人口为分母；参与率以去重人数计；年度指标窗口为2020年6月1日至2021年5月31日；各率合并值为分子合计除以分母合计。文件未明确之处采用上述口径。',
    );
    expect(text).not.toMatch(/本报告|附件4/);
    expect(text.match(/^\d．/gm)).toHaveLength(3);
  });

  describe('评分', () => {
    const score: Score = {
      table: 'proposal-2020',
      version: '1.0',
      name: '“三社联动”试点评分表',
      status: '建议方案，非文件规定',
      total: 6.4,
      upper: 8,
      max: 8,
      full: 13,
      grade: null,
      items: [{ id: 'G01', name: '城市社区社会组织', points: 6.4, upper: 8, max: 8 }],
      unscored: [
        { id: 'S08', name: '志愿者注册率', max: 5, applies: true, reason: '缺数据。' },
        { id: 'V04', name: '社区社会组织联合会', max: 2, applies: false, reason: '条件未成熟。' },
      ],
      pilotSite: {
        suggestions: [
          { scope: 'street', entity: null, suggestion: 'undecided', reasons: ['缺数据：社区学院'] },
          { scope: 'community', entity: '甲社区', suggestion: 'award_after_rectification', reasons: [] },
        ],
        vetoes: [
          { id: 'VETO-1', name: '弄虚作假', state: 'to_verify' },
          { id: 'VETO-4', name: '未整改即申请验收', state: 'clear' },
        ],
      },
    };

    test('得分、未计分、等级待定，处处注明是建议方案', () => {
      const text = said(summary({ score }));
      expect(text).toContain('六、评分（建议方案，非文件规定）');
      expect(text).toContain(
        '按“三社联动”试点评分表（1.0版，建议方案，非文件规定）试算：已计分项目满分8分，得6.40分，待核实的数据核实后最多8.00分。',
      );
      expect(text).toContain('全表满分13分，其中5分未计分，不作0分。等级待未计分、待核实的项目定后再出。');
      expect(text).toContain('未计分（缺数据）：志愿者注册率（5分）。');
      expect(text).toContain('不适用（条件未成熟）：社区社会组织联合会（2分）。');
      expect(text).toContain('七、口径说明');
    });

    test('等级和示范点建议', () => {
      const text = said(summary({ score: { ...score, grade: '良好' } }));
      expect(text).toContain('，等级为良好。');
      expect(text).not.toContain('定后再出');
      expect(text).toContain('示范点建议　街道（乡镇）：资料不全，暂不能建议。缺数据：社区学院。');
      expect(text).toContain('示范点建议　甲社区：建议整改后授予。');
      expect(text).toContain('否决项须由人核查：弄虚作假。');
      expect(text).toContain('以上只是程序的建议，由市民政局认定。');
    });

    test('明细一项一行', () => {
      const rows = summary({ score }).rows.map((row) => row.slice(0, 5).map(({ value }) => value));
      const from = rows.findIndex(([first]) => first === '附表　评分（建议方案，非文件规定）明细');
      expect(rows.slice(from + 1, from + 3)).toEqual([
        ['项目', '得分', '得分与满分之比', '满分', '核实后最多'],
        ['城市社区社会组织', 6.4, '■■■■■■■■□□', 8, 8],
      ]);
      for (const row of summary({ score }).rows) expect(row).toHaveLength(7);
    });

    test('中期是进度评分，没有等级', () => {
      const text = said(summary({ mode: 'midterm', score: { ...score, pilotSite: null } }));
      expect(text).toContain('六、进度评分（建议方案，非文件规定）');
      expect(text).toContain('中期只看进度，不出等级。');
      expect(text).not.toContain('示范点建议');
    });

    test('关闭评分，摘要里一处也没有', () => {
      const text = JSON.stringify(summary({ score: null }).rows);
      expect(text).toContain('六、口径说明');
      expect(text).not.toMatch(/评分|得分|计分|示范点|建议方案/);
    });
  });

  test('别的文件说自己的口径', () => {
    const text = said(writePlan(evaluation({}), policyAbouts[1]!).sheets[1]!);
    expect(text).toContain('甲社区培育发展社区社会组织工作终期评估摘要');
    expect(text).toContain('没有“所属社区”一栏的按一个社区计');
  });

  test('未识别单位', () => {
    const unit = { county: null, countyName: null, street: null, community: null, urbanRural: 'unknown' } as const;
    expect(said(summary({ unit }))).toContain('单位：（未识别填报单位）');
  });
});

describe('标注', () => {
  const marks = (parts: Partial<Evaluation>) => writePlan(evaluation(parts), policyAbouts[0]!).marks;
  const at = (address: string, severity: Finding['severity'], sheet = '花名册') =>
    finding({ at: { sheet, address }, severity });

  test('同一格取最重的', () => {
    expect(
      marks({
        findings: [at('H3', 'note'), at('H3', 'warning')],
        indicators: [certified, indicator({ verdict: 'met' })],
      }),
    ).toEqual([{ sheet: '花名册', address: 'H3', level: 'gap' }]);
    expect(marks({ findings: [at('H3', 'error')], indicators: [certified] })[0]!.level).toBe('error');
    expect(marks({ indicators: [indicator({ verdict: 'behind' })] })[0]!.level).toBe('gap');
    expect(marks({ indicators: [indicator({ verdict: 'to_verify' })] })).toEqual([]);
    expect(marks({ indicators: [indicator({ verdict: 'missing' })] })).toEqual([]);
  });

  test('整行、整片的问题只标开头一格，那一格另有更重的就让出', () => {
    expect(marks({ findings: [at('A3:E5', 'note'), at('C4', 'error')] })).toEqual([
      { sheet: '花名册', address: 'A3', level: 'note' },
      { sheet: '花名册', address: 'C4', level: 'error' },
    ]);
    expect(marks({ findings: [at('A3:E5', 'note'), at('A3', 'error')] })).toEqual([
      { sheet: '花名册', address: 'A3', level: 'error' },
    ]);
  });

  test('同一栏里上下几格都有问题的，每格都标', () => {
    expect(marks({ findings: [at('C4:C9', 'note'), at('C6', 'error')] })).toEqual([
      { sheet: '花名册', address: 'C4:C5', level: 'note' },
      { sheet: '花名册', address: 'C6', level: 'error' },
      { sheet: '花名册', address: 'C7:C9', level: 'note' },
    ]);
  });

  test('相邻的格并成一块，隔行、隔表的不并', () => {
    expect(marks({ findings: ['B5', 'B4', 'C4', 'C5', 'B7'].map((address) => at(address, 'note')) })).toEqual([
      { sheet: '花名册', address: 'B4:C5', level: 'note' },
      { sheet: '花名册', address: 'B7', level: 'note' },
    ]);
    expect(marks({ findings: [at('B5', 'note'), at('B6', 'note', '名录')] })).toHaveLength(2);
  });

  test('多得没有读取的，只标最后一格', () => {
    const addresses = (address: string) => marks({ findings: [at(address, 'note')] }).map((mark) => mark.address);
    expect(addresses('A1:I1048576')).toEqual(['I1048576']);
    expect(addresses('A1:J10000')).toEqual(['A1']);
  });

  test('随意重叠的地方：每格恰有其最重的一级', () => {
    let seed = 7;
    const next = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    const order = ['error', 'warning', 'note'] as const;
    for (let round = 0; round < 100; round++) {
      const findings = Array.from({ length: 8 }, () => {
        return at(`${'ABC'[next(3)]}${next(6) + 1}`, order[next(3)]!);
      });
      const expected = new Map<string, number>();
      for (const { at: place, severity } of findings) {
        for (const cell of cells(place.address)) {
          expected.set(cell, Math.min(order.indexOf(severity as 'error'), expected.get(cell) ?? 9));
        }
      }
      const found = marks({ findings }).flatMap((mark) =>
        cells(mark.address).map((cell) => [cell, order.indexOf(mark.level as 'error')] as const),
      );
      expect(found).toHaveLength(expected.size);
      expect(new Map(found)).toEqual(expected);
    }
  });

  const cells = (address: string): string[] => {
    const { top, left, bottom, right } = parseAddress(address)!;
    const all: string[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) all.push(`${row},${column}`);
    return all;
  };
});
