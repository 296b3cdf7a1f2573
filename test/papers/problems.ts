/** What is wrong and whose it is; what is asked of whom, and until when. */
import type { IndicatorDef, RollupFinding } from '../../shared/model.ts';
import { causeOf, dayText, type Filed, isLater, judgedIn, missingIn, type Truth, tallyOf } from './facts.ts';
import { issueLinesOf, linesOf } from './lines.ts';
import {
  type Doubts,
  day,
  is,
  ofNamed,
  only,
  type Reading,
  type Shape,
  sameNames,
  under,
  unitsBy,
  when,
} from './words.ts';

const ruled: Readonly<Record<string, (finding: Filed['evaluation']['findings'][number]) => boolean>> = {
  的数据不符合以下要求: ({ severity, rule }) => severity === 'error' && rule !== 'R201',
  须核实并写明核实说明的事项: ({ severity }) => severity === 'warning',
  '违反以下规定，须立即整改': ({ severity, rule }) => severity === 'error' && rule === 'R201',
};

const standing: Readonly<Record<string, 'unmet' | 'behind' | 'to_verify'>> = {
  没有达到目标: 'unmet',
  进展滞后: 'behind',
  待核实: 'to_verify',
};

/** Under which heading it stands. */
const heads: Readonly<Record<string, RegExp>> = {
  没有达到目标: /\/指标问题$/,
  进展滞后: /\/指标问题$/,
  待核实: /\/材料问题$/,
  缺数据: /\/材料问题$/,
  的数据不符合以下要求: /\/数据问题，退回修改$/,
  须核实并写明核实说明的事项: /\/核实问题$/,
  '违反以下规定，须立即整改': /\/立即整改$/,
};

const kinds: Readonly<Record<string, string>> = {
  立即整改的: '立即整改',
  数据问题: '数据问题',
  指标问题: '指标问题',
  材料问题: '材料问题',
};

