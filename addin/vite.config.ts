import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const addin = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** The only source of office.js that Microsoft supports. A closed network sets OFFICE_JS to its own copy. */
const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * `deploy` is what is published; `pane` and `preview` together are what `npm start` serves; `file` is the page of workbooks as one
 * file, put beside either. `sources` is served unbuilt, by `npm run dev`.
 */
export default defineConfig(({ mode }) => {
  const preview = mode === 'preview';
  const file = mode === 'file';
  const local = preview || mode === 'pane' || mode === 'sources';
  return {
    root: preview ? `${addin}preview` : addin,
    base: preview ? '/preview/' : '/',
    publicDir: preview || file ? false : `${addin}public`,
    plugins: [
      react(),
      officeJsAddress(local ? '/office-js/office.js' : (process.env.OFFICE_JS ?? officeJs)),
      ...(file ? [workersInside(), packedTexts(), oneFile()] : []),
    ],
    // A browser starts no worker of modules for a page that was opened from a disk.
    worker: file ? { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } } : { format: 'es' },
    // What `npm start` serves has its service on this machine. Whatever is meant by another word than 0 is meant to be safe.
    define: {
      'import.meta.env.LOCAL_ONLY': JSON.stringify(
        file || (!local && !['', '0'].includes(process.env.LOCAL_ONLY ?? '')),
      ),
      'import.meta.env.SINGLE_FILE': JSON.stringify(file),
      'import.meta.env.SAMPLES': JSON.stringify(local),
    },
    appType: 'mpa',
    // Where packages are looked for before pages are served: one that is found later loads every page anew.
    optimizeDeps: { entries: ['*.html', '**/*.worker.ts', 'preview/index.html'] },
    build: {
      outDir: preview ? `${dist}local/preview` : local ? `${dist}local` : `${dist}deploy`,
      // The preview and office.js stand in the same folder as the local pane.
      emptyOutDir: mode !== 'pane' && !file,
      // WebView2 as Office 2021 was installed with it; Macs that are kept up to date (see OldWebView for the others).
      target: ['chrome94', 'safari15.4'],
      // The content security policy forbids data: in scripts and workers.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: preview ? [`${addin}preview/index.html`] : (file ? pages.slice(-1) : pages).map((page) => addin + page),
        ...(file ? { output: { codeSplitting: false } } : {}),
      },
    },
  };
});

const pages = ['taskpane.html', 'commands.html', 'workbooks.html'];

function officeJsAddress(address: string): Plugin {
  return {
    name: 'office-js-address',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replaceAll('src="%OFFICE_JS%"', `vite-ignore src="${address}"`)
          // A copy of one's own has a path only.
          .replaceAll('%OFFICE_HOST%', address.replace(/^https:\/\/([^/]+).*/, '$1')),
    },
  };
}

/** Workers as text in the script that starts them: one text for all of them. */
function workersInside(): Plugin {
  const starting = /new Worker\(new URL\('(?:[^']*\/)?([^'/]+)', import\.meta\.url\), \{ type: 'module' \}\)/g;
  return {
    name: 'workers-inside',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || code.search(starting) < 0) return null;
      const started = code.replace(starting, (_, name: string) => `new InlineWorker({ name: '${name}' })`);
      return { code: `import InlineWorker from '${addin}single-file.worker.ts?worker&inline';${started}`, map: null };
    },
  };
}

/** The handbook and the text of the workers, packed: a page that is one file is carried by hand, and its size is told. */
function packedTexts(): Plugin {
  const unpacking = `import { unpackedText } from '${addin}packed.ts';\n`;
  const unpacked = (text: string) => `unpackedText('${deflateRawSync(text, { level: 9 }).toString('base64')}')`;
  // Printed anew on its way here, it is a text of JavaScript's and no longer one of JSON's.
  const workers = /^const jsContent = ((["'`]).*?\2);$/ms;
  return {
    name: 'packed-texts',
    transform(code, id) {
      if (id === `${addin}help/handbook.json`) {
        const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
        return { code: `${unpacking}export default JSON.parse(${unpacked(text)});`, map: null };
      }
      if (!id.startsWith(`${addin}single-file.worker.ts?worker`)) return null;
      if (!workers.test(code)) throw new Error('the text of the workers was not found');
      const packed = code.replace(workers, (_, text) => `const jsContent = ${unpacked(runInNewContext(text))};`);
      return { code: unpacking + packed, map: null };
    },
  };
}

/** The page with scripts, styles and its icon in it, and a policy that lets it reach nothing at all. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['workbooks.html'];
      if (page?.type !== 'asset') throw new Error('workbooks.html was not built');
      const hashes: string[] = [];
      const textOf = (path: string) => {
        const part = bundle[path];
        delete bundle[path];
        if (!part) throw new Error(`${path} was not built`);
        return part.type === 'chunk' ? part.code : String(part.source);
      };
      const html = String(page.source)
        .replace(
          /<link rel="stylesheet"[^>]*? href="\/([^"]+)"[^>]*>/g,
          (_tag, path) => `<style>${textOf(path)}</style>`,
        )
        .replace(/<script type="module"[^>]*? src="\/([^"]+)"><\/script>/g, (_tag, path) => {
          // Vite would name files there that are to be fetched ahead; there are none.
          const code = textOf(path).replaceAll('__VITE_PRELOAD__', 'void 0');
          const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--');
          hashes.push(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
          return `<script type="module">${script}</script>`;
        })
        .replace('/icons/check-32.png', () => {
          const icon = readFileSync(`${addin}public/icons/check-32.png`).toString('base64');
          return `data:image/png;base64,${icon}`;
        });
      const policy = `${filePolicy}; script-src ${hashes.join(' ')}`;
      const named = html.replace(
        '<meta charset="utf-8" />',
        (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      );
      delete bundle['workbooks.html'];
      const left = Object.keys(bundle);
      if (left.length > 0 || /(?:src|href)="\//.test(named.replace(/<script[\s\S]*?<\/script>/g, '')))
        throw new Error(`not in the one file: ${left.join(', ')}`);
      this.emitFile({ type: 'asset', fileName: '三社联动检查.html', source: named });
    },
  };
}

/** No address at all may be asked; its own worker is text in it. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'";
