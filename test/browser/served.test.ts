import { request } from 'node:https';
import { expect, inject, test } from 'vitest';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Redirects are not followed. */
function get(path: string): Promise<Answer> {
  return new Promise((answer, failed) => {
    const asked = request(`${inject('origin')}${path}`, { rejectUnauthorized: false }, (response) => {
      response.resume();
      answer({ status: response.statusCode ?? 0, headers: response.headers });
    });
    asked.on('error', failed).end();
  });
}

test.each([
  '/taskpane.html',
  '/commands.html',
  '/workbooks.html',
  '/preview/',
  '/office-js/office.js',
  '/icons/check-16.png',
  '/api/health',
])('serves %s from the one origin, without a redirect', async (path) => {
  expect((await get(path)).status).toBe(200);
});

test('leads to the preview', async () => {
  expect((await get('/')).headers.location).toBe('/preview/');
});

test('lets Office frame the pane, international and 21Vianet, and nobody else', async () => {
  const { headers } = await get('/taskpane.html');
  const policy = String(headers['content-security-policy']);
  const ancestors = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.split(' ');
  expect(ancestors).toContain("'self'");
  expect(ancestors).toContain('https://*.officeapps.live.com');
  expect(ancestors).toContain('https://*.partner.officewebapps.cn');
  expect(ancestors).not.toContain('*');
  expect(headers['x-frame-options']).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('gives the preview a policy of its own, in place of that of the pane', async () => {
  const { headers } = await get('/preview/');
  expect(headers['content-security-policy']).not.toContain('appsforoffice');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('gives the page of workbooks a policy of its own: no scripts of Office, no frames', async () => {
  const { headers } = await get('/workbooks.html');
  expect(headers['content-security-policy']).not.toMatch(/microsoft|office/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('gives the one file to be kept', async () => {
  const { status, headers } = await get(encodeURI('/三社联动检查.html'));
  expect([status, headers['content-disposition']]).toEqual([200, 'attachment']);
});

test('answers what is not there as a problem', async () => {
  const { status, headers } = await get('/nowhere.html');
  expect(status).toBe(404);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
});
