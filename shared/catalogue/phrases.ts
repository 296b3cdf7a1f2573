/** What the checks say. `{name}` is put in by `check/phrases.ts`; code holds no prose of its own. */
export const phrases: Readonly<Record<string, string>> = {
  'list.more': '{list}等{count}处',

  'missing.table': '工作簿中没有找到“{table}”，无法计算；请补报该表。',
  'missing.empty': '“{table}”（工作表“{sheet}”）只有表头，没有数据；没有数据不等于 0，请补填。',
  'missing.nobody': '“{table}”中没有一条可计入分母，无法计算比率；请核对。',
  'missing.figure': '“{table}”的“{field}”没有填写或不是大于 0 的数，无法计算；请补填。',
  'missing.item': '“{table}”没有列“{item}”这一项；请补列并填写是否完成。',
  'missing.answer': '“{table}”的“{item}”没有填写是否完成；空白不等于“否”，请补填。',
  'self.only': '仅有自报：工作表“{sheet}”{cell} 填“{value}”，没有明细，不作判定依据。',
  'missing.part': '“{part}”缺数据：{reason}',

  'only.urban': '本指标只适用于城市社区，本社区为农村社区。',
  'only.rural': '本指标只适用于农村社区，本社区为城市社区。',
  'only.final': '终期才评定。',
  'reference.basis': '按“{basis}”口径计算，仅供参考。',
  'reference.rural': '农村社区只按“农村社区社会组织数”判定，本数仅供参考。',
  'reference.unknown': '未能判定本社区是城市还是农村，本数仅供参考。',
  'only.unknown': '未能判定本社区是城市还是农村：请在“基本情况表”填写城乡分类代码或勾选社区类型。',

  'none.reported': '{cell} 填“{value}”，按 0 计；确无再保留，请核实。',
  'figure.most': '{cell} 未填可用的数，暂按 {lower}～{upper} 估计；请补填准确数。',
  'figure.unread': '{cell} 填“{value}”，不是确定的数，不能取用；请改填准确数。',

  'open.cell': '第{row}行“{header}”{would}',
  'open.reading': '为{date}',
  'open.within': '核实在{from}至{to}之间',
  'open.from': '核实不早于{from}',
  'open.to': '核实不晚于{to}',
  'open.and': '，且',
  'open.number': '核实不少于{than}',
  'open.oneOf': '核实为可计入的类型',
  'open.valid': '核对无误',
  'open.filled': '补填',
  'open.yes': '核实为“是”',
  'open.other': '核实无误',
  'open.one': '若{list}，则达标。',
  'open.some': '以下 {count} 处中有 {short} 处成立即达标：{list}。',
  unripe: '条件未成熟：{list} 尚未达到，本项暂不要求。',
  guiding: '未完成（引导类），不触发否决。',
  'late.met': '{date} 完成，比规定的 {due} 逾期 {days} 天。',
  'late.unmet': '规定 {due} 前完成，逾期 {days} 天。',
  'kinds.lacking': '尚缺：{list}。',
  'milestone.open': '尚未完成：{list}。',
  'milestone.undated': '各项均已完成，但有的没有填写完成日期，不能确定是否按期。',
  'qualified.failed': '未达标：{list}。建议整改后再授予。',
  'qualified.open': '待核实：{list}。',
  'qualified.points': '建议评分 {points} 分（合格线 {wanted} 分）。',
  'qualified.proposal': '本项只是程序的建议，由市民政局认定。',

  'finding.row': '第{row}行',
  'finding.personal': '（个人信息，见单元格）',
  'finding.blank': '（空）',
  'finding.absent': '“{table}”没有“{header}”一栏，不能核对：{title}。',
  'finding.absentFix': '请在表头增加“{header}”并逐行填写；如已有该栏，请改用模板的表头用语。',

  'notChecked.table': '工作簿中没有“{table}”的数据，本规则未检查。',

  'open.shares': '以下 {count} 处核定后方能判定：{list}。',
};

/** Alone in a line of a table they say that there is none (RULINGS A06, A12). */
export const noneWords: readonly string[] = ['无', '暂无', '没有', '尚未举办', '未举办', '未开展', '尚未开展', '尚无'];
