import { Link } from '@fluentui/react-components';
import type { Place } from '../../shared/model.ts';

/** Leads to a cell of the workbook: 花名册!H7. */
export function CellLink({ place, onReveal }: { readonly place: Place; readonly onReveal: (place: Place) => void }) {
  const name = `${place.sheet}!${place.address}`;
  return (
    <Link className="cell-link" as="button" title={`转到 ${name}`} onClick={() => onReveal(place)}>
      {name}
    </Link>
  );
}
