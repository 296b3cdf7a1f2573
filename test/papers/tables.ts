/** Tables of the reports and their annexes: every cell is found in the evaluations, and no line is missing. */
import type { Evaluation, Finding, Indicator } from '../../shared/model.ts';
import { changesIn } from './changes.ts';
import {
  aimText,
  dayText,
  entryIn,
  type Filed,
  figureText,
  isLater,
  judgedIn,
  missingIn,
  nameOf,
  points,
  shortBy,
  type Truth,
  tallyOf,
} from './facts.ts';
import type { WordTable } from './word.ts';
import { type Doubts, defNamed, issueWords } from './words.ts';

type Row = Readonly<Record<string, string>>;

/** By its headings a table is known; `told` takes the kinds that were read. */
export function tableDoubts(table: WordTable, truth: Truth, told: Set<string>): Doubts {
  const [head = [], ...lines] = table.rows.map((row) => row.map(({ text }) => text));
  const kind = kinds.find(({ headings }) => headings.every((one) => head.includes(one)));
  if (!kind) return [`不认识的表：${head.join('、')}`];
  told.add(kind.name);
  for (const heading of head) told.add(`column ${defNamed(heading, truth)?.id}`);
  if (lines.length === 1 && lines[0]!.length === 1) return kind.check([], truth, head, lines[0]![0]!);
  const isWhole = ({ length }: readonly string[]) => length === head.length || (kind.across && length === 1);
  const ragged = lines.filter((line) => !isWhole(line)).map((line) => `缺格：${line.join('｜')}`);
  const rows = lines.map((line): Row => Object.fromEntries(head.map((heading, at) => [heading, line[at] ?? ''])));
  return [
    ...ragged,
    ...lines.flatMap((line) => (line.includes('') ? [`空格：${line.join('｜')}`] : [])),
    ...kind.check(rows, truth, head, null),
  ];
}

interface Kind {
  readonly name: string;
  readonly headings: readonly string[];
  /** Lines may hold one text that is of those below it. */
  readonly across?: true;
  /** `empty` is what stands there instead of lines. */
  readonly check: (rows: readonly Row[], truth: Truth, head: readonly string[], empty: string | null) => Doubts;
}

const kinds: readonly Kind[] = [
  {
    name: '问题清单',
    headings: ['单位', '类别', '问题', '依据', '现值', '目标', '差距', '要求'],
    check: problemDoubts,
  },
  { name: '数据来源', headings: ['指标', '数', '目标', '工作表和单元格'], across: true, check: sourceDoubts },
  { name: '数据质量', headings: ['单位', '强制', '核实', '提示', '报送情况'], check: qualityDoubts },
  {
    name: '总体目标',
    headings: ['总体目标', '目标值', '应评单位（个）', '达标', '未达标', '待核实', '缺数据'],
    check: goalDoubts,
  },
  { name: '前后对比', headings: ['指标', '可比单位（个）', '起点', '起点数', '终期数', '变化'], check: changeDoubts },
  { name: '整改情况', headings: ['单位', '问题', ...Object.values(issueWords)], check: issueDoubts },
  { name: '评分表', headings: ['城乡', '名次', '单位', '得分', '等级'], check: scoreDoubts },
  { name: '报送情况', headings: ['单位', '报送情况'], check: reportedDoubts },
  { name: '指标完成情况', headings: ['县区', '单位'], check: annexDoubts },
  { name: '总体目标，按单位', headings: ['单位'], check: matrixDoubts },
];

const wrong = (said: string | undefined, wanted: string, row: Row | string): Doubts =>
  said === wanted ? [] : [`“${said}”应为“${wanted}”：${typeof row === 'string' ? row : Object.values(row).join('｜')}`];

/** By its county and the least of its name that no other unit has, each unit is known. */
function annexDoubts(rows: readonly Row[], truth: Truth, head: readonly string[]): Doubts {
  const known = rows.map((row) => ({ row, names: namesFor(row, truth) }));
  return [
    ...known.flatMap(({ row, names }) =>
      names.length === 1 ? [] : [`“${row.县区}｜${row.单位}”是${names.length}个单位`],
    ),
    ...matrixDoubts(
      known.map(({ row: { 县区: _, ...row }, names }) => ({ ...row, 单位: names[0] ?? '' })),
      truth,
      head.filter((heading) => heading !== '县区'),
    ),
  ];
}

function namesFor(row: Row, { rollup, policy }: Truth): readonly string[] {
  const units = rollup.units.filter(({ state }) => state === 'reported' || state === 'missing');
  const namesake = units.filter(({ unit }) => unit.community === row.单位).length;
  return units.flatMap(({ unit }) => {
    const county = nameOf({ ...unit, street: null, community: null }, policy);
    const place = [unit.street ?? '', unit.community ?? ''].join('') || '—';
    const isMeant = place === row.单位 || (namesake === 1 && unit.community === row.单位);
    return isMeant && county === row.县区 ? [nameOf(unit, policy)] : [];
  });
}

