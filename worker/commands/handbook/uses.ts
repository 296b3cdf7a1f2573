import { roleFields } from '../../../shared/model/catalogue.ts';
import { dateText } from '../../../shared/model/figures.ts';
import type { FieldUse } from '../../../shared/model/handbook.ts';
import type { IndicatorDef, Policy, RuleDef } from '../../../shared/model.ts';
import { sheets } from '../../../shared/sheets.ts';
import type { Effect } from './conditions.ts';
import { labelOf } from './fields.ts';
import { measured } from './measured.ts';

/**
 * What each field is for under a policy, by table and field: in indicators; where it is in none, in what it is held against.
 * A field that is only kept has no entry.
 */
export function usesOf(policy: Policy): Readonly<Record<string, readonly FieldUse[]>> {
  const uses = new Map<string, FieldUse[]>();
  for (const indicator of policy.indicators)
    for (const [place, effects] of byField(ownEffects(indicator, policy)))
      put(uses, place, fieldUse(indicator, effects));
  for (const [place, effects] of byField(policy.rules.flatMap(checkEffects)))
    if (!uses.has(place)) put(uses, place, { indicator: '各项指标', effect: checkText(effects), clause: '' });
  const own = new Map([...uses].map(([place, all]) => [place, [...all]]));
  for (const { place, of, effect } of standIns())
    for (const use of own.get(of) ?? []) put(uses, place, { ...use, effect });
  return Object.fromEntries([...uses].map(([place, all]) => [place, grouped(all, policy)]));
}

/** What an indicator reads, then what is given beside it, and what it is held against. */
function ownEffects(indicator: IndicatorDef, policy: Policy): readonly Effect[] {
  const { window } = policy;
  const { references = [], self = [], spoken } = indicator;
  const main = mainEffects(indicator, policy);
  const beside = references.flatMap(({ basis, measure }) =>
    measured(measure, { window, spoken }).map(({ table, field }) => ({
      table,
      field,
      effect: `${forReference}“${basis}”`,
    })),
  );
  const stated = self.map(({ table, field }) => ({ table, field, effect: '自报的数，只用来与明细核对' }));
  const others = [...beside, ...stated].filter((one) => !main.some((other) => isSame(one, other)));
  return [...main, ...others, ...kindOf(indicator)];
}

const forReference = '用来算参考数';

/** By itself, or through the indicators that it follows from. */
function mainEffects({ measure, spoken }: IndicatorDef, policy: Policy): readonly Effect[] {
  if (measure.kind !== 'parts' && measure.kind !== 'milestone') return measured(measure, { ...policy, spoken });
  const parts = policy.indicators.filter(({ id }) => measure.of.includes(id));
  const read = parts.flatMap((part) => mainEffects(part, policy).map((effect) => ({ ...effect, effect: part.name })));
  return [...byField(read).values()].map((effects) => {
    const names = [...new Set(effects.map(({ effect }) => effect))].map((name) => `“${name}”`);
    return { ...effects[0], effect: `通过${names.join('')}影响这一项` };
  });
}

const isSame = (one: Effect, other: Effect) => one.table === other.table && one.field === other.field;

/** What tells for which communities an indicator is judged. */
function kindOf({ target }: IndicatorDef): readonly Effect[] {
  if (!target.only) return [];
  const { urbanRural, urbanRuralCode } = roleFields.facts;
  const facts = sheets.tables.find(({ role }) => role === 'facts')!;
  return [urbanRuralCode, urbanRural].map((field) => ({
    table: facts.id,
    field,
    effect: `决定本社区按城市还是按农村判，这一项只判${kindWords[target.only!.kind]}社区`,
  }));
}

const kindWords = { urban: '城市', rural: '农村' } as const;

function byField(effects: readonly Effect[]): ReadonlyMap<string, readonly [Effect, ...Effect[]]> {
  const places = new Map<string, [Effect, ...Effect[]]>();
  for (const effect of effects) {
    const place = `${effect.table}.${effect.field}`;
    const there = places.get(place);
    if (there) there.push(effect);
    else places.set(place, [effect]);
  }
  return places;
}

function put(uses: Map<string, FieldUse[]>, place: string, use: FieldUse): void {
  const there = uses.get(place);
  if (there) there.push(use);
  else uses.set(place, [use]);
}

