import type { Correction, Place } from '../shared/model.ts';
import { type Fault, Problem } from './problems.ts';
import { maxFaults } from './requests.ts';

/**
 * Refuses what a pane of ours would not have sent (RULINGS PV13): `places` that masking changes, and corrections of which
 * nothing the same is left in `masked`. Says where, never what. Throws Problem 422.
 */
export function refuseUnexplained(
  places: readonly Place[],
  corrections: readonly Correction[],
  masked: readonly Correction[],
): void {
  const faults: Fault[] = places.map(({ sheet, address }) => ({ path: `${sheet}!${address}`, message }));
  const travelling = new Set(masked.map((one) => JSON.stringify(one)));
  corrections.forEach((one, i) => {
    if (!travelling.has(JSON.stringify(one))) faults.push({ path: `corrections[${i}]`, message });
  });
  if (faults.length === 0) return;
  throw new Problem(
    422,
    `有 ${faults.length} 处文字未脱敏或未能识别，未作评估，也未保存。请从任务窗格重新检查。`,
    faults.slice(0, maxFaults),
  );
}

const message = '未脱敏或未能识别的文字';
