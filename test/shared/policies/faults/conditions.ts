import type { CheckCatalogue, Condition, FieldType, Moment } from '../../../../shared/model.ts';
import { codeFaults, dayFaults, type Faults, fieldFaults, NUMBERS } from './names.ts';

/** Fields that each operator can be asked of, where not every one. */
const TYPES: Partial<Record<Condition['is'], readonly FieldType[]>> = {
  oneOf: ['code', 'codes'],
  yes: ['boolean'],
  within: ['date'],
  notAfter: ['date'],
  number: NUMBERS,
  share: NUMBERS,
};

/** What a condition on a table's lines names that is not there. */
export function conditionFaults(condition: Condition, table: string, catalogue: CheckCatalogue): Faults {
  if (condition.is === 'all' || condition.is === 'any')
    return condition.of.flatMap((each) => conditionFaults(each, table, catalogue));
  if (condition.is === 'not' || condition.is === 'perhaps') return conditionFaults(condition.of, table, catalogue);
  const other = 'other' in condition ? condition.other : undefined;
  const faults = fieldFaults([condition.field, other], table, catalogue, TYPES[condition.is]);
  if (faults.length > 0) return faults;
  switch (condition.is) {
    case 'oneOf':
      return condition.codes.length > 0
        ? codeFaults(condition.codes, condition.field, table, catalogue)
        : ['没有列出代码。'];
    case 'within':
      return dayFaults(dayOf(condition.from), dayOf(condition.to));
    case 'same':
      return fieldFaults([condition.as], condition.table, catalogue);
    case 'contains':
    case 'ends':
    case 'says':
      return condition.words.length > 0 && condition.words.every(Boolean) ? [] : ['没有列出要找的词。'];
    case 'share':
      return condition.q > 0 ? [] : ['份额的分母须为正整数。'];
    case 'like':
      return patternFaults(condition.pattern);
    default:
      return [];
  }
}

export function patternFaults(pattern: string): Faults {
  try {
    new RegExp(pattern, 'u');
    return [];
  } catch {
    return [`“${pattern}”不是能用的式样。`];
  }
}

const dayOf = (moment: Moment | undefined) => (moment && 'on' in moment ? moment.on : undefined);
