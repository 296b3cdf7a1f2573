import { comparable } from '../model/identifiers.ts';
import type { Catalogue, Reading, SheetSnapshot, Unread, WorkbookSnapshot } from '../model.ts';
import type { Masking } from './cells.ts';
import { figureReducer } from './figures.ts';
import { emptySheet, maskSheet } from './sheets.ts';
import { knownWords, reduced, type TokenOf, titlePatterns, titleWords, withNames, withoutNumbers } from './texts.ts';
import { tokensOf } from './tokens.ts';

export interface Masked {
  readonly snapshot: WorkbookSnapshot;
  /** Sheets left out because nothing in them was recognised (decision mask-3). */
  readonly withheld: readonly Unread[];
  /** Sheets whose name held a person's number: the name that stays in the workbook, and the one that travels. */
  readonly renamed: readonly (readonly [stays: string, travels: string])[];
}

/**
 * The snapshot as it may travel (decisions mask-1 … mask-8): personal cells as tokens under `secret`, what stands outside the
 * recognised fields as its kind only. It is read into the same tables, columns and rows as the raw one, and masking it
 * again changes nothing: it is then the snapshot that was given, not a copy.
 */
export function maskSnapshot(
  snapshot: WorkbookSnapshot,
  reading: Reading,
  catalogue: Catalogue,
  secret: string,
): Masked {
  const values = new Set<string>();
  const untold = mask(snapshot, reading, catalogue, (value) => {
    values.add(value);
    return '';
  });
  if (values.size === 0) return untold;
  const tokens = tokensOf(values, secret);
  return mask(snapshot, reading, catalogue, (value) => tokens.get(value) ?? '');
}

function mask(snapshot: WorkbookSnapshot, reading: Reading, catalogue: Catalogue, tokenOf: TokenOf): Masked {
  const { county, countyName, street, community } = reading.unit;
  // A number typed behind the name would stay with it wherever the name stands.
  const names = [county, countyName, street, community, ...reading.places].filter(
    (name) => withoutNumbers(name ?? '', tokenOf) === name,
  );
  const words = withNames(knownWords(catalogue).words, [...names, ...titleWords(catalogue)]);
  const masking = maskingOf(snapshot, catalogue, tokenOf);
  const sheets: SheetSnapshot[] = [];
  const withheld: Unread[] = [];
  const renamed: [string, string][] = [];
  for (const sheet of snapshot.sheets) {
    const before = sheets.length;
    const tables = reading.tables.filter((table) => table.sheet === sheet.name);
    const lines = reading.lines.filter((line) => line.sheet === sheet.name);
    if (sheet.visibility === 'VeryHidden') sheets.push(emptySheet(sheet, masking));
    else if (tables.length > 0 || isEmpty(sheet))
      sheets.push(maskSheet(sheet, tables, lines, catalogue, words, masking));
    // A sheet that a person calls no data is left out without a word.
    else withheld.push(...reading.unread.filter((unread) => unread.sheet === sheet.name));
    const sent = sheets.at(-1);
    if (sent && sheets.length > before && sent.name !== sheet.name) renamed.push([sheet.name, sent.name]);
  }
  const { schema, name, date1904 } = snapshot;
  const made = {
    schema,
    ...(name === undefined ? {} : { name: reduced(name, words, masking.titled) }),
    ...(date1904 === undefined ? {} : { date1904 }),
    sheets,
  };
  const isSame =
    made.name === name &&
    sheets.length === snapshot.sheets.length &&
    sheets.every((sheet, at) => sheet === snapshot.sheets[at]) &&
    Object.keys(made).length === Object.keys(snapshot).length;
  return { snapshot: isSame ? snapshot : made, withheld, renamed };
}

// Decision mask-5, and the dashes that say the same.
const VOIDS = ['空缺', '暂缺', '缺', '/', '\\', '—', '-', '--', '——', '―'];

function maskingOf({ date1904 = false }: WorkbookSnapshot, catalogue: Catalogue, tokenOf: TokenOf): Masking {
  return {
    tokenOf,
    plainWords: knownWords(catalogue).plain,
    voids: new Set([...catalogue.writings.none, ...VOIDS].map(comparable)),
    signature: new RegExp(
      `((?:${catalogue.writings.signatures.join('|')})\\s*(?:[(（][^)）]*[)）])?\\s*[:：]\\s*)([^\\s,，;；、。:：()（）〔〕\\d]+)`,
      'g',
    ),
    owner: new RegExp(
      `((?:^|[\\s,，;；、。:：(（]|${catalogue.writings.signatures.join('|')}|联系|找|由)\\s*)([\u4e00-\u9fff·]{2,4})(?=[\\s,，;；、:：]*(?:(?:联系)?电话|手机(?:号码?)?|联系方式|身份证号?码?)?[\\s,，:：]*〔(?:phone|id|account|certificate)-)`,
      'g',
    ),
    figureOf: figureReducer(catalogue),
    titled: titlePatterns(catalogue),
    date1904,
  };
}

function isEmpty({ values }: SheetSnapshot): boolean {
  return values.every((row) => row.every((cell) => cell === null || cell === ''));
}
