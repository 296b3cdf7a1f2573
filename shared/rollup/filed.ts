/** Files as they come: registers, workbooks of units, and those that cannot be taken yet. */
import { isNumberOf } from '../model/issues.ts';
import { modeWords } from '../model/words.ts';
import type {
  Evaluation,
  FileSaid,
  Lasting,
  Mode,
  Policy,
  Registered,
  RollupOptions,
  Submitted,
  Unit,
} from '../model.ts';
import type { Entry } from './entries.ts';
import { type Placed, placedBy, unitSaid } from './units.ts';

/** A workbook of a unit. */
export interface Filed extends Omit<Entry, 'state' | 'isLast'> {
  readonly explained: readonly string[];
  /** Its words tell of which evaluation it is, or a person does. */
  readonly isTimed: boolean;
  /** Its unit is taken as it is, but a person should look. */
  readonly isAsked: boolean;
  /** ISO date; null where nobody said. */
  readonly received: string | null;
  /** What of it is left aside, or taken for what it does not say, although it counts: whole sentences. */
  readonly aside: string | null;
}

/** A workbook that counts nowhere as long as `because` holds. */
export interface Held extends Omit<Filed, 'key'> {
  /** Null where it is not known. */
  readonly key: string | null;
  /** Keys of the units of the register of which it may be. */
  readonly perhaps: readonly string[];
  /** A whole sentence. */
  readonly because: string;
}

export interface Broken {
  readonly file: string;
  readonly problem: string;
}

export interface Files {
  readonly filed: readonly Filed[];
  readonly held: readonly Held[];
  /** Of what the mid-term evaluation found, each a unit's, and nothing else in them. */
  readonly ledgers: readonly Filed[];
  readonly registers: readonly Omit<Filed, 'key'>[];
  /** Lines of the registers, those of the file first whose path is first. */
  readonly rows: readonly Registered[];
  readonly broken: readonly Broken[];
}

/** All of it by path, in whatever order the files came. */
export function filesOf(submitted: readonly Submitted[], policy: Policy, options: RollupOptions): Files {
  const all = [...submitted].sort((a, b) => (a.file < b.file ? -1 : 1));
  const judged = all.filter((each): each is Judged => 'evaluation' in each);
  const saidOf = (file: string) => options.files?.[file] ?? {};
  const placings = new Map(
    judged.map(({ file, evaluation: { unit } }) => [file, placingOf(file, unit, saidOf(file), policy)] as const),
  );
  const isRegister = (each: Judged) => hasRegister(each, policy) && placings.get(each.file)!.unit.community === null;
  const registers = judged.filter(isRegister);
  const workbooks = judged.filter((each) => !isRegister(each));
  const rows = registers.flatMap((each) => lastingOf(each)?.register ?? []);
  const ledgers = new Set(workbooks.filter((each) => isLedger(each, policy)));
  const placingsOf = (all: readonly Judged[]) => all.map(({ file }) => placings.get(file)!);
  // What a ledger says of its unit puts no workbook in doubt.
  const own = placedBy(placingsOf(workbooks.filter((each) => !ledgers.has(each))), rows, policy);
  const placed = new Map([...placedBy(placingsOf(workbooks), rows, policy), ...own]);
  const known = [...own.values()];
  const sorted = workbooks.map((each) => {
    const isByNumbers = ledgers.has(each) && !placings.get(each.file)!.isSaid;
    const { key, because, perhaps, taken, unit, name, isAsked } =
      (isByNumbers ? byNumbers(each, known) : null) ?? placed.get(each.file)!;
    const aside = [taken ?? '', hasRegister(each, policy) ? ownRegister : ''].join('') || null;
    const one = {
      ...common(each, saidOf(each.file), policy),
      key,
      perhaps,
      unit,
      name: name || each.file,
      isAsked,
      aside,
    };
    const why = ledgers.has(each) ? null : whyNotComparable(each.evaluation, one.time, policy);
    return { ...one, because: because ?? why };
  });
  const filed = sorted.flatMap(({ because, perhaps: _, key, ...one }) =>
    because === null && key !== null ? { ...one, key } : [],
  );
  const isApart = new Set([...ledgers].map(({ file }) => file));
  return {
    filed: filed.filter(({ file }) => !isApart.has(file)),
    ledgers: filed.filter(({ file }) => isApart.has(file)),
    held: sorted.flatMap(({ because, ...one }) => (because === null ? [] : { ...one, because })),
    registers: registers.map((each) => ({
      ...common(each, saidOf(each.file), policy),
      unit: each.evaluation.unit,
      name: each.file,
      isAsked: false,
      aside: null,
    })),
    rows,
    broken: all.filter((each): each is Broken => 'problem' in each),
  };
}

