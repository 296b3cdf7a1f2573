/** Papers as they are wished for, from the roll-up to the bytes of a file. */
import type { Evaluation, Policy, Rollup } from '../../shared/model.ts';
import { policies } from '../../shared/policies.ts';
import { type DocumentData, documentData } from '../../shared/report/documents/data.ts';
import type { Document } from '../../shared/report/documents/documents.ts';
import { agreed, Disagreement, reportOf } from '../../shared/report/documents/reports.ts';
import { docxOf } from '../../shared/report/docx/render.ts';
import { rollUp } from '../../shared/rollup/rollup.ts';
import { unpackedFrom } from '../rollup/packing.ts';
import type { FromWriter, Ground, Paper, Terms, Wish } from './papers.ts';

type Answer = { readonly paper: Paper } | { readonly problems: Extract<FromWriter, { problems: unknown }>['problems'] };

export async function answerTo(wish: Wish): Promise<Answer> {
  try {
    return { paper: await paperOf(wish) };
  } catch (error) {
    return { problems: [error instanceof Disagreement ? `${error.message}。${report}` : report] };
  }
}

const report = '没有写成，是软件的问题。请把这句话和软件的版本告诉管理员。';

async function paperOf(wish: Wish): Promise<Paper> {
  const data = dataOf(wish.ground, wish.terms);
  return written(reportOf(data), data);
}

async function written(document: Document, data: DocumentData): Promise<Paper> {
  return { name: `${document.name}.docx`, bytes: await docxOf(agreed(document, data)) };
}

function dataOf(ground: Ground, terms: Terms): DocumentData {
  const { rollup, policy, evaluations } = 'own' in ground ? alone(ground) : together(ground);
  return documentData(rollup, policy, evaluations, { ...terms, rectifyBy: policy.rectifyBy });
}

interface Told {
  readonly rollup: Rollup;
  readonly policy: Policy;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
}

function together(ground: Exclude<Ground, { own: unknown }>): Told {
  return {
    rollup: JSON.parse(ground.rollup) as Rollup,
    policy: known(ground.policy),
    evaluations: new Map(ground.evaluations.map(([path, packed]) => [path, unpackedFrom(packed) as Evaluation])),
  };
}

/** A roll-up of this one workbook. */
function alone({ own, file }: Extract<Ground, { own: unknown }>): Told {
  const policy = known(own.policy.id);
  const { mode, asOf } = own;
  const rollup = rollUp([{ file, evaluation: own, joins: null, spoken: mode }], policy, { mode, asOf });
  return { rollup, policy, evaluations: new Map([[file, own]]) };
}

const known = (id: string): Policy => policies.find((policy) => policy.id === id)!;
