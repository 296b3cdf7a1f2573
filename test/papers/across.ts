/** What was found across workbooks, held against each unit that it is about. */
import type { Evaluation, Finding, IndicatorDef, Policy, Rollup, RollupFinding } from '../../shared/model.ts';
import type { Filed, Truth } from './facts.ts';

type Test = 'shared' | 'registered' | 'tally' | 'changed' | 'followed' | 'returned';

const testsOf = ({ rule }: RollupFinding, { rules }: Policy): readonly Test[] =>
  rules.filter(({ id }) => id === rule).flatMap(({ across = [] }) => across.map((test) => test.across));

/** Of the register of units, and of no unit. */
export const isOfRegister = (finding: RollupFinding, policy: Policy): boolean =>
  testsOf(finding, policy).every((test) => test === 'tally');

/** A clerk's list: his own findings, then one line for each cell of his that another workbook has something against. */
export function withAcross(
  evaluation: Evaluation,
  file: string,
  { units, findings }: Pick<Rollup, 'units' | 'findings'>,
  policy: Policy,
): Evaluation {
  const key = units.find((unit) => unit.file === file)?.key;
  const files = units.flatMap((unit) => (unit.key === key && unit.file !== null ? [unit.file] : []));
  const lines = findings
    .filter((one) => !isOfRegister(one, policy))
    .flatMap((one) => {
      const own = one.places.filter((place) => place.file === file);
      const places = own.length > 0 ? own : one.places.filter((place) => files.includes(place.file));
      return places.map(({ sheet, address }) => ({ one, at: { sheet, address } }));
    });
  const found = lines.map(({ one, at }): Finding => {
    const alike = lines
      .map((line) => line.one)
      .filter(({ rule, severity }) => rule === one.rule && severity === one.severity);
    const all = (text: (of: RollupFinding) => string) => [...new Set(alike.map(text))].join('');
    return {
      key: '',
      rule: one.rule,
      severity: one.severity,
      table: null,
      field: null,
      at,
      value: null,
      shown: null,
      message: all(({ message }) => message),
      fix: all(({ fix }) => fix),
      related: [],
    };
  });
  const cells = new Set<string>();
  const once = found.filter(({ rule, severity, at }) => {
    const cell = [rule, severity, at.sheet, at.address].join('｜');
    return cells.size < cells.add(cell).size;
  });
  const titled = policy.rules.filter(
    ({ id }) => once.some(({ rule }) => rule === id) && !evaluation.rules.some((rule) => rule.id === id),
  );
  return {
    ...evaluation,
    findings: [...evaluation.findings, ...once],
    rules: [...evaluation.rules, ...titled.map(({ id, title, relation }) => ({ id, title, relation }))],
  };
}

export const isWrong = ({ evaluation }: Pick<Filed, 'evaluation'>): boolean =>
  evaluation.findings.some(({ severity }) => severity === 'error');

export const wrongNames = ({ filed }: Truth): readonly string[] => filed.filter(isWrong).map(({ name }) => name);

/** Whose figure counts a row that stands in another workbook too. */
export function doubledNames({ id }: Pick<IndicatorDef, 'id'>, { filed, rollup, policy }: Truth): readonly string[] {
  const errors = rollup.findings.filter((one) => one.severity === 'error' && testsOf(one, policy).includes('shared'));
  return filed.flatMap(({ name, file, evaluation }) => {
    const counted = evaluation.indicators
      .filter((one) => one.id === id && one.basis === undefined)
      .flatMap(({ evidence }) => evidence.filter(({ role }) => role === 'numerator' || role === 'denominator'));
    const rows = new Set(counted.flatMap(({ sheet, address }) => rowsIn(address).map((row) => `${sheet} ${row}`)));
    const isIn = errors.some(({ places }) =>
      places.some(
        (place) => place.file === file && rowsIn(place.address).some((row) => rows.has(`${place.sheet} ${row}`)),
      ),
    );
    return isIn ? [name] : [];
  });
}

/** B4:B12 is of the rows from 4 to 12. */
function rowsIn(address: string): readonly number[] {
  const [from = 0, to = from] = address.split(':').map((cell) => Number(cell.replace(/\D/g, '')));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
