import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { digitsIn } from '../../../shared/report/docx/tokens.ts';
import { edited, report } from './word-files.ts';

const file = docxOf(report);
const sentence = '社区工作者48人，其中持证16人，持证率40.00%，距目标差6.67个百分点。';

/** Typed over within the bookmark. */
const retyped = (from: string, to: string) => (main: string) => main.replace(`>${from}</w:t>`, `>${to}</w:t>`);

/** Typed over with its bookmark: both ends are gone. */
const overwritten = (from: string, to: string) => (main: string) =>
  main.replace(
    new RegExp(`<w:bookmarkStart [^>]*/>(<w:r>(?:(?!</w:r>).)*>)${from}(</w:t></w:r>)<w:bookmarkEnd [^>]*/>`),
    to === '' ? '' : `$1${to}$2`,
  );

/** As Word, WPS and LibreOffice save what nobody changed: runs cut apart, ids of their own, bookmarks that begin before their paragraph. */
function savedAgain(main: string): string {
  let id = 400;
  const ids = new Map<string, string>();
  return main
    .replace(/(<w:bookmark(?:Start|End) )w:id="(\d+)"/g, (_, tag: string, old: string) => {
      if (!ids.has(old)) ids.set(old, String(id++));
      return `${tag}w:id="${ids.get(old)}"`;
    })
    .replace(
      /<w:r>((?:<w:rPr>.*?<\/w:rPr>)?)<w:t xml:space="preserve">([^<]{2,})<\/w:t><\/w:r>/g,
      (_, looks: string, text: string) => {
        const half = Math.floor(text.length / 2);
        const run = (part: string) =>
          `<w:r w:rsidRPr="00B2">${looks}<w:lastRenderedPageBreak/><w:t xml:space="preserve">${part}</w:t></w:r>`;
        return `${run(text.slice(0, half))}<w:proofErr w:type="spellStart"/>${run(text.slice(half))}`;
      },
    )
    .replace(/<w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)(<w:bookmarkStart [^>]*\/>)/g, '$2<w:p w:rsidR="00A1">$1')
    .replace(/(<w:bookmarkEnd [^>]*\/>)<\/w:p>/g, '</w:p>$1');
}

const withList = (xml: string) => zipSync({ ...unzipSync(file), 'customXml/ssld.xml': strToU8(xml) });

