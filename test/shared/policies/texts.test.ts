/** 计算方法、文件未明确之处、采用口径是给人看的话，不是记号；清单指标说明按清单认定。 */
import { expect, test } from 'vitest';
import type { IndicatorDef } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';

const indicators = policies.flatMap((policy) => policy.indicators.map((def) => [policy.id, def.id, def] as const));

/** Set notation, words of the catalogue, keys of fields (`pop_resident`), letters without a bracket, and an indicator explained by another one's code. */
const NOTATION = /[∈∉⊆{}｜Σ]|目标集|集合|同[“A-Z]|[a-z]{2,}|_|(?:^|[；。])[a-h](?![)、])/;

test.each(indicators)('%s %s 没有记号', (_policy, _id, { formula, open, calibre }) => {
  expect([formula, open, calibre].filter((text) => NOTATION.test(text))).toEqual([]);
});

const checklist = ({ measure: { kind } }: IndicatorDef) => kind === 'items' || kind === 'words';
const needsProof = ({ measure }: IndicatorDef) =>
  measure.kind === 'items' && JSON.stringify(measure.where).includes('补填佐证材料');

test.each(indicators.filter(([, , def]) => checklist(def)))('%s %s 按清单认定', (_policy, _id, def) => {
  expect(def.formula).toContain('清单');
  expect(def.formula.includes('没有佐证材料的待核实')).toBe(needsProof(def));
});

test.each(indicators.filter(([, , { target }]) => target.binding === 'information'))(
  '%s %s 只作参考，口径里说明不判达标',
  (_policy, _id, { calibre }) => {
    expect(calibre).toContain('不判达标');
  },
);

test.each(indicators)('%s %s 逐条作答的，问过才答', (_policy, _id, { open, calibre }) => {
  const letters = (text: string) => [...text.matchAll(/([a-h](?:、[a-h])*)\)/g)].flatMap(([, all]) => all!.split('、'));
  expect(letters(open)).toEqual(expect.arrayContaining(letters(calibre)));
});
