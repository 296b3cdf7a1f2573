import type { ScoreItem, ScoreTable } from '../../model.ts';

const binary = (id: string, name: string, max: number, ...of: readonly string[]): ScoreItem => ({
  id,
  name,
  of: of.length > 0 ? of : [id],
  max,
  by: 'binary',
});
const linear = (id: string, name: string, max: number, more: Partial<ScoreItem> = {}): ScoreItem => ({
  id,
  name,
  of: [id],
  max,
  by: 'linear',
  ...more,
});
const checklist = (id: string, name: string, max: number, ...of: readonly string[]): ScoreItem => ({
  id,
  name,
  of: of.length > 0 ? of : [id],
  max,
  by: 'checklist',
});

/** The score table (decision huainan-16): a proposal with a version of its own, not in the policy. */
export const scoreTable: ScoreTable = {
  id: 'proposal-2020',
  version: '1.0',
  name: '“三社联动”试点评分表',
  status: '建议方案，非文件规定',
  source: '参照各地公开的评分办法拟定，分值可以调整',
  full: 100,
  items: [
    // A 组织推进与保障 18. M05 is the city's own affair, which no workbook of a community shows.
    binary('O02', '试点单位相应机构', 2),
    binary('M03', '工作方案按期报送', 3),
    binary('M02', '工作方案经县级确认', 1),
    binary('M05', '督导机构选定', 2),
    linear('S01+S02', '购买社会工作服务制度', 3, { of: ['S01', 'S02'] }),
    binary('O07', '经费管理办法', 2),
    binary('O06', '专项资金到位', 3),
    binary('O05', '县区政策文件', 2),
    // B 平台与岗位 22
    binary('P01', '街道社会工作服务中心', 3),
    binary('P02', '社区社会工作服务站', 3),
    linear('P03', '中心专业社工岗位', 4),
    linear('P04', '站专业社工岗位', 4),
    linear('P05', '专职社工配备', 4),
    binary('P06', '社区专项基金', 2),
    binary('P07', '枢纽型社区社会组织', 2),
    // C 社会组织培育 20; in the country the 8 points of V01 and V02 go to G02 (decision huainan-2).
    linear('G01', '城市社区社会组织', 8, { only: 'urban' }),
    linear('V01', '依法登记的社区社会组织', 4, { only: 'urban' }),
    linear('V02', '备案管理的社区服务组织', 4, { only: 'urban' }),
    linear('G02', '农村社区社会组织', 16, { only: 'rural' }),
    checklist('V03', '三类重点组织', 2),
    binary('V04', '社区社会组织联合会', 2),
    // D 专业与志愿服务 25
    linear('S05', '专业服务项目', 6),
    linear('S06', '微公益创投', 3),
    linear('S08', '志愿者注册率', 5),
    linear('S09', '志愿服务活动', 4),
    linear('S10', '志愿者参与率', 5),
    checklist('S07', '志愿服务联合会', 2),
    // E 人才 10
    linear('G03', '社区工作者持证比例', 6),
    binary('T01', '社区学院', 1),
    binary('T02', '社会组织孵化园', 1),
    checklist('T03+T04', '人才培养与保障', 2, 'T03', 'T04'),
    // F 特色与评价 5
    // 加分: whoever has none is short of nothing that was asked for.
    { id: 'X01', name: '特色创新', of: ['X01'], max: 2, by: 'bonus' },
    checklist('M10+O08', '四项提升与实务模式', 1, 'M10', 'O08'),
    { id: '满意度', name: '居民满意度', of: [], max: 2, by: 'judge' },
  ],
  grades: [
    { from: 90, name: '优秀' },
    { from: 80, name: '良好' },
    { from: 60, name: '合格' },
    { from: 0, name: '不合格' },
  ],
};
