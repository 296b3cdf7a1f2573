/** Tables of the reports and their annexes: every cell is found in the evaluations, and no line is missing. */
import type { Finding, Indicator, IndicatorDef } from '../../shared/model.ts';
import { changesIn } from './changes.ts';
import { aimText, entryIn, figureText, isLater, judgedIn, missingIn, nameOf, type Truth, tallyOf } from './facts.ts';
import { leftOutOf } from './left-out.ts';
import { aimOf, columns, lineDoubts, linesOf } from './lines.ts';
import { isHidden } from './public.ts';
import { returnedRows, stateWords } from './returned.ts';
import { unclosedHeadings, unclosedRows } from './unclosed.ts';
import type { WordTable } from './word.ts';
import { type Doubts, defNamed, type Reading, under } from './words.ts';

type Row = Readonly<Record<string, string>>;

/** By its headings a table is known. `caption` stands above it; null for none. */
export function tableDoubts(table: WordTable, caption: string | null, reading: Reading): Doubts {
  const { truth, told } = reading;
  const [head = [], ...lines] = table.rows.map((row) => row.map(({ text }) => text));
  const kind = kinds.find(({ headings }) => headings.every((one) => head.includes(one)));
  if (!kind) return [`不认识的表：${head.join('、')}`];
  told.add(kind.name);
  const above = typeof kind.caption === 'function' ? kind.caption(truth) : (kind.caption ?? null);
  const place = [
    ...under(reading, kind.under),
    ...(caption === above ? [] : [`表的题注应为“${above ?? ''}”：${caption ?? ''}`]),
    ...(new Set(head).size < head.length ? [`两栏同名：${head.join('、')}`] : []),
    ...(truth.isPublic && kind.isInside ? [`公开的不附“${kind.name}”`] : []),
  ];
  for (const heading of head) {
    const id = defNamed(heading, truth)?.id;
    told.add(`column ${id}`);
    if (kind.name === '指标完成情况') told.add(`in a table ${id}`);
  }
  if (lines.length === 1 && lines[0]!.length === 1) return [...place, ...kind.check([], truth, head, lines[0]![0]!)];
  const isWhole = ({ length }: readonly string[]) => length === head.length || (kind.across && length === 1);
  const ragged = lines.filter((line) => !isWhole(line)).map((line) => `缺格：${line.join('｜')}`);
  const rows = lines.map((line): Row => Object.fromEntries(head.map((heading, at) => [heading, line[at] ?? ''])));
  return [
    ...place,
    ...ragged,
    ...lines.flatMap((line) => (line.includes('') ? [`空格：${line.join('｜')}`] : [])),
    ...kind.check(rows, truth, head, null),
  ];
}

interface Kind {
  readonly name: string;
  readonly headings: readonly string[];
  readonly under: RegExp;
  readonly caption?: string | ((truth: Truth) => string);
  /** Not for the public. */
  readonly isInside?: true;
  /** Lines may hold one text that is of those below it. */
  readonly across?: true;
  /** `empty` is what stands there instead of lines. */
  readonly check: (rows: readonly Row[], truth: Truth, head: readonly string[], empty: string | null) => Doubts;
}

