/** What the findings ask a person, each answered by one choice. */
import { parseAddress } from '../../shared/model/addresses.ts';
import { longestWording } from '../../shared/model/contract.ts';
import { comparable } from '../../shared/model/identifiers.ts';
import type { Finding, Place, Severity, WorkbookSnapshot } from '../../shared/model.ts';
import { cellAt, type Doubt } from './columns.ts';
import type { Meaning, ReadTable, TableName } from './names.ts';
import { meet } from './said.ts';

export type Question = {
  /** What is asked; the same question has the same. */
  readonly key: string;
  readonly severity: Severity;
  /** Where it stands, the first place first. */
  readonly places: readonly Place[];
  /** What it is asked by. */
  readonly findings: readonly Finding[];
} & (
  | {
      readonly kind: 'word';
      readonly table: string;
      readonly field: string;
      /** What the field is called. */
      readonly label: string;
      /** As it stands in the cells. */
      readonly text: string;
      readonly meanings: readonly Meaning[];
    }
  /** `table` is null where it was not read as one. */
  | { readonly kind: 'table'; readonly table: ReadTable | null }
  | { readonly kind: 'column'; readonly doubt: Doubt }
  | { readonly kind: 'continues'; readonly of: Place }
);

export type WordQuestion = Question & { readonly kind: 'word' };

export interface Known {
  /** The raw one. */
  readonly snapshot: WorkbookSnapshot;
  readonly names: readonly TableName[];
  readonly columns: readonly Doubt[];
  readonly tables: readonly ReadTable[];
}

/** In the order of the findings; the same is asked once: the wording of a field, wherever it stands. */
export function questionsOf(findings: readonly Finding[], known: Known): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const finding of findings) {
    for (const one of asked(finding, known)) {
      const same = questions.get(one.key);
      questions.set(one.key, same ? joined(same, one) : one);
    }
  }
  return [...questions.values()];
}

function joined(one: Question, other: Question): Question {
  return {
    ...one,
    places: [...one.places, ...other.places.filter((place) => !one.places.some((known) => isSame(known, place)))],
    findings: [...one.findings, ...other.findings.filter((each) => !one.findings.includes(each))],
  };
}

const isSame = (one: Place, other: Place) => one.sheet === other.sheet && one.address === other.address;

/** None where it cannot be answered here, so that the finding stands as any other does. */
function asked(finding: Finding, { snapshot, names, columns, tables }: Known): readonly Question[] {
  const { asks, at, related, severity } = finding;
  const base = { key: JSON.stringify(asks), severity, places: [at], findings: [finding] };
  switch (asks?.kind) {
    case undefined:
      return [];
    case 'word': {
      const { table, field } = asks;
      const fields = names.flatMap(({ id, fields }) => (id === table ? fields : []));
      const { label = field, meanings = [] } = fields.find(({ key }) => key === field) ?? {};
      const text = wordingAt(snapshot, at);
      if (text === null) return [];
      // Masked alike is not written alike; what is other is asked about once this is answered.
      const alike = related.filter((place) => comparable(wordingAt(snapshot, place) ?? '') === comparable(text));
      const key = [table, field, comparable(text)].join('\n');
      return [{ ...base, key, kind: 'word', places: [at, ...alike], table, field, label, text, meanings }];
    }
    case 'table': {
      const table = tables.find(({ sheet, address }) => sheet === asks.sheet && meet(address, asks.address)) ?? null;
      return [{ ...base, kind: 'table', table, places: [{ sheet: asks.sheet, address: asks.address }] }];
    }
    case 'column': {
      const { sheet, column } = asks;
      const doubt = columns.find(
        (one) => one.table.sheet === sheet && one.column === column && meet(one.table.address, asks.address),
      );
      return doubt ? [{ ...base, kind: 'column', doubt }] : [];
    }
    case 'continues':
      return [{ ...base, kind: 'continues', of: asks.of, places: [{ sheet: asks.sheet, address: asks.address }] }];
  }
}

/** Of the workbook itself; null where nothing stands that could be said again. */
function wordingAt({ sheets }: WorkbookSnapshot, { sheet: name, address }: Place): string | null {
  const sheet = sheets.find((one) => one.name === name);
  const area = parseAddress(address);
  const cell = sheet && area ? cellAt(sheet, area.top, area.left) : null;
  if (cell === null || typeof cell === 'object' || typeof cell === 'boolean') return null;
  const text = String(cell);
  return text.trim() === '' || text.length > longestWording ? null : text;
}
