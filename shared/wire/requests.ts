/** What is sent to be evaluated: by this schema the pane writes it, the Worker reads it, and the interface is described. */
import * as v from 'valibot';
import { cornersOf, isColumn, maxRows } from '../model/addresses.ts';
import {
  type Correction,
  type EvaluateOptions,
  longestWording,
  mostCorrections,
  type PackedSnapshot,
} from '../model/contract.ts';
import { serialOf } from '../model/days.ts';
import { maskedCell, packedCell } from './cells.ts';
import type { Proof, Read, Same } from './proofs.ts';

/** More than this nobody finds their way in. */
export const mostSheets = 1000;
/** Of a sheet or a file, in characters. File systems and Excel end earlier. */
const longestName = 255;
/** Headings of more rows than this are no headings. */
const mostHeaderRows = 20;

const text = v.string('应为文本');
const name = v.pipe(
  v.string(`应为不超过 ${longestName} 个字的文本`),
  v.maxLength(longestName, `应为不超过 ${longestName} 个字的文本`),
);
const row = v.pipe(
  v.number('应为行号'),
  v.integer('应为行号'),
  v.minValue(1, '应为行号，从 1 起'),
  v.maxValue(maxRows, '应为行号'),
);
const column = v.pipe(
  v.string('应为列标'),
  v.check((written) => isColumn(written), '应为列标'),
  v.examples(['C']),
);
const address = v.pipe(
  v.string('应为 A3:L16 这样的地址'),
  v.check((written) => isAddress(written), '应为 A3:L16 这样的地址'),
  v.examples(['A3:L16']),
  v.description('不带工作表名'),
);
const aWording = `应为不超过 ${longestWording} 个字的非空文本`;
const wording = v.pipe(v.string(aWording), v.nonEmpty(aWording), v.maxLength(longestWording, aWording));
const nameOrNothing = v.nullable(v.string('应为文本或 null'));
const day = v.pipe(
  v.string('应为存在的日期，格式 2021-05-31'),
  v.check((written) => !Number.isNaN(serialOf(written)), '应为存在的日期，格式 2021-05-31'),
  v.metadata({ format: 'date' }),
  v.description('截至哪一天；不写则按评估依据'),
);

/** A list whose length is looked at before its items: a long one of nonsense is one fault, not a million. */
function list<Item extends v.GenericSchema>(item: Item, most: number, message: string) {
  return v.pipe(v.array(v.unknown(), message), v.maxLength(most, message), v.array(item), v.maxLength(most));
}

/** Of a correction of no known kind; what is no object at all has no kind. */
function kindOr(message: string) {
  return ({ path }: v.VariantIssue) => (path ? message : '应为对象');
}

/** What is said of a place. */
export const placedCorrection = v.variant(
  'kind',
  [
    v.object({
      kind: v.literal('headerRows'),
      sheet: text,
      rows: list(row, mostHeaderRows, `应为行号数组，最多 ${mostHeaderRows} 行`),
    }),
    v.object({
      kind: v.literal('table'),
      sheet: text,
      address,
      table: nameOrNothing,
      as: v.optional(v.picklist(['full', 'subset'], '应为 full 或 subset，或不写')),
    }),
    v.object({ kind: v.literal('column'), sheet: text, address, column, field: nameOrNothing }),
    v.object({
      kind: v.literal('continues'),
      sheet: text,
      address,
      of: v.object({ sheet: text, address }, '应为 { sheet, address }，指所接的表'),
    }),
  ],
  kindOr('应为 headerRows、table、column 或 continues；不带 sheet 的应为 column 或 word'),
);

/** What is said of words, wherever they stand. */
export const wordCorrection = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('column'), table: text, heading: wording, field: nameOrNothing }),
    v.object({
      kind: v.literal('word'),
      table: text,
      field: text,
      text: wording,
      means: v.nullable(v.union([v.string(), v.boolean()], '应为代码、true、false 或 null')),
    }),
  ],
  kindOr('应为 column 或 word；带 sheet 的应为 headerRows、table、column 或 continues'),
);

