import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Handbook, Page } from '../shared/model/handbook.ts';
import { policies } from '../shared/policies.ts';
import { handbookFile, handbookText } from '../worker/commands/handbook.ts';

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
  expect(texts.filter((text) => /\b[A-Z]\d\d|[{}]|undefined|null/.test(text))).toEqual([]);
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

test('栏目分段说：填什么、怎样写、例子，没有的不列；可以填的另列', () => {
  const field = (table: string, label: string) => fields.find((one) => one.under === table && one.title === label)!;
  expect(field('社区社会组织名录', '管理方式')).toMatchObject({
    sections: [
      ['填什么', ['只填“登记”或“备案”。在民政局登记的填登记，在街道（乡镇）备案的填备案。']],
      ['怎样写', ['填一项。']],
    ],
    choices: ['登记', '备案', '未登记未备案'],
  });
  expect(linesOf(field('社工服务项目', '金额'), '怎样写')).toEqual(['数，可以有小数，单位：万元。']);
  expect(linesOf(field('社区工作者花名册', '姓名'), '怎样写')).toContain('属个人信息，不发送原文。');
  expect(field('社区工作者花名册', '是否在岗').choices).toEqual(['是', '否']);
});

test('一碰就要核实的填法不在可以填的里面', () => {
  const certificate = fields.find(({ id, under }) => id === 'cert' && under === '社区工作者花名册')!;
  expect(certificate.choices).toContain('助理社会工作师');
  expect(certificate.choices).not.toContain('持证，等级不明');
});
