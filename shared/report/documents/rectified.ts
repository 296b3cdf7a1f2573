/** 整改情况: what became of what the mid-term evaluation found, and of which units that is not told. */
import type { IssueState, UnitIssues } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { paragraphs, table } from './blocks.ts';
import { isCertain, trackedIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { Block, DocumentBinding, DocumentText, IssuesOf, TrackedOf } from './documents.ts';
import { nameOfKey, unitNames } from './names.ts';
import { isToldTwice, selfReported } from './self-reported.ts';
import { entryOf } from './standings.ts';
import { tell } from './tokens.ts';
import { stateWords, unclosedIn, unclosedTitle } from './unclosed.ts';

export function rectified(data: DocumentData): readonly Block[] {
  const { issues, untracked } = data.rollup;
  if (issues.length + untracked.length === 0) return [];
  if (issues.length === 0 && untracked.every(({ because }) => because === 'unsent'))
    return paragraphs(['没有中期评估的工作簿，也没有交回带发出清单的台账，整改情况没有统计。']);
  const listing = issues.filter(({ basis, sent }) => isCertain(basis) && sent > 0);
  return [
    ...paragraphs(
      ...(listing.length > 0 ? [sumText(data), notDueText(data)] : [noneText(data)]),
      ...named.map(([of, words]) => namesText(of, words, data)),
      uncertainText(data),
      eachText(data),
      ...uncounted.map(([of, words]) => namesText(of, words, data)),
      selfReportedText(data),
    ),
    ...(listing.length === 0 || data.options.isPublic ? [] : [unitTable(listing, data)]),
  ];
}

const states = Object.keys(stateWords) as IssueState[];

/** Which units they are, where there are any. */
const named: readonly (readonly [TrackedOf, string])[] = [
  ['found', '已报销号、终期评估仍列为问题的单位'],
  ['listed', '没有中期评估的工作簿，按交回台账所带的清单核对的单位'],
  ['notClosed', '还有问题没有销号的单位'],
  ['unjudged', '已报销号、没有数据可以核对的单位'],
];

const uncounted: readonly (readonly [TrackedOf, string])[] = [
  ['foreign', '台账里有别的单位的编号，或者编号在别的单位交回的文件里，没有统计的单位'],
  ['unclear', '发出的是哪一版分不清，也没有交回带编号的台账，没有统计的单位'],
  ['unsent', '没有中期评估的工作簿，也没有交回带发出清单的台账，没有统计的单位'],
  ['recalled', '台账要再放入一次才能核对，没有统计的单位'],
];

type Sum = Extract<DocumentBinding, { what: 'issues' }>['unit'];

const certain = { isCertain: true };

/** 中期评估发现需要整改的问题12个：按期销号9个，逾期销号1个，没有回报2个。 */
function sumText(data: DocumentData): DocumentText {
  return says<DocumentBinding>`按问题编号核对交回的整改台账，截至${tell(data).day('asOf')}，中期评估发现需要整改的问题${countText('sent', certain, data)}：${statesText(certain, data)}。`;
}

/** Each that is: 按期销号9个，逾期销号1个. */
function statesText(unit: Sum, data: DocumentData): DocumentText {
  const told = states.filter((of) => tell(data).bound({ what: 'issues', unit, of }).figure !== '0');
  return listed<DocumentBinding>(
    told.map((of) => says<DocumentBinding>`${stateWords[of]}${countText(of, unit, data)}`),
    '，',
  );
}

const countText = (of: IssuesOf, unit: Sum, data: DocumentData): DocumentText =>
  says<DocumentBinding>`${tell(data).bound({ what: 'issues', unit, of })}个`;

/** Nobody is late with what was not due. */
function notDueText(data: DocumentData): DocumentText {
  const count = tell(data).bound({ what: 'issues', unit: certain, of: 'notDue' });
  return count.figure === '0'
    ? []
    : says<DocumentBinding>`其中中期评估时尚未到期的${count}个，是否逾期按目标的到期日算。`;
}

/** Of all units, or of those of which it is known. */
function noneText(data: DocumentData): DocumentText {
  const { issues, untracked } = data.rollup;
  const none = trackedIn('none', data);
  if (none.length === 0) return [];
  return none.length === issues.length + untracked.length
    ? ['中期评估没有发现需要整改的问题。']
    : says<DocumentBinding>`核对的${tell(data).bound({ what: 'tracked', of: 'none' })}个单位，中期评估没有发现需要整改的问题。`;
}

function namesText(of: TrackedOf, words: string, data: DocumentData): DocumentText {
  const units = trackedIn(of, data);
  return units.length === 0
    ? []
    : says<DocumentBinding>`${words}：${unitNames(units, tell(data).bound({ what: 'tracked', of }), data)}。`;
}

/** What came back is told of them, and no more. */
function uncertainText(data: DocumentData): DocumentText {
  const names = namesText('uncertain', '发出的是哪一版分不清，只核对已知发出的问题、其余有没有发出不清楚的单位', data);
  const unit = { isCertain: false };
  return names.length === 0
    ? []
    : says<DocumentBinding>`${names}核对的问题${countText('sent', unit, data)}：${statesText(unit, data)}。`;
}

/** Which they are that were not closed in time: in public none is told. Of all it is said where it is certain what was sent. */
function eachText(data: DocumentData): DocumentText {
  const { issues } = data.rollup;
  if (unclosedIn(data).length > 0)
    return data.options.isPublic ? [] : [`没有按期销号的问题，逐条见附件“${unclosedTitle}”。`];
  const isAll = issues.every(({ basis }) => isCertain(basis)) && issues.some(({ sent }) => sent > 0);
  return isAll ? ['核对的问题都已按期销号。'] : [];
}

/** The indicator that is told elsewhere rests on what the unit says of itself. */
function selfReportedText(data: DocumentData): DocumentText {
  const def = selfReported(data.policy);
  return def && isToldTwice(def, data) && (entryOf(def, data)?.applicable ?? 0) > 0
    ? says<DocumentBinding>`指标“${quote(def.name)}”按各单位台账自报计算，与这里按编号核对的口径不同。`
    : [];
}

function unitTable(all: readonly UnitIssues[], data: DocumentData): Block {
  const column = (heading: string, of: IssuesOf, width: number) => ({
    heading,
    width,
    align: 'center' as const,
    cell: ({ key }: UnitIssues): DocumentText => [tell(data).bound({ what: 'issues', unit: key, of })],
  });
  return table<UnitIssues>(
    [
      { heading: '单位', width: 28, align: 'left', cell: ({ key }) => [quote(nameOfKey(key, data))] },
      column('问题', 'sent', 9),
      ...states.map((of) => column(stateWords[of], of, stateWords[of].length > 4 ? 17 : 10)),
    ],
    all,
    '没有问题。',
    ['各单位整改情况（个）'],
  );
}
