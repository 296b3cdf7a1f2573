import { type Context, Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import {
  deidentify,
  ENGINE,
  evaluate,
  type Grounds,
  grounds,
  nothingKept,
  policyOf,
  readAlike,
  remaining,
  restored,
  snapshotHash,
  unpacked,
} from '../shared/evaluate.ts';
import type { Evaluation, TableDef } from '../shared/model.ts';
import { guides } from '../shared/sheets/guides.ts';
import type { Health } from '../shared/wire/answers.ts';
import { dropBody, maxBytes, patience, readJson } from './bodies.ts';
import { strictTransport } from './headers.ts';
import openapi from './openapi.json';
import { answerProblem, Problem } from './problems.ts';
import { refuseUnexplained } from './refusals.ts';
import { parseEvaluationRequest } from './requests.ts';
import { createRoom } from './rooms.ts';
import { isObject } from './snapshots.ts';
import { createTemplates } from './templates.ts';

export interface Bindings {
  /** `mask`: a snapshot that still holds personal data is masked and evaluated. Only ever set locally: what is deployed refuses it. */
  readonly RAW_SNAPSHOTS?: string;
  /** How many evaluations one address may ask for (wrangler.jsonc); without it nothing is limited. */
  readonly EVALUATIONS?: { readonly limit: (by: { readonly key: string }) => Promise<{ readonly success: boolean }> };
}

interface Environment {
  readonly Bindings: Bindings;
  readonly Variables: { readonly requestId: string };
}

const isLocal = ({ env }: Context<Environment>) => env.RAW_SNAPSHOTS === 'mask';

/** The service, judging by these grounds. */
export function createApp(by: Grounds): Hono<Environment> {
  const app = new Hono<Environment>();
  const room = createRoom(maxBytes, patience);
  const templates = createTemplates(by);

  app.use(requestId());
  app.use((c, next) => (isLocal(c) ? localHeaders : deployedHeaders)(c, next));
  app.use(async (c, next) => {
    await next();
    await dropBody(c.req.raw);
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        c.header('allow', allow);
        return answerProblem(c, new Problem(405, `这个地址只支持 ${allow}。`));
      },
    }),
  );

  app.get('/api/health', (c) => {
    const { id, name, version } = policyOf({}, by);
    const health: Health = { status: 'ok', engine: ENGINE, policy: { id, name, version }, targetSet: { id, version } };
    return c.json(health);
  });

  app.get('/api/catalogue', (c) => c.json(catalogueOf(policyIn(c, by), by)));

  app.get('/api/template.xlsx', (c) => {
    const { bytes, headers } = templates(policyIn(c, by), c.req.queries('kind') ?? []);
    return c.body(bytes, 200, headers);
  });

  app.get('/api/openapi.json', (c) => c.json(openapi));

  /** Stores nothing, and logs nothing of the cells. */
  app.post('/api/evaluations', async (c) => {
    await refuseFrequent(c);
    const place = room.enter();
    try {
      const admitted = admit(await readJson(c.req.raw, place), isLocal(c), by);
      return c.json(judged(admitted, by), 200, { 'cache-control': 'no-store' });
    } finally {
      place.leave();
    }
  });

  app.notFound((c) => answerProblem(c, new Problem(404, '请核对网址。任务窗格在 /taskpane.html，接口在 /api/ 之下。')));

  app.onError((error, c) => answerProblem(c, error instanceof Problem ? error : fault(error, c)));

  return app;
}

/** Of answers that are data, which nobody should frame or run. */
const headersOfData = (transport: string | false) =>
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    strictTransportSecurity: transport,
  });
const localHeaders = headersOfData(false);
const deployedHeaders = headersOfData(strictTransport);

/** Its id; undefined where none is asked for. Throws Problem 400 and 422. */
function policyIn({ req }: Context<Environment>, by: Grounds): string | undefined {
  const [policy, ...others] = req.queries('policy') ?? [];
  if (others.length > 0) throw new Problem(400, 'policy 只能写一个。', [{ path: 'policy', message: '只能写一个' }]);
  refuseUnknown('policy', policy, by);
  return policy;
}

