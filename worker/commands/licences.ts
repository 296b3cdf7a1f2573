import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which code is in a bundle. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, for example `MIT`. */
  readonly licence: string;
  /** The licence with its copyright line, and notices that it asks to be handed on. */
  readonly text: string;
}

/** The notices that the licences ask for: every package by name, each text once. */
export function licenceNotices(packages: readonly Bundled[]): string {
  const byText = new Map<string, Bundled[]>();
  for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  const parts = [...byText].map(
    ([text, them]) =>
      `${them.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')}\n\n${text}\n`,
  );
  return `本加载项和接口的程序里含有下列软件包的代码。\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Packages that the modules belong to, by name. Throws for one whose licence nobody can read. */
export function packagesOf(modules: Iterable<string>): Bundled[] {
  const folders = new Set(
    [...modules].flatMap((path) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path) ?? []),
  );
  return [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts the modules whose code is in the bundles of a build into `found`; to be given to its web workers too. */
export function collectModules(found: Set<string>): Plugin {
  return {
    name: 'collect-modules',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, { code }] of Object.entries(output.modules)) if (code) found.add(id);
      }
    },
  };
}

function readPackage(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : unwritten[name];
  if (!text || !license) throw new Error(`${name} ${version} 没有许可文本，不能打包`);
  return { name, version, licence: license, text };
}

/** The licence of packages that name it and come without its text. */
const unwritten: Readonly<Record<string, string>> = {
  '@fluentui/react-icons': `MIT License

Copyright (c) Microsoft Corporation

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};
