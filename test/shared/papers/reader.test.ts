/** Papers in Word say what follows from the evaluations: read by a reader that does not know how they are made. */
import { describe, expect, test } from 'vitest';
import { newFile } from '../../../shared/files/new.ts';
import type { Evaluation } from '../../../shared/model.ts';
import { type DocumentData, documentData } from '../../../shared/report/documents/data.ts';
import { noticesOf } from '../../../shared/report/documents/notices.ts';
import { reportOf } from '../../../shared/report/documents/reports.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { rollUp } from '../../../shared/rollup/rollup.ts';
import { type PaperCity, paperCities } from '../../papers/cities.ts';
import { untraced } from '../../papers/digits.ts';
import { readSheet } from '../../papers/excel.ts';
import type { Truth } from '../../papers/facts.ts';
import { type Fault, faults, ledgerFaults } from '../../papers/faults.ts';
import { filedOf } from '../../papers/filed.ts';
import { mutantsOf } from '../../papers/mutants.ts';
import { ledgerDoubts, noticeDoubts, noticesFor, numbersIn } from '../../papers/notices.ts';
import { publicDoubts } from '../../papers/public.ts';
import { doubtsOf } from '../../papers/reader.ts';
import { isTable, type Paper, readPaper } from '../../papers/word.ts';
import { sampleCity } from './papers.ts';

const { submitted, policy } = await sampleCity();
const sample = (title: string, mode: 'midterm' | 'final'): PaperCity => ({
  title,
  policy: policy!,
  submitted,
  options: { mode },
});
const samples = { midterm: sample('示例城市', 'midterm'), final: sample('示例城市，终期', 'final') } as const;

const cities = paperCities();

describe.each([...cities, ...Object.values(samples)])('$title', (city) => {
  test('报告没有一句不实，没有一个数没有出处', () => {
    const { paper, truth } = reportFor(city);
    expect(doubtsOf(paper, truth)).toEqual([]);
    expect(untraced(paper, truth)).toEqual([]);
  });

  test('公开的也没有，也不说出几个人', () => {
    const { paper, truth } = reportFor(city, true);
    expect(doubtsOf(paper, truth)).toEqual([]);
    expect(untraced(paper, truth)).toEqual([]);
  });

  test('通知发给该发的单位，每一句、每一行都对，台账与通知相同', () => {
    const { notices, truth } = noticesIn(city);
    const wanted = truth.filed.flatMap((unit) => noticesFor(unit, truth).map((kind) => `${unit.key} ${kind}`));
    expect(notices.map(({ unit, kind }) => `${unit.key} ${kind}`)).toEqual(wanted);
    expect(notices.slice(0, READ).flatMap(doubtsIn)).toEqual([]);
    const numbers = notices.slice(0, READ).flatMap((one) => numbersIn(one.paper().parts.filter(isTable)));
    expect(new Set(numbers.filter((one) => one !== '')).size).toBe(numbers.filter((one) => one !== '').length);
  });
});

/** Notices of a city that are read: the others are made alike. */
const READ = 8;

test('文件定的目标不是说出几个人，报送的几个人才是', () => {
  const { truth } = truthOf(samples.final, true);
  const [first, ...others] = truth.policy.indicators;
  const three = { ...first!, name: '党员数', target: { ...first!.target, op: '>=', p: 3, q: 1, unit: '人' } } as const;
  const policy = { ...truth.policy, indicators: [three, ...others] };
  const told = (text: string) => {
    const paper = { parts: [{ style: 'SsldBody', text, marks: [] }], charts: [] } as unknown as Paper;
    return publicDoubts(paper, { ...truth, policy });
  };
  expect(told('党员数（目标不少于3人）：应评的2个单位都缺数据。')).toEqual([]);
  expect(told('党员数（目标不少于3人）：柳塘村有3人。')).toHaveLength(1);
});

