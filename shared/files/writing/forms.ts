/** What helps the hand that types, in the part of a sheet to be filled in: what a cell takes, and what turns red. */
import type { EntrySheet, Told, Validation, ValidationRule } from '../../model.ts';
import { ascii, asciiAttribute } from './drafts.ts';
import type { Styles } from './styles.ts';

export function conditionsText({ conditions }: EntrySheet, styles: Styles, p: string): string {
  return conditions
    .map(({ area, formula, look }, at) => {
      const rule = `<${p}cfRule type="expression" dxfId="${styles.condition(look)}" priority="${at + 1}">`;
      const holds = `<${p}formula>${ascii(formula)}</${p}formula></${p}cfRule>`;
      return `<${p}conditionalFormatting sqref="${areasOf(area)}">${rule}${holds}</${p}conditionalFormatting>`;
    })
    .join('');
}

export function validationsText({ validations }: EntrySheet, p: string): string {
  if (validations.length === 0) return '';
  const all = validations.map((each) => validationText(each, p)).join('');
  return `<${p}dataValidations count="${validations.length}">${all}</${p}dataValidations>`;
}

function validationText({ area, rule, prompt, alert }: Validation, p: string): string {
  const { type, operator, formulas } = asked(rule);
  const attributes = [
    ...(type ? [`type="${type}"`] : []),
    ...(alert?.style === 'warning' ? ['errorStyle="warning"'] : []),
    ...(operator ? [`operator="${operator}"`] : []),
    'allowBlank="1"',
    ...(prompt ? ['showInputMessage="1"'] : []),
    ...(alert ? ['showErrorMessage="1"', ...told(alert, 'errorTitle', 'error')] : []),
    ...(prompt ? told(prompt, 'promptTitle', 'prompt') : []),
    `sqref="${areasOf(area)}"`,
  ];
  const inner = formulas.map((formula, at) => `<${p}formula${at + 1}>${ascii(formula)}</${p}formula${at + 1}>`);
  return `<${p}dataValidation ${attributes.join(' ')}>${inner.join('')}</${p}dataValidation>`;
}

interface Asked {
  /** Absent where anything may be typed. */
  readonly type?: string;
  /** Absent for between, which is what a file means that says nothing. */
  readonly operator?: string;
  readonly formulas: readonly string[];
}

function asked(rule: ValidationRule): Asked {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulas: [`"${rule.values.join(',').replaceAll('"', '""')}"`] };
    case 'whole':
    case 'decimal':
      return rule.most === null
        ? { type: rule.kind, operator: 'greaterThanOrEqual', formulas: [String(rule.least)] }
        : { type: rule.kind, formulas: [String(rule.least), String(rule.most)] };
    case 'date':
      return { type: 'date', formulas: [rule.from, rule.to].map(dayFormula) };
    case 'length':
      return { type: 'textLength', operator: 'equal', formulas: [String(rule.exactly)] };
    case 'custom':
      return { type: 'custom', formulas: [rule.formula] };
    case 'any':
      return { formulas: [] };
  }
}

/** The same day in both of Excel's date systems: sheets are copied into other workbooks. */
const dayFormula = (iso: string) => `DATE(${iso.split('-').map(Number).join(',')})`;

const told = ({ title, text }: Told, titleName: string, textName: string): readonly string[] => [
  `${titleName}="${asciiAttribute(title)}"`,
  `${textName}="${asciiAttribute(text)}"`,
];

/** A file has blanks between them. */
const areasOf = (area: string) => area.replaceAll(',', ' ');
