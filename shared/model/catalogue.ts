/** The catalogue of tables: what `read/` recognises. All of it is data; it lives in `sheets/`. */
import type { ListKind, MaskKind } from './contract.ts';

export type FieldType =
  | 'text'
  /** Whole number, unit in the cell allowed. */
  | 'count'
  /** Number with decimals: 万元, hours, ㎡. */
  | 'amount'
  /** Fraction; 40%, 0.4 and 40 are read as the same. */
  | 'ratio'
  | 'date'
  | 'boolean'
  /** One entry of a code list. */
  | 'code'
  /** Several entries of a code list in one cell. */
  | 'codes'
  /** Unified social credit code, GB 32100. */
  | 'uscc'
  /** Citizen identity number, GB 11643. */
  | 'id'
  | 'phone'
  /** Running number of the line; never data. */
  | 'serial'
  /** Free text of which only catalogue words and dates are ever used. */
  | 'remark';

export interface FieldDef {
  readonly key: string;
  /** The heading of the template; 精确 match. */
  readonly label: string;
  readonly synonyms?: readonly string[];
  /** Headings that mean the field only where no other column of the list does: 重点任务 beside 具体内容. */
  readonly coarse?: readonly string[];
  readonly type: FieldType;
  /** Code list of a `code` or `codes` field. */
  readonly list?: string;
  /** Unit of the figures, as headings and cells name it. */
  readonly unit?: string;
  /** Kind of personal data; the value never leaves the workbook. */
  readonly personal?: MaskKind;
  /** Names who fills a post: what is no person's name leaves that open, 空缺 means nobody. */
  readonly holder?: true;
  /** Of a person's name: words beside it, or in its place, that leave open whether somebody is there: （已离职）, 拟招1人. */
  readonly gone?: readonly string[];
  /** Group headings under which an otherwise ambiguous leaf heading means this field. */
  readonly groups?: readonly string[];
  /** Headings that mean this field only under one of `groups`: 编号 under 持证情况. */
  readonly leaves?: readonly string[];
  /**
   * Where the value above holds: for every blank cell below (月份), or for cells merged with it, which are blank ones
   * where merged areas are unknown. Words and dates hold for merged cells anyway, keys only by this, figures never.
   */
  readonly down?: 'merged' | 'always';
  /** One column for two fields, told apart by the code of another: 信用代码（备案号）by 登记/备案. */
  readonly by?: { readonly field: string; readonly to: Readonly<Record<string, string>> };
  /** Further figures or codes inside the same cell: 35人（注册28人）, 中心2个、站1个. */
  readonly inner?: readonly { readonly words: readonly string[]; readonly field: string }[];
  /** One column for two days, the fields of its beginning and its end: 起止时间. */
  readonly ends?: readonly [from: string, to: string];
  /** Of several days in a cell the earliest decides: of certificates. Elsewhere they are two readings. */
  readonly earliest?: true;
  /** Where this field's column is absent, or its cell blank, another field can stand in. */
  readonly fallback?: {
    readonly field: string;
    /**
     * `codes`: read the other field's text with this field's code list. `flag`: by its yes or no. `date`: the one day that
     * stands beside its word, where that is one of `of`.
     */
    readonly take: 'codes' | 'flag' | 'date';
    readonly of?: readonly string[];
    readonly yes?: string;
    readonly no?: string;
    /** Only where the column is absent, not where a cell is blank. */
    readonly columnOnly?: true;
  };
  /** Words that may be this field's where they stand in a column that was not understood: they speak against the line. */
  readonly elsewhere?: readonly string[];
  /** Headings of such columns under which a no stands for the first of `elsewhere`: 是否举办. */
  readonly denied?: readonly string[];
  /** What the template's example line has here, and 这一格 shows: it passes every rule. */
  readonly example?: string | number;
}

/** In a remark, `words` together with a date (or a code) stand for another field: 2020年10月离职. */
export interface RemarkDef {
  readonly words: readonly string[];
  readonly field: string;
  readonly take: 'date' | { readonly code: string };
  /** Rule whose finding stands beside the value so taken. */
  readonly rule: string;
}

/**
 * What a table is to the engine, which never asks for its number:
 * `register` of the units that take part · `facts` of one community · `roster` of what stands (organisations, people,
 * posts) · `event`, a ledger of what took place · `each`, one line a community · `checklist` of what is to be there ·
 * `plan` of tasks with its dates · `selfReport`, figures that the detail is held against · `protected`, lists that are
 * pointed out and never read as data · `ledger`, any other list.
 */
export type Role =
  | 'register'
  | 'facts'
  | 'roster'
  | 'event'
  | 'each'
  | 'checklist'
  | 'plan'
  | 'selfReport'
  | 'protected'
  | 'ledger';

/**
 * Keys of the fields that the engine itself asks for, by the role of the table that must have them and by what they hold.
 * All other fields are known to measures and rules alone.
 */
