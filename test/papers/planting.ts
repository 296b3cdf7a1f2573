/** Ways to make a paper, or a sheet, say something that is not so. */
import { isTable, type Paper, type WordParagraph } from './word.ts';

/** In the first line or cell that has it, and holds `beside`. */
export const put =
  (words: RegExp, instead: string, beside = /./) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const edited = (one: WordParagraph): WordParagraph => {
      if (isDone || !words.test(one.text) || !beside.test(one.text)) return one;
      isDone = true;
      return { ...one, text: one.text.replace(words, instead) };
    };
    return {
      ...paper,
      parts: paper.parts.map((part) =>
        isTable(part) ? { rows: part.rows.map((row) => row.map(edited)) } : edited(part),
      ),
    };
  };

/** The first line of a table that holds these words is left out. */
export const dropLine =
  (words: RegExp) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const stays = (row: readonly WordParagraph[]) => {
      if (isDone || !words.test(row.map(({ text }) => text).join('｜'))) return true;
      isDone = true;
      return false;
    };
    return {
      ...paper,
      parts: paper.parts.map((part) => (isTable(part) ? { rows: part.rows.filter(stays) } : part)),
    };
  };

/** The first two lines of a table that hold these words stand the other way round. */
export const swapLines =
  (words: RegExp) =>
  (paper: Paper): Paper => ({
    ...paper,
    parts: paper.parts.map((part) => {
      if (!isTable(part)) return part;
      const [one, other] = part.rows.filter((row) => words.test(row.map(({ text }) => text).join('｜')));
      if (!one || !other) return part;
      return { rows: part.rows.map((row) => (row === one ? other : row === other ? one : row)) };
    }),
  });

/** In the line of a table that holds these words. */
export const inLine =
  (line: RegExp, words: RegExp, instead: string) =>
  (paper: Paper): Paper => {
    let isDone = false;
    const edited = (row: readonly WordParagraph[]) => {
      if (isDone || !line.test(row.map(({ text }) => text).join('｜')) || !row.some(({ text }) => words.test(text)))
        return row;
      isDone = true;
      const at = row.findIndex(({ text }) => words.test(text));
      return row.map((one, column) => (column === at ? { ...one, text: one.text.replace(words, instead) } : one));
    };
    return {
      ...paper,
      parts: paper.parts.map((part) => (isTable(part) ? { rows: part.rows.map(edited) } : part)),
    };
  };

/** The first paragraph with these words is left out. */
export const dropText =
  (words: RegExp) =>
  (paper: Paper): Paper => {
    const at = paper.parts.findIndex((part) => !isTable(part) && words.test(part.text));
    return { ...paper, parts: paper.parts.filter((_, index) => index !== at) };
  };

/** A paragraph more, after the first with these words. */
export const addText =
  (after: RegExp, text: string) =>
  (paper: Paper): Paper => {
    const at = paper.parts.findIndex((part) => !isTable(part) && after.test(part.text));
    if (at < 0) return paper;
    const more = { style: 'SsldBody', text, marks: [] };
    return { ...paper, parts: [...paper.parts.slice(0, at + 1), more, ...paper.parts.slice(at + 1)] };
  };

/** Each stands where the other stood, in all paragraphs with these words. */
export const swap =
  (words: RegExp, one: string, other: string) =>
  (paper: Paper): Paper => ({
    ...paper,
    parts: paper.parts.map((part) => {
      if (isTable(part) || !words.test(part.text)) return part;
      return {
        ...part,
        text: part.text
          .split(one)
          .map((text) => text.replaceAll(other, one))
          .join(other),
      };
    }),
  });

/** What stands in two columns of the line with these words. */
export const swapCells =
  (words: RegExp, one: number, other: number) =>
  (paper: Paper): Paper => ({
    ...paper,
    parts: paper.parts.map((part) => {
      if (!isTable(part)) return part;
      const rows = part.rows.map((row) => {
        if (!words.test(row[0]?.text ?? '') || !row[one] || !row[other]) return row;
        return row.map((cell, at) => (at === one ? row[other]! : at === other ? row[one]! : cell));
      });
      return { rows };
    }),
  });

/** The first column of a chart is another. */
export const inChart = (paper: Paper): Paper => ({
  ...paper,
  charts: paper.charts.map((chart) => ({
    ...chart,
    series: chart.series.map((one, at) => (at === 0 ? { ...one, values: ['99.99', ...one.values.slice(1)] } : one)),
  })),
});

/** What is seen of a chart stays; its sheet, or what is read aloud, is another. */
export const behindChart =
  (part: 'book' | 'described') =>
  (paper: Paper): Paper => ({
    ...paper,
    charts: paper.charts.map((chart) => ({ ...chart, [part]: part === 'book' ? [] : '没有数据' })),
  });

export type Sheet = readonly (readonly string[])[];

/** In the column with this heading, in the first line below it. */
export const inColumn =
  (heading: string, text: string) =>
  (sheet: Sheet): Sheet => {
    const head = sheet.findIndex((row) => row.includes(heading));
    const column = sheet[head]?.indexOf(heading) ?? -1;
    return sheet.map((row, at) => (at === head + 1 ? row.map((cell, index) => (index === column ? text : cell)) : row));
  };

export const dropRow = (sheet: Sheet): Sheet => sheet.slice(0, -1);
