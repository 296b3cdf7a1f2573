import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../shared/report/docx/check.ts';
import { docxOf } from '../../../shared/report/docx/render.ts';
import { paragraphsOf } from '../../../shared/report/docx/stories.ts';
import { filled } from '../../../shared/report/docx/template.ts';
import { report, type TemplateParts, templateOf, textsOf, unchanged } from './word-files.ts';

const plain: TemplateParts = {
  paragraphs: [
    ['某某市民政局文件'],
    ['某民〔2020〕12号'],
    ['{', '{标', '题}}'],
    ['{{正文}}'],
    ['｛｛落款｝｝'],
    ['{{ 附件 }}'],
  ],
  styles: { zw: '公文正文', yj: '一级标题' },
  footer: '电话 0554-6640000',
};

function fileOf(template: TemplateParts, document = report): Uint8Array {
  const made = filled(templateOf(template), document);
  if ('problems' in made) throw new Error(made.problems.join());
  return made.file;
}

const problemsOf = (template: TemplateParts, document = report) => {
  const made = filled(templateOf(template), document);
  return 'problems' in made ? made.problems : [];
};

const withParagraphs = (...paragraphs: readonly (readonly string[])[]) => ({ ...plain, paragraphs });

describe("an office's own template", () => {
  const parts = textsOf(fileOf(plain));
  const main = parts['word/document.xml']!;

  test('keeps what is its own and says the same sentences as the document without it', () => {
    const texts = (xml: string) => paragraphsOf(xml).flatMap(({ text }) => (text === '' ? [] : [text]));
    const own = texts(textsOf(docxOf(report))['word/document.xml']!);
    expect(texts(main)).toEqual(['某某市民政局文件', '某民〔2020〕12号', ...own]);
    expect(parts['word/footer1.xml']).toContain('0554-6640000');
  });

  test('its styles are taken by name, those that it lacks are added', () => {
    expect(main).toContain('<w:pStyle w:val="zw"/>');
    expect(main).toContain('<w:pStyle w:val="yj"/>');
    expect(main).not.toContain('"SsldBody"');
    const styles = parts['word/styles.xml']!;
    expect(styles).toContain('w:styleId="SsldTitle"');
    expect(styles).not.toContain('w:styleId="SsldBody"');
    const used = new Set([...main.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id));
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
  });

  test('bookmarks, chart and list go along; digits of its own are not asked about', () => {
    const checked = checkReport(fileOf(plain), null);
    expect(checked).toEqual({ ...unchanged, figures: 8 });
    expect(parts['word/_rels/document.xml.rels']).toContain('charts/ssld-chart1.xml');
    expect(main).toContain('xmlns:wp=');
  });

  test('attachments lie as they do without it, and no empty page follows', () => {
    const sections = [...main.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag.includes('landscape'));
    expect(sections).toEqual([false, true, false]);
    expect(main).toMatch(/<\/w:p><w:sectPr>(?:(?!<w:sectPr).)*<\/w:sectPr><\/w:body>/);
    expect(main.match(/<w:sectPr>/g)).toHaveLength(3);
  });

  test('what follows the attachments goes on as the template has it', () => {
    const followed = textsOf(
      fileOf(withParagraphs(['{{标题}}'], ['{{正文}}'], ['{{落款}}'], ['{{附件}}'], ['抄送：某某局。'])),
    );
    const text = followed['word/document.xml']!;
    expect(text.match(/<w:sectPr>/g)).toHaveLength(4);
    expect(text.indexOf('抄送')).toBeGreaterThan(text.indexOf('口径说明</w:t>'));
  });

  test('ids and names that other styles have are not used twice', () => {
    const file = fileOf({
      ...plain,
      styles: {},
      stylesXml:
        '<w:style w:type="character" w:styleId="a1"><w:name w:val="公文正文"/></w:style><w:style w:type="paragraph" w:styleId="SsldTitle"><w:name w:val="别的"/></w:style>',
    });
    const styles = textsOf(file)['word/styles.xml']!;
    for (const what of [/w:styleId="([^"]+)"/g, /<w:name w:val="([^"]+)"/g]) {
      const all = [...styles.matchAll(what)].map(([, one]) => one);
      expect(new Set(all).size).toBe(all.length);
    }
    const title = /<w:pStyle w:val="([^"]+)"\/>/.exec(textsOf(file)['word/document.xml']!.split('某民')[1]!)![1];
    expect(title).toBe('SsldTitle2');
    expect(styles).toContain('w:styleId="SsldTitle2"><w:name w:val="公文标题"/>');
  });

  test('a text without a section gets one of ours, and no empty page', () => {
    const text = textsOf(fileOf({ ...plain, section: null }))['word/document.xml']!;
    expect(text.match(/<w:sectPr>/g)).toHaveLength(3);
    expect(text).toMatch(/<\/w:p><w:sectPr>(?:(?!<w:sectPr).)*w:w="11906"(?:(?!<w:sectPr).)*<\/w:sectPr><\/w:body>/);
  });

  test('relationships that were none, and styles that are missing', () => {
    const { 'word/styles.xml': _, ...rest } = unzipSync(templateOf({ ...plain, section: '<w:sectPr/>', footer: '' }));
    const none = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const made = filled(zipSync({ ...rest, 'word/_rels/document.xml.rels': strToU8(none) }), report);
    if ('problems' in made) throw new Error(made.problems.join());
    const texts = textsOf(made.file);
    const relations = texts['word/_rels/document.xml.rels']!;
    expect(relations).toMatch(/^<Relationships [^>]*><Relationship .*<\/Relationships>$/);
    for (const [, target] of relations.matchAll(/Target="([^"]+)"/g))
      expect(Object.keys(texts)).toContain(new URL(target!, 'file:///word/').pathname.slice(1));
    expect(texts['word/styles.xml']).toContain('w:styleId="SsldBody"');
    expect(checkReport(made.file, null)).toEqual({ ...unchanged, figures: 8 });
  });

  test('nothing that tells of a person or a machine goes along; the fixed text does', () => {
    const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const related = (type: string, target: string, more = '') =>
      `<Relationship Id="r_${type}" Type="${REL}/${type}" Target="${target}"${more}/>`;
    const file = fileOf({
      ...plain,
      around: (all) =>
        all.replace(
          '某某市民政局文件</w:t></w:r>',
          '$&<w:commentRangeStart w:id="0"/><w:r><w:drawing><wp:docPr id="1" name="章" descr="C:\\Users\\张某某\\章.png"/></w:drawing></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
      relations: [
        related('comments', 'comments.xml'),
        related('people', 'people.xml'),
        related('settings', 'settings.xml'),
        related('customXml', '../customXml/item1.xml'),
      ].join(''),
      fileRelations: [
        related('core-properties', 'docProps/core.xml'),
        related('extended-properties', 'docProps/app.xml'),
        related('custom-properties', 'docProps/custom.xml'),
      ].join(''),
      more: {
        'word/comments.xml': `<w:comments ${W}><w:comment w:id="0" w:author="王某某"><w:p><w:r><w:t>请王某某改</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/people.xml': '<w15:people><w15:person w15:author="王某某"/></w15:people>',
        'word/settings.xml': `<w:settings ${W}><w:attachedTemplate r:id="t"/><w:rsids><w:rsid w:val="00A1"/></w:rsids><w:zoom w:percent="100"/></w:settings>`,
        'word/_rels/settings.xml.rels': `<Relationships xmlns="x">${related('attachedTemplate', 'file:///C:\\Users\\张某某\\公文.dotm', ' TargetMode="External"')}</Relationships>`,
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator xml:lang="zh">李某某</dc:creator></cp:coreProperties>',
        'docProps/app.xml': '<Properties><Manager>赵某某</Manager><Company>某局</Company></Properties>',
        'docProps/custom.xml': '<Properties><property name="拟稿">孙某某</property></Properties>',
        'customXml/item1.xml': '<a>钱某某</a>',
        'customXml/_rels/item1.xml.rels': `<Relationships xmlns="x">${related('customXmlProps', 'itemProps1.xml')}</Relationships>`,
        'customXml/itemProps1.xml': '<b/>',
      },
    });
    const texts = textsOf(file);
    for (const [path, text] of Object.entries(texts))
      expect(text, path).not.toMatch(/[李王赵孙钱]某某|张某某\\|某局<|rsid|comment|C:\\/);
    expect(Object.keys(texts).filter((path) => /comments|people|custom\.xml|item/.test(path))).toEqual([]);
    expect(texts['word/settings.xml']).toContain('<w:zoom w:percent="100"/>');
    expect(texts['word/document.xml']).toContain('某某市民政局文件');
    expect(texts['word/document.xml']).toContain('<wp:docPr id="1" name=""/>');
    expect(checkReport(file, null)).toMatchObject(unchanged);
  });

  test('names of authors and files that fields fill in are emptied; what other fields show stays', () => {
    const run = (inside: string) => `<w:r>${inside}</w:r>`;
    const field = (code: string, result: string) =>
      `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText xml:space="preserve">${code}</w:instrText>`)}` +
      `${run('<w:fldChar w:fldCharType="separate"/>')}${run(`<w:t>${result}</w:t>`)}${run('<w:fldChar w:fldCharType="end"/>')}`;
    const file = fileOf({
      ...plain,
      around: (all) =>
        all.replace(
          '某某市民政局文件</w:t></w:r>',
          `$&${field(' AUTHOR ', '周某某')}${field(' FILENAME \\p C:\\Users\\吴某某 ', 'C:\\Users\\吴某某\\x.docx')}` +
            `<w:fldSimple w:instr=" LASTSAVEDBY &quot;C:\\郑某某&quot; "><w:fldSimple w:instr="PAGE"><w:r><w:t>郑某某</w:t></w:r></w:fldSimple><w:r><w:t>郑某某</w:t></w:r></w:fldSimple>${field(' NUMPAGES ', '共几页')}`,
        ),
    });
    const text = textsOf(file)['word/document.xml']!;
    expect(text).not.toMatch(/[周吴郑]某某|C:\\/);
    expect(text).toContain('FILENAME');
    expect(text).toContain('共几页');
    expect(text).toContain('某某市民政局文件');
  });

  test('a part that was UTF-16, ids like ours, and types told twice leave a file that Word opens', () => {
    const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const template = unzipSync(
      templateOf({ ...plain, relations: `<Relationship Id="rIdSsld" Type="${REL}/theme" Target="theme1.xml"/>` }),
    );
    const text = strFromU8(template['word/document.xml']!).replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const wide = new Uint8Array(new Uint16Array([0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))]).buffer);
    const types = strFromU8(template['[Content_Types].xml']!).replace(/<Override[^>]*styles[^>]*>/, '$&$&');
    const made = filled(
      zipSync({ ...template, 'word/document.xml': wide, '[Content_Types].xml': strToU8(types) }),
      report,
    );
    if ('problems' in made) throw new Error(made.problems.join());
    const texts = textsOf(made.file);
    expect(texts['word/document.xml']).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/);
    for (const [path, what] of [
      ['word/_rels/document.xml.rels', /Id="([^"]+)"/g],
      ['[Content_Types].xml', /PartName="([^"]+)"/g],
    ] as const) {
      const all = [...texts[path]!.matchAll(what)].map(([, one]) => one);
      expect(new Set(all).size, path).toBe(all.length);
    }
    expect(checkReport(made.file, null)).toEqual({ ...unchanged, figures: 8 });
  });

  test('a document of ours can be a template: its figures do not come along', () => {
    const again = fileOf({
      ...plain,
      around: (all) =>
        `<w:p><w:bookmarkStart w:id="1" w:name="ssld_1_day"/><w:r><w:t>9月</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>${all}`,
    });
    const names = [...textsOf(again)['word/document.xml']!.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/g)];
    expect(new Set(names.map(([, id]) => id)).size).toBe(names.length);
    expect(new Set(names.map(([, , name]) => name)).size).toBe(names.length);
  });
});

