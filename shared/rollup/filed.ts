/** Files as they come: registers, workbooks of units, and those that cannot be taken yet. */
import { modeWords } from '../model/words.ts';
import type { Evaluation, FileSaid, Mode, Policy, Registered, RollupOptions, Submitted, Unit } from '../model.ts';
import type { Entry } from './entries.ts';
import { placedBy, unitSaid } from './units.ts';

/** A workbook of a unit. */
export interface Filed extends Omit<Entry, 'state'> {
  readonly explained: readonly string[];
  /** Its words tell of which evaluation it is, or a person does. */
  readonly isTimed: boolean;
  /** Its unit is taken as it is, but a person should look. */
  readonly isAsked: boolean;
  /** ISO date; null where nobody said. */
  readonly received: string | null;
  /** What of it is left aside although it counts, a whole sentence. */
  readonly aside: string | null;
}

/** A workbook that counts nowhere as long as `because` holds. */
export interface Held extends Omit<Filed, 'key'> {
  /** Null where it is not known. */
  readonly key: string | null;
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
  const rows = registers.flatMap(({ joins }) => joins?.register ?? []);
  const units = workbooks.map(({ file }) => placings.get(file)!);
  const placed = placedBy(units, rows, policy);
  const taken = workbooks.map((each) => {
    const { key, because, unit, name, isAsked } = placed.get(each.file)!;
    const aside = hasRegister(each, policy) ? ownRegister : null;
    const one = { ...common(each, saidOf(each.file)), key, unit, name: name || each.file, isAsked, aside };
    return { ...one, because: because ?? whyNotComparable(each.evaluation, one.time, policy) };
  });
  return {
    filed: taken.flatMap(({ because, key, ...one }) => (because === null && key !== null ? { ...one, key } : [])),
    held: taken.flatMap(({ because, ...one }) => (because === null ? [] : { ...one, because })),
    registers: registers.map((each) => ({
      ...common(each, saidOf(each.file)),
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

/** That of a workbook that is a unit's is not the city's: nobody is expected by it (decision rollup-4). */
const ownRegister = '这一册是单位自己的，里面的试点名册没有当作全市的名册，应报单位不按它算。';

/** Without its words, as it is kept, the table tells by which the policy knows the city's own indicators. */
function hasRegister({ evaluation, joins }: Judged, policy: Policy): boolean {
  if (joins) return joins.register.length > 0;
  const ofRegisters = new Set(policy.indicators.flatMap(({ within }) => within ?? []));
  return evaluation.tables.some(({ id }) => ofRegisters.has(id));
}

function placingOf(file: string, unit: Unit, { unit: said = {} }: FileSaid, policy: Policy) {
  const { county, countyName, street, community } = said;
  const isSaid = [county, countyName, street, community].some((part) => part !== undefined);
  return { file, unit: unitSaid(unit, said, policy), isSaid };
}

function common({ file, evaluation, joins, spoken, explained = [] }: Judged, said: FileSaid) {
  const time = said.time ?? spoken ?? evaluation.mode;
  const isTimed = said.time !== undefined || spoken !== null;
  return { file, evaluation, joins, explained, time, isTimed, received: said.received ?? null };
}

/** Verdicts of another policy or another evaluation are no part of this picture (decision rollup-3). */
function whyNotComparable({ mode, policy }: Evaluation, time: Mode, { id, name }: Policy): string | null {
  if (policy.id !== id) return `这个文件是按《${policy.name}》判定的，请按《${name}》重新判定。`;
  return mode === time ? null : `这个文件是按${modeWords[mode]}判定的，请按${modeWords[time]}重新判定。`;
}