export const roleFields = {
  register: {
    unit: 'unit',
    street: 'street',
    community: 'community',
    urbanRural: 'urban_rural',
    agency: 'agency',
    period: 'period',
    received: 'received',
  },
  facts: {
    unit: 'unit',
    street: 'street',
    community: 'community',
    urbanRuralCode: 'urc',
    urbanRural: 'urban_rural',
    agency: 'agency_name',
    filled: 'fill_date',
  },
  each: { community: 'community' },
  checklist: {
    item: 'item',
    itemCode: 'item_code',
    done: 'done',
    doneDate: 'done_date',
    document: 'document',
    remark: 'remark',
  },
  protected: { name: 'name' },
} as const satisfies Partial<Record<Role, Readonly<Record<string, string>>>>;

/** In a table of any role: whose community a line is of. Such a table may lack it. */
export const communityField = 'community';

export interface TableDef {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly shape: 'list' | 'form';
  /** Words of titles and sheet names; they only break a tie between tables whose headings fit equally. */
  readonly titles: readonly string[];
  readonly fields: readonly FieldDef[];
  /** What the lines are about: such a word before a heading of this table says nothing, as in 项目承接机构. */
  readonly subjects?: readonly string[];
  /** Fields of which at least one must stand in a row for it to be a record. */
  readonly key: readonly string[];
  /** Headings that must be there for this table to be taken at all; any one of each group. */
  readonly needs?: readonly (readonly string[])[];
  /** So many of these fields must be there: one of them alone stands in other forms as well. */
  readonly atLeast?: { readonly count: number; readonly of: readonly string[] };
  /** A list that is also printed as a form of one record, label and value. */
  readonly upright?: true;
  /**
   * What no other list of an office has: one of these fields, or one of these words in a heading, the title or the sheet's
   * name. Without it a person has to say that the table is this one.
   */
  readonly telling?: { readonly fields: readonly string[]; readonly words: readonly string[] };
  /** The table is taken only where its title, its sheet's name or a heading has one of these words. */
  readonly marked?: readonly string[];
  /** One line an item: the code of `item` names the field that `value` is put in. */
  readonly pivot?: { readonly item: string; readonly value: string };
  readonly remarks?: readonly RemarkDef[];
  /** Words above a list, or in a line between its rows, by which it is not what stands (decision read-15). */
  readonly restricting?: readonly Restricting[];
  /**
   * Where a word that nothing explains makes it doubtful whether a title speaks of this list: directly before the noun
   * that it ends in (台账, 名录), or anywhere in the words that go with the noun.
   */
  readonly asked?: 'noun' | 'phrase';
  /**
   * A list of those who hold something says it of the records of the full list, told by the first of `by` that both have. Where
   * it lacks the first of `gives` that is the code `otherwise`.
   */
  readonly held?: { readonly by: readonly string[]; readonly gives: readonly string[]; readonly otherwise: string };
  /** No template has it, so that nobody hands in an example of it: what its fields say is somebody's own. */
  readonly unprinted?: true;
  readonly citation: string;
}

export interface Restricting {
  readonly kind: ListKind;
  readonly words: readonly string[];
  /** Such a word restricts nothing where one of these follows it: 持证情况. */
  readonly unless?: readonly string[];
  /** A body: before the name of a community it only says who serves it. */
  readonly body?: true;
}

export interface CodeEntry {
  readonly code: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
  /** Readings that are taken, with a finding of the list's `doubt` rule beside them: 社工师 may be meant loosely. */
  readonly doubtful?: readonly string[];
}

export interface CodeList {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly CodeEntry[];
  /** What parts several entries in one cell. */
  readonly separators?: string;
  /**
   * What a word of the list stands for behind 未 or 拟 (`notYet` of the writings): this code, or none that is known.
   * Absent where such words say nothing of the kind: 非遗文化.
   */
  readonly denied?: string | null;
  /** Rule for `doubtful` readings. */
  readonly doubt?: string;
  /**
   * Words that say nothing beside a word of the list. A list that has them is strict: what neither it nor they explain leaves
   * the reading in doubt (decision read-14).
   */
  readonly silent?: readonly string[];
  /** Codes whose words decide whatever stands beside them: 派驻, 公益岗. */
  readonly deciding?: readonly string[];
  /** Names of streets and towns may stand beside its words. */
  readonly places?: true;
  /** A further part that nothing explains says nothing beside a complete one: 社会工作师、心理咨询师. */
  readonly others?: true;
  /** What a percentage stands for, above nothing and at nothing: 80%. */
  readonly share?: { readonly some: string; readonly none: string };
  /** What held before the day that stands beside a word: 2021年8月注销 was 正常 until then. */
  readonly before?: string;
}

/** A county-level unit of the roster; never told by the first six digits of an area code, which zones lack and which change. */
export interface UnitDef {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly kind: '县' | '区' | '功能区';
  readonly areaCode: string | null;
}

