import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { urbanRuralWords } from '../../../shared/model/words.ts';
import type { Ranked, Rollup, RollupOptions, RollupUnit, UrbanRural } from '../../../shared/model.ts';
import type { RollupWords } from '../gathering.ts';
import { gradeText, scoreTitle, unitName, unitNames, unitsShown } from './units.ts';

interface RankingProps {
  readonly rollup: Rollup;
  readonly words: RollupWords | null;
  readonly said: RollupOptions;
  readonly onChoose: (unit: RollupUnit) => void;
}

/** Urban and rural apart, for they are judged by other goals; those who handed nothing in stand at the end and have no rank. */
export function Ranking({ rollup, words, said, onChoose }: RankingProps) {
  const { ranking, mode } = rollup;
  const units = new Map(rollup.units.filter(({ state }) => state === 'reported').map((unit) => [unit.key, unit]));
  const others = unitsShown(rollup).filter(({ key }) => !ranking.some((one) => one.key === key));
  const kinds = kindsOfUnits.filter((kind) => ranking.some(({ urbanRural }) => urbanRural === kind));
  if (ranking.length === 0)
    return (
      <section className="group">
        <h2 className="group-title">排名</h2>
        <p className="quiet">还没有评分。没有评分表的评估依据不排名。</p>
      </section>
    );
  return (
    <section className="group">
      <h2 className="group-title">排名</h2>
      <p className="quiet">
        城市社区和农村社区要求不同，分开排。按{scoreTitle(mode)}，同分并列
        {mode === 'midterm' ? '；中期只看进度，不出等级' : ''}。
      </p>
      {kinds.map((kind) => (
        <Block
          key={kind}
          kind={kind}
          ranked={ranking.filter(({ urbanRural }) => urbanRural === kind)}
          {...{ rollup, words, said, units, onChoose }}
        />
      ))}
      {others.length > 0 && (
        <p>
          没有名次：
          {others
            .map((unit) => `${unitName(unit.unit, words)}（${unit.state === 'missing' ? '未报送' : '没有评分'}）`)
            .join('、')}
        </p>
      )}
    </section>
  );
}

interface BlockProps extends RankingProps {
  readonly kind: UrbanRural;
  readonly ranked: readonly Ranked[];
  readonly units: ReadonlyMap<string, RollupUnit>;
}

/** So many are there at once; hundreds are shown when they are asked for. */
const first = 20;

function Block({ kind, ranked, units, ...props }: BlockProps) {
  const { mode } = props.rollup;
  const [all, setAll] = useState(false);
  return (
    <>
      <table className="ranking">
        <caption>{urbanRuralWords[kind]}</caption>
        <thead>
          <tr>
            <th scope="col">名次</th>
            <th scope="col">单位</th>
            <th scope="col">{scoreTitle(mode)}</th>
            {mode === 'final' && <th scope="col">等级</th>}
            <th scope="col">达标/应评</th>
          </tr>
        </thead>
        <tbody>
          {(all ? ranked : ranked.slice(0, first)).map((one) => (
            <Line key={one.key} one={one} unit={units.get(one.key)} {...props} />
          ))}
        </tbody>
      </table>
      {!all && ranked.length > first && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          显示全部 {ranked.length} 个单位
        </Button>
      )}
    </>
  );
}

const kindsOfUnits: readonly UrbanRural[] = ['urban', 'rural', 'unknown'];

interface LineProps extends RankingProps {
  readonly one: Ranked;
  readonly unit: RollupUnit | undefined;
}

function Line({ one, unit, rollup, words, said, onChoose }: LineProps) {
  const isJudged = said.judged?.some(
    ({ key, item, mode }) => key === one.key && mode === rollup.mode && !unit?.unjudged.includes(item),
  );
  return (
    <tr>
      <td>{one.rank}</td>
      <th scope="row">
        {unit && (
          <button type="button" className="unit-link" onClick={() => onChoose(unit)}>
            {unitNames(unit.unit, words)[0]}
          </button>
        )}
        <span className="quiet">{unit && unitNames(unit.unit, words)[1]}</span>
      </th>
      <td>
        {one.score.toFixed(2)}
        {isJudged && <span className="quiet">含人评</span>}
      </td>
      {rollup.mode === 'final' && <td>{one.grade ?? (unit && gradeText(unit, rollup.mode))}</td>}
      <td>
        {one.met}/{one.due}
      </td>
    </tr>
  );
}
