import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { type HandingIn, handingIn } from '../../shared/fill/handing-in.ts';
import { receiptOf } from '../../shared/fill/receipts.ts';
import type { Tables } from '../../shared/fill/remaining.ts';
import type { Signer } from '../../shared/fill/signers.ts';
import { explanationsByKey } from '../../shared/model/explanations.ts';
import type { Explanation, Finding, Place, PlanSheet } from '../../shared/model.ts';
import { ExplainForm } from '../panes/ExplainForm.tsx';
import { useOpener } from '../panes/focus.ts';
import { today } from '../today.ts';
import type { Seen } from './filling.ts';
import { Rows } from './Rows.tsx';
import { Slip } from './Slip.tsx';

interface HandInProps {
  readonly seen: Seen;
  readonly busy: boolean;
  /** The workbook was changed since. */
  readonly isStale: boolean;
  readonly explanations: readonly Explanation[];
  readonly onExplain: (changed: readonly Explanation[]) => void;
  readonly onReveal: (place: Place) => void;
  readonly onPrint: (receipt: PlanSheet) => void;
}

/** ② 报送: what is in the way, what is to be explained, what is not there, and the slip that goes with it. */
export function HandIn({ seen, busy, isStale, explanations, onExplain, onReveal, onPrint }: HandInProps) {
  const { evaluation, policy } = seen;
  const { templates } = seen.basis;
  const state = useMemo(
    () =>
      handingIn(
        evaluation,
        explanations,
        templates.map(({ sheet }) => sheet),
      ),
    [evaluation, explanations, templates],
  );
  const unread = seen.left.unread.length;
  const { tables } = seen.left;
  const { blocking, open, explained } = state;
  const said = explanationsByKey(explanations);
  const explaining = (finding: Finding) => (
    <Explaining said={said.get(finding.key) ?? null} finding={finding} busy={busy} onExplain={onExplain} />
  );
  const asked = open.length + explained.length;
  const told = { policy, tables, asked, explained: explained.length, on: today() };
  const isReady = blocking.length === 0 && open.length === 0 && unread === 0;
  return (
    <>
      <h1
        className={`fill-state ${isReady ? 'tone-met' : blocking.length > 0 || unread > 0 ? 'tone-error' : 'tone-warning'}`}
      >
        {stateText(state, unread, isStale)}
      </h1>
      <List title="必须改的" count={blocking.length}>
        <Rows findings={blocking} onReveal={onReveal} />
      </List>
      <List title="要改或写核实说明的" count={open.length}>
        <Rows findings={open} onReveal={onReveal}>
          {explaining}
        </Rows>
      </List>
      <List title="写了核实说明的" count={explained.length}>
        <Rows findings={explained} onReveal={onReveal}>
          {explaining}
        </Rows>
      </List>
      <Signers signers={seen.filled.signers} />
      <Without tables={tables} />
      {isReady && !isStale ? (
        <Slip receipt={receiptOf(evaluation, told)} busy={busy} onPrint={onPrint} />
      ) : (
        <p className="quiet fill-line">都改好、说明好以后，这里出报送单。</p>
      )}
    </>
  );
}

function stateText({ blocking, open }: HandingIn, unread: number, isStale: boolean): string {
  if (isStale) return '工作簿改过了，请先点“看看还差什么”。';
  if (unread > 0) return `还不能报送：填报表里有 ${unread} 处没有读出来，见“还差什么”。`;
  if (blocking.length > 0) return `还不能报送：有 ${blocking.length} 处必须改。`;
  return open.length > 0
    ? `还有 ${open.length} 处，改好或写核实说明后报送。`
    : '可以报送了：保存工作簿，连同报送单一起交。';
}

function List({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section className="group">
      <h2 className="group-title">
        {title}
        <span className="count">{count}</span>
      </h2>
      {children}
    </section>
  );
}

interface ExplainingProps {
  readonly finding: Finding;
  readonly said: Explanation | null;
  readonly busy: boolean;
  readonly onExplain: HandInProps['onExplain'];
}

function Explaining({ finding: { key, message }, said, busy, onExplain }: ExplainingProps) {
  const [isOpen, setOpen] = useState(false);
  const [opener, goBack] = useOpener();
  const close = () => {
    setOpen(false);
    goBack();
  };
  const say = (text: string) => onExplain([{ key, about: message, text, review: '', cleared: false }]);
  if (isOpen)
    return (
      <ExplainForm
        before={said?.text ?? ''}
        onCancel={close}
        onSave={(text) => {
          say(text);
          close();
        }}
      />
    );
  return (
    <div className="explanation">
      {said && <p>核实说明：{said.text}</p>}
      {said?.review && <p className="quiet">审核意见：{said.review}</p>}
      <div className="ways">
        <Button size="small" ref={opener} disabled={busy} onClick={() => setOpen(true)}>
          {said ? '改说明' : '写核实说明'}
        </Button>
        {said && (
          <Button size="small" disabled={busy} onClick={() => say('')}>
            收回
          </Button>
        )}
      </div>
    </div>
  );
}

/** A name each; what is wrong with them is among the findings. */
function Signers({ signers }: { readonly signers: readonly Signer[] | null }) {
  return (
    <section className="group">
      <h2 className="group-title">谁签字</h2>
      {signers === null && <p className="line">没有基本情况表，看不出谁签字。</p>}
      {signers?.map(({ label, isFilledIn }) => (
        <p key={label} className="line">
          {label}：{isFilledIn ? '填了' : <strong>还没有填</strong>}
        </p>
      ))}
    </section>
  );
}

function Without({ tables: { empty, lacking } }: { readonly tables: Tables }) {
  const names = [...empty, ...lacking].map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <section className="group">
      <h2 className="group-title">没有填的表</h2>
      <p className="line">
        {names.join('、')}。<span className="quiet">确实没有这项工作的，可以不报。</span>
      </p>
    </section>
  );
}
