import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Mode, Submitted } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { type DocumentData, type DocumentOptions, documentData } from '../../../shared/report/documents/data.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { judgeFile } from '../../../shared/submissions.ts';
import { cityBytes, listCity } from '../../fixtures/city.ts';
import { edited, unchanged } from './word-files.ts';

const policy = policies.find(({ id }) => id === 'huainan-2020')!;
let submitted: readonly Submitted[];

beforeAll(async () => {
  const run = { secret: '3a'.repeat(32), policy: policy.id, mode: null, asOf: null };
  const files = (await listCity()).filter(({ file }) => /锦湖|松风|梧桐|渡口/.test(file));
  submitted = await Promise.all(files.map(async ({ file }) => judgeFile(file, await cityBytes(file), run).submitted));
});

function dataOf(
  all: readonly Submitted[],
  day: string | null = '2020-12-28',
  { mode = 'midterm' as Mode, ...more }: Partial<DocumentOptions> & { readonly mode?: Mode } = {},
): DocumentData {
  const evaluations = new Map(all.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])));
  const options = {
    office: '淮南市民政局',
    commissioner: null,
    day,
    rectifyBy: policy.rectifyBy,
    isPublic: false,
    ...more,
  };
  return documentData(rollUp(all, policy, { mode }), policy, evaluations, options);
}

describe('核对报告 with the roll-up at hand', () => {
  test('nothing is said where both still agree, whatever day it is signed', () => {
    const file = docxOf(midtermReport(dataOf(submitted)));
    expect(checkReport(file, () => dataOf(submitted, null))).toMatchObject({ ...unchanged, stale: [] });
  });

  test('an internal report is held against internal figures and a public one against public ones, whatever is ticked now', () => {
    for (const isPublic of [false, true]) {
      const file = docxOf(midtermReport(dataOf(submitted, null, { isPublic })));
      expect(checkReport(file, (of) => dataOf(submitted, null, { isPublic: of }))).toMatchObject({
        ...unchanged,
        stale: [],
        notes: isPublic ? [expect.stringContaining('各单位的数没有和汇总对照')] : [],
      });
    }
  });

  test('a mid-term report is not held against the roll-up of the final evaluation, and that is said', () => {
    const file = docxOf(midtermReport(dataOf(submitted)));
    const { stale, notes } = checkReport(file, () => dataOf(submitted, null, { mode: 'final' }));
    expect(stale).toBeNull();
    expect(notes).toEqual([
      '这份是中期的，现在汇总的是终期：只核对了导出以后的改动，没有和汇总对照。要对照的，请先把汇总换成中期。',
    ]);
  });

  test('a notice that is to be answered by another day by now says nothing else', () => {
    const noticeOf = (resubmitBy: string) => {
      const data = dataOf(submitted, null, { resubmitBy });
      return { data, file: docxOf(noticesOf(data).find(({ document: { kind } }) => kind === 'return')!.document) };
    };
    const { file } = noticeOf('2021-01-08');
    expect(checkReport(file, () => noticeOf('2021-01-15').data)).toMatchObject({ stale: [] });
  });

  test('figures that the roll-up tells differently by now, and those of a unit that is gone', () => {
    const file = docxOf(midtermReport(dataOf(submitted)));
    const fewer = submitted.filter(({ file: path }) => !path.includes('锦湖'));
    const { stale } = checkReport(file, () => dataOf(fewer));
    const reported = stale!.find(({ at }) => at.sentence.includes('实报'));
    const before = dataOf(submitted).rollup.reporting.reported;
    expect(reported).toMatchObject({ text: String(before), found: String(before - 1) });
    expect(stale!.filter(({ at }) => at.sentence.includes('锦湖')).map(({ found }) => found)).toContain(null);
  });

  test('an edited sentence is shown as it was made, where the roll-up still tells it so', () => {
    const file = docxOf(midtermReport(dataOf(submitted)));
    const flipped = edited(file, (main) => main.replace('现将有关情况报告如下', '情况报告如下'));
    const [one, ...more] = checkReport(flipped, () => dataOf(submitted)).reworded;
    expect(one).toMatchObject({ kind: 'edited', was: expect.stringMatching(/现将有关情况报告如下。$/) });
    expect(more).toEqual([]);
    expect(checkReport(flipped, null).reworded).toMatchObject([{ was: null }]);
  });

  test('a public paper does not keep whose a figure is, not even as a sign; that is said', () => {
    const isPublic = { ...dataOf(submitted).options, isPublic: true };
    const data = { ...dataOf(submitted), options: isPublic };
    const list = (of: typeof data) => strFromU8(unzipSync(docxOf(midtermReport(of)))['customXml/ssld.xml']!);
    expect(list(dataOf(submitted)).includes('"unit":"~')).toBe(true);
    expect(list(data).includes('"unit":"~')).toBe(false);
    const checked = checkReport(docxOf(midtermReport(data)), () => data);
    expect(checked.stale).toEqual([]);
    expect(checked.notes.join()).toContain('各单位的数没有和汇总对照');
  });

  test('who signs stands in no chapter', () => {
    const file = docxOf(midtermReport(dataOf(submitted)));
    const other = edited(file, (main) => main.replace(/(.*)淮南市民政局/s, '$1寿县民政局'));
    expect(checkReport(other, null).reworded).toMatchObject([{ at: { part: '落款' } }]);
  });

  test('a list that asks what is no question of ours is passed over', () => {
    const parts = unzipSync(docxOf(midtermReport(dataOf(submitted))));
    const path = 'customXml/ssld.xml';
    const asked = strFromU8(parts[path]!).replace(/"what":"reporting","of":"reported"/, '"what":"inUnit"');
    const file = zipSync({ ...parts, [path]: strToU8(asked) });
    expect(checkReport(file, () => dataOf(submitted)).changed).toEqual([]);
  });
});
