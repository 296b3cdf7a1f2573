/**
 * The host's side of office.js's cross-document protocol, as Excel on the web has it: the add-in's pages run in iframes
 * with Microsoft's unmodified library and talk to this page by messages.
 *
 * The page must be https and share the add-in's host name, else office.js shows that it does not trust it.
 */
import type { BatchHost } from './batch/host.ts';
import { type Call, dispatchIds, refused, succeeded } from './calls.ts';
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
  /** Calls what the manifest names in `FunctionName`; resolves when it says that it is completed, rejects when office.js does not know it. */
  invoke(command: string): Promise<void>;
  close(): void;
}

/** Opens an add-in page in an iframe inside `parent`. */
export function openPage(parent: HTMLElement, options: PageOptions): AddinPage {
  const conversation = `conversation-${crypto.randomUUID()}`;
  const address = new URL(options.url, location.href);
  const frame = document.createElement('iframe');
  prepareFrame(frame, address, conversation);
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));

  const registrations = new Map<string, string>();
  const completions = new Map<string, (status: number) => void>();
  let commandsReady = (): void => {};
  const readyForCommands = new Promise<void>((resolve) => {
    commandsReady = resolve;
  });

  const send = (message: object): void => {
    const envelope = {
      _origin: location.origin,
      _serializerVersion: 1,
      _messageType: 1,
      _conversationId: conversation,
    };
    frame.contentWindow?.postMessage(JSON.stringify({ ...envelope, ...message }), address.origin);
  };
  const reply = (to: Message, data: unknown, errorCode = 0): void =>
    send({
      _actionName: to._actionName,
      _correlationId: to._correlationId,
      _errorCode: errorCode,
      _responseType: 0,
      _data: data,
    });
  const notify = (event: string, data: object): void => {
    const correlation = registrations.get(event);
    if (correlation === undefined) return;
    send({ _actionName: event, _correlationId: correlation, _errorCode: 0, _responseType: 1, _data: data });
  };

  const receive = async (event: MessageEvent): Promise<void> => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const message = parseMessage(event.data);
    if (message?._conversationId !== conversation) return;
    if (message._actionType === register || message._actionType === unregister) {
      if (message._actionType === register) registrations.set(message._actionName, message._correlationId);
      else registrations.delete(message._actionName);
      reply(message, { Error: 0 });
      if (message._actionName === commandEvent) commandsReady();
      return;
    }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      reply(message, appContext(options));
    } else if (message._actionName === 'executeMethod') reply(message, await answer(message._data as Call));
    // Focus, telemetry and the like: office.js only wants to be answered.
    else reply(message, null);
  };

  const answer = async (call: Call): Promise<object> => {
    switch (call.DdaMethod.DispatchId) {
      case dispatchIds.executeRichApi: {
        const outcome = await options.host.execute(String(call.ArrayData?.[4]));
        if ('tooLarge' in outcome) return refused(outcome.tooLarge === 'request' ? 5103 : 5104);
        return succeeded({ Data: [200, ['content-type', 'application/json'], outcome.body] });
      }
      case dispatchIds.loadSettings:
        return succeeded({ Properties: { Settings: writeSettings(options.host.workbook.settings) } });
      case dispatchIds.saveSettings:
        readSettings(options.host.workbook.settings, call.DdaSettingsMethod?.Properties ?? []);
        return succeeded({});
      case dispatchIds.commandCompleted:
        completions.get(String(call[0]))?.(Number(call[1]));
        return succeeded({});
      case dispatchIds.closeContainer:
        options.onClose?.();
        return succeeded({});
      case dispatchIds.fileProperties:
        return succeeded({ Properties: { Url: `https://preview.invalid/${options.host.workbook.name}` } });
      default:
        return answerFile(call, options.readFile);
    }
  };

  window.addEventListener('message', receive);
  const stopListening = options.host.listen(({ type, target, arguments: sent }) => {
    notify('richApiMessage', { ArrayData: [[richApiEvent, type, target, JSON.stringify(sent), 0, false]] });
  });
  parent.append(frame);

  return {
    frame,
    async invoke(command: string): Promise<void> {
      // The page's own script has associated its commands once it is loaded.
      await Promise.all([loaded, readyForCommands]);
      const id = crypto.randomUUID();
      const completed = new Promise<number>((resolve) => completions.set(id, resolve));
      notify(commandEvent, { 0: id, 1: command, 2: JSON.stringify({ source: { id: command } }) });
      const status = await completed;
      if (status !== 0) throw new Error(`加载项没有执行命令 ${command}（${status}）。`);
    },
    close(): void {
      window.removeEventListener('message', receive);
      stopListening();
      frame.remove();
    },
  };
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

interface Message {
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: string;
  readonly _data: unknown;
}

// `_actionType`; 0 invokes.
const register = 1;
const unregister = 2;
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

function parseMessage(data: unknown): Message | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Message;
  } catch {
    return null;
  }
}
