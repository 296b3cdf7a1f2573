// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { indicatorWords } from '../../addin/indicators.ts';
import type { Words } from '../../addin/panes/words.ts';
import type { Evaluation } from '../../shared/model.ts';
import { evaluation, finding, indicator } from './examples.ts';
import { pretendHost } from './hosts.ts';
import { openPane } from './screens.tsx';

const opened = (change: Partial<Evaluation>, words: Words = indicatorWords()) => {
  const evaluate: Evaluate = async () => ({
    evaluation: { ...evaluation, ...change },
    local: false,
    tables: [],
    words,
  });
  return openPane({ host: pretendHost().host, checkAtOnce: true, evaluate });
};
type Pane = Awaited<ReturnType<typeof opened>>;

const sectionsOf = ({ element }: Pane) =>
  [...element.querySelectorAll('.indicator-body section')].map((one) =>
    [...one.querySelectorAll('h3, p')].map(({ textContent }) => textContent),
  );

const certified = indicator({ id: 'G03', name: '社区工作者持证比例', verdict: 'unmet', numerator: 3, denominator: 15 });

test('持证比例怎么算、文件哪里没有写明、采用哪种口径：点开才显示', async () => {
  const pane = await opened({ indicators: [certified] });
  await pane.press('指标');
  await pane.press('社区工作者持证比例');
  expect(pane.text()).not.toContain('在岗社区工作者');
  expect(pane.button('计算方法和口径').getAttribute('aria-expanded')).toBe('false');

  await pane.press('计算方法和口径');

  const [formula, open, calibre] = sectionsOf(pane);
  expect(formula![0]).toBe('计算方法');
  expect(formula![1]).toContain('÷ 在岗社区工作者人数');
  expect(open!.slice(0, 4)).toEqual([
    '文件未明确之处',
    'a)只算试点社区，还是试点街道的所有社区；',
    'b)网格员、公益性岗位、物业人员、退休返聘人员、机构派驻社工、大学生村官算不算社区工作者；',
    'c)一人多证；',
  ]);
  expect(calibre![0]).toBe('采用口径');
  expect(calibre).toContain('c)计1人；');
  expect(pane.text()).toContain('机构派驻社工由“专业岗位专职社工配备率”判');
});

test('没有的不列：文件没有留下疑问的，只有计算方法和口径；没有另定口径的，只有计算方法', () => {
  const titles = (policy: string, id: string) => indicatorWords(policy)[id]!.sections.map(([title]) => title);
  expect(titles('national-2017', 'G01')).toEqual(['计算方法', '采用口径']);
  expect(titles('huainan-2020', 'O04')).toEqual(['计算方法']);
});

test('没有说明的指标，也没有可点开的', async () => {
  const pane = await opened({ indicators: [certified] }, {});
  await pane.press('指标');
  await pane.press('社区工作者持证比例');
  expect(pane.text()).toContain('淮府办〔2020〕8号');
  expect(pane.has('计算方法和口径')).toBe(false);
});

test('另算供参考的一数不重复说明，只指到该指标', async () => {
  const pane = await opened({ indicators: [{ ...certified, verdict: 'reference', basis: '街道合并' }] });
  await pane.press('指标');
  await pane.press('社区工作者持证比例');
  expect(pane.text()).toContain('按“街道合并”另算，供参考；计算方法和口径见“社区工作者持证比例”。');
  expect(pane.has('计算方法和口径')).toBe(false);
});

const said = (policy?: string) =>
  Object.entries(indicatorWords(policy)).map(([id, { sections }]) => `${id} ${sections.flat(2).join(' ')}`);

test('说明随所依据的文件而变；没有的文件没有说明', () => {
  expect(said('national-2017')[0]).toContain('按各社区的平均数判，不逐个社区判');
  expect(said()).toEqual(said('huainan-2020'));
  expect(said('别的文件')).toEqual([]);
});

test('说明里用指标名称，不用代号', () => {
  expect(said()[1]).toContain('处理办法见“城市社区社会组织数”');
  const all = ['huainan-2020', 'national-2017', 'provinces-2025'].flatMap(said);
  expect(all.filter((words) => /\b[A-Z]\d\d\b|同上/.test(words.slice(4)))).toEqual([]);
});

const code = { id: 'R024', title: '登记的组织须填有效的统一社会信用代码', relation: '统一社会信用代码编码规则' };
const wrongCode = (row: number) =>
  finding('R024', 'error', { sheet: '社会组织名录', address: `D${row}` }, `第${row}行信用代码校验位不对。`, '请核对。');

test('一个问题点开“依据”，先说规则名称，再说依据', async () => {
  const pane = await opened({ findings: [wrongCode(7)], rules: [code], notChecked: [] });
  await pane.press('问题1');
  await pane.press('校验位不对');
  await pane.press('依据');
  expect(pane.element.querySelector('.rule .fold-body')!.textContent).toBe(
    '登记的组织须填有效的统一社会信用代码依据：统一社会信用代码编码规则在帮助里看',
  );
  expect(pane.text()).not.toContain('R024');
});

test('同类问题以规则为题，举一处为例；依据只说一次', async () => {
  const findings = Array.from({ length: 12 }, (_, row) => wrongCode(row + 5));
  const pane = await opened({ findings, rules: [code], notChecked: [] });
  await pane.press('问题12');
  expect(pane.button('同类问题').textContent).toBe(
    '强制 登记的组织须填有效的统一社会信用代码“社会组织名录”同类问题共 12 处，如：第5行信用代码校验位不对。',
  );
  await pane.press('同类问题共 12 处');
  expect(pane.text().match(/依据：统一社会信用代码编码规则/g)).toHaveLength(1);
  expect(pane.has('依据')).toBe(false);
});

test('选中有问题的单元格，也能看到规则和依据', async () => {
  const { host, select } = pretendHost();
  const evaluate: Evaluate = async () => ({
    evaluation: { ...evaluation, findings: [wrongCode(7)], rules: [code] },
    local: false,
    tables: [],
    words: {},
  });
  const pane = await openPane({ host, checkAtOnce: true, evaluate });
  await pane.doing(() => select({ sheet: '社会组织名录', address: 'D7' }));
  await pane.press('依据');
  expect(pane.element.querySelector('.selection')!.textContent).toContain('登记的组织须填有效的统一社会信用代码依据：');
});

test('未检查的规则按原因归并，写规则名称；多的折起', async () => {
  const rules = ['支出一般不超过到位', '到位一般不超过安排', '经费合计 = 各项之和', '创投资助额合计', '培训人次'].map(
    (title, at) => ({ id: `R12${at}`, title, relation: '常理' }),
  );
  const notChecked = rules.map(({ id }, at) => ({ rule: id, reason: at < 4 ? '没有经费表。' : '没有培训表。' }));
  const pane = await opened({ rules, notChecked, unread: [] });
  await pane.press('读表0');
  expect(pane.text()).toContain('未检查的规则5');
  const group = [...pane.element.querySelectorAll('.group')].find(({ textContent }) =>
    textContent!.includes('未检查'),
  )!;
  const lines = () => [...group.querySelectorAll('.line')].map(({ textContent }) => textContent);
  expect(lines()).toEqual(['没有经费表。因此未检查的规则有 4 条', '没有培训表。培训人次']);
  await pane.press('因此未检查的规则有 4 条');
  expect(lines()[0]).toContain('支出一般不超过到位到位一般不超过安排');
});
