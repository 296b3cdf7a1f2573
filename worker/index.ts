import { type Context, Hono } from 'hono';
import { requestId } from 'hono/request-id';
import {
  deidentify,
  ENGINE,
  evaluate,
  type Grounds,
  grounds,
  policyOf,
  remaining,
  restored,
  snapshotHash,
} from '../shared/evaluate.ts';
import { readJson } from './bodies.ts';
import { commonHeaders, dataPolicy } from './headers.ts';
import { answerProblem, Problem } from './problems.ts';
import { maxFaults, parseEvaluationRequest } from './requests.ts';

export interface Bindings {
  /** `mask`: a snapshot that still holds personal data is masked and evaluated. Only ever set locally: what is deployed refuses it. */
  readonly RAW_SNAPSHOTS?: string;
}

interface Environment {
  readonly Bindings: Bindings;
  readonly Variables: { readonly requestId: string };
}

/** The service, judging by these grounds. */
export function createApp(by: Grounds): Hono<Environment> {
  const app = new Hono<Environment>();

  app.use(requestId());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(commonHeaders)) c.header(name, value);
    c.header('content-security-policy', dataPolicy);
  });

  app.get('/api/health', (c) => {
    const { id, name, version } = policyOf({}, by);
    return c.json({ status: 'ok', engine: ENGINE, policy: { id, name, version }, targetSet: { id, version } });
  });

  app.get('/api/catalogue', (c) => {
    const [policy, ...others] = c.req.queries('policy') ?? [];
    if (others.length > 0) throw new Problem(400, 'policy 只能写一个。', [{ path: 'policy', message: '只能写一个' }]);
    return c.json(catalogueOf(policy, by));
  });

  /** Stores nothing, and logs nothing of the cells. */
  app.post('/api/evaluations', async (c) => {
    const maskRaw = c.env.RAW_SNAPSHOTS === 'mask';
    const { masked, options, raw } = admit(await readJson(c.req.raw), maskRaw, by);
    const { snapshot, reading } = masked;
    const hashed = { ...options, snapshotHash: snapshotHash(snapshot) };
    const evaluation = evaluate(snapshot, hashed, by, reading ?? undefined);
    // Whoever asks over HTTP has no secret of the workbook to tell: keys hold within the answer.
    return c.json(raw ? restored(evaluation, masked, raw, null) : evaluation, 200, { 'cache-control': 'no-store' });
  });

  for (const [path, allow] of [
    ['/api/health', 'GET, HEAD'],
    ['/api/catalogue', 'GET, HEAD'],
    ['/api/evaluations', 'POST'],
  ] as const) {
    app.all(path, (c) => {
      c.header('allow', allow);
      return answerProblem(c, new Problem(405, `这个地址只支持 ${allow}。`));
    });
  }

  app.notFound((c) => answerProblem(c, new Problem(404, '请核对网址。任务窗格在 /taskpane.html，接口在 /api/ 之下。')));

  app.onError((error, c) => answerProblem(c, error instanceof Problem ? error : fault(error, c)));

  return app;
}

/** What sheets look like, what one policy asks of them, and which policies there are. Throws Problem 422. */
function catalogueOf(id: string | undefined, by: Grounds) {
  refuseUnknown('policy', id, by);
  const { indicators, rules } = policyOf({ policy: id }, by);
  const policies = by.policies.map(({ id, name, version, source }) => ({ id, name, version, source }));
  return { engine: ENGINE, ...by.catalogue, rules, indicators, policies, targetSets: by.policies };
}

/**
 * What is to be evaluated, masked. A function of its own, so that the snapshot as it arrived is gone when the evaluation
 * takes its memory. Throws Problem 400, 413, 422.
 */
function admit(body: unknown, maskRaw: boolean, by: Grounds) {
  const { workbook, options } = parseEvaluationRequest(body);
  refuseUnknown('policy', options.policy, by);
  refuseUnknown('targetSet', options.targetSet, by);
  // Of this request only. Two random UUIDs are 244 random bits in hexadecimal.
  const secret = (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '');
  const masked = deidentify(workbook, secret, options.corrections, by);
  if (!maskRaw) refusePersonal(remaining(workbook, masked.snapshot));
  const raw = maskRaw && masked.snapshot !== workbook ? workbook : null;
  return { masked, raw, options: { ...options, corrections: masked.corrections } };
}

function refuseUnknown(path: 'policy' | 'targetSet', id: string | undefined, { policies }: Grounds): void {
  if (id === undefined || policies.some((each) => each.id === id)) return;
  const known = policies.map((each) => each.id).join('、');
  throw new Problem(422, `没有这份评估依据。现有：${known}。`, [{ path, message: `应为 ${known}` }]);
}

/** Refuses what a pane of ours would have masked. Says where, never what. */
function refusePersonal(places: readonly { readonly sheet: string; readonly address: string }[]): void {
  if (places.length === 0) return;
  const faults = places
    .slice(0, maxFaults)
    .map(({ sheet, address }) => ({ path: `${sheet}!${address}`, message: '疑似个人信息，应先脱敏' }));
  throw new Problem(
    422,
    `有 ${places.length} 处疑似个人信息尚未脱敏，未作评估，也未保存。请从任务窗格重新检查。`,
    faults,
  );
}

/** A fault of ours. Its message may quote a cell, so only its name and stack frames are logged. */
function fault(error: Error, c: Context<Environment>): Problem {
  const id = c.get('requestId');
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  console.error(id, error.name, frames.join('\n'));
  return new Problem(500, `请稍后再试；反复出现时请把编号 ${id} 告诉管理员。工作簿内容没有保存。`);
}

export default createApp(grounds);
