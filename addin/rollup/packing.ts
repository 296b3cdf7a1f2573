/** Evaluations as they are held by the hundred: as packed JSON, and without what the roll-up does not look at. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Citation, Evaluation } from '../../shared/model.ts';
import type { Readable } from '../../shared/submissions.ts';

export const packed = (value: unknown): Uint8Array<ArrayBuffer> =>
  deflateSync(strToU8(JSON.stringify(value)), { level: 3 }) as Uint8Array<ArrayBuffer>;

/** What `packed` was given. */
export const unpackedFrom = (bytes: Uint8Array): unknown => JSON.parse(strFromU8(inflateSync(bytes)));

/** What the roll-up looks at: texts are those of the details, which are made from the whole. */
export function slim(submitted: Readable): Readable {
  const { evaluation } = submitted;
  const light: Evaluation = {
    ...evaluation,
    // Of a register the table tells what it is; which columns are there, and which rules were checked, whether what was wrong is put right.
    tables: evaluation.tables.map(({ cells: _, others: __, room: ___, columns, ...table }) => ({
      ...table,
      columns: columns.map(({ field }) => ({ field, header: '', column: '', basis: 'exact' })),
      headerRows: [],
    })),
    // Other calibres are for reference. What is told across workbooks points to the cells of a figure.
    indicators: evaluation.indicators
      .filter(({ basis }) => basis === undefined)
      .map(({ advice: _, noun: __, ...indicator }) => ({
        ...indicator,
        citation,
        gap: null,
        // What is missing is an issue of its reason, by whether it is due; what is behind has until then.
        ...(indicator.verdict === 'missing' ? { reasons: indicator.reasons.slice(0, 1) } : { reasons: [] }),
        ...(indicator.verdict === 'missing' || indicator.verdict === 'behind' ? {} : { target: null }),
      })),
    findings: evaluation.findings.map(({ keyParts: _, asks: __, ...finding }) => ({
      ...finding,
      value: null,
      shown: null,
      message: '',
      fix: '',
      related: [],
    })),
    notChecked: evaluation.notChecked.map(({ rule }) => ({ rule, reason: '' })),
    rules: [],
    score: evaluation.score && { ...evaluation.score, items: [], pilotSite: null },
    unread: [],
  };
  return { ...submitted, evaluation: light };
}

const citation: Citation = { source: '', section: '', quote: '' };
