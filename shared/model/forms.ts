/** Sheets to be filled in: what a paper sheet has, and what helps the hand that types. Written through Office.js or as a file, the same. */
import type { UrbanRural } from './contract.ts';
import type { PaperSheet } from './plan.ts';

/** For whom a template is made. */
export type TemplateKind = Exclude<UrbanRural, 'unknown'>;

/** What tells a sheet of a template: kept on the sheet itself in a hidden name, which goes along when it is copied. */
export interface TemplateAnchor {
  /** Id of the policy. */
  readonly policy: string;
  readonly kind: TemplateKind;
  /** Of the template, counted up with every change that a filled sheet shows. */
  readonly version: number;
  /** Ids of the tables on the sheet, from the top. */
  readonly tables: readonly string[];
}

/** A sheet of a workbook that was made from a template. */
export interface TemplateSheet {
  readonly sheet: string;
  readonly anchor: TemplateAnchor;
}

/** Beyond `rows` there are spare rows: they have number formats and validations, and nothing that prints. */
export interface EntrySheet extends PaperSheet {
  /**
   * Number formats of what is filled in: `@`, `yyyy-mm-dd`, `General`. They hold for the example's line as well, from which a line
   * put in below it inherits, and come after the values: what the example says stays text, so that no sum counts it.
   */
  readonly formats: readonly { readonly area: string; readonly format: string }[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly FormCondition[];
}

/** Of a template. */
export interface FormSheet extends EntrySheet {
  readonly anchor: TemplateAnchor;
}

/** 问题整改台账 as it goes out with a notice: what it lists is kept on it in a hidden name, whatever becomes of its lines. */
export interface LedgerSheet extends EntrySheet {
  readonly sent: readonly SentIssue[];
}

/** An issue as it was sent. */
export interface SentIssue {
  /** As `issuesOf` gives it. */
  readonly number: string;
  /** `behind`: an indicator that was not due yet. */
  readonly about: 'findings' | 'indicator' | 'behind' | 'missing';
  /** Ids: of findings none, of an indicator it, of what lacks data those that lack it. */
  readonly indicators: readonly string[];
  /** ISO date until which it was to be closed. */
  readonly due: string;
}

export interface Validation {
  /** One address, or several with commas between. */
  readonly area: string;
  readonly rule: ValidationRule;
  /** Null for no prompt. Excel's limits: title 32 characters, text 255. */
  readonly prompt: Told | null;
  /** Null where anything may be typed. `stop` only where it would certainly be wrong. */
  readonly alert: (Told & { readonly style: 'stop' | 'warning' }) | null;
}

export interface Told {
  readonly title: string;
  readonly text: string;
}

/** Blank cells always pass. */
export type ValidationRule =
  /** Offered inline; 255 characters with the commas at most, no entry has a comma. */
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'whole' | 'decimal'; readonly least: number; readonly most: number | null }
  /** ISO dates, both inclusive. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  | { readonly kind: 'length'; readonly exactly: number }
  /** Without `=`, of the top left cell of the area; no array constants, no names. */
  | { readonly kind: 'custom'; readonly formula: string }
  /** A prompt alone. */
  | { readonly kind: 'any' };

/** Red at once, or with lines as soon as something stands there. `formula` as above. */
export interface FormCondition {
  readonly area: string;
  readonly formula: string;
  readonly look: 'error' | 'warning' | 'lined';
}

export interface Template {
  readonly policy: string;
  readonly kind: TemplateKind;
  readonly version: number;
  /** Of the file, without extension. */
  readonly name: string;
  readonly sheets: readonly FormSheet[];
}
