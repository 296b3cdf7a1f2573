/** Headings that several tables have for the same thing. */

export const EVIDENCE: readonly string[] = [
  '佐证',
  '佐证(号|编号|要求)',
  '(佐证|证明)(材料|资料)[名称|名|编号]',
  '(备查|支撑|佐证)材料[清单]',
  '材料清单',
  '附件[材料|名称]',
];

/** Of the certificate that a social worker holds. */
export const CERTIFICATE: readonly string[] = [
  '持证情况',
  '获证情况',
  '持有证书',
  '社工师',
  '社工等级',
  '职业水平[等级]',
  '专业技术资格',
  '[国家]社工证书[等级|类别]',
  '社工[职业]资格[等级]',
  '证书[等级|类别]',
  '(持证|资格|职业资格)等级',
  '持证类别',
];

/** Headings of a column in which somebody says whether a line counts. */
export const COUNTED = ['是否计入', '是否有效', '是否认定', '是否认可', '能否计入', '计入情况'];
/** Headings of a column that says whether an event took place. */
export const HELD = ['是否举办', '是否开展', '是否完成', '是否实施', '是否如期举办', '是否已举办', '是否已开展'];

export const CALLED_OFF = [
  '取消',
  '已取消',
  '因故取消',
  '因疫情取消',
  '中止',
  '已中止',
  '暂停',
  '已暂停',
  '终止',
  '已终止',
];
/** What is said of an event that did not take place, the plainest first. */
export const NOT_HELD = [
  ...['未举办', '没有举办', '未举行', '未办', '没有办', '没办成', '未开展', '没有开展', '尚未开展', '未实施', '未完成'],
  ...CALLED_OFF,
  ...[
    '活动取消',
    '活动已取消',
    '因雨取消',
    '延期',
    '已延期',
    '延期未办',
    '推迟',
    '已推迟',
    '停办',
    '已停办',
    '待开展',
    '待举办',
  ],
  ...['不计', '不计入', '不予计入', '作废'],
];

/** Beside somebody's name, or in its place: nobody is there, or not as the list has it. */
export const GONE = [
  ...[
    '离职',
    '离岗',
    '调离',
    '调出',
    '调走',
    '退休',
    '辞职',
    '去世',
    '已故',
    '病故',
    '公益岗',
    '公益性岗',
    '派驻',
    '挂职',
  ],
  ...['拟招', '待招', '拟聘', '待聘', '招聘', '缺编', '缺员', '空编', '空缺', '空岗', '查无', '无此人'],
];
