import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Evaluation, Place } from '../../shared/model.ts';
import { FindingCard } from './Findings.tsx';
import { IndicatorRow } from './Indicators.tsx';
import { CloseIcon } from './icons.tsx';
import { More } from './More.tsx';
import { saidAbout } from './places.ts';
import type { Words } from './words.ts';

interface SelectionProps {
  readonly place: Place;
  readonly evaluation: Evaluation;
  readonly words: Words;
  readonly onReveal: (place: Place) => void;
  readonly onClose: () => void;
}

/** What is said about the selected cell; nothing at all where nothing is. It lies over the foot, so that the list stays put. */
export function Selection({ place, evaluation, words, onReveal, onClose }: SelectionProps) {
  const { findings, indicators } = useMemo(() => saidAbout(place, evaluation), [place, evaluation]);
  const count = findings.length + indicators.length;
  if (count === 0) return null;
  return (
    <section className="selection" aria-label="所选单元格">
      <header>
        <h2 aria-live="polite">
          所选 {place.sheet}!{place.address}：{count} 条
        </h2>
        <Button appearance="subtle" icon={<CloseIcon />} aria-label="收起" onClick={onClose} />
      </header>
      <div className="selection-body">
        {indicators.map((indicator) => (
          <IndicatorRow key={`${indicator.id}|${indicator.entity}`} {...{ indicator, words, onReveal }} />
        ))}
        <More items={findings}>
          {(finding) => (
            <FindingCard
              key={`${finding.key}|${finding.at.address}`}
              finding={finding}
              rule={evaluation.rules.find(({ id }) => id === finding.rule)}
              onReveal={onReveal}
            />
          )}
        </More>
      </div>
    </section>
  );
}
