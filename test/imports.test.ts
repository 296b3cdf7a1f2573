import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What the checks say, and how sentences are filled. */
const sayings = ['shared/check/phrases.ts', 'shared/check/say.ts'];

const packs = readdirSync('shared/policies', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `shared/policies/${name}/`);

/**
 * Who may import whom: the first fence whose `in` begins a file's path holds for it. What is not listed is not allowed; a file
 * may always import its own folder's. Packages by name, files of ours by path.
 */
const fences: readonly { readonly in: string; readonly may: readonly string[] }[] = [
  { in: 'shared/model', may: ['shared/model'] },
  { in: 'shared/sheets', may: ['shared/model', 'shared/sheets'] },
  // A pack is a folder of its own and knows no other.
  ...packs.map((pack) => ({ in: pack, may: ['shared/model', 'shared/sheets', pack] })),
  { in: 'shared/policies/abouts.ts', may: ['shared/model', 'shared/policies/'] },
  { in: 'shared/policies.ts', may: ['shared/model', 'shared/policies/'] },
  // Forms to be filled in, made of what sheets look like and of a policy that is given.
  { in: 'shared/template/', may: ['shared/model', 'shared/sheets', 'shared/template/'] },
  { in: 'shared/read/', may: ['shared/model', 'shared/read/'] },
  { in: 'shared/check/conditions/', may: ['shared/model', 'shared/check/conditions/'] },
  {
    in: 'shared/check/measures/',
    may: ['shared/model', 'shared/check/conditions/', 'shared/check/measures/', ...sayings],
  },
  {
    in: 'shared/check/verdicts/',
    may: ['shared/model', 'shared/check/conditions/', 'shared/check/measures/', 'shared/check/verdicts/', ...sayings],
  },
  {
    in: 'shared/check/rules/',
    may: ['shared/model', 'shared/check/conditions/', 'shared/check/measures/', 'shared/check/rules/', ...sayings],
  },
  { in: 'shared/check/', may: ['shared/model', ...sayings] },
  // By what data and findings are known again.
  { in: 'shared/identity/', may: ['shared/model', 'shared/identity/', '@noble/hashes'] },
  { in: 'shared/privacy/', may: ['shared/model', 'shared/privacy/', 'shared/identity/', '@noble/hashes'] },
  { in: 'shared/wire/', may: ['shared/model', 'shared/wire/', 'valibot'] },
  // What is left to fill in, which the pane tells without the catalogue.
  { in: 'shared/fill/', may: ['shared/model', 'shared/fill/'] },
  { in: 'shared/rollup/', may: ['shared/model', 'shared/rollup/'] },
  // Papers in Word: files of their own kind, opened as others are.
  {
    in: 'shared/report/docx/',
    may: [
      'shared/model',
      'shared/report/',
      'shared/files/package.ts',
      'shared/files/problems.ts',
      // The workbook behind a chart.
      'shared/files/read.ts',
      'shared/files/xml.ts',
      'shared/files/zip.ts',
      'fflate',
    ],
  },
  { in: 'shared/report/', may: ['shared/model', 'shared/report/'] },
  // Files hold our sheets as Excel does.
  {
    in: 'shared/files/',
    may: [
      'shared/model',
      'shared/report/looks.ts',
      'shared/report/drawn.ts',
      'shared/report/pages.ts',
      'shared/report/signs.ts',
      'shared/files/',
      'fflate',
    ],
  },
  {
    in: 'shared/evaluate.ts',
    may: [
      'shared/model',
      'shared/sheets',
      'shared/policies.ts',
      'shared/read/',
      'shared/check/',
      'shared/identity/',
      'shared/privacy/',
    ],
  },
  // Files as the roll-up takes them: read, masked and judged.
  {
    in: 'shared/submissions.ts',
    may: ['shared/model', 'shared/evaluate.ts', 'shared/files/problems.ts', 'shared/files/read.ts'],
  },
  {
    in: 'addin/panes/',
    may: [
      'addin/panes/',
      'addin/help/Help.tsx',
      'addin/fill/Cell.tsx',
      'shared/model',
      'react',
      'react-dom',
      '@fluentui/',
    ],
  },
  // 填报: its views know the pane, and of the workbook only what the host does with it.
  {
    in: 'addin/fill/',
    may: [
      'addin/fill/',
      'addin/evaluations.ts',
      'addin/explaining.ts',
      'addin/filled.ts',
      'addin/help/Help.tsx',
      'addin/help/fields.ts',
      'addin/host/host.ts',
      'addin/messages.ts',
      'addin/panes/',
      'addin/returns.ts',
      'addin/secrets.ts',
      'addin/today.ts',
      'shared/model',
      'shared/fill/',
      'react',
      '@fluentui/',
    ],
  },
  // The handbook is words alone: nothing of the catalogue comes with it.
  { in: 'addin/help/', may: ['addin/help/', 'addin/panes/icons.tsx', 'shared/model', 'react', '@fluentui/'] },
  {
    in: 'addin/host/',
    may: [
      'addin/host/',
      'shared/model',
      'shared/report/looks.ts',
      'shared/report/drawn.ts',
      'shared/report/pages.ts',
      'shared/report/signs.ts',
    ],
  },
  // A package of its own: of the product it has the words and the files.
  {
    in: 'addin/preview/',
    may: ['addin/preview/', 'shared/model', 'shared/files/', 'react', 'react-dom', '@univerjs/'],
  },
  // The page knows the pane, and nothing of Excel or the preview.
  {
    in: 'addin/pages/',
    may: [
      'addin/pages/',
      'addin/panes/',
      'addin/host/host.ts',
      'addin/host/choices.ts',
      'addin/host/explaining.ts',
      'addin/host/written.ts',
      'addin/Session.tsx',
      'addin/downloads.ts',
      'addin/evaluations.ts',
      'addin/rollups.tsx',
      'addin/rollup/gathering.ts',
      'addin/rollup/sources.ts',
      'shared/model',
      'shared/files/',
      'shared/report/',
      'react',
      '@fluentui/',
    ],
  },
  // 汇总: views that know what is shown, workers that know the engine, and a port between them.
  {
    in: 'addin/rollup/views/',
    may: [
      'addin/rollup/views/',
      'addin/rollup/gathering.ts',
      'addin/papers/papers.ts',
      'addin/panes/',
      'addin/pages/Sheets.tsx',
      'addin/pages/views.ts',
      'shared/model',
      'shared/rollup/keys.ts',
      'react',
      '@fluentui/',
    ],
  },
  {
    in: 'addin/rollup/',
    may: [
      'addin/rollup/',
      'addin/papers/papers.ts',
      'addin/papers/types.ts',
      'addin/indicators.ts',
      'addin/tables.ts',
      'addin/secrets.ts',
      'addin/downloads.ts',
      'addin/pages/files.ts',
      'addin/pages/views.ts',
      'addin/pages/page.css',
      'addin/panes/',
      'addin/returns.ts',
      'shared/',
      'fflate',
      'react',
      '@fluentui/',
    ],
  },
  // The one package that unpacks, in the page that is one file.
  { in: 'addin/packed.ts', may: ['fflate'] },
  // Papers in Word: a worker of its own, for what it needs is long.
  {
    in: 'addin/papers/',
    may: [
      'addin/papers/',
      'addin/rollup/packing.ts',
      'shared/model',
      'shared/policies.ts',
      'shared/rollup/',
      'shared/report/',
      'shared/files/',
    ],
  },
  { in: 'addin/vite.config.ts', may: ['node:', 'vite', '@vitejs/'] },
  { in: 'addin/', may: ['addin/', 'shared/', 'react', 'react-dom', '@fluentui/', 'valibot'] },
  {
    in: 'worker/commands/',
    may: ['worker/', 'shared/', 'node:', 'vite', 'wrangler', 'office-addin-dev-certs', '@valibot/'],
  },
  { in: 'worker/', may: ['worker/', 'shared/', 'hono', 'valibot'] },
];

