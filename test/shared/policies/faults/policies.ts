/** Whether a policy can be judged by, and what sheets look like be read by, before anything is. */
import { serialOf } from '../../../../shared/model/days.ts';
import type { CheckCatalogue, IndicatorDef, Policy, ScoreTable } from '../../../../shared/model.ts';
import { figureFaults, measureFaults, partFaults } from './measures.ts';
import { at, dayFaults, emptyFaults, type Faults, tableFaults, twiceFaults } from './names.ts';
import { ruleFaults } from './rules.ts';
import { sheetFaults } from './sheets.ts';

const OPERATORS = ['>=', '>', '<=', '<', '='];

/** What is wrong with a policy and the sheets that it is judged from, in words, each with its place; empty for sound ones. */
export function faultsIn(policy: Policy, catalogue: CheckCatalogue): Faults {
  const { indicators, document, window, scoreTable, words } = policy;
  const ids = indicators.map(({ id }) => id);
  const titled = indicators.some(({ measure }) => measure.kind === 'qualified');
  const about = [
    ...(policy.id && policy.version && policy.source ? [] : ['目标集须有编号、版本和依据。']),
    ...emptyFaults({
      名称: policy.name,
      文件标题: document.title,
      工作的名称: words.work,
      认出本文件的词: words.signs[0],
    }),
    ...dayFaults(window.from, window.to, policy.midtermAsOf, policy.finalAsOf),
    ...(serialOf(window.from) > serialOf(window.to) ? ['窗口的首日晚于末日。'] : []),
    ...(policy.scored === (scoreTable !== null) ? [] : ['有没有评分表，两处说法不同。']),
    ...(titled && !scoreTable ? ['有示范点资格的目标集须有评分表。'] : []),
    ...(policy.register.closed && policy.register.units.length === 0 ? ['名册固定的目标集须列出单位。'] : []),
    ...(twiceFaults('指标', ids).length > 0 ? ['同一目标集内指标编号重复。'] : []),
    ...indicators.flatMap((def) => at(`指标 ${def.id}`, indicatorFaults(def, ids, catalogue))),
    ...ruleFaults(policy, catalogue),
    ...(scoreTable ? at('评分表', scoreFaults(scoreTable, ids)) : []),
  ];
  return [...at(policy.id || '？', about), ...sheetFaults(catalogue)];
}

function indicatorFaults(def: IndicatorDef, ids: readonly string[], catalogue: CheckCatalogue): Faults {
  const { target, citation, noun, advice, references = [] } = def;
  const whole = Number.isSafeInteger(target.p) && Number.isSafeInteger(target.q) && target.q > 0;
  return [
    ...emptyFaults({ 编号: def.id, 名称: def.name, 计算方法: def.formula, 条款: citation.section }),
    ...(citation.source && citation.quote ? [] : ['目标须注明依据和引文。']),
    ...(OPERATORS.includes(target.op) ? [] : ['比较方式须为 >=、>、<=、<、= 之一。']),
    ...(whole ? [] : ['目标值须为整数 p 除以正整数 q。']),
    ...(target.unit ? [] : ['目标须有单位。']),
    ...dayFaults(target.due),
    ...at('先决条件', partFaults(target.ripe ?? [], ids)),
    ...(noun === undefined ? [] : nounFaults(noun)),
    ...(advice === undefined ? [] : emptyFaults({ 建议: advice })),
    ...measureFaults(def.measure, catalogue, ids),
    ...tableFaults(def.within ? [def.within] : [], catalogue),
    ...at(
      '自报数',
      (def.self ?? []).flatMap((figure) => selfFaults(figure, catalogue)),
    ),
    ...references.flatMap(({ basis, measure, windowEnd }) =>
      at(`参考数“${basis}”`, [
        ...emptyFaults({ 口径: basis }),
        ...dayFaults(windowEnd),
        ...measureFaults(measure, catalogue, ids),
      ]),
    ),
  ];
}

/** Said after a number: 3名持证社工. */
const nounFaults = (noun: string): Faults =>
  /^\p{Script=Han}[\p{Script=Han}（）“”、]+$/u.test(noun) ? [] : ['名词须以量词开头，不带数字和空格。'];

/** A yes or no may be reported as well. */
function selfFaults(figure: NonNullable<IndicatorDef['self']>[number], catalogue: CheckCatalogue): Faults {
  const yesOrNo = catalogue.tables.some(
    ({ id, fields }) => id === figure.table && fields.some((f) => f.key === figure.field && f.type === 'boolean'),
  );
  return yesOrNo ? [] : figureFaults(figure, catalogue);
}

function scoreFaults(table: ScoreTable, ids: readonly string[]): Faults {
  const { items, grades, full } = table;
  const most = (kind: 'urban' | 'rural') =>
    items.filter(({ only }) => only === undefined || only === kind).reduce((sum, { max }) => sum + max, 0);
  const froms = grades.map(({ from }) => from);
  return [
    ...emptyFaults({ 编号: table.id, 版本: table.version, 名称: table.name, 性质: table.status, 出处: table.source }),
    ...twiceFaults(
      '评分项',
      items.map(({ id }) => id),
    ),
    ...items.flatMap(({ id, of, by, max, steps }) =>
      at(`评分项 ${id}`, [
        ...partFaults(of, ids),
        ...(max > 0 ? [] : ['分值须大于 0。']),
        ...(of.length > 0 || by === 'judge' ? [] : ['没有写明依据哪个指标。']),
        ...(by === 'step' && !steps ? ['阶梯计分须列出各档。'] : []),
      ]),
    ),
    ...(most('urban') === full && most('rural') === full ? [] : ['各项分值之和须等于满分，城市、农村都是。']),
    ...(froms.at(-1) === 0 && froms.every((from, n) => n === 0 || from < froms[n - 1]!)
      ? []
      : ['等级须由高到低，末级从 0 起。']),
  ];
}
