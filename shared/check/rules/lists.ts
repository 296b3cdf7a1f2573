/** Rules on whole lists: whose they are, whether they are what stands, and what lines between their rows say. */
import { addressOf, cellAddress } from '../../model/addresses.ts';
import { communityField, roleFields } from '../../model/catalogue.ts';
import { listWords } from '../../model/words.ts';
import type { Asked, DataRecord, Place, Role, Section, Table } from '../../model.ts';
import { isOwn } from '../conditions/community-names.ts';
import type { Aside } from '../conditions/counted.ts';
import { inColumn } from '../conditions/named-columns.ts';
import type { Scope } from '../conditions/scope.ts';
import { OUT } from '../conditions/truths.ts';
import { placeOf } from '../measures/evidence.ts';
import { fieldLabel } from '../measures/labels.ts';
import type { Judge } from './findings.ts';

/** In these one line is expected for each community, or the lists are nobody's in particular. */
const OF_SEVERAL: readonly (Role | undefined)[] = ['register', 'facts', 'each', 'selfReport', 'protected'];

/** Once for each list, at the first of its lines; the others are related. */
export const judgeOthers: Judge<'others'> = (rule, test, scope, report) => {
  for (const id of idsIn(scope)) {
    const { out, open } = scope.aside(id);
    for (const aside of out) {
      if (aside.why === 'others')
        report(rule, test, { table: aside.table, at: placeOfAside(aside), words: named(aside) });
    }
    for (const aside of open) {
      if (aside.why !== 'whose') continue;
      const { sheet, area } = aside.table;
      const asks: Asked = { kind: 'table', sheet, address: addressOf(area) };
      const asked = { message: test.asked, fix: test.askedFix, asks };
      report(rule, test, { table: aside.table, at: placeOfAside(aside), words: named(aside), ...asked });
    }
    if (!OF_SEVERAL.includes(scope.role(id))) judgeColumn(id, rule, test, scope, report);
  }
};

function judgeColumn(id: string, ...[rule, test, scope, report]: Parameters<Judge<'others'>>): void {
  if (scope.community === null) return;
  const whose = inColumn(isOwn, id, communityField, scope);
  const others = new Map<Table, DataRecord[]>();
  for (const record of scope.records(id)) {
    const datum = record.data[communityField];
    if (datum?.state !== 'value' || whose(datum.text) !== OUT) continue;
    const own = others.get(record.table);
    if (own) own.push(record);
    else others.set(record.table, [record]);
  }
  for (const [table, records] of others) {
    const places = records.map(({ data }) => placeOf({ sheet: table.sheet, datum: data[communityField]! }));
    const names = [...new Set(records.map(({ data }) => data[communityField]!.text))];
    const words = { name: names.slice(0, 5).join('、'), count: records.length };
    const [record] = records;
    const datum = record!.data[communityField]!;
    report(rule, test, {
      record: record!,
      field: communityField,
      datum,
      at: places[0]!,
      related: places.slice(1),
      words,
    });
  }
}

function named({ table, section, records }: Aside) {
  const words = section && section.words.whose !== 'unsaid' ? section.words : table.words;
  return { name: words.community ?? '', count: records.length };
}

function placeOfAside({ table, section }: Aside): Place {
  if (section) return placeOfSection(table, section);
  return { sheet: table.sheet, address: addressOf(table.area) };
}

function placeOfSection({ sheet }: Table, { row, column }: Section): Place {
  return { sheet, address: cellAddress(row, column) };
}

export const judgeListed: Judge<'listed'> = (rule, test, scope, report) => {
  for (const id of idsIn(scope)) {
    const { out, open } = scope.aside(id);
    for (const aside of out) {
      const { why, table } = aside;
      if (why === 'others' || why === 'whose' || why === 'who' || why === 'copy') continue;
      report(rule, test, { table, at: placeOfAside(aside), words: { kind: listWords[why] } });
    }
    for (const aside of open) {
      const { why, table, section } = aside;
      const words = { known: section?.words.doubt ?? table.words.doubt ?? '', count: aside.records.length };
      const at = placeOfAside(aside);
      const asks: Asked = { kind: 'table', sheet: table.sheet, address: addressOf(table.area) };
      if (why === 'subset') report(rule, test, { table, at, words, asks, message: test.asked, fix: test.askedFix });
      if (why === 'who') report(rule, test, { table, at, words, message: test.who, fix: test.whoFix });
    }
  }
};

export const judgeRivals: Judge<'rivals'> = (rule, test, scope, report) => {
  const { rivals } = scope.reading.unit;
  if (rivals.length === 0) return;
  const forms = scope.ofRole('facts').flatMap((id) => scope.records(id));
  const places = forms.flatMap(({ table, data }) => {
    const datum = data[roleFields.facts.community];
    return datum ? [placeOf({ sheet: table.sheet, datum })] : [];
  });
  const said = scope.reading.lines.flatMap(({ kind, sheet, row, valueColumn }) => {
    return kind === 'reporter' ? [{ sheet, address: cellAddress(row, valueColumn) }] : [];
  });
  const [at, ...related] = places.length > 0 ? places : said;
  if (at) report(rule, test, { at, related, words: { list: rivals.join('、'), count: rivals.length } });
};

export const judgeGiven: Judge<'given'> = (rule, test, scope, report) => {
  for (const id of idsIn(scope)) {
    const sections = new Map<Section, Table>();
    for (const { section, table } of scope.records(id)) if (section) sections.set(section, table);
    for (const [section, table] of sections) {
      for (const [field, datum] of Object.entries(section.values)) {
        if (datum.row !== section.row) continue;
        const words = { field: fieldLabel(id, field, scope), given: datum.codes.join('、') };
        report(rule, test, { table, field, at: placeOfSection(table, section), words });
      }
    }
  }
};

function idsIn(scope: Scope): readonly string[] {
  return [...new Set(scope.reading.tables.map(({ id }) => id))];
}
