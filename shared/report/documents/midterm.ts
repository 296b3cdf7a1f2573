/** 中期评估报告: how far the pilot is, what is to be put right, and until when. */
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { calibreAnnex, inside, problemAnnex, qualityAnnex, sourceAnnex } from './annexes.ts';
import { chapter, heading, paragraphs, table } from './blocks.ts';
import { chartOf } from './chart.ts';
import type { DocumentData } from './data.ts';
import { demands } from './demands.ts';
import { type Block, calledOf, type Document, type DocumentBinding } from './documents.ts';
import { bestOf } from './experience.ts';
import { judgedIndicators, matrixAnnex, matrixCell } from './matrix.ts';
import { signatureOf, titleLines } from './papers.ts';
import { problemChapters } from './problem-chapters.ts';
import { filesText, isPilot, openingText, reportingText, unexpectedText, wrongText } from './reporting.ts';
import { selfReportedText } from './self-reported.ts';
import { standingOf, standingsOf } from './standings.ts';
import { tell } from './tokens.ts';
import { uncheckedTexts } from './unchecked.ts';

export function midtermReport(data: DocumentData): Document {
  return {
    kind: 'midterm',
    mode: 'midterm',
    isPublic: data.options.isPublic,
    name: calledOf({ kind: 'midterm', isPublic: data.options.isPublic }),
    title: titleLines(data, '中期评估报告'),
    addressee: null,
    body: [
      ...paragraphs(openingText(data)),
      ...chapter(1, '评估工作概况', general(data)),
      ...chapter(1, '总体进展', overall(data)),
      ...chapter(1, '分项完成情况', byChapter(data)),
      ...chapter(1, '经验做法', bestOf(data)),
      ...chapter(1, '存在问题', problemChapters(data)),
      ...chapter(1, '下一步工作计划与建议', next(data)),
    ],
    signature: signatureOf(data),
    attachments: [
      matrixAnnex(data),
      ...inside(data, [problemAnnex, qualityAnnex]),
      calibreAnnex(data),
      ...inside(data, [sourceAnnex]),
    ],
  };
}

function general(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    heading(2, '评估对象和范围'),
    ...paragraphs(
      says<DocumentBinding>`${reportingText(data)}${unexpectedText(data)}`,
      says<DocumentBinding>`${filesText(data)}${isPilot(data.policy) ? '试点' : '评估'}期间为${day('from')}至${day('to')}，数据截至${day('asOf')}。`,
      wrongText(data),
    ),
    heading(2, '评估方法'),
    ...paragraphs(
      ['以各单位报送的工作簿为依据，按文件规定的目标逐项计算、逐条核对；需要由人评定的项目不由程序打分。'],
      ...uncheckedTexts(data),
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
    ...paragraphs(...goals.map((def) => standingOf(def, data)), selfReportedText(shown, data)),
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

/** What is no goal, by the chapters of the policy. */
export function byChapter(data: DocumentData, isTold: (def: IndicatorDef) => boolean = () => true): readonly Block[] {
  const defs = new Map(judgedIndicators(data).map((def) => [def.id, def]));
  return data.policy.chapters.flatMap(({ title, indicators }) => {
    const told = indicators.flatMap((id) => {
      const def = defs.get(id);
      return def && !data.policy.goals.includes(id) && isTold(def) ? [def] : [];
    });
    return chapter(2, title, paragraphs(...standingsOf(told, data)));
  });
}

/** What is asked for, and when it is looked at again. */
function next(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    ...demands(data),
    ...chapter(
      2,
      '终期评估',
      paragraphs(
        says<DocumentBinding>`没有到期的任务，请各单位按文件规定的期限推进；终期评估以截至${day('final')}的数据为准。`,
      ),
    ),
  ];
}
