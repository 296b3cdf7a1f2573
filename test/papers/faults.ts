/** Faults as they would stand in a report, each where its words are found first. */
import { isTable, type Paper, type WordParagraph } from './word.ts';

export interface Fault {
  readonly name: string;
  readonly in: 'midterm' | 'final';
  readonly plant: (paper: Paper) => Paper;
}

/** In the first line or cell that has it, and holds `beside`. */
const put =
  (words: RegExp, instead: string, beside = /./) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const edited = (one: WordParagraph): WordParagraph => {
      if (isDone || !words.test(one.text) || !beside.test(one.text)) return one;
      isDone = true;
      return { ...one, text: one.text.replace(words, instead) };
    };
    return {
      ...paper,
      parts: paper.parts.map((part) =>
        isTable(part) ? { rows: part.rows.map((row) => row.map(edited)) } : edited(part),
      ),
    };
  };

/** The first line of a table that holds these words is left out. */
const dropLine =
  (words: RegExp) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const stays = (row: readonly WordParagraph[]) => {
      if (isDone || !words.test(row.map(({ text }) => text).join('｜'))) return true;
      isDone = true;
      return false;
    };
    return {
      ...paper,
      parts: paper.parts.map((part) => (isTable(part) ? { rows: part.rows.filter(stays) } : part)),
    };
  };

/** In the line of a table that holds these words. */
const inLine =
  (line: RegExp, words: RegExp, instead: string) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const edited = (row: readonly WordParagraph[]) => {
      if (isDone || !line.test(row.map(({ text }) => text).join('｜')) || !row.some(({ text }) => words.test(text)))
        return row;
      isDone = true;
      const at = row.findIndex(({ text }) => words.test(text));
      return row.map((one, column) => (column === at ? { ...one, text: one.text.replace(words, instead) } : one));
    };
    return {
      ...paper,
      parts: paper.parts.map((part) => (isTable(part) ? { rows: part.rows.map(edited) } : part)),
    };
  };

const on =
  (of: Fault['in']) =>
  (name: string, plant: Fault['plant']): Fault => ({ name, in: of, plant });
const midterm = on('midterm');
const final = on('final');

/** In the reports of the sample city. */
export const faults: readonly Fault[] = [
  midterm('数：持证人数', put(/持证24人/, '持证25人')),
  midterm('数：持证率', put(/36\.92%/, '37.92%')),
  midterm('数：差几个百分点', put(/3\.08个百分点/, '2.08个百分点')),
  midterm('数：差几人', put(/个百分点、2人/, '个百分点、3人')),
  midterm('数：目标', put(/距40%目标/, '距30%目标')),
  midterm('数：应报', put(/应报试点单位10个/, '应报试点单位9个')),
  midterm('数：报送率', put(/报送率90\.00%/, '报送率100.00%')),
  midterm('数：文件', put(/共收到文件15份/, '共收到文件16份')),
  midterm('数：占比', put(/占44\.44%/, '占40.00%')),
  midterm('数：表里的一格', inLine(/锦湖社区/, /40\.00%（4\/10）/, '50.00%（5/10）')),
  midterm('数：缺数据写成零', inLine(/松风社区.*–/, /^–(?:缺数据|未到期)$/, '0个　✗未达标')),
  midterm('单位：人写成户', put(/社区工作者65人/, '社区工作者65户')),
  midterm('单位：个百分点写成百分之', put(/3\.08个百分点/, '3.08%')),
  midterm('判定：未达标写成达标', put(/未达标(?=\d+个)/, '进展正常')),
  midterm('判定：表里的未达标写成达标', inLine(/✗/, /✗$/, '✓')),
  midterm('判定：没有达到写成达到', put(/，达到10%目标/, '，距10%目标')),
  midterm('日期：截止日', put(/截至2020年11月30日/, '截至2020年11月20日')),
  midterm('日期：整改期限', put(/2021年2月28日/, '2021年3月28日')),
  midterm('日期：成文日期', put(/2020年12月28日/, '2020年12月29日')),
  midterm('名称：没有报送的换成别的', put(/白鹭洲社区（不参与/, '锦湖社区（不参与')),
  midterm('名称：未报送的一句没有了', put(/未报送：.+?（不参与各率计算）。/, '')),
  midterm('名称：问题安在别的单位', inLine(/梧桐里社区.*指标问题/, /梧桐里社区/, '锦湖社区')),
  midterm('名称：两项指标的名称对调', put(/其中注册志愿者/, '其中参加服务')),
  midterm('项数：共有问题', put(/共有问题\d+个/, '共有问题3个')),
  midterm('遗漏：少一行问题', dropLine(/材料问题/)),
  midterm('遗漏：少一个单位', dropLine(/稻香镇白鹭洲社区.*未报送/)),
  midterm('条款：换了一条', put(/“二（二）2”/, '“二（三）”')),
  midterm('来源：换了一格', inLine(/!([A-Z]+)\d+/, /!([A-Z]+)\d+/, '!$19999')),
  final('方向：提高写成下降', put(/提高(?=[\d.]+个百分点)/, '下降')),
  final('建议：写成已经认定', put(/作为验收的建议；是否通过验收由主管部门认定/, '已经通过验收')),
];
