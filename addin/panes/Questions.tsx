import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { severityWords } from '../../shared/model/words.ts';
import type { Correction, Place } from '../../shared/model.ts';
import { CellLink } from './CellLink.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import { Fold } from './Fold.tsx';
import { SeverityIcon } from './icons.tsx';
import { ListForm } from './ListForm.tsx';
import { More } from './More.tsx';
import type { Question, WordQuestion } from './questions.ts';

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly busy: boolean;
  /** One of them was just answered, so that this is where the person is. */
  readonly answered: boolean;
  readonly onSay: (said: Correction) => void;
  readonly onReveal: (place: Place) => void;
}

/** What only a person can say, before all other findings. */
export function Questions({ questions, busy, answered, onSay, onReveal }: QuestionsProps) {
  const top = useRef<HTMLFieldSetElement>(null);
  // Who has just answered one has the next to answer; every check makes a new list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new list
  useEffect(() => {
    if (answered) top.current?.focus();
  }, [answered, questions]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Office.js moves Tab on only from what is in its list
    <fieldset className="questions group" aria-label="请您说明" disabled={busy} ref={top} tabIndex={0}>
      {questions.length === 0 ? (
        <p className="quiet">要您说明的都说明了。说过的列在“读表”里，可以撤销。</p>
      ) : (
        <>
          <h2 className="group-title">
            请您说明
            <span className="count">{questions.length}</span>
          </h2>
          <p className="quiet severity-hint">说明以前，这些内容不作准。说过的列在“读表”里，可以撤销。</p>
          <More items={questions}>
            {(question) => <QuestionCard key={question.key} question={question} onSay={onSay} onReveal={onReveal} />}
          </More>
        </>
      )}
    </fieldset>
  );
}

type Answering = Pick<QuestionsProps, 'onSay' | 'onReveal'>;

export function QuestionCard({ question, onSay, onReveal }: { readonly question: Question } & Answering) {
  const { severity, places, findings } = question;
  const [first, ...others] = places;
  return (
    <article className="finding">
      <SeverityIcon severity={severity} />
      <div>
        <p className="finding-message">
          <strong className={`tone-${severity}`}>{severityWords[severity]}</strong>{' '}
          {question.kind === 'word' ? wordsAsked(question) : findings[0]!.message}
        </p>
        <Answers question={question} onSay={onSay} />
        <div className="finding-places">
          <CellLink place={first!} onReveal={onReveal} />
          {others.length > 0 && (
            <Fold className="rule" summary={`其余 ${others.length} 处`}>
              {() => (
                <More items={others}>
                  {(place) => (
                    <p key={`${place.sheet}|${place.address}`}>
                      <CellLink place={place} onReveal={onReveal} />
                    </p>
                  )}
                </More>
              )}
            </Fold>
          )}
        </div>
      </div>
    </article>
  );
}

function wordsAsked({ label, text, places }: WordQuestion): string {
  const count = places.length > 1 ? `，共 ${places.length} 处` : '';
  return `“${label}”栏填“${text}”，看不出算什么${count}。`;
}

function Answers({ question, onSay }: { readonly question: Question; readonly onSay: QuestionsProps['onSay'] }) {
  const { sheet, address } = question.places[0]!;
  const nothing = <Button onClick={() => onSay({ kind: 'table', sheet, address, table: null })}>不是数据</Button>;
  switch (question.kind) {
    case 'word':
      return <MeaningForm question={question} onSay={onSay} />;
    case 'column':
      return <ColumnForm doubt={question.doubt} onSay={onSay} />;
    case 'table':
      return question.table ? (
        <ListForm table={question.table} asked onSay={onSay} />
      ) : (
        <div className="ways">{nothing}</div>
      );
    case 'continues': {
      const { of } = question;
      return (
        <div className="ways">
          <Button onClick={() => onSay({ kind: 'continues', sheet, address, of })}>
            接着“{of.sheet}”{of.address} 的表
          </Button>
          {nothing}
        </div>
      );
    }
  }
}

/** So many are buttons; more are a list to choose from, and a button, for arrow keys alone change a choice. */
const mostButtons = 4;
const NONE = '-';

function MeaningForm({
  question,
  onSay,
}: {
  readonly question: WordQuestion;
  readonly onSay: QuestionsProps['onSay'];
}) {
  const { table, field, text, meanings } = question;
  const [chosen, setChosen] = useState('');
  const say = (means: string | boolean | null) => onSay({ kind: 'word', table, field, text, means });
  const none = meanings.length > 0 ? '都不是，当作没填' : '当作没填';
  if (meanings.length <= mostButtons) {
    return (
      <fieldset className="ways" aria-label={`“${text}”算`}>
        {meanings.map(({ means, label }) => (
          <Button key={label} onClick={() => say(means)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => say(null)}>{none}</Button>
      </fieldset>
    );
  }
  return (
    <form
      className="ways"
      onSubmit={(event) => {
        event.preventDefault();
        say(chosen === NONE ? null : meanings[Number(chosen)]!.means);
      }}
    >
      <select aria-label={`“${text}”算`} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">它算…</option>
        {meanings.map(({ label }, at) => (
          <option key={label} value={at}>
            {label}
          </option>
        ))}
        <option value={NONE}>{none}</option>
      </select>
      <Button type="submit" disabled={chosen === ''}>
        确定
      </Button>
    </form>
  );
}