/** Words that stand for a value, whatever the field. */
export interface Writings {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** At the end of what stands behind a yes, and in a bracket behind a day: it is so no longer. 已撤销, 延期. */
  readonly undone: readonly string[];
  /** Read as no, with a finding: 筹建中. */
  readonly underWay: readonly string[];
  /** Before a word of a code list: it is not, or not yet, so. 已 between the two undoes it. */
  readonly notYet: readonly string[];
  readonly already: readonly string[];
  /** Taken as zero, with a finding. */
  readonly none: readonly string[];
  /** In place of a text: that there is none. 否, 无方案. */
  readonly lacking: readonly string[];
  /** Behind a yes they speak against it: 但, 待, 未. */
  readonly conditions: readonly string[];
  /** Behind a yes they tell of another body, or other people, that it holds for: 街道统一. */
  readonly elsewhere: readonly string[];
  /** In place of a date: that there is no such day, not yet, or no end. */
  readonly noDay: readonly string[];
  /** After a complete date they say nothing: 上午, 前, 离职. */
  readonly afterDay: readonly string[];
  /** In place of a person's name: the post is not filled. */
  readonly vacant: readonly string[];
  /** Words that names of communities end in. */
  readonly communities: readonly string[];
  /** First characters of names, all in one. */
  readonly surnames: string;
  /** Characters that stand in what is said of a post and hardly in a name: 待聘人员. */
  readonly unnamed: string;
  readonly ticked: string;
  readonly unticked: string;
  /** Heading words before a colon on lines outside the tables. */
  readonly reporter: readonly string[];
  readonly dates: readonly string[];
  readonly signatures: readonly string[];
  readonly notes: readonly string[];
  /** Alone, in a bracket or before a colon: the row is an example of how to fill the list in. */
  readonly examples: readonly string[];
  /** What may stand beside those words without meaning anything else: 填报时删除. */
  readonly besideExamples: readonly string[];
  /** Before a row of column numbers: 栏次. */
  readonly numbersLabels: readonly string[];
  /** In rows that tell how to fill the columns in: 必填. */
  readonly instructions: readonly string[];
  /** The value above once more. */
  readonly ditto: readonly string[];
  /** Above rows, or in a sheet's name: a list from another place goes on. */
  readonly continued: readonly string[];
  /** Words of titles and sheet names of what offices keep besides: such a list is data only if a person says so. */
  readonly foreign: readonly string[];
  /** Of titles: nouns that a list is called by, words that say nothing of which list it is, and words of a part of it. */
  readonly titles: {
    readonly nouns: readonly string[];
    readonly silent: readonly string[];
    readonly part: readonly string[];
    /** Of a list, or of lines below, that somebody has set aside: 以下作废, 草稿. Such are asked about, whatever the table. */
    readonly aside: readonly string[];
    /** Words with one of those in them that set nothing aside: 不重复. */
    readonly notAside: readonly string[];
    /** Before a restricting word: it is left out (不含), or stands beside the others (及). */
    readonly without: readonly string[];
    readonly beside: readonly string[];
    /** Single characters by which a title is read: 拟, 镇. */
    readonly characters: string;
    /** In a line between the rows, beside the word that it gives to them. */
    readonly between: readonly string[];
  };
  /**
   * Of places: what names of communities end in, the longest first; words for several of them; and characters by which two
   * names differ that are not misspelt.
   */
  readonly places: { readonly endings: readonly string[]; readonly several: readonly string[]; readonly apart: string };
  /** In a bracket behind a figure: where it is from, and, behind 其中, what a part of it counts. */
  readonly figures: { readonly from: readonly string[]; readonly parts: readonly string[] };
  /** Units that may follow a figure, in groups that may stand for each other. */
  readonly units: readonly (readonly string[])[];
}

/** How the words of headings vary, whatever the table. All are compared in the form of headings. */
export interface HeadingWords {
  /** Words that mean the same wherever they stand in a heading. */
  readonly alike: readonly (readonly string[])[];
  /** The same, only at the end and behind something: 到岗日, 备案号. */
  readonly endings: readonly (readonly string[])[];
  /** Words that say nothing in the headings of fields of these kinds (of all without any). */
  readonly silent: readonly {
    readonly words: readonly string[];
    readonly at: 'start' | 'end';
    readonly kinds?: readonly (FieldType | MaskKind)[];
  }[];
  /** They name a field only where no other column does, and number the lines beside one that does: 编号 beside 工号. */
  readonly numbers: readonly string[];
  /** What in brackets says nothing, beside units. */
  readonly brackets: readonly string[];
  /** A group heading with one of these, or with a year, has figures of another time below it. */
  readonly otherTimes: readonly string[];
}

export interface Catalogue {
  readonly writings: Writings;
  readonly headings: HeadingWords;
  readonly tables: readonly TableDef[];
  readonly codes: Readonly<Record<string, CodeList>>;
  /** Of all registers: words that may travel. */
  readonly units: readonly UnitDef[];
}
