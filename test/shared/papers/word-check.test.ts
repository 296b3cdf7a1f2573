import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Checked, checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { digitsIn } from '../../../shared/report/docx/tokens.ts';
import { edited, report, unchanged } from './word-files.ts';

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

/** One after the other, as by hand. */
const checkedAfter = (...changes: readonly ((main: string) => string)[]): Checked =>
  checkReport(
    edited(file, (main) => changes.reduce((text, change) => change(text), main)),
    null,
  );

const replaced = (from: string, to: string) => (main: string) => main.replace(from, to);

const paragraphsWith = (main: string, word: string) => {
  const at = main.indexOf(word);
  const from = main.lastIndexOf('<w:p>', at);
  return { from, to: main.indexOf('</w:p>', at) + '</w:p>'.length };
};

const changedTo = (checked: Checked) => checked.changed.map(({ before, after }) => `${before} → ${after}`);
const told = (all: readonly { readonly at: { readonly sentence: string } | null }[]) =>
  all.map(({ at }) => at?.sentence);

describe('核对报告', () => {
  test('nothing is said of a document as it was exported', () => {
    expect(checkReport(file, null)).toEqual({ ...unchanged, figures: 8 });
  });

  test('nor of one that another program saved', () => {
    expect(checkedAfter(savedAgain)).toEqual({ ...unchanged, figures: 8 });
  });

  test.each([
    ['within its bookmark', [retyped('33.33%', '40.00%')]],
    ['with its bookmark', [overwritten('33.33%', '40.00%')]],
    [
      'behind its bookmark, which is empty now',
      [replaced('>33.33%</w:t></w:r>', '></w:t></w:r>'), replaced('，距目标差', '40.00%，距目标差')],
    ],
  ])('a figure that was typed over %s', (_, changes) => {
    expect(checkedAfter(...changes)).toEqual({
      ...unchanged,
      figures: 8,
      changed: [
        {
          before: '33.33%',
          after: '40.00%',
          isReworded: false,
          was: null,
          at: { part: '一、总体进展', paragraph: '', sentence },
        },
      ],
    });
  });

  test('the same where another program saved it in between', () => {
    expect(changedTo(checkedAfter(retyped('33.33%', '40.00%'), savedAgain))).toEqual(['33.33% → 40.00%']);
  });

  test('LibreOffice ends a bookmark before the last character of a paragraph', () => {
    const early = (main: string) =>
      main.replace(/日(<\/w:t><\/w:r><w:bookmarkEnd [^>]*\/>)<\/w:p>/, '$1<w:r><w:t>日</w:t></w:r></w:p>');
    expect(checkedAfter(early)).toEqual({ ...unchanged, figures: 8 });
    const later = replaced('2020年12月28', '2020年12月30');
    expect(changedTo(checkedAfter(early, later))).toEqual(['2020年12月28日 → 2020年12月30日']);
    expect(changedTo(checkedAfter(overwritten('2020年12月28日', '2021年1月5日')))).toEqual([
      '2020年12月28日 → 2021年1月5日',
    ]);
  });

  test('in a table line and column are named', () => {
    const { changed } = checkedAfter(overwritten('25.00%', '45.00%'));
    expect(changed).toMatchObject([
      { before: '25.00%', after: '45.00%', at: { part: '一、总体进展', sentence: '松风社区，2020年持证率：45.00%' } },
    ]);
  });

  test.each([
    ['48人0', /(>48人<\/w:t><\/w:r><w:bookmarkEnd [^>]*\/>)/, '$1<w:r><w:t>0</w:t></w:r>'],
    ['48人万', /(>48人<\/w:t><\/w:r><w:bookmarkEnd [^>]*\/>)/, '$1<w:r><w:t>万</w:t></w:r>'],
    ['−48人', '社区工作者', '社区工作者−'],
    ['负48人', '社区工作者', '社区工作者负'],
    ['约48人', '社区工作者', '社区工作者约'],
    ['四十八人', />48人<\/w:t>/, '>四十八人</w:t>'],
  ] as const)('what makes another number of a figure belongs to it: %s', (after_, from, to) => {
    const checked = checkedAfter((main) => main.replace(from, to));
    expect(changedTo(checked)).toEqual([`48人 → ${after_}`]);
    expect(checked).toMatchObject({ unsourced: [], added: [], gone: [], reworded: [] });
    expect(checked.changed[0]!.isReworded).toBe(false);
  });

  test('signs between thousands, blanks, widths of characters and broken lines are no change', () => {
    const checked = checkedAfter(
      retyped('16人', '１６ 人'),
      replaced('，距目标差', '，<w:br/>距 目标差'),
      replaced('请各单位按期整改。', '请各单位 按期整改。'),
    );
    expect(checked).toEqual({ ...unchanged, figures: 8 });
  });

  test('under 修订 what is struck out is gone, what is put in counts, and it is said', () => {
    const tracked = checkedAfter((main) =>
      main.replace(
        /<w:r>(?:(?!<\/w:r>).)*>33.33%<\/w:t><\/w:r>/,
        '<w:del w:id="9" w:author="王某某"><w:r><w:delText>33.33%</w:delText></w:r></w:del><w:ins w:id="8"><w:r><w:t>40.00%</w:t></w:r></w:ins>',
      ),
    );
    expect(changedTo(tracked)).toEqual(['33.33% → 40.00%']);
    expect(tracked.notes).toEqual(['里面有没有接受的修订，按全部接受以后的样子核对。']);
  });

  test('a figure that is gone, with the sentence that it stood in', () => {
    const { gone, changed, reworded } = checkedAfter(overwritten('1个', ''));
    expect(gone).toMatchObject([{ figures: ['1个'], sentences: 0, isReworded: false, at: { sentence: '达标社区。' } }]);
    expect([changed, reworded]).toEqual([[], []]);
    const more = checkedAfter(overwritten('1个', ''), replaced('达标社区', '不达标社区'));
    expect(more.gone).toMatchObject([{ figures: ['1个'], isReworded: true }]);
  });

  test('words that carry the meaning are told apart from figures', () => {
    const checked = checkedAfter(replaced('距目标差', '高于目标'));
    expect(told(checked.reworded)).toEqual(['社区工作者48人，其中持证16人，持证率33.33%，高于目标6.67个百分点。']);
    expect(checked).toMatchObject({ changed: [], unsourced: [], added: [], gone: [] });
    const both = checkedAfter(replaced('距目标差', '高于目标'), retyped('33.33%', '40.00%'));
    expect(both.changed).toMatchObject([{ before: '33.33%', isReworded: true }]);
    expect(both.reworded).toEqual([]);
  });

  test('names of units that changed places, and two figures that did', () => {
    const names = checkedAfter((main) =>
      main.replace('>锦湖社区<', '>@<').replace('>松风社区<', '>锦湖社区<').replace('>@<', '>松风社区<'),
    );
    expect(told(names.reworded)).toEqual(['单位：松风社区', '单位：锦湖社区']);
    const figures = checkedAfter((main) =>
      main.replace('>40.00%</w:t>', '>@</w:t>').replace('>25.00%</w:t>', '>40.00%</w:t>').replace('>@<', '>25.00%<'),
    );
    expect(changedTo(figures)).toEqual(['40.00% → 25.00%', '25.00% → 40.00%']);
  });

  test('a bookmark moved to another figure does not bind it', () => {
    const moved = checkedAfter((main) => {
      const start =
        /<w:bookmarkStart [^>]*_G03_?[^>]*\/>/.exec(main.slice(main.indexOf('其中持证')))?.[0] ??
        /<w:bookmarkStart [^>]*\/>/.exec(main.slice(main.indexOf('其中持证')))![0];
      const id = /w:id="(\d+)"/.exec(start)![1];
      const free = main.replace(start, '').replace(`<w:bookmarkEnd w:id="${id}"/>`, '').replace('>16人<', '>20人<');
      return free.replace(
        '<w:r><w:t xml:space="preserve">请各单位',
        `${start}<w:r><w:t>另有16人。</w:t></w:r><w:bookmarkEnd w:id="${id}"/>$&`,
      );
    });
    expect(changedTo(moved)).toEqual(['16人 → 20人']);
    expect(moved.added).toMatchObject([{ numbers: ['16'], at: { sentence: '另有16人。' } }]);
  });

  test('sentences with figures that came in by hand, also written out', () => {
    const { added, reworded } = checkedAfter(
      replaced(
        '请各单位按期整改。',
        '请各单位按期整改。满意度为９８%，居全省第2位。另有三十处待改，约三分之一。群众普遍满意。',
      ),
    );
    expect(added).toMatchObject([
      { numbers: ['９８%', '2'], at: { paragraph: '请各单位按期整改。', sentence: '满意度为９８%，居全省第2位。' } },
      { numbers: ['三十', '三分之一'] },
    ]);
    expect(reworded).toMatchObject([{ kind: 'added', at: { sentence: '群众普遍满意。' } }]);
  });

  test('numbers written otherwise are told whole', () => {
    const { added } = checkedAfter(
      replaced('请各单位按期整改。', '请各单位按期整改。廿三家已办。叁拾貳個社區達標。佰分之玖拾。共Ⅻ家，见①，占½。'),
    );
    expect(added.map(({ numbers }) => numbers)).toEqual([['廿三'], ['叁拾貳'], ['佰分之玖拾'], ['Ⅻ', '①', '½']]);
  });

  test('a number typed into a sentence of ours has no source there', () => {
    const { unsourced, added } = checkedAfter(replaced('请各单位按期整改。', '请五成以上单位在3天内整改。'));
    expect(unsourced).toMatchObject([{ numbers: ['五成', '3'], at: { sentence: '请五成以上单位在3天内整改。' } }]);
    expect(added).toEqual([]);
  });

  test('bookmarks that only look like ours bind nothing', () => {
    const { added } = checkedAfter(
      replaced(
        '<w:p><w:pPr><w:pStyle w:val="SsldHeading2"/>',
        '<w:p><w:bookmarkStart w:id="9999" w:name="ssld_9999_pooled"/><w:r><w:t>持证率88.88%。</w:t></w:r><w:bookmarkEnd w:id="9999"/></w:p><w:p><w:r><w:t>附件120家社会组织</w:t></w:r></w:p>$&',
      ),
    );
    expect(added.map(({ numbers }) => numbers)).toEqual([['88.88%'], ['120']]);
  });

  test('a paragraph that was copied brings no source with it', () => {
    const { added } = checkedAfter(
      replaced('<w:p><w:pPr><w:pStyle w:val="SsldHeading2"/>', '<w:p><w:r><w:t>社区工作者48人。</w:t></w:r></w:p>$&'),
    );
    expect(added).toMatchObject([{ numbers: ['48'], at: { sentence: '社区工作者48人。' } }]);
  });

  test('numbers of headings and attachments may change', () => {
    const checked = checkedAfter(
      replaced('>1.持证率<', '>2.持证率<'),
      replaced('>2.口径说明<', '>3.口径说明<'),
      replaced('>附件2<', '>附件3<'),
    );
    expect(checked).toEqual({ ...unchanged, figures: 8 });
  });

  test('a paragraph that is gone is told once, with its figures', () => {
    const { gone, changed, reworded } = checkedAfter((main) => {
      const { from, to } = paragraphsWith(main, '48人');
      return main.slice(0, from) + main.slice(to);
    });
    expect(gone).toMatchObject([
      {
        figures: ['48人', '16人', '33.33%', '6.67个百分点', '1个'],
        sentences: 2,
        at: { sentence: '一、总体进展' },
      },
    ]);
    expect([changed, reworded]).toEqual([[], []]);
  });

  test('a paragraph that was moved is told only where it stands under another heading', () => {
    const move = (behind: string) => (main: string) => {
      const { from, to } = paragraphsWith(main, '请各单位按期整改');
      const rest = main.slice(0, from) + main.slice(to);
      const at = paragraphsWith(rest, behind).to;
      return rest.slice(0, at) + main.slice(from, to) + rest.slice(at);
    };
    expect(checkedAfter(move('现将有关情况')).reworded).toMatchObject([
      { kind: 'moved', at: { sentence: '请各单位按期整改。' } },
    ]);
  });

  test('two paragraphs under one heading may change places', () => {
    const say = (text: string) => ({ kind: 'paragraph', text: [text] }) as const;
    const heading = { kind: 'heading', level: 1, text: ['总体进展'] } as const;
    const [first, second] = [say('各单位均已报送。'), say('未达标的单位正在整改。')];
    const made = docxOf({ ...report, body: [heading, first, second, say('请按期整改。')] });
    const swapped = edited(made, (main) => {
      const [one, two] = [paragraphsWith(main, '均已报送'), paragraphsWith(main, '正在整改')];
      return main.slice(0, one.from) + main.slice(two.from, two.to) + main.slice(one.from, one.to) + main.slice(two.to);
    });
    expect(checkReport(swapped, null)).toMatchObject(unchanged);
  });

  test('paragraphs that were split, and lines that were put together, say the same', () => {
    const checked = checkedAfter(replaced('，距目标差', '，距目</w:t></w:r></w:p><w:p><w:r><w:t>标差'), (main) =>
      main.replace(/(试点工作<\/w:t><\/w:r>)<\/w:p><w:p><w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/, '$1'),
    );
    expect(checked).toEqual({ ...unchanged, figures: 8 });
  });

  test('a row that is gone, one that came, and one whose verdict is another', () => {
    const row = (main: string) => {
      const at = main.indexOf('>松风社区<');
      return { from: main.lastIndexOf('<w:tr>', at), to: main.indexOf('</w:tr>', at) + '</w:tr>'.length };
    };
    const gone = checkedAfter((main) => main.slice(0, row(main).from) + main.slice(row(main).to)).gone;
    expect(gone).toMatchObject([
      { isRow: true, figures: ['25.00%'], at: { sentence: '锦湖社区，2020年持证率：40.00%' } },
    ]);
    const came = checkedAfter((main) => {
      const { from, to } = row(main);
      const typed = main
        .slice(from, to)
        .replace(/<w:bookmark[^>]*>/g, '')
        .replace('松风', '梧桐')
        .replace('25.00', '50.00');
      return main.slice(0, to) + typed + main.slice(to);
    });
    expect(came).toMatchObject({ changed: [], gone: [], reworded: [{ at: { sentence: '单位：梧桐社区' } }] });
    expect(came.added).toMatchObject([{ numbers: ['50.00%'], at: { sentence: '梧桐社区，2020年持证率：50.00%' } }]);
  });

  test('words from elsewhere: that they were edited, and that a number in them is another', () => {
    const words = checkedAfter(retyped('《实施意见》（淮府办〔2020〕8号）', '《意见》（淮府办〔2020〕8号）'));
    expect(words).toMatchObject({ changed: [], reworded: [{ kind: 'edited' }] });
    const longer = checkedAfter(retyped('《实施意见》（淮府办〔2020〕8号）', '《实施意见》（淮府办〔2020〕18号）'));
    expect(longer.changed).toMatchObject([{ before: null, after: '《实施意见》（淮府办〔2020〕18号）' }]);
    const other = checkedAfter(retyped('《实施意见》（淮府办〔2020〕8号）', '《实施意见》（淮府办〔2020〕9号）'));
    expect(other.changed).toMatchObject([{ before: null, after: '《实施意见》（淮府办〔2020〕9号）' }]);
    expect(other.reworded).toEqual([]);
  });

  test('a digit more in words from elsewhere, and one typed beside them', () => {
    const cells = docxOf({ ...report, body: [{ kind: 'paragraph', text: ['目标', { quote: '≥2个' }, '、不限。'] }] });
    const changed = (from: string, to: string) => checkReport(edited(cells, replaced(from, to)), null);
    const seen = ({ changed, unsourced, reworded }: Checked) => [
      ...told(changed),
      ...told(unsourced),
      ...told(reworded),
    ];
    // Both have the same check character.
    expect(seen(changed('≥2个', '≥29个'))).toContain('目标≥29个、不限。');
    expect(seen(changed('、不限', '7、不限'))).toEqual(['目标≥2个7、不限。']);
  });

  test('hidden text is gone from the paper, and it is told that there is some', () => {
    const hidden = checkedAfter((main) =>
      main.replace(/<w:r>(<w:t [^>]*>33\.33%<)/, '<w:r><w:rPr><w:vanish/></w:rPr>$1'),
    );
    expect(hidden.gone).toMatchObject([{ figures: ['33.33%'] }]);
    expect(hidden.reworded).toMatchObject([{ kind: 'hidden', at: { sentence: '33.33%' } }]);
  });

  test.each(['strike', 'dstrike'])('words that are struck through (%s) are there no more', (looks) => {
    const struck = checkedAfter((main) =>
      main.replace(
        '请各单位按期整改。',
        `请</w:t></w:r><w:r><w:rPr><w:${looks}/></w:rPr><w:t>各单位</w:t></w:r><w:r><w:t>按期整改。`,
      ),
    );
    expect(struck.reworded).toMatchObject([
      { kind: 'edited', at: { sentence: '请按期整改。' } },
      { kind: 'hidden', at: { sentence: '各单位' } },
    ]);
  });

  test('words drawn as a picture, and those that only older programs show', () => {
    const put = (xml: string) => replaced('请各单位按期整改。</w:t></w:r>', `$&<w:r>${xml}</w:r>`);
    const drawn = checkedAfter(put('<w:pict><v:shape><v:textpath string="达标率98%"/></v:shape></w:pict>'));
    expect(drawn.added).toMatchObject([{ numbers: ['98%'] }]);
    const box = (text: string) => `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`;
    const twofold = (text: string) =>
      put(
        `<mc:AlternateContent><mc:Choice>${box('见附件')}</mc:Choice><mc:Fallback>${box(text)}</mc:Fallback></mc:AlternateContent>`,
      );
    expect(checkedAfter(twofold('见附件')).notes).toEqual([]);
    expect(checkedAfter(twofold('达标率98%')).notes).toEqual(['有的图形在旧版 Word 里显示另外的字，那些字没有核对。']);
  });

  test('words typed into the number of a page', () => {
    const field = (result: string) =>
      replaced(
        '请各单位按期整改。</w:t></w:r>',
        `$&<w:fldSimple w:instr=" PAGE "><w:r><w:t>${result}</w:t></w:r></w:fldSimple>`,
      );
    const typed = checkedAfter(field('达标率98%'));
    expect(typed.added).toMatchObject([{ numbers: ['98%'] }]);
    expect(checkedAfter(field('12'))).toMatchObject({
      added: [],
      notes: ['正文里插了页码一类的域，域里的数没有核对。'],
    });
  });

  test('a table of contents that was put in says the headings again; a line of it that says more is told', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const line = (text: string) =>
      `<w:r><w:t>${text}</w:t><w:tab/></w:r>${field('PAGEREF _Toc1 \\h', '<w:r><w:t>3</w:t></w:r>')}`;
    const contents = (text: string) =>
      replaced('<w:p><w:pPr><w:pStyle w:val="SsldHeading1"/>', `<w:p>${field('TOC \\o "1-3"', line(text))}</w:p>$&`);
    expect(checkedAfter(contents('一、总体进展'))).toEqual({ ...unchanged, figures: 8 });
    expect(told(checkedAfter(contents('一、全面达标')).reworded)).toEqual(['一、全面达标']);
  });

  test('text boxes are read, pictures are said not to be', () => {
    const box = checkedAfter(
      replaced(
        '请各单位按期整改。</w:t></w:r>',
        '$&<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>满意率99%</w:t></w:r></w:p></w:txbxContent></v:textbox><v:imagedata r:id="rId9"/></w:pict></w:r>',
      ),
    );
    expect(box.added).toMatchObject([{ numbers: ['99%'] }]);
    expect(box.notes).toEqual(['放进去了1张图片或别的对象，里面的字和数没有核对。']);
  });
});

