import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { deployedManifest } from '../worker/commands/manifests.ts';

const source = readFileSync('manifest.xml', 'utf8');
const manifest = new JSDOM(source, { contentType: 'application/xml' }).window.document;
const all = (tag: string) => [...manifest.getElementsByTagName(tag)];
const only = (tag: string) => {
  const found = all(tag);
  expect(found, tag).toHaveLength(1);
  return found[0]!;
};
/** What a resource stands for: its address or its text. */
const resource = (id: string) =>
  ['bt:Url', 'bt:Image', 'bt:String'].flatMap(all).find((each) => each.getAttribute('id') === id);

const idIn = (text: string) => /<Id>(.+)<\/Id>/.exec(text)?.[1];

describe('manifest', () => {
  test('is a task pane for workbooks that asks for the least', () => {
    expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'))).toEqual([
      'Workbook',
      'Workbook',
    ]);
    expect(only('Permissions').textContent).toBe('ReadWriteDocument');
    expect(only('Set').getAttribute('MinVersion')).toBe('1.1');
    expect(all('AppDomain')).toEqual([]);
    expect(only('DefaultLocale').textContent).toBe('zh-CN');
  });

  test('填报、检查、汇总、清除标注, in this order', () => {
    const labels = all('Control').map((control) => control.querySelector('Label')!.getAttribute('resid')!);
    expect(labels.map((label) => resource(label)?.getAttribute('DefaultValue'))).toEqual([
      '填报',
      '检查',
      '汇总',
      '清除标注',
    ]);
  });

  test('opens one and the same pane by 填报, 检查 and 汇总, each at its place, and clears by the function file', () => {
    const opening = all('Action').filter((action) => action.getAttribute('xsi:type') === 'ShowTaskpane');
    const urls = opening.map((action) => resource(action.querySelector('SourceLocation')!.getAttribute('resid')!));
    expect(urls.map((url) => url?.getAttribute('DefaultValue'))).toEqual([
      'https://localhost:3000/taskpane.html?go=fill',
      'https://localhost:3000/taskpane.html?go=check',
      'https://localhost:3000/taskpane.html?go=rollup',
    ]);
    expect(new Set(all('TaskpaneId').map(({ textContent }) => textContent)).size).toBe(1);
    const name = only('FunctionName').textContent!;
    expect(readFileSync('addin/commands.ts', 'utf8')).toContain(`'${name}'`);
    expect(resource(only('FunctionFile').getAttribute('resid')!)?.getAttribute('DefaultValue')).toBe(
      'https://localhost:3000/commands.html',
    );
  });

  test('names only resources that are there, each used, with ids of at most 32 characters', () => {
    const used = new Set([...manifest.querySelectorAll('[resid]')].map((each) => each.getAttribute('resid')!));
    const defined = [...manifest.querySelectorAll('Resources [id]')].map((each) => each.id);
    expect([...used].sort()).toEqual([...new Set(defined)].sort());
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  test('keeps to the lengths that Office shows: 125 for short texts, 250 for long ones', () => {
    for (const [list, most] of [
      ['bt:ShortStrings', 125],
      ['bt:LongStrings', 250],
    ] as const) {
      for (const text of only(list).querySelectorAll('[DefaultValue], [Value]')) {
        const shown = text.getAttribute('DefaultValue') ?? text.getAttribute('Value') ?? '';
        expect(shown.length, shown).toBeLessThanOrEqual(most);
        expect(shown).not.toBe('');
      }
    }
  });

  test('has every text in English too', () => {
    const texts = [
      ...all('bt:String'),
      ...all('DisplayName'),
      ...all('Description').filter((d) => !d.hasAttribute('resid')),
    ];
    for (const text of texts) {
      const locales = [...text.children].map((child) => child.getAttribute('Locale'));
      expect(locales, text.getAttribute('DefaultValue') ?? '').toEqual(['en-US']);
    }
  });

  test('has icons of the sizes that it says', () => {
    const sizes = new Map<string, number>();
    sizes.set(only('IconUrl').getAttribute('DefaultValue')!, 32);
    sizes.set(only('HighResolutionIconUrl').getAttribute('DefaultValue')!, 64);
    for (const image of manifest.querySelectorAll('[size]')) {
      const url = resource(image.getAttribute('resid')!)!.getAttribute('DefaultValue')!;
      sizes.set(url, Number(image.getAttribute('size')));
    }
    expect(sizes.size).toBe(13);
    for (const [url, size] of sizes) {
      const png = readFileSync(join('addin/public', new URL(url).pathname));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], url).toEqual([
        'PNG',
        size,
        size,
      ]);
    }
  });

  test('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(only('Version').textContent).toBe(`${version}.0`);
  });
});

describe('manifest to deploy', () => {
  test('points at the deployment everywhere', () => {
    const deployed = deployedManifest(source, 'https://sanshe.example.cn');
    expect(deployed).not.toContain('localhost');
    expect(deployed).not.toMatch(/本机|this computer/);
    expect(deployed.match(/https:\/\/sanshe\.example\.cn\//g)).toHaveLength(source.match(/localhost:3000\//g)!.length);
  });

  test('keeps the id under which workbooks hold its settings; this machine’s is another', () => {
    const deployed = deployedManifest(source, 'https://sanshe.example.cn');
    expect(idIn(deployed)).toBe('6d0c3a52-8f3e-4a57-9d0b-2b5b1e7c41f0');
    expect(only('Id').textContent).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(only('Id').textContent).not.toBe(idIn(deployed));
    for (const name of [only('DisplayName'), resource('Group.Label')!]) {
      expect(name.getAttribute('DefaultValue')).toContain('（本机）');
    }
  });

  test('names a page for help, at the deployment', () => {
    const deployed = deployedManifest(source, 'https://sanshe.example.cn');
    expect(deployed).toContain('<SupportUrl DefaultValue="https://sanshe.example.cn/workbooks.html" />');
  });

  test('for another port of this machine is this machine’s, at that port', () => {
    const other = deployedManifest(source, 'https://localhost:3100');
    expect(other).toBe(source.replaceAll('localhost:3000', 'localhost:3100'));
  });

  test.each(['http://sanshe.example.cn', 'https://sanshe.example.cn/app/', 'sanshe', ''])('refuses %j', (url) => {
    expect(() => deployedManifest(source, url)).toThrow('BASE_URL');
  });
});
