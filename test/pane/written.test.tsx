// @vitest-environment jsdom
/** 写入以后改了数据再检查：窗格说出哪些指标的结论与上次写入的不同。用真的 office.js。 */
import { expect, test, vi } from 'vitest';
import type { Evaluate } from '../../addin/evaluations.ts';
import { createExcelHost } from '../../addin/host/excel.ts';
import { type Blocks, openMemory } from '../../addin/preview/memory.ts';
import { tableNames } from '../../addin/tables.ts';
import { marked } from '../host/opened.ts';
import { judgedMasked } from '../judging.ts';
import { openOffice } from '../office.ts';
import { patient } from '../patience.ts';
import { openPane } from './screens.tsx';

const facts = [
  ['县区', '街道', '社区', '城乡类型', '常住人口'],
  ['田家庵区', '甲街道', '甲社区', '城市社区', 5000],
];
const organisations = [
  ['序号', '组织名称', '管理方式', '备案号', '备案日期', '类别', '所属社区', '运行状态'],
  ...Array.from({ length: 10 }, (_, at) => {
    const name = `${'甲乙丙丁戊己庚辛壬癸'[at]}舞蹈队`;
    return [at + 1, name, '备案', `B-${at}`, '2020-07-01', '文体活动类', '甲社区', '正常'];
  }),
];

test('写入、改数、重新检查', async () => {
  const workbook = openMemory({
    name: '甲社区.xlsx',
    blocks: { 基本情况表: facts, 社会组织名录: organisations } as Blocks,
  });
  await openOffice(workbook);
  const judge: Evaluate = async ({ snapshot, secret, options }) => {
    return { evaluation: judgedMasked(snapshot, secret, options), local: false, tables: tableNames, words: {} };
  };
  const pane = await openPane({ host: createExcelHost(), evaluate: judge, checkAtOnce: true });
  const sees = (words: string) =>
    vi.waitFor(async () => {
      await pane.doing(() => {});
      expect(pane.text()).toContain(words);
    }, patient);
  await sees('写入工作簿');
  expect(pane.text()).not.toContain('上次写入');
  await pane.press('写入工作簿');
  await sees('已写入工作簿');
  await pane.press('重新检查');
  await sees('指标');
  expect(pane.text()).toContain('，终期）相同');

  const before = marked(workbook);
  workbook.sheets[1]!.setContents(10, 7, [[{ value: '注销' }]]);
  await pane.press('重新检查');
  await sees('指标结论变化 1');
  await pane.press('指标结论变化 1');
  expect(pane.element.querySelector('.changed')!.textContent).toContain('城市社区社会组织数：达标 →  未达标（变差）');

  // What is found now is marked, though nothing was written anew; put right, it goes quiet.
  expect(marked(workbook)).toEqual([...before, '社会组织名录!B1 gap', '社会组织名录!H11 note'].sort());
  workbook.sheets[1]!.setContents(10, 7, [[{ value: '正常' }]]);
  await pane.press('重新检查');
  await sees('终期）相同');
  expect(marked(workbook)).toEqual(before);

  workbook.settings.delete('ssld.written');
  for (const { name } of workbook.names()) if (name.startsWith('_ssld_kept_')) workbook.removeName(name, null);
  await pane.press('重新检查');
  await sees('“差距清单”由较早的程序版本写入');
});
