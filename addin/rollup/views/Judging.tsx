import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { JudgedPoints, Mode, Rollup, RollupOptions, RollupUnit } from '../../../shared/model.ts';
import { today } from '../../panes/today.ts';
import type { RollupWords } from '../gathering.ts';
import { DateField, TextField } from './Fields.tsx';
import { itemsOf, type JudgedItem, pointsProblems, type TypedPoints, withPoints } from './points.ts';
import { unitName } from './units.ts';

interface JudgingProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly onSay: (said: RollupOptions) => void;
}

/** 人评分 of one unit after another, typed here. */
export function Judging({ rollup, words, said, onSay }: JudgingProps) {
  const { mode } = rollup;
  const all = said.judged ?? [];
  const judged = all.filter((one) => one.mode === mode);
  const units = rollup.units.filter(
    (unit) => unit.state === 'reported' && itemsOf(unit, words?.judged ?? [], judged).length > 0,
  );
  const [key, setKey] = useState('');
  const unit = units.find((one) => one.key === key);
  if (units.length === 0) return <p className="quiet">没有要人评的项目。</p>;
  return (
    <>
      <label className="field wide">
        单位
        <select value={unit ? key : ''} onChange={({ target }) => setKey(target.value)}>
          <option value="">选择单位…</option>
          {units.map((one) => (
            <option key={one.key} value={one.key}>
              {unitName(one.unit, words)}
              {one.unjudged.length > 0 ? `（缺 ${one.unjudged.length} 项）` : '（已评）'}
            </option>
          ))}
        </select>
      </label>
      {unit && (
        <UnitPoints
          key={`${key} ${mode}`}
          {...{ unit, judged: all, mode, onSay }}
          items={itemsOf(unit, words?.judged ?? [], judged)}
        />
      )}
    </>
  );
}

interface UnitPointsProps {
  readonly unit: RollupUnit;
  readonly items: readonly JudgedItem[];
  /** Of both evaluations. */
  readonly judged: readonly JudgedPoints[];
  readonly mode: Mode;
  readonly onSay: JudgingProps['onSay'];
}

function UnitPoints({ unit: { key }, items, judged, mode, onSay }: UnitPointsProps) {
  const [typed, setTyped] = useState(() => typedOf(key, judged, mode));
  const [told, setTold] = useState<readonly string[]>([]);
  return (
    <form
      // What is wrong is said below, in words.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const problems = pointsProblems(typed, items);
        setTold(problems.length > 0 ? problems : ['已保存，名次随之更新。']);
        if (problems.length === 0) onSay({ judged: withPoints(judged, key, items, typed, mode) });
      }}
    >
      <table className="points-table">
        <thead>
          <tr>
            <th scope="col">项目（人评）</th>
            <th scope="col">满分</th>
            <th scope="col">得分</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, max }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{max}</td>
              <td>
                <input
                  type="number"
                  inputMode="decimal"
                  min={0}
                  max={max}
                  step={0.5}
                  aria-label={`${name}得分`}
                  value={typed.points[id] ?? ''}
                  onChange={({ target }) => setTyped({ ...typed, points: { ...typed.points, [id]: target.value } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="fields">
        <TextField label="评分人" value={typed.by} onType={(by) => setTyped({ ...typed, by })} />
        <DateField label="评分日期" value={typed.on} onSay={(on) => setTyped({ ...typed, on })} />
      </div>
      <div className="ways">
        <Button type="submit" appearance="primary">
          保存
        </Button>
        <span className="quiet">得分空着的不作 0 分，仍算未评。</span>
      </div>
      <div role="status">
        {told.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}

function typedOf(key: string, judged: readonly JudgedPoints[], mode: Mode): TypedPoints {
  const own = judged.filter((one) => one.key === key && one.mode === mode);
  return {
    points: Object.fromEntries(own.map(({ item, points }) => [item, String(points)])),
    by: own.at(-1)?.by ?? '',
    on: own.at(-1)?.on ?? today(),
  };
}
