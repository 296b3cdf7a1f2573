/** The reports in Word say what follows from the evaluations: read by a reader that does not know how they are made. */
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../../shared/model.ts';
import { documentData } from '../../../shared/report/documents/data.ts';
import { finalReport } from '../../../shared/report/documents/final.ts';
import { midtermReport } from '../../../shared/report/documents/midterm.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { type PaperCity, paperCities } from '../../papers/cities.ts';
import { untraced } from '../../papers/digits.ts';
import { filedOf, type Truth } from '../../papers/facts.ts';
import { doubtsOf } from '../../papers/reader.ts';
import { readPaper } from '../../papers/word.ts';

describe.each(paperCities())('$title', (city) => {
  const read = filed(city);

  test('没有一句不实', async () => {
    const { paper, truth } = await read;
    expect(doubtsOf(paper, truth)).toEqual([]);
  });

  test('没有一个数没有出处', async () => {
    const { paper, truth } = await read;
    expect(untraced(paper, truth)).toEqual([]);
  });
});

async function filed({ policy, submitted, options }: PaperCity) {
  const rollup = rollUp(submitted, policy, options);
  const evaluations = new Map<string, Evaluation>(
    submitted.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])),
  );
  const said = {
    office: '淮南市民政局',
    commissioner: null,
    day: rollup.mode === 'midterm' ? '2020-12-28' : '2021-06-18',
    rectifyBy: policy.rectifyBy,
  };
  const data = documentData(rollup, policy, evaluations, { ...said, isPublic: false });
  const document = rollup.mode === 'midterm' ? midtermReport(data) : finalReport(data);
  const truth: Truth = { policy, rollup, filed: filedOf(rollup, policy, evaluations), ...said };
  return { paper: readPaper(await docxOf(document)), truth };
}
