import { use, useMemo } from 'react';
import type { Correction, Evaluation, Place } from '../../shared/model.ts';
import { Cell } from '../fill/Cell.tsx';
import { columnLineName, type Doubt } from './columns.ts';
import { FindingCard } from './FindingRow.tsx';
import { IndicatorRow } from './Indicators.tsx';
import { More } from './More.tsx';
import { isHere, saidAbout } from './places.ts';
import { QuestionCard } from './Questions.tsx';
import type { Question } from './questions.ts';
import { GoingContext } from './whereabouts.ts';
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
}

/** 这一格 of 检查, which changes no figure: what belongs in the selected cell, and what is said about it. */
export function Selection(props: SelectionProps) {
  const { place, evaluation, questions, columns } = props;
  const { onGo } = use(GoingContext);
  const here = useMemo(() => saidHere(place, evaluation, questions), [place, evaluation, questions]);
  const count = here.asked.length + here.findings.length + here.indicators.length;
  return (
    <Cell
      place={place}
      tables={evaluation.tables}
      policy={evaluation.policy.id}
      hand={null}
      said={count > 0 ? { count, body: () => <SaidHere {...props} {...here} /> } : null}
      onUnread={({ table, column }) => {
        const doubt = columns.find((one) => one.table === table && one.column === column.column);
        onGo({ part: 'reading' }, doubt && columnLineName(doubt));
      }}
    />
  );
}

/** Findings that a question stands for are told by it. */
function saidHere(place: Place, evaluation: Evaluation, questions: readonly Question[]) {
  const said = saidAbout(place, evaluation);
  const asked = questions.filter(({ places }) => places.some((one) => isHere(one, place)));
  const answered = new Set(asked.flatMap((one) => one.findings));
  return { ...said, asked, findings: said.findings.filter((one) => !answered.has(one)) };
}

function SaidHere({
  asked,
  findings,
  indicators,
  evaluation,
  columns,
  busy,
  words,
  onSay,
  onReveal,
}: SelectionProps & ReturnType<typeof saidHere>) {
  return (
    <>
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
    </>
  );
}
