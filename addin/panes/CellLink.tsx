import { Link } from '@fluentui/react-components';
import type { Place } from '../../shared/model.ts';
import './results.css';

interface CellLinkProps {
  readonly place: Place;
  /** Only the cell: the sheet is said beside it, and to those who hear it. */
  readonly short?: boolean;
  readonly onReveal: (place: Place) => void;
}

/** Leads to a cell of the workbook: 花名册!H7. */
export function CellLink({ place, short = false, onReveal }: CellLinkProps) {
  const name = `${place.sheet}!${place.address}`;
  return (
    <Link
      className="cell-link"
      as="button"
      title={`转到 ${name}`}
      aria-label={short ? name : undefined}
      onClick={() => onReveal(place)}
    >
      {short ? place.address : name}
    </Link>
  );
}
