/** 中期评估报告: how far the pilot is, what is to be put right, and until when. */
import { isShare, shownHundredths } from '../../model/figures.ts';
import { demandOf } from '../../model/missing.ts';
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import {
  calibreAnnex,
  judgedIndicators,
  matrixAnnex,
  matrixCell,
  problemAnnex,
  qualityAnnex,
  sourceAnnex,
} from './annexes.ts';
import { chapter, heading, paragraphs, table } from './blocks.ts';
import type { DocumentData } from './data.ts';
import type { Block, Document, DocumentBinding, DocumentText } from './documents.ts';
import { bestOf } from './experience.ts';
import { signatureOf, titleLines } from './papers.ts';
import { problemChapters } from './problem-chapters.ts';
import { documentName, filesText, reportingText, unexpectedText } from './reporting.ts';
import { entryOf, isUntold, standingOf } from './standings.ts';
import { orBlank, tell } from './tokens.ts';
import { uncheckedText } from './unchecked.ts';

export function midtermReport(data: DocumentData): Document {
  return {
    kind: 'midterm',
    name: '中期评估报告',
    title: titleLines(data, '中期评估报告'),
    addressee: null,
    body: [
      ...paragraphs(opening(data)),
      ...chapter(1, '评估工作概况', general(data)),
      ...chapter(1, '总体进展', overall(data)),
      ...chapter(1, '分项完成情况', byChapter(data)),
      ...chapter(1, '经验做法', bestOf(data)),
      ...chapter(1, '存在问题', problemChapters(data)),
      ...chapter(1, '下一步工作计划与建议', next(data)),
    ],
    signature: signatureOf(data),
    attachments: [matrixAnnex(data), problemAnnex(data), qualityAnnex(data), calibreAnnex(data), sourceAnnex(data)],
  };
}

/** 根据…，受…委托，对…进行中期评估。现将有关情况报告如下。 */
function opening(data: DocumentData): DocumentText {
  const { options, policy } = data;
  const by = options.commissioner === null ? [] : says<DocumentBinding>`受${orBlank(options.commissioner)}委托，`;
  return says<DocumentBinding>`根据${documentName(data)}，${by}${orBlank(options.office)}对${quote(policy.words.work)}进行了中期评估。现将有关情况报告如下。`;
}

function general(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    heading(2, '评估对象和范围'),
    ...paragraphs(
      says<DocumentBinding>`${reportingText(data)}${unexpectedText(data)}`,
      says<DocumentBinding>`${filesText(data)}评估期间为${day('from')}至${day('to')}，数据截至${day('asOf')}。`,
    ),
    heading(2, '评估方法'),
    ...paragraphs(
      [
        '按文件目标逐项计算各单位报送的工作簿，每个数都能查到它的文件、工作表和单元格；由人评定的项目由评估人员评分，处处注明。',
      ],
      uncheckedText(data),
    ),
    heading(2, '口径说明'),
    ...paragraphs([quote(data.policy.document.note)]),
  ];
}

/** The goals, each by itself; then all units at a glance. */
function overall(data: DocumentData): readonly Block[] {
  const { policy, counting, missing } = data;
  const goals = policy.indicators.filter(({ id }) => policy.goals.includes(id));
  const units = [...counting.map(({ unit }) => unit), ...missing];
  const shown = judgedIndicators(data).filter(({ id }) => policy.goals.includes(id));
  return [
    ...paragraphs(...goals.map((def) => standingOf(def, data))),
    ...(shown.length > 0 && units.length > 0
      ? [
          table<RollupUnit>(
            [
              { heading: '单位', width: 22, align: 'left', cell: (unit) => [quote(data.nameOf(unit))] },
              ...shown.map((def) => ({
                heading: def.name,
                width: 13,
                align: 'center' as const,
                cell: (unit: RollupUnit) => matrixCell(def, unit, data),
              })),
            ],
            units,
            '没有单位。',
            ['各单位总体目标完成情况'],
          ),
        ]
      : []),
    ...chartOf(goals, data),
  ];
}

