import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { urbanRuralWords } from '../../../shared/model/words.ts';
import type { Rollup, Unit, UrbanRural } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';
import { Choice, TextField } from './Fields.tsx';
import { unitName } from './units.ts';

interface UnitFormProps {
  /** The file that it is said of. */
  readonly path: string;
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly onSay: (unit: Partial<Unit>) => void;
}

const OTHER = '-';

/** Whose a file is: one of the units that are known, those without a file first, or one that is typed. */
export function UnitForm({ path, rollup, words, onSay }: UnitFormProps) {
  const units = useMemo(() => unitsKnown(rollup), [rollup]);
  // By key: what is said may put the units in another order.
  const [chosen, setChosen] = useState('');
  if (chosen === OTHER) return <OtherUnit {...{ path, rollup, words, onSay }} onCancel={() => setChosen('')} />;
  return (
    <form
      className="ways"
      onSubmit={(event) => {
        event.preventDefault();
        const known = units.find(({ key }) => key === chosen);
        if (!known) return;
        onSay(known.unit);
        setChosen('');
      }}
    >
      <select aria-label={`“${path}”是哪个单位的`} value={chosen} onChange={({ target }) => setChosen(target.value)}>
        <option value="">选择单位…</option>
        {units.map(({ key, unit, isMissing }) => (
          <option key={key} value={key}>
            {unitName(unit, words)}
            {isMissing && '（未报送）'}
          </option>
        ))}
        <option value={OTHER}>其他单位…</option>
      </select>
      <Button type="submit" disabled={chosen === ''}>
        确定
      </Button>
    </form>
  );
}

interface OtherUnitProps extends UnitFormProps {
  readonly onCancel: () => void;
}

function OtherUnit({ path, rollup, words, onSay, onCancel }: OtherUnitProps) {
  const now = rollup.units.find(({ file }) => file === path)?.unit;
  const [county, setCounty] = useState(now?.county ?? '');
  const [street, setStreet] = useState(now?.street ?? '');
  const [community, setCommunity] = useState(now?.community ?? '');
  const [urbanRural, setUrbanRural] = useState<UrbanRural>(now?.urbanRural ?? 'unknown');
  const counties = Object.entries(words?.counties ?? {});
  const isWhole = county !== '' && community.trim() !== '';
  return (
    <form
      className="fields"
      aria-label={`“${path}”是哪个单位的`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        const countyName = words?.counties[county] ?? null;
        onSay({ county, countyName, street: street.trim() || null, community: community.trim(), urbanRural });
      }}
    >
      <Choice label="县区" value={county} options={[['', '选择…'], ...counties]} onChoose={setCounty} />
      <TextField label="街道（乡镇）" value={street} onType={setStreet} />
      <TextField label="社区（村）" value={community} onType={setCommunity} />
      <Choice
        label="城乡"
        value={urbanRural}
        options={(['urban', 'rural', 'unknown'] as const).map((one) => [one, urbanRuralWords[one]])}
        onChoose={(one) => setUrbanRural(one as UrbanRural)}
      />
      <div className="ways">
        <Button type="submit" appearance="primary" disabled={!isWhole}>
          确定
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}

interface KnownUnit {
  readonly key: string;
  readonly unit: Unit;
  readonly isMissing: boolean;
}

function unitsKnown({ units }: Rollup): readonly KnownUnit[] {
  const known = new Map<string, KnownUnit>();
  const asked = units.filter(({ unit, state }) => unit.community && state !== 'register' && state !== 'unreadable');
  for (const { key, unit, state } of asked) {
    if (!known.has(key)) known.set(key, { key, unit, isMissing: state === 'missing' });
  }
  return [...known.values()].sort((a, b) => Number(b.isMissing) - Number(a.isMissing));
}
