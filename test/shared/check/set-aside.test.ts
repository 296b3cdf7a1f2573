/** Lines, lists and sheets that somebody has set aside in words of their own: asked about, never counted in silence. */
import { describe, expect, test } from 'vitest';
import { changed, sound } from './sound.ts';
import { judged, type Rows, type Sheets } from './workbooks.ts';

const organisations = sound.名录!;
const activities = sound.活动台账!;
const without = (sheets: Sheets) => judged(changed({ ...sheets, 汇总表: null }));
/** The tenth line stands below a line between the rows. */
const below = (rows: Rows, line: string): Rows => [...rows.slice(0, 10), [line], rows[10]!];

describe('行间写着以下不算的，其中各行只计入上限', () => {
  test.each(['以下作废', '以下不计入', '以下重复', '以下暂未备案', '（以下为去年数据）'])('名录：%s', (line) => {
    const { indicator, said } = without({ 名录: below(organisations, line) });
    expect(said('N055')).toEqual(['N055 名录!A11']);
    expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
  });
  test.each(['以下活动取消', '因疫情未开展的活动', '待开展的活动', '非志愿服务活动', '党员活动台账', '会议记录'])(
    '活动台账：%s',
    (line) => {
      const { indicator, said } = without({ 活动台账: below(activities, line) });
      expect(said('N055')).toEqual(['N055 活动台账!A11']);
      expect(indicator('S09')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
    },
  );
  test('只写“尚未举办”的，是报告没有举办，不是行间的话', () => {
    const { indicator } = without({ 微公益创投: [sound.微公益创投![0]!, ['尚未举办']] });
    expect(indicator('S06')).toMatchObject({ verdict: 'unmet', numerator: 0 });
  });
  test.each(['一、依法登记的组织', '二、街道备案的组织（不重复统计）'])('名录：%s，照样计', (line) => {
    const numbered = organisations.map((row, at) => [at === 0 ? '序号' : at, ...row]);
    expect(without({ 名录: below(numbered, line) }).indicator('G01').verdict).toBe('met');
  });
});

describe('表名写着作废、草稿的，整张表只计入上限', () => {
  test.each(['社会组织（作废）', '草稿', '社会组织（退回）', '去年社会组织'])('工作表“%s”', (name) => {
    const { indicator, said } = without({
      名录: organisations.slice(0, 10),
      [name]: [['社区社会组织名录'], organisations[0]!, organisations[10]!],
    });
    expect(said('N055')).toEqual([`N055 ${name}!A2:I3`]);
    expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', lower: 9, upper: 10 });
  });
  test('取消的志愿服务活动', () => {
    const { indicator } = without({
      活动台账: activities.slice(0, 10),
      取消: [['取消的志愿服务活动'], activities[0]!, activities[10]!],
    });
    expect(indicator('S09')).toMatchObject({ verdict: 'to_verify', lower: 9 });
  });
  test('草稿和定稿：重的行不是一行一条的强制问题', () => {
    const final = [organisations[0]!, ...organisations.slice(1, 5), ...organisations.slice(6, 10)];
    const { indicator, said } = without({
      名录: [['春申社区社会组织名录（定稿）'], ...final],
      '名录（草稿）': [['春申社区社会组织名录（草稿）'], ...organisations],
    });
    expect(said('R021')).toEqual([]);
    expect(said('N055')).toEqual(['N055 名录（草稿）!A2:I12']);
    expect(indicator('G01')).toMatchObject({ verdict: 'to_verify', lower: 8, upper: 10 });
  });
  test('一张表里真的重了，还是强制', () => {
    const { said } = without({ 名录: [...organisations, organisations[10]!] });
    expect(said('R021')).toEqual(['R021 名录!A12']);
  });
});
