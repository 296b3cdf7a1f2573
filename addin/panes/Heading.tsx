import { Badge } from '@fluentui/react-components';
import { type Conclusion, conclusionText, type Outcome } from '../../shared/model/conclusions.ts';
import { urbanRuralWords } from '../../shared/model/words.ts';
import type { Unit } from '../../shared/model.ts';
import type { Result } from './states.ts';

interface HeadingProps {
  readonly result: Result;
  readonly conclusion: Conclusion;
  readonly ref: React.Ref<HTMLHeadingElement>;
}

/** Whom the result was taken for, and what follows, in a line each. */
export function Heading({ result, conclusion, ref }: HeadingProps) {
  const { evaluation, local } = result;
  const { unit } = evaluation;
  const name = unitName(unit);
  return (
    <section className="heading">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus after a check, and Office.js moves Tab on only from what is in its list */}
      <h1 ref={ref} tabIndex={0} title={name}>
        {name}
      </h1>
      <Badge appearance="tint" color={unit.urbanRural === 'unknown' ? 'warning' : 'brand'}>
        {urbanRuralWords[unit.urbanRural]}
      </Badge>
      {local && (
        <Badge appearance="outline" color="informative">
          本机计算
        </Badge>
      )}
      <p className={`outcome ${tones[conclusion.outcome]}`}>{conclusionText(conclusion)}</p>
    </section>
  );
}

const tones: Readonly<Record<Outcome, string>> = { return: 'tone-error', verify: 'tone-warning', accept: 'tone-met' };

function unitName({ county, countyName, street, community }: Unit): string {
  const parts = [countyName ?? county, street, community].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : '未读出填报单位';
}
