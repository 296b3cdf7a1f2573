/** What a person should know of sheets that were made from another template than would be made now. */
import { urbanRuralWords } from '../model/words.ts';
import type { Evaluation, TemplateAnchor, TemplateSheet } from '../model.ts';
import { version as current } from './version.ts';

/** Whole sentences, the weightiest first; none where all sheets are of the template for what was judged. */
export function templateNotices(
  templates: readonly TemplateSheet[],
  { policy, unit: { urbanRural } }: Pick<Evaluation, 'policy' | 'unit'>,
): readonly string[] {
  const told: readonly (readonly [(anchor: TemplateAnchor) => boolean, string])[] = [
    [
      ({ version }) => version > current,
      '比这里的新，新增的栏可能读不出来。请关闭窗格再打开；用单个文件版的，请换成新的文件。然后再检查。',
    ],
    [
      (anchor) => anchor.policy !== policy.id,
      `是按另一份评估依据做的，现在评估用的是${policy.name}。请核对选的评估依据。`,
    ],
    [
      ({ kind }) => urbanRural !== 'unknown' && kind !== urbanRural,
      `不是给${urbanRuralWords[urbanRural]}的，“社区类型”填的却是${urbanRuralWords[urbanRural]}。栏目相同，填了的照样算；请核对“社区类型”。`,
    ],
    [({ version }) => version < current, '是以前的，填了的照样能查；下次请用新的填报表。'],
  ];
  return told.flatMap(([isMeant, what]) => {
    const [first, ...others] = templates.filter(({ anchor }) => isMeant(anchor));
    if (!first) return [];
    const which = others.length > 0 ? `等 ${others.length + 1} 张表` : '';
    return [`“${first.sheet}”${which}用的填报表${what}`];
  });
}
