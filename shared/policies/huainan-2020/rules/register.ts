import type { RuleDef } from '../../../model.ts';
import { civilCode, registered } from '../../../sheets/measures.ts';
import { validCode } from '../../../sheets/rules/organisations.ts';
import { asked } from '../../../sheets/silences.ts';
import { W00, W01, W02 } from '../../../sheets/tables.ts';

const REGISTER = '需与市民政局的试点名册对照，本工作簿中没有，未检查。';

/** Held against the ten units of the annex and the city's written confirmation. */
export const register: readonly RuleDef[] = [
  {
    id: 'R001',
    table: W01.id,
    title: '县区须是试点名册的 10 个单位之一',
    relation: '淮府办〔2020〕8号附件所列的 7 个县区和 3 个功能区',
    tests: [
      {
        test: 'unit',
        severity: 'error',
        message: '“{header}”填“{value}”，不在试点名册的 10 个县区（园区）之内，无法确定填报单位。',
        fix: '改填县区或园区全称，如“田家庵区”“高新区”。',
      },
    ],
  },
  {
    id: 'R002',
    table: W01.id,
    title: '街道（乡镇）与试点名册一致',
    relation: '试点社区所在的街道（乡镇），以市民政局的书面确认为准（淮府办〔2020〕8号三（一））',
    also: [W00.id],
    waits: REGISTER,
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W01.field.street],
        must: { is: 'same', field: W01.field.street, table: W00.id, as: W00.field.street, otherwise: asked },
        message: '“{header}”填“{value}”，与试点名册不一致。',
        fix: '与市民政局的书面确认核对后改正。',
      },
    ],
    across: [
      {
        across: 'registered',
        fact: 'street',
        severity: 'error',
        message: '{units}的“街道（乡镇）”填“{value}”，试点名册写的是“{expected}”，两者不一致。',
        fix: '与市民政局的书面确认核对，改正填错的一处。',
      },
    ],
  },
  {
    id: 'R003',
    table: W01.id,
    title: '社区（村）与试点名册一致',
    relation: '淮府办〔2020〕8号三（一）：市民政局“以书面形式确认试点社区和具体专业社工机构”',
    also: [W00.id],
    waits: REGISTER,
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W01.field.community],
        must: { is: 'same', field: W01.field.community, table: W00.id, as: W00.field.community, otherwise: asked },
        message: '“{header}”填“{value}”，与试点名册不一致。',
        fix: '与市民政局的书面确认核对后改正。',
      },
    ],
    across: [
      {
        across: 'registered',
        fact: 'community',
        severity: 'error',
        message: '{units}的“社区（村）名称”填“{value}”，试点名册写的是“{expected}”，两者不一致。',
        fix: '与市民政局的书面确认核对，改正填错的一处。',
      },
    ],
  },
  {
    id: 'R012',
    table: W01.id,
    title: '承接机构与市民政局确认的一致',
    relation: '淮府办〔2020〕8号三（一）：市民政局“以书面形式确认试点社区和具体专业社工机构”',
    also: [W00.id],
    waits: REGISTER,
    tests: [
      {
        test: 'holds',
        severity: 'error',
        fields: [W01.field.agency_name],
        must: { is: 'same', field: W01.field.agency_name, table: W00.id, as: W00.field.agency, otherwise: asked },
        message: '“{header}”填“{value}”，与市民政局确认的机构不一致。',
        fix: '与市民政局的书面确认核对后改正。',
      },
    ],
    across: [
      {
        across: 'registered',
        fact: 'agency',
        severity: 'error',
        message: '{units}的“承接机构”填“{value}”，市民政局确认的是“{expected}”，两者不一致。',
        fix: '与市民政局的书面确认核对，改正填错的一处。',
      },
    ],
  },
];

/** Organisations of the pilot are registered by an office of the city. */
export const registrationOffice: readonly RuleDef[] = [
  {
    id: 'R026',
    table: W02.id,
    title: '信用代码第 3—8 位一般为淮南的登记机关',
    relation: 'GB 32100-2015：第 3—8 位为登记机关的区划；寿县划入淮南以前的代码照样有效',
    tests: [
      {
        test: 'holds',
        severity: 'warning',
        when: { is: 'all', of: [registered, validCode, civilCode] },
        fields: [W02.field.uscc],
        // Old codes of 寿县, which joined the city in 2015, are right (decision huainan-13).
        must: { is: 'like', field: W02.field.uscc, pattern: '^..(?:3404|341521|342422)', otherwise: asked },
        message: '{where}“{header}”填“{value}”，第 3—8 位不是淮南的登记机关。',
        fix: '核对该组织的登记机关；属实的请说明为何计入本社区。',
      },
    ],
  },
];
