import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply, Request } from '../../addin/engine.worker.ts';
import { createEngine, EvaluationProblem, OldWebView, type Question } from '../../addin/evaluations.ts';
import type { Correction } from '../../shared/model.ts';
import { patient } from '../patience.ts';
import { evaluation } from './examples.ts';
import { snapshot } from './hosts.ts';

const raw = { ...snapshot, name: '张三.xlsx' };
const question: Question = { snapshot: raw, secret: 'ab', options: { mode: 'final', asOf: '2021-05-31' }, here: false };
const words = { G01: { name: '社会组织数', sections: [] } };
const withheld = [{ sheet: '通讯录', address: 'A1:C9', reason: '没有认出是哪张报表，未发送。' }];

/** Stands for the browser's Worker: the masked snapshot is the raw one without its name. */
class PretendWorker {
  static last: PretendWorker;
  static answers = true;
  static masked = snapshot;
  static corrections: readonly Correction[] = [];
  static isUnlike = false;
  onmessage: (event: { data: Reply }) => void = () => {};
  onerror: (event: { message: string }) => void = () => {};
  terminate = vi.fn();
  readonly asked: Request[] = [];
  constructor() {
    PretendWorker.last = this;
  }
  postMessage(request: Request) {
    this.asked.push(request);
    if (!PretendWorker.answers) return;
    const reply = this.#reply(request);
    queueMicrotask(() => this.onmessage({ data: reply }));
  }
  #reply(request: Request): Reply {
    const { masked: sent, corrections } = PretendWorker;
    if (request.kind === 'mask') return { masked: { snapshot: sent, corrections, engine: '1.2.3', tables: [], words } };
    if (request.kind === 'evaluate') return { evaluation: { ...evaluation, engine: '本机' }, isUnlike: false };
    if (request.kind !== 'restore') throw new Error(request.kind);
    const said = { ...request.evaluation, unread: [...request.evaluation.unread, ...withheld] };
    return { evaluation: said, isUnlike: PretendWorker.isUnlike };
  }
}

const service = vi.fn<typeof fetch>();
const ask = (change: Partial<Question> = {}, signal = new AbortController().signal) =>
  createEngine().evaluate({ ...question, ...change }, () => {}, signal);
const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const withVerdict = (verdict: string) => ({
  ...evaluation,
  indicators: evaluation.indicators.map((indicator) => ({ ...indicator, verdict })),
});

