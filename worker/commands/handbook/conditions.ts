/** What a condition asks of each field, in the words of the person who fills it. */
import { roleFields } from '../../../shared/model/catalogue.ts';
import { dateText } from '../../../shared/model/figures.ts';
import type { Condition, Moment, PolicyAbout } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';
import { labelOf, labelsIn, tableName } from './fields.ts';

/** Of which lines, in which window, and what becomes of them: 计入, 计入分子（持证）. */
export interface Asking {
  readonly table: string;
  readonly window: PolicyAbout['window'];
  readonly deed: string;
  /** Fields that are known to be filled where this is asked. */
  readonly filled?: readonly string[];
}

export interface Effect {
  readonly table: string;
  readonly field: string;
  /** Sentences with ； between them. */
  readonly effect: string;
  /** The codes by which alone a line counts. */
  readonly codes?: readonly string[];
}

/** Where fields decide only with each other and that is not simply said, they are named and no more. */
export function effectsOf(condition: Condition, asking: Asking): readonly Effect[] {
  return asked(condition, { isNeeded: true, isDoubt: false }, asking);
}

type Leaf = Extract<Condition, { readonly field: string }>;

/** `isNeeded`: what is so counts, and nothing else; otherwise what is so does not. `isDoubt`: it is asked about instead. */
interface Way {
  readonly isNeeded: boolean;
  readonly isDoubt: boolean;
}

function asked(condition: Condition, way: Way, asking: Asking): readonly Effect[] {
  switch (condition.is) {
    case 'not':
      return asked(condition.of, { ...way, isNeeded: !way.isNeeded }, asking);
    case 'perhaps':
      return asked(condition.of, { isNeeded: false, isDoubt: true }, asking);
    case 'all':
    case 'any': {
      const decidesEach = (condition.is === 'all') === way.isNeeded;
      if (decidesEach) return condition.of.flatMap((each) => asked(each, way, asking));
      const guards = way.isNeeded ? guardsOf(condition.of) : null;
      return guards ? guarded(guards, way, asking) : together(condition, way, asking);
    }
    default:
      return alone(condition, way, asking);
  }
}

interface Guard {
  readonly leaf: Extract<Leaf, { readonly is: 'oneOf' }>;
  readonly isDoubt: boolean;
  /** What else this way asks. */
  readonly rest: readonly Condition[];
}

/** Where each of several ways has a code of one and the same field; null otherwise. */
function guardsOf(ways: readonly Condition[]): readonly Guard[] | null {
  const guards = ways.map((each) => guardOf(each, false));
  const [first] = guards;
  return guards.every((each): each is Guard => each !== null && each.leaf.field === first?.leaf.field) ? guards : null;
}

function guardOf(way: Condition, isDoubt: boolean): Guard | null {
  if (way.is === 'perhaps') return guardOf(way.of, true);
  if (way.is === 'oneOf') return { leaf: way, isDoubt, rest: [] };
  if (way.is !== 'all') return null;
  const leaf = way.of.find((each): each is Guard['leaf'] => each.is === 'oneOf');
  return leaf ? { leaf, isDoubt, rest: way.of.filter((each) => each !== leaf) } : null;
}

function guarded(guards: readonly Guard[], way: Way, asking: Asking): readonly Effect[] {
  const certain = guards.filter(({ isDoubt }) => !isDoubt);
  const doubtful = guards.filter(({ isDoubt }) => isDoubt);
  const union = (of: readonly Guard[]) => ({ ...of[0]!.leaf, codes: of.flatMap(({ leaf }) => leaf.codes) });
  return [
    ...(certain.length > 0 ? alone(union(certain), way, asking) : []),
    ...(doubtful.length > 0 ? alone(union(doubtful), { isNeeded: false, isDoubt: true }, asking) : []),
    ...guards.flatMap(({ leaf, rest }) =>
      rest
        .flatMap((each) => asked(each, way, asking))
        .map((one) => (certain.length > 1 ? { ...one, effect: `${named(leaf, asking)}的，${one.effect}` } : one)),
    ),
  ];
}

/** Several fields of which none decides alone: in one sentence for all, as long as it is a simple one. */
function together(condition: Extract<Condition, { is: 'all' | 'any' }>, way: Way, asking: Asking): readonly Effect[] {
  const { table } = asking;
  const keys = [...new Set(condition.of.flatMap(fieldsIn))];
  const parts = condition.of.map((part) => plainly(part, way, asking));
  if (parts.every((part) => part !== null)) {
    const sentence = ending(parts.join(condition.is === 'all' ? '、' : '，或者'), way, asking);
    return keys.map((field) => ({ table, field, effect: sentence }));
  }
  return keys.map((field) => {
    const others = keys.filter((key) => key !== field).map((key) => `“${labelOf(table, key)}”`);
    const beside = others.length > 0 ? `与${others.join('')}一起` : '';
    return { table, field, effect: `${beside}用来判断是否${asking.deed}` };
  });
}

function fieldsIn(condition: Condition): readonly string[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(fieldsIn);
  if (condition.is === 'not' || condition.is === 'perhaps') return fieldsIn(condition.of);
  return [condition.field, ...('other' in condition ? [condition.other] : [])];
}

/** `“佐证”没有填`; null for what is no single field's. */
function plainly(condition: Condition, { isNeeded }: Way, asking: Asking): string | null {
  if (condition.is === 'not' && 'field' in condition.of)
    return `“${labelOf(asking.table, condition.of.field)}”${words(condition.of, asking).otherwise}`;
  if (!('field' in condition)) return null;
  return named(condition, asking) + (isNeeded ? orBlank(condition) : '');
}

