import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { columnLineName, type Doubt } from './columns.ts';
import { GoingContext } from './whereabouts.ts';

/** Leads from what comes of a column that was not understood to where a person can say what it is. */
export function ColumnLink({ doubt }: { readonly doubt: Doubt | null }) {
  const { onGo } = use(GoingContext);
  if (!doubt) return null;
  const { at, column, heading } = doubt;
  return (
    <div className="ways">
      <span>
        “{at.sheet}”{column} 列{heading && `“${heading}”`}没有认出，可能就是它。
      </span>
      <Button size="small" onClick={() => onGo({ part: 'reading' }, columnLineName(doubt))}>
        说明这一列
      </Button>
    </div>
  );
}
