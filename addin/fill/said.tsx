/** What a check found at the selected cell, as 填报 tells it. */
import type { Finding, Place } from '../../shared/model.ts';
import { CellLink } from '../panes/CellLink.tsx';
import { SeverityIcon } from '../panes/icons.tsx';
import { isHere } from '../panes/places.ts';
import type { Said } from './Cell.tsx';

/** Null where nothing was found. */
export function findingsAt(
  place: Place | null,
  findings: readonly Finding[],
  onReveal: (place: Place) => void,
): Said | null {
  const here = place ? findings.filter(({ at }) => isHere(at, place)) : [];
  if (here.length === 0) return null;
  return {
    count: here.length,
    body: () => here.map((finding) => <Found key={finding.key} {...{ finding, onReveal }} />),
  };
}

function Found({ finding, onReveal }: { readonly finding: Finding; readonly onReveal: (place: Place) => void }) {
  const { severity, message, fix, related } = finding;
  return (
    <article className="finding">
      <SeverityIcon severity={severity} />
      <div>
        <p>{message}</p>
        {fix && <p className="quiet">处理：{fix}</p>}
        {related.map((place) => (
          <p key={`${place.sheet}|${place.address}`}>
            <span className="quiet">参见 </span>
            <CellLink place={place} onReveal={onReveal} />
          </p>
        ))}
      </div>
    </article>
  );
}
