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
