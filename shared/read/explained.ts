/** A known heading beside words of which every one is explained: 本社区（村）名称（全称）, 类别（公益慈善/养老）, 组织/队伍名称. */
import { withoutTokens } from '../model/tokens.ts';
import type { FieldDef } from '../model.ts';
import { type Meaning, nearest, spelledAs, type Vocabulary } from './vocabulary.ts';

// One pair of brackets, anywhere.
const BRACKET = /^([^()[\]]*)[([]([^()[\]]+)[)\]]([^()[\]]*)$/;
const PARTS = /[/、]/;

/** Meanings of a heading that holds more than a known one; none where anything in it is left over. */
export function explained(vocabulary: Vocabulary, compared: string): readonly Meaning[] {
  const plain = vocabulary.spelling.plain(compared);
  const bracket = BRACKET.exec(plain);
  const found = beside(vocabulary, plain);
  if (bracket) found.push(...inBrackets(vocabulary, bracket[1]!, bracket[2]!, bracket[3]!));
  else if (PARTS.test(plain)) found.push(...inParts(vocabulary, plain.split(PARTS)));
  return found.map((meaning) => ({ ...meaning, basis: 'contains' }));
}

/** 目前运行状态, 项目承接机构: without words that say nothing, as few as possible. */
function beside(vocabulary: Vocabulary, plain: string): Meaning[] {
  const found: Meaning[] = [];
  const tables = new Set<number>();
  for (const { rest, holds } of vocabulary.spelling.peeled(plain)) {
    const fitting = spelledAs(vocabulary, rest).filter(({ field, table }) => !tables.has(table) && holds(field, table));
    for (const { table } of fitting) tables.add(table);
    found.push(...fitting);
  }
  return found;
}

function withoutBrackets(vocabulary: Vocabulary, text: string): readonly Meaning[] {
  return nearest(spelledAs(vocabulary, text), beside(vocabulary, text));
}

/** 组织（队伍）名称, 责任部门（单位）, 类别（公益慈善/养老）, 活动时间（年月日）. */
function inBrackets(vocabulary: Vocabulary, before: string, inner: string, after: string): readonly Meaning[] {
  const outer = withoutBrackets(vocabulary, before + after);
  if (outer.length === 0 || vocabulary.spelling.isSilent(inner)) return outer;
  const instead = after === '' ? before.slice(0, -inner.length) + inner : inner + after;
  const said = [...spelledAs(vocabulary, inner), ...withoutBrackets(vocabulary, instead)];
  const says = (field: FieldDef) => said.some((meaning) => meaning.field === field);
  return outer.filter(({ field }) => says(field) || areValues(vocabulary, field, inner.split(PARTS)));
}

/** 文号/名称 where both are the same field; 专职/兼职 where all are values of one. */
function inParts(vocabulary: Vocabulary, parts: readonly string[]): readonly Meaning[] {
  if (parts.includes('')) return [];
  const [first, ...others] = parts.map((part) => spelledAs(vocabulary, part));
  const same = first!.filter(({ field }) => others.every((one) => one.some((meaning) => meaning.field === field)));
  if (same.length > 0) return same;
  return vocabulary.tables.flatMap(({ fields }, table) =>
    fields.flatMap((field): Meaning[] =>
      areValues(vocabulary, field, parts) ? [{ table, field, basis: 'contains' }] : [],
    ),
  );
}

/** Words of the field's list, for several of its codes, also shortened: 初/中/高. */
function areValues({ codeWords }: Vocabulary, { list }: FieldDef, parts: readonly string[]): boolean {
  const codes = list === undefined ? undefined : codeWords.get(list);
  if (!codes || parts.length < 2) return false;
  const meant = parts.map((part) =>
    part === '' ? -1 : codes.findIndex((words) => words.some((word) => word.startsWith(part))),
  );
  return !meant.includes(-1) && new Set(meant).size > 1;
}

const SHORTEST_PART = 3;

/** Fields whose heading stands inside this one, with something left over beside it; never those of persons' data. */
export function partly(vocabulary: Vocabulary, table: number, compared: string): readonly FieldDef[] {
  const { near } = vocabulary.passing;
  let fields = near.get(compared);
  if (!fields) {
    fields = fieldsWithin(vocabulary, compared);
    near.set(compared, fields);
  }
  return fields.get(table) ?? NO_FIELDS;
}

const NO_FIELDS: readonly FieldDef[] = [];
/** A text longer than this is no heading, and no heading that is known is longer than that. */
const LONGEST_TEXT = 60;
const LONGEST_PART = 24;

/** By table. */
function fieldsWithin(
  { plain: meanings, spelling }: Vocabulary,
  compared: string,
): ReadonlyMap<number, readonly FieldDef[]> {
  const fields = new Map<number, FieldDef[]>();
  const bare = withoutTokens(compared, '某');
  const plain = bare.length > LONGEST_TEXT ? '' : spelling.plain(bare);
  for (let from = 0; from + SHORTEST_PART <= plain.length; from++) {
    for (let to = Math.min(plain.length, from + LONGEST_PART); to >= from + SHORTEST_PART; to--) {
      for (const { field, table } of meanings.get(plain.slice(from, to)) ?? []) {
        if (field.personal) continue;
        const own = fields.get(table);
        if (!own) fields.set(table, [field]);
        else if (!own.includes(field)) own.push(field);
      }
    }
  }
  return fields;
}

/** Parts of a text that are headings of some field, as they stand in it. */
export function knownWithin({ meanings, plain, spelling, initials }: Vocabulary, compared: string): readonly string[] {
  const found: string[] = [];
  const bare = withoutTokens(compared, '某');
  if (bare.length > LONGEST_TEXT) return found;
  for (let from = 0; from + 2 <= bare.length; from++) {
    if (!initials.has(bare.charCodeAt(from))) continue;
    for (let to = Math.min(bare.length, from + LONGEST_PART); to >= from + 2; to--) {
      const part = bare.slice(from, to);
      if (meanings.has(part) || plain.has(spelling.plain(part))) {
        found.push(part);
        break;
      }
    }
  }
  return found;
}
