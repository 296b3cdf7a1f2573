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
import { faults } from '../../papers/faults.ts';
import { doubtsOf } from '../../papers/reader.ts';
import { readPaper } from '../../papers/word.ts';
import { sampleCity } from './papers.ts';

const sample = { title: '示例城市', policy: (await sampleCity()).policy!, submitted: (await sampleCity()).submitted };
const samples: Readonly<Record<'midterm' | 'final', PaperCity>> = {
  midterm: { ...sample, options: { mode: 'midterm' } },
  final: { ...sample, title: '示例城市，终期', options: { mode: 'final' } },
};

describe.each([...paperCities(), ...Object.values(samples)])('$title', (city) => {
  test('没有一句不实，没有一个数没有出处', async () => {
    const { paper, truth } = await filed(city);
    expect(doubtsOf(paper, truth)).toEqual([]);
    expect(untraced(paper, truth)).toEqual([]);
  });
});

describe('种下的错', async () => {
  const read = { midterm: await filed(samples.midterm), final: await filed(samples.final) };
  const before = {
    midterm: new Set(doubtsOf(read.midterm.paper, read.midterm.truth)),
    final: new Set(doubtsOf(read.final.paper, read.final.truth)),
  };
  const results = faults.map(({ name, in: of, plant }) => {
    const { paper, truth } = read[of];
    const planted = plant(paper);
    return {
      name,
      isPlanted: JSON.stringify(planted.parts) !== JSON.stringify(paper.parts),
      isCaught: doubtsOf(planted, truth).some((doubt) => !before[of].has(doubt)),
    };
  });

  test.each(results)('$name：种得下', ({ isPlanted }) => {
    expect(isPlanted).toBe(true);
  });

  test('三十处都看出', () => {
    expect(results.length).toBe(30);
    expect(results.filter(({ isCaught }) => !isCaught).map(({ name }) => name)).toEqual([]);
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
  const truth: Truth = { policy, rollup, filed: filedOf(rollup, policy, evaluations), ...said, isPublic: false };
  return { paper: readPaper(await docxOf(document)), truth };
}
