import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openapiFile, openapiText } from '../worker/commands/openapi.ts';
import app from '../worker/index.ts';
import { titles } from '../worker/problems.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
}
const written = readFileSync(openapiFile, 'utf8');
const { openapi, paths, components } = JSON.parse(written) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({ name: `${method.toUpperCase()} ${path}`, responses })),
);

test('接口说明由现在的模式生成（不符时运行 npm run build）', () => {
  expect(written).toBe(openapiText());
  expect(openapi).toBe('3.1.0');
});

test('接口说明写着每一个网址，一个不多', () => {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  expect(operations.map(({ name }) => name).sort()).toEqual(routes.sort());
});

test('评估的应答写全：成功、会有的每一种错误、多少秒后再试', () => {
  const { responses } = operations.find(({ name }) => name === 'POST /api/evaluations')!;
  const others = ['404', '405'];
  const possible = Object.keys(titles).filter((status) => !others.includes(status));
  expect(Object.keys(responses).sort()).toEqual(['200', ...possible].sort());
  for (const status of ['429', '503']) expect(responses[status]!.headers).toHaveProperty('Retry-After');
});

test('所引用的都在', () => {
  const named = [...written.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) expect(components.schemas).toHaveProperty(name);
  expect(written).not.toContain('$defs');
});
