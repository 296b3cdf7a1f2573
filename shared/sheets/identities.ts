import type { Condition, IdentityDef, KeyPart } from '../model.ts';
import { activity, handedIn, registered, registeredOrganisation, worker } from './measures.ts';
import { stands } from './silences.ts';
import { W00, W02, W03, W04, W05, W07, W08, W12, W14 } from './tables.ts';

const registeredByThen: Condition = {
  is: 'all',
  of: [registered, { is: 'within', field: W02.field.reg_date, to: { day: 'asOf' }, otherwise: stands }],
};

const activityWords = [
  '志愿服务',
  '志愿者',
  '志愿',
  '主题',
  '系列',
  '专项',
  '活动',
  '行动',
  '开展',
  '组织',
  '举办',
  '日',
];
/** Every community has such a place. */
const placeWords = [
  ...[
    '新时代文明实践',
    '党群服务中心',
    '便民服务中心',
    '综合服务中心',
    '社区服务中心',
    '活动中心',
    '服务中心',
    '文化广场',
  ],
  ...[
    '多功能厅',
    '居民委员会',
    '村民委员会',
    '居委会',
    '村委会',
    '会议室',
    '活动室',
    '办公室',
    '图书室',
    '文化站',
    '服务站',
  ],
  ...[
    '本社区',
    '各社区',
    '社区',
    '各小区',
    '小区',
    '辖区',
    '广场',
    '大厅',
    '门口',
    '院内',
    '院落',
    '楼道',
    '楼栋',
    '网格',
  ],
  ...[
    '站',
    '所',
    '室',
    '村',
    '全',
    '内',
    '外',
    '各',
    '里',
    '家中',
    '入户',
    '居民',
    '线上',
    '网上',
    '微信群',
    '街头',
    '路口',
  ],
];
/** Words and letters with which every community numbers its own papers. */
const evidenceWords = [
  ...[
    '佐证材料',
    '证明材料',
    '活动记录',
    '签到表',
    '佐证',
    '附件',
    '附表',
    '附图',
    '材料',
    '照片',
    '图片',
    '记录',
    '档案',
    '编号',
  ],
  ...[
    '签到',
    '活动',
    '方案',
    '总结',
    '新闻',
    '简报',
    '资料',
    '台账',
    '号',
    '第',
    '见',
    '图',
    '表',
    '册',
    '卷',
    '页',
    '份',
    '张',
    '有',
  ],
  ...[
    'ZYFW',
    'ZZ',
    'ZP',
    'HD',
    'FJ',
    'JZ',
    'NO',
    'ZY',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
    '2027',
  ],
];

/** A name of two characters or more. */
const SOME = '..';
/** Nobody in particular: 张某, 李*. */
const NAMED = '^[^某*×?0-9]{2,}$';
/** Words and a number, or a long number in which the day is not; else it may be each community's own: 1, 附件1, HD-01, 20201025. */
const NUMBERED = '^(?=.*[\\u4e00-\\u9fff]{2}).*\\d|^[^〇]*(?:[A-Z][^〇]*\\d{3}|\\d{5})[^〇]*$';

const name: KeyPart = { as: 'text', field: W03.field.name, words: [], says: NAMED };

/** When two lines are the same thing (decision sheets-4). */
export const identities: Readonly<Record<string, IdentityDef>> = {
  organisation: {
    table: W02.id,
    keys: [{ fields: [W02.field.uscc] }, { fields: [W02.field.name] }],
    place: W02.field.community,
    keeps: registeredByThen,
    across: {
      when: registeredOrganisation,
      keys: [[{ as: 'value', field: W02.field.uscc }]],
      at: W02.field.uscc,
      called: W02.field.uscc,
    },
  },
  person: {
    table: W03.id,
    keys: [
      { fields: [W03.field.idno] },
      { fields: [W03.field.pid, W03.field.name], unless: [W03.field.idno] },
      { fields: [W03.field.name, W03.field.birth], unless: [W03.field.idno, W03.field.pid] },
    ],
    // Numbers of persons are each workbook's own.
    across: {
      when: worker,
      keys: [
        [{ as: 'id', field: W03.field.idno, checked: true }],
        // A slip in a number without a check digit is somebody else's number.
        [name, { as: 'id', field: W03.field.idno }],
        [name, { as: 'day', field: W03.field.birth, id: W03.field.idno }],
        [name, { as: 'month', field: W03.field.birth, id: W03.field.idno }],
      ],
      at: W03.field.name,
    },
  },
  post: { table: W04.id, keys: [{ fields: [W04.field.post_no] }] },
  project: {
    table: W05.id,
    keys: [{ fields: [W05.field.project_no] }, { fields: [W05.field.name], unless: [W05.field.project_no] }],
  },
  activity: {
    table: W07.id,
    keys: [{ fields: [W07.field.name, W07.field.date], any: W07.field.place }],
    perhaps: {
      name: W07.field.name,
      beside: W07.field.date,
      place: W07.field.place,
      words: activityWords,
    },
    across: {
      when: activity,
      keys: [
        [
          { as: 'text', field: W07.field.name, words: activityWords, own: true, says: SOME },
          { as: 'day', field: W07.field.date },
          { as: 'text', field: W07.field.place, words: placeWords, says: SOME },
        ],
      ],
      at: W07.field.name,
    },
  },
  evidence: {
    table: W07.id,
    keys: [{ fields: [W07.field.evidence, W07.field.date] }],
    across: {
      when: activity,
      keys: [
        [
          { as: 'text', field: W07.field.evidence, words: evidenceWords, day: W07.field.date, says: NUMBERED },
          { as: 'day', field: W07.field.date },
        ],
      ],
      at: W07.field.evidence,
    },
  },
  theme: { table: W07.id, keys: [{ fields: [W07.field.name] }] },
  station: { table: W04.id, keys: [{ fields: [W04.field.org] }] },
  task: {
    table: W12.id,
    keys: [{ fields: [W12.field.task_no] }, { fields: [W12.field.task], unless: [W12.field.task_no] }],
  },
  issue: { table: W14.id, keys: [{ fields: [W14.field.issue_no] }] },
  unit: { table: W00.id, keys: [{ fields: [W00.field.unit] }], handedIn },
  venture: { table: W08.id, keys: [{ fields: [W08.field.name], also: [W08.field.session, W08.field.date] }] },
};