describe('what is wrong with a template is listed before anything is made', () => {
  test('tags that are unknown, missing, doubled, or not alone', () => {
    expect(
      problemsOf(
        withParagraphs(['{{题目}}'], ['{{标题}}'], ['现将{{正文}}报上'], ['{{附件}}'], ['{{附件}}'], ['{{落款']),
      ),
    ).toEqual([
      '没有“{{题目}}”这个标记。能用的标记：{{标题}}、{{正文}}、{{附件}}、{{落款}}。',
      '“{{正文}}”要独占一段，前后不能有别的字。',
      '“{{落款”里的标记没有写完整。能用的标记：{{标题}}、{{正文}}、{{附件}}、{{落款}}。',
      '“{{附件}}”有2处，只能有一处。',
      '没有“{{落款}}”，请在模板里加上，独占一段。',
    ]);
  });

  test('a tag in a table, and in a footer', () => {
    const table = (all: string) => `<w:tbl><w:tr><w:tc>${all}</w:tc></w:tr></w:tbl>`;
    expect(problemsOf({ ...plain, around: table, footer: '{{标题}}' })).toEqual([
      ...['标题', '正文', '落款', '附件'].map((tag) => `“{{${tag}}}”在表格或文本框里，请移到外面，独占一段。`),
      '页脚里的“{{标题}}”填不了，请删去。',
    ]);
  });

  test('without attachments no place for them is asked for', () => {
    const alone = { ...report, attachments: [] };
    const template = withParagraphs(['{{标题}}'], ['{{正文}}'], ['{{落款}}']);
    expect(problemsOf(template, alone)).toEqual([]);
    expect(problemsOf(template)).toEqual(['没有“{{附件}}”，请在模板里加上，独占一段。']);
    expect(problemsOf(plain, alone)).toEqual([]);
  });

  test('a tag in a content control, whole or within a line, and one beside a picture or in a field', () => {
    const control = (all: string) =>
      all.replace(/<w:p\b(?:(?!<\/w:p>).)*正文.*?<\/w:p>/, '<w:sdt><w:sdtContent>$&</w:sdtContent></w:sdt>');
    const within = (all: string) =>
      all.replace(/<w:r [^>]*><w:t [^>]*>｛｛落款｝｝<\/w:t><\/w:r>/, '<w:sdt><w:sdtContent>$&</w:sdtContent></w:sdt>');
    const line = (all: string) => all.replace('>{{ 附件 }}</w:t></w:r>', '$&<w:r><w:pict><v:line/></w:pict></w:r>');
    const inside = '在内容控件里，请删除这个控件、留下文字，独占一段。';
    expect(problemsOf({ ...plain, around: (all) => control(within(line(all))) })).toEqual([
      `“{{正文}}”${inside}`,
      `“{{落款}}”${inside}`,
      '“{{附件}}”这一段里还有图形、图片或域，请移到别的段里。',
    ]);
  });

  test('changes that were not accepted, also of looks and in a footer', () => {
    const said = ['模板里有没有接受的修订。请在“审阅”里接受全部修订，保存后再试。'];
    const looks = (all: string) =>
      all.replace('<w:jc w:val="left"/>', '$&<w:pPrChange w:id="1" w:author="王某某"><w:pPr/></w:pPrChange>');
    expect(problemsOf({ ...plain, around: looks })).toEqual(said);
    const footer = '</w:t></w:r><w:ins w:id="1" w:author="王某某"><w:r><w:t>字</w:t></w:r></w:ins><w:r><w:t>';
    expect(problemsOf({ ...plain, footer })).toEqual(said);
  });

  test('a file that no Word has saved', () => {
    const template = unzipSync(templateOf(plain));
    const strict = strFromU8(template['word/styles.xml']!).replaceAll('w:', '').replace('xmlns:w', 'xmlns');
    const made = filled(zipSync({ ...template, 'word/styles.xml': strToU8(strict) }), report);
    expect('problems' in made && made.problems.join()).toMatch(/请用 Word 另存为“Word 文档（\.docx）”后再试。$/);
  });

  test('changes that were not accepted', () => {
    const tracked = (all: string) =>
      `${all}<w:p><w:ins w:id="1" w:author="王某某"><w:r><w:t>字</w:t></w:r></w:ins></w:p>`;
    expect(problemsOf({ ...plain, around: tracked })).toEqual([
      '模板里有没有接受的修订。请在“审阅”里接受全部修订，保存后再试。',
    ]);
  });

  test('what is no document at all', () => {
    expect(() => filled(new Uint8Array([1, 2, 3, 4, 5]), report)).toThrow('不是 Word 文档（.docx）');
  });
});
