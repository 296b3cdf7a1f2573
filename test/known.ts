/**
 * The catalogue as far as tests over whole workbooks know it, by ids written down here: the generator, the sound workbook
 * and counts of entries. An entry that is added tomorrow has cases of its own and changes none of theirs.
 */
import { type Grounds, grounds } from '../shared/evaluate.ts';

const INDICATORS = idsOf(
  'G01 G02 G03 G04',
  'P01 P02 P03 P04 P05 P06 P07 P08 P09',
  'S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11 S12',
  'B01 B02',
  'V01 V02 V03 V04 V05',
  'X01',
  'T01 T02 T03 T04 T05 T06',
  'M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11',
  'W18',
  'Q01',
  'O01 O02 O03 O04 O05 O06 O07 O08',
);

const RULES = idsOf(
  'R001 R002 R003 R004 R005 R006 R007 R008 R009 R010 R011 R012 R013 R014 R021 R022 R023 R024 R025 R026 R027 R028 R029 R030 R031 R032 R033 R034 R041 R042 R043 R044 R045 R046 R047 R048 R049 R051 R052 R053 R054 R055 R056 R060 R061 R062 R063 R064 R065 R066 R071 R072 R073 R074 R075 R076 R081 R082 R083 R084 R085 R086 R091 R092 R101 R102 R103 R104 R111 R121 R122 R123 R131 R132 R050 R057 R067 R077 R058 R068 R093 R112 R133 R201',
  'N001 N002 N003 N004 N011 N012 N013 N021 N022 N031 N041 N042 N043 N044 N045 N046',
  'Z01 Z02 Z03 Z04 Z05 Z06 Z07 Z08 Z09 Z10 Z11 Z12 Z13 Z14 Z15 Z16 Z17 Z18 Z19 Z20 Z21 Z22',
);

const TABLES = idsOf('W01 W02 W03 W04 W05 W06 W07 W08 W09 W10 W11 W12 W13 W14 W15 W00 LIST');

export const known: Grounds = {
  catalogue: { ...grounds.catalogue, tables: grounds.catalogue.tables.filter(({ id }) => TABLES.has(id)) },
  policies: grounds.policies.map((policy) => ({
    ...policy,
    indicators: policy.indicators.filter(({ id }) => INDICATORS.has(id)),
    rules: policy.rules.filter(({ id }) => RULES.has(id)),
  })),
};

/** A line that says what the template's example says is somebody's own here, so that its values can be tried. */
export const withoutExamples: Grounds = {
  ...grounds,
  catalogue: {
    ...grounds.catalogue,
    tables: grounds.catalogue.tables.map((table) => ({
      ...table,
      fields: table.fields.map(({ example: _, ...field }) => field),
    })),
  },
};

function idsOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}
