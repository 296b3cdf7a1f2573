import type { ReactNode } from 'react';
import type { NotChecked } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import type { Result } from './states.ts';

interface UnreadProps {
  readonly result: Result;
  readonly doubts: Doubts;
  readonly corrections: ReactNode;
}

/** What was not understood, what could not be checked, and what is to be known about the reading. */
export function Unread({ result, doubts, corrections }: UnreadProps) {
  const { notChecked } = result.evaluation;
  return (
    <>
      {countUnread(result, doubts) === 0 && <p className="empty">工作簿内容已全部读取，各项规则均已检查。</p>}
      {corrections}
      {notChecked.length > 0 && (
        <section className="group">
          <h2 className="group-title">未检查的规则</h2>
          {rulesByReason(notChecked).map(([reason, rules]) => (
            <div key={reason} className="line">
              <p>{reason}</p>
              <p className="quiet rule">规则 {rules.join('、')}</p>
            </div>
          ))}
        </section>
      )}
      {result.notices.length > 0 && (
        <section className="group">
          <h2 className="group-title">读取说明</h2>
          {result.notices.map((notice) => (
            <div key={notice} className="line">
              <p>{notice}</p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** How many lines it has to say. */
export function countUnread({ evaluation, notices }: Result, { columns }: Doubts): number {
  return evaluation.unread.length + columns.length + rulesByReason(evaluation.notChecked).length + notices.length;
}

/** One missing table keeps many rules from running: it is said once. */
function rulesByReason(notChecked: readonly NotChecked[]): readonly (readonly [string, readonly string[]])[] {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) rules.set(reason, [...(rules.get(reason) ?? []), rule]);
  return [...rules];
}