function matrixDoubts(rows: readonly Row[], truth: Truth, head: readonly string[]): Doubts {
  const units = truth.filed;
  const wanted = [...units.map(({ name }) => name), ...missingIn(truth)];
  const cells = rows.flatMap((row) => {
    const unit = units.find(({ name }) => name === row.单位);
    return head.slice(1).flatMap((heading) => {
      const def = defNamed(heading, truth);
      if (!def) return [`没有“${heading}”这项指标`];
      if (!unit) return wrong(row[heading], '未报送', `${row.单位}｜${heading}`);
      const entry = entryIn(unit.evaluation, def.id);
      const [long, short] = matrixTexts(entry, truth);
      return row[heading] === short ? [] : wrong(row[heading], long, `${row.单位}｜${heading}`);
    });
  });
  return [
    ...sameLines(
      rows.map(({ 单位 }) => 单位!),
      wanted,
    ),
    ...cells,
  ];
}

const signs = {
  met: '✓达标',
  unmet: '✗未达标',
  on_track: '→进行中',
  behind: '↓滞后',
  to_verify: '?待核实',
  missing: '–缺数据',
  reference: '·参考',
} as const;

/** With its counts and the verdict in words; and short, with a sign for the word. */
function matrixTexts(entry: Indicator | undefined, truth: Truth): readonly [long: string, short: string] {
  if (!entry || entry.verdict === 'not_applicable') return ['不适用', '不适用'];
  const sign =
    entry.verdict === 'missing' && entry.target && isLater({ target: entry.target }, truth)
      ? '–未到期'
      : signs[entry.verdict];
  const isPlain = entry.numerator === null || entry.spoken?.kind === 'step' || entry.spoken?.kind === 'title';
  if (isPlain) return [sign, sign];
  const figure = figureText(entry);
  const rate = figure.replace(/^([\d.]+%(?:～[\d.]+%)?)（.*）$/, '$1');
  return [`${sign}　${figure}`, `${rate}${sign[0]}`];
}

function reportedDoubts(rows: readonly Row[], truth: Truth): Doubts {
  return sameLines(
    rows.map((row) => `${row.单位}｜${row.报送情况}`),
    [...truth.filed.map(({ name }) => `${name}｜计入`), ...missingIn(truth).map((name) => `${name}｜未报送`)],
  );
}

/** Lines as they are wanted, none more, none less, in whatever order. */
function sameLines(said: readonly string[], wanted: readonly string[]): Doubts {
  const left = [...said];
  const less = wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...less.map((one) => `少了一行：${one}`), ...left.map((one) => `多了一行：${one}`)];
}

function qualityDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const units = truth.filed;
  const missing = missingIn(truth);
  return [
    ...sameLines(
      rows.map(({ 单位 }) => 单位!),
      [...units.map(({ name }) => name), ...missing],
    ),
    ...rows.flatMap((row) => {
      const unit = units.find(({ name }) => name === row.单位);
      const count = (severity: Finding['severity']) =>
        unit ? String(unit.evaluation.findings.filter((one) => one.severity === severity).length) : '—';
      return [
        ...wrong(row.强制, count('error'), row),
        ...wrong(row.核实, count('warning'), row),
        ...wrong(row.提示, count('note'), row),
        ...wrong(row.报送情况, unit ? '计入' : '未报送', row),
      ];
    }),
  ];
}

function goalDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const goals = judgedIn(truth).filter(({ id }) => truth.policy.goals.includes(id));
  return [
    ...sameLines(
      rows.map(({ 总体目标 }) => 总体目标!),
      goals.map(({ name }) => name),
    ),
    ...rows.flatMap((row) => {
      const def = defNamed(row.总体目标!, truth);
      if (!def) return [];
      const { applicable, met, on_track, behind, unmet, to_verify, missing } = tallyOf(def.id, truth);
      const open =
        row.进展 === undefined ? (on_track + behind === 0 ? undefined : '') : `正常${on_track}，滞后${behind}`;
      return [
        ...wrong(row.目标值, aimText(def.target), row),
        ...wrong(row['应评单位（个）'], String(applicable), row),
        ...wrong(row.达标, String(met), row),
        ...wrong(row.进展 ?? '', open ?? '', row),
        ...wrong(row.未达标, String(unmet), row),
        ...wrong(row.待核实, String(to_verify), row),
        ...wrong(row.缺数据, String(missing), row),
      ];
    }),
  ];
}

