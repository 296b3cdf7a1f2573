/** The real office.js in Node, with the preview's batch engine in the place of Excel. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { type BatchHost, openBatchHost } from '../addin/preview/batch/host.ts';
import type { Workbook } from '../addin/preview/workbook.ts';

export interface OpenedOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Counts batches, injects faults and edits, switches cell editing on. */
  readonly host: BatchHost;
  readonly workbook: Workbook;
  /** Resolves when every event so far has reached the client's handlers. */
  delivered(): Promise<void>;
}

export interface OfficeOptions {
  /** Highest requirement set that the program has; the bundle knows up to 1.15. A member above it throws ApiNotFound. */
  readonly excelApi?: string;
}

/** Also makes `Excel`, `OfficeExtension` and `Office` global, as the page's script element does; the last one wins. */
export async function openOffice(workbook: Workbook, { excelApi = '1.15' }: OfficeOptions = {}): Promise<OpenedOffice> {
  const host = openBatchHost(workbook);
  const bridge = nativeBridge(host);
  const requirements = {
    isSetSupported: (name: string, version = '1.1') => name === 'ExcelApi' && atLeast(excelApi, version),
  };
  const context = { requirements, host: 'Excel', platform: 'OfficeOnline', displayLanguage: 'zh-CN' };
  const { Excel, OfficeExtension, OSF } = loadExcel(bridge);
  // office.js proper, which is not loaded, would have made these.
  OSF._OfficeAppFactory = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: 'excel', hostPlatform: 'web', hostSpecificFileVersion: '16.00' }),
  };
  // The bundle means to check requirement sets but sets this flag on another class.
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const Office = {
    context,
    onReady: async () => ({ host: 'Excel', platform: 'OfficeOnline' }),
    HostType: { Excel: 'Excel' },
    PlatformType: { OfficeOnline: 'OfficeOnline' },
  };
  Object.assign(globalThis, { Excel, OfficeExtension, Office });
  return { Excel, OfficeExtension, host, workbook, delivered: bridge.delivered };
}

interface Loaded {
  readonly Excel: OpenedOffice['Excel'];
  readonly OfficeExtension: OpenedOffice['OfficeExtension'] & {
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  readonly OSF: Record<string, unknown>;
}

type Load = (...page: readonly unknown[]) => Loaded;
let compiled: Load | null = null;

/**
 * Runs Microsoft's bundle in this realm, so that its arrays and errors are ours. What a page has are its arguments, and its
 * global variables are properties of `window`, as they are in a page; each call is a fresh copy.
 */
function loadExcel(bridge: object): Loaded {
  const page: Record<(typeof free)[number], unknown> = {
    window: {},
    _richApiNativeBridge: bridge,
    document: { createElement: () => ({}), getElementsByTagName: () => [], addEventListener: () => {} },
    location: { href: 'https://localhost/taskpane.html', search: '', hash: '' },
    navigator: { userAgent: 'node' },
    addEventListener: () => {},
    setTimeout,
    clearTimeout,
  };
  Object.assign(page.window as object, page);
  compiled ??= compile();
  return compiled(...free.map((name) => page[name]));
}

/** Names of a page that the bundle has not of itself. */
const free = [
  'window',
  '_richApiNativeBridge',
  'document',
  'location',
  'navigator',
  'addEventListener',
  'setTimeout',
  'clearTimeout',
] as const;

/** Global variables that it makes as properties of `window` and calls by their names. */
const made = ['Microsoft', 'Type', 'CustomFunctionMappings', 'CustomFunctions', 'OfficeExtensionBatch'];

/** Not in a `with (window)`, where every name is looked up anew each time. */
function compile(): Load {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  const source = readFileSync(path, 'utf8');
  const names = [...new Set([...made, ...[...source.matchAll(/^var (\w+)/gm)].map((match) => match[1]!)])];
  const variables = names.map((name) => `${name}: { get: () => ${name}, set: (value) => { ${name} = value; } }`);
  const page = `var ${made}; Object.defineProperties(window, { ${variables} });`;
  const body = `${page}${source}\nreturn { Excel, OfficeExtension, OSF };`;
  return vm.compileFunction(body, [...free], { filename: path }) as Load;
}

/** The seam of office.js for programs that are not browsers: `_richApiNativeBridge`. */
function nativeBridge(host: BatchHost) {
  let last: Promise<unknown> = Promise.resolve();
  const bridge = {
    // Set by the bundle.
    onMessageFromHost: (_message: string): void => {},
    sendMessageToHost(text: string): void {
      const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
      last = host.execute(JSON.stringify(message.body)).then((outcome) => {
        const answer =
          'body' in outcome ? { statusCode: 200, headers: {}, body: outcome.body } : refusal(outcome.tooLarge);
        bridge.onMessageFromHost(JSON.stringify({ id, type: 2, flags: 0, message: answer }));
      });
    },
    async delivered(): Promise<void> {
      // One turn of the event loop lets handlers run, and their batches be sent, which have to be answered in turn.
      for (let before: unknown = null; before !== last; ) {
        before = last;
        await last;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  host.listen(({ type, target, arguments: sent }) => {
    const entry = {
      messageCategory: 65_536,
      messageType: type,
      targetId: target,
      message: JSON.stringify(sent),
      id: 1,
    };
    bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: [entry] } }));
  });
  return bridge;
}

function refusal(tooLarge: 'request' | 'response') {
  const [code, statusCode] =
    tooLarge === 'request' ? ['RequestPayloadSizeLimitExceeded', 413] : ['ResponsePayloadSizeLimitExceeded', 500];
  const error = { code, message: `The ${tooLarge} payload size has exceeded the limit.` };
  return { statusCode, headers: {}, body: JSON.stringify({ error }) };
}

function atLeast(have: string, wanted: string): boolean {
  const [a = 0, b = 0] = have.split('.').map(Number);
  const [c = 0, d = 0] = wanted.split('.').map(Number);
  return a > c || (a === c && b >= d);
}
