/** The handbook that 帮助 shows: indicators, rules and tables in words. Made from the catalogue when the product is built. */

export interface Handbook {
  readonly policies: readonly PolicyPages[];
  /** Of all policies, each once. */
  readonly rules: readonly Page[];
  readonly tables: readonly TablePages[];
}

export interface PolicyPages {
  readonly id: string;
  readonly name: string;
  /** The document, and how figures are counted by it. */
  readonly calibre: Page;
  readonly indicators: readonly Page[];
  /** Places in `rules`. */
  readonly rules: readonly number[];
  /** What a cell does to which indicators, by table and field: `W02.mgmt`. */
  readonly uses: Readonly<Record<string, readonly FieldUse[]>>;
}

/** 城市社区社会组织数：填登记、备案的才计入. */
export interface FieldUse {
  /** Its name, or words for many at once. */
  readonly indicator: string;
  readonly effect: string;
  /** The clause that asks for it, and its term; empty where none does. */
  readonly clause: string;
}

export interface TablePages {
  /** Never shown. */
  readonly id: string;
  readonly name: string;
  /** What its lines are proven by. */
  readonly citation: string;
  readonly fields: readonly Page[];
}

/** What is said of one thing. */
export interface Page {
  /** Of the indicator or rule, or the key of the field: never shown. */
  readonly id: string;
  readonly title: string;
  /** Beside the title: 社区，不少于10家. */
  readonly under: string;
  readonly sections: readonly Section[];
  /** Of a field: what may be put in its cell as it stands. */
  readonly choices?: readonly string[];
  /** Of a field of whose choices several may stand in one cell. */
  readonly many?: true;
  /** Keys of the fields that are written in the same cell as this one, where they have none of their own: 信用代码（备案号）. */
  readonly with?: readonly string[];
}

export type Section = readonly [title: string, lines: readonly string[]];
