/** A workbook with what programs write and the preview does not model; made part by part, since no library writes it all. */
import { type Parts, zip } from '../../addin/preview/xlsx/parts.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function oddParts(): Parts {
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}

export const oddFile = (): Uint8Array => zip(oddParts());

const relationships = (...entries: readonly (readonly [string, string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([id, type, target]) => {
      const full = type.includes(':') ? type : `${OFFICE}/${type}`;
      return `<Relationship Id="${id}" Type="${full}" Target="${target}"${target.startsWith('http') ? ' TargetMode="External"' : ''}/>`;
    })
    .join('')}</Relationships>`;

const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;

const texts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${override('xl/workbook.xml', `${SHEETML}.sheet.main+xml`)}${override('xl/worksheets/sheet1.xml', `${SHEETML}.worksheet+xml`)}${override('xl/worksheets/sheet2.xml', `${SHEETML}.worksheet+xml`)}${override('xl/chartsheets/sheet1.xml', `${SHEETML}.chartsheet+xml`)}${override('xl/styles.xml', `${SHEETML}.styles+xml`)}${override('xl/sharedStrings.xml', `${SHEETML}.sharedStrings+xml`)}${override('xl/calcChain.xml', `${SHEETML}.calcChain+xml`)}${override('xl/comments1.xml', `${SHEETML}.comments+xml`)}${override('xl/tables/table1.xml', `${SHEETML}.table+xml`)}</Types>`,
  '_rels/.rels': relationships(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    [
      'rId2',
      'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
      'xl/webextensions/taskpanes.xml',
    ],
  ),
  'xl/webextensions/taskpanes.xml': `<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  'xl/webextensions/_rels/taskpanes.xml.rels': relationships([
    'rId1',
    'http://schemas.microsoft.com/office/2011/relationships/webextension',
    'webextension1.xml',
  ]),
  'xl/webextensions/webextension1.xml':
    '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:reference id="wa104"/><we:properties><we:property name="别人的" value="1"/></we:properties></we:webextension>',
  'xl/workbook.xml': `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><x:workbookPr date1904="1" codeName="ThisWorkbook"/><x:workbookProtection workbookPassword="CC1A" lockStructure="1"/><x:bookViews><x:workbookView xWindow="0" activeTab="2"/></x:bookViews><x:sheets><x:sheet name="台账 &amp; 'A&lt;1&gt;'" sheetId="4" r:id="rId1"/><x:sheet name="图" sheetId="5" r:id="rId2"/><x:sheet name="选项" sheetId="9" state="veryHidden" r:id="rId3"/></x:sheets><x:definedNames><x:definedName name="_xlnm.Print_Area" localSheetId="0">'台账 &amp; ''A&lt;1&gt;'''!$A$1:$D$9</x:definedName><x:definedName name="隐藏名" hidden="1" comment="说明">选项!$A$1:$A$3</x:definedName><x:definedName name="局部" localSheetId="2">选项!$A$2</x:definedName></x:definedNames><x:calcPr calcId="191029" iterate="1"/></x:workbook>`,
  'xl/_rels/workbook.xml.rels': relationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
    ['rId3', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ['rId4', 'styles', 'styles.xml'],
    ['rId5', 'sharedStrings', 'sharedStrings.xml'],
    ['rId6', 'theme', 'theme/theme1.xml'],
    ['rId7', 'calcChain', 'calcChain.xml'],
  ),
  'xl/calcChain.xml': `<calcChain ${MAIN}><c r="C2" i="4"/></calcChain>`,
  'xl/chartsheets/sheet1.xml': `<chartsheet ${MAIN}><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
  'xl/theme/theme1.xml':
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
  'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="3"><font><sz val="12"/><color theme="1"/><name val="宋体"/><charset val="134"/><scheme val="minor"/></font><font><b/><vertAlign val="superscript"/><sz val="16"/><color rgb="FFC00000"/><name val="仿宋"/></font><font><sz val="12"/><color indexed="10"/><name val="宋体"/><scheme val="minor"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/><bgColor indexed="64"/></patternFill></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FF4472C4"/></stop></gradientFill></fill><fill><patternFill patternType="darkUp"><fgColor rgb="FF00FF00"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left style="thin"><color auto="1"/></left><right/><top style="mediumDashDot"><color rgb="FF0000FF"/></top><bottom/><diagonal style="thin"><color rgb="FFFF0000"/></diagonal></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="1" fillId="2" borderId="1" xfId="0" quotePrefix="1"><alignment horizontal="center" vertical="center" wrapText="1" textRotation="255" indent="1"/><protection locked="0" hidden="1"/></xf><xf numFmtId="14" fontId="2" fillId="3" borderId="0" xfId="0"/><xf numFmtId="31" fontId="0" fillId="4" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment textRotation="90"/></xf><xf numFmtId="58" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="2"><dxf><font><b/><color rgb="FF9C0006"/></font><numFmt numFmtId="177" formatCode="0.0"/><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst ${MAIN} count="4" uniqueCount="4"><si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r></si><si><t>粗 细</t></si><si><t xml:space="preserve"> 首尾有空格 _x000D__x005F_x0041_ </t></si><si><t>重庆</t><rPh sb="0" eb="2"><t>チョンチン</t></rPh></si></sst>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${MAIN} xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetPr codeName="Sheet1"><tabColor theme="4"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H9"/><sheetViews><sheetView showGridLines="0" zoomScale="85" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><cols><col min="1" max="1" width="20.7109375" customWidth="1"/><col min="2" max="3" width="9" style="1" hidden="1" outlineLevel="1"/><col min="8" max="16384" width="9" style="4"/></cols><sheetData><row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row><row r="2"><c r="A2" s="2"><v>42000.5</v></c><c r="B2" s="3"><v>42001</v></c><c r="C2"><f t="shared" ref="C2:C4" si="0">A2+$B$2+SUM(A$1:B2)&amp;"A2"</f><v>3</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row><row r="3" hidden="1"><c r="A3" s="5"><v>7</v></c><c r="C3"><f t="shared" si="0"/><v>4</v></c><c r="D3" t="inlineStr"><is><t>内嵌</t></is></c></row><row r="4" s="4" customFormat="1"><c r="A4" s="4"/><c r="C4" t="str"><f t="shared" si="0"/><v>五</v></c><c r="D4" t="d"><v>2021-05-31</v></c></row><row r="5"><c r="A5"><f t="array" ref="A5:B6">TRANSPOSE(A2:B3)</f><v>1</v></c><c r="B5"><v>2</v></c></row><row><c r="A6"><v>3</v></c></row><row r="9"><c r="F9" t="s"><v>1</v></c><c r="G9" t="s"><v>1</v></c></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="YWJj" saltValue="ZGVm" spinCount="100000" sheet="1" objects="1"/><autoFilter ref="A2:D9"/><mergeCells count="1"><mergeCell ref="F9:G9"/></mergeCells><conditionalFormatting sqref="A2:A9 C2:C4"><cfRule type="expression" dxfId="0" priority="3"><formula>$A2&gt;1</formula></cfRule><cfRule type="cellIs" dxfId="1" priority="1" stopIfTrue="1" operator="notBetween"><formula>1</formula><formula>2</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="D2:D9"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{6D0A}</x14:id></ext></extLst></cfRule><cfRule type="top10" dxfId="1" priority="4" percent="1" rank="10"/></conditionalFormatting><conditionalFormatting sqref="C9"><cfRule type="beginsWith" dxfId="1" priority="5" operator="beginsWith" text="无"><formula>LEFT(C9,1)="无"</formula></cfRule></conditionalFormatting><dataValidations count="2" disablePrompts="0"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="warning" errorTitle="错" error="请选&#10;一项" promptTitle="提示" prompt="选" imeMode="on" sqref="B2:B9 D2"><formula1>"是,否"</formula1></dataValidation><dataValidation type="whole" operator="lessThan" sqref="A2:A9"><formula1>100</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A9" r:id="rId5" tooltip="网"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{6D0A}"/><xm:sqref>D2:D9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>选项!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
  'xl/worksheets/_rels/sheet1.xml.rels': relationships(
    ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['rId3', 'table', '../tables/table1.xml'],
    ['rId4', 'comments', '../comments1.xml'],
    ['rId5', 'hyperlink', 'https://example.invalid/'],
  ),
  'xl/tables/table1.xml': `<table ${MAIN} id="1" name="表1" displayName="表1" ref="A2:D9"><autoFilter ref="A2:D9"/><tableColumns count="4"/></table>`,
  'xl/comments1.xml': `<comments ${MAIN}><authors><author>甲</author><author>乙</author></authors><commentList><comment ref="A2" authorId="1"><text><r><rPr><b/></rPr><t>乙:</t></r><r><t xml:space="preserve">
请核</t></r></text></comment><comment ref="B4" authorId="0"><text><t>第二条</t></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml':
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><br><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 1, 10, 3, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 2, 10, 4, 15, 6, 4</x:Anchor><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
  'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>是</t></is></c></row></sheetData></worksheet>`,
};
