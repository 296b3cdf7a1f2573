/**
 * Which tables stand on which sheet, with which columns: the whole prints on nine pages. Lists that grow have a sheet of their
 * own, tables that hardly do share one. Widths are in characters, so that letters are 9 points high or more on paper.
 */
import type { CodeList, PageSetup, TableDef } from '../model.ts';
import { FUNDSOURCE, TALENT } from '../sheets/codes.ts';
import { W01, W02, W03, W04, W05, W06, W07, W08, W09, W10, W11, W12, W12filing, W15 } from '../sheets/tables.ts';

export interface SheetLayout {
  readonly name: string;
  readonly orientation: PageSetup['orientation'];
  readonly widths: readonly number[];
  readonly blocks: readonly (FormBlock | ListBlock)[];
}

/** Label and value, one below the other. */
export interface FormBlock {
  readonly table: TableDef;
  /** Fields, from the top. */
  readonly fields: readonly string[];
}

export interface ListBlock {
  readonly table: TableDef;
  /** Fields, from the left; the first is the running number, where the example says that it is one. */
  readonly fields: readonly string[];
  /** Of the figures, as the line above the list names them; null for a list without figures. */
  readonly units: string | null;
  /** Has a row of sums. */
  readonly isSummed: boolean;
  /** Lines that are there from the start: the policy's items, or one for each entry of a list. */
  readonly given: { readonly fields: readonly string[]; readonly of: 'items' | CodeList } | null;
  /** Lines to be filled in: nothing is drawn of them. */
  readonly spare: number;
}

export const isList = (block: FormBlock | ListBlock): block is ListBlock => 'given' in block;

/** Of a list with a sheet of its own. */
const grows = 200;

const w01 = W01.field;
const w02 = W02.field;
const w03 = W03.field;
const w04 = W04.field;
const w05 = W05.field;
const w06 = W06.field;
const w07 = W07.field;
const w08 = W08.field;
const w09 = W09.field;
const w10 = W10.field;
const w11 = W11.field;
const w12 = W12.field;
const dates = W12filing.field;
const w15 = W15.field;