describe('种下的错', () => {
  const papers = plantable();
  const results = faults.map(({ name, in: of, plant }) => {
    const { paper, doubts } = papers[of];
    const planted = plant(paper);
    const known = new Set(doubts(paper));
    return {
      name: `${of} ${name}`,
      isPlanted: JSON.stringify(planted) !== JSON.stringify(paper),
      isCaught: doubts(planted).some((doubt) => !known.has(doubt)),
    };
  });

  test('都种得下，都看出', () => {
    expect(results.filter(({ isPlanted }) => !isPlanted).map(({ name }) => name)).toEqual([]);
    expect(results.filter(({ isCaught }) => !isCaught).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ['midterm', 97],
    ['final', 101],
    ['returned', 499],
    ['public', 89],
    ['return', 3],
    ['rectify', 5],
  ] as const)('%s：随便改一个数、一个名称、一个判定，都看出', (of, stride) => {
    const { paper, doubts, truth } = papers[of];
    const mutants = mutantsOf(paper, truth, stride);
    expect(mutants.length).toBeGreaterThan(7);
    expect(mutants.filter((one) => doubts(one.paper).length === 0).map(({ was, is }) => [was, is])).toEqual([]);
  });

  test('台账里的也都看出', () => {
    const { notices } = noticesIn(samples.midterm);
    const { ledger, paper, unit, truth } = notices.find(({ kind }) => kind === 'rectify')!;
    const sheet = readSheet(newFile([ledger!]));
    expect(ledgerDoubts(sheet, paper(), unit, truth)).toEqual([]);
    const missed = ledgerFaults.filter(({ plant }) => ledgerDoubts(plant(sheet), paper(), unit, truth).length === 0);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ['报告', /^(?:midterm|final|compared|returned) /, 30],
    ['通知', /^(?:return|rectify) /, 10],
    ['公开的', /^public /, 5],
  ])('%s至少有这么多处', (_of, which, least) => {
    expect(results.filter(({ name }) => which.test(name)).length).toBeGreaterThanOrEqual(least);
  });
});

function plantable(): Readonly<
  Record<
    Fault['in'],
    { readonly paper: Paper; readonly truth: Truth; readonly doubts: (paper: Paper) => readonly string[] }
  >
> {
  const report = (city: PaperCity, isPublic = false) => {
    const { paper, truth } = reportFor(city, isPublic);
    return { paper, truth, doubts: (one: Paper) => doubtsOf(one, truth) };
  };
  const { notices, truth } = noticesIn(samples.midterm);
  const notice = (of: 'return' | 'rectify') => {
    const { unit, paper } = notices.find(({ kind }) => kind === of)!;
    return { paper: paper(), truth, doubts: (one: Paper) => noticeDoubts(one, of, unit, truth) };
  };
  return {
    midterm: report(samples.midterm),
    final: report(samples.final),
    returned: report(cities.find(({ title }) => title === 'a ledger returned in each way')!),
    compared: report(cities.find(({ title }) => title === 'mid-term and final, from before the pilot')!),
    public: report(samples.final, true),
    return: notice('return'),
    rectify: notice('rectify'),
  };
}

function reportFor(city: PaperCity, isPublic = false) {
  const { data, truth } = truthOf(city, isPublic);
  return { paper: readPaper(docxOf(reportOf(data))), truth };
}

function noticesIn(city: PaperCity) {
  const { data, truth } = truthOf(city, false);
  const units = new Map(truth.filed.map((unit) => [unit.key, unit]));
  const notices = noticesOf(data).map(({ key, document, sheet, ledger }) => {
    const kind = document.kind === 'return' ? ('return' as const) : ('rectify' as const);
    let read: Paper | null = null;
    const paper = () => (read ??= readPaper(docxOf(document)));
    return { unit: units.get(key)!, kind, sheet, ledger, paper, truth };
  });
  return { notices, truth };
}

function doubtsIn({ unit, kind, sheet, ledger, paper, truth }: ReturnType<typeof noticesIn>['notices'][number]) {
  const read = paper();
  const texts = new Set(sheet.rows.flatMap((row) => row.map(({ value }) => String(value ?? ''))));
  const cells = read.parts.flatMap((part) =>
    isTable(part) ? part.rows.flat() : part.style === 'SsldBody' ? [part] : [],
  );
  return [
    ...noticeDoubts(read, kind, unit, truth),
    ...untraced(read, truth),
    ...(ledger && kind === 'rectify' ? ledgerDoubts(readSheet(newFile([ledger])), read, unit, truth) : []),
    ...((ledger !== null) === (kind === 'rectify') ? [] : ['台账该有没有']),
    ...cells.flatMap(({ text }) => (texts.has(text) ? [] : [`表里没有：${text}`])),
  ];
}

function truthOf({ policy, submitted, options }: PaperCity, isPublic: boolean): { data: DocumentData; truth: Truth } {
  const rollup = rollUp(submitted, policy, options);
  const evaluations = new Map<string, Evaluation>(
    submitted.flatMap((one) => ('evaluation' in one ? [[one.file, one.evaluation] as const] : [])),
  );
  const isMidterm = rollup.mode === 'midterm';
  const said = {
    office: '淮南市民政局',
    commissioner: isMidterm ? null : '淮南市人民政府',
    day: isMidterm ? '2020-12-28' : '2021-06-18',
    rectifyBy: policy.rectifyBy,
    ...(isMidterm ? { resubmitBy: '2021-01-08' } : {}),
    isPublic,
  };
  const filed = filedOf(rollup, policy, evaluations);
  const midterm = rollUp(submitted, policy, { ...options, mode: 'midterm' }).findings;
  const truth: Truth = { policy, rollup, midterm, submitted, filed, ...said };
  return { data: documentData(rollup, policy, evaluations, said), truth };
}