function changeDoubts(rows: readonly Row[], truth: Truth): Doubts {
  return sameLines(
    rows.map((row) => Object.values(row).join('｜')),
    changesIn(truth).map(({ name, units, from, before, after, moved }) =>
      [name, units, from, before, after, moved].join('｜'),
    ),
  );
}

function issueDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const { issues, units } = truth.rollup;
  const nameOfKey = (key: string) => {
    const unit = units.find((one) => one.key === key);
    return unit ? nameOf(unit.unit, truth.policy) : key;
  };
  return sameLines(
    rows.map((row) => Object.values(row).join('｜')),
    issues
      .filter(({ sent }) => sent > 0)
      .map(({ key, sent, closed, late, open, unanswered }) =>
        [nameOfKey(key), sent, closed, late, open, unanswered].join('｜'),
      ),
  );
}

function scoreDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const { ranking, units } = truth.rollup;
  const names = new Map(truth.filed.map(({ key, name }) => [key, name]));
  const kinds = { urban: '城市社区', rural: '农村社区', unknown: '城乡未定' };
  const line = (row: readonly string[]) => row.join('｜');
  return sameLines(
    rows.map(({ 城乡, 名次, 单位, 得分, 等级 }) => line([城乡!, 名次!, 单位!, 得分!, 等级!])),
    ranking.map(({ urbanRural, rank, key, score, grade }) =>
      line([kinds[urbanRural], String(rank), names.get(key) ?? key, score.toFixed(2), grade ?? '待定']),
    ),
  ).concat(units.length === 0 ? ['没有单位'] : []);
}

/** The unit and its file stand across, above what comes from it. */
function sourceDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const wanted = truth.filed.flatMap(({ name, file, evaluation }) => {
    const lines = judgedIn(truth).flatMap(({ id }) => {
      const entry = entryIn(evaluation, id);
      if (!entry || entry.numerator === null || entry.evidence.length === 0) return [];
      return [[entry.name, figureText(entry), aimOf(entry), cellsOf(entry)].join('｜')];
    });
    return lines.map((line) => `${name}：${file}｜${line}`);
  });
  let above = '';
  const told = rows.flatMap((row) => {
    if (row.数 !== '') return [[above, row.指标, row.数, row.目标, row.工作表和单元格].join('｜')];
    above = row.指标!;
    return [];
  });
  return sameLines(told, wanted);
}

/** Each sheet once, with its cells. */
function cellsOf({ evidence }: Indicator): string {
  const sheets = [...new Set(evidence.map(({ sheet }) => sheet))];
  const of = (wanted: string) => evidence.filter(({ sheet }) => sheet === wanted).map(({ address }) => address);
  return sheets.map((sheet) => `${sheet}!${[...new Set(of(sheet))].join('、')}`).join('；');
}

const operators = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '' } as const;

function aimOf({ target, spoken, basis }: Indicator): string {
  if (!target || target.binding === 'information' || basis !== undefined || spoken?.kind === 'title') return '';
  return spoken?.kind === 'step' ? `应${spoken.deed}` : operators[target.op] + aimText(target);
}

const severities = { error: '数据问题', warning: '材料问题' } as const;

/** Lines of one unit: of findings, of what is not reached or open, of what is lacking. */
function problemDoubts(rows: readonly Row[], truth: Truth, _head: readonly string[], empty: string | null): Doubts {
  const wanted = truth.filed.flatMap((unit) => linesOf(unit, truth));
  const left = [...wanted];
  const doubts = rows.flatMap((row) => {
    const at = left.findIndex(
      (one) =>
        one.单位 === row.单位 &&
        one.类别 === row.类别 &&
        one.问题.test(row.问题!) &&
        one.现值 === row.现值 &&
        one.目标 === row.目标 &&
        one.差距 === row.差距 &&
        one.要求.test(row.要求!),
    );
    if (at < 0) return [`没有这个问题：${Object.values(row).join('｜')}`];
    left.splice(at, 1);
    return [];
  });
  return [
    ...doubts,
    ...left.map((one) => `少了一个问题：${one.单位}｜${one.类别}｜${one.问题.source}`),
    ...(empty !== null && empty !== '没有发现问题。' ? [`不认识的句子：${empty}`] : []),
  ];
}

export interface Line {
  readonly 单位: string;
  readonly 类别: string;
  readonly 问题: RegExp;
  readonly 现值: string;
  readonly 目标: string;
  readonly 差距: string;
  readonly 要求: RegExp;
}

const exactly = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const none = { 现值: '—', 目标: '—', 差距: '—' } as const;

