/** What stands beside a name speaks against the line: （取消）, （已离职）. Nobody is counted in silence who may be gone. */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../shared/model.ts';
import { changed } from './sound.ts';
import { judged, type Sheets, times } from './workbooks.ts';

describe('活动、创投、项目名称旁写着没有举办', () => {
  test.each([
    '清洁家园10（取消）',
    '（因雨取消）清洁家园10',
    '清洁家园10（未举办）',
    '本月未开展活动',
    '因疫情未开展活动',
  ])('活动“%s”只计入上限', (name) => {
    const { indicator, said } = judged(changed({ '活动台账!B11': name, 汇总表: null }));
    expect(said('R087')).toEqual(['R087 活动台账!B11']);
    expect(indicator('S09')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
    expect(indicator('S09').reasons.join()).toContain('第11行“活动名称”核实确已举办');
  });
  test.each(['取消早市占道清理', '延期缴费宣传（第二场）', '停办企业职工慰问'])('活动“%s”照样计', (name) => {
    expect(judged(changed({ '活动台账!B11': name, 汇总表: null })).indicator('S09').verdict).toBe('met');
  });
  test('创投（取消）', () => {
    const { indicator, said } = judged(changed({ '微公益创投!B2': '洞泉街道微公益创投（取消）', 汇总表: null }));
    expect(said('R092')).toEqual(['R092 微公益创投!B2']);
    expect(indicator('S06').verdict).toBe('to_verify');
  });
  test('项目（终止），没有写明状态', () => {
    const { indicator, said } = judged(
      changed({ '服务项目!B4': '为老服务项目3（终止）', '服务项目!I4': null, 汇总表: null }),
    );
    expect(said('R069')).toEqual(['R069 服务项目!B4']);
    expect(indicator('S05')).toMatchObject({ verdict: 'to_verify', lower: 2, upper: 3 });
  });
});

describe('组织名称旁写着注销、筹备', () => {
  const named = (name: string) => judged(changed({ '名录!A11': name, '名录!I': null, 汇总表: null }));
  test.each(['春风5队（已注销）', '春风5队（停办）', '春风5队（筹备中）', '春风5队（已并入春风4队）', '见附表'])(
    '“%s”只计入上限',
    (name) => {
      const { indicator, said } = named(name);
      expect(said('R031')).toEqual(['R031 名录!A11']);
      expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
    },
  );
  test.each(['春风5队（夕阳红）', '解散愁绪合唱队'])('“%s”照样计', (name) => {
    expect(named(name).indicator('G01').verdict).toBe('met');
  });
});

describe('姓名旁写着离职、公益岗，或者没有招到人', () => {
  const roster = (name: string): Sheets =>
    changed({
      花名册: [
        ['人员编号', '姓名', '人员类别', '持证情况'],
        ...times(10, (n): readonly Cell[] => [
          `R${n}`,
          n === 4 ? name : `王${'甲乙丙丁戊己庚辛壬癸'[n - 1]}`,
          '专职社区工作者',
          n > 4 ? '无' : '初级',
        ]),
      ],
      汇总表: null,
    });
  test.each(['王丁（已离职）', '王丁（公益岗）', '王丁 2021.3离职', '拟招1人', '缺编1人'])('“%s”待核实', (name) => {
    const { indicator, said, finding } = judged(roster(name));
    expect(said('N047')).toEqual(['N047 花名册!B5']);
    expect(finding('N047').value).toBe(null);
    expect(indicator('G03')).toMatchObject({ verdict: 'to_verify', lower: 3 });
    expect(indicator('G03').reasons.join()).toContain('核实这个人在岗');
  });
  test.each(['王丁（党员）', '王某某', '古丽·买买提', '王丁 '])('“%s”是一个人', (name) => {
    expect(judged(roster(name)).indicator('G03')).toMatchObject({ verdict: 'met', numerator: 4 });
  });

  test.each(['吴三离职', '李明调离', '王芳挂职', '查无此人'])('岗位上“%s”不当然有人', (name) => {
    const { indicator, said } = judged(changed({ '社工岗位!G4': name, 汇总表: null }));
    expect(said('N047')).toEqual(['N047 社工岗位!G4']);
    expect(indicator('P05')).toMatchObject({ verdict: 'to_verify', lower: 2 });
  });
});
