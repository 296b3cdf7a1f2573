/** What every report must say about how figures were counted, for each target set. */

export interface Calibre {
  /** The document that sets the targets, with its number. */
  readonly document: string;
  /** The calibre note, word for word. */
  readonly note: string;
  /** Where the document is at odds with itself, and what was taken. */
  readonly contradictions: readonly string[];
}

export const calibres: Readonly<Record<string, Calibre>> = {
  'huainan-2020': {
    document: '《淮南市人民政府办公室关于全面推进“三社联动”试点工作的实施意见》（淮府办〔2020〕8号）',
    note: '本报告社区社会组织按每个试点社区计（城市≥10家、农村≥5家），含依法登记与街道备案，不含业主委员会、居（村）委会下属机构和楼栋自治组织；持证比例以社区两委成员和纳入管理的专职人员为分母，机构派驻社工另计；志愿者注册率以常住人口为分母；参与率以去重人数计；年度指标窗口为2020年6月1日至2021年5月31日；各率合并值为分子合计除以分母合计。文件未明确之处采用上述口径，口径参数见附件4。',
    contradictions: [
      '总体目标规定农村社区社会组织达到5家，任务要求中的5家登记、5家备案合计10家，未分城乡。本次评估农村社区以5家为准，登记、备案家数只作参考。',
      '正文称“领导小组名单”，附件题为“协调领导小组”，视为同一机构。',
      '正文称“每个县区”，附件另列3个功能区，应评单位可为7个或10个。本次评估按10个县区级单位计。',
      '文件称试点“为期一年”，实际工作期到2021年2月，3至5月为评估期。年度计数截至2021年5月31日，2021年2月28日的数另作参考。',
      '“社区社会组织”与“社区服务组织”两词并用，按同一口径计。',
      '文件的部分文本中百分号是图片，已还原；“5 家备案”含空格、“三工……联动”引号不配对、正文混用半角标点，引用时照录。',
    ],
  },
};
