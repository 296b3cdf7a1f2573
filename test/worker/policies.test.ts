import { describe, expect, test } from 'vitest';
import { groundsOf } from '../../shared/evaluate.ts';
import type { Evaluation } from '../../shared/model.ts';
import { policies } from '../../shared/policies.ts';
import app, { createApp } from '../../worker/index.ts';
import { linhe2022 } from '../fixtures/policies/linhe-2022/policy.ts';
import { ofUnit, workbook } from '../fixtures/policies/linhe-2022/workbook.ts';

/** A deployment of another city. */
const theirs = createApp(groundsOf([linhe2022, ...policies]));
const local = { RAW_SNAPSHOTS: 'mask' };

const post = (body: object, of = theirs) =>
  of.request(
    '/api/evaluations',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    local,
  );
const evaluated = async (body: object, of = theirs) => (await post(body, of)).json<Evaluation>();

interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

describe('POST /api/evaluations by a policy', () => {
  test('the invented city: verdicts, nouns, points, and its name', async () => {
    const { policy, targetSet, indicators, score, notChecked } = await evaluated({ workbook, policy: 'linhe-2022' });
    expect(policy).toEqual({ id: 'linhe-2022', name: '临河市“邻里共建”行动（2022年）', version: '2022.1' });
    expect(targetSet).toEqual({ id: 'linhe-2022', version: '2022.1' });
    expect(indicators.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'J01 unmet',
      'J02 unmet',
      'J03 unmet',
      'J04 unmet',
    ]);
    expect(indicators[0]).toMatchObject({ noun: '家邻里组织', gap: { amount: 2 } });
    expect(score).toMatchObject({ table: 'linhe-points', total: 39, grade: '待提升' });
    expect(notChecked.map(({ rule }) => rule)).toEqual(['LR3']);
  });

  test('policy and its name of before mean the same; without either the first is taken', async () => {
    const ids = async (body: object, of = theirs) => (await evaluated({ workbook, ...body }, of)).policy.id;
    expect(await ids({ targetSet: 'national-2017' })).toBe('national-2017');
    expect(await ids({ policy: 'national-2017', targetSet: 'national-2017' })).toBe('national-2017');
    expect(await ids({})).toBe('linhe-2022');
    expect(await ids({}, app)).toBe('huainan-2020');
  });

  test('a unit that is not listed is an error where the register is closed, else a question', async () => {
    const severity = async (policy: string) =>
      (await evaluated({ workbook: ofUnit('山南区'), policy })).findings.find(({ message }) =>
        message.includes('山南区'),
      )?.severity;
    expect(await severity('linhe-2022')).toBe('error');
    expect(await severity('national-2017')).toBe('warning');
  });

  test.each([
    [{ policy: 'linhe-2022', targetSet: 'huainan-2020' }, 400, 'policy'],
    [{ policy: 7 }, 400, 'policy'],
    [{ policy: 'hedong-1999' }, 422, 'policy'],
    [{ targetSet: 'hedong-1999' }, 422, 'targetSet'],
  ])('%j is refused with %i, naming the member', async (named, status, path) => {
    const response = await post({ workbook, ...named });
    expect(response.status).toBe(status);
    const { errors, detail } = await response.json<Refusal>();
    expect(errors.map((each) => each.path)).toEqual([path]);
    if (status === 422) expect(detail).toContain('linhe-2022、huainan-2020、national-2017、provinces-2025');
  });

  test('a policy of another deployment is unknown here', async () => {
    expect((await post({ workbook, policy: 'linhe-2022' }, app)).status).toBe(422);
  });
});

test('GET /api/health names the policy that is taken without asking', async () => {
  expect(await (await theirs.request('/api/health', {}, local)).json()).toMatchObject({
    policy: { id: 'linhe-2022', name: '临河市“邻里共建”行动（2022年）', version: '2022.1' },
    targetSet: { id: 'linhe-2022', version: '2022.1' },
  });
});

describe('GET /api/catalogue', () => {
  type Catalogue = Readonly<Record<string, readonly { readonly id: string }[]>>;
  const ids = (list?: Catalogue[string]) => list?.map(({ id }) => id);

  test('of a policy holds its indicators and rules beside tables and code lists', async () => {
    const catalogue = await (await theirs.request('/api/catalogue?policy=national-2017', {}, local)).json<Catalogue>();
    expect(ids(catalogue.indicators)).toEqual(['G01', 'G02']);
    expect(ids(catalogue.rules)).toContain('R001');
    expect(ids(catalogue.rules)).not.toContain('R002');
    expect(ids(catalogue.tables)).toContain('W02');
    expect(catalogue.codes).toHaveProperty('MGMT');
  });

  test('names all policies shortly, and their packs in full', async () => {
    const catalogue = await (await theirs.request('/api/catalogue', {}, local)).json<Catalogue>();
    expect(ids(catalogue.indicators)).toEqual(['J01', 'J02', 'J03', 'J04']);
    expect(ids(catalogue.policies)).toEqual(ids([linhe2022, ...policies]));
    expect(catalogue.policies![0]).toEqual({
      id: 'linhe-2022',
      name: '临河市“邻里共建”行动（2022年）',
      version: '2022.1',
      source: '临民发〔2022〕3号',
    });
    expect(ids(catalogue.targetSets)).toEqual(ids(catalogue.policies));
    expect(catalogue.targetSets![0]).toHaveProperty('indicators');
  });

  test('422 for a policy that is not there', async () => {
    const response = await theirs.request('/api/catalogue?policy=hedong-1999', {}, local);
    expect(response.status).toBe(422);
    expect((await response.json<Refusal>()).errors[0]!.path).toBe('policy');
  });
});