const kinds: readonly Kind[] = [
  {
    name: '问题清单',
    headings: ['单位', '类别', '问题', '依据', '现值', '目标', '差距', '要求'],
    under: /^附件\/各单位问题清单$/,
    isInside: true,
    check: problemDoubts,
  },
  {
    name: '数据来源',
    headings: ['指标', '数', '目标', '工作表和单元格'],
    under: /^附件\/数据来源$/,
    isInside: true,
    across: true,
    check: sourceDoubts,
  },
  {
    name: '数据质量',
    headings: ['单位', '强制', '核实', '提示', '报送情况'],
    under: /^附件\/数据质量说明$/,
    isInside: true,
    check: qualityDoubts,
  },
  {
    name: '没有计入的文件',
    headings: ['文件', '单位', '没有计入的原因'],
    under: /^附件\/数据质量说明$/,
    caption: ({ rollup, ...truth }) => {
      const isApart = leftOutOf({ rollup, ...truth }).some(({ line }) => line === null);
      return `没有计入的文件${isApart ? `（不含${rollup.mode === 'midterm' ? '终期' : '中期'}评估的）` : ''}`;
    },
    isInside: true,
    check: leftOutDoubts,
  },
  {
    name: '总体目标',
    headings: ['总体目标', '目标值', '应评单位（个）', '达标', '未达标', '待核实', '缺数据'],
    under: /^目标任务完成情况\/$/,
    caption: '总体目标完成情况',
    check: goalDoubts,
  },
  {
    name: '前后对比',
    headings: ['指标', '可比单位（个）', '起点', '起点数', '终期数', '变化'],
    under: /\/前后对比$/,
    caption: '前后对比（只计两次都有数的单位）',
    check: changeDoubts,
  },
  {
    name: '整改情况',
    headings: ['单位', '问题', ...Object.values(stateWords)],
    under: /\/整改情况$/,
    caption: '各单位整改情况（个）',
    isInside: true,
    check: issueDoubts,
  },
  {
    name: '销号情况',
    headings: unclosedHeadings,
    under: /^附件\/问题销号情况表$/,
    isInside: true,
    check: unclosedDoubts,
  },
  { name: '评分表', headings: ['城乡', '单位', '等级'], under: /^附件\/评分表$/, check: scoreDoubts },
  { name: '报送情况', headings: ['单位', '报送情况'], under: /^附件\/指标完成情况表$/, check: reportedDoubts },
  { name: '指标完成情况', headings: ['县区', '单位'], under: /^附件\/指标完成情况表$/, check: annexDoubts },
  { name: '资金', headings: ['单位', '专项资金'], under: /^附件\/资金使用情况$/, check: matrixDoubts },
  {
    name: '总体目标，按单位',
    headings: ['单位'],
    under: /^总体进展\/$/,
    caption: '各单位总体目标完成情况',
    check: matrixDoubts,
  },
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
      const [long, short] = matrixTexts(entry, def, truth);
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

/** With its counts and the verdict in words; and short, with a sign for the word, which is told above. */
function matrixTexts(
  entry: Indicator | undefined,
  def: IndicatorDef,
  truth: Truth,
): readonly [long: string, short: string] {
  if (!entry || entry.verdict === 'not_applicable') return ['不适用', '不适用'];
  const sign =
    entry.verdict === 'missing' && entry.target && isLater({ target: entry.target }, truth)
      ? '–未到期'
      : signs[entry.verdict];
  const isPlain =
    isHidden(def, truth) || entry.numerator === null || entry.spoken?.kind === 'step' || entry.spoken?.kind === 'title';
  // What is not known stands in words.
  if (isPlain) return [sign, sign.startsWith('–') ? sign.slice(1) : sign[0]!];
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
  const told = rows.map(({ 总体目标 }) => 总体目标!);
  return [
    ...sameLines(
      told,
      goals.flatMap((def) => (isHidden(def, truth) && !told.includes(def.name) ? [] : [def.name])),
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
  const said = rows.map((row) => Object.values(row).join('｜'));
  const wanted = changesIn(truth).map(({ name, units, from, before, after, moved }) =>
    [name, units, from, before, after, moved].join('｜'),
  );
  const isKept = (line: string) => {
    const def = defNamed(line.split('｜')[0]!, truth);
    return def !== undefined && isHidden(def, truth);
  };
  return sameLines(
    said,
    wanted.filter((line) => said.includes(line) || !isKept(line)),
  );
}

function issueDoubts(rows: readonly Row[], truth: Truth): Doubts {
  return sameLines(
    rows.map((row) => Object.values(row).join('｜')),
    returnedRows(truth),
  );
}

/** In their order. */
function unclosedDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const [said, wanted] = [rows.map((row) => Object.values(row).join('｜')), unclosedRows(truth)];
  const doubts = sameLines(said, wanted);
  return doubts.length > 0 || said.join() === wanted.join() ? doubts : ['问题销号情况表的次序不对'];
}

function scoreDoubts(rows: readonly Row[], truth: Truth): Doubts {
  const { ranking, units } = truth.rollup;
  const names = new Map(truth.filed.map(({ key, name }) => [key, name]));
  const kinds = { urban: '城市社区', rural: '农村社区', unknown: '城乡未定' };
  const line = (row: readonly (string | undefined)[]) => row.map((cell) => cell ?? '').join('｜');
  // In public neither rank nor points.
  const inside = (text: string) => (truth.isPublic ? '' : text);
  return sameLines(
    rows.map(({ 城乡, 名次, 单位, 得分, 等级 }) => line([城乡, 名次, 单位, 得分, 等级])),
    ranking.map(({ urbanRural, rank, key, score, grade }) =>
      line([kinds[urbanRural], inside(`${rank}`), names.get(key) ?? key, inside(score.toFixed(2)), grade ?? '待定']),
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
    // Not where it lies on somebody's machine.
    return lines.map((line) => `${name}：${file.split(/[\\/]/).at(-1)}｜${line}`);
  });
  let above = '';
  const told = rows.flatMap((row) => {
    if (row.数 !== '') return [[above, row.指标, row.数, row.目标, row.工作表和单元格].join('｜')];
    above = asFiled(row.指标!, truth);
    return [];
  });
  return sameLines(told, wanted);
}

function leftOutDoubts(rows: readonly Row[], truth: Truth): Doubts {
  return sameLines(
    rows.map((row) => [asFiled(row.文件!, truth), row.单位, row.没有计入的原因].join('｜')),
    leftOutOf(truth).flatMap(({ line }) => line ?? []),
  );
}

/** A file whose name may be somebody's is told by its place in the list of files, and by what of its name is nobody's. */
function asFiled(told: string, { rollup }: Truth): string {
  const [, head, left, place] = /^(.*：|)(.*)（“文件”表第(\d+)个）$/su.exec(told) ?? [];
  const name = rollup.units[Number(place) - 1]?.file?.split(/[\\/]/).at(-1);
  if (head === undefined || name === undefined || !left!.includes('×')) return told;
  const pieces = left!.split(/×+/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.+')}$`, 'su').test(name) ? head + name : told;
}

/** Each sheet once, with its cells. */
function cellsOf({ evidence }: Indicator): string {
  const sheets = [...new Set(evidence.map(({ sheet }) => sheet))];
  const of = (wanted: string) => evidence.filter(({ sheet }) => sheet === wanted).map(({ address }) => address);
  return sheets.map((sheet) => `${sheet}!${[...new Set(of(sheet))].join('、')}`).join('；');
}

/** Lines of one unit: of findings, of what is not reached or open, of what is lacking. */
function problemDoubts(rows: readonly Row[], truth: Truth, _head: readonly string[], empty: string | null): Doubts {
  const wanted = truth.filed.flatMap((unit) => linesOf(unit, truth));
  return [
    ...lineDoubts(rows, wanted, ['单位', ...columns]),
    ...(empty !== null && empty !== '没有发现问题。' ? [`不认识的句子：${empty}`] : []),
  ];
}