export const problemShapes: readonly Shape[] = [
  [
    /^(?<words>没有达到目标|进展滞后|待核实|缺数据)的指标：(?<counts>.+)$/,
    ({ words, counts }, reading) => {
      const { truth, told } = reading;
      const verdict = standing[words!] ?? 'missing';
      return [
        ...under(reading, heads[words!]!),
        ...countsDoubts(counts!, truth, (def) => {
          told.add(`${verdict} ${def.id}`);
          return tallyOf(def.id, truth)[verdict];
        }),
      ];
    },
  ],
  [
    /^有关单位(?<words>的数据不符合以下要求|须核实并写明核实说明的事项|违反以下规定，须立即整改)：(?<titles>“.+）)$/,
    ({ words, titles }, reading) => {
      const { truth, told } = reading;
      const parts = [...titles!.matchAll(/“([^”]+)”（(\d+)个单位）(?:、|$)/g)];
      return [
        ...under(reading, heads[words!]!),
        ...only(!truth.isPublic, '公开的不说'),
        ...only(parts.map(([whole]) => whole).join('') === titles, '不认识的列举'),
        ...parts.flatMap(([, title, count]) => {
          told.add(`${words} ${title}`);
          const units = brokenIn(truth).filter((one) => one.words === words && one.title === title);
          return is(count, new Set(units.map(({ unit }) => unit)).size, `“${title}”的单位数`);
        }),
      ];
    },
  ],
  [
    /^已报送的单位共有需要整改的问题(?<all>\d+)个，涉及(?<units>\d+)个单位，其中(?<parts>.+)，逐条见附件“各单位问题清单”$/,
    ({ all, units, parts }, reading) => {
      const { truth, told } = reading;
      told.add('counts');
      const lines = truth.filed.flatMap((unit) => issueLinesOf(unit, truth));
      const said = parts!.split('，').map((part) => /^(\D+)(\d+)个$/.exec(part) ?? []);
      const sum = said.reduce((total, [, , count]) => total + Number(count), 0);
      return [
        ...under(reading, /^存在问题(?:与原因)?\/$/),
        ...only(!truth.isPublic, '公开的没有清单'),
        ...only(new Set(said.map(([, kind]) => kind)).size === said.length, '类别说了两遍'),
        ...is(all, lines.length, '问题'),
        ...is(units, new Set(lines.map(({ 单位 }) => 单位)).size, '单位'),
        ...only(sum === lines.length, '各类加起来不对'),
        ...said.flatMap(([, kind, count]) =>
          is(count, lines.filter(({ 类别 }) => 类别 === kinds[kind ?? '']).length, kind ?? '类别'),
        ),
      ];
    },
  ],
  [
    /^(?:另有|(?<none>已报送的单位没有需要整改的问题；有))核实性问题(?<count>\d+)处，不在需要整改的问题之内，须逐个写核实说明$/,
    ({ none, count }, reading) => {
      const { truth, told } = reading;
      told.add('asked');
      const warnings = truth.filed.flatMap(({ evaluation }) =>
        evaluation.findings.filter(({ severity }) => severity === 'warning'),
      );
      return [
        ...under(reading, /^存在问题(?:与原因)?\/$/),
        ...only(!truth.isPublic, '公开的没有清单'),
        ...when(
          none,
          truth.filed.every((unit) => issueLinesOf(unit, truth).length === 0),
          '没有需要整改的',
        ),
        ...is(count, warnings.length, '核实性问题'),
      ];
    },
  ],
  [
    /^没有报送的单位：(?<names>.+)$/,
    ({ names }, reading) => {
      reading.told.add('missing again');
      return [...under(reading, /\/未报送$/), ...sameNames(names!, missingIn(reading.truth), '没有报送的')];
    },
  ],
  [
    /^(?<names>.+?)(?<words>没有达到目标|进展滞后|待核实)的指标：(?<indicators>.+)$/,
    ({ names, words, indicators }, reading) => {
      const { truth, told } = reading;
      const each = indicators!.split('、').flatMap((name) =>
        ofNamed(name, truth, ({ id }) => {
          const verdict = standing[words!]!;
          told.add(`${verdict} ${id}`);
          return sameNames(names!, unitsBy(id, verdict, truth), `${name}${words}的`);
        }),
      );
      return [...under(reading, heads[words!]!), ...each];
    },
  ],
  [
    /^(?<names>.+?)(?<words>的数据不符合以下要求|须核实并写明核实说明的事项|违反以下规定，须立即整改)：(?<titles>“.+”)$/,
    ({ names, words, titles }, reading) => {
      const { truth, told } = reading;
      const parts = [...titles!.matchAll(/“([^”]+)”/g)];
      return [
        ...under(reading, heads[words!]!),
        ...only(!truth.isPublic, '公开的不说'),
        ...only(parts.map(([whole]) => whole).join('') === titles, '不认识的列举'),
        ...parts.flatMap(([, title]) => {
          told.add(`${words} ${title}`);
          const units = brokenIn(truth)
            .filter((one) => one.words === words && one.title === title)
            .map(({ unit }) => unit);
          return sameNames(names!, [...new Set(units)], `不符合“${title}”的`);
        }),
      ];
    },
  ],
  [
    /^(?<names>.+?)(?<each>各)?有(?<count>\d+)项指标缺数据：(?<lacked>.+?)(?<cut>等)?$/,
    ({ names, each, count, lacked, cut }, reading) => {
      const { truth, told } = reading;
      const first = truth.filed.find(({ name }) => name === names!.replace(/等\d+个单位$/, '').split('、')[0]);
      if (!first) return [`没有这个单位`];
      const wanted = lackedBy(first.evaluation, truth);
      const alike = truth.filed.filter(({ evaluation }) => lackedBy(evaluation, truth).join() === wanted.join());
      for (const { name } of alike) told.add(`lacking ${name}`);
      const said = lacked!.split('、');
      return [
        ...under(reading, heads.缺数据!),
        ...only(new Set(said).size === said.length, '指标说了两遍'),
        ...when(each, alike.length > 1, '各'),
        ...is(count, wanted.length, '项数'),
        ...sameNames(
          names!,
          alike.map(({ name }) => name),
          '同样缺数据的',
        ),
        ...only(
          said.every((one) => wanted.includes(one)) &&
            (cut ? said.length < wanted.length : said.length === wanted.length),
          '缺数据的指标',
        ),
      ];
    },
  ],
  [
    /^没有可以核对的工作簿，问题没有核对$/,
    (_, reading) => [...under(reading, /^存在问题/), ...only(reading.truth.filed.length === 0, '有工作簿')],
  ],
  [
    /^有数据方面的问题，已请有关单位改正或者说明，公开版不列$/,
    (_, reading) => {
      const { truth } = reading;
      const isAny = truth.filed.some((unit) => linesOf(unit, truth).length > 0);
      return [...under(reading, /^存在问题/), ...only(truth.isPublic && isAny, '没有不列的问题')];
    },
  ],
  [
    /^没有发现需要整改的问题$/,
    (_, reading) => {
      const { truth, path } = reading;
      const isNone = truth.filed.every((unit) => linesOf(unit, truth).length === 0);
      return [
        ...only(
          truth.filed.length > 0 && missingIn(truth).length === 0 && acrossIn(truth).length === 0 && isNone,
          '有问题',
        ),
        ...only(/^存在问题/.test(path), '写错了地方'),
      ];
    },
  ],
  [
    /^报送的数据(?:写明原因的，列入(?<annex>附件“各单位问题清单”)；没有写明的|没有写明原因的)，本报告不作推断$/,
    ({ annex }, reading) => [
      ...under(reading, /\/原因$/),
      ...only((annex === undefined) === reading.truth.isPublic, '附件有没有不对'),
      ...only(
        judgedIn(reading.truth).some(({ id }) => tallyOf(id, reading.truth).unmet > 0),
        '没有未达标的',
      ),
    ],
  ],
  [
    new RegExp(`^没有报送的(?<count>\\d+)个单位，(?:请于(?<until>${day})前补报|建议限期补报，补报后另行评估)$`),
    ({ count, until }, reading) => {
      const { truth, told } = reading;
      told.add('hand in');
      const isFinal = truth.rollup.mode === 'final';
      return [
        ...under(reading, isFinal ? /^下一步工作建议\/$/ : /\/补报$/),
        ...only((until === undefined) === isFinal, '补报的要求不对'),
        ...is(count, missingIn(truth).length, '没有报送的'),
        ...is(until, dayText(truth.rectifyBy), '期限'),
      ];
    },
  ],
  [
    /^(?<names>.+?)请立即整改并报告结果$/,
    ({ names }, reading) => burdenedDoubts(names!, '立即整改', undefined, reading),
  ],
  [
    new RegExp(
      `^(?<names>.+?)请逐条改正数据，(?:于(?<until>${day})前|按退回修改通知的期限)重新报送；没有改正的不能接收$`,
    ),
    ({ names, until }, reading) => {
      const { resubmitBy } = reading.truth;
      const wanted = resubmitBy === undefined ? undefined : dayText(resubmitBy);
      return [
        ...only(until === wanted, `重新报送应在${wanted}前`),
        ...burdenedDoubts(names!, '数据问题', undefined, reading),
      ];
    },
  ],
  [
    new RegExp(
      `^(?<advice>建议)?(?<names>.+?)(?:请于(?<until>${day})前)?(?<what>(?:补报缺的数据|核实存疑的数据|对核实性问题写明核实说明|，)+)$`,
    ),
    ({ advice, names, until, what }, reading) => {
      const { truth } = reading;
      const lines = truth.filed.flatMap((unit) => linesOf(unit, truth));
      const material = lines.filter(({ 类别 }) => 类别 === '材料问题');
      const wanted = [
        ...(material.some(({ 指标 }) => 指标 === '') ? ['补报缺的数据'] : []),
        ...(material.some(({ 指标 }) => 指标 !== '') ? ['核实存疑的数据'] : []),
        ...(lines.some(({ 类别 }) => 类别 === '核实问题') ? ['对核实性问题写明核实说明'] : []),
      ];
      return [
        ...only((until === undefined) === (truth.rollup.mode === 'final'), '期限该有没有'),
        ...only((advice === undefined) === (until !== undefined), '建议该有没有'),
        ...is(what, wanted.join('，'), '要求'),
        ...burdenedDoubts(names!, '材料问题或者核实问题', until, reading),
      ];
    },
  ],
  [
    /^(?<names>.+?)的数据有强制性问题没有改正，建议改正后重新报送，再作认定$/,
    ({ names }, reading) => [
      ...only(reading.truth.rollup.mode === 'final', '中期有期限'),
      ...burdenedDoubts(names!, '立即整改或者数据问题', undefined, reading),
    ],
  ],
  [
    new RegExp(`^按照(?<clause>.+?)的要求，没有达到目标的单位请于(?<until>${day})前整改到位：(?<counts>.+)$`),
    ({ clause, until, counts }, reading) => [
      ...under(reading, /\/整改指标$/),
      ...is(until, dayText(reading.truth.rectifyBy), '期限'),
      ...clauseDoubts(clause!, counts!, 'unmet', reading),
    ],
  ],
  [
    new RegExp(`^按照(?<clause>.+?)的要求，进展滞后的单位请加快进度，于(?<until>${day})前完成：(?<counts>.+)$`),
    ({ clause, until, counts }, reading) => [
      ...under(reading, /\/加快进度$/),
      ...clauseDoubts(clause!, counts!, 'behind', reading, ({ target }) => is(until, dayText(target.due), '期限')),
    ],
  ],
  [
    /^对照(?<clause>.+?)，建议将没有达到目标的单位列入后续整改：(?<counts>.+)$/,
    ({ clause, counts }, reading) => [
      ...under(reading, /^下一步工作建议\/$/),
      ...clauseDoubts(clause!, counts!, 'unmet', reading),
    ],
  ],
  [
    new RegExp(`^整改实行一个单位一份清单，请各单位于(?<until>${day})前整改到位并报送书面整改情况$`),
    ({ until }, reading) => {
      reading.told.add('demand');
      return [...under(reading, /\/报告整改情况$/), ...is(until, dayText(reading.truth.rectifyBy), '期限')];
    },
  ],
  [
    new RegExp(`^没有到期的任务，请各单位按文件规定的期限推进；终期评估以截至(?<until>${day})的数据为准$`),
    ({ until }, reading) => [
      ...under(reading, /\/终期评估$/),
      ...is(until, dayText(reading.truth.policy.finalAsOf), '终期'),
    ],
  ],
  [
    /^已经达标的单位，建议总结做法，在条件相近的单位推广，已经建立的机制继续运行$/,
    (_, reading) => [
      ...under(reading, /^下一步工作建议\/$/),
      ...only(
        judgedIn(reading.truth).some(({ id }) => tallyOf(id, reading.truth).met > 0),
        '没有达标的',
      ),
    ],
  ],
];