/** Problems of a unit, as the list has to have them. */
export function linesOf({ name, evaluation }: Filed, truth: Truth): readonly Line[] {
  return [
    ...findingLines(name, evaluation),
    ...evaluation.indicators
      .filter(({ verdict, basis }) => basis === undefined && (verdict === 'unmet' || verdict === 'to_verify'))
      .map((entry) => indicatorLine(name, entry)),
    ...lackingLines(name, evaluation, truth),
  ];
}

function findingLines(name: string, { findings }: Evaluation): readonly Line[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, severity, at, field } = finding;
    const like = [rule, severity, at.sheet, field ?? ''].join('｜');
    groups.set(like, [...(groups.get(like) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group): readonly Line[] => {
    const [{ severity, rule, message, fix }] = group as [Finding];
    if (severity === 'note') return [];
    const like = group.length > 1 ? `同类${group.length}处，` : '';
    return [
      {
        ...none,
        单位: name,
        类别: rule === 'R201' && severity === 'error' ? '立即整改' : severities[severity],
        问题: new RegExp(`^${exactly(message)}${like}“${exactly(group[0]!.at.sheet)}”[A-Z]+\\d.*。$`),
        要求: new RegExp(`^${exactly(fix)}$`),
      },
    ];
  });
}

function indicatorLine(name: string, entry: Indicator): Line {
  const isUnmet = entry.verdict === 'unmet';
  return {
    单位: name,
    类别: isUnmet ? '指标问题' : '材料问题',
    问题: new RegExp(
      `^${exactly(entry.name)}${isUnmet ? '没有达到目标' : '待核实'}。${exactly(entry.reasons.join(''))}$`,
    ),
    现值: figureText(entry),
    目标: aimOf(entry) || '—',
    差距: gapOf(entry),
    要求: isUnmet ? adviceFor(entry) : /^请(?:补齐缺的数据，)?核实存疑的数据，据实改填后重新检查。$/,
  };
}

/** The policy's own words, or words that hold no figure but the day when it is due. */
function adviceFor({ advice, target }: Indicator): RegExp {
  const due = target ? `(?:期限为${dayText(target.due)}（含）。)?` : '';
  const general = `请于${target ? dayText(target.due) : ''}（含）前[^\\d。]+。|期限已过，请尽快[^\\d。]+。|列入整改。确有遗漏的据实补报。|时限已过，请书面说明原因。`;
  return new RegExp(
    advice === undefined
      ? `^(?:${general})$`
      : `^(?:列入整改。)?${exactly(advice.replace(/。$/, ''))}。${due}(?:确有遗漏的据实补报。)?$`,
  );
}

/** From the lower bound to the upper, as both stand against the target. */
function gapOf(entry: Indicator): string {
  const { gap, spoken, target, numerator, denominator } = entry;
  if (!gap) return '—';
  if (gap.unit === '天') return `逾期${gap.amount}天`;
  if (spoken?.kind === 'step' || spoken?.kind === 'title' || !target || numerator === null) return '—';
  const ends = [
    [entry.lower ?? numerator, entry.lowerDenominator ?? denominator],
    [entry.upper ?? numerator, entry.upperDenominator ?? denominator],
  ] as const;
  const range = (values: readonly string[]) => {
    const [least, most] = [...values].sort((a, b) => Number(a) - Number(b)) as [string, string];
    return least === most ? most : `${Number(least) === 0 ? 0 : least}～${most}`;
  };
  const amounts = ends.map(([part, whole]) => String(shortBy({ part, whole: whole ?? 1 }, target)));
  const amount = range(gap.amountMin === undefined ? amounts : [String(gap.amountMin), String(gap.amount)]) + gap.unit;
  if (gap.percentagePoints === undefined) return amount;
  return `${range(ends.map(([part, whole]) => points(part, whole ?? 1, target)))}个百分点、${amount}`;
}

function lackingLines(name: string, evaluation: Evaluation, truth: Truth): readonly Line[] {
  const groups = new Map<string, string[]>();
  for (const entry of evaluation.indicators) {
    const { verdict, basis, target, reasons } = entry;
    if (verdict !== 'missing' || basis !== undefined || !target) continue;
    if (target.binding === 'information' || isLater({ target }, truth)) continue;
    groups.set(reasons[0] ?? '', [...(groups.get(reasons[0] ?? '') ?? []), entry.name]);
  }
  return [...groups].map(([reason, names]) => ({
    单位: name,
    类别: '材料问题',
    问题: new RegExp(`^${exactly(reason)}缺数据的指标${names.length}项：${exactly(names.join('、'))}。$`),
    ...none,
    现值: '缺数据',
    要求: /^(?:补齐有关数据后重新检查|(?:请补填或补报有关表格；)?(?:没有做到的填“否”，?)?(?:确实没有的填0，空白和“\/”不作0计|，?空白不作“否”计)?)。$/,
  }));
}