/** Files that may name the programming interfaces of Excel and Office. */
const hosts = /^(addin\/host\/excel\.ts|addin\/host\/|addin\/taskpane\.tsx|addin\/commands\.ts|addin\/preview\/)/;

const files = ['shared', 'addin', 'worker'].flatMap(sources);

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name.startsWith('.')) return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path.split(sep).join('/')] : [];
  });
}

/** Everything that `file` imports, types too: packages by name, our own files by path. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\b[^;'`]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'|\bnew URL\(\s*'([^']+\.tsx?)'/gm,
  );
  return [...found].map(([, ...names]) => {
    const name = names.find((each) => each !== undefined) ?? '';
    if (!name.startsWith('.')) return name;
    const path = normalize(join(dirname(file), name.replace(/\?.*$/, '')));
    return path.split(sep).join('/');
  });
}

describe('imports stay within the fences', () => {
  test.each(files)('%s', (file) => {
    const fence = fences.find((each) => file.startsWith(each.in));
    const wrong = imports(file).filter((name) => !fence?.may.some((allowed) => name.startsWith(allowed)));
    expect(wrong).toEqual([]);
  });
});

test('nothing that is published knows the preview', () => {
  const published = files.filter((file) => !file.startsWith('addin/preview/'));
  const wrong = published.filter((file) => imports(file).some((name) => name.startsWith('addin/preview/')));
  expect(wrong).toEqual([]);
});

test('only the worker of papers, and the command line, write Word', () => {
  const knowing = files.filter((file) =>
    imports(file).some((name) => /^shared\/report\/docx\/(?!numerals)/.test(name)),
  );
  const others = knowing.filter((file) => !/^(shared\/report\/docx|addin\/papers|worker\/commands)\//.test(file));
  expect(others).toEqual([]);
});

test('the preview says what it needs as the repository does, which installs it', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  const needed = files.filter((file) => file.startsWith('addin/preview/')).flatMap(imports);
  const packages = new Set(needed.flatMap((name) => /^(?!addin\/|shared\/)(?:@[^/]+\/)?[^/]+/.exec(name) ?? []));
  const all: Record<string, string> = { ...dependencies, ...devDependencies };
  const wanted = Object.fromEntries([...packages].sort().map((name) => [name, all[name]]));
  expect(read('addin/preview/package.json').dependencies).toEqual(wanted);
});

test('every fence stands around something', () => {
  const idle = fences.filter((fence) => !files.some((file) => file.startsWith(fence.in)));
  expect(idle.map((fence) => fence.in)).toEqual([]);
});

test('only the host names Excel', () => {
  const naming = files.filter((file) => !hosts.test(file) && /\b(Excel|Office)\.\w+[.(<]/.test(code(file)));
  expect(naming).toEqual([]);
});

test('the top level holds the parts and nothing else', () => {
  const folders = readdirSync('.').filter((name) => statSync(name).isDirectory() && !name.startsWith('.'));
  const expected = ['addin', 'shared', 'test', 'worker', 'node_modules', 'dist', 'coverage'];
  expect(folders.filter((name) => !expected.includes(name))).toEqual([]);
  expect(existsSync('scripts')).toBe(false);
});

/** Without comments and strings. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '');
}
