/** 目录里写错一个名字：检查说得出是哪里、错在什么。编译时就能发现的，编译器不让过。 */
import { describe, expect, test } from 'vitest';
import { say } from '../../../shared/check/say.ts';
import { grounds } from '../../../shared/evaluate.ts';
import type { CheckCatalogue, Policy } from '../../../shared/model.ts';
import { policies } from '../../../shared/policies.ts';
import { MGMT } from '../../../shared/sheets/codes.ts';
import { table } from '../../../shared/sheets/symbols.ts';
import { W02 } from '../../../shared/sheets/tables.ts';
import { faultsIn } from './faults/policies.ts';

interface Data {
  readonly policy: Policy;
  readonly sheets: CheckCatalogue;
}

const sound: Data = { policy: policies[0]!, sheets: grounds.catalogue };

/** 照原样抄一份，只改一处；列表中的一项按编号、字段名或第几个来找。 */
function spoiled(path: string, value: unknown): Data {
  const copy = structuredClone(sound);
  const names = path.split(' ');
  const last = names.pop()!;
  let at: unknown = copy;
  for (const name of names) at = inside(at, name);
  const place = at as Record<string, unknown>;
  if (!(last in place)) throw new Error(`没有“${path}”。`);
  place[last] = value;
  return copy;
}

function inside(at: unknown, name: string): unknown {
  if (!Array.isArray(at)) return (at as Record<string, unknown>)[name];
  return at.find((each) => each.id === name || each.key === name) ?? at[Number(name)];
}

const faults = ({ policy, sheets }: Data) => faultsIn(policy, sheets);

test('今天的目录没有错', () => {
  for (const policy of policies) expect(faultsIn(policy, grounds.catalogue), policy.id).toEqual([]);
});

