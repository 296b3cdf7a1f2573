import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Correction, Evaluation, Place } from '../../shared/model.ts';
import type { Doubt } from './columns.ts';
import { FindingCard } from './FindingRow.tsx';
import { IndicatorRow } from './Indicators.tsx';
import { CloseIcon } from './icons.tsx';
import { More } from './More.tsx';
import { isHere, saidAbout } from './places.ts';
import { QuestionCard } from './Questions.tsx';
import type { Question } from './questions.ts';
import type { Words } from './words.ts';

interface SelectionProps {
  readonly place: Place;
  readonly evaluation: Evaluation;
  /** Of the whole workbook. */
  readonly questions: readonly Question[];
  readonly columns: readonly Doubt[];
  readonly busy: boolean;
  readonly words: Words;
  readonly onSay: (said: Correction) => void;
  readonly onReveal: (place: Place) => void;
  readonly onClose: () => void;
}

/** What is said about the selected cell; nothing at all where nothing is. It lies over the foot, so that the list stays put. */
export function Selection(props: SelectionProps) {
  const { place, evaluation, questions, columns, busy, words, onSay, onReveal, onClose } = props;
  const { asked, findings, indicators } = useMemo(() => {
    const said = saidAbout(place, evaluation);
    const here = questions.filter(({ places }) => places.some((one) => isHere(one, place)));
    const answered = new Set(here.flatMap((one) => one.findings));
    return { ...said, asked: here, findings: said.findings.filter((one) => !answered.has(one)) };
  }, [place, evaluation, questions]);
  const count = asked.length + findings.length + indicators.length;
  if (count === 0) return null;
  return (
    <section
      className="selection"
      aria-label="所选单元格"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 aria-live="polite">
          所选 {place.sheet}!{place.address}：{count} 条
        </h2>
        <Button appearance="subtle" icon={<CloseIcon />} aria-label="收起" onClick={onClose} />
      </header>
      <div className="selection-body">
        {asked.length > 0 && (
          <fieldset className="questions" aria-label="请您说明" disabled={busy}>
            {asked.map((question) => (
              <QuestionCard key={question.key} question={question} onSay={onSay} onReveal={onReveal} />
            ))}
          </fieldset>
        )}
        {indicators.map((indicator) => (
          <IndicatorRow
            key={`${indicator.id}|${indicator.entity}`}
            {...{ indicator, evaluation, words, columns, onReveal }}
          />
        ))}
        <More items={findings}>
          {(finding) => (
            <FindingCard
              key={`${finding.key}|${finding.at.address}`}
              finding={finding}
              columns={columns}
              rule={evaluation.rules.find(({ id }) => id === finding.rule)}
              onReveal={onReveal}
            />
          )}
        </More>
      </div>
    </section>
  );
}