const ADVICE = /^下一步工作建议\/$/;

/** In public nobody is named. */
function burdenedDoubts(names: string, kind: string, until: string | undefined, reading: Reading): Doubts {
  const { truth, told } = reading;
  told.add(`burdened ${kind}`);
  const units = burdenedIn(kind, truth);
  return [
    ...under(
      reading,
      truth.rollup.mode === 'final' ? ADVICE : kind.startsWith('材料问题') ? /\/补齐材料$/ : /\/修改数据$/,
    ),
    ...is(until, dayText(truth.rectifyBy), '期限'),
    ...(truth.isPublic ? is(names, `有关的${units.length}个单位`, '单位') : sameNames(names, units, `有${kind}的`)),
  ];
}

export const burdenedIn = (kind: string, truth: Truth): readonly string[] =>
  truth.filed.flatMap((unit) =>
    linesOf(unit, truth).some(({ 类别 }) => kind.split('或者').includes(类别)) ? [unit.name] : [],
  );

/** 淮府办〔2020〕8号“二（一）”: 中心专业社工岗位数（1个单位）、…. */
function clauseDoubts(
  clause: string,
  counts: string,
  verdict: 'unmet' | 'behind',
  { truth, told }: Reading,
  more: (def: IndicatorDef) => Doubts = () => [],
): Doubts {
  return countsDoubts(
    counts,
    truth,
    (def) => {
      told.add(`demand ${verdict} ${def.id}`);
      return tallyOf(def.id, truth)[verdict];
    },
    (def) => [...is(clause, `${def.citation.source}“${def.citation.section}”`, '条款'), ...more(def)],
  );
}

