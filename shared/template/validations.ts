/** What may be typed into a field, and what is told of it before and after. */
import { headingOf } from '../model/headings.ts';
import type {
  CodeList,
  FieldDef,
  FieldGuide,
  TableDef,
  TemplateKind,
  Told,
  Validation,
  ValidationRule,
} from '../model.ts';
import { codes, URC } from '../sheets/codes.ts';
import { guides } from '../sheets/guides.ts';
import { kindNames } from './words.ts';

/** Excel's limits. */
const longestTitle = 32;
const longestText = 255;
const longestList = 255;

/** Of credit codes and of identity numbers. */
export const codeLength = 18;
const days = { from: '1949-10-01', to: '2099-12-31' } as const;

/** Null for a running number, and for a text of which nothing is told. */
export function validationOf(
  table: TableDef,
  field: FieldDef,
  area: string,
  isSummed: boolean,
  kind: TemplateKind,
): Validation | null {
  if (field.type === 'serial') return null;
  const rule = ruleOf(field, kind);
  const prompt = promptOf(table, field, rule);
  if (rule.kind === 'any') return prompt && { area, rule, prompt, alert: null };
  return { area, rule, prompt, alert: alertOf(field, rule, isSummed, kind) };
}

function ruleOf(field: FieldDef, kind: TemplateKind): ValidationRule {
  switch (field.type) {
    case 'count':
      return { kind: 'whole', least: 0, most: null };
    case 'amount':
      return { kind: 'decimal', least: 0, most: null };
    case 'date':
      return { kind: 'date', ...days };
    case 'boolean':
      return { kind: 'list', values: ['是', '否'] };
    case 'uscc':
    case 'id':
      return { kind: 'length', exactly: codeLength };
    case 'code':
      return choiceOf(field, kind);
    default:
      return { kind: 'any' };
  }
}

/** What the template itself puts into the column is among what it offers: codes where it prints codes. */
function choiceOf(field: FieldDef, kind: TemplateKind): ValidationRule {
  const list = listOf(field);
  const entries = offered(list).filter(({ code }) => list.id !== URC.id || urcs[kind].has(code));
  const own = String(field.example ?? '');
  const isCode = entries.some(({ code, label }) => code === own && label !== own);
  const words = entries.map(({ code, label }) => (isCode ? code : label));
  const values = own === '' || words.includes(own) || list.id === URC.id ? words : [...words, own];
  const isOffered = values.join(',').length <= longestList && values.every((each) => !each.includes(','));
  return isOffered ? { kind: 'list', values } : { kind: 'any' };
}

/** Without words that are only taken with a question. */
function offered({ entries }: CodeList): CodeList['entries'] {
  return entries.filter(({ doubtful, synonyms }) => doubtful === undefined || synonyms !== undefined);
}

/** 1 in front is of a town, 2 of a village. */
const urcs: Readonly<Record<TemplateKind, ReadonlySet<string>>> = {
  urban: new Set([URC.code[111], URC.code[112], URC.code[121], URC.code[122], URC.code[123]].map(String)),
  rural: new Set([URC.code[210], URC.code[220]].map(String)),
};

function listOf({ key, list }: FieldDef): CodeList {
  const found = codes[list ?? ''];
  if (!found) throw new RangeError(`no code list of ${key}`);
  return found;
}

/** What it means and an example, and where nothing is offered what may be put; as much of it as there is room for. */
function promptOf({ id }: TableDef, field: FieldDef, rule: ValidationRule): Told | null {
  const guide: FieldGuide | undefined = guides[id]?.[field.key];
  const choices =
    field.type === 'codes' || (field.type === 'code' && rule.kind === 'any') ? offered(listOf(field)) : [];
  const parts = [
    guide?.means ?? '',
    choices.length === 0 ? '' : `可填：${choices.map(({ label }) => label).join('、')}。`,
    field.type === 'codes' ? '有几项的用顿号隔开。' : '',
    field.example === undefined ? '' : `例：${field.example}`,
  ].filter((part) => part !== '');
  let text = '';
  for (const part of parts) if (text.length + part.length < longestText) text += (text === '' ? '' : '\n') + part;
  return text === '' ? null : { title: headingOf(field).slice(0, longestTitle), text };
}

/** Words, and figures with words, stop where a sum would leave them out; elsewhere the reader takes many of them. */
function alertOf(
  field: FieldDef,
  rule: ValidationRule,
  isSummed: boolean,
  kind: TemplateKind,
): NonNullable<Validation['alert']> {
  const title = headingOf(field).slice(0, longestTitle);
  const told = (style: 'stop' | 'warning', text: string) => ({ style, title, text });
  switch (rule.kind) {
    case 'whole':
    case 'decimal': {
      const what = rule.kind === 'whole' ? '不小于 0 的整数' : '不小于 0 的数';
      const unit = field.unit === undefined ? '' : `，不写“${field.unit}”`;
      return isSummed
        ? told('stop', `这里只填${what}${unit}。写了字的，合计不会算进去。`)
        : told('warning', `这里一般只填${what}${unit}。`);
    }
    case 'date':
      return told('warning', '请写年月日，如 2020-06-12，不要写“6月12日”或“2020.6”。');
    case 'length':
      return told('warning', `应为 ${rule.exactly} 位，现在的位数不对，请从证件上逐位核对。`);
    default:
      return told(
        'warning',
        field.list === URC.id
          ? `${kindNames[kind]}社区请从下拉里选；类型不同的社区请换用另一册填报表。`
          : '请从下拉里选一项；都不合适的，在备注里说明。',
      );
  }
}
