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

  test('who made the template is not told', () => {
    expect(parts['docProps/core.xml']).not.toContain('李某某');
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
      '页眉、页脚里的“{{标题}}”填不了，请删去。',
    ]);
  });

  test('without attachments no place for them is asked for', () => {
    const alone = { ...report, attachments: [] };
    const template = withParagraphs(['{{标题}}'], ['{{正文}}'], ['{{落款}}']);
    expect(problemsOf(template, alone)).toEqual([]);
    expect(problemsOf(template)).toEqual(['没有“{{附件}}”，请在模板里加上，独占一段。']);
    expect(problemsOf(plain, alone)).toEqual([]);
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
