/** What was not checked, in plain words. */
import { trimmedEnd } from '../../model/trims.ts';
import { listed, quote, says } from '../parts.ts';
import type { DocumentData } from './data.ts';
import type { DocumentBinding, DocumentText } from './documents.ts';
import { groupedBy } from './names.ts';

/** What a workbook by itself cannot be held against, the roll-up can: only what that could not check either is told, by what it is. */
export function uncheckedTexts({ rollup, counting, policy }: DocumentData): readonly DocumentText[] {
  const titles = new Map(policy.rules.map(({ id, title }) => [id, title]));
  const across = new Set(policy.rules.filter((rule) => (rule.across ?? []).length > 0).map(({ id }) => id));
  const own = counting.flatMap(({ evaluation }) => evaluation?.notChecked ?? []);
  const isOfAll = (rule: string) => own.filter((one) => one.rule === rule && !one.lacks).length === counting.length;
  const rules = [
    // With the units that it is about, where it is not about all.
    ...rollup.notChecked.map(({ rule, reason }) => ({ rule, reason })),
    ...own
      .filter(({ rule, lacks }) => !lacks && !across.has(rule))
      // What it would have to be held against.
      .map(({ rule, reason }) => ({ rule, reason: ofUnits(reason.split('，')[0]!, isOfAll(rule)) })),
  ];
  const each = [...new Map(rules.map((one) => [one.rule, one])).values()].filter(({ rule }) => titles.has(rule));
  const parts = groupedBy(each, ({ reason }) => reason).map((alike) => {
    // Nothing stands between what is in quotation marks.
    const what = alike.flatMap(({ rule }) => says<DocumentBinding>`“${quote(titles.get(rule)!)}”`);
    return says<DocumentBinding>`${what}（${quote(trimmedEnd(alike[0]!.reason, /[。；;.\s]/))}）`;
  });
  return [
    counting.length === 0
      ? []
      : [
          `本报告只核对报送的数据，不包括佐证原件和现场情况。${own.some(({ lacks }) => lacks) ? '没有报送的表，有关事项没有核查，指标列为缺数据。' : ''}`,
        ],
    parts.length === 0 ? [] : says<DocumentBinding>`另有以下事项没有核查：${listed<DocumentBinding>(parts, '；')}。`,
  ];
}

/** As one workbook says it of itself, told of several. */
function ofUnits(reason: string, isOfAll: boolean): string {
  const own = '本工作簿';
  if (reason.startsWith(own)) return (isOfAll ? '各工作簿' : '有的工作簿') + reason.slice(own.length);
  return isOfAll ? reason : `有的单位：${reason}`;
}
