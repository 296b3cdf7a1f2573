import { describe, expect, test } from 'vitest';
import { ownOrigins, pagePolicy } from '../worker/headers.ts';

/** What `policy` allows as `directive`. */
const allowed = (policy: string, directive: string) =>
  policy
    .split('; ')
    .find((each) => each.startsWith(`${directive} `))!
    .split(' ')
    .slice(1);

describe('who may frame the pane', () => {
  test('Office on the web, international and 21Vianet, and nobody else', () => {
    const framing = allowed(pagePolicy(), 'frame-ancestors');
    for (const host of ['*.officeapps.live.com', '*.office.net', '*.partner.officewebapps.cn', '*.sharepoint.cn'])
      expect(framing).toContain(`https://${host}`);
    expect(framing.filter((each) => !/^'self'$|^https:\/\/(\*\.)?\w+(\.\w+)+$/.test(each))).toEqual([]);
    expect(allowed(pagePolicy(), 'frame-src')).toEqual(["'self'"]);
  });

  test('FRAME_ANCESTORS: an Office Online Server of one’s own too, which may also be framed', () => {
    const policy = pagePolicy(ownOrigins('https://oos.example.cn, https://*.example.cn:8443'));
    for (const directive of ['frame-ancestors', 'frame-src']) {
      expect(allowed(policy, directive).slice(-2)).toEqual(['https://oos.example.cn', 'https://*.example.cn:8443']);
    }
    expect(allowed(policy, 'script-src').join()).not.toContain('example.cn');
  });

  test('FRAME_ANCESTORS that is empty adds nothing', () => {
    expect(pagePolicy(ownOrigins(' '))).toBe(pagePolicy());
  });

  test.each([
    '*',
    'https:',
    'https://*',
    'http://oos.example.cn',
    'https://oos.example.cn/',
    'https://a.cn;script-src *',
  ])('FRAME_ANCESTORS %j is refused', (setting) => {
    expect(() => ownOrigins(setting)).toThrow('FRAME_ANCESTORS');
  });
});
