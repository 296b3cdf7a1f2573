import type { ReactNode } from 'react';
import type { NotChecked, RuleReport } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import { Fold } from './Fold.tsx';
import { RuleTitle } from './RuleTitle.tsx';
import type { Result } from './states.ts';

interface UnreadProps {
  readonly result: Result;
  readonly doubts: Doubts;
  readonly corrections: ReactNode;
}

/** What was not understood, what could not be checked, and what is to be known about the reading. */
export function Unread({ result, doubts, corrections }: UnreadProps) {
  const { notChecked, rules } = result.evaluation;
  return (
    <>
      {countUnread(result, doubts) === 0 && <p className="empty">工作簿内容已全部读取，各项规则均已检查。</p>}
      {corrections}
      {notChecked.length > 0 && (
        <section className="group">
          <h2 className="group-title">未检查的规则</h2>
          {rulesByReason(notChecked).map(([reason, ids]) => (
            <Unchecked key={reason} reason={reason} rules={rules.filter(({ id }) => ids.includes(id))} />
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

/** So many titles under one reason are folded. */
const many = 4;

function Unchecked({ reason, rules }: { readonly reason: string; readonly rules: readonly RuleReport[] }) {
  const titles = () => (
    <ul className="titles">
      {rules.map((rule) => (
        <li key={rule.id}>
          <RuleTitle rule={rule} />
        </li>
      ))}
    </ul>
  );
  if (rules.length < many) {
    return (
      <div className="line">
        <p>{reason}</p>
        {titles()}
      </div>
    );
  }
  return (
    <Fold
      className="line"
      summary={
        <span>
          {reason}
          <span className="quiet">因此未检查的规则有 {rules.length} 条</span>
        </span>
      }
    >
      {titles}
    </Fold>
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
