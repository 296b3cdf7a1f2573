import type { CheckCatalogue, Figure, Measure } from '../../../../shared/model.ts';
import { conditionFaults } from './conditions.ts';
import {
  codeFaults,
  dayFaults,
  emptyFaults,
  type Faults,
  fieldFaults,
  identityFaults,
  itemFaults,
  NUMBERS,
  twiceFaults,
} from './names.ts';

/** What a measure names that is not there; `ids` are the indicators of its policy. */
export function measureFaults(measure: Measure, catalogue: CheckCatalogue, ids: readonly string[]): Faults {
  switch (measure.kind) {
    case 'count':
    case 'share': {
      const { table, identity, where, by } = measure;
      const share = measure.kind === 'share' ? measure : undefined;
      const count = measure.kind === 'count' ? measure : undefined;
      return [
        ...identityFaults(identity, table, catalogue),
        ...conditionFaults(where, table, catalogue),
        ...(share ? conditionFaults(share.of, table, catalogue) : []),
        ...fieldFaults([by, count?.over, ...(share?.once ?? [])], table, catalogue),
        ...fieldFaults([count?.dated?.field], table, catalogue, ['date']),
        ...(count?.outOf === 0 || count?.dated?.nth === 0 ? ['应有的个数须为正整数。'] : []),
      ];
    }
    case 'quotient':
      return [measure.numerator, ...measure.denominator].flatMap((figure) => figureFaults(figure, catalogue));
    case 'density':
      return [
        ...measureFaults(measure.count, catalogue, ids),
        ...measure.denominator.flatMap((figure) => figureFaults(figure, catalogue)),
      ];
    case 'rate':
      return [
        ...fieldFaults([measure.numerator, measure.denominator], measure.table, catalogue, NUMBERS),
        ...conditionFaults(measure.where, measure.table, catalogue),
      ];
    case 'sum':
      return [
        ...fieldFaults([measure.field], measure.table, catalogue, NUMBERS),
        ...conditionFaults(measure.where, measure.table, catalogue),
      ];
    case 'items':
    case 'words':
      return [
        ...itemFaults(measure.items, measure.table, catalogue),
        ...conditionFaults(measure.where, measure.table, catalogue),
      ];
    case 'kinds':
      return [
        ...fieldFaults([measure.field], measure.table, catalogue),
        ...codeFaults(measure.among, measure.field, measure.table, catalogue),
        ...conditionFaults(measure.where, measure.table, catalogue),
      ];
    case 'holds':
      return [
        ...fieldFaults(measure.needs, measure.table, catalogue),
        ...fieldFaults([measure.late?.field], measure.table, catalogue, ['date']),
        ...dayFaults(measure.late?.due),
        ...conditionFaults(measure.where, measure.table, catalogue),
      ];
    case 'parts':
    case 'milestone':
      return partFaults(measure.of, ids);
    case 'qualified':
      return [
        ...partFaults(measure.goals, ids),
        ...partFaults(
          measure.vetoes.flatMap(({ of }) => of ?? []),
          ids,
        ),
        ...partFaults(
          measure.awards.flatMap(({ also }) => also),
          ids,
        ),
        ...twiceFaults(
          '否决项',
          measure.vetoes.map(({ id }) => id),
        ),
        ...measure.vetoes.flatMap(({ name }) => emptyFaults({ 否决项的名称: name })),
      ];
    case 'none':
      return [];
  }
}

/** A figure is a number in a line, and so is what it can be at most. */
export function figureFaults({ table, field, most }: Figure, catalogue: CheckCatalogue): Faults {
  return fieldFaults([field, most], table, catalogue, NUMBERS);
}

export function partFaults(of: readonly string[], ids: readonly string[]): Faults {
  return of.filter((id) => !ids.includes(id)).map((id) => `所依据的指标“${id}”不在本目标集内。`);
}
