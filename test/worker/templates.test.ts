import { describe, expect, test } from 'vitest';
import { newFile } from '../../shared/files/new.ts';
import { readFile } from '../../shared/files/read.ts';
import { policies } from '../../shared/policies.ts';
import { templateOf } from '../../shared/template/template.ts';
import app from '../../worker/index.ts';

const get = (query: string, method = 'GET') => app.request(`/api/template.xlsx${query}`, { method }, {});
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('GET /api/template.xlsx', () => {
  test.each([
    ['urban', '城市'],
    ['rural', '农村'],
  ] as const)('%s：与填报表的模型是同样的字节，名字是中文', async (kind, word) => {
    const response = await get(`?kind=${kind}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    const disposition = response.headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="template\.xlsx"; filename\*=UTF-8''[\w%.-]+\.xlsx$/);
    expect(decodeURIComponent(disposition.split("''")[1]!)).toContain(word);
    expect(await bytesOf(response)).toEqual(newFile(templateOf(policies[0]!, kind).sheets));
  });

  test('按另一份评估依据做的，记号里写着是哪一份', async () => {
    const { templates } = readFile('填报表.xlsx', await bytesOf(await get('?kind=rural&policy=national-2017')));
    expect(new Set(templates.map(({ anchor }) => `${anchor.policy} ${anchor.kind}`))).toEqual(
      new Set(['national-2017 rural']),
    );
  });

  test.each(['', '?kind=', '?kind=town', '?kind=urban&kind=rural'])('没有说清是哪种社区：%s', async (query) => {
    const response = await get(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      detail: '请写明是哪种社区的填报表：kind=urban 城市社区，kind=rural 农村社区。',
      errors: [{ path: 'kind' }],
    });
  });

  test('没有的评估依据、写了两份的', async () => {
    expect((await get('?kind=urban&policy=atlantis')).status).toBe(422);
    expect((await get('?kind=urban&policy=national-2017&policy=huainan-2020')).status).toBe(400);
  });

  test('只问有没有，和不支持的方法', async () => {
    const head = await get('?kind=urban', 'HEAD');
    expect([head.status, (await bytesOf(head)).length]).toEqual([200, 0]);
    const post = await get('?kind=urban', 'POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