/** 中心专业社工岗位数（1个单位）、…. */
function countsDoubts(
  counts: string,
  truth: Truth,
  countOf: (def: IndicatorDef) => number,
  more: (def: IndicatorDef) => Doubts = () => [],
): Doubts {
  const parts = [...counts.matchAll(/([^、].*?)（(\d+)个单位）(?:、|$)/g)];
  return [
    ...only(parts.map(([whole]) => whole).join('') === counts, '不认识的列举'),
    ...parts.flatMap(([, name, count]) =>
      ofNamed(name!, truth, (def) => [...is(count, countOf(def), `${name}的单位数`), ...more(def)]),
    ),
  ];
}

export interface Broken {
  readonly unit: string;
  readonly words: string;
  readonly title: string;
}

/** Findings by what is said of them, where their rule has a name. */
export function brokenIn({ filed }: Truth): readonly Broken[] {
  return filed.flatMap(({ name, evaluation: { findings, rules } }) =>
    findings.flatMap((finding) => {
      const title = rules.find(({ id }) => id === finding.rule)?.title ?? '';
      return title === ''
        ? []
        : Object.entries(ruled).flatMap(([words, isOne]) => (isOne(finding) ? [{ unit: name, words, title }] : []));
    }),
  );
}

/** By name: what a unit has to hand in, now, and has not. */
export function lackedBy(evaluation: Filed['evaluation'], truth: Truth): readonly string[] {
  const lacked = evaluation.indicators.filter(
    ({ verdict, basis, target }) =>
      verdict === 'missing' &&
      basis === undefined &&
      target &&
      target.binding !== 'information' &&
      !isLater({ target }, truth),
  );
  const causes = [...new Set(lacked.map(causeOf))];
  return causes.flatMap((cause) => lacked.filter((one) => causeOf(one) === cause).map(({ name }) => name));
}

export const acrossIn = ({ rollup }: Truth): readonly RollupFinding[] =>
  rollup.findings.filter(({ severity }) => severity !== 'note');
