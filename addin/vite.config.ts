import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const addin = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** The only source of office.js that Microsoft supports. A closed network sets OFFICE_JS to its own copy. */
const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Three builds: `deploy` is what is published; `pane` and `preview` together are what `npm start` serves. `sources` is served unbuilt, by `npm run dev`. */
export default defineConfig(({ mode }) => {
  const preview = mode === 'preview';
  const local = preview || mode === 'pane' || mode === 'sources';
  return {
    root: preview ? `${addin}preview` : addin,
    base: preview ? '/preview/' : '/',
    publicDir: preview ? false : `${addin}public`,
    plugins: [react(), officeJsAddress(local ? '/office-js/office.js' : (process.env.OFFICE_JS ?? officeJs))],
    worker: { format: 'es' },
    // What `npm start` serves has its service on this machine. Whatever is meant by another word than 0 is meant to be safe.
    define: {
      'import.meta.env.LOCAL_ONLY': JSON.stringify(!local && !['', '0'].includes(process.env.LOCAL_ONLY ?? '')),
    },
    appType: 'mpa',
    // Where packages are looked for before pages are served: one that is found later loads every page anew.
    optimizeDeps: { entries: ['*.html', 'engine.worker.ts', 'preview/index.html'] },
    build: {
      outDir: preview ? `${dist}local/preview` : local ? `${dist}local` : `${dist}deploy`,
      // The preview and office.js stand in the same folder as the local pane.
      emptyOutDir: mode !== 'pane',
      // WebView2 as Office 2021 was installed with it; Macs that are kept up to date (see OldWebView for the others).
      target: ['chrome94', 'safari15.4'],
      // The content security policy forbids data: in scripts and workers.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: preview ? [`${addin}preview/index.html`] : [`${addin}taskpane.html`, `${addin}commands.html`],
      },
    },
  };
});

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
