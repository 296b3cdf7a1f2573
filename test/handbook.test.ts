import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../shared/evaluate.ts';
import type { Handbook, Page } from '../shared/model/handbook.ts';
import { huainan2020 } from '../shared/policies/huainan-2020/policy.ts';
import { policies } from '../shared/policies.ts';
import { guides } from '../shared/sheets/guides.ts';
import { tables } from '../shared/sheets/tables.ts';
import { handbookFile, handbookText } from '../worker/commands/handbook.ts';
import { sheetOf, workbookOf } from './snapshots.ts';

const written = readFileSync(handbookFile, 'utf8');
const handbook = JSON.parse(written) as Handbook;
const huainan = handbook.policies[0]!;
const indicators = handbook.policies.flatMap((one) => [one.calibre, ...one.indicators]);
const fields = handbook.tables.flatMap((one) => one.fields);

const linesOf = ({ sections }: Page, title: string) => sections.find(([one]) => one === title)?.[1];
const ruled = (id: string) => huainan.rules.map((place) => handbook.rules[place]!).find((page) => page.id === id)!;
const indicator = (name: string) => huainan.indicators.find(({ title }) => title === name)!;

test('手册由现在的目录生成（不符时运行 npm run format）', () => {
  expect(written).toBe(handbookText());
});

test('每份评估依据的每项指标、每条规则都在，一项不多', () => {
  const ids = (pages: readonly { readonly id: string }[]) => pages.map(({ id }) => id);
  expect(handbook.policies.map(({ id }) => id)).toEqual(ids(policies));
  for (const [place, policy] of policies.entries()) {
    const pages = handbook.policies[place]!;
    expect(ids(pages.indicators)).toEqual(ids(policy.indicators));
    expect(ids(pages.rules.map((rule) => handbook.rules[rule]!))).toEqual(ids(policy.rules));
  }
});

test('给人看的字里没有代号、没有待填的空，也没有空的段落', () => {
  const pages = [...indicators, ...handbook.rules, ...fields];
  const texts = pages.flatMap(({ title, under, sections }) => [title, under, ...sections.flat(2)]);
  // The codes of items stand in a column of their own, and so in its example.
  const told = texts.filter((text) => text !== '能通过的：P06');
  expect(told.filter((text) => /\b[A-Z]\d\d|[{}]|undefined|null/.test(text))).toEqual([]);
  expect(pages.filter(({ sections }) => sections.some(([, lines]) => lines.length === 0))).toEqual([]);
});

test.each([
  ['城市社区社会组织数', ['不少于10家', '只判城市社区', '期限：2021年5月31日']],
  ['社区工作者持证比例', ['不低于40%', '期限：2021年5月31日']],
  ['专业岗位专职社工配备率', ['达到100%', '期限：2020年7月31日']],
  ['社区专项基金', ['应有1支', '期限：2021年5月31日']],
  ['志愿服务联合会', ['应有2个', '期限：2021年5月31日']],
  ['机构派驻运营', ['应当做到', '期限：2020年7月31日']],
  ['工作方案按期报送', ['应当做到', '期限：2020年7月31日']],
  ['专项资金', ['大于0万元', '期限：2021年5月31日']],
  ['引导配备社工人才', ['只作参考，不判达标', '期限：2021年5月31日']],
  ['中期评估', ['市级工作，不在工作簿中计算', '期限：2020年12月31日']],
  ['示范点资格（建议）', ['符合条件的，建议授予', '只在终期判定', '期限：2021年5月31日']],
])('要求用话说：%s', (name, lines) => {
  expect(linesOf(indicator(name), '要求')).toEqual(lines);
});

test.each([
  ['社区工作者持证比例', ['社区工作者花名册']],
  ['社区志愿者注册率', ['基本情况表', '志愿者情况']],
  ['任务项目全面启动率', ['方案与进度']],
  ['工作方案按期报送', ['方案报送情况']],
  ['社会工作专业岗位全覆盖率', ['由其他指标得出：“中心专业社工岗位数”“站专业社工岗位数”']],
  ['中期评估', undefined],
])('从哪里取数：%s', (name, tables) => {
  expect(linesOf(indicator(name), '从哪里取数')).toEqual(tables);
});

test('规则说什么时候算不合、多严重、怎么办、依据什么', () => {
  expect(ruled('R022')).toEqual({
    id: 'R022',
    title: '管理方式须填登记或备案',
    under: '社区社会组织名录，强制',
    sections: [
      [
        '强制（改正后再报送）',
        [
          '“管理方式”没有填写，不能确定是否计入。怎么办：填“登记”或“备案”。',
          '“管理方式”填“…”，认不出是登记还是备案。怎么办：改填“登记”或“备案”。',
        ],
      ],
      ['依据', ['登记和备案分别计数，未登记也未备案的不计']],
    ],
  });
});