test.each([
  ['求和的字段', 'policy indicators T06 measure field', 'staff_certifed', '指标 T06：表“W02”没有字段'],
  ['比率的分子', 'policy indicators S08 measure numerator field', 'verifed', '指标 S08：表“W06”没有字段'],
  ['日期次序所要的字段', 'policy indicators M02 measure needs 0', 'confirmd', '指标 M02：表“W12”没有字段'],
  ['辨认组织的字段', 'sheets identities organisation keys 0 fields 0', 'usc', '辨认“organisation”的办法：表“W02”'],
  ['辨认人的第二种字段', 'sheets identities person keys 1 fields 1', 'nam', '辨认“person”的办法：表“W03”'],
  ['先决条件的指标', 'policy indicators V04 target ripe 0', 'V10', '指标 V04：先决条件：所依据的指标“V10”'],
  ['评分项的指标', 'policy scoreTable items G03 of 0', 'G30', '评分表：评分项 G03：所依据的指标“G30”'],
  ['自报数的字段', 'policy indicators G01 self 0 field', 'org_totl', '指标 G01：自报数：表“W13”没有字段'],
  ['代码表的名字', 'sheets tables W02 fields mgmt list', 'MGNT', '表 W02：字段 mgmt：没有代码表“MGNT”'],
  ['凭以认作一条的字段', 'sheets tables W02 key 0', 'nmae', '表 W02：表“W02”没有字段“nmae”'],
  ['这张表独有的字段', 'sheets tables W02 telling fields 0', 'mgt', '表 W02：表“W02”没有字段“mgt”'],
  ['备注用到的规则', 'sheets tables W02 remarks 0 rule', 'R310', '表 W02：读取时用到的规则“R310”'],
  ['另一张表的字段', 'policy rules Z09 tests 0 other fields 0', 'pidd', '规则 Z09：表“W03”没有字段“pidd”'],
  ['规则条件里的代码', 'policy rules Z09 tests 0 when of 1 codes 0', '机搆', '规则 Z09：代码表“EMPLOYER”没有代码'],
  ['两表核对的字段', 'policy rules Z05 tests 0 as 0 field', 'registred', '规则 Z05：表“W06”没有字段'],
  ['否决项的指标', 'policy indicators Q01 measure vetoes VETO-4 of', 'M99', '指标 Q01：所依据的指标“M99”'],
  ['授牌的指标', 'policy indicators Q01 measure awards 0 also 0', 'P10', '指标 Q01：所依据的指标“P10”'],
  ['计数条件的字段', 'policy indicators S09 measure where of 1 field', 'peple', '指标 S09：表“W07”没有字段'],
  ['计数条件的代码', 'policy indicators P03 measure where of 0 codes 0', '中芯', '指标 P03：代码表“LAYER”没有代码'],
  ['字段不是那一类', 'policy indicators S09 measure where of 1 field', 'name', '指标 S09：表“W07”的字段“name”不是'],
  ['清单的事项', 'policy indicators T01 measure items 0', 'T11', '指标 T01：代码表“ITEM”没有代码“T11”'],
  ['各类之一', 'policy indicators V03 measure among 0', '公益', '指标 V03：代码表“CAT”没有代码“公益”'],
  ['逾期的日子', 'policy indicators M03 measure late due', '2020-07-32', '指标 M03：日期须为存在的日期'],
  [
    '参考数的字段',
    'policy indicators G03 references 2 measure denominator 0 field',
    'worker',
    '参考数“各社区自报合并”',
  ],
  ['引文空白', 'policy indicators G01 citation quote', '', '指标 G01：目标须注明依据和引文'],
  ['名词带数字', 'policy indicators G01 noun', '1家社会组织', '指标 G01：名词须以量词开头'],
  ['规则编号重复', 'policy rules 1 id', 'R001', '规则“R001”重复'],
  ['规则没有依据', 'policy rules R021 relation', '', '规则 R021：依据不得空白'],
  ['汇总时比对的办法', 'policy rules Z12 across 0 identity', 'persn', '规则 Z12：“persn”没有与别的工作簿比对的办法'],
  ['汇总时比对的指标', 'policy rules Z19 across 1 indicators 0', 'S80', '规则 Z19：所依据的指标“S80”'],
  ['汇总时的话', 'policy rules Z22 across 0 message', '有 {cuont} 个。', '规则 Z22：话里的“{cuont}”没有人填'],
  ['汇总时认人的字段', 'sheets identities person across keys 1 0 field', 'nam', '辨认“person”的办法：表“W03”'],
  ['话里的词没有人填', 'policy rules R021 tests 0 message', '{wher}没有填写。', '规则 R021：话里的“{wher}”没有人填'],
  ['单元格规则所替的规则', 'policy rules R103 tests 0 of issue', 'N310', '规则 R103：规则“N310”不在生效的规则之内'],
  ['合计核对的表', 'policy rules R123 tests 0 only 0', 'W77', '规则 R123：目录里没有表“W77”'],
  [
    '一栏两用的字段',
    'sheets tables W02 fields code_any by field',
    'mgt',
    '表 W02：字段 code_any：表“W02”没有字段“mgt”',
  ],
  ['一栏两用的去处', 'sheets tables W02 fields code_any by to 登记', 'usc', '字段 code_any：表“W02”没有字段“usc”'],
  [
    '同一格的另一个数',
    'sheets tables W01 fields self_workers inner 0 field',
    'self_cert',
    '字段 self_workers：表“W01”没有',
  ],
  ['缺列时代替的字段', 'sheets tables W03 fields wtype fallback field', 'pots', '字段 wtype：表“W03”没有字段“pots”'],
  ['非有不可的表头', 'sheets tables W09 needs 1 0', 'dne', '表 W09：表“W09”没有字段“dne”'],
  ['备注所代的代码', 'sheets tables W02 remarks 0 take code', '注消', '表 W02：代码表“ORGSTAT”没有代码“注消”'],
  ['清单缺了事项一栏', 'sheets tables W09 fields item key', 'thing', '表 W09：这一类表须有字段“item”'],
  ['自报指标没有这一栏', 'sheets codes SELF entries 0 code', 'org_totl', '表“W13”没有字段“org_totl”'],
  ['表示没有的代码', 'sheets codes MGMT denied', '未登记', '代码表 MGMT：没有代码“未登记”'],
  ['代码重复', 'sheets codes MGMT entries 1 code', '登记', '代码表 MGMT：代码“登记”重复'],
])('%s写错', (_what, path, value, fault) => {
  const found = faults(spoiled(path, value));
  expect(found.some((each) => each.includes(fault))).toBe(true);
});

describe('编译器不让过的', () => {
  test('表的字段、代码表的代码、话的名字', () => {
    // @ts-expect-error 没有这个字段
    expect(W02.field.mgmtt).toBeUndefined();
    // @ts-expect-error 没有这个代码
    expect(MGMT.code.登纪).toBeUndefined();
    // @ts-expect-error 没有这句话
    expect(() => say('only.urbn', {})).toThrow();
  });
  test('表里提到的自己的字段', () => {
    const common = { id: 'W99', role: 'ledger', name: '表', shape: 'list', titles: [], citation: '出处' } as const;
    const fields = { name: { label: '名称', type: 'text' }, kind: { label: '类别', type: 'text' } } as const;
    expect(table({ ...common, key: ['name'], fields }).field).toEqual({ name: 'name', kind: 'kind' });
    // @ts-expect-error 没有这个字段
    table({ ...common, key: ['nmae'], fields });
    // @ts-expect-error 没有这个字段
    table({ ...common, key: ['name'], needs: [['kinds']], fields });
    // @ts-expect-error 没有这个字段
    table({ ...common, key: ['name'], telling: { fields: ['knd'], words: [] }, fields });
  });
});