describe('beside the text', () => {
  const withPart = (path: string, change: (text: string) => string) => {
    const parts = unzipSync(file);
    return zipSync({ ...parts, [path]: strToU8(change(parts[path] ? strFromU8(parts[path]) : '')) });
  };

  test('a figure in a footer', () => {
    const { added } = checkReport(
      withPart('word/footer1.xml', (xml) => xml.replace('— ', '持证率88%— ')),
      null,
    );
    expect(added).toMatchObject([{ numbers: ['88%'], at: { part: '页脚' } }]);
  });

  test.each([
    ['footnotes', '脚注'],
    ['comments', '批注'],
    ['header', '页眉'],
  ] as const)('a figure in %s', (type, part) => {
    const parts = unzipSync(file);
    const relations = strFromU8(parts['word/_rels/document.xml.rels']!);
    const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const { added, reworded } = checkReport(
      zipSync({
        ...parts,
        'word/_rels/document.xml.rels': strToU8(
          relations.replace(
            '</Relationships>',
            `<Relationship Id="rIdX" Type="http://x/${type}" Target="x.xml"/></Relationships>`,
          ),
        ),
        'word/x.xml': strToU8(`<w:x xmlns:w="${W}"><w:p><w:r><w:t>应为十二个。</w:t></w:r></w:p></w:x>`),
      }),
      null,
    );
    expect(added).toMatchObject([{ numbers: ['十二'], at: { part } }]);
    expect(reworded).toEqual([]);
  });

  test('a value of the chart, and one of the numbers behind it', () => {
    const chart = 'word/charts/ssld-chart1.xml';
    const drawn = checkReport(
      withPart(chart, (xml) => xml.replace('<c:v>25</c:v>', '<c:v>95</c:v>')),
      null,
    );
    expect(drawn.changed).toMatchObject([{ before: '25%', after: '95%', at: { part: '图1“松风社区”的现值' } }]);
    const book = 'word/embeddings/ssld-chart1.xlsx';
    const parts = unzipSync(file);
    const inner = unzipSync(parts[book]!);
    const sheet = strFromU8(inner['xl/worksheets/sheet1.xml']!).replace('<v>25</v>', '<v>85</v>');
    const behind = zipSync({ ...parts, [book]: zipSync({ ...inner, 'xl/worksheets/sheet1.xml': strToU8(sheet) }) });
    expect(checkReport(behind, null).changed).toMatchObject([
      { before: '25%', after: '85%', at: { part: '图1的数据表里“松风社区”的现值' } },
    ]);
  });

  test.each([
    ['the legend', '现值（%）', '终期值（%）', '图例里的名称'],
    ['how numbers are written', '<c:formatCode>General', '<c:formatCode>"9"0', '图里数字的写法'],
  ])('of the chart %s', (_, from, to, sentence) => {
    const changed = withPart('word/charts/ssld-chart1.xml', (xml) => xml.replace(from, to));
    expect(checkReport(changed, null).reworded).toMatchObject([{ kind: 'edited', at: { part: '图1', sentence } }]);
  });

  test('what is read aloud of the chart', () => {
    const { reworded } = checkedAfter((main) => main.replace(/ descr="[^"]*"/, ' descr="全部达标"'));
    expect(reworded).toMatchObject([{ kind: 'hidden', at: { sentence: '全部达标' } }]);
  });

  test('words in the numbers of lists, and whole files put in, are said not to be checked', () => {
    const parts = unzipSync(file);
    const relations = strFromU8(parts['word/_rels/document.xml.rels']!);
    const texts = ['%1.', '第%1章', '（%1）', '达标率98% %1'].map((text) => `<w:lvlText w:val="${text}"/>`);
    const { notes } = checkReport(
      zipSync({
        ...parts,
        'word/_rels/document.xml.rels': strToU8(
          relations.replace(
            '</Relationships>',
            '<Relationship Id="n" Type="x/numbering" Target="n.xml"/><Relationship Id="s" Type="x/subDocument" Target="s.docx"/></Relationships>',
          ),
        ),
        'word/n.xml': strToU8(`<w:numbering>${texts.join('')}</w:numbering>`),
      }),
      null,
    );
    expect(notes).toEqual([
      '自动编号里有文字（“达标率98%”），没有核对。',
      '插进去了整份别的文件，里面的字和数没有核对。',
    ]);
  });

  test('a chart whose names changed places, and one that is gone', () => {
    const named = withPart('word/charts/ssld-chart1.xml', (xml) => xml.replaceAll('锦湖社区', '梧桐社区'));
    expect(checkReport(named, null).reworded).toMatchObject([{ at: { part: '图1' } }]);
    const { gone } = checkedAfter((main) => main.replace(/<w:drawing>.*?<\/w:drawing>/, ''));
    expect(gone).toMatchObject([{ figures: ['图1（2组数）'] }]);
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
      '数字清单不完整',
    ],
  ] as const)('%s', (_, bytes, said) => {
    expect(problemOf(bytes)).toContain(said);
    expect(problemOf(bytes)).toMatch(/^PaperProblem: [^\n]*。$/);
  });
});
