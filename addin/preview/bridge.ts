/**
 * The host's side of office.js's cross-document protocol, as Excel on the web has it: the add-in's pages run in iframes
 * with Microsoft's unmodified library and talk to this page by messages.
 *
 * The page must be https and share the add-in's host name, else office.js shows that it does not trust it.
 */
import type { BatchHost } from './batch/host.ts';
import { type Call, dispatchIds, refused, succeeded } from './calls.ts';
import { converse } from './conversations.ts';
import { answerFile, type FileReader } from './files.ts';
import { readSettings, writeSettings } from './settings.ts';

export interface PageOptions {
  /** Address of an add-in page, relative to this one or absolute. */
  readonly url: string;
  readonly host: BatchHost;
  /** Highest ExcelApi that the page is told; 1.15 unless given, which is where the library stops. */
  readonly excelApi?: string;
  /** Bytes of the workbook for `getFileAsync`, which fails without. */
  readonly readFile?: FileReader;
  /** The page asked to be closed. */
  readonly onClose?: () => void;
}

export interface AddinPage {
  readonly frame: HTMLIFrameElement;
  /** Calls what the manifest names in `FunctionName`; resolves when it says that it is completed. */
  invoke(command: string): Promise<void>;
  close(): void;
}

/** Opens an add-in page in an iframe inside `parent`. */
export function openPage(parent: HTMLElement, options: PageOptions): AddinPage {
  const id = `conversation-${crypto.randomUUID()}`;
  const address = new URL(options.url, location.href);
  const frame = document.createElement('iframe');
  prepareFrame(frame, address, id);
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  const completions = new Map<string, (status: number) => void>();
  let commandsReady = (): void => {};
  const readyForCommands = new Promise<void>((resolve) => {
    commandsReady = resolve;
  });
  const conversation = converse(frame, {
    id,
    origin: address.origin,
    answer: async (action, data) => {
      if (action === 'ContextActivationManager_getAppContextAsync') return appContext(options);
      // Focus, telemetry and the like: office.js only wants to be answered.
      return action === 'executeMethod' ? answerCall(data as Call, options, completions) : null;
    },
    registered: (event) => {
      if (event === commandEvent) commandsReady();
    },
  });
  const stopListening = options.host.listen(({ type, target, arguments: sent }) => {
    const data = { ArrayData: [[richApiEvent, type, target, JSON.stringify(sent), 0, false]] };
    conversation.notify('richApiMessage', data);
  });
  parent.append(frame);
  return {
    frame,
    async invoke(command: string): Promise<void> {
      // The page's own script has associated its commands once it is loaded.
      await Promise.all([loaded, readyForCommands]);
      const call = crypto.randomUUID();
      const completed = new Promise<number>((resolve) => completions.set(call, resolve));
      conversation.notify(commandEvent, { 0: call, 1: command, 2: JSON.stringify({ source: { id: command } }) });
      const status = await completed;
      if (status !== 0) throw new Error(`加载项没有执行命令 ${command}（${status}）。`);
    },
    close(): void {
      conversation.close();
      stopListening();
      frame.remove();
    },
  };
}

/** `completions` are what waits for commands to say that they are completed, by their call. */
async function answerCall(
  call: Call,
  { host, readFile, onClose }: PageOptions,
  completions: ReadonlyMap<string, (status: number) => void>,
): Promise<object> {
  switch (call.DdaMethod.DispatchId) {
    case dispatchIds.executeRichApi: {
      const outcome = await host.execute(String(call.ArrayData?.[4]));
      if ('tooLarge' in outcome) return refused(outcome.tooLarge === 'request' ? 5103 : 5104);
      return succeeded({ Data: [200, ['content-type', 'application/json'], outcome.body] });
    }
    case dispatchIds.loadSettings:
      return succeeded({ Properties: { Settings: writeSettings(host.workbook.settings) } });
    case dispatchIds.saveSettings:
      readSettings(host.workbook.settings, call.DdaSettingsMethod?.Properties ?? []);
      return succeeded({});
    case dispatchIds.commandCompleted:
      completions.get(String(call[0]))?.(Number(call[1]));
      return succeeded({});
    case dispatchIds.closeContainer:
      onClose?.();
      return succeeded({});
    case dispatchIds.fileProperties:
      return succeeded({ Properties: { Url: `https://preview.invalid/${host.workbook.name}` } });
    default:
      return answerFile(call, readFile);
  }
}

/** Runs a command of the function file as the ribbon does: in a page of its own that nobody sees. */
export async function runCommand(command: string, options: PageOptions): Promise<void> {
  const page = openPage(document.body, options);
  page.frame.hidden = true;
  try {
    await page.invoke(command);
  } finally {
    page.close();
  }
}

const richApiEvent = 65_536;
const commandEvent = 'appCommandInvoked';

function prepareFrame(frame: HTMLIFrameElement, address: URL, conversation: string): void {
  const id = crypto.randomUUID();
  // Host, platform, version, language, correlation, dialog, logging, number of the program.
  const hostInfo = ['Excel', 'Web', '16.01', 'zh-CN', crypto.randomUUID(), '', 'disableLogging', '16'].join('$');
  const xdmInfo = [conversation, id, location.origin].join('|');
  // office.js reads the name while it loads, so that it has to be there before the frame is inserted.
  frame.name = JSON.stringify({ baseFrameName: `frame-${id}`, hostInfo, xdmInfo, serializerVersion: 1, flights: '[]' });
  // `$` stays as it is; the URL class would not escape it either, but a set parameter would be.
  const query = `${address.search ? `${address.search}&` : '?'}_host_Info=${hostInfo}`;
  frame.src = address.origin + address.pathname + query + address.hash;
  // As Excel on the web frames add-ins.
  const allowed = ['scripts', 'forms', 'same-origin', 'popups', 'popups-to-escape-sandbox', 'downloads'];
  frame.setAttribute('sandbox', allowed.map((each) => `allow-${each}`).join(' '));
}

function appContext({ host, excelApi = '1.15' }: PageOptions): object {
  const sets = { ExcelApi: excelApi, RichApiRuntime: '1.2', DialogApi: '1.2', Settings: '1.1', CompressedFile: '1.1' };
  const id = crypto.randomUUID();
  return {
    _id: id,
    // 16 is Excel on the web, a control of type 1 a task pane, reason 1 an opened document.
    _appName: 16,
    _osfControlType: 1,
    _reason: 1,
    _appVersion: '16.00',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.18000.10000',
    _appUILocale: 'zh-CN',
    _dataLocale: 'zh-CN',
    _docUrl: `https://preview.invalid/${host.workbook.name}`,
    _clientMode: 1,
    _settings: writeSettings(host.workbook.settings).map(({ Name, Value }) => [Name, Value]),
    _eToken: '',
    _correlationId: id,
    _appInstanceId: id,
    _requirementMatrix: JSON.stringify(sets),
    _addinName: '',
    _appDomains: [],
    _initialDisplayMode: 0,
    _featureGates: {},
  };
}