test.each([
  ['R008', '核实（逐项核对，写明核实说明）', '户籍人口与常住人口相差悬殊，两者之比一般在 0.3 至 3 之间。'],
  ['R027', '强制（改正后再报送）', '该行为备案组织，“备案号”“备案日期”没有填写，备案情况不能确认。'],
  ['R041', '提示（不影响报送）', '该行与另一行是同一人，按 1 人计。'],
  ['R053', '核实（逐项核对，写明核实说明）', '该行的专职社工同时列在社区工作者花名册。'],
  ['N001', '强制（改正后再报送）', '这一栏填“…”，不是能认出的数。'],
  ['N044', '强制（改正后再报送）', '影响指标的一栏：这一栏是错误值…，没有采用。'],
  ['N055', '核实（逐项核对，写明核实说明）', '本表有若干人在名册上找不到，核实前只计入上限。'],
])('还没有查出什么时，话也读得通：%s', (id, title, line) => {
  expect(linesOf(ruled(id), title)?.join('')).toContain(line);
});

test('暂时不查的规则，先说为什么不查', () => {
  expect(ruled('Z11').sections[0]).toEqual(['说明', ['需汇总多个社区的工作簿后才能核对，单册工作簿不检查。']]);
});

const field = (table: string, label: string) => fields.find((one) => one.under === table && one.title === label)!;

test('栏目分段说，次序不变；没有的不列，可以填的另列', () => {
  const way = field('社区社会组织名录', '管理方式');
  expect(way.sections.map(([title]) => title)).toEqual(['填什么', '哪些算', '哪些不算', '怎样写', '例子', '容易错的']);
  expect(way.choices).toEqual(['登记', '备案', '未登记未备案']);
  expect(linesOf(way, '填什么')).toEqual([guides.W02!.mgmt!.means]);
  expect(linesOf(way, '怎样写')).toEqual(['填一项。']);
  expect(field('社区社会组织名录', '统一社会信用代码').sections.at(-1)![0]).toBe('依据');
  expect(field('社区工作者花名册', '是否在岗').choices).toEqual(['是', '否']);
});

test('怎样写：写法、单位、是不是个人信息', () => {
  const lines = (table: string, label: string) => linesOf(field(table, label), '怎样写');
  expect(lines('人才培养（1+4）', '培训场次')).toEqual(['整数。', '单位：场。']);
  expect(lines('经费', '支出')).toEqual(['写数字，单位是万元，保留一位小数。']);
  expect(lines('方案与进度', '完成日')).toEqual(['写全年月日，如 2020-10-20。']);
  expect(lines('社区工作者花名册', '姓名')).toContain('属个人信息，不发送原文。');
});

test('例子有能通过的和通不过的，通不过的说为什么、在什么情况下', () => {
  expect(linesOf(field('经费', '资金来源'), '例子')).toEqual([
    '能通过的：县区级',
    '通不过的：财政拨款——看不出是市级还是县区级，不能确定是否计入。',
  ]);
  expect(linesOf(field('平台与机制清单', '文号/名称'), '例子')![1]).toBe(
    '通不过的：空着不填（“事项”填“志愿服务联合会”时）——联合会填了“是”，就要写明名称或者成立文件。',
  );
});

test('两种样子的表，各有各的页，编号相同', () => {
  const plans = handbook.tables.filter(({ id }) => id === 'W12');
  expect(plans.map(({ name }) => name)).toEqual(['方案与进度', '方案报送情况']);
});

test('一碰就要核实的填法不在可以填的里面', () => {
  const certificate = fields.find(({ id, under }) => id === 'cert' && under === '社区工作者花名册')!;
  expect(certificate.choices).toContain('助理社会工作师');
  expect(certificate.choices).not.toContain('持证，等级不明');
});

test('可以填的，照样填进去都读得懂', () => {
  const asking = huainan2020.rules.filter(({ tests }) =>
    tests.every(({ test }) => test === 'readable' || test === 'issue'),
  );
  const questions = new Set(asking.map(({ id }) => id));
  const asked = tables.flatMap(({ id, name, shape, fields }) =>
    fields.flatMap(({ key }) => {
      const { choices = [] } =
        handbook.tables.find((one) => one.name === name)?.fields.find((page) => page.id === key) ?? {};
      if (choices.length === 0) return [];
      const lines = choices.map((choice) =>
        fields.map((field) => (field.key === key ? choice : (field.example ?? null))),
      );
      const labels = fields.map(({ label }) => label);
      const filled =
        shape === 'list'
          ? [sheetOf(name, [labels, ...lines])]
          : lines.map((line, at) =>
              sheetOf(
                `${name}${at}`,
                labels.map((label, row) => [label, line[row]!]),
              ),
            );
      return filled.flatMap((sheet) =>
        evaluate(workbookOf(sheet), { policy: huainan2020.id, mode: 'final' })
          .findings.filter((finding) => finding.table === id && finding.field === key && questions.has(finding.rule))
          .map(({ message }) => message),
      );
    }),
  );
  expect(asked).toEqual([]);
});