describe('核对报告', () => {
  test('nothing is said of a document as it was exported', () => {
    expect(checkReport(file, null)).toEqual({ figures: 8, changed: [], gone: [], added: [], stale: null });
  });

  test('nor of one that another program saved', () => {
    expect(checkReport(edited(file, savedAgain), null)).toEqual({
      figures: 8,
      changed: [],
      gone: [],
      added: [],
      stale: null,
    });
  });

  test('a figure that says something else', () => {
    const { changed, gone, added } = checkReport(edited(file, retyped('33.33%', '40.00%')), null);
    expect(changed).toEqual([{ before: '33.33%', after: '40.00%', sentence }]);
    expect([gone, added]).toEqual([[], []]);
  });

  test('the same where another program saved it in between', () => {
    const { changed } = checkReport(edited(edited(file, retyped('33.33%', '40.00%')), savedAgain), null);
    expect(changed).toEqual([{ before: '33.33%', after: '40.00%', sentence }]);
  });

  test('a figure that was typed over with its bookmark', () => {
    const { changed, gone, added } = checkReport(edited(file, overwritten('33.33%', '40.00%')), null);
    expect(changed).toEqual([{ before: '33.33%', after: '40.00%', sentence }]);
    expect([gone, added]).toEqual([[], []]);
  });

  test('in a table the line is named', () => {
    const { changed } = checkReport(edited(file, overwritten('25.00%', '45.00%')), null);
    expect(changed).toEqual([{ before: '25.00%', after: '45.00%', sentence: '松风社区：45.00%' }]);
  });

  test('a digit typed at the end of a bookmark stands beside it', () => {
    const beside = (main: string) =>
      main.replace(/(>48人<\/w:t><\/w:r><w:bookmarkEnd [^>]*\/>)/, '$1<w:r><w:t>0</w:t></w:r>');
    const { changed, added } = checkReport(edited(file, beside), null);
    expect(changed).toEqual([
      {
        before: '48人',
        after: '48人0',
        sentence: '社区工作者48人0，其中持证16人，持证率33.33%，距目标差6.67个百分点。',
      },
    ]);
    expect(added).toEqual([]);
  });

  test('what is struck out under 修订 is gone, what is put in counts', () => {
    const tracked = (main: string) =>
      main.replace(
        /<w:r>(?:(?!<\/w:r>).)*>33.33%<\/w:t><\/w:r>/,
        '<w:del w:id="9" w:author="王某某"><w:r><w:delText>33.33%</w:delText></w:r></w:del><w:ins w:id="8"><w:r><w:t>40.00%</w:t></w:r></w:ins>',
      );
    expect(checkReport(edited(file, tracked), null).changed).toEqual([{ before: '33.33%', after: '40.00%', sentence }]);
  });

  test('figures that are gone, with what stands before them', () => {
    const { gone, changed } = checkReport(edited(file, overwritten('1个', '')), null);
    expect(gone).toEqual([{ text: '1个', near: '社区工作者48人，其中持证16人，持证率33.33%，距目标差6.67个百分点。' }]);
    expect(changed).toEqual([]);
  });

  test('sentences with figures that came in by hand', () => {
    const typed = (main: string) =>
      main.replace('请各单位按期整改。', '请各单位按期整改。满意度为９８%，居全省第2位。另有三处待改。');
    expect(checkReport(edited(file, typed), null).added).toEqual([
      { sentence: '满意度为９８%，居全省第2位。', figures: ['９８%', '2'] },
    ]);
  });

  test('a paragraph that was copied brings no source with it', () => {
    const copied = (main: string) =>
      main.replace(
        '<w:p><w:pPr><w:pStyle w:val="SsldHeading2"/>',
        '<w:p><w:r><w:t>社区工作者48人。</w:t></w:r></w:p>$&',
      );
    expect(checkReport(edited(file, copied), null).added).toEqual([{ sentence: '社区工作者48人。', figures: ['48'] }]);
  });

  test('headings that were added or moved are no figures', () => {
    const headed = (main: string) => main.replace('>1.持证率<', '>2.持证率<').replace('>2.口径说明<', '>3.口径说明<');
    expect(checkReport(edited(file, headed), null).added).toEqual([]);
  });

  test('words may be edited; the number in them may not be another', () => {
    const words = retyped('《实施意见》（淮府办〔2020〕8号）', '《意见》（淮府办〔2020〕8号）');
    expect(checkReport(edited(file, words), null).changed).toEqual([]);
    const number = retyped('《实施意见》（淮府办〔2020〕8号）', '《实施意见》（淮府办〔2020〕18号）');
    expect(checkReport(edited(file, number), null).changed).toMatchObject([
      { before: null, after: '《实施意见》（淮府办〔2020〕18号）' },
    ]);
  });
});

test('of digits in words nothing is kept that tells the number, and one more, less or other is still seen', () => {
  for (const words of ['锦绣花园12栋', '生于1985年3月12日', '（0554）6123456', '138 0013 8000', '８号'])
    expect(digitsIn(words)).toMatch(/^~[\dX]$/);
  expect(digitsIn('锦湖社区')).toBe('');
  // As many others have the same sign.
  const alike = Array.from({ length: 1000 }, (_, at) => `${at + 1}栋`).filter(
    (one) => digitsIn(one) === digitsIn('12栋'),
  );
  expect(alike.length).toBeGreaterThan(80);
  const all = '〔2020〕8号二（一）1';
  const signs = [...all].flatMap((sign, at) =>
    /\d/.test(sign)
      ? [...'0123456789'].filter((digit) => digit !== sign).map((digit) => all.slice(0, at) + digit + all.slice(at + 1))
      : [],
  );
  for (const other of [...signs, '〔2020〕8号', '〔2002〕8号二（一）1', '〔2020〕18号二（一）1'])
    expect(digitsIn(other), other).not.toBe(digitsIn(all));
  expect(digitsIn('〔２０２０〕８号二（一）１')).toBe(digitsIn(all));
});

describe('what is no document of ours is said in one sentence', () => {
  const problemOf = (bytes: Uint8Array): string => {
    try {
      checkReport(bytes, null);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  test.each([
    ['a text', strToU8('报告'), '不是 Word 文档（.docx）'],
    ['nothing', new Uint8Array(), '已损坏或没有收全'],
    ['half a file', file.subarray(0, file.length / 2), '已损坏或没有收全'],
    [
      'an old .doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]),
      '不是 Word 文档（.docx）',
    ],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('1') }), '不是 Word 文档（.docx）'],
    ['a document of somebody else', withList(''), '没有导出时的数字清单'],
    [
      'a list not as we write it',
      withList('<figures xmlns="urn:ssld:figures:1">[{"name":1}]</figures>'),
      '没有导出时的',
    ],
  ] as const)('%s', (_, bytes, said) => {
    expect(problemOf(bytes)).toContain(said);
    expect(problemOf(bytes)).toMatch(/^PaperProblem: [^\n]*。$/);
  });
});
