import type { RuleDef, RuleTest, Severity } from '../../model.ts';
import { W02, W03, W04, W05 } from '../tables.ts';

/** A rule about single cells, noted when they were read. */
function issue(
  id: string,
  severity: Severity,
  title: string,
  relation: string,
  message: string,
  fix: string,
  fed?: Severity,
): RuleDef {
  const test: RuleTest = fed
    ? { test: 'issue', severity, fed, message, fix }
    : { test: 'issue', severity, message, fix };
  return { id, table: null, title, relation, tests: [test] };
}

function reading(id: string, title: string, relation: string, test: RuleTest): RuleDef {
  return { id, table: null, title, relation, tests: [test] };
}

/** Beside other workbooks alone. */
function shared(id: string, title: string, relation: string, identity: string, message: string, fix: string): RuleDef {
  const across = [{ across: 'shared', identity, severity: 'warning', message, fix }] as const;
  return { id, table: null, title, relation, tests: [], across };
}

/** N001–N059 and R201: what can be said of any table, whatever it holds. */
export const readings: readonly RuleDef[] = [
  issue(
    'N001',
    'error',
    '数量须是能认出的数',
    '认不出的数不猜，也不当作 0',
    '{where}“{header}”填“{value}”，不是能认出的数。',
    '只填阿拉伯数字，不写算式和说明；人数、个数填整数，不填负数。',
  ),
  issue(
    'N002',
    'warning',
    '数量写法须规范',
    '意思明确的写法照取，请填报人确认',
    '{where}“{header}”填“{value}”，已按 {taken} 计。',
    '改填阿拉伯数字，一格一个数。',
  ),
  issue(
    'N003',
    'warning',
    '数量须确定',
    '达标与否不能靠约数判定',
    '{where}“{header}”填“{value}”，是约数，没有采用。',
    '改填准确数。',
  ),
  {
    id: 'N004',
    table: null,
    title: '“无”按 0 计',
    relation: '“无”可能是没有，也可能是没有统计',
    tests: [
      {
        test: 'issue',
        severity: 'warning',
        message: '{where}“{header}”填“{value}”，按 0 计。',
        fix: '确为 0 的改填 0；没有统计的留空并说明。',
      },
      {
        test: 'none',
        severity: 'warning',
        tables: [W02.id, W03.id, W04.id, W05.id],
        message: '“{table}”只填了“{value}”，按 0 计，请核实。',
        fix: '确无的请在说明中写明；尚未报送的请补填。',
      },
    ],
  },
  issue(
    'N011',
    'error',
    '比率在 0 与 100% 之间',
    '比率是部分占全体的份额，不小于 0，不大于 100%',
    '{where}“{header}”填“{value}”，不是 0 至 100% 之间的比率，没有采用。',
    '核对后改填，如 40%；注意单元格格式为百分比时只填 0.4 或 40%。',
  ),
  issue(
    'N012',
    'warning',
    '比率不得有两种读法',
    '数值 1 可能是 100%，也可能是 1%',
    '{where}“{header}”填“{value}”，可能是 100%，也可能是 1%，没有采用。',
    '改填 100% 或 1%。',
  ),
  issue(
    'N013',
    'warning',
    '比率写法须规范',
    '意思明确的写法照取，请填报人确认',
    '{where}“{header}”填“{value}”，已按 {taken} 计。',
    '改填百分数，如 40%。',
  ),
  issue(
    'N021',
    'error',
    '日期须真实存在',
    '历书上没有的日期，不能判断是否在期限之内',
    '{where}“{header}”填“{value}”，没有这一天，没有采用。',
    '核对后改填真实日期。',
  ),
  issue(
    'N022',
    'warning',
    '日期须写清年月日',
    '日期不完整的、写着取消或预计的，不一定能判断是否在期限之内',
    '{where}“{header}”填“{value}”，日期不完整、有两种读法，或者旁边的话改变意思。',
    '改填年月日齐全的日期，如 2020-10-31；先把单元格设为日期格式。取消、延期等写在备注里。',
  ),
  issue(
    'N031',
    'warning',
    '是否完成须明确',
    '“筹建中”“正在办理”说的是还没有完成',
    '{where}“{header}”填“{value}”，还没有完成，按“否”计。',
    '已完成的改填“是”，未完成的填“否”。',
  ),
  reading('N041', '隐藏的数据也计入', '隐藏的行列仍是填报的数据', {
    test: 'hidden',
    severity: 'note',
    message: '本工作表有隐藏的内容（{what}），其中的数据同样读取、计入。',
    fix: '不需要的请删除，需要的请取消隐藏。',
  }),
  {
    id: 'N042',
    table: null,
    title: '表格和表头须能认出',
    relation: '认不出的内容不猜，请填报人说明',
    tests: [
      {
        test: 'unread',
        severity: 'warning',
        message: '这一片内容没有读取：{reason}',
        fix: '改用填报表的表头用语，或在检查结果里指明表头所在的行；不是数据的不必处理。',
      },
      {
        test: 'continued',
        isCertain: false,
        severity: 'warning',
        message: '这一片没有表头，各栏与“{original}”的清单相符，可能是它的续表；确认以前不能确定是否计入。',
        fix: '是续表的，请在检查结果里确认，或把表头补上；不是的请改用自己的表头。',
      },
      {
        test: 'heading',
        severity: 'warning',
        message: '表头“{header}”没有全认出来，或者可以有几种理解，本栏没有读取。',
        fix: '改用填报表的表头用语，或在检查结果里指明字段。',
      },
    ],
  },
  reading('N043', '同一张表的副本不计', '同样的内容计两遍，数就虚增了', {
    test: 'copy',
    severity: 'warning',
    message: '本表与工作表“{original}”的内容基本相同，按副本处理，没有计入。',
    fix: '确为副本的请删除；是另一张表的请核对内容。',
  }),
  issue(
    'N044',
    'note',
    '单元格不得有公式错误',
    '公式的错误值不是数据',
    '{where}“{header}”是错误值 {value}，没有采用。',
    '修正公式或改填数值。',
    'error',
  ),
  reading('N045', '表头用语须规范', '表头与填报表用语不同，只在能唯一对应时读取', {
    test: 'contained',
    severity: 'note',
    message: '表头“{header}”不是规范用语，已按相近的字段读取。',
    fix: '读错的请改用填报表的表头用语，或在检查结果里指明字段。',
  }),
  issue(
    'N046',
    'warning',
    '单位须与栏目一致',
    '“人”和“人次”是两个数，不能互相代替',
    '{where}“{header}”填“{value}”，单位与本栏不符，已按数字采用。',
    '核对是否把人次填作人数；改填本栏要求的单位。',
  ),
  {
    id: 'N050',
    table: null,
    title: '哪些行是记录',
    relation: '填写示例、栏号和单位行不是记录；“同上”即上一格的内容；没有表头的续表接着前一张表',
    tests: [
      {
        test: 'issue',
        severity: 'note',
        once: 'column',
        message: '{where}“{header}”填的是“同上”一类的记号，已按上一行的“{value}”读取；本栏其他处相同。',
        fix: '读错的请改填原来的内容。',
      },
      {
        test: 'aside',
        severity: 'note',
        message: '{list}是填写示例、栏号、单位或填写要求，不是记录，没有计入。',
        fix: '确是记录的，请把“例”“示例”等字样去掉。',
      },
      {
        test: 'continued',
        isCertain: true,
        severity: 'note',
        message: '本表没有表头，接着“{original}”的清单，已按其各栏读取、计入。',
        fix: '不是续表的，请加上本表自己的表头。',
      },
    ],
  },
  issue(
    'N047',
    'warning',
    '每个字都要认得才算数',
    '没有认出的话可能改变意思，核实前只计入上限',
    '{where}“{header}”填“{value}”，有没有认出的话（〔〕处），核实前不能确定。',
    '改填填报表所列的一项，其他情况写在备注里；或在检查结果里说明这个说法的意思。',
  ),
  reading('N049', '印好的选项要勾选', '印在格子里的选项都没有勾，等于没有填', {
    test: 'issue',
    severity: 'warning',
    once: 'column',
    message: '{where}“{header}”印有选项但没有勾选，按没有填计；本栏其他处相同。',
    fix: '勾选符合的一项；确无的填“无”。',
  }),
  reading('N048', '填报的社区须只有一个', '目标是对一个社区定的，几个社区不能合并判定', {
    test: 'rivals',
    severity: 'error',
    message: '工作簿中有 {count} 个社区（{list}）各自写明是填报的社区，不能确定是哪一个，各项指标没有判定。',
    fix: '只留本社区的“基本情况表”，其他社区的另册填报。',
  }),
  reading('N055', '名册须是现有的全部', '计划的、已注销的、只列其中一部分的名单不是现有的全部', {
    test: 'listed',
    severity: 'warning',
    message: '从标题看本表是{kind}，不当作现有的全部，没有计入。',
    fix: '属实的不必处理；确是现有全部的请改标题，或在检查结果里说明“这是全部名册”。',
    asked: '标题“{known}”没有写明本表是不是现有的全部，其中 {count} 行核实前只计入上限。',
    askedFix: '在检查结果里说明这是全部名册，还是只是其中一部分；与本次评估无关的标为“不是数据”。',
    who: '本表有 {count} 人在名册上找不到，核实前只计入上限。',
    whoFix: '与名册核对姓名；名册有漏的请补上。',
  }),
  reading('N056', '分段标题的话适用于其下各行', '表中没有的一栏，由分段标题写明', {
    test: 'given',
    severity: 'note',
    message: '本行以下各行的“{field}”按分段标题取“{given}”。',
    fix: '属实的不必处理；不是的请增加“{field}”一栏并逐行填写。',
  }),
  shared(
    'N057',
    '一场活动只由一个单位计入',
    '几个单位联合举办的一场活动，各计一次就虚增了',
    'activity',
    '{units}的活动台账中有 {count} 场名称、日期、地点都相同。请核对是否联合举办，只能由一个单位计入。',
    '联合举办的商定由一个单位计入；不是同一场的，写清各自的名称和地点，并说明。',
  ),
  shared(
    'N058',
    '一份佐证只由一个单位使用',
    '同一份佐证证明的是同一场活动',
    'evidence',
    '{units}的活动台账中有 {count} 处佐证号和日期都相同。请核对佐证是哪个单位的，只能由一个单位使用。',
    '改正抄错的佐证号；联合举办的商定由一个单位计入。',
  ),
  reading('N059', '示例行要换成自己的内容', '只改了几格的示例行，其余的字、数是填报表印的，不是本单位的', {
    test: 'leftover',
    severity: 'warning',
    message: '{list}还是填报表示例上的内容，不是本单位的，这一行没有计入。',
    fix: '把这几格都换成本单位的内容，没有的留空；不用的整行删去。',
  }),
  reading('R201', '不得收集特殊人群名单', '个人信息保护法第二十八条：敏感个人信息；评估只需要人数', {
    test: 'sensitive',
    severity: 'error',
    words: ['矫正', '困境儿童', '特扶', '残疾人', '救助', '低保'],
    message: '本表列有特殊人群（{word}）的姓名，属敏感个人信息。',
    fix: '删除名单，仅报人数。',
  }),
];
