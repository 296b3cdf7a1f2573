/** Rows of tables that were edited: which is which, cell by cell. */
import { aligned } from './aligned.ts';
import { type KeptByName, shortSign } from './lines.ts';
import { isSame, type KeptPlace, type Left, type Paired, type Place } from './pairs.ts';
import { partnersOf } from './partners.ts';

export function rowsPaired(left: Left, kept: KeptByName): Paired {
  const made = left.made.filter(({ of }) => of.isRow);
  const now = left.now.filter(({ of }) => of.isRow);
  const byMark = new Map(
    made.flatMap((one, at) => one.of.units.flatMap(({ marks }) => marks.map((name) => [name, at]))),
  );
  const partners = partnersOf(
    made.map(({ gap, of }) => ({ gap: String(gap), first: of.units[0]?.sign ?? null })),
    now.map(({ gap, of }) => ({
      gap: String(gap),
      first: of.units[0]?.sign ?? null,
      wanted: of.units.flatMap(({ marks }) => marks.flatMap(({ name }) => byMark.get(name) ?? [])),
    })),
  );
  const used = new Set(partners);
  const cells = now.map((one, at) => {
    const partner = made[partners[at]!];
    return partner ? cellsPaired(keptPlaces(partner), placesOf(one), kept) : { ...none, added: placesOf(one) };
  });
  return {
    pairs: cells.flatMap((one) => one.pairs),
    added: cells.flatMap((one) => one.added),
    gone: [
      ...cells.flatMap((one) => one.gone),
      ...made.flatMap((one, at) => (used.has(at) ? [] : [{ made: keptPlaces(one), isRow: true }])),
    ],
  };
}

const none: Paired = { pairs: [], added: [], gone: [] };

const placesOf = ({ line, of }: Left['now'][number]): readonly Place[] =>
  of.units.map((unit, at) => ({ line, at, unit }));

const keptPlaces = ({ line, of }: Left['made'][number]): readonly KeptPlace[] =>
  of.units.map((unit, at) => ({ line, at, unit }));

/** Of one row. */
function cellsPaired(made: readonly KeptPlace[], now: readonly Place[], kept: KeptByName): Paired {
  const signs = (cells: readonly (Place | KeptPlace)[]) => cells.map(({ unit }) => unit.sign);
  const places = made.length === now.length ? [...now.keys()] : aligned(signs(made), signs(now));
  const stayed = new Set(places);
  const pairs = now.flatMap((cell, at) => {
    const before = made[places[at]!];
    return before ? [{ made: before, now: cell, isSame: isSame(before, cell, kept) }] : [];
  });
  return {
    pairs,
    added: now.filter((_, at) => places[at]! < 0),
    gone: made.flatMap((cell, at) =>
      stayed.has(at) || cell.unit.sign === nothing ? [] : [{ made: [cell], isRow: false }],
    ),
  };
}

const nothing = shortSign('');
