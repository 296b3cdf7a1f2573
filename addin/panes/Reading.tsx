import type { ReactNode } from 'react';
import { checkCode } from '../../shared/model/check-codes.ts';
import type { NotChecked, RuleReport } from '../../shared/model.ts';
import type { Doubts } from './doubts.ts';
import { Fold } from './Fold.tsx';
import type { Result } from './states.ts';

interface ReadingProps {
  readonly result: Result;
  readonly corrections: ReactNode;
}

/** What was read and what was not, what could not be checked, and what is to be known about the reading. */
export function Reading({ result, corrections }: ReadingProps) {
  const { notChecked, rules } = result.evaluation;
  return (
    <>
      {corrections}
      {notChecked.length > 0 && (
        <section className="group">
          <h2 className="group-title">
            未检查的规则<span className="count">{notChecked.length}</span>
          </h2>
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
      <p className="line">
        校验码 {checkCode(result.evaluation.dataHash)}
        <span className="quiet">（与报送单上的相同，数据就相同）</span>
      </p>
    </>
  );
}

/** So many titles under one reason are folded. */
const many = 4;

function Unchecked({ reason, rules }: { readonly reason: string; readonly rules: readonly RuleReport[] }) {
  const titles = () => (
    <ul className="titles">
      {rules.map((rule) => (
        <li key={rule.id}>{rule.title}</li>
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
      name={`unchecked|${reason}`}
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

/** What was not taken, each a line above. */
export function countUnread({ unread, deep, columns }: Doubts): number {
  return unread.length + deep.length + columns.length;
}

/** One missing table keeps many rules from running: it is said once. */
function rulesByReason(notChecked: readonly NotChecked[]): readonly (readonly [string, readonly string[]])[] {
  const rules = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) rules.set(reason, [...(rules.get(reason) ?? []), rule]);
  return [...rules];
}
