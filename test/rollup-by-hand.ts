/**
 * The roll-up once more, from the evaluations alone and in another way: by a clerk who sorts the files into trays, writes the
 * figures below each other and adds them up. Of the product it knows nothing but the shapes. Units must be named in full.
 */
import type { Evaluation, Gap, Mode, Policy, RollupOptions, Submitted, TargetDef, Verdict } from '../shared/model.ts';

type Workbook = Extract<Submitted, { readonly evaluation: Evaluation }>;

export function byHand(submitted: readonly Submitted[], policy: Policy, options: RollupOptions) {
  const readable = submitted.filter((each): each is Workbook => 'evaluation' in each);
  const registers = readable.filter(({ joins }) => (joins?.register.length ?? 0) > 0);
  const workbooks = readable.filter((each) => !registers.includes(each));
  const midterms = workbooks.filter(({ evaluation }) => evaluation.mode === 'midterm').length;
  const mode: Mode = options.mode ?? (midterms > workbooks.length - midterms ? 'midterm' : 'final');
  const lines = registers.flatMap(({ joins }) => joins?.register ?? []);

  const trays = new Map<string, Workbook[]>();
  for (const each of workbooks) put(trays, `${keyOf(each)} ${each.evaluation.mode}`, each);
  const states = new Map<string, string>(registers.map(({ file }) => [file, 'register']));
  for (const each of submitted) if ('problem' in each) states.set(each.file, 'unreadable');
  const counted: { readonly key: string; readonly late: boolean | null; readonly counts: Workbook }[] = [];
  for (const tray of trays.values()) {
    const counts = counting(tray, policy);
    const isHere = counts.evaluation.mode === mode;
    const seen = new Set<string>();
    for (const each of [counts, ...tray.filter((one) => one !== counts).sort((a, b) => (a.file < b.file ? -1 : 1))]) {
      const { dataHash } = each.evaluation;
      states.set(
        each.file,
        each === counts ? (isHere ? 'reported' : 'other_time') : seen.has(dataHash) ? 'duplicate' : 'superseded',
      );
      seen.add(dataHash);
    }
    if (!isHere) continue;
    const key = keyOf(counts);
    const inRegister = lines.find((line) => [line.county, line.street, line.community].join('/') === key)?.received;
    const days = tray.flatMap(({ file }) => options.files?.[file]?.received ?? inRegister ?? []).sort();
    counted.push({ key, counts, late: options.due && days[0] ? days[0] > options.due : null });
  }

  const keys = counted.map(({ key }) => key);
  const expected = lines.map((line) => [line.county, line.street, line.community].join('/'));
  const counties = policy.register.units.map(({ id }) => id);
  const reported =
    lines.length > 0
      ? expected.filter((key) => keys.includes(key)).length
      : counties.filter((id) => keys.some((key) => key.startsWith(id))).length;
  const all = lines.length > 0 ? expected.length : counties.length;
  return {
    mode,
    states: Object.fromEntries(states),
    reporting: {
      expected: all,
      reported,
      rate: reported / all,
      late: options.due ? counted.filter(({ late }) => late).length : null,
      missing: all - reported,
      unclear: [],
      unexpected: lines.length > 0 ? keys.filter((key) => !expected.includes(key)).sort() : [],
    },
    indicators: policy.indicators
      .filter(({ measure, within }) => measure.kind !== 'none' && within === undefined)
      .map(({ id, target }) =>
        summed(
          id,
          target,
          counted.map(({ counts }) => counts),
        ),
      ),
    ranking: (['urban', 'rural', 'unknown'] as const).flatMap((kind) =>
      ranked(counted, kind, policy, expected, options),
    ),
  };
}

function put(trays: Map<string, Workbook[]>, tray: string, each: Workbook): void {
  trays.set(tray, [...(trays.get(tray) ?? []), each]);
}

function keyOf({ evaluation: { unit } }: Workbook): string {
  return [unit.county, unit.street, unit.community].join('/');
}

const mains = ({ evaluation }: Workbook) => evaluation.indicators.filter(({ basis }) => basis === undefined);

/** The last filled in, else the highest v, else the one with fewer goals; of the same data the first by name. */
function counting(tray: readonly Workbook[], { goals }: Policy): Workbook {
  const filled = (one: Workbook) => one.joins?.facts.filled ?? '';
  const number = ({ file }: Workbook) => Number(/_v(\d+)/.exec(file)?.[1] ?? 0);
  const reached = (one: Workbook) =>
    mains(one).filter(({ id, verdict }) => goals.includes(id) && verdict === 'met').length;
  return [...tray].sort((a, b) => {
    if (filled(a) !== filled(b)) return filled(a) > filled(b) ? -1 : 1;
    return number(b) - number(a) || reached(a) - reached(b) || (a.file < b.file ? -1 : 1);
  })[0]!;
}

