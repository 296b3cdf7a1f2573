import { isPlaced, isWordToken } from '../model/contract.ts';
import { holderIn } from '../model/holders.ts';
import { comparable } from '../model/identifiers.ts';
import type {
  Catalogue,
  Correction,
  FieldDef,
  Finding,
  Reading,
  SheetSnapshot,
  Unread,
  WorkbookSnapshot,
} from '../model.ts';
import { labelText, type Masking } from './cells.ts';
import { figureReducer } from './figures.ts';
import type { Words as PutBack } from './restored.ts';
import { emptySheet, maskSheet } from './sheets.ts';
import { knownWords, reduced, type TokenOf, titlePatterns, titleWords, withNames, withoutNumbers } from './texts.ts';
import { tokensOf } from './tokens.ts';

export interface Masked {
  readonly snapshot: WorkbookSnapshot;
  /** Sheets left out because nothing in them was recognised (decision mask-3). */
  readonly withheld: readonly Unread[];
  /** What was found while masking: lists of protected people, which do not travel (R201). */
  readonly findings: readonly Finding[];
  /** What puts the words back (`restored`). */
  readonly words: PutBack;
  /** What a person said, as it may travel with the snapshot. */
  readonly corrections: readonly Correction[];
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
  explain: ExplainWith,
  corrections: readonly Correction[] = [],
): Masked {
  const values = new Set<string>();
  const given = { snapshot, reading, catalogue, explain, corrections };
  const untold = mask(given, (value) => {
    values.add(value);
    return '';
  });
  if (values.size === 0) return untold;
  const tokens = tokensOf(values, secret);
  return mask(given, (value) => tokens.get(value) ?? '');
}

/** The reader's parse of a cell; `standIn` takes the place of the names of places. */
export type ExplainWith = (
  text: string,
  field: FieldDef,
  catalogue: Catalogue,
  standIn: (place: string) => string,
) => ReturnType<Masking['explain']>;

interface Given {
  readonly snapshot: WorkbookSnapshot;
  readonly reading: Reading;
  readonly catalogue: Catalogue;
  readonly explain: ExplainWith;
  readonly corrections: readonly Correction[];
}

function mask({ snapshot, reading, catalogue, explain, corrections }: Given, tokenOf: TokenOf): Masked {
  const { county, countyName, street, community } = reading.unit;
  // A number typed behind the name would stay with it wherever the name stands.
  const units = [county, countyName, street, community, ...reading.places].filter(
    (name) => withoutNumbers(name ?? '', tokenOf) === name,
  );
  const words = withNames(knownWords(catalogue).words, [...units, ...titleWords(catalogue)]);
  const standIn = (place: string) => reduced(place, words);
  const spoken = spokenOf(corrections, catalogue);
  const masking: Masking = {
    ...maskingOf(snapshot, catalogue, tokenOf),
    explain: (text, field) => explain(text, field, catalogue, standIn),
    isSpokenOf: (field, cell) => spoken.get(field)?.has(comparable(String(cell))) ?? false,
  };
  const sheets: SheetSnapshot[] = [];
  const withheld: Unread[] = [];
  // Of the sheets that travel: the name that stays here, and the one that travels.
  const names = new Map<string, string>();
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
    if (sent && sheets.length > before) names.set(sheet.name, sent.name);
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
  return {
    snapshot: isSame ? snapshot : made,
    withheld,
    findings: [],
    words: {
      sheets: new Map([...names].flatMap(([stays, travels]) => (stays === travels ? [] : [[travels, stays]]))),
      headings: new Map(),
      texts: new Map(),
    },
    corrections: corrections.flatMap((one) => travelling(one, names, masking) ?? []),
  };
}

/** Wordings that a person gave a meaning, by the fields of all layouts of a table. */
function spokenOf(corrections: readonly Correction[], { tables }: Catalogue): ReadonlyMap<FieldDef, Set<string>> {
  const spoken = new Map<FieldDef, Set<string>>();
  for (const one of corrections) {
    if (one.kind !== 'word') continue;
    for (const { id, fields } of tables) {
      const field = id === one.table ? fields.find(({ key }) => key === one.field) : undefined;
      if (field) spoken.set(field, (spoken.get(field) ?? new Set()).add(comparable(one.text)));
    }
  }
  return spoken;
}

/**
 * What a person said, as it may travel: of a wording by its token, of a heading as the heading does, of a sheet by the name
 * that travels; null of one that stays here, for its name may be anything (decision mask-10).
 */
function travelling(one: Correction, names: ReadonlyMap<string, string>, masking: Masking): Correction | null {
  if (one.kind === 'word') {
    return isWordToken(one.text) ? one : { ...one, text: masking.tokenOf(comparable(one.text)) };
  }
  if (!isPlaced(one)) {
    // Its levels stand in cells of their own.
    const levels = one.heading.split(' / ').map((level) => labelText(level, masking));
    return { ...one, heading: levels.join(' / ') };
  }
  const sheet = names.get(one.sheet);
  if (sheet === undefined) return null;
  if (one.kind !== 'continues') return { ...one, sheet };
  const of = names.get(one.of.sheet);
  return of === undefined ? null : { ...one, sheet, of: { ...one.of, sheet: of } };
}

// Decision mask-5, and the dashes that say the same.
const VOIDS = ['空缺', '暂缺', '缺', '/', '\\', '—', '-', '--', '——', '―'];

function maskingOf(
  { date1904 = false }: WorkbookSnapshot,
  catalogue: Catalogue,
  tokenOf: TokenOf,
): Omit<Masking, 'explain' | 'isSpokenOf'> {
  return {
    tokenOf,
    plainWords: knownWords(catalogue).plain,
    voids: new Set([...catalogue.writings.none, ...catalogue.writings.ditto, ...VOIDS].map(comparable)),
    writings: catalogue.writings,
    signature: new RegExp(
      `((?:${catalogue.writings.signatures.join('|')})\\s*(?:[(（][^)）]*[)）])?\\s*[:：]\\s*)([^\\s,，;；、。:：()（）〔〕\\d]+)`,
      'g',
    ),
    owner: new RegExp(
      `((?:^|[\\s,，;；、。:：(（]|${catalogue.writings.signatures.join('|')}|联系|找|由)\\s*)([\u4e00-\u9fff·]{2,4})(?=[\\s,，;；、:：]*(?:(?:联系)?电话|手机(?:号码?)?|联系方式|身份证号?码?)?[\\s,，:：]*〔(?:phone|id|account|certificate)-)`,
      'g',
    ),
    figureOf: figureReducer(catalogue),
    holderIn: (text) => holderIn(text, catalogue.writings),
    titled: titlePatterns(catalogue),
    date1904,
  };
}

function isEmpty({ values }: SheetSnapshot): boolean {
  return values.every((row) => row.every((cell) => cell === null || cell === ''));
}
