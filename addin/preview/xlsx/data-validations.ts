/** `<dataValidations>`, in and out. */
import type { DataValidation, Sheet } from '../workbook.ts';
import { truthy } from './appearance.ts';
import { readAreas, writeAreas } from './formulas.ts';
import { child, children, type Element, element, textOf } from './xml.ts';

/** Excel keeps rules that look at another sheet in an extension, with the same attributes and other children. */
const EXTENSION = 'x14:dataValidations';

export function readDataValidations(sheet: Element): DataValidation[] {
  const plain = children(child(sheet, 'dataValidations'), 'dataValidation').map((each) =>
    readValidation(each, each.attributes.sqref, textOf(child(each, 'formula1')), textOf(child(each, 'formula2'))),
  );
  const extended = extensions(sheet).flatMap((each) =>
    children(each, 'x14:dataValidation').map((rule) => {
      const formulas = ['x14:formula1', 'x14:formula2'].map((name) => textOf(child(rule, name)));
      return readValidation(rule, textOf(child(rule, 'xm:sqref')), formulas[0]!, formulas[1]!);
    }),
  );
  return [...plain, ...extended];
}

/** Null when there are none. All are written in the plain way, which Excel reads for other sheets too. */
export function writeDataValidations(sheet: Sheet, before: Element): Element | null {
  const written = sheet.dataValidations().map(writeValidation);
  if (written.length === 0) return null;
  const { count: _, ...kept } = child(before, 'dataValidations')?.attributes ?? {};
  return element('dataValidations', { ...kept, count: written.length }, written);
}

/** The extension part of the sheet without the validations that `writeDataValidations` wrote. */
export function withoutExtendedValidations(list: Element): Element | null {
  const kept = children(list).filter((each) => !child(each, EXTENSION));
  return kept.length > 0 ? { ...list, children: kept } : null;
}

function extensions(sheet: Element): Element[] {
  return children(child(sheet, 'extLst'), 'ext').flatMap((each) => children(each, EXTENSION));
}

function readValidation(rule: Element, sqref: string | undefined, formula1: string, formula2: string): DataValidation {
  const {
    type = 'none',
    operator,
    allowBlank,
    showDropDown,
    showInputMessage,
    showErrorMessage,
    errorStyle = 'stop',
    errorTitle,
    error,
    promptTitle,
    prompt,
    sqref: _,
    ...rest
  } = rule.attributes;
  const hasPrompt = promptTitle !== undefined || prompt !== undefined || truthy(showInputMessage);
  const hasAlert = errorTitle !== undefined || error !== undefined || truthy(showErrorMessage) || errorStyle !== 'stop';
  return {
    areas: readAreas(sqref),
    type: types[type]?.[0] ?? 'None',
    rule: readRule(type, operator, formula1, formula2, truthy(showDropDown)),
    ignoreBlanks: truthy(allowBlank),
    prompt: hasPrompt ? { title: promptTitle ?? '', message: prompt ?? '', show: truthy(showInputMessage) } : null,
    alert: hasAlert
      ? {
          title: errorTitle ?? '',
          message: error ?? '',
          style: alerts[errorStyle] ?? 'Stop',
          show: truthy(showErrorMessage),
        }
      : null,
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  };
}

function readRule(
  type: string,
  operator: string | undefined,
  formula1: string,
  formula2: string,
  hideDropDown: boolean,
) {
  const member = types[type]?.[1];
  if (!member) return {};
  if (type === 'custom') return { custom: { formula: `=${formula1}` } };
  if (type === 'list') {
    const items = /^"(.*)"$/s.exec(formula1)?.[1]?.replaceAll('""', '"');
    // In files showDropDown hides the arrow.
    return { list: { inCellDropDown: !hideDropDown, source: items ?? `=${formula1}` } };
  }
  const limits =
    formula2 === '' ? { formula1: limit(formula1) } : { formula1: limit(formula1), formula2: limit(formula2) };
  return { [member]: { ...limits, operator: operators[operator ?? 'between'] } };
}

function writeValidation(validation: DataValidation): Element {
  const { areas, type, rule, ignoreBlanks, prompt, alert, rest } = validation;
  const [name, [, member]] = Object.entries(types).find(([, each]) => each[0] === type) ?? ['none', ['', '']];
  const { source, inCellDropDown, formula, formula1, formula2, operator } = (rule[member] ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const given = name === 'list' ? listFormula(String(source)) : writeLimit(formula ?? formula1);
  const formulas = [given, writeLimit(formula2)].flatMap((text, at) =>
    text === '' ? [] : [element(`formula${at + 1}`, {}, [text])],
  );
  const wanted = keyOf(operators, operator);
  return element(
    'dataValidation',
    {
      ...(rest as Record<string, string> | undefined),
      type: name === 'none' ? undefined : name,
      errorStyle: alert && alert.style !== 'Stop' ? keyOf(alerts, alert.style) : undefined,
      operator: wanted === 'between' ? undefined : wanted,
      allowBlank: ignoreBlanks ? 1 : undefined,
      showDropDown: inCellDropDown === false ? 1 : undefined,
      showInputMessage: prompt?.show ? 1 : undefined,
      showErrorMessage: alert?.show ? 1 : undefined,
      errorTitle: alert?.title || undefined,
      error: alert?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref: writeAreas(areas),
    },
    formulas,
  );
}

const listFormula = (source: string) =>
  source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
const limit = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
const writeLimit = (value: unknown) => (value === undefined ? '' : String(value).replace(/^=/, ''));
const keyOf = (map: Readonly<Record<string, string>>, value: unknown) =>
  Object.entries(map).find(([, each]) => each === value)?.[0];

/** By the file's word: the type, and the member of the rule, in Office.js. */
const types: Readonly<Record<string, readonly [string, string]>> = {
  none: ['None', ''],
  list: ['List', 'list'],
  whole: ['WholeNumber', 'wholeNumber'],
  decimal: ['Decimal', 'decimal'],
  date: ['Date', 'date'],
  time: ['Time', 'time'],
  textLength: ['TextLength', 'textLength'],
  custom: ['Custom', 'custom'],
};

const alerts: Readonly<Record<string, 'Stop' | 'Warning' | 'Information'>> = {
  stop: 'Stop',
  warning: 'Warning',
  information: 'Information',
};

const operators: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};
