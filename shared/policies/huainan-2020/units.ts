import type { UnitDef } from '../../model.ts';

/** The ten county-level units in the order of the policy's annex (decision huainan-13), which is also the order of lists without ranks. */
export const units: readonly UnitDef[] = [
  { id: 'HN-01', name: '寿县', synonyms: ['淮南市寿县', '寿县民政局'], kind: '县', areaCode: '340422' },
  { id: 'HN-02', name: '凤台县', synonyms: ['凤台', '淮南市凤台县', '凤台县民政局'], kind: '县', areaCode: '340421' },
  {
    id: 'HN-03',
    name: '田家庵区',
    synonyms: ['田家庵', '淮南市田家庵区', '田家庵区民政局'],
    kind: '区',
    areaCode: '340403',
  },
  { id: 'HN-04', name: '大通区', synonyms: ['大通', '淮南市大通区', '大通区民政局'], kind: '区', areaCode: '340402' },
  {
    id: 'HN-05',
    name: '谢家集区',
    synonyms: ['谢家集', '淮南市谢家集区', '谢家集区民政局'],
    kind: '区',
    areaCode: '340404',
  },
  {
    id: 'HN-06',
    name: '八公山区',
    synonyms: ['八公山', '淮南市八公山区', '八公山区民政局'],
    kind: '区',
    areaCode: '340405',
  },
  { id: 'HN-07', name: '潘集区', synonyms: ['潘集', '淮南市潘集区', '潘集区民政局'], kind: '区', areaCode: '340406' },
  {
    id: 'HN-08',
    name: '毛集社会发展综合实验区',
    synonyms: ['毛集实验区', '毛集区', '毛集', '毛集社会发展综合试验区', '毛集综合实验区'],
    kind: '功能区',
    areaCode: null,
  },
  {
    id: 'HN-09',
    name: '经济技术开发区',
    synonyms: ['经开区', '淮南经开区', '淮南经济技术开发区', '淮南经济开发区', '经济开发区', '开发区'],
    kind: '功能区',
    areaCode: null,
  },
  {
    id: 'HN-10',
    name: '高新区',
    synonyms: ['淮南高新区', '高新技术产业开发区', '淮南高新技术产业开发区', '山南高新区'],
    kind: '功能区',
    areaCode: null,
  },
];
