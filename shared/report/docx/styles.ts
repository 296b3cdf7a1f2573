/** The document's own styles, by names that people find in Word. Children stand in the order that ECMA-376 wants. */
import { grid, latin, looks, type StyleId } from './layout.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part `styles`. */
export function stylesXml(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml('宋体')}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${W}">${defaults}${normal}${table}${looks.map(({ id }) => styleXml(id)).join('')}</w:styles>`;
}

/** Rests on no other style, so that it is the same in a document of somebody else. */
export function styleXml(style: StyleId, called: StyleCalled = lookOf(style)): string {
  const { fonts, size, align, indent, offGrid, exact, keepNext, outline } = lookOf(style);
  const { id, name } = called;
  const line = offGrid
    ? `w:line="${offGrid}" w:lineRule="${exact ? 'exact' : 'atLeast'}"`
    : 'w:line="240" w:lineRule="auto"';
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    offGrid ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="0" w:after="0" ${line}/>`,
    indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 10}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ];
  const run = [
    fontsXml(fonts[0]!),
    size === 32 ? `<w:spacing w:val="${grid.closer}"/>` : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ];
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr></w:style>`;
}

/** In the file of somebody else there may be others of that id or name. */
export interface StyleCalled {
  readonly id: string;
  readonly name: string;
}

export const lookOf = (style: StyleId) => looks.find(({ id }) => id === style)!;

function fontsXml(font: string): string {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${font}" w:cs="${latin}"/>`;
}