/** What sheets look like, what one policy asks of them, and which policies there are. */
function catalogueOf(id: string | undefined, by: Grounds) {
  const { indicators, rules } = policyOf({ policy: id }, by);
  const policies = by.policies.map(({ id, name, version, source }) => ({ id, name, version, source }));
  const tables = by.catalogue.tables.map(toldOf);
  return { engine: ENGINE, ...by.catalogue, tables, rules, indicators, policies, targetSets: by.policies };
}

/** With what the person who fills a field is told of it; lists of protected people are not filled in. */
function toldOf(table: TableDef) {
  const told = guides[table.id];
  if (!told) return table;
  const fields = table.fields.map((field) => ({ ...field, guidance: told[field.key]?.means, guide: told[field.key] }));
  return { ...table, fields };
}

/**
 * What is to be evaluated, masked. A function of its own, so that the snapshot as it arrived is gone when the evaluation
 * takes its memory. Throws Problem 400, 409, 413, 422.
 */
function admit(body: unknown, maskRaw: boolean, by: Grounds) {
  refuseOtherEngine(body);
  const { workbook: packed, options } = parseEvaluationRequest(body);
  refuseUnknown('policy', options.policy, by);
  refuseUnknown('targetSet', options.targetSet, by);
  const workbook = unpacked(packed);
  // Of this request only. Two random UUIDs are 244 random bits in hexadecimal.
  const secret = (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '');
  const masked = deidentify(workbook, secret, options.corrections, by);
  if (!maskRaw) refuseUnexplained(remaining(workbook, masked.snapshot), options.corrections ?? [], masked.corrections);
  const raw = maskRaw && masked.snapshot !== workbook ? workbook : null;
  return { masked, raw, corrections: options.corrections, options: { ...options, corrections: masked.corrections } };
}

/** In the words that were sent. Whoever asks over HTTP has no secret of the workbook to tell: keys hold within the answer. */
function judged({ masked, raw, options, corrections }: ReturnType<typeof admit>, by: Grounds): Evaluation {
  const { snapshot } = masked;
  const reading = raw ? readAlike(masked, by) : masked.reading;
  if (raw && !reading) return restored(evaluate(raw, { ...options, corrections }, by), nothingKept, raw, null);
  const hashed = { ...options, snapshotHash: snapshotHash(snapshot) };
  const evaluation = evaluate(snapshot, hashed, by, reading ?? undefined);
  return raw ? restored(evaluation, masked, raw, null) : evaluation;
}

/** First of all: another version may write a snapshot otherwise, and read it otherwise. */
function refuseOtherEngine(body: unknown): void {
  if (!isObject(body) || typeof body.engine !== 'string' || body.engine === ENGINE) return;
  throw new Problem(409, `服务器的版本是 ${ENGINE}，与任务窗格的不同。请重新打开窗格。`, [
    { path: 'engine', message: `应为 ${ENGINE}` },
  ]);
}

function refuseUnknown(path: 'policy' | 'targetSet', id: string | undefined, { policies }: Grounds): void {
  if (id === undefined || policies.some((each) => each.id === id)) return;
  const known = policies.map((each) => each.id).join('、');
  throw new Problem(422, `没有这份评估依据。现有：${known}。`, [{ path, message: `应为 ${known}` }]);
}

/** As many in a while as wrangler.jsonc says. Throws Problem 429. */
async function refuseFrequent({ env, req }: Context<Environment>): Promise<void> {
  const allowed = await env.EVALUATIONS?.limit({ key: req.header('cf-connecting-ip') ?? '' });
  if (allowed?.success === false) throw new Problem(429, '这个网络地址检查得太频繁。', [], ratePeriod);
}

/** Seconds, as in wrangler.jsonc. */
const ratePeriod = 10;

/** A fault of ours. Its message may quote a cell, so only its name and stack frames are logged. */
function fault(error: Error, c: Context<Environment>): Problem {
  const id = c.get('requestId');
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  console.error(id, error.name, frames.join('\n'));
  return new Problem(500, `请稍后再试；反复出现时请把编号 ${id} 告诉管理员。工作簿内容没有保存。`);
}

export default createApp(grounds);
