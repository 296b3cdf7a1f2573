/** What a measure takes from each field, in the words of the person who fills it. */
import { roleFields } from '../../../shared/model/catalogue.ts';
import type { CountMeasure, Figure, Measure, PolicyAbout, Spoken } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';
import { type Effect, effectsOf } from './conditions.ts';
import { labelOf, labelsIn, tableName } from './fields.ts';

/** By what an indicator is told: the words of its numerator and denominator. */
export interface Told {
  readonly window: PolicyAbout['window'];
  readonly spoken: Spoken | undefined;
}

/** Of the cells that it reads itself; what follows from other indicators reads none. */
export function measured(measure: Measure, told: Told): readonly Effect[] {
  const { table, effect, where } = sayer(measure, told);
  const part = partWords(told.spoken);
  switch (measure.kind) {
    case 'count':
      return counted(measure, '计入', told);
    case 'share':
      return [
        ...effectsOf(measure.of, { table, window: told.window, deed: `计入${part.whole}` }),
        ...effectsOf(measure.where, { table, window: told.window, deed: `计入${part.part}` }),
        ...identified(measure.identity),
        ...(measure.once ?? []).map((field) => effect(field, '用来认人，一个人只算一次')),
      ];
    case 'quotient':
      return [...figure(measure.numerator, `就是${part.part}`), ...denominators(measure.denominator, part.whole)];
    case 'density':
      return [...counted(measure.count, `计入${part.part}`, told), ...denominators(measure.denominator, part.whole)];
    case 'rate':
      return [
        effect(measure.numerator, `加起来是${part.part}`),
        effect(measure.denominator, `加起来是${part.whole}`),
        ...where('计入'),
      ];
    case 'sum':
      return [effect(measure.field, '加起来就是这一项的数'), ...where('计入')];
    case 'items':
      return [...itemEffects(measure, effect), ...where('算做到', [done])];
    case 'kinds':
      return [
        effect(measure.field, `填${labelsIn(table, measure.field, measure.among)}，有几种算几种`),
        ...where('计入').filter(({ field }) => field !== measure.field),
      ];
    case 'words':
      return [
        ...namedIn.map((field) =>
          effect(field, `写到${measure.words.map((word) => `“${word}”`).join('')}，有几样算几样`),
        ),
        ...where('计入'),
      ];
    case 'holds':
      return [...measure.needs.map((field) => effect(field, '没有填的不能判定')), ...where('算做到', measure.needs)];
    case 'parts':
    case 'milestone':
    case 'qualified':
    case 'none':
      return [];
  }
}

function sayer(measure: Measure, { window }: Told) {
  const table = 'table' in measure ? measure.table : '';
  return {
    table,
    effect: (field: string, effect: string): Effect => ({ table, field, effect }),
    where: (deed: string, filled?: readonly string[]) =>
      'where' in measure ? effectsOf(measure.where, { table, window, deed, filled }) : [],
  };
}

function counted(measure: CountMeasure, deed: string, { window }: Told): readonly Effect[] {
  const { table, identity, where, over, dated } = measure;
  return [
    ...effectsOf(where, { table, window, deed }),
    ...identified(identity),
    ...(over ? [{ table, field: over, effect: '写到几个社区，就除以几，得平均数' }] : []),
    ...(dated ? [{ table, field: dated.field, effect: '也用来看是否按期' }] : []),
  ];
}

function identified(id: string): readonly Effect[] {
  const { table, keys } = sheets.identities[id]!;
  const fields = new Set(keys.flatMap((key) => [...key.fields, ...(key.also ?? []), ...(key.any ? [key.any] : [])]));
  return [...fields].map((field) => ({ table, field, effect: '用来认出重复的行，重复的只算一次' }));
}

function figure({ table, field, most }: Figure, effect: string): readonly Effect[] {
  return [
    { table, field, effect },
    ...(most ? [{ table, field: most, effect: `“${labelOf(table, field)}”没有填时，用来看最多能有多少` }] : []),
  ];
}

function denominators(figures: readonly Figure[], whole: string): readonly Effect[] {
  const names = figures.map(({ table }) => `“${tableName(table)}”`).join('');
  const checked = figures.length > 1 ? `；${names}填的要一样` : '';
  return figures.flatMap((each) => figure(each, `就是${whole}${checked}`));
}

const { item, itemCode, done, doneDate, document, remark } = roleFields.checklist;
/** Where the lines of a list of things tell what they are about. */
const namedIn = [item, document, remark];

function itemEffects(
  { levels }: Extract<Measure, { readonly kind: 'items' }>,
  effect: (field: string, effect: string) => Effect,
): readonly Effect[] {
  const levelled = levels ? namedIn.map((field) => effect(field, '写明是哪一级的，各级分别算')) : [];
  return [
    ...[item, itemCode].map((field) => effect(field, '写的是哪一项，这一行就判哪一项')),
    effect(done, '没有填的不能判定'),
    effect(doneDate, '也用来看是否按期'),
    ...levelled,
  ];
}

function partWords(spoken: Spoken | undefined) {
  if (spoken?.kind !== 'share') return { whole: '分母', part: '分子' };
  return { whole: `分母（${spoken.whole}）`, part: `分子（${spoken.part}）` };
}