function summed(id: string, target: TargetDef, counted: readonly Workbook[]) {
  const column = counted.flatMap((one) => mains(one).filter((entry) => entry.id === id));
  const of = (...verdicts: Verdict[]) => column.filter(({ verdict }) => verdicts.includes(verdict));
  const shares = of('met', 'unmet', 'on_track', 'behind').filter(({ denominator }) => denominator !== null);
  const open = of('to_verify').filter(({ denominator }) => denominator !== null);
  let [n, d, lower, lowerOf, upper, upperOf] = [0, 0, 0, 0, 0, 0];
  for (const entry of shares) [n, d] = [n + entry.numerator!, d + entry.denominator!];
  for (const entry of [...shares, ...open]) {
    [lower, lowerOf] = [lower + entry.lower!, lowerOf + (entry.lowerDenominator ?? entry.denominator!)];
    [upper, upperOf] = [upper + entry.upper!, upperOf + (entry.upperDenominator ?? entry.denominator!)];
  }
  const counts = ['met', 'unmet', 'on_track', 'behind', 'to_verify', 'missing'] as const;
  const unsettled = shares.filter(
    (one) =>
      one.lower !== one.upper ||
      (one.lowerDenominator ?? one.denominator) !== (one.upperDenominator ?? one.denominator),
  );
  const bounds = { lower, lowerDenominator: lowerOf, upper, upperDenominator: upperOf };
  const isShare = shares.length + open.length > 0;
  return {
    id,
    applicable: column.filter(({ verdict }) => isAskedFor(verdict, target)).length,
    ...Object.fromEntries(counts.map((verdict) => [verdict, isAskedFor(verdict, target) ? of(verdict).length : 0])),
    pooled: isShare
      ? {
          numerator: n,
          denominator: d,
          value: d > 0 ? n / d : null,
          gap: gapOf(n, d, target),
          open: unsettled.length,
          bounds,
        }
      : null,
  };
}

/** What only informs is not asked for. */
function isAskedFor(verdict: Verdict, { binding }: TargetDef): boolean {
  if (verdict === 'not_applicable' || verdict === 'reference') return false;
  return !(verdict === 'missing' && binding === 'information');
}

/** One more after another, until the share is reached; all targets of shares here are at least so much. */
function gapOf(n: number, d: number, { p, q, gapUnit, unit }: TargetDef): Gap | null {
  let amount = 0;
  while (d > 0 && (n + amount) * q < p * d) amount++;
  return amount === 0 ? null : { amount, unit: gapUnit ?? unit, percentagePoints: (p / q - n / d) * 100 };
}

function ranked(
  counted: readonly { readonly key: string; readonly counts: Workbook }[],
  kind: Workbook['evaluation']['unit']['urbanRural'],
  { register, scoreTable, indicators }: Policy,
  lines: readonly string[],
  { judged = [] }: RollupOptions,
) {
  const ofKind = counted.filter(({ counts }) => counts.evaluation.unit.urbanRural === kind);
  const table = ofKind.flatMap(({ key, counts }) => {
    const { score } = counts.evaluation;
    if (!score) return [];
    const given = judged.filter(
      (each) =>
        each.key === key &&
        each.mode === counts.evaluation.mode &&
        each.points <= scoreTable!.items.find(({ id }) => id === each.item)!.max,
    );
    const last = new Map(given.map((each) => [each.item, each.points]));
    const total = [...last.values()].reduce((all, each) => all + each, score.total).toFixed(2);
    const targets = new Map(indicators.map(({ id, target }) => [id, target]));
    const asked = mains(counts).filter(({ id, verdict }) => isAskedFor(verdict, targets.get(id)!));
    const met = asked.filter(({ verdict }) => verdict === 'met').length;
    return [{ key, score: total, met, due: asked.length }];
  });
  const county = (key: string) => register.units.findIndex(({ id }) => key.startsWith(id));
  const line = (key: string) => (lines.includes(key) ? lines.indexOf(key) : lines.length);
  const byName = (a: string, b: string) => county(a) - county(b) || line(a) - line(b) || (a < b ? -1 : 1);
  return table
    .sort((a, b) => Number(b.score) - Number(a.score) || byName(a.key, b.key))
    .map((each) => ({ ...each, rank: 1 + table.filter((other) => Number(other.score) > Number(each.score)).length }));
}
