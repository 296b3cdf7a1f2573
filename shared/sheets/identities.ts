import type { Condition, IdentityDef } from '../model.ts';
import { registered } from './measures.ts';
import { stands } from './silences.ts';
import { W00, W02, W03, W04, W05, W07, W08, W12, W14 } from './tables.ts';

const registeredByThen: Condition = {
  is: 'all',
  of: [registered, { is: 'within', field: W02.field.reg_date, to: { day: 'asOf' }, otherwise: stands }],
};

/** When two lines are the same thing (decision sheets-4). */
export const identities: Readonly<Record<string, IdentityDef>> = {
  organisation: {
    table: W02.id,
    keys: [{ fields: [W02.field.uscc] }, { fields: [W02.field.name] }],
    place: W02.field.community,
    keeps: registeredByThen,
  },
  person: {
    table: W03.id,
    keys: [
      { fields: [W03.field.idno] },
      { fields: [W03.field.pid, W03.field.name], unless: [W03.field.idno] },
      { fields: [W03.field.name, W03.field.birth], unless: [W03.field.idno, W03.field.pid] },
    ],
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
      words: ['志愿服务', '志愿者', '志愿', '主题', '系列', '专项', '活动', '行动', '开展', '组织', '举办', '日'],
    },
  },
  theme: { table: W07.id, keys: [{ fields: [W07.field.name] }] },
  station: { table: W04.id, keys: [{ fields: [W04.field.org] }] },
  task: {
    table: W12.id,
    keys: [{ fields: [W12.field.task_no] }, { fields: [W12.field.task], unless: [W12.field.task_no] }],
  },
  issue: { table: W14.id, keys: [{ fields: [W14.field.issue_no] }] },
  unit: { table: W00.id, keys: [{ fields: [W00.field.unit] }] },
  venture: { table: W08.id, keys: [{ fields: [W08.field.name], also: [W08.field.session, W08.field.date] }] },
};
