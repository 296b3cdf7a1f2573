import { describe, expect, test } from 'vitest';
import { grounds } from '../../../shared/evaluate.ts';
import { readFlag } from '../../../shared/read/flags.ts';
import { vocabularyOf } from '../../../shared/read/vocabulary.ts';
import { readWords } from '../../../shared/read/words.ts';

const { catalogue } = grounds;

const { writings } = catalogue;
const { books } = vocabularyOf(catalogue);
const reading = (list: string, text: string, several: boolean) => readWords(text, books.get(list)!, writings, several);
const code = (list: string, text: string) => reading(list, text, false).codes;
const codes = (list: string, text: string) => reading(list, text, true).codes;
const flag = (raw: string | number | boolean) => {
  const { state, flag: said } = readFlag(raw, writings);
  return state === 'value' ? said : state;
};

describe('是与否（规格 2.4）', () => {
  test.each(['√', '✓', '☑', '是', '有', '已成立', '已建成', 'Y', 1, 'TRUE', true])('%s 是“是”', (raw) => {
    expect(flag(raw)).toBe('yes');
  });
  test.each(['×', '否', '无', 'N', 0, '未建', false])('%s 是“否”', (raw) => {
    expect(flag(raw)).toBe('no');
  });
  test.each(['筹建中', '在建', '正在办理', '部分', '/', '—'])('%s 是办理中', (raw) => {
    expect(flag(raw)).toBe('underWay');
  });
  test('勾选框看打勾的那一项', () => {
    expect(flag('□未建 ■已建')).toBe('yes');
    expect(flag('□是 ☑否')).toBe('no');
    expect(flag('□是 ☑否（正在筹建）')).toBe('underWay');
    expect(flag('□是 □否')).toBe('blank');
    expect(flag('☑是 ☑否')).toBe('doubtful');
  });
});

describe('代码', () => {
  test('未登记不含“登记”的意思', () => {
    expect(code('MGMT', '登记')).toEqual(['登记']);
    expect(code('MGMT', '在区民政局登记')).toEqual(['登记']);
    expect(code('MGMT', '未登记')).toEqual(['未登记未备案']);
    expect(code('MGMT', '登记并备案')).toEqual([]);
  });
  test('一格两证', () => {
    expect(codes('CERT', '助理、中级')).toEqual(['1', '2']);
    expect(codes('CERT', '初级、中级')).toEqual(['1', '2']);
    expect(codes('CERT', '省级社会工作员')).toEqual(['L']);
    expect(codes('CERT', '无')).toEqual(['0']);
  });
  test.each([
    '拟报考初级',
    '报考中级',
    '正在备考中级',
    '未取得中级',
    '初级（备考中）',
    '未取得',
    '不持证',
    '备考',
    '没有中级',
  ])('社工证“%s”是没有', (text) => expect(codes('CERT', text)).toEqual(['0']));
  test.each([
    ['中级，拟报考高级', ['2']],
    ['初级、未取得中级', ['1']],
    ['初级（未登记）', ['1']],
    ['成绩合格待发证', ['P']],
  ])('社工证“%s”', (text, expected) => expect(codes('CERT', text)).toEqual(expected));
  test.each(['正在登记', '拟登记', '登记中', '待备案', '申请备案中', '正在办理', '未依法登记', '准备到民政局登记'])(
    '管理方式“%s”要问',
    (text) => expect(reading('MGMT', text, false).state).toBe('doubtful'),
  );
  test('已办的仍是已办', () => {
    expect(code('MGMT', '不需登记，已备案')).toEqual(['备案']);
    expect(code('MGMT', '已经登记')).toEqual(['登记']);
    expect(codes('CAT', '非遗文化')).toEqual(['文体活动']);
  });
  test('不活跃不是正常，未结项不是已结项', () => {
    expect(code('ORGSTAT', '不活跃')).toEqual(['停止活动']);
    expect(code('ORGSTAT', '不太活跃')).toEqual([]);
    expect(code('PROJSTAT', '未结项')).toEqual([]);
  });
  test('“社工师”“有”取用但提请核实', () => {
    expect(reading('CERT', '社工师', true)).toMatchObject({ codes: ['2'], doubtful: true, state: 'value' });
    expect(reading('CERT', '有', true)).toMatchObject({ codes: ['U'], doubtful: true, state: 'value' });
  });
  test('职务对应人员类别，一人多职', () => {
    expect(codes('WTYPE', '书记、主任')).toEqual(['A1', 'A2']);
    expect(codes('WTYPE', '网格员')).toEqual(['A4']);
    expect(codes('WTYPE', '驻站社工（机构）')).toEqual(['B2']);
  });
  test('勾选城市或农村', () => {
    expect(code('URBAN', '☑城市 □农村')).toEqual(['urban']);
    expect(code('URBAN', '□城市 □农村')).toEqual([]);
  });
});

