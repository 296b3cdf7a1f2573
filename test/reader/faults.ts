/** Faults as they would stand on a sheet, each where it is found first. */
import type { SheetRole } from '../../shared/model.ts';

type Rows = readonly (readonly string[])[];

export interface Fault {
  readonly name: string;
  /** On which evaluation's sheets. */
  readonly in: 'rural' | 'midterm' | 'messy' | 'late';
  readonly role: SheetRole;
  readonly plant: (rows: Rows) => Rows;
}

/** In the first cell that has it; `line` is what its row has to hold besides. */
const put =
  (words: RegExp, instead: string, line = /./) =>
  (rows: Rows): Rows => {
    const at = rows.findIndex((row) => line.test(row.join('｜')) && row.some((cell) => words.test(cell)));
    const column = rows[at]?.findIndex((cell) => words.test(cell));
    return rows.map((row, r) =>
      r === at ? row.map((cell, c) => (c === column ? cell.replace(words, instead) : cell)) : row,
    );
  };

/** Two whole cells change places. */
const swap =
  (one: string, other: string) =>
  (rows: Rows): Rows =>
    rows.map((row) => row.map((cell) => (cell === one ? other : cell === other ? one : cell)));

const on =
  (of: Fault['in'], role: SheetRole) =>
  (name: string, plant: Fault['plant']): Fault => ({ name, in: of, role, plant });
const summary = on('rural', 'summary');
const gaps = on('rural', 'gaps');
const midterm = on('midterm', 'summary');
const messy = on('messy', 'summary');

export const faults: readonly Fault[] = [
  summary('数：现值多一家', put(/4家，距/, '5家，距')),
  summary('数：目标换成六家', put(/距5家目标/, '距6家目标')),
  summary('数：差距多一家', put(/目标差1家/, '目标差2家')),
  summary('数：比率差百分之一个百分点', put(/28\.57%/, '28.56%', /距40%/)),
  on('messy', 'gaps')('项数：存疑的单元格', put(/存疑2格/, '存疑3格')),
  summary('数：分母', put(/（2\/7）/, '（2/8）')),
  messy('数：上界', put(/8～10家/, '8～11家')),
  messy('数：不能确定的写成确定的', put(/1～4家，距/, '1家，距')),
  summary('数：得分', put(/得41\.49分/, '得49.41分')),
  gaps('数：问题里的数', put(/按明细重算应为 ?4/, '按明细重算应为 3')),
  on('late', 'summary')('数：逾期的天数', put(/逾期 ?3 ?天/, '逾期4天')),
  summary('项数：问题', put(/数据问题17项/, '数据问题18项')),
  summary('项数：强制', put(/强制6项/, '强制5项')),
  summary('项数：达标', put(/其中达标1项/, '其中达标2项')),
  summary('项数：列出的指标', put(/指标有3项/, '指标有4项')),
  summary('项数：未检查的规则', put(/4条/, '5条')),
  summary('单位：家写成个', put(/目标差1家/, '目标差1个')),
  summary('单位：人写成户', put(/61人/, '61户')),
  summary('单位：百分点写成百分之', put(/11\.43个百分点/, '11.43%')),
  summary('方向：差写成超出', put(/目标差1家/, '目标超出1家')),
  gaps('方向：不低于写成不高于', put(/≥40%/, '≤40%')),
  summary('判定：未达标写成达标', put(/^未达标$/, '达标', /农村社区社会组织数/)),
  midterm('判定：滞后写成正常', put(/进度滞后/, '进度正常')),
  gaps('判定：强制写成核实', put(/^强制$/, '核实')),
  summary('判定：没有达标的列进已达标', put(/已达标：/, '已达标：微公益创投活动次数、')),
  summary('判定：示范点建议', put(/柳塘村：资料不全，暂不能建议/, '柳塘村：建议授予')),
  summary('日期：截止日', put(/2021年5月31日/, '2021年5月30日')),
  midterm('日期：期限', put(/应于2021年5月31日/, '应于2021年6月30日')),
  summary('名称：两项的名称对调', swap('社区志愿者注册率', '注册志愿者参与率')),
  summary('名称：别的社区', put(/^柳塘村/, '渡口村')),
];
