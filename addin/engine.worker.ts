/** The engine off the main thread: masks every workbook, judges where the service is out of reach, and puts the words back. */
import {
  type Deidentified,
  deidentify,
  ENGINE,
  evaluate,
  grounds,
  nothingKept,
  packed,
  policyOf,
  readAlike,
  restored,
  snapshotHash,
} from '../shared/evaluate.ts';
import type {
  Correction,
  EvaluateOptions,
  Evaluation,
  PackedSnapshot,
  SheetSnapshot,
  Template,
  TemplateAnchor,
  TemplateKind,
  WorkbookReading,
  WorkbookSnapshot,
} from '../shared/model.ts';
import { lostHeadings } from '../shared/template/headings.ts';
import { templateOf } from '../shared/template/template.ts';
import { type Filled, filledIn, type Workbook } from './filled.ts';
import type { Entry } from './host/host.ts';
import { indicatorWords } from './indicators.ts';
import type { TableName } from './panes/names.ts';
import type { Words } from './panes/words.ts';
import { randomSecret } from './secrets.ts';
import { tableNames } from './tables.ts';

export interface Masking {
  readonly kind: 'mask';
  /** Raw. */
  readonly snapshot: WorkbookSnapshot;
  /** Of the workbook, for the keys of findings; tokens have a fresh one each time. */
  readonly secret: string;
  readonly corrections: readonly Correction[];
  /** Whose words are wanted; the first where none is named. Masking does not depend on it. */
  readonly policy: string | undefined;
}

export interface Masked {
  /** As it travels. */
  readonly snapshot: PackedSnapshot;
  /** What a person said, as it travels with the snapshot: nothing of the sheets that stay here. */
  readonly corrections: readonly Correction[];
  /** Version of the engine that masked it. */
  readonly engine: string;
  /** The words for tables and fields, which the pane itself does not carry. */
  readonly tables: readonly TableName[];
  /** Nor those for the indicators of the policy judged by. */
  readonly words: Words;
}

/** Of the snapshot that was masked last. */
export interface Judging {
  readonly kind: 'evaluate';
  readonly options: EvaluateOptions;
}

/** What the service said of the snapshot that was masked last. */
export interface Restoring {
  readonly kind: 'restore';
  readonly evaluation: Evaluation;
  /** By which it was asked, in case it cannot be believed. */
  readonly options: EvaluateOptions;
}

export interface Filling extends Workbook {
  readonly kind: 'fill';
}

export interface Templating {
  readonly kind: 'template';
  /** Id. */
  readonly policy: string;
  readonly form: TemplateKind;
}

/** Which headings of a template the sheets have lost. */
export interface Mending {
  readonly kind: 'headings';
  readonly sheets: readonly { readonly snapshot: SheetSnapshot; readonly anchor: TemplateAnchor }[];
}

export type Request = Masking | Judging | Restoring | Filling | Templating | Mending;

export type Reply =
  | { readonly masked: Masked }
  /** In the words of the workbook; `isUnlike` where that could only be judged unmasked, on this machine. */
  | { readonly evaluation: Evaluation; readonly isUnlike: boolean }
  | { readonly filled: Filled }
  | { readonly template: Template }
  /** What is to be put where, so that they have them again. */
  | { readonly headings: readonly Entry[] }
  /** A fault of ours; bad input is never one. */
  | { readonly fault: string };

interface Last {
  readonly masked: Deidentified;
  readonly raw: WorkbookSnapshot;
  readonly secret: string;
  /** As a person said them. */
  readonly corrections: readonly Correction[];
}

let last: Last | null = null;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer(request: Request): Reply {
  try {
    if (request.kind === 'mask') {
      const masked = deidentify(request.snapshot, randomSecret(), request.corrections);
      last = { masked, raw: request.snapshot, secret: request.secret, corrections: request.corrections };
      const { snapshot, corrections } = masked;
      const words = indicatorWords(request.policy);
      return { masked: { snapshot: packed(snapshot), corrections, engine: ENGINE, tables: tableNames, words } };
    }
    if (request.kind === 'fill') return { filled: filledIn(request) };
    if (request.kind === 'template')
      return { template: templateOf(policyOf({ policy: request.policy }), request.form) };
    if (request.kind === 'headings') return { headings: request.sheets.flatMap(headingsLost) };
    const { masked, raw, secret, corrections } = last!;
    const reading = readAlike(masked);
    const { options } = request;
    if (!reading) {
      const judged = evaluate(raw, { ...options, corrections, snapshotHash: snapshotHash(masked.snapshot) });
      return { evaluation: restored(judged, nothingKept, raw, secret), isUnlike: true };
    }
    const judged = request.kind === 'evaluate' ? judge(masked, options, reading) : request.evaluation;
    return { evaluation: restored(judged, masked, raw, secret), isUnlike: false };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function headingsLost({ snapshot, anchor }: Mending['sheets'][number]): readonly Entry[] {
  return lostHeadings(snapshot, anchor).map(({ address, heading, was }) => ({
    place: { sheet: snapshot.name, address },
    value: heading,
    was,
  }));
}

function judge({ snapshot }: Deidentified, options: EvaluateOptions, reading: WorkbookReading): Evaluation {
  return evaluate(snapshot, { ...options, snapshotHash: snapshotHash(snapshot) }, grounds, reading);
}
