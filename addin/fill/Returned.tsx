import { Button } from '@fluentui/react-components';
import { handingIn } from '../../shared/fill/handing-in.ts';
import { conclusionText, confirmedOf } from '../../shared/model/conclusions.ts';
import { dateText } from '../../shared/model/figures.ts';
import type { Explanation, Place } from '../../shared/model.ts';
import { CellLink } from '../panes/CellLink.tsx';
import { Bar } from '../panes/Notices.tsx';
import type { Seen } from './filling.ts';

interface ReturnedProps {
  readonly seen: Seen;
  readonly explanations: readonly Explanation[];
  readonly onReveal: (place: Place) => void;
}

/** Why the workbook came back, and where; nothing of one that did not. */
export function Returned({ seen: { basis, evaluation }, explanations, onReveal }: ReturnedProps) {
  const confirmed = confirmedOf(basis.confirmed, evaluation);
  const { refused, blocking } = handingIn(evaluation, explanations);
  const isReturned = confirmed !== null && confirmed.outcome === 'return';
  if (!isReturned && refused.length === 0) return null;
  const isChanged = isReturned && confirmed.dataHash !== evaluation.dataHash;
  const cells = isReturned ? blocking.slice(0, most).map(({ key, at }) => ({ key, at })) : [];
  return (
    <Bar
      tone="warning"
      title={isReturned ? `这册被退回：${conclusionText(confirmed)}` : `有 ${refused.length} 条核实说明没有被接受`}
      actions={basis.own.map((sheet) => (
        <Button key={sheet} onClick={() => onReveal({ sheet, address: 'A1' })}>
          看“{sheet}”
        </Button>
      ))}
    >
      {isReturned && (
        <span className="notice-line">
          {confirmed.office && `${confirmed.office}，`}
          {dateText(confirmed.on)}。{isChanged ? '退回以后数据已经改过，' : '数据还没有改过，'}
          {blocking.length > 0 ? `现在还有 ${blocking.length} 处必须改。` : '必须改的都改好了，可以再报送。'}
        </span>
      )}
      {cells.map(({ key, at }) => (
        <CellLink key={key} place={at} onReveal={onReveal} />
      ))}
      {refused.map(({ finding, explanation }) => (
        <span key={finding.key} className="notice-line">
          {finding.message}
          {explanation.review} <CellLink short place={finding.at} onReveal={onReveal} />
        </span>
      ))}
    </Bar>
  );
}

/** The others are in the list. */
const most = 5;