/** Of the first goal that is a rate and stands in two units at least: value against target says more there than a table. */
export function chartOf(goals: readonly IndicatorDef[], data: DocumentData): readonly Block[] {
  for (const def of goals.filter(({ target }) => isShare(target))) {
    const points = data.counting.flatMap(({ unit }) => {
      const figure = unit.figures[def.id];
      if (!figure || figure.numerator === null || !figure.denominator || figure.lower !== figure.upper) return [];
      return [
        {
          name: unit.unit.community ?? data.nameOf(unit),
          value: shownHundredths(figure.numerator, figure.denominator, def.target) / 100,
          target: (def.target.p * 100) / def.target.q,
          of: {
            what: 'inUnit' as const,
            unit: unit.key,
            time: data.rollup.mode,
            of: { what: 'rate' as const, indicator: def.id, entity: null },
          },
        },
      ];
    });
    if (points.length >= 2)
      return [{ kind: 'chart', caption: says<DocumentBinding>`各单位${quote(def.name)}与目标`, unit: '%', points }];
  }
  return [];
}

/** Each indicator that something is told of; the others by name at the end of their chapter. */
export function byChapter(data: DocumentData): readonly Block[] {
  const defs = new Map(judgedIndicators(data).map((def) => [def.id, def]));
  return data.policy.chapters.flatMap(({ title, indicators }) => {
    const all = indicators.flatMap((id) => {
      const def = defs.get(id);
      return def && !data.policy.goals.includes(id) ? [def] : [];
    });
    const untold = all.filter((def) => isUntold(entryOf(def, data)!));
    return chapter(
      2,
      title,
      paragraphs(
        ...all.filter((def) => !untold.includes(def)).map((def) => standingOf(def, data)),
        untoldText(untold, data),
      ),
    );
  });
}

/** 各单位都没有报送数据的有…；其中…还没有到期. */
function untoldText(defs: readonly IndicatorDef[], { rollup }: DocumentData): DocumentText {
  const names = (of: readonly IndicatorDef[]) =>
    listed<DocumentBinding>(
      of.map(({ name }) => quote(name)),
      '、',
    );
  const later = defs.filter((def) => demandOf(def, rollup) === 'later');
  const now = defs.filter((def) => !later.includes(def));
  return says<DocumentBinding>`${now.length > 0 ? says<DocumentBinding>`各单位都缺数据的：${names(now)}。` : []}${later.length > 0 ? says<DocumentBinding>`没有到期、各单位还没有数据的：${names(later)}。` : []}`;
}

/** What is asked of whom, by when, and where it says so. */
function next(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  const { policy, missing } = data;
  const open = judgedIndicators(data).flatMap((def) => {
    const entry = entryOf(def, data);
    return entry && entry.unmet + entry.behind > 0 ? [def] : [];
  });
  return paragraphs(
    missing.length > 0 ? says<DocumentBinding>`没有报送的单位，请于${day('rectify')}前补报。` : [],
    says<DocumentBinding>`各单位对照附件的问题清单，一个单位一份，于${day('rectify')}前整改到位，并报送书面整改情况。`,
    ...open.map((def) => demandText(def, data)),
    says<DocumentBinding>`以上要求的依据是${quote(policy.source)}。`,
  );
}

function demandText(def: IndicatorDef, data: DocumentData): DocumentText {
  const { tally, due } = tell(data);
  const entry = entryOf(def, data)!;
  const parts = [
    ...(entry.unmet > 0 ? [says<DocumentBinding>`没有达到目标的${tally(def.id, 'unmet')}个单位`] : []),
    ...(entry.behind > 0 ? [says<DocumentBinding>`进展滞后的${tally(def.id, 'behind')}个单位`] : []),
  ];
  const until = def.target.due > data.rollup.asOf ? says<DocumentBinding>`，期限为${due(def.id)}` : [];
  return says<DocumentBinding>`${quote(def.name)}：${listed<DocumentBinding>(parts, '、')}要补足${until}（${quote(def.citation.section)}）。`;
}
