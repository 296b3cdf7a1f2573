/** The document's own styles, by names that people find in Word. */
import { grid, latin, looks } from './layout.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part `styles`. */
export function stylesXml(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml('宋体')}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${W}">${defaults}${normal}${looks.map(styleXml).join('')}</w:styles>`;
}

function styleXml({
  id,
  name,
  fonts,
  size,
  bold,
  align,
  indent,
  offGrid,
  keepNext,
  outline,
}: (typeof looks)[number]): string {
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    offGrid ? '<w:snapToGrid w:val="0"/>' : '',
    offGrid ? `<w:spacing w:line="${offGrid}" w:lineRule="atLeast"/>` : '',
    indent ? `<w:ind w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 10}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ];
  const run = [
    fontsXml(fonts[0]!),
    bold ? '<w:b/>' : '',
    size === 32 ? `<w:spacing w:val="${grid.closer}"/>` : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ];
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr></w:style>`
  );
}

function fontsXml(font: string): string {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${font}" w:hint="eastAsia"/>`;
}
