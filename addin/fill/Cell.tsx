import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId, useMemo } from 'react';
import { type CellSpot, spotAt } from '../../shared/fill/cells.ts';
import type { FieldUse, Page, Section } from '../../shared/model/handbook.ts';
import type { Place, TableReport } from '../../shared/model.ts';
import { type FieldHelp, fieldHelp } from '../help/fields.ts';
import { FoldIcon } from '../panes/icons.tsx';
import { useHeld } from '../returns.ts';
import { Choices } from './Choices.tsx';
import { isFilledIn, noteOf, offeredAt, shortOf, unknown } from './cell-words.ts';
import type { Hand } from './putting.ts';
import './cell.css';

/** What was found at the cell. */
export interface Said {
  readonly count: number;
  readonly body: () => ReactNode;
}

export interface CellProps {
  /** What is selected; null where nothing is, or nobody knows. */
  readonly place: Place | null;
  /** That were read of the workbook. */
  readonly tables: readonly TableReport[];
  /** Id of the policy that is judged by. */
  readonly policy: string;
  /** Null where nothing is filled in. */
  readonly hand: Hand | null;
  readonly said?: Said | null;
  /** Said where the cell is of no table; without it the strip is not there at all. */
  readonly idle?: string;
  /** Leads to where a person can say what a column is. */
  readonly onUnread?: (spot: CellSpot) => void;
}

/**
 * 这一格: one line at the foot, which opens to what belongs in the selected cell and what was found there. It follows the
 * selection and never takes the focus. Until a person opens or closes it, it opens by itself where something was found.
 */
export function Cell({ place, tables, policy, hand, said = null, idle, onUnread }: CellProps) {
  const spot = useMemo(() => place && spotAt(place, tables), [place, tables]);
  const help = useMemo(() => spot && fieldHelp(spot.table, spot.column, policy), [spot, policy]);
  const [wanted, setWanted] = useHeld<boolean | null>('cell', null);
  const body = useId();
  if (!place || (!help && !said)) return idle === undefined ? null : <p className="selection idle quiet">{idle}</p>;
  const isOpen = wanted ?? said !== null;
  const name = help ? nameOf(help) : `${place.sheet}!${place.address}`;
  const short = spot && help && shortOf(spot, help);
  const count = said ? `${said.count} 条` : '';
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !isOpen) return;
    event.stopPropagation();
    setWanted(false);
    document.getElementById(`${body}-line`)?.focus();
  };
  return (
    <section className="selection" aria-label="这一格" onKeyDown={close}>
      <button
        type="button"
        id={`${body}-line`}
        className="selection-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? body : undefined}
        onClick={() => setWanted(!isOpen)}
      >
        <span className="selection-words">
          <strong>这一格：{name}</strong>
          {short && <span className="quiet"> — {short}</span>}
        </span>
        {said && <span className="selection-count"> {count}</span>}
        <FoldIcon />
      </button>
      <p className="unseen" role="status">
        {[name, count].filter(Boolean).join('，')}
      </p>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard
        <section className="selection-body" id={body} aria-label={name} tabIndex={0}>
          {said?.body()}
          {spot && help && <Guidance {...{ spot, help, hand, onUnread }} />}
        </section>
      )}
    </section>
  );
}

const nameOf = ({ table, title }: FieldHelp) => [table, title].filter(Boolean).join(' · ');

interface GuidanceProps {
  readonly spot: CellSpot;
  readonly help: FieldHelp;
  readonly hand: Hand | null;
  readonly onUnread: ((spot: CellSpot) => void) | undefined;
}

/** Made anew for another field, so that it is read from its beginning. */
function Guidance({ spot, help, hand, onUnread }: GuidanceProps) {
  const [own, ...others] = help.pages;
  const note = noteOf(spot);
  return (
    <div className="guidance" key={`${spot.table.id}|${spot.column.field ?? spot.column.column}`}>
      {note && <p className="guidance-note">{note}</p>}
      {!own && (
        <div className="ways">
          <span>{unknown}</span>
          {onUnread && (
            <Button size="small" onClick={() => onUnread(spot)}>
              说明这一列
            </Button>
          )}
        </div>
      )}
      {own && <Told page={own} spot={spot} hand={hand} />}
      {others.map((page) => (
        <section key={page.id}>
          <h3>同一格里还有：{page.title}</h3>
          <Sections sections={page.sections} level="h4" />
        </section>
      ))}
      {help.uses.length > 0 && <Uses uses={help.uses} />}
    </div>
  );
}

/** What may be put there comes right behind what it is. */
function Told({ page, spot, hand }: { readonly page: Page; readonly spot: CellSpot; readonly hand: Hand | null }) {
  const isFirst = ([title]: Section) => title === '填什么';
  const choices = offeredAt(spot, page);
  return (
    <>
      <Sections sections={page.sections.filter(isFirst)} />
      {choices.length > 0 &&
        (hand && isFilledIn(spot) ? (
          <Choices {...{ choices, hand }} place={spot.at} isMany={page.many ?? false} />
        ) : (
          <Sections sections={[['能填的', [choices.join('、')]]]} />
        ))}
      <Sections sections={page.sections.filter((section) => !isFirst(section))} />
    </>
  );
}

interface SectionsProps {
  readonly sections: readonly Section[];
  readonly level?: 'h3' | 'h4';
}

function Sections({ sections, level: Title = 'h3' }: SectionsProps) {
  return sections.map(([title, lines]) => (
    <section key={title}>
      <Title>{title}</Title>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  ));
}

function Uses({ uses }: { readonly uses: readonly FieldUse[] }) {
  return (
    <section>
      <h3>用在哪些指标</h3>
      {uses.map(({ indicator, effect, clause }) => (
        <p key={`${indicator}|${effect}`}>
          {indicator}：{effect}
          {clause && <span className="quiet">（{clause}）</span>}
        </p>
      ))}
    </section>
  );
}
