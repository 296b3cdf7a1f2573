import { Button } from '@fluentui/react-components';
import { use, useEffect, useRef, useState } from 'react';
import {
  conclusionOf,
  conclusionText,
  confirmedOf,
  isCurrent,
  type Outcome,
  reserveText,
} from '../../shared/model/conclusions.ts';
import { dateText } from '../../shared/model/figures.ts';
import { modeWords } from '../../shared/model/words.ts';
import type { Confirmed, Evaluation, Explanation } from '../../shared/model.ts';
import { rememberedOffice, rememberOffice } from './offices.ts';
import { NoticeContext } from './papers.ts';
import { ReturnNotice } from './ReturnNotice.tsx';
import { today } from './today.ts';

export interface ConclusionProps {
  readonly evaluation: Evaluation;
  readonly explanations: readonly Explanation[];
  readonly confirmed: readonly Confirmed[];
  readonly busy: boolean;
  /** The workbook, or what it is to be judged by, is no longer what the evaluation speaks of. */
  readonly stale: boolean;
  /** In the place of those of before. */
  readonly onConfirm: (confirmed: readonly Confirmed[]) => void;
}

/** 结论 in one line, and its confirmation. */
export function Conclusion({ evaluation, explanations, confirmed, busy, stale, onConfirm }: ConclusionProps) {
  const conclusion = conclusionOf(evaluation, explanations);
  const held = confirmedOf(confirmed, evaluation);
  const current = held !== null && isCurrent(held, evaluation, conclusion);
  const others = confirmed.filter((one) => one !== held);
  // A confirmation that the workbook took closes the form that it was given in.
  const [opened, setOpened] = useState<{ readonly held: Confirmed | null } | null>(null);
  const isOpen = opened !== null && opened.held === held && !stale;
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const reserve = reserveText(conclusion);
  const notices = use(NoticeContext);
  const { outcome, warnings, explained } = conclusion;
  return (
    <section className="conclusion" aria-label="结论">
      <p className={`tone-${tones[outcome]}`}>
        <strong>结论：{conclusionText(conclusion)}</strong>
        {outcome === 'return' && warnings > 0 && `；核实 ${warnings} 项，已说明 ${explained} 项`}
        {reserve && `。${reserve}`}
      </p>
      {outcome === 'accept' && <p className="quiet">说的是报来的数据可以接收；指标达标没有，看“指标”。</p>}
      {stale && <p className="tone-warning">工作簿或评估类型、截止日已有改动，这是改动前的结论，请重新检查。</p>}
      {held && (
        <p className="quiet">
          {current
            ? `${held.office}已于${dateText(held.on)}确认。`
            : `上次：${dateText(held.on)}${held.office} ${conclusionText(held)}（${sinceWords(held, evaluation)}）`}
        </p>
      )}
      {isOpen ? (
        <ConfirmForm
          evaluation={evaluation}
          words={conclusionText(conclusion)}
          busy={busy}
          onCancel={() => setOpened(null)}
          onConfirm={(office, on) => {
            rememberOffice(office);
            const { policy, mode, asOf, dataHash } = evaluation;
            onConfirm([...others, { ...conclusion, policy: policy.id, mode, asOf, on, dataHash, office }]);
          }}
        />
      ) : (
        <div className="ways">
          <Button size="small" ref={opener} disabled={busy || stale} onClick={() => setOpened({ held })}>
            {held ? '重新确认' : '确认结论'}
          </Button>
          {current && (
            <Button size="small" disabled={busy} onClick={() => onConfirm(others)}>
              撤回确认
            </Button>
          )}
        </div>
      )}
      {notices && outcome === 'return' && !stale && <ReturnNotice {...{ evaluation, notices }} />}
    </section>
  );
}

const tones: Readonly<Record<Outcome, string>> = { return: 'error', verify: 'warning', accept: 'met' };

function sinceWords(held: Confirmed, { dataHash, asOf }: Evaluation): string {
  if (held.dataHash !== dataHash) return '数据已变';
  return held.asOf === asOf ? '问题或说明已变' : `那时截至${dateText(held.asOf)}`;
}

interface ConfirmFormProps {
  readonly evaluation: Evaluation;
  readonly words: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: (office: string, on: string) => void;
}

function ConfirmForm({ evaluation, words, busy, onCancel, onConfirm }: ConfirmFormProps) {
  const [office, setOffice] = useState(rememberedOffice);
  const [on, setOn] = useState(() => today());
  const isAhead = on > today();
  const doubt = isAhead ? '这一天还没有到，请改。' : on < evaluation.asOf ? '早于数据截止日，请核对。' : '';
  return (
    <form
      className="explain-form"
      aria-label="确认结论"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(office.trim(), on);
      }}
    >
      <p>
        确认：{modeWords[evaluation.mode]}评估、截至{dateText(evaluation.asOf)}的数据，{words}。
      </p>
      <label>
        审核单位
        <input
          value={office}
          maxLength={60}
          // biome-ignore lint/a11y/noAutofocus: it was just asked for
          autoFocus
          onChange={({ target }) => setOffice(target.value)}
        />
      </label>
      <label>
        日期
        <input type="date" value={on} max={today()} onChange={({ target }) => setOn(target.value)} />
      </label>
      {on !== '' && doubt && (
        <p className="tone-warning" role="status">
          {doubt}
        </p>
      )}
      <div className="ways">
        <Button type="submit" appearance="primary" disabled={busy || office.trim() === '' || on === '' || isAhead}>
          确认
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          取消
        </Button>
      </div>
      <p className="quiet">存在工作簿里，写入时印在“评估摘要”上。</p>
    </form>
  );
}
