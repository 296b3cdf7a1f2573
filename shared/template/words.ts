/** What the template says beside headings and prompts. Lines above a list are such as the reader takes for what they are. */
import type { Policy, TemplateKind } from '../model.ts';

/** First cell of the example; the reader counts no line that it stands in. */
export const exampleMark = '示例';
export const sumMark = '合计';

export const kindNames: Readonly<Record<TemplateKind, string>> = { urban: '城市', rural: '农村' };

const apart = '　'.repeat(8);

export const reporterLine = '填报单位（盖章）：';

export function headLine(units: string | null): string {
  return [reporterLine, '填报日期：', ...unitLine(units)].join(apart);
}

/** Of what follows on the same sheet. */
export const unitLine = (units: string | null): readonly string[] => (units === null ? [] : [`单位：${units}`]);

/** Above the list, where they are in nobody's way when it grows. */
export const signatures = ['填表人：', '审核人：', '负责人：'].join(apart);

/** What is to be known of the whole workbook: one text, for the reader takes one for a note. */
export function notes(policy: Policy, kind: TemplateKind): string {
  const name = kindNames[kind];
  const other = kindNames[kind === 'urban' ? 'rural' : 'urban'];
  const targets = policy.indicators
    .filter(({ target: { only, op, unit } }) => only?.kind === kind && op === '>=' && unit !== '%')
    .map(({ name, target: { p, q, unit } }) => `${name}不少于${p / q}${unit}`);
  return [
    '填表说明：',
    `1. 本册给${name}社区用，${other}社区请换用${other}填报表。${targets.map((each) => `${each}。`).join('')}`,
    '2. 一个社区填一册，只填本社区的。名录、花名册、岗位、项目、活动一行一个，同一个只填一次。',
    '3. 花名册填社区党组织成员、居（村）委会成员、专职社区工作者和专职网格员；公益性岗位、志愿者、物业人员不算社区工作者，可以不填。',
    '4. 标“示例”的一行不计数，可以留着。从它下面填起，行不够就在中间插入。“合计”自动算。',
    '5. 变红的格子是必填没填、位数不对，或结束早于开始。选项从下拉里选；一格要填几项的，用顿号隔开。',
    '6. 没有的不填，不要写“0”；确实是零的才写 0。列可以挪动，表头的字请不要改。',
    '7. 志愿者、服务对象只报人数，不要附名单。身份证号可以不填。',
    '8. 本表只在本机上检查，不会自己发出去。每一格怎么填，看“填报”里的“这一格”，或看“帮助”。',
  ].join('\n');
}
