/** A small workbook of all the tables of the slice in which there is nothing to find fault with. */
import { columnIndex } from '../../../shared/model/addresses.ts';
import type { Cell } from '../../../shared/model.ts';
import { facts, filed, organisations, registered, type Sheets, times } from './workbooks.ts';

const ID_OF_A = '340403190001010016';

export const sound: Sheets = {
  基本情况: facts,
  名录: organisations(...times(5, (n) => registered(`和谐${n}社`)), ...times(5, (n) => filed(`春风${n}队`))),
  花名册: [
    [
      '人员编号',
      '姓名',
      '身份证号',
      '人员类别',
      '是否在岗',
      '离职（离岗）日期',
      '持证情况',
      '证书管理号',
      '取得时间',
      '登记有效期至',
    ],
    ['R01', '赵甲', ID_OF_A, '社区党组织成员', '是', null, '中级', 'GLH01', '2018-09-01', '2022-09-01'],
    ['R02', '钱乙', null, '专职社区工作者', '是', null, '初级', 'GLH02', '2019-09-01', null],
    ['R03', '孙丙', null, '居委会成员', '是', null, '无', null, null, null],
    ['R04', '李丁', null, '专职网格员', '是', null, '无', null, null, null],
    ['R05', '周戊', null, '公益岗', '是', null, '无', null, null, null],
  ],
  社工岗位: [
    [
      '机构层级',
      '机构名称',
      '岗位编号',
      '岗位名称',
      '设岗日期',
      '在岗人员编号',
      '在岗人员姓名',
      '专职/兼职',
      '到岗日',
      '离岗日',
      '用人单位',
    ],
    ['中心', '洞泉街道社会工作服务中心', 'G1', '督导', '2020-07-01', 'P1', '吴一', '专职', '2020-07-10', null, '机构'],
    ['中心', '洞泉街道社会工作服务中心', 'G2', '社工', '2020-07-01', 'P2', '吴二', '专职', '2020-07-10', null, '机构'],
    ['站', '春申社区社会工作服务站', 'G3', '社工', '2020-07-01', 'P3', '吴三', '专职', '2020-07-10', null, '机构'],
  ],
  服务项目: [
    [
      '项目编号',
      '项目名称',
      '承接机构',
      '实施社区',
      '服务方法',
      '开始日期',
      '结束日期',
      '金额（万元）',
      '项目状态',
      '服务人数',
      '服务人次',
      '佐证',
    ],
    ...times(3, (n): readonly Cell[] => [
      `X0${n}`,
      `为老服务项目${n}`,
      '淮南市和谐社会工作服务中心',
      '春申社区',
      '小组',
      '2020-08-01',
      '2021-03-31',
      5,
      '已结项',
      40,
      120,
      `方案${n}`,
    ]),
  ],
  志愿者情况: [
    ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与过活动的注册志愿者人数', '参与人次'],
    ['春申社区', 8642, 1500, 1400, 200, 450],
  ],
  活动台账: [
    ['日期', '活动名称', '活动地点', '参与志愿者人数', '其中：注册'],
    ...times(10, (n): readonly Cell[] => [`2020-10-${String(n + 10)}`, `清洁家园${n}`, '社区广场', 35, 28]),
  ],
  微公益创投: [
    ['届次', '活动名称', '日期', '主办层级', '征集数', '入围数', '立项数', '本社区项目数'],
    ['第一届', '洞泉街道微公益创投', '2020-10-20', '街道', 12, 8, 5, 1],
  ],
  汇总表: [
    ['指标', '目标', '自报值'],
    ['社区社会组织总数', '10', 10],
    ['其中：登记', '5', 5],
    ['其中：备案', '5', 5],
    ['社区工作者总数', null, 4],
    ['其中：持证', null, 2],
    ['持证率', '40%', '50%'],
    ['社会工作服务中心岗位数', '2', 2],
    ['社会工作服务站岗位数', '1', 1],
    ['社会工作服务项目数', '3', 3],
    ['微公益创投次数', '1', 1],
    ['注册志愿者数', null, 1500],
    ['常住人口', null, 8642],
    ['志愿服务活动数', '10', 10],
  ],
};

/**
 * The workbook with some cells changed: `名录!D5` → value; `名录!D` → null takes the column out; a sheet's name alone takes
 * other rows, or null to leave it out.
 */
export function changed(cells: Readonly<Record<string, Cell | null | Sheets[string]>>, from: Sheets = sound): Sheets {
  const sheets: Record<string, (readonly Cell[])[]> = Object.fromEntries(
    Object.entries(from).map(([name, rows]) => [name, rows.map((row) => [...row])]),
  );
  for (const [place, value] of Object.entries(cells)) {
    const [sheet, address] = place.split('!') as [string, string | undefined];
    if (address === undefined) {
      if (Array.isArray(value)) sheets[sheet] = value as (readonly Cell[])[];
      else delete sheets[sheet];
      continue;
    }
    if (/^[A-Z]+$/.test(address)) {
      sheets[sheet] = sheets[sheet]!.map((row) => row.filter((_, index) => index !== columnIndex(address)));
      continue;
    }
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const rows = sheets[sheet]!;
    while (rows.length < Number(row)) rows.push([]);
    const line = [...rows[Number(row) - 1]!];
    while (line.length <= columnIndex(column!)) line.push(null);
    line[columnIndex(column!)] = value as Cell;
    rows[Number(row) - 1] = line;
  }
  return sheets;
}
