import type { RuleReport } from '../../shared/model.ts';

/** What a rule is called; the code is only there to be quoted. */
export function RuleTitle({ rule }: { readonly rule: RuleReport }) {
  return (
    <>
      {rule.title} <span className="code">{rule.id}</span>
    </>
  );
}
