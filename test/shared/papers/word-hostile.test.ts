import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aligned } from '../../../shared/report/docx/aligned.ts';
import { checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { paragraphsOf } from '../../../shared/report/docx/stories.ts';
import { edited, report } from './word-files.ts';

const file = docxOf(report);
const paper = (body: string) => `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
const withBody = (body: string) => edited(file, () => paper(body));

/** The list that goes along, changed. */
function withList(change: (json: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const path = 'customXml/ssld.xml';
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
}

const refusalOf = (bytes: Uint8Array): string => {
  try {
    checkReport(bytes, null);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('核对报告 of what somebody made to do harm', () => {
  test('bookmarks that never end stand in a few paragraphs only', () => {
    const starts = Array.from(
      { length: 20_000 },
      (_, at) => `<w:bookmarkStart w:id="${at}" w:name="ssld_${at}_words"/>`,
    );
    const body = `${starts.join('')}${'<w:p><w:r><w:t>1</w:t></w:r></w:p>'.repeat(3000)}`;
    const marks = paragraphsOf(paper(body)).reduce((sum, one) => sum + one.marks.length, 0);
    expect(marks).toBeLessThanOrEqual(4 * 20_000);
  });

  test('lists within lists are refused in a sentence, at whatever place', () => {
    const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
    for (const list of [
      withList((json) => json.replace(/"of":\{/, `"of":{"deep":${deep},`)),
      withList((json) => json.replace('"lines":[', `"lines":[${deep},`)),
      withList((json) => json.replace(/>\{.*\}</s, `>${deep}<`)),
    ])
      expect(refusalOf(list)).toMatch(/^PaperProblem: 里面的数字清单不完整，.*请在导出的那份 \.docx 上修改后再核对。$/);
  });

  test('a list whose lines ask for bookmarks that are in no list', () => {
    expect(refusalOf(withList((json) => json.replace(/([0-9a-f]{4}):\d+/, '$1:123456')))).toContain('数字清单不完整');
  });

  test('paragraphs within paragraphs, and more of them than any paper has', () => {
    expect(refusalOf(withBody(`${'<w:p><w:r>'.repeat(5000)}${'</w:r></w:p>'.repeat(5000)}`))).toContain('已损坏');
    expect(refusalOf(withBody('<w:p/>'.repeat(300_001)))).toMatch(
      /太大，没有打开。请删去多余的图片和内容后另存再试。$/,
    );
  });

  test('another paper under the same list is told sentence by sentence', () => {
    const sentences = Array.from({ length: 5000 }, (_, at) => `<w:p><w:r><w:t>第${at}句。</w:t></w:r></w:p>`);
    const checked = checkReport(withBody(sentences.join('')), null);
    const told = [...checked.changed, ...checked.unsourced, ...checked.added].map(({ at }) => at.sentence);
    expect(new Set(told).size).toBe(5000);
  });

  test('a run of numerals without an end is one number after the other, and none is read anew from each of its signs', () => {
    const checked = checkReport(withBody(`<w:p><w:r><w:t>${'千'.repeat(200_000)}家</w:t></w:r></w:p>`), null);
    expect(checked.added).toMatchObject([{ numbers: ['千'.repeat(24)] }]);
  });

  test('bookmarks laid over all sentences of a paragraph are refused in a sentence', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => at);
    const starts = ids.map((id) => `<w:bookmarkStart w:id="${id}" w:name="ssld_${(id % 8) + 1}_words"/>`);
    const ends = ids.map((id) => `<w:bookmarkEnd w:id="${id}"/>`);
    const over = (words: string) => `<w:p>${starts.join('')}<w:r><w:t>${words}</w:t></w:r>${ends.join('')}</w:p>`;
    for (const words of ['一。'.repeat(20_000), '一'.repeat(20_000)])
      expect(refusalOf(withBody(over(words)))).toMatch(
        /多得不像一份报告，没有核对。请在导出的那份 \.docx 上修改后再核对。$/,
      );
  });

  test('a thousand paragraphs in one cell, and dots without a page behind them', () => {
    const marked = (at: number) =>
      `<w:p><w:bookmarkStart w:id="${at}" w:name="ssld_${(at % 8) + 1}_words"/><w:r><w:t>1一</w:t></w:r><w:bookmarkEnd w:id="${at}"/></w:p>`;
    const cell = Array.from({ length: 30_000 }, (_, at) => marked(at)).join('');
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${' .'.repeat(200_000)}x</w:t></w:r></w:p>`;
    const body = `<w:tbl><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>${contents}`;
    expect(checkReport(withBody(body), null).added).toHaveLength(1);
  });

  test('of a paper that is another one altogether five thousand findings of a kind are listed, the rest is counted', () => {
    const checked = checkReport(withBody(`<w:p><w:r><w:t>${'又一句。'.repeat(20_000)}</w:t></w:r></w:p>`), null);
    expect(checked.reworded).toHaveLength(5000);
    expect(checked.unlisted).toBeGreaterThan(14_000);
    expect(refusalOf(withBody(`<w:p><w:r><w:t>${'一。'.repeat(300_001)}</w:t></w:r></w:p>`))).toContain('没有核对');
  });

  test('a header that is referred to a thousand times is read once, and so is a chart', () => {
    const parts = unzipSync(file);
    const relations = strFromU8(parts['word/_rels/document.xml.rels']!);
    const more = Array.from(
      { length: 20_000 },
      (_, at) => `<Relationship Id="h${at}" Type="x/header" Target="h.xml"/>`,
    );
    const header = paper('<w:p><w:r><w:t>页眉</w:t></w:r></w:p>'.repeat(2000));
    const many = zipSync({
      ...parts,
      'word/_rels/document.xml.rels': strToU8(
        relations.replace('</Relationships>', `${more.join('')}</Relationships>`),
      ),
      'word/h.xml': strToU8(header),
    });
    expect(checkReport(many, null).reworded).toMatchObject([{ kind: 'added', at: { part: '页眉', sentence: '页眉' } }]);
    const charts = '<w:p><w:r><c:chart r:id="rIdSsldChart1"/></w:r></w:p>';
    expect(
      checkReport(
        edited(file, (main) => main.replace('</w:body>', `${charts.repeat(200)}$&`)),
        null,
      ).added,
    ).toMatchObject([{ numbers: ['200幅图'] }]);
    expect(refusalOf(withBody(charts.repeat(600)))).toContain('没有核对');
  });

  test('tags without an end end the reading', () => {
    for (const body of ['<w:p><w:r><w:t>1', `<w:p ${'a'.repeat(50_000)}`, '<w:p><w:pPr><w:rPr>'.repeat(100)])
      expect(() => paragraphsOf(paper(body))).not.toThrow();
  });
});

test('lists without anything in common, and with everything twice, are held against each other all the same', () => {
  const some = (count: number, from: number) => Array.from({ length: count }, (_, at) => String(from + at));
  expect(aligned(some(50_000, 0), some(50_000, 100_000)).every((at) => at < 0)).toBe(true);
  const twice = [...some(30_000, 0), ...some(30_000, 0)];
  const found = aligned(twice, ['x', ...[...twice].reverse(), 'y']);
  expect(found.filter((at) => at >= 0).every((at, index, all) => index === 0 || at > all[index - 1]!)).toBe(true);
  expect(aligned(['a', 'b', 'c', 'b'], ['b', 'x', 'c', 'b'])).toEqual([1, -1, 2, 3]);
  expect(aligned(['a', 'a', 'b'], ['a', 'b', 'a'])).toEqual([0, -1, 1]);
});
