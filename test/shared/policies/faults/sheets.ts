import { roleFields } from '../../../../shared/model/catalogue.ts';
import type {
  CheckCatalogue,
  CodeList,
  FieldDef,
  IdentityDef,
  KeyPart,
  Role,
  TableDef,
} from '../../../../shared/model.ts';
import { conditionFaults, patternFaults } from './conditions.ts';
import { at, codeFaults, emptyFaults, type Faults, fieldFaults, tableFaults, twiceFaults } from './names.ts';

/** What is wrong with tables, code lists, identities and units, each with its place. */
export function sheetFaults(catalogue: CheckCatalogue): Faults {
  const { tables, codes, identities, units } = catalogue;
  return [
    ...twiceFaults(
      '表',
      tables.map(({ id, name }) => `${id} ${name}`),
    ),
    ...tables.flatMap((table) => at(`表 ${table.id}`, tableOwnFaults(table, catalogue))),
    ...Object.entries(codes).flatMap(([id, list]) => at(`代码表 ${id}`, listFaults(id, list))),
    ...Object.entries(identities).flatMap(([id, def]) => at(`辨认“${id}”的办法`, identityOwnFaults(def, catalogue))),
    ...twiceFaults(
      '单位',
      units.map(({ id }) => id),
    ),
  ];
}

function tableOwnFaults(table: TableDef, catalogue: CheckCatalogue): Faults {
  // A table of two layouts stands twice under one id: its own keys are those of this layout.
  const alone = { ...catalogue, tables: [table] };
  const keys = table.fields.map(({ key }) => key);
  const { key, needs = [], telling, pivot, remarks = [], role } = table;
  return [
    ...emptyFaults({ 名称: table.name, 出处: table.citation, 标题用词: table.titles[0] }),
    ...twiceFaults('字段', keys),
    ...(key.length > 0 ? fieldFaults(key, table.id, alone) : ['没有写明凭哪一栏认作一条。']),
    ...fieldFaults([...needs.flat(), ...(telling?.fields ?? [])], table.id, alone),
    ...neededBy(role)
      .filter((each) => !keys.includes(each))
      .map((each) => `这一类表须有字段“${each}”。`),
    ...(role === 'protected' && !(table.marked && table.fields.some(({ personal }) => personal === 'name'))
      ? ['只指出、不读取的名单须写明标志词和姓名一栏。']
      : []),
    ...(pivot ? pivotFaults(table, pivot, catalogue) : []),
    ...remarks.flatMap(({ field, take, words }) => [
      ...fieldFaults([field], table.id, alone, take === 'date' ? ['date'] : ['code', 'codes']),
      ...(take === 'date' ? [] : codeFaults([take.code], field, table.id, alone)),
      ...(words.length > 0 ? [] : ['备注没有列出要找的词。']),
    ]),
    ...table.fields.flatMap((field) => at(`字段 ${field.key}`, fieldOwnFaults(field, table, alone))),
  ];
}

/** Fields by which the engine knows a table of this role. */
function neededBy(role: Role): readonly string[] {
  return role in roleFields ? Object.values(roleFields[role as keyof typeof roleFields]) : [];
}

function fieldOwnFaults(field: FieldDef, table: TableDef, alone: CheckCatalogue): Faults {
  const { by, inner = [], fallback, list, type } = field;
  const listed = type === 'code' || type === 'codes';
  return [
    ...emptyFaults({ 表头: field.label }),
    ...(list && !alone.codes[list] ? [`没有代码表“${list}”。`] : []),
    ...(listed === Boolean(list) ? [] : ['代码一类的字段才有、也须有代码表。']),
    ...(field.leaves && !field.groups ? ['只在上级表头之下才算的表头，须写明上级表头。'] : []),
    ...(by
      ? [
          ...fieldFaults([by.field, ...Object.values(by.to)], table.id, alone),
          ...codeFaults(Object.keys(by.to), by.field, table.id, alone),
        ]
      : []),
    ...fieldFaults([...inner.map((each) => each.field), fallback?.field], table.id, alone),
  ];
}

/** One line an item: the codes of the item are fields of the same table's other layout. */
function pivotFaults(table: TableDef, pivot: NonNullable<TableDef['pivot']>, catalogue: CheckCatalogue): Faults {
  const list = table.fields.find(({ key }) => key === pivot.item)?.list;
  const codes = catalogue.codes[list ?? '']?.entries.map(({ code }) => code) ?? [];
  return [
    ...fieldFaults([pivot.item, pivot.value], table.id, { ...catalogue, tables: [table] }),
    ...fieldFaults(codes, table.id, catalogue),
  ];
}

function listFaults(id: string, list: CodeList): Faults {
  const codes = list.entries.map(({ code }) => code);
  return [
    ...(list.id === id ? [] : ['编号与目录中的不同。']),
    ...emptyFaults({ 名称: list.name, 代码: codes[0] }),
    ...twiceFaults('代码', codes),
    ...(list.denied && !codes.includes(list.denied) ? [`没有代码“${list.denied}”。`] : []),
    ...list.entries.flatMap(({ code, label }) => at(`代码“${code}”`, emptyFaults({ 名称: label }))),
  ];
}

function identityOwnFaults(
  { table, keys, place, keeps, across, handedIn }: IdentityDef,
  catalogue: CheckCatalogue,
): Faults {
  return [
    ...tableFaults([table], catalogue),
    ...(keys.length > 0 ? [] : ['没有写明凭哪些字段。']),
    ...keys.flatMap(({ fields, also = [], unless = [] }) =>
      fieldFaults([...fields, ...also, ...unless], table, catalogue),
    ),
    ...fieldFaults([place], table, catalogue),
    ...[keeps, across?.when, handedIn].flatMap((each) => (each ? conditionFaults(each, table, catalogue) : [])),
    ...fieldFaults([across?.at, across?.called], table, catalogue),
    ...(across?.keys ?? []).flat().flatMap((part) => partOwnFaults(part, table, catalogue)),
  ];
}

function partOwnFaults(part: KeyPart, table: string, catalogue: CheckCatalogue): Faults {
  return [
    ...fieldFaults([part.field], table, catalogue),
    ...(part.as === 'day' || part.as === 'month' ? fieldFaults([part.id], table, catalogue, ['id']) : []),
    ...(part.as === 'text'
      ? [...fieldFaults([part.day], table, catalogue, ['date']), ...patternFaults(part.says)]
      : []),
  ];
}