/** A column is told by its place, or by its heading wherever that stands. */
export const correction = v.lazy((given): typeof placedCorrection | typeof wordCorrection => {
  if (typeof given !== 'object' || given === null || 'sheet' in given || !('kind' in given)) return placedCorrection;
  return given.kind === 'word' || given.kind === 'column' ? wordCorrection : placedCorrection;
});

const sheetHead = {
  name: v.pipe(name, v.nonEmpty('应为不空的文本')),
  visibility: v.picklist(['Visible', 'Hidden', 'VeryHidden'], '应为 Visible、Hidden 或 VeryHidden'),
  address,
  beyond: v.optional(v.pipe(address, v.description('另有内容而没有读的地方'))),
};

/** Every member of a sheet. */
export const packedSheet = v.object({
  ...sheetHead,
  values: v.pipe(
    v.array(v.array(packedCell)),
    v.description('按行排列，与 address 一样大；没有读内容的工作表为空数组'),
  ),
  numberFormat: v.optional(v.nullable(v.array(v.array(v.nullable(v.string()))))),
  merges: v.optional(v.array(address)),
  hiddenRows: v.optional(v.array(row)),
  hiddenColumns: v.optional(v.array(column)),
});

const snapshotHead = {
  schema: v.literal('workbook-snapshot/1', '应为 workbook-snapshot/1'),
  name: v.optional(name),
  date1904: v.optional(v.boolean('应为 true 或 false')),
  masked: v.optional(v.pipe(v.literal(true, '应为 true，或不写'), v.description('已经脱敏'))),
};

export const packedSnapshot = v.object({
  ...snapshotHead,
  texts: v.optional(v.pipe(v.array(maskedCell), v.description('重复的脱敏单元格，各写一次'))),
  sheets: v.pipe(v.array(packedSheet), v.maxLength(mostSheets)),
});

const options = {
  mode: v.optional(v.picklist(['midterm', 'final'], '应为 midterm 或 final')),
  asOf: v.optional(day),
  policy: v.optional(v.pipe(text, v.description('评估依据的编号；不写为第一份'))),
  targetSet: v.optional(v.pipe(text, v.description('policy 的原名'))),
  corrections: v.optional(list(correction, mostCorrections, `应为数组，最多 ${mostCorrections} 条`)),
  score: v.optional(v.pipe(v.boolean('应为 true 或 false'), v.description('false 为不评分'))),
};

const envelope = {
  ...options,
  engine: v.optional(v.pipe(text, v.description('脱敏所用引擎的版本；与服务器的不同，应答 409'))),
};

/** The body as it is published. */
export const evaluationRequest = v.object({ workbook: packedSnapshot, ...envelope });

/** The same without what stands in long lists: cells, formats, merged and hidden places. Those are gone through by hand. */
export const requestEnvelope = v.pipe(
  v.object(
    {
      ...envelope,
      workbook: v.object(
        { ...snapshotHead, sheets: v.array(v.object(sheetHead, '应为工作表'), '应为工作表数组') },
        '应为工作簿快照',
      ),
    },
    '应为 JSON 对象，其中 workbook 为工作簿快照',
  ),
  v.forward(
    v.partialCheck(
      [['policy'], ['targetSet']],
      ({ policy, targetSet }) => policy === undefined || targetSet === undefined || policy === targetSet,
      '与 targetSet 不同，两者写一个即可',
    ),
    ['policy'],
  ),
);

export type EvaluationRequest = Read<typeof evaluationRequest>;

/** Without sheet name, `$` allowed; null when Excel has no such range or writes it otherwise. */
export function sizeOf(written: unknown): { readonly rows: number; readonly columns: number } | null {
  const corners = typeof written === 'string' ? cornersOf(written) : null;
  if (!corners) return null;
  const rows = corners.bottom - corners.top + 1;
  const columns = corners.right - corners.left + 1;
  return rows > 0 && columns > 0 ? { rows, columns } : null;
}

export function isAddress(written: unknown): written is string {
  return sizeOf(written) !== null;
}

export type Proofs = [
  Proof<Same<Read<typeof correction>, Correction>>,
  Proof<Same<Read<typeof packedSnapshot>, PackedSnapshot>>,
  Proof<Same<Omit<EvaluationRequest, 'workbook' | 'engine'>, Omit<EvaluateOptions, 'snapshotHash'>>>,
];
