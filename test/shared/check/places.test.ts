/** The pilot community under all its names, and cells that may mean it or not (what is doubtful is asked, never decided). */
import { describe, expect, test } from 'vitest';
import { changed } from './sound.ts';
import { judged } from './workbooks.ts';

const named = (community: string, others: Parameters<typeof changed>[0] = {}) =>
  judged(changed({ '基本情况!B2': community, ...others }));
const ofCommunity = ['P04', 'G03', 'S05', 'S08'];

describe('同一社区的几种写法', () => {
  test.each([
    '洞泉街道春申社区',
    '田家庵区洞泉街道春申社区',
    '淮南市田家庵区洞泉街道办事处春申社区',
    '春申社区（居）',
    '春申社区居委会',
    '春申社区居民委员会',
    '春申',
  ])('基本情况表写“%s”', (community) => {
    const { indicator, said } = named(community);
    expect(ofCommunity.map((id) => indicator(id).verdict)).toEqual(ofCommunity.map(() => 'met'));
    expect(said()).toEqual([]);
  });
  test.each([
    '洞泉街道春申社区',
    '洞泉春申社区',
    '春申社区（居）',
    '春申社区居委会',
    '银鹭社区、春申社区',
    '春申等3个社区',
  ])('清单写“%s”', (community) => {
    const { indicator, said } = judged(changed({ '服务项目!D2': community, '志愿者情况!A2': community }));
    expect(indicator('S05')).toMatchObject({ lower: 3, verdict: 'met' });
    expect(indicator('S08').verdict).toBe('met');
    expect(said()).toEqual([]);
  });
  test('名称里有“和”字', () => {
    const { indicator } = named('和平社区', { '服务项目!D2': '和平社区', '服务项目!D3': '银鹭社区和和平社区' });
    expect(indicator('S05')).toMatchObject({ lower: 2 });
  });
  test('另一街道的同名社区不是本社区', () => {
    const { indicator, said } = judged(changed({ '服务项目!D2': '银鹭街道春申社区' }));
    expect(indicator('S05')).toMatchObject({ lower: 2, upper: 2, verdict: 'unmet' });
    expect(said('R067')).toEqual([]);
  });
});

describe('认不出是否本社区：只计入上限，并指出', () => {
  test.each(['全街道', '洞泉街道各社区', '辖区', '洞泉街道', '3个社区', '银鹭等3个社区'])(
    '项目的实施社区写“%s”',
    (value) => {
      const { indicator, said } = judged(changed({ '服务项目!D2': value }));
      expect(indicator('S05')).toMatchObject({ lower: 2, upper: 3, verdict: 'to_verify' });
      expect(indicator('S05').reasons[0]).toContain('“服务项目”第2行');
      expect(said()).toEqual(['R067 服务项目!D2']);
    },
  );
  test('别的街道的各社区不包括本社区', () => {
    const { indicator } = judged(changed({ '服务项目!D2': '银鹭街道各社区' }));
    expect(indicator('S05')).toMatchObject({ upper: 2, verdict: 'unmet' });
  });
  test('整栏没有本社区，只有一个别的名称：可能是同一社区', () => {
    const { indicator, said } = named('春申新村社区');
    expect(ofCommunity.map((id) => indicator(id).verdict)).not.toContain('unmet');
    expect(indicator('S05')).toMatchObject({ lower: 0, upper: 3, verdict: 'to_verify' });
    expect(indicator('S08').reasons.join()).toContain('与“基本情况表”的社区名称不一致');
    expect(said('R067')).toEqual(['R067 服务项目!D2', 'R067 服务项目!D3', 'R067 服务项目!D4']);
    expect(said('R057')).toEqual(['R057 社工岗位!B4']);
    expect(said('R077')).toHaveLength(1);
  });
  test('志愿者情况没有本社区的一行，说的是没有这一行', () => {
    const lines = [
      ['社区', '常住人口', '注册志愿者数', '其中：实名认证数', '参与人数', '参与人次'],
      ['甲社区', 5000, 900, 900, 100, 100],
      ['乙社区', 5000, 900, 900, 100, 100],
    ];
    const { indicator } = judged(changed({ 志愿者情况: lines }));
    expect(indicator('S08')).toMatchObject({ verdict: 'missing' });
    expect(indicator('S08').reasons[0]).toContain('没有“春申社区”的一行');
  });
});
