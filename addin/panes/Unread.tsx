import type { NotChecked, Place } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { More } from './More.tsx';
import type { Result } from './states.ts';

/** What was not understood, what could not be checked, and what is to be known about the reading. */
export function Unread({ result, onReveal }: { readonly result: Result; readonly onReveal: (place: Place) => void }) {
  const { unread, notChecked } = result.evaluation;
  if (unread.length + notChecked.length + result.notices.length === 0) {
    return <p className="empty">工作簿内容已全部读取，各项规则均已检查。</p>;
  }
  return (
    <>
      {unread.length > 0 && (
        <section className="group">
          <h2 className="group-title">未能读取的内容</h2>
          <More items={unread}>
            {(one) => (
              <div key={`${one.sheet}|${one.address}|${one.reason}`} className="line">
                <CellLink place={one} onReveal={onReveal} />
                <p>{one.reason}</p>
              </div>
            )}
          </More>
        </section>
      )}
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
export function countUnread({ evaluation, notices }: Result): number {
  return evaluation.unread.length + rulesByReason(evaluation.notChecked).length + notices.length;
}

/** One missing table keeps many rules from running: it is said once. */
function rulesByReason(notChecked: readonly NotChecked[]): readonly (readonly [string, readonly string[]])[] {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) rules.set(reason, [...(rules.get(reason) ?? []), rule]);
  return [...rules];
}
