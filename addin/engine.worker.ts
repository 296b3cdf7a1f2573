/** The engine off the main thread: masks every workbook, and judges where the service is out of reach. */
import { deidentify, evaluate, snapshotHash } from '../shared/evaluate.ts';
import type { Correction, EvaluateOptions, Evaluation, Unread, WorkbookSnapshot } from '../shared/model.ts';
import { indicatorWords } from './indicators.ts';
import type { TableName } from './panes/names.ts';
import type { Words } from './panes/words.ts';
import { tableNames } from './tables.ts';

export interface Masking {
  readonly kind: 'mask';
  readonly snapshot: WorkbookSnapshot;
  readonly secret: string;
  readonly corrections: readonly Correction[];
  /** Whose words are wanted; the first where none is named. Masking does not depend on it. */
  readonly policy: string | undefined;
}

export interface Masked {
  readonly snapshot: WorkbookSnapshot;
  /** Sheets in which nothing was recognised; they stay here. */
  readonly withheld: readonly Unread[];
  /** Names of sheets, as here and as sent, where they differ. */
  readonly renamed: readonly (readonly [stays: string, travels: string])[];
  /** What a person said, as it travels with the snapshot: nothing of the sheets that stay here. */
  readonly corrections: readonly Correction[];
  /** The words for tables and fields, which the pane itself does not carry. */
  readonly tables: readonly TableName[];
  /** Nor those for the indicators of the policy judged by. */
  readonly words: Words;
}

export interface Judging {
  readonly kind: 'evaluate';
  /** Masked. */
  readonly snapshot: WorkbookSnapshot;
  readonly options: EvaluateOptions;
}

export type Reply =
  | { readonly masked: Masked }
  | { readonly evaluation: Evaluation }
  /** A fault of ours; bad input is never one. */
  | { readonly fault: string };

self.onmessage = ({ data }: MessageEvent<Masking | Judging>) => {
  self.postMessage(answer(data));
};

function answer(request: Masking | Judging): Reply {
  try {
    if (request.kind === 'mask') {
      const masked = deidentify(request.snapshot, request.secret, request.corrections);
      const { snapshot, withheld, renamed, corrections } = masked;
      const words = indicatorWords(request.policy);
      return { masked: { snapshot, withheld, renamed, corrections, tables: tableNames, words } };
    }
    const { snapshot, options } = request;
    return { evaluation: evaluate(snapshot, { ...options, snapshotHash: snapshotHash(snapshot) }) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