/** 认得的写 =，要问的写 ?，勾选框都没有勾的写 □，其余是读出的代码。 */
const WRITINGS: readonly (readonly [list: string, several: boolean, readings: Readonly<Record<string, string>>])[] = [
  [
    'WTYPE',
    true,
    {
      '社区党委书记、主任（一肩挑） 村党组织成员 党总支副书记 居委会委员、调解主任 副主任 民政专干 党建专干 综治专干':
        '=',
      '社保专员 残联专干 网格员（第三网格） 专职网格员 社区干事': '=',
      '党总支书记 党支部书记 社区党总支书记 党总支副书记、居民委员会主任': 'A1',
      '居民委员会委员 居民委员会主任 居民委员会副主任 村民委员会主任 居民委员会成员': 'A2',
      居民委员会聘用人员: '?',
      '妇联主席 会计 报账员 兼职网格员 书记助理 主任助理 支部书记助理 居委会聘用人员 退休返聘 劳务派遣 见习': '?',
      '居务监督委员会主任 非公益岗': '?',
      '公益岗 保洁 保安 门卫 网格员（公益性岗位） 居委会聘用保洁': 'B1',
      '驻站社工（机构） 社区工作者（机构派驻）': 'B2',
      '大学生村官 第一书记（选派） 副书记（挂职）': 'B3',
      物业网格员: 'B4',
      '两委后备干部 业委会主任 街道包保干部': 'B6',
    },
  ],
  [
    'CERT',
    true,
    {
      '助理社会工作师 初级社工 社工初级 全国助理社会工作师 初级 √初级 [√]初级[]中级 初级□助理☑ R初级£中级': '1',
      '社会工作师 中级社工 社会工作师（2019年） 社工师 中级 社会工作师、心理咨询师 □初级☑中级 （）初级（√）中级': '2',
      高级社会工作师: '3',
      '有 √ 持证': 'U',
      '无 否 未取得 在考 已报名 通过一门': '0',
      '成绩合格，证未发 初级成绩合格': 'P',
      省级社会工作员: 'L',
      '心理咨询师 教师资格证 二级建造师 会计证 中级会计师 高级工 中级职称 高级育婴师 初级待考 初级、待考 证书遗失': '?',
      '助理社会工作师（考试中） 初级考试 初级（考试） 2020年考试初级': '?',
      '考试取得初级 2019年考试取得助理社会工作师': '1',
      '社会工作者职业水平考试中级 通过考试取得社会工作师': '2',
      '□初级□中级 初级○中级○': '□',
    },
  ],
  [
    'MGMT',
    false,
    {
      '登记 已登记 民政局登记 区级登记 注册 登记☑备案□ ☑登记□备案 备案转登记 登记（区民政局）': '登记',
      '备案 街道备案 云桥街道备案 备案（街道） 社区备案 备案（云桥街道）': '备案',
      '备案申请 登记申请 已申请备案 挂靠 非登记 登记？ 登记并备案 登记（筹） 登记或备案': '?',
      '□登记□备案': '□',
    },
  ],
  [
    'ORGSTAT',
    false,
    {
      '正常 运行良好 活跃 正常（2019年换届） 年检合格': '正常',
      '注销 2021年8月注销 已解散': '注销',
      撤销: '撤销',
      停止活动: '停止活动',
      '2019年停办2020年恢复 正常（拟注销） 基本停滞': '?',
    },
  ],
  ['FULLTIME', false, { '专职 全职 专': '专职', '兼职 兼': '兼职', '专职（兼书记）': '?', '□专职□兼职': '□' }],
  [
    'PROJSTAT',
    false,
    {
      '已启动 实施中 正常开展 进行中（第二期） 已过半': '实施中',
      '已结项 结项并验收': '已结项',
      '拟立项 未启动': '拟立项',
      终止: '终止',
      暂停: '?',
    },
  ],
  [
    'RECTIFY',
    false,
    {
      '已销号 已整改到位 已完成': '已销号',
      '整改中 持续推进 已补齐1人': '整改中',
      '已完成待验收 已完成，待验收': '已完成待验收',
    },
  ],
  ['URBAN', false, { '☑城市□农村 城市社区': 'urban', '村委会 农村': 'rural', '非城市 城乡结合部': '?' }],
  ['GRP', true, { '□特殊老人☑残疾人': '残疾人', '残疾人、某某某': '残疾人' }],
];

