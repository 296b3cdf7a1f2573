/** What is written around a figure, a day, yes or no, or a word of a list does not travel, and is not missed. */
import { describe, expect, test } from 'vitest';
import { evaluate, grounds } from '../../../shared/evaluate.ts';
import type { Cell, Datum, FieldDef } from '../../../shared/model.ts';
import { figureReducer } from '../../../shared/privacy/figures.ts';
import { type CellContext, typed } from '../../../shared/read/cells.ts';
import { complete } from '../../../shared/read/complete.ts';
import { explain } from '../../../shared/read/explain.ts';
import { vocabularyOf } from '../../../shared/read/vocabulary.ts';
import { dice } from '../../generator/dice.ts';
import { sheetOf, workbookOf } from '../../snapshots.ts';
import { deidentified } from './deidentify.ts';

const { catalogue } = grounds;

const reduce = figureReducer(catalogue);
const fieldOf = (table: string, key: string) =>
  catalogue.tables.find(({ id }) => id === table)!.fields.find((field) => field.key === key)!;

describe('只有数和认得的词带走', () => {
  test.each([
    ['W07', 'people', '10人（钟离春、宇文成都等）', '10人(某某某、某某某某某)'],
    ['W07', 'people', '10000（数据由欧阳锋提供）', '10000(某某某某某某某某)'],
    ['W07', 'people', '约30人，瞿潇统计', '约30人,某某某某'],
    ['W07', 'people', '30', '30'],
    ['W07', 'people', '二十五人', '二十五人'],
    ['W07', 'date', '2020年7月5日（欧阳锋记）', '2020年7月5日(某某某某)'],
    ['W03', 'cert', '初级（甄珑代领）', '初级(〔〕)'],
    ['W03', 'cert', '初级、中级', '初级、中级'],
    ['W03', 'cert', '初 级 甄珑', '初级〔〕'],
    ['W02', 'category', '航海', '航海'],
    ['W09', 'done', '是（瞿潇负责）', '是(〔〕)'],
    ['W09', 'done', '正在办理，欧阳锋经手', '正在办理,〔〕'],
  ])('%s %s “%s” → “%s”', (table, key, text, expected) => {
    expect(toldBy(travels(text, fieldOf(table, key)))).toBe(expected);
  });

  test('人名不在快照里，也不在核查结果里', () => {
    const { snapshot } = deidentified(
      workbookOf(
        sheetOf('活动', [
          ['志愿服务活动台账'],
          ['日期', '活动名称', '地点', '参与志愿者人数'],
          ['2020-07-05', '义诊', '广场', '10人（钟离春、宇文成都等）'],
        ]),
      ),
    );
    const { findings } = evaluate(snapshot);
    expect(findings.find(({ rule }) => rule === 'N002')!.value).toBe('10人(某某某、某某某某某)');
    expect(JSON.stringify([snapshot, findings])).not.toMatch(/钟离春|宇文成都/);
  });
});

/** As a cell of the field travels: a strict one as what is explained of it, any other reduced. */
const travels = (text: string, field: FieldDef): Cell => {
  const explained = explain(text, field, catalogue, (place) => '某'.repeat(place.length));
  if (!explained) return reduce(text, field);
  return explained.isWhole ? explained.text : { masked: '000000000000', kind: 'text', known: explained.text };
};
const toldBy = (cell: Cell): string =>
  typeof cell === 'object' && cell !== null && 'masked' in cell ? (cell.known ?? '') : String(cell);

const vocabulary = vocabularyOf(catalogue);
const context: CellContext = {
  date1904: false,
  years: { year: 2020, fromMonth: 1, toYear: 2020, toMonth: 12 },
  month: null,
  year: null,
  writings: catalogue.writings,
  books: vocabulary.books,
  meanings: null,
};
/** All that is read of a cell, but for the text itself. */
const readings = (raw: Cell, field: FieldDef, table: number): unknown => {
  const def = catalogue.tables[table]!;
  const data: Record<string, Datum | undefined> = { [field.key]: typed(raw, 0, 0, null, field, context) };
  if (field.inner) complete(data, { ...def, fields: [field] }, vocabulary.fields[table]!, context);
  return Object.entries(data).map(([key, datum]) => {
    const { state, number, span, otherSpan, flag, codes, issue, atLeastOne, known } = datum!;
    return { key, state, number, span, otherSpan, flag, codes, issue, atLeastOne, known };
  });
};

describe('任意写法', () => {
  const { writings, codes } = catalogue;
  const words = {
    boolean: [...writings.yes, ...writings.no, ...writings.underWay, '☑是', '□否', '□', '☑'],
    date: [
      '2020年',
      '7月',
      '5日',
      '2020.7.5',
      '2020-10',
      '12.5',
      '上午',
      '起',
      '底',
      '~',
      '9:00',
      '2017',
      '周一',
      '20200705',
    ],
    number: [
      '10',
      '3',
      '1,200',
      '0',
      '人',
      '家',
      '约',
      '余',
      '以上',
      '万',
      '十',
      '二十五',
      '5+5',
      '其中持证',
      '中心',
      '站',
      '名',
      '-',
      '多',
      '12.5',
      '个',
      '场次',
      '无',
      '40%',
      '百分之四十',
    ],
  };
  const NAMES = ['钟离春', '瞿潇', '甄珑鑫', '万三', '余秋', '周和', '单于淼'];
  const MARKS = ['（', '）', '、', '，', '；', ' ', '\n', '：', '/', '', ''];
  const RARE = /[钟瞿潇甄珑鑫淼]/;

  const cases = catalogue.tables.flatMap(({ id, fields }, table) =>
    fields.filter((field) => !field.personal).map((field) => [id, field.key, table, field] as const),
  );

  test.each(cases)('%s %s 遮后读出的一样，再遮不变', (_id, key, table, field) => {
    const { pick, int } = dice([...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), table) % 100_003);
    const own =
      field.list === undefined
        ? field.type === 'boolean'
          ? words.boolean
          : field.type === 'date'
            ? words.date
            : words.number
        : // Nobody types the codes that stand for items.
          codes[field.list]!.entries.flatMap(({ code, label, synonyms = [], doubtful = [] }) => [
            code,
            label,
            ...synonyms,
            ...doubtful,
          ]).filter((word) => !/^[a-z]/.test(word));
    for (let round = 0; round < 150; round++) {
      const parts = Array.from({ length: 1 + int(5) }, () => pick([pick(own), pick(own), pick(NAMES), pick(MARKS)]));
      const text = parts.join(pick(['', '', pick(MARKS)]));
      const sent = travels(text, field);
      const reduced = toldBy(sent);
      expect(readings(sent, field, table), `${text} → ${reduced}`).toEqual(readings(text, field, table));
      expect(toldBy(travels(reduced, field)), text).toBe(reduced);
      if (field.list !== undefined && !/[^\s\u4e00-\u9fff]/.test(text)) continue;
      if (reduced !== text || ['count', 'date', 'boolean', 'code', 'codes'].includes(field.type))
        expect(reduced).not.toMatch(RARE);
    }
  });
});