beforeEach(() => {
  PretendWorker.answers = true;
  PretendWorker.masked = snapshot;
  PretendWorker.corrections = [];
  PretendWorker.isUnlike = false;
  service.mockReset();
  vi.stubGlobal('Worker', PretendWorker);
  vi.stubGlobal('fetch', service);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test('the service gets the masked snapshot and the options, and never the raw one', async () => {
  service.mockResolvedValue(answer({ ...evaluation, engine: '服务器' }));
  const { evaluation: answered, local } = await ask();
  expect(local).toBe(false);
  expect(answered.engine).toBe('服务器');
  const [address, init] = service.mock.calls[0]!;
  expect(address).toBe('/api/evaluations');
  const sent = { workbook: snapshot, mode: 'final', asOf: '2021-05-31', engine: '1.2.3' };
  expect(JSON.parse(init!.body as string)).toEqual(sent);
  expect(init!.body).not.toContain('张三');
});

test('the engine is fetched before the first check, and the next check needs no other', async () => {
  service.mockRejectedValue(new TypeError('Failed to fetch'));
  const check = createEngine().evaluate;
  const engine = PretendWorker.last;
  const { signal } = new AbortController();
  await check(question, () => {}, signal);
  await check(question, () => {}, signal);
  expect(engine.asked).toHaveLength(4);
  expect(engine.terminate).not.toHaveBeenCalled();
});

test('one thing is asked at a time, so that 检查 and 填报 share the engine', async () => {
  PretendWorker.answers = false;
  const engine = createEngine();
  const worker = PretendWorker.last;
  const made = engine.template('huainan-2020', 'urban');
  const mended = engine.lostHeadings([]);
  await vi.waitFor(() => expect(worker.asked.map(({ kind }) => kind)).toEqual(['template']), patient);
  const template = { policy: 'huainan-2020', kind: 'urban', version: 1, name: '填报表', sheets: [] } as const;
  worker.onmessage({ data: { template } });
  expect(await made).toEqual(template);
  await vi.waitFor(() => expect(worker.asked.map(({ kind }) => kind)).toEqual(['template', 'headings']), patient);
  worker.onmessage({ data: { fault: 'unknown policy' } });
  await expect(mended).rejects.toThrow('unknown policy');
});

test('an engine that could not be fetched is fetched again by the next check', async () => {
  const check = createEngine().evaluate;
  const broken = PretendWorker.last;
  broken.onerror({ message: '' });
  expect((await check({ ...question, here: true }, () => {}, new AbortController().signal)).local).toBe(true);
  expect(broken.asked).toEqual([]);
});

test('a web view that cannot load the engine is named, before anything is asked', async () => {
  vi.stubGlobal(
    'RegExp',
    class {
      constructor(pattern: string) {
        if (pattern.includes('(?<')) throw new SyntaxError('invalid group specifier name');
      }
    },
  );
  await expect(ask()).rejects.toBeInstanceOf(OldWebView);
  expect(PretendWorker.last.asked).toEqual([]);
});

test('the words of the policy judged by come with the answer, whoever judged', async () => {
  service.mockResolvedValue(answer(evaluation));
  const options = { ...question.options, policy: 'national-2017' };
  expect((await ask({ options })).words).toEqual(words);
  expect(PretendWorker.last.asked[0]).toMatchObject({ policy: 'national-2017' });
  await ask({ options: { ...question.options, targetSet: 'provinces-2025' }, here: true });
  expect(PretendWorker.last.asked[0]).toMatchObject({ policy: 'provinces-2025' });
});

test('what was said about a sheet that stays here is not sent, and masked by all the same', async () => {
  service.mockResolvedValue(answer(evaluation));
  const sent: Correction = { kind: 'headerRows', sheet: '社会组织名录', rows: [1] };
  const kept: Correction = { kind: 'table', sheet: '张三13800001234', address: 'A1:C9', table: null };
  PretendWorker.corrections = [sent];
  await ask({ options: { ...question.options, corrections: [kept, sent] } });
  expect(PretendWorker.last.asked[0]).toMatchObject({ corrections: [kept, sent] });
  expect(JSON.parse(service.mock.calls[0]![1]!.body as string).corrections).toEqual([sent]);
});

test('什么词算什么，由服务器照样读取：发出去的是记号，不是工作簿里的原话', async () => {
  service.mockResolvedValue(answer({ ...evaluation, engine: '服务器' }));
  const said: Correction = { kind: 'word', table: 'W03', field: 'cert', text: '张三说的证', means: '2' };
  PretendWorker.corrections = [{ ...said, text: '0123456789ab' }];
  const answered = await ask({ options: { ...question.options, corrections: [said] } });
  expect(answered.local).toBe(false);
  const { body } = service.mock.calls[0]![1]!;
  expect(JSON.parse(body as string).corrections).toEqual(PretendWorker.corrections);
  expect(body).not.toContain('张三');
});

test('what the service answers is put into the words of the workbook', async () => {
  service.mockResolvedValue(answer(evaluation));
  expect((await ask()).evaluation.unread).toEqual([...evaluation.unread, ...withheld]);
});

test.each([
  ['no line', () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    'a fault of its own',
    () => Promise.resolve(answer({ title: '内部错误' }, 500, { 'content-type': 'application/problem+json' })),
  ],
  ['the page of a proxy', () => Promise.resolve(new Response('<html>登录</html>', { status: 200 }))],
  ['a refusal by a proxy', () => Promise.resolve(answer({ error: 'blocked' }, 403))],
  ['an answer of another kind', () => Promise.resolve(answer({ ok: true }))],
  ['half an evaluation', () => Promise.resolve(answer({ ...evaluation, indicators: [{ id: 'G01' }] }))],
  ['a verdict that nobody knows', () => Promise.resolve(answer(withVerdict('perhaps')))],
  ['busy', () => Promise.resolve(answer({ title: '服务器正忙' }, 503, { 'content-type': 'application/problem+json' }))],
])('out of reach (%s): the same engine answers on this machine, from the masked snapshot', async (_, reply) => {
  service.mockImplementation(reply);
  const answered = await ask();
  expect(answered).toMatchObject({ local: true, evaluation: { engine: '本机' } });
  expect(PretendWorker.last.asked[1]).toEqual({ kind: 'evaluate', options: question.options });
});

test('服务器的版本与窗格不同：在本机计算，并说明窗格过时', async () => {
  const refused = answer({ title: '版本不一致', status: 409 }, 409, { 'content-type': 'application/problem+json' });
  service.mockResolvedValue(refused);
  expect(await ask()).toMatchObject({ local: true, outdated: true, evaluation: { engine: '本机' } });
});

test('an answer may have more members than are known here, at every depth', async () => {
  const [first, ...others] = evaluation.indicators;
  const newer = {
    ...evaluation,
    engine: '服务器',
    dated: '2021',
    indicators: [{ ...first, colour: 'red' }, ...others],
  };
  service.mockResolvedValue(answer(newer));
  const answered = await ask();
  expect(answered).toMatchObject({ local: false, evaluation: { dated: '2021' } });
  expect(answered.evaluation.indicators[0]).toHaveProperty('colour', 'red');
});

test('a refusal that is not written as agreed is a refusal all the same', async () => {
  service.mockResolvedValue(answer({ title: 7 }, 422, { 'content-type': 'application/problem+json' }));
  expect(await ask().catch((error) => error)).toMatchObject({ title: '服务器没有受理', detail: '', retryAfter: null });
});

test('a refusal with its reasons is passed on', async () => {
  service.mockResolvedValue(
    answer({ title: '请求过于频繁', detail: '请稍候。' }, 429, {
      'content-type': 'application/problem+json; charset=utf-8',
      'retry-after': '30',
    }),
  );
  const refusal = await ask().catch((error) => error);
  expect(refusal).toBeInstanceOf(EvaluationProblem);
  expect(refusal).toMatchObject({ title: '请求过于频繁', detail: '请稍候。', retryAfter: 30 });
});

test('on this machine only: nothing is sent', async () => {
  expect((await ask({ here: true })).local).toBe(true);
  expect(service).not.toHaveBeenCalled();
});

test('built by LOCAL_ONLY: nothing is sent, whatever is asked', async () => {
  vi.stubEnv('LOCAL_ONLY', '1');
  expect((await ask({ here: false })).local).toBe(true);
  expect(service).not.toHaveBeenCalled();
});

test('a service that does not answer is given up', async () => {
  vi.useFakeTimers();
  service.mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))),
  );
  const asked = ask();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect((await asked).local).toBe(true);
});

test('cancelling ends the computation and the request', async () => {
  PretendWorker.answers = false;
  const stop = new AbortController();
  const asked = ask({}, stop.signal);
  const engine = PretendWorker.last;
  await vi.waitFor(() => expect(engine.asked).toHaveLength(1), patient);
  stop.abort();
  await expect(asked).rejects.toBe(stop.signal.reason);
  expect(engine.terminate).toHaveBeenCalled();
  expect(service).not.toHaveBeenCalled();
});

test('cancelling while the service computes is not taken for a service out of reach', async () => {
  const stop = new AbortController();
  service.mockImplementation(() => {
    stop.abort();
    return Promise.reject(new DOMException('aborted', 'AbortError'));
  });
  const steps: string[] = [];
  const asked = createEngine().evaluate(question, (step) => steps.push(step), stop.signal);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(steps).toEqual(['masking', 'sending']);
});

test('换成代号后会读成别的意思的工作簿，不信服务器的结果，标明由本机按原样算出', async () => {
  PretendWorker.isUnlike = true;
  service.mockResolvedValue(answer(evaluation));
  expect(await ask()).toMatchObject({ local: true, isUnlike: true });
});