export const layout: readonly SheetLayout[] = [
  {
    name: '基本情况',
    orientation: 'portrait',
    widths: [34, 62],
    blocks: [
      {
        table: W01.def,
        fields: [
          ...[w01.unit, w01.street, w01.community, w01.code12, w01.urc, w01.urban_rural],
          ...[w01.pop_resident, w01.pop_huji, w01.pop_date, w01.households, w01.secretary],
          ...[w01.agency_name, w01.agency_uscc, w01.filler, w01.reviewer, w01.leader, w01.fill_date],
        ],
      },
      { table: W12filing.def, fields: [dates.confirmed, dates.filed, dates.approved] },
    ],
  },
  {
    name: W02.def.name,
    orientation: 'landscape',
    widths: [5, 15, 6, 10, 18, 10, 12, 10, 8, 5, 9, 6, 6, 7, 11, 7],
    blocks: [
      {
        table: W02.def,
        fields: [
          ...[w02.seq, w02.name, w02.mgmt, w02.form, w02.uscc, w02.reg_date, w02.file_no, w02.file_date],
          ...[w02.category, w02.is_hub, w02.community, w02.status, w02.members, w02.head, w02.phone, w02.remark],
        ],
        units: '家、人',
        isSummed: true,
        given: null,
        spare: grows,
      },
    ],
  },
  {
    name: W03.def.name,
    orientation: 'landscape',
    widths: [5, 8, 8, 18, 14, 12, 6, 10, 16, 16, 10, 10, 8],
    blocks: [
      {
        table: W03.def,
        fields: [
          ...[w03.seq, w03.pid, w03.name, w03.idno, w03.wtype, w03.post, w03.on_duty, w03.leave_date],
          ...[w03.cert, w03.cert_no, w03.cert_date, w03.reg_valid, w03.remark],
        ],
        units: '人',
        isSummed: false,
        given: null,
        spare: grows,
      },
    ],
  },
  {
    name: W04.def.name,
    orientation: 'landscape',
    widths: [5, 6, 16, 9, 9, 15, 10, 8, 8, 6, 10, 10, 7, 12, 8],
    blocks: [
      {
        table: W04.def,
        fields: [
          ...[w04.seq, w04.layer, w04.org, w04.post_no, w04.post_name, w04.setup_doc, w04.setup_date, w04.pid],
          ...[w04.person, w04.fulltime, w04.arrive_date, w04.leave_date, w04.employer, w04.cert, w04.remark],
        ],
        units: '个、人',
        isSummed: false,
        given: null,
        spare: grows,
      },
    ],
  },
  {
    name: W05.def.name,
    orientation: 'landscape',
    widths: [5, 8, 15, 13, 18, 8, 8, 8, 10, 10, 10, 7, 6, 6, 8, 5],
    blocks: [
      {
        table: W05.def,
        fields: [
          ...[w05.seq, w05.project_no, w05.name, w05.agency, w05.agency_uscc, w05.community, w05.groups, w05.methods],
          ...[w05.start, w05.end, w05.amount, w05.status, w05.people, w05.times, w05.evidence, w05.remark],
        ],
        units: '万元、人、人次',
        isSummed: true,
        given: null,
        spare: grows,
      },
    ],
  },
  {
    name: W07.def.name,
    orientation: 'landscape',
    widths: [5, 10, 28, 22, 20, 10, 9, 7, 10, 12, 10],
    blocks: [
      {
        table: W07.def,
        fields: [
          ...[w07.seq, w07.date, w07.name, w07.place, w07.host, w07.people, w07.registered, w07.times],
          ...[w07.hours, w07.evidence, w07.remark],
        ],
        units: '人、人次、小时',
        isSummed: true,
        given: null,
        spare: grows,
      },
    ],
  },
  {
    name: W09.def.name,
    orientation: 'landscape',
    widths: [5, 9, 30, 9, 11, 34, 30, 16],
    blocks: [
      {
        table: W09.def,
        fields: [
          ...[w09.seq, w09.item_code, w09.item, w09.done, w09.done_date, w09.document, w09.evidence, w09.remark],
        ],
        units: null,
        isSummed: false,
        given: { fields: [w09.item_code, w09.item], of: 'items' },
        spare: 0,
      },
    ],
  },
  {
    name: '志愿者、人才、经费、创投、创新',
    orientation: 'portrait',
    widths: [5, 13, 13, 15, 10, 10, 7, 7, 10, 11],
    blocks: [
      {
        table: W06.def,
        fields: [
          ...[w06.seq, w06.community, w06.pop_resident, w06.registered, w06.verified, w06.participants],
          ...[w06.participations, w06.hours, w06.source, w06.export_date],
        ],
        units: '人、人次、小时',
        isSummed: false,
        given: null,
        spare: 1,
      },
      {
        table: W10.def,
        fields: [
          ...[w10.seq, w10.category, w10.sessions, w10.trainees, w10.exam, w10.new_certified, w10.mechanisms],
          w10.remark,
        ],
        units: '场、人次、人',
        isSummed: true,
        given: { fields: [w10.category], of: TALENT.def },
        spare: 0,
      },
      {
        table: W11.def,
        fields: [w11.seq, w11.source, w11.planned, w11.received, w11.spent, w11.use, w11.remark],
        units: '万元',
        isSummed: true,
        given: { fields: [w11.source], of: FUNDSOURCE.def },
        spare: 0,
      },
      {
        table: W08.def,
        fields: [
          ...[w08.seq, w08.session, w08.name, w08.date, w08.layer, w08.collected, w08.shortlisted, w08.approved],
          ...[w08.own_projects, w08.grant],
        ],
        units: '个、万元',
        isSummed: true,
        given: null,
        spare: 3,
      },
      {
        table: W15.def,
        fields: [w15.seq, w15.theme, w15.name, w15.brief, w15.outcome, w15.remark],
        units: null,
        isSummed: false,
        given: null,
        spare: 5,
      },
    ],
  },
  {
    name: W12.def.name,
    orientation: 'landscape',
    widths: [5, 10, 44, 20, 12, 12, 12, 12, 16],
    blocks: [
      {
        table: W12.def,
        fields: [
          ...[w12.seq, w12.task_no, w12.task, w12.owner, w12.planned_date, w12.start, w12.finish, w12.progress],
          w12.remark,
        ],
        units: null,
        isSummed: false,
        given: null,
        spare: grows,
      },
    ],
  },
];
