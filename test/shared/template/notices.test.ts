import { expect, test } from 'vitest';
import type { Evaluation, TemplateAnchor, TemplateSheet } from '../../../shared/model.ts';
import { templateNotices } from '../../../shared/template/notices.ts';
import { version } from '../../../shared/template/version.ts';

const judged: Pick<Evaluation, 'policy' | 'unit'> = {
  policy: { id: 'huainan-2020', name: '淮南市首批试点', version: '1' },
  unit: { county: null, countyName: null, street: null, community: '锦湖社区', urbanRural: 'urban' },
};

const sheet = (name: string, change: Partial<TemplateAnchor> = {}): TemplateSheet => ({
  sheet: name,
  anchor: { policy: 'huainan-2020', kind: 'urban', version, tables: ['W02'], ...change },
});

test('用的就是这一份填报表，或者不是用填报表填的：没有话', () => {
  expect(templateNotices([sheet('名录'), sheet('花名册')], judged)).toEqual([]);
  expect(templateNotices([], judged)).toEqual([]);
});

test('填报表比这里的新：先说，说清有几张、怎么办', () => {
  const newer = { version: version + 1 };
  expect(templateNotices([sheet('名录'), sheet('花名册', newer), sheet('活动台账', newer)], judged)).toEqual([
    '“花名册”等 2 张表用的填报表比这里的新，新增的栏可能读不出来。请关闭窗格再打开；用单个文件版的，请换成新的文件。然后再检查。',
  ]);
});

test('填报表是以前的：照样查', () => {
  expect(templateNotices([sheet('名录', { version: version - 1 })], judged)).toEqual([
    '“名录”用的填报表是以前的，填了的照样能查；下次请用新的填报表。',
  ]);
});

test('按别的评估依据做的，给农村社区的：各说一句', () => {
  const told = templateNotices([sheet('名录', { policy: 'national-2017', kind: 'rural' })], judged);
  expect(told).toEqual([
    '“名录”用的填报表是按另一份评估依据做的，现在评估用的是淮南市首批试点。请核对选的评估依据。',
    '“名录”用的填报表不是给城市社区的，“社区类型”填的却是城市社区。栏目相同，填了的照样算；请核对“社区类型”。',
  ]);
});

test('社区类型没有填，不拿填报表的种类去比', () => {
  const unknown = { ...judged, unit: { ...judged.unit, urbanRural: 'unknown' as const } };
  expect(templateNotices([sheet('名录', { kind: 'rural' })], unknown)).toEqual([]);
});
