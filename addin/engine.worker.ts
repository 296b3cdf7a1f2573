/** The engine off the main thread: masks every workbook, judges where the service is out of reach, and puts the words back. */
import { type Deidentified, deidentify, ENGINE, evaluate, packed, restored, snapshotHash } from '../shared/evaluate.ts';
import type { Correction, EvaluateOptions, Evaluation, PackedSnapshot, WorkbookSnapshot } from '../shared/model.ts';
import { indicatorWords } from './indicators.ts';
import type { TableName } from './panes/names.ts';
import type { Words } from './panes/words.ts';
import { tableNames } from './tables.ts';

export interface Masking {
  readonly kind: 'mask';
  /** Raw. */
  readonly snapshot: WorkbookSnapshot;
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
}

export type Request = Masking | Judging | Restoring;

export type Reply =
  | { readonly masked: Masked }
  /** In the words of the workbook. */
  | { readonly evaluation: Evaluation }
  /** A fault of ours; bad input is never one. */
  | { readonly fault: string };

let last: { readonly masked: Deidentified; readonly raw: WorkbookSnapshot } | null = null;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer(request: Request): Reply {
  try {
    if (request.kind === 'mask') {
      const masked = deidentify(request.snapshot, request.secret, request.corrections);
      last = { masked, raw: request.snapshot };
      const { snapshot, corrections } = masked;
      const words = indicatorWords(request.policy);
      return { masked: { snapshot: packed(snapshot), corrections, engine: ENGINE, tables: tableNames, words } };
    }
    const { masked, raw } = last!;
    const judged = request.kind === 'evaluate' ? judge(masked, request.options) : request.evaluation;
    return { evaluation: restored(judged, masked, raw) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function judge({ snapshot }: Deidentified, options: EvaluateOptions): Evaluation {
  return evaluate(snapshot, { ...options, snapshotHash: snapshotHash(snapshot) });
}