describe('这一格用来算什么', () => {
  const used = (place: string, name: string, policy = huainan) =>
    policy.uses[place]?.find(({ indicator }) => indicator === name)?.effect;

  test.each([
    ['W02.mgmt', '依法登记的社区社会组织数', '填“登记”的才计入；没有填的待核实。'],
    ['W02.uscc', '依法登记的社区社会组织数', '填写有误的待核实；用来认出重复的行，重复的只算一次。'],
    ['W03.leave_date', '社区工作者持证比例', '不晚于截止日的不计入分母（社区工作者）'],
    ['W03.cert', '社区工作者持证比例', '填“成绩合格未发证”的待核实。'],
    ['W04.fulltime', '专业岗位专职社工配备率', '填“专职”的才计入分子（已配备专职社工）；没有填的待核实。'],
    ['W04.setup_date', '站专业社工岗位数', '也用来看是否按期。'],
    ['W04.layer', '社会工作专业岗位全覆盖率', '通过“中心专业社工岗位数”“站专业社工岗位数”影响这一项。'],
    ['W05.status', '社会工作专业服务项目数', '填“拟立项”的不计入'],
    ['W05.evidence', '社会工作专业服务项目数', '“项目名称”含有“活动”字样、“佐证”没有填的待核实。'],
    ['W05.end', '社会工作专业服务项目数', '早于2020年6月1日的不计入；早于“开始日期”的待核实。'],
    ['W06.verified', '社区志愿者注册率', '就是分子（注册志愿者）。'],
    ['W06.registered', '社区志愿者注册率', '“其中：实名认证数”没有填时，用来看最多能有多少。'],
    ['W01.pop_huji', '社区志愿者注册率', '用来算参考数“户籍人口”。'],
    ['W09.document', '志愿服务联合会', '写明是哪一级的，各级分别算。'],
    ['W10.category', '“1+4”五类人才培养', '有几种算几种。'],
    ['W11.source', '专项资金', '填“市级”“县区级”的才计入。'],
    ['W12.filed', '工作方案按期报送', '没有填的不能判定；不晚于2020年7月31日的才算做到。'],
    ['W13.org_total', '农村社区社会组织数', '自报的数，只用来与明细核对。'],
  ])('%s：%s', (place, indicator, effect) => {
    expect(used(place, indicator)).toContain(effect);
  });

  test('条款和期限跟着指标走；只判城市的、只作参考的写明', () => {
    expect(huainan.uses['W03.wtype']).toEqual([
      {
        indicator: '社区工作者持证比例',
        effect:
          '填“社区党组织成员”“居（村）委会成员”“专职社区工作者”“专职网格员”的才计入分母（社区工作者）；没有填的待核实。',
        clause: '淮府办〔2020〕8号 一、总体目标，期限：2021年5月31日',
      },
    ]);
    const clause = (place: string, name: string) =>
      huainan.uses[place]!.find(({ indicator }) => indicator === name)!.clause;
    expect(clause('W02.mgmt', '依法登记的社区社会组织数')).toContain('只判城市社区');
    expect(clause('W05.groups', '服务人群覆盖')).toContain('只作参考');
  });

  test('许多指标说的是同一句话，只列一次', () => {
    const [first, ...others] = huainan.uses['W09.done']!;
    expect(first).toMatchObject({
      indicator: expect.stringMatching(/^“街道（乡镇）社会工作服务中心”等\d+项指标$/),
      effect: '没有填的不能判定；填“是”的才算做到。',
    });
    expect(others.length).toBeLessThan(4);
  });

  test('不进指标的，说清只与什么核对；一处代替另一处的也说', () => {
    expect(huainan.uses['W10.sessions']).toEqual([
      { indicator: '各项指标', effect: '不计入，只用来核对：培训人次不少于培训场次。', clause: '' },
    ]);
    expect(used('W03.certified', '社区工作者持证比例')).toBe('“社会工作者职业水平证书”没有填时，用这一格代替。');
    const remark = huainan.uses['W03.remark']!.filter(({ indicator }) => indicator === '社区工作者持证比例');
    expect(remark.map(({ effect }) => effect).join('')).toContain('当作填了那一栏');
    expect(remark[0]!.effect).toContain('写有“取得”“取得证书”“取得证”“取证”等、日期晚于截止日的待核实');
  });

  test('换一份文件，用处跟着换', () => {
    const national = handbook.policies.find(({ id }) => id === 'national-2017')!;
    expect(used('W02.community', '城市社区平均社会组织数', national)).toContain('得平均数');
    expect(national.uses['W05.groups']).toBeUndefined();
  });

  test('每个用处都说得出是哪一格，话里没有代号和没填上的空', () => {
    for (const { uses } of handbook.policies) {
      for (const place of Object.keys(uses)) {
        const [table, key] = place.split('.');
        expect(
          handbook.tables.some(({ id, fields }) => id === table && fields.some((one) => one.id === key)),
          place,
        ).toBe(true);
      }
      const said = Object.values(uses).flatMap((all) => all.flatMap((use) => Object.values(use)));
      expect(said.filter((text) => /\b[A-Z]\d\d|[{}]|undefined|null/.test(text))).toEqual([]);
    }
  });
});
