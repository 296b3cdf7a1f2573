/** 整改情况: what became of what the mid-term evaluation found. */
import type { UnitIssues } from '../../model.ts';
import { listed, quote, says } from '../parts.ts';
import { paragraphs, table } from './blocks.ts';
import { notClosedIn } from './chosen.ts';
import type { DocumentData } from './data.ts';
import type { Block, DocumentBinding, DocumentText } from './documents.ts';
import { unitNames } from './names.ts';
import { tell } from './tokens.ts';

type Part = Extract<DocumentBinding, { what: 'issues' }>['of'];

/** Nothing where no mid-term workbook tells what was found. */
export function rectified(data: DocumentData): readonly Block[] {
  const all = data.rollup.issues.filter(({ sent }) => sent > 0);
  if (data.rollup.issues.length === 0) return [];
  if (all.length === 0) return paragraphs(['中期评估没有发现需要整改的问题。']);
  return [...paragraphs(sumText(all, data), stillOpen(data)), ...(data.options.isPublic ? [] : [unitTable(all, data)])];
}

const partWords: Readonly<Record<Exclude<Part, 'sent'>, string>> = {
  closed: '按期销号',
  late: '逾期销号',
  open: '尚未销号',
  unanswered: '没有回报',
};

const parts = Object.keys(partWords) as (keyof typeof partWords)[];

/** 中期评估发现需要整改的问题12个：按期销号9个，逾期销号1个，没有回报2个。 */
function sumText(all: readonly UnitIssues[], data: DocumentData): DocumentText {
  const count = (of: Part) => tell(data).bound({ what: 'issues', unit: null, of });
  const told = parts
    .filter((of) => all.some((one) => one[of] > 0))
    .map((of) => says<DocumentBinding>`${partWords[of]}${count(of)}个`);
  return says<DocumentBinding>`按问题编号核对交回的整改台账，截至${tell(data).day('asOf')}，中期评估发现需要整改的问题${count('sent')}个，${listed<DocumentBinding>(told, '，')}。`;
}

function stillOpen(data: DocumentData): DocumentText {
  const units = notClosedIn(data);
  return units.length === 0
    ? []
    : says<DocumentBinding>`还有问题没有销号的单位：${unitNames(units, tell(data).bound({ what: 'notClosed' }), data)}。`;
}

function unitTable(all: readonly UnitIssues[], data: DocumentData): Block {
  const names = new Map(data.rollup.units.map((unit) => [unit.key, data.nameOf(unit)]));
  const column = (heading: string, of: Part) => ({
    heading,
    width: 13,
    align: 'center' as const,
    cell: ({ key }: UnitIssues): DocumentText => [tell(data).bound({ what: 'issues', unit: key, of })],
  });
  return table<UnitIssues>(
    [
      { heading: '单位', width: 35, align: 'left', cell: ({ key }) => [quote(names.get(key) ?? key)] },
      column('问题', 'sent'),
      ...parts.map((of) => column(partWords[of], of)),
    ],
    all,
    '没有问题。',
    ['各单位整改情况（个）'],
  );
}
