import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articles } from '../addin/help/articles.ts';
import { terms } from '../addin/help/terms.ts';

/** What stands on the screen, in the sheets and on the ribbon is written somewhere here; 帮助 itself is no witness. */
const shown = ['addin', 'shared/model', 'shared/report', 'manifest.xml'].flatMap(textsOf).join('\n');

function textsOf(path: string): readonly string[] {
  if (/\.(tsx?|js|html|xml)$/.test(path)) return [readFileSync(path, 'utf8')];
  if (/\.\w+$|addin\/(help|preview)$/.test(path)) return [];
  return readdirSync(path).flatMap((name) => textsOf(`${path}/${name}`));
}

const quoted = [...articles, ...terms].flatMap(({ title, sections }) =>
  [
    ...sections
      .flat(2)
      .join('')
      .matchAll(/“([^”]+)”/g),
  ].map(([, words]) => [title, words!] as const),
);

test.each(quoted)('帮助“%s”里说的“%s”，界面上就是这么写的', (_, words) => {
  expect(shown.includes(words)).toBe(true);
});
