/** 终期总结报告, to whoever ordered the pilot: what was to be reached, what was, and what is proposed. */
import type { IndicatorDef, Suggestion } from '../../model.ts';
import { quote, says } from '../parts.ts';
import { calibreAnnex, inside, problemAnnex, qualityAnnex, sourceAnnex } from './annexes.ts';
import { chapter, heading, paragraphs, table } from './blocks.ts';
import { changeBlocks } from './changes.ts';
import { chartOf } from './chart.ts';
import { reachedIn, suggestedIn, trackedIn, withheldIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import { byClause, clauseOf, concerned, countsOf, proposals } from './demands.ts';
import { type Block, calledOf, type Document, type DocumentBinding, type DocumentText } from './documents.ts';
import { bestOf } from './experience.ts';
import { fundsAnnex } from './funds.ts';
import { judgedIndicators, matrixAnnex } from './matrix.ts';
import { byChapter } from './midterm.ts';
import { unitNames } from './names.ts';
import { signatureOf, titleLines } from './papers.ts';
import { problemChapters } from './problem-chapters.ts';
import { isHidden } from './public.ts';
import { rectified } from './rectified.ts';
import { filesText, isPilot, openingText, reportingText, unexpectedText, wrongText } from './reporting.ts';
import { scoreAnnex } from './scores.ts';
import { selfReportedText } from './self-reported.ts';
import { entryOf, standingOf } from './standings.ts';
import { tell } from './tokens.ts';
import { uncheckedTexts } from './unchecked.ts';
import { unclosedAnnex } from './unclosed.ts';

export function finalReport(data: DocumentData): Document {
  const { policy } = data;
  const addressee = addresseeOf(data);
  const goals = judgedIndicators(data).filter(({ id }) => policy.goals.includes(id));
  const isStep = ({ spoken }: IndicatorDef) => spoken?.kind === 'step';
  return {
    kind: 'final',
    mode: 'final',
    isPublic: data.options.isPublic,
    name: calledOf({ kind: 'final', isPublic: data.options.isPublic }),
    title: titleLines(data, '终期总结报告'),
    addressee,
    body: [
      ...paragraphs(openingText(data)),
      ...chapter(1, isPilot(policy) ? '试点背景与组织实施' : '背景与组织实施', background(data)),
      ...chapter(1, '目标任务完成情况', goalsReached(goals, data)),
      ...chapter(1, '主要做法', byChapter(data, isStep)),
      ...chapter(1, '工作成效', [
        ...byChapter(data, (def) => !isStep(def)),
        ...chapter(2, '前后对比', changeBlocks(data)),
      ]),
      ...chapter(1, '典型模式与案例', cases(data)),
      ...chapter(1, '存在问题与原因', [
        ...problemChapters(data),
        ...chapter(2, '整改情况', rectified(data)),
        ...causes(data),
      ]),
      ...chapter(1, policy.scoreTable ? '验收结论与示范点建议名单' : '验收结论', conclusion(data)),
      ...chapter(1, '下一步工作建议', advice(data)),
      ...paragraphs(addressee === null ? [] : ['特此报告。']),
    ],
    signature: signatureOf(data),
    attachments: [
      matrixAnnex(data),
      ...scoreAnnex(data),
      ...fundsAnnex(data),
      ...inside(data, [problemAnnex]),
      ...unclosedAnnex(data),
      ...inside(data, [qualityAnnex]),
      calibreAnnex(data),
      ...inside(data, [sourceAnnex]),
    ],
  };
}

/** Whoever asked for it; else who ordered it, where it is signed by whoever reports to them, or by nobody yet. */
function addresseeOf({ policy: { orderedBy }, options }: DocumentData): DocumentText | null {
  const { office, commissioner, isPublic } = options;
  if (isPublic) return null;
  if (commissioner !== null) return [quote(commissioner)];
  const isTheirs = orderedBy !== null && (office ?? orderedBy.reportedBy).includes(orderedBy.reportedBy);
  return isTheirs ? [quote(orderedBy.name)] : null;
}

function background(data: DocumentData): readonly Block[] {
  const { day } = tell(data);
  return [
    heading(2, '评估期间和报送'),
    ...paragraphs(
      says<DocumentBinding>`评估期间为${day('from')}至${day('to')}。${reportingText(data)}${unexpectedText(data)}${filesText(data)}`,
      wrongText(data),
    ),
    heading(2, '评估口径'),
    ...paragraphs([quote(data.policy.document.note)], ...uncheckedTexts(data)),
  ];
}

/** The goals one by one in a table, then in words. */
function goalsReached(goals: readonly IndicatorDef[], data: DocumentData): readonly Block[] {
  if (goals.length === 0) return [];
  const { tally, target } = tell(data);
  const count = (heading: string, of: 'applicable' | 'met' | 'unmet' | 'to_verify' | 'missing') => ({
    heading,
    width: 11,
    align: 'center' as const,
    cell: ({ id }: IndicatorDef): DocumentText => [tally(id, of)],
  });
  const isOpen = goals.some((def) => (entryOf(def, data)?.on_track ?? 0) + (entryOf(def, data)?.behind ?? 0) > 0);
  return [
    table<IndicatorDef>(
      [
        { heading: '总体目标', width: 30, align: 'left', cell: ({ name }) => [quote(name)] },
        { heading: '目标值', width: 11, align: 'center', cell: ({ id }) => [target(id)] },
        count('应评单位（个）', 'applicable'),
        count('达标', 'met'),
        ...(isOpen
          ? [
              {
                heading: '进展',
                width: 11,
                align: 'center' as const,
                cell: ({ id }: IndicatorDef): DocumentText =>
                  says<DocumentBinding>`正常${tally(id, 'on_track')}，滞后${tally(id, 'behind')}`,
              },
            ]
          : []),
        count('未达标', 'unmet'),
        count('待核实', 'to_verify'),
        count('缺数据', 'missing'),
      ],
      goals,
      '没有总体目标。',
      ['总体目标完成情况'],
    ),
    ...paragraphs(selfReportedText(goals, data), ...goals.map((def) => standingOf(def, data))),
    ...chartOf(goals, data),
  ];
}

/** Where nobody stands out, that is said: cases are not made up. */
function cases(data: DocumentData): readonly Block[] {
  const best = bestOf(data);
  return best.length > 0 || data.counting.length === 0 ? best : paragraphs(['本次报送的数据没有可以比较得出的典型。']);
}

/** Nobody is told a cause that the data do not say. */
function causes(data: DocumentData): readonly Block[] {
  const isAny = concerned(data, 'unmet').length > 0;
  if (!isAny) return [];
  return chapter(
    2,
    '原因',
    paragraphs([
      data.options.isPublic
        ? '报送的数据没有写明原因的，本报告不作推断。'
        : '报送的数据写明原因的，列入附件“各单位问题清单”；没有写明的，本报告不作推断。',
    ]),
  );
}

const suggestions: readonly (readonly [Suggestion, string])[] = [
  ['award', '建议授予示范点'],
  ['award_after_rectification', '建议整改后再授予示范点'],
  ['undecided', '资料不全、暂不能建议'],
  ['no_award', '不建议授予示范点'],
];

/** A proposal, and said to be one: whether a unit passes is for the authority to say. */
function conclusion(data: DocumentData): readonly Block[] {
  const { policy, options } = data;
  // Who reaches all goals would tell how units stand in each.
  if (data.counting.length === 0 || policy.goals.some((id) => isHidden(data.defs.get(id)!, data))) return [];
  const { bound } = tell(data);
  const [reached, apart] = [reachedIn(data), reachedApart(data)];
  const named = suggestions.flatMap(([suggestion, words]) => {
    const units = suggestedIn(suggestion, data);
    // The names of those that are turned down are not for the public.
    if (units.length === 0 || (options.isPublic && !suggestion.startsWith('award'))) return [];
    const count = bound({ what: 'suggested', suggestion });
    return [says<DocumentBinding>`${words}的${count}个单位：${unitNames(units, count, data)}。`];
  });
  const status = policy.scoreTable?.status ?? null;
  return [
    ...chapter(
      2,
      '总体目标',
      paragraphs(
        reached.length > 0
          ? says<DocumentBinding>`适用的总体目标全部达到的单位有${bound({ what: 'reached' })}个：${unitNames(reached, bound({ what: 'reached' }), data)}。`
          : apart.length > 0
            ? []
            : ['没有单位全部达到适用的总体目标。'],
        apart,
        ['以上是按报送数据计算的结果，作为验收的建议；是否通过验收由主管部门认定。'],
      ),
    ),
    ...(status === null || (named.length === 0 && withheldIn(data).length === 0)
      ? []
      : chapter(
          2,
          '示范点建议名单',
          paragraphs(
            named.length > 0
              ? says<DocumentBinding>`下列名单按评分表试算得出（${quote(status)}），供认定时参考，由主管部门决定。`
              : says<DocumentBinding>`按评分表试算（${quote(status)}），没有列入建议名单的单位；是否授予由主管部门决定。`,
            ...named,
            withheldText(data),
            openText(data),
          ),
        )),
  ];
}

/** Figures that are wrong reach nothing. */
function reachedApart(data: DocumentData): DocumentText {
  const units = reachedIn(data, true);
  if (units.length === 0) return [];
  const count = tell(data).bound({ what: 'reached', isWrong: true });
  return says<DocumentBinding>`按报送的数据总体目标都达到、但有强制性问题没有改正的单位${count}个，暂不列为全部达到${data.options.isPublic ? [] : says<DocumentBinding>`：${unitNames(units, count, data)}`}。`;
}

function withheldText(data: DocumentData): DocumentText {
  const units = withheldIn(data);
  if (units.length === 0) return [];
  const count = tell(data).bound({ what: 'withheld' });
  return says<DocumentBinding>`有强制性问题没有改正、暂不建议的${count}个单位${data.options.isPublic ? [] : says<DocumentBinding>`：${unitNames(units, count, data)}`}。`;
}

/** What the units say of their own issues decides the suggestion; by their numbers there may be more of them. */
function openText(data: DocumentData): DocumentText {
  const units = trackedIn('awarded', data);
  // Whom the title is suggested for may give away what is not for the public.
  return units.length === 0 || data.options.isPublic
    ? []
    : says<DocumentBinding>`建议授予示范点的单位中，按问题编号核对整改没有全部到位、或者没有数据可以核对的：${unitNames(units, tell(data).bound({ what: 'tracked', of: 'awarded' }), data)}，请在认定时一并考虑。`;
}

/** By clause, what is still to be reached; what is to be settled before that is known; and of what was reached, that it goes on. */
function advice(data: DocumentData): readonly Block[] {
  const { reporting } = tell(data);
  const { missing } = data;
  const met = judgedIndicators(data).some((def) => (entryOf(def, data)?.met ?? 0) > 0);
  return paragraphs(
    missing.length > 0
      ? says<DocumentBinding>`没有报送的${reporting('missing')}个单位，建议限期补报，补报后另行评估。`
      : [],
    ...byClause(concerned(data, 'unmet')).map(
      (defs) =>
        says<DocumentBinding>`对照${clauseOf(defs[0]!)}，建议将没有达到目标的单位列入后续整改：${countsOf(defs, 'unmet', data)}。`,
    ),
    ...proposals(data),
    met ? ['已经达标的单位，建议总结做法，在条件相近的单位推广，已经建立的机制继续运行。'] : [],
  );
}
