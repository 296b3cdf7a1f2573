/** Papers with one thing wrong: a number, a unit, an indicator, or a word that carries the meaning. */
import { nameOf, type Truth } from './facts.ts';
import { isTable, type Paper } from './word.ts';

export interface Mutant {
  readonly paper: Paper;
  readonly was: string;
  readonly is: string;
}

/** Every `stride`th of all that can be made. */
export function mutantsOf(paper: Paper, truth: Truth, stride: number): readonly Mutant[] {
  const words = wordsOf(truth);
  const all: Mutant[] = [];
  let count = 0;
  const take = (was: string, put: (text: string) => Paper) => {
    for (const text of textsFrom(was, words)) {
      count++;
      if (count % stride === 0) all.push({ paper: put(text), was, is: text });
    }
  };
  paper.parts.forEach((part, at) => {
    const instead = (other: typeof part): Paper => ({ ...paper, parts: replaced(paper.parts, at, other) });
    if (!isTable(part)) take(part.text, (text) => instead({ ...part, text }));
    else
      part.rows.forEach((row, line) => {
        row.forEach((cell, column) => {
          const rowWith = (text: string) => replaced(row, column, { ...cell, text });
          take(cell.text, (text) => instead({ rows: replaced(part.rows, line, rowWith(text)) }));
        });
      });
  });
  return all;
}

const replaced = <One>(all: readonly One[], at: number, by: One): readonly One[] =>
  all.map((one, index) => (index === at ? by : one));

type Words = readonly (readonly string[])[];

function* textsFrom(text: string, names: Words): Generator<string> {
  for (const { 0: run, index } of text.matchAll(/\d+/g))
    yield text.slice(0, index) + String(Number(run) + 1) + text.slice(index + run.length);
  for (const [one, other] of turned) {
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length))
      yield text.slice(0, at) + other + text.slice(at + one.length);
  }
  for (const list of names) {
    // A list that is cut off may name any of those that are meant.
    const found = /等\d+个单位/.test(text) ? [] : list.filter((name) => text.includes(name));
    for (const name of found) {
      const other = list.find((one) => !text.includes(one) && !one.includes(name) && !name.includes(one));
      if (other) yield text.replace(name, other);
    }
  }
}

/** Units and indicators by name. */
function wordsOf({ rollup, policy }: Truth): Words {
  const units = [...new Set(rollup.units.map(({ unit }) => nameOf(unit, policy)))];
  return [units.filter((name) => name.length > 4), policy.indicators.map(({ name }) => name)];
}

/** What a verdict, a direction or a demand is turned into. */
const turned: readonly (readonly [string, string])[] = [
  ['未达标', '达标'],
  ['达标', '未达标'],
  ['没有达到', '达到'],
  ['达到', '没有达到'],
  ['提高', '下降'],
  ['下降', '提高'],
  ['增加', '减少'],
  ['减少', '增加'],
  ['按期', '逾期'],
  ['逾期', '按期'],
  ['进展正常', '进展滞后'],
  ['进展滞后', '进展正常'],
  ['待核实', '缺数据'],
  ['缺数据', '待核实'],
  ['未到期', '缺数据'],
  ['未报送', '计入'],
  ['没有', '都有'],
  ['不', ''],
  ['都', ''],
  ['已', '未'],
  ['✓', '✗'],
  ['✗', '✓'],
  ['→', '↓'],
  ['中期', '终期'],
  ['终期', '中期'],
  ['数据问题', '指标问题'],
  ['指标问题', '数据问题'],
  ['材料问题', '数据问题'],
  ['核实', '整改'],
  ['差', '超'],
  ['首位', '末位'],
  ['建议', '决定'],
  ['个百分点', '%'],
  ['人', '户'],
];
