/** What is told of a file, an indicator or a policy when it is asked for. */
import { checkCode } from '../../shared/model/check-codes.ts';
import { gapText, isSet, rateText, targetText, valueText } from '../../shared/model/figures.ts';
import { judgedItems } from '../../shared/model/judged-items.ts';
import type { Evaluation, Indicator, Policy, Rollup, RollupUnit } from '../../shared/model.ts';
import type { CodeAnswer, Detail, RollupWords } from './gathering.ts';

/** Null where the file has no such indicator, or was not judged. */
export function detailOf(file: string, evaluation: Evaluation | null, id: string): Detail | null {
  const indicator = evaluation?.indicators.find((each) => each.id === id && each.basis === undefined);
  if (!evaluation || !indicator) return null;
  const { name, verdict, reasons, citation, evidence } = indicator;
  return {
    file,
    dataHash: evaluation.dataHash,
    name,
    verdict,
    figure: figureText(indicator),
    target: targetText(indicator),
    gap: gapText(indicator) || null,
    reasons,
    clause: `${citation.source}${citation.section}：“${citation.quote}”`,
    evidence,
  };
}

/** 3／10＝30.00%. */
function figureText(indicator: Indicator): string {
  const rate = rateText(indicator);
  return rate === null ? valueText(indicator) : `${indicator.numerator}／${indicator.denominator}＝${rate}`;
}

/** `code` as it is typed from paper: in small letters, with blanks and strokes. */
export function codeAnswer(code: string, { units }: Rollup, { indicators }: Policy): CodeAnswer {
  const typed = code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const found = units.filter(({ dataHash }) => dataHash !== null && checkCode(dataHash) === typed);
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return {
    files: found.flatMap(({ file }) => file ?? []),
    differs: found.flatMap((one) => {
      const counts = units.find(({ state, key, time }) => state === 'reported' && key === one.key && time === one.time);
      if (!counts?.file || !one.file || counts === one || counts.dataHash === one.dataHash) return [];
      const ids = differing(one, counts);
      return [{ file: one.file, counts: counts.file, indicators: ids.map((id) => names.get(id) ?? id) }];
    }),
  };
}

function differing(one: RollupUnit, other: RollupUnit): readonly string[] {
  const ids = new Set([...Object.keys(other.verdicts), ...Object.keys(one.verdicts)]);
  const told = ({ verdicts, figures }: RollupUnit, id: string) => JSON.stringify([verdicts[id], figures[id]]);
  return [...ids].filter((id) => told(one, id) !== told(other, id));
}

export function wordsOf({ indicators, goals, register, scoreTable, rectifyBy }: Policy): RollupWords {
  const isGoal = (id: string) => goals.includes(id);
  const inOrder = [...indicators].sort((a, b) => Number(isGoal(b.id)) - Number(isGoal(a.id)));
  return {
    indicators: inOrder.map(({ id, name, target, spoken }) => ({
      id,
      name,
      isGoal: isGoal(id),
      target: targetText({ target, spoken }),
      due: isSet(target) ? target.due : null,
    })),
    counties: Object.fromEntries(register.units.map(({ id, name }) => [id, name])),
    judged: judgedItems({ scoreTable, indicators }).map(({ id, name, max }) => ({ id, name, max })),
    rectifyBy,
  };
}