describe.each(WRITINGS)('%s：每个字都认得才算数', (list, several, readings) => {
  const cases = Object.entries(readings).flatMap(([texts, meant]) =>
    texts.split(' ').map((text) => [text, meant] as const),
  );
  test.each(cases)('“%s” %s', (text, meant) => {
    const { state, codes: found } = reading(list, text, several);
    const said = state === 'doubtful' ? '?' : state === 'blank' ? '□' : (found[0] ?? '');
    expect(meant === '=' ? state : said).toBe(meant === '=' ? 'value' : meant);
  });
  test.each(cases)('“%s”只留认得的部分，读出的一样', (text) => {
    const { state, codes: found, known } = reading(list, text, several);
    expect(reading(list, known || text, several)).toMatchObject({ state, codes: found, known });
  });
});

describe('是与否：后面的话只在否定、未到、有条件或说的是别处时才要问', () => {
  test.each([
    ['是（与党群服务中心合用）', 'yes'],
    ['已建成，面积120㎡', 'yes'],
    ['是，但未挂牌', 'doubtful'],
    ['已完成，待验收', 'doubtful'],
    ['是（街道统一建设）', 'doubtful'],
    ['街道统一设立、见街道', 'doubtful'],
    ['是（区里统一）', 'doubtful'],
    ['是（街道）', 'doubtful'],
    ['已出台（草案）', 'doubtful'],
    ['不适用', 'doubtful'],
    ['借调', 'doubtful'],
    ['未建（缺场地）', 'no'],
    ['□是□否', 'blank'],
    ['是□否☑', 'no'],
    ['（√）是（ ）否', 'yes'],
    ['£是 R否', 'no'],
    ['¨是 ¨否', 'blank'],
    ['是●否○', 'yes'],
  ])('“%s” %s', (text, meant) => expect(flag(text)).toBe(meant));
});

describe('印好让人圈选的几个词，没有圈选就是没有填', () => {
  test.each([
    ['是  否', 'doubtful'],
    ['有 无', 'doubtful'],
    ['是、否', 'doubtful'],
    ['是/否', 'doubtful'],
    ['是\n否', 'doubtful'],
    ['否 是', 'doubtful'],
    ['在岗 离岗', 'doubtful'],
    ['是 否√', 'no'],
    ['是、否（√）', 'no'],
    ['√是 否', 'yes'],
    ['√否 是', 'no'],
    ['否 未建', 'no'],
    ['无，未成立', 'no'],
  ])('“%s” %s', (text, meant) => expect(flag(text)).toBe(meant));
});

describe('“是”后面写着撤销、离开的，要问', () => {
  test.each([
    '是（已撤销）',
    '是（已注销）',
    '有（已解散）',
    '有，停用',
    '是（2020年已停）',
    '已建成，2021年3月已取消',
    '是（无资金）',
    '是（离职）',
    '在岗（已退休）',
    '在岗(2021.3调走)',
    '是（2021年1月调出）',
    '是（已去世）',
    '是（公益岗）',
  ])('“%s”', (text) => {
    expect(flag(text)).toBe('doubtful');
    expect(flag(readFlag(text, writings).known || text)).toBe('doubtful');
  });
  test.each([
    '是（无障碍设施齐全）',
    '已建成（退休党员工作室）',
    '有（停车场旁）',
    '是（2020年9月成立）',
    '在岗（返乡）',
    '有（占地3×4米）',
    '已完成、已达标',
  ])('“%s”照样是“是”', (text) => expect(flag(text)).toBe('yes'));
});
