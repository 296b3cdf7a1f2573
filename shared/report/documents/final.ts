/** 终期总结报告, to whoever ordered the pilot: what was to be reached, what was, and what is proposed. */
import type { IndicatorDef, RollupUnit } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { calibreAnnex, judgedIndicators, matrixAnnex, problemAnnex, qualityAnnex, sourceAnnex } from './annexes.ts';
import { chapter, heading, paragraphs } from './blocks.ts';
import { changeTexts } from './changes.ts';
import type { DocumentData } from './data.ts';
import type { Block, Document, DocumentBinding, DocumentText } from './documents.ts';
import { bestOf } from './experience.ts';
import { byChapter, chartOf } from './midterm.ts';
import { signatureOf, titleLines } from './papers.ts';
import { problemChapters } from './problem-chapters.ts';
import { documentName, filesText, reportingText, unexpectedText } from './reporting.ts';
import { scoreAnnex } from './scores.ts';
import { standingOf, unitNames } from './standings.ts';
import { tell } from './tokens.ts';
import { uncheckedText } from './unchecked.ts';

export function finalReport(data: DocumentData): Document {
  const { policy } = data;
  const goals = policy.indicators.filter(({ id }) => policy.goals.includes(id));
  return {
    kind: 'final',
    name: '终期总结报告',
    title: titleLines(data, '终期总结报告'),
    addressee: policy.orderedBy === null ? null : [quote(policy.orderedBy)],
    body: [
      ...paragraphs(
        says<DocumentBinding>`根据${documentName(data)}，${quote(policy.words.work)}期满。现将有关情况报告如下。`,
      ),
      ...chapter(1, '试点背景与组织实施', background(data)),
      ...chapter(1, '目标任务完成情况', [
        ...paragraphs(...goals.map((def) => standingOf(def, data))),
        ...chartOf(goals, data),
      ]),
      ...chapter(1, '主要做法', byChapter(data)),
      ...chapter(1, '工作成效', paragraphs(...changeTexts(data))),
      ...chapter(1, '典型模式与案例', bestOf(data)),
      ...chapter(1, '存在问题与原因', problemChapters(data)),
      ...chapter(1, '验收结论与示范点建议名单', conclusion(goals, data)),
      ...chapter(1, '下一步工作建议', advice(data)),
      ...paragraphs(['特此报告。']),
    ],
    signature: signatureOf(data),
    attachments: [
      matrixAnnex(data),
      ...scoreAnnex(data),
      problemAnnex(data),
      qualityAnnex(data),
      calibreAnnex(data),
      sourceAnnex(data),
    ],
  };
}

function background(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    ...paragraphs(
      says<DocumentBinding>`试点自${day('from')}起，至${day('to')}止。${reportingText(data)}${unexpectedText(data)}`,
      filesText(data),
    ),
    heading(2, '评估口径'),
    ...paragraphs([quote(data.policy.document.note)], uncheckedText(data)),
  ];
}

/** A proposal, and said to be one: whether a unit passes is for the authority to say. */
function conclusion(goals: readonly IndicatorDef[], data: DocumentData): readonly Block[] {
  const { counting, policy } = data;
  const isReached = (unit: RollupUnit) =>
    goals.every(({ id }) => ['met', 'not_applicable', undefined].includes(unit.verdicts[id]));
  const reached = counting.map(({ unit }) => unit).filter(isReached);
  const proposed = counting.flatMap(({ unit, evaluation }) =>
    evaluation?.score?.pilotSite?.suggestions.some(
      ({ scope, suggestion }) => scope === 'community' && suggestion === 'award',
    )
      ? [unit]
      : [],
  );
  const status = policy.scoreTable?.status ?? null;
  return paragraphs(
    reached.length > 0
      ? says<DocumentBinding>`总体目标全部达到的单位：${unitNames(reached, data)}。`
      : ['没有单位总体目标全部达到。'],
    status === null
      ? []
      : proposed.length > 0
        ? says<DocumentBinding>`示范点建议名单（${quote(status)}）：${unitNames(proposed, data)}。`
        : says<DocumentBinding>`按评分表试算，没有可以建议的示范点（${quote(status)}）。`,
    ['验收结论由主管部门认定，以上只是根据报送数据提出的建议。'],
  );
}

function advice(data: DocumentData): readonly Block[] {
  const open = judgedIndicators(data).filter(({ id }) =>
    data.counting.some(({ unit }) => unit.verdicts[id] === 'unmet'),
  );
  const { tally } = tell(data);
  return paragraphs(
    ...open.map(
      (def): DocumentText =>
        says<DocumentBinding>`${quote(def.name)}：还有${tally(def.id, 'unmet')}个单位没有达到目标，列入后续整改（${quote(def.citation.section)}）。`,
    ),
    ['试点形成的做法请结合各单位实际推广，已经建立的机制继续运行。'],
  );
}