const named = (leaf: Leaf, asking: Asking) => `“${labelOf(asking.table, leaf.field)}”${words(leaf, asking).so}`;

const orBlank = ({ is, otherwise }: Leaf) => (otherwise.blank === 'in' && is !== 'filled' ? '或没有填' : '');

function ending(so: string, { isNeeded, isDoubt }: Way, { deed }: Asking): string {
  return isDoubt ? `${so}的待核实` : isNeeded ? `${so}的才${deed}` : `${so}的不${deed}`;
}

function alone(leaf: Leaf, way: Way, asking: Asking): readonly Effect[] {
  const { so, otherwise } = words(leaf, asking);
  const { table, filled = [] } = asking;
  const { field } = leaf;
  const isAsked = way.isNeeded && !way.isDoubt && leaf.otherwise.blank === 'unknown' && !filled.includes(field);
  const text = way.isNeeded && way.isDoubt ? otherwise : so + (way.isNeeded ? orBlank(leaf) : '');
  const codes = way.isNeeded && !way.isDoubt && leaf.is === 'oneOf' ? { codes: leaf.codes } : {};
  const effect = ending(text, way, asking) + (isAsked ? '；没有填的待核实' : '');
  return [{ table, field, effect, ...codes }, ...elsewhere(leaf, way, asking)];
}

/** What the condition is held against says it too. */
function elsewhere(leaf: Leaf, way: Way, asking: Asking): readonly Effect[] {
  const { table } = asking;
  const label = labelOf(table, leaf.field);
  const isOtherwise = way.isNeeded && way.isDoubt;
  switch (leaf.is) {
    case 'notAfter': {
      const effect = ending(isOtherwise ? `早于“${label}”` : `不早于“${label}”`, way, asking);
      return [{ table, field: leaf.other, effect }];
    }
    case 'same': {
      const same = isOtherwise ? '与这里不一致' : '与这里一致';
      return [
        { table: leaf.table, field: leaf.as, effect: ending(`“${tableName(table)}”中“${label}”${same}`, way, asking) },
      ];
    }
    case 'own':
    case 'ofOwn': {
      const facts = sheets.tables.find(({ role }) => role === 'facts')!.id;
      const { community, street } = roleFields.facts;
      return [community, street].map((field) => ({ table: facts, field, effect: '用来认出各表中哪些行是本社区的' }));
    }
    default:
      return [];
  }
}

interface Words {
  readonly so: string;
  readonly otherwise: string;
}

function words(leaf: Leaf, { table, window }: Asking): Words {
  switch (leaf.is) {
    case 'filled':
      return { so: '填了', otherwise: '没有填' };
    case 'yes':
      return either('填“是”', '没有填“是”');
    case 'oneOf':
      return either(`填${labelsIn(table, leaf.field, leaf.codes)}`);
    case 'within':
      return either(spanWords(leaf, window));
    case 'number':
      return either(`${comparisonWords[leaf.op]}${leaf.than}`);
    case 'share':
      return either(`与“${labelOf(table, leaf.other)}”相比合乎要求`, `与“${labelOf(table, leaf.other)}”相比不合要求`);
    case 'notAfter':
      return either(`不晚于“${labelOf(table, leaf.other)}”`, `晚于“${labelOf(table, leaf.other)}”`);
    case 'valid':
    case 'like':
      return either('填写无误', '填写有误');
    case 'contains':
      return either(`含有${listed(leaf.words)}字样`, `没有${listed(leaf.words)}字样`);
    case 'ends':
      return either(`以${listed(leaf.words)}结尾`);
    case 'says': {
      const said = leaf.from
        ? `${listed(leaf.words)}、日期${spanWords({ from: leaf.from }, window)}`
        : listed(leaf.words);
      return either(`写有${said}`, `没有写${said}`);
    }
    case 'own':
    case 'ofOwn':
      return either('写的是本社区');
    case 'namesOther':
      return either('写的是别的社区');
    case 'same': {
      const other = `“${tableName(leaf.table)}”的“${labelOf(leaf.table, leaf.as)}”`;
      return either(`与${other}一致`, `与${other}不一致`);
    }
  }
}

const either = (so: string, otherwise = `不是${so}`): Words => ({ so, otherwise });

/** The first of many. */
function listed(words: readonly string[]): string {
  const shown = words.slice(0, 4).map((word) => `“${word}”`);
  return shown.join('') + (words.length > shown.length ? '等' : '');
}

const comparisonWords = { '>=': '不少于', '>': '大于', '<=': '不多于', '<': '少于', '=': '等于' } as const;

function spanWords(
  { from, to }: Pick<Extract<Leaf, { readonly is: 'within' }>, 'from' | 'to'>,
  window: PolicyAbout['window'],
): string {
  const first = from && dayWords(from, window);
  const last = to && dayWords(to, window);
  if (first?.plus === 1) return `晚于${first.day}`;
  if (last?.plus === -1) return `早于${last.day}`;
  return [...(first ? [`不早于${first.day}`] : []), ...(last ? [`不晚于${last.day}`] : [])].join('、');
}

function dayWords(moment: Moment, { from, to }: PolicyAbout['window']) {
  if ('on' in moment) return { day: dateText(moment.on), plus: 0 };
  const days = {
    asOf: '截止日',
    windowStart: dateText(from),
    windowEnd: dateText(to),
    countEnd: `${dateText(to)}和截止日`,
  };
  return { day: days[moment.day], plus: moment.plus ?? 0 };
}
