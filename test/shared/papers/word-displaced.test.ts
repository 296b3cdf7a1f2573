import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { edited, report, unchanged } from './word-files.ts';

const tally = (text: string) => ({ figure: text, of: { what: 'tally', indicator: 'G03', of: 'met' } }) as const;
const sentences = (name: string, count: string) =>
  ({
    kind: 'paragraph',
    text: [`${name}已经开展。`, `其中${name}达标`, tally(count), `。${name}其余正在整改。`],
  }) as const;
const table = (heading: string) =>
  ({
    kind: 'table',
    caption: [`${heading}完成情况`],
    columns: [
      { heading: '单位', width: 10, align: 'left' },
      { heading, width: 10, align: 'left' },
    ],
    rows: ['锦湖社区', '松风社区', '梧桐社区'].map((name) => [[{ quote: name }], [`${heading}达标`]]),
    empty: ['没有单位。'],
  }) as const;

const made = docxOf({
  ...report,
  body: [
    { kind: 'heading', level: 1, text: ['总体进展'] },
    sentences('持证', '4个'),
    sentences('服务覆盖', '7个'),
    table('持证'),
    table('覆盖'),
  ],
});

const told = (change: (main: string) => string) => checkReport(edited(made, change), null);
const where = (change: (main: string) => string) =>
  told(change).reworded.map(({ kind, at }) => `${kind} ${at.sentence}`);

const swapped = (main: string, one: string, other: string) =>
  main
    .replace(one, '@@')
    .replace(other, () => one)
    .replace('@@', () => other);
const rowsOf = (main: string) => main.match(/<w:tr>.*?<\/w:tr>/g)!;
const free = (xml: string) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');

/** The first sentence in a run of its own, as Word leaves it where the rest was cut out. */
const parted = (main: string) =>
  main.replaceAll('已经开展。其中', '已经开展。</w:t></w:r><w:r><w:t xml:space="preserve">其中');
const rest = (main: string, count: string) => {
  const from = main.lastIndexOf('<w:r><w:t xml:space="preserve">其中', main.indexOf(count));
  return main.slice(from, main.indexOf('</w:p>', from));
};

describe('a sentence says something else in another paragraph', () => {
  test.each([
    ['with its bookmark', (xml: string) => xml],
    ['as plain text', free],
  ])('the ends of two paragraphs changed places, %s', (_, as) => {
    const found = where((main) => {
      const text = parted(main);
      const [one, other] = [rest(text, '4个'), rest(text, '7个')];
      return text
        .replace(one, '@@')
        .replace(other, () => as(one))
        .replace('@@', () => as(other));
    });
    expect(found.length, found.join()).toBeGreaterThan(1);
  });

  test('one was put behind the sentences of another paragraph, or before its own first', () => {
    const put = where((main) => {
      const text = parted(main);
      const one = rest(text, '4个');
      return text.replace(one, '').replace(rest(text, '7个'), (other) => other + one);
    });
    expect(put).toContain('displaced 其中持证达标4个。');
    const before = where((main) => {
      const one = rest(parted(main), '4个');
      return parted(main)
        .replace(one, '')
        .replace('<w:r><w:t xml:space="preserve">持证已经', (first) => one + first);
    });
    expect(before.length).toBeGreaterThan(0);
  });

  test('paragraphs that were split, joined, or changed places as a whole are the same', () => {
    const split = told((main) => parted(main).replace('开展。</w:t></w:r><w:r>', '开展。</w:t></w:r></w:p><w:p><w:r>'));
    expect(split).toMatchObject(unchanged);
    const joined = told((main) => main.replace(/(其余正在整改。<\/w:t><\/w:r>)<\/w:p><w:p><w:pPr>.*?<\/w:pPr>/, '$1'));
    expect(joined).toMatchObject(unchanged);
    const whole = told((main) => {
      const [one, other] = main.match(/<w:p>(?:(?!<\/w:p>).)*已经开展(?:(?!<\/w:p>).)*<\/w:p>/g)!;
      return swapped(main, one!, other!);
    });
    expect(whole).toMatchObject(unchanged);
  });
});

describe('a row says something else in another table', () => {
  test('rows of one unit that two tables exchanged', () => {
    const found = where((main) => {
      const rows = rowsOf(main);
      return swapped(main, rows[1]!, rows[5]!);
    });
    expect(found).toHaveLength(2);
    expect(found.every((one) => /^(?:moved|displaced) 单位：锦湖社区$/.test(one))).toBe(true);
  });

  test('a heading row that was put below others', () => {
    const found = where((main) => {
      const [head, ...rows] = rowsOf(main);
      return main.replace(head!, '').replace(rows[1]!, (row) => row + head);
    });
    expect(found.filter((one) => one.startsWith('displaced'))).toHaveLength(2);
  });

  test('rows of one table in another order, and a table that was split, are the same', () => {
    expect(told((main) => swapped(main, rowsOf(main)[1]!, rowsOf(main)[3]!))).toMatchObject(unchanged);
    const start = (main: string) => main.match(/<w:tbl>.*?<\/w:tblGrid>/)![0];
    expect(told((main) => main.replace(rowsOf(main)[2]!, (row) => `</w:tbl><w:p/>${start(main)}${row}`))).toMatchObject(
      unchanged,
    );
  });
});