function fieldUse({ name, citation, target }: IndicatorDef, effects: readonly Effect[]): FieldUse {
  const narrow = effects.filter(({ codes }) => !codes || !effects.some((other) => isWithin(other.codes, codes)));
  const lines = new Set(narrow.flatMap(({ effect }) => effect.split('；')));
  const only = target.only ? [`只判${kindWords[target.only.kind]}社区`] : [];
  const binding = target.binding === 'binding' ? [] : ['只作参考'];
  return {
    indicator: name,
    effect: `${[...lines].join('；')}。`,
    clause: [`${citation.source} ${citation.section}`, ...only, ...binding, `期限：${dateText(target.due)}`].join('，'),
  };
}

/** Where 登记 alone counts, it says nothing that 登记 and 备案 do. */
const isWithin = (few: readonly string[] | undefined, many: readonly string[]) =>
  few !== undefined && few.length < many.length && few.every((code) => many.includes(code));

/** The fields that a rule compares. */
function checkEffects({ title, table, tests }: RuleDef): readonly Effect[] {
  return [...new Set(tests.flatMap((test) => placesIn(test, table)))].map((place) => {
    const [id, field] = place.split('.');
    return { table: id!, field: field!, effect: title };
  });
}

function placesIn(data: unknown, table: string | null): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const named = data as { readonly [name: string]: unknown };
  // A condition is on the table that it is asked of; the table in it is another one's.
  const isCondition = 'is' in named;
  const own = isCondition ? table : typeof named.table === 'string' ? named.table : (identityTable(named) ?? table);
  return Object.entries(named).flatMap(([name, value]) => {
    if (own && (name === 'field' || name === 'fields')) return [value].flat().map((key) => `${own}.${String(key)}`);
    if (isCondition && name === 'as') return [`${String(named.table)}.${String(value)}`];
    return placesIn(value, own);
  });
}

const identityTable = ({ identity }: { readonly identity?: unknown }) =>
  typeof identity === 'string' ? sheets.identities[identity]!.table : null;

const checkText = (effects: readonly Effect[]) =>
  `不计入，只用来核对：${[...new Set(effects.map(({ effect }) => effect))].join('；')}。`;

interface StandIn {
  readonly place: string;
  readonly of: string;
  readonly effect: string;
}

/** A column that stands in for another: words in a remark, 职务 where there is no 人员类别. */
function standIns(): readonly StandIn[] {
  return sheets.tables.flatMap(({ id, fields, remarks = [] }) => {
    const standIn = (key: string, other: string, effect: string) => ({
      place: `${id}.${key}`,
      of: `${id}.${other}`,
      effect,
    });
    const remark = fields.find(({ type }) => type === 'remark')?.key;
    const told = remark ? [...new Set(remarks.map(({ field }) => field))] : [];
    return [
      ...told.map((other) => standIn(remark!, other, `写明“${labelOf(id, other)}”的，当作填了那一栏。`)),
      ...fields.flatMap(({ key, label, fallback }) => {
        const when = fallback?.columnOnly ? `表里没有“${label}”一栏时` : `“${label}”没有填时`;
        return fallback ? [standIn(fallback.field, key, `${when}，用这一格代替。`)] : [];
      }),
    ];
  });
}

/** One saying for many indicators stands once. */
function grouped(uses: readonly FieldUse[], { indicators, source }: Policy): readonly FieldUse[] {
  const many = new Map<string, FieldUse[]>();
  for (const use of uses) many.set(use.effect, [...(many.get(use.effect) ?? []), use]);
  return [...many.values()].flatMap((alike) => {
    const [{ indicator, effect }] = alike as [FieldUse];
    if (alike.length <= most) return alike;
    const names = alike.map((use) => use.indicator);
    const cited = indicators.filter(({ name }) => names.includes(name)).map(({ citation }) => citation.section);
    const sections = [...new Set(cited)];
    const clause = `${source} ${sections.slice(0, most).join('；')}${sections.length > most ? '等' : ''}`;
    return [{ indicator: `“${indicator}”等${alike.length}项指标`, effect, clause }];
  });
}

/** More than so many lines that say the same are hard to read. */
const most = 3;