type Judged = Extract<Submitted, { readonly evaluation: Evaluation }>;

function lastingOf({ joins, lasting }: Judged): Lasting | null {
  return joins
    ? { filled: joins.facts.filled, register: joins.register, issues: joins.issues ?? [], sent: joins.sent ?? [] }
    : (lasting ?? null);
}

/**
 * A unit's ledger of issues, sent back by itself: nothing else was read of the file (decision rollup-10). Where the policy counts
 * nothing of it, it is known by the numbers and the list that we gave it.
 */
function isLedger(judged: Judged, policy: Policy): boolean {
  const { tables, indicators } = judged.evaluation;
  if (tables.length > 0 && tables.every(ofIssues(policy))) return true;
  const { issues = [], sent = [] } = lastingOf(judged) ?? {};
  const isAlone =
    new Set(tables.map(({ id }) => id)).size <= 1 && indicators.every(({ numerator }) => numerator === null);
  return isAlone && issues.length + sent.length > 0;
}

function ofIssues({ rules }: Policy): (table: { readonly id: string }) => boolean {
  const ledgers = new Set(
    rules.flatMap(({ table, across = [] }) => (across.some((test) => test.across === 'returned') ? [table] : [])),
  );
  return ({ id }) => ledgers.has(id);
}

/** The unit of the numbers of a ledger that came back, whatever its own words say; null where they are of none that is known, or of several. */
function byNumbers(judged: Judged, known: readonly Placed[]): Placed | null {
  const lasting = lastingOf(judged);
  const numbers = [...(lasting?.issues ?? []), ...(lasting?.sent ?? []).flat()];
  const units = new Map(known.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])));
  const [unit, ...others] = [...units.values()].filter(({ key }) =>
    numbers.some(({ number }) => isNumberOf(number, key!)),
  );
  return unit && others.length === 0 ? unit : null;
}

/** That of a workbook that is a unit's is not the city's: nobody is expected by it (decision rollup-4). */
const ownRegister = '这一册是单位自己的，里面的试点名册没有当作全市的名册，应报单位不按它算。';

/** Where its lines are not known, the table tells by which the policy knows the city's own indicators. */
function hasRegister(judged: Judged, policy: Policy): boolean {
  const lasting = lastingOf(judged);
  if (lasting) return lasting.register.length > 0;
  const ofRegisters = new Set(policy.indicators.flatMap(({ within }) => within ?? []));
  return judged.evaluation.tables.some(({ id }) => ofRegisters.has(id));
}

function placingOf(file: string, unit: Unit, { unit: said = {} }: FileSaid, policy: Policy) {
  const { county, countyName, street, community } = said;
  const isSaid = [county, countyName, street, community].some((part) => part !== undefined);
  return { file, unit: unitSaid(unit, said, policy), isSaid };
}

function common(judged: Judged, said: FileSaid, policy: Policy) {
  const { file, evaluation, joins, spoken, explained = [] } = judged;
  const time = said.time ?? spoken ?? evaluation.mode;
  const isTimed = said.time !== undefined || spoken !== null;
  const lasting = lastingOf(judged);
  const filled = lasting?.filled ?? null;
  // Of a ledger that was kept by a version that did not know of them: to be dropped again.
  const issues = lasting?.issues ?? (evaluation.tables.some(ofIssues(policy)) ? null : []);
  const sent = lasting?.sent ?? [];
  return { file, evaluation, joins, filled, issues, sent, explained, time, isTimed, received: said.received ?? null };
}

/** Verdicts of another policy or another evaluation are no part of this picture (decision rollup-3). */
function whyNotComparable({ mode, policy }: Evaluation, time: Mode, { id, name }: Policy): string | null {
  if (policy.id !== id) return `这个文件是按《${policy.name}》判定的，请按《${name}》重新判定。`;
  return mode === time ? null : `这个文件是按${modeWords[mode]}判定的，请按${modeWords[time]}重新判定。`;
}
