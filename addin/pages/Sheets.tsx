import { Button } from '@fluentui/react-components';
import { parseAddress } from '../../shared/model/addresses.ts';
import { markWords } from '../../shared/model/words.ts';
import type { Mark, MarkLevel, Place } from '../../shared/model.ts';
import { CloseIcon } from '../panes/icons.tsx';
import { MarkSign, Sheet } from './Sheet.tsx';
import { type View, wholeOf } from './views.ts';

interface SheetsProps {
  readonly views: readonly View[];
  readonly marks: readonly Mark[];
  readonly place: Place;
  readonly onSelect: (place: Place) => void;
  /** Where there is no room for it beside the list. */
  readonly onClose: () => void;
}

/** One sheet of the workbook at a time, with what stands in the chosen cell in full above it. */
export function Sheets({ views, marks, place, onSelect, onClose }: SheetsProps) {
  const view = views.find(({ name }) => name === place.sheet) ?? views[0]!;
  const here = marks.filter(({ sheet }) => sheet === view.name);
  const area = parseAddress(place.address);
  const cell = area && wholeOf(view, area);
  return (
    <section className="sheets" aria-label="工作表">
      <header className="sheets-head">
        <select
          aria-label="选择工作表"
          value={view.name}
          onChange={({ target }) => onSelect({ sheet: target.value, address: 'A1' })}
        >
          {views.map(({ name, hidden }) => (
            <option key={name} value={name}>
              {name}
              {hidden && '（隐藏）'}
              {marks.some(({ sheet }) => sheet === name) && '（有标注）'}
            </option>
          ))}
        </select>
        <p className="sheets-cell" aria-live="polite">
          <strong>{place.address}</strong> {cell && view.textAt(cell.top, cell.left)}
        </p>
        <Button
          className="sheets-close"
          appearance="subtle"
          icon={<CloseIcon />}
          aria-label="收起表格"
          onClick={onClose}
        />
      </header>
      <Sheet
        key={view.name}
        view={view}
        marks={here}
        place={place}
        onSelect={(address) => onSelect({ sheet: view.name, address })}
      />
      {here.length > 0 && (
        <p className="sheets-legend">
          {levels
            .filter((level) => here.some((one) => one.level === level))
            .map((level) => (
              <span key={level} className={`legend tone-${level === 'gap' ? 'unmet' : level}`}>
                <MarkSign level={level} />
                <span aria-hidden="true">{markWords[level]}</span>
              </span>
            ))}
        </p>
      )}
    </section>
  );
}

const levels: readonly MarkLevel[] = ['error', 'gap', 'warning', 'note'];
