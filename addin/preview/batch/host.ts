/** Holds a workbook out to Office.js: executes request bodies, keeps references, tells what happened. */
import type { Workbook, WorkbookEvent } from '../workbook.ts';
import { type EventMessage, translateEvent } from './events.ts';
import { editing, Failure } from './failures.ts';
import { type Batch, countChanges, interpret, type Reply } from './interpreter.ts';
import type { HostObject } from './objects.ts';
import { rangeAreas } from './range-areas.ts';
import { range } from './ranges.ts';
import { type Broken, openSurface, type Surface } from './surfaces.ts';
import { workbookObject } from './workbooks.ts';
import { worksheet } from './worksheets.ts';

export interface BatchHost {
  readonly workbook: Workbook;
  /** How many batches have been asked for. */
  readonly batches: number;
  /** While true, a cell is being edited and every batch fails. */
  editing: boolean;
  /** Makes one coming batch fail; `number` counts as `batches` does, from 1. Null again once it has. */
  fault: Fault | null;
  /** As `refuse`, also where a member only leads on to another object; told of which object it is. */
  forbid: ((member: string, object: HostObject) => Failure | null) | null;
  /** Asked before each action (`Range.values`, `WorksheetCollection.add`, `Setting.load` …): the code to refuse it with, else null. */
  refuse: ((operation: string) => string | null) | null;
  /** Conditional formats, by id, that Excel cannot read at all, whose rule it cannot read, or that it does not delete. */
  readonly broken: Map<string, Broken>;
  /** Bytes that a request and an answer may have: of Excel on the web, unless a test sets less. */
  payloadLimit: number;
  /** Called before each batch with its number: the place for a person's edit between two round trips. */
  beforeBatch: ((number: number) => void) | null;
  /** Executes a request body. Batches wait for each other. */
  execute(body: string): Promise<Outcome>;
  /** Hears the messages for the client, after the reply to the batch that caused them, until what it returns is called. */
  listen(listener: (message: EventMessage) => void): () => void;
}

export interface Fault {
  readonly number: number;
  /** How many of its changing actions are done before it fails; `all` loses only the reply. */
  readonly applied: 'none' | 'half' | 'all' | number;
  readonly code?: string;
}

export type Outcome = { readonly body: string } | { readonly tooLarge: 'request' | 'response' };

// Each way.
const payloadLimit = 5 * 1024 * 1024;

export function openBatchHost(workbook: Workbook): BatchHost {
  const surface = openSurface(workbook, { range, rangeAreas, worksheet });
  const listeners = new Set<(message: EventMessage) => void>();
  let last: Promise<unknown> = Promise.resolve();
  const host = {
    workbook,
    batches: 0,
    editing: false,
    payloadLimit,
    fault: null as Fault | null,
    refuse: null as BatchHost['refuse'],
    forbid: null as BatchHost['forbid'],
    broken: surface.broken,
    beforeBatch: null as ((number: number) => void) | null,
    execute(body: string): Promise<Outcome> {
      const outcome = last.then(async () => {
        host.batches += 1;
        host.beforeBatch?.(host.batches);
        return run(surface, body, host);
      });
      last = outcome.catch(() => undefined);
      return outcome;
    },
    listen(listener: (message: EventMessage) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  workbook.listen((event) => {
    follow(surface, event);
    for (const message of messagesOf(surface, event)) {
      last.then(() => {
        for (const listener of listeners) listener(message);
      });
    }
  });
  return host;
}

async function run(surface: Surface, body: string, host: BatchHost): Promise<Outcome> {
  if (byteLength(body) > host.payloadLimit) return { tooLarge: 'request' };
  const batch = JSON.parse(body) as Batch;
  const fault = host.fault?.number === host.batches ? host.fault : null;
  const reply = host.editing
    ? failed(editing())
    : fault?.applied === 'none'
      ? strike(host, fault)
      : await interpret(batch, {
          root: workbookObject(surface),
          made: (name) => (name === 'Microsoft.InternalService.AddinInternalService' ? internalService : null),
          kept: surface.kept,
          beforeAction: host.refuse && refusing(host.refuse),
          settled: () => surface.workbook.settled(),
          beforeChange: fault ? counter(host, fault, countChanges(batch)) : () => {},
          beforeUse(member, object) {
            const refusal = host.forbid?.(member, object);
            if (refusal) throw refusal;
          },
        });
  const text = JSON.stringify(fault?.applied === 'all' ? strike(host, fault) : reply);
  return byteLength(text) > host.payloadLimit ? { tooLarge: 'response' } : { body: text };
}

/** Excel moves the ranges that a client tracks. */
function follow(surface: Surface, event: WorkbookEvent): void {
  if (event.type !== 'edited' || event.change === 'RangeEdited') return;
  const rows = event.change.startsWith('Row');
  const [at, end] = rows ? [event.area.top, event.area.bottom] : [event.area.left, event.area.right];
  const count = (end - at + 1) * (event.change.endsWith('Inserted') ? 1 : -1);
  surface.shift(event.sheet, { axis: rows ? 'rows' : 'columns', at, count });
}

/** What the client's handlers are to hear. */
function messagesOf(surface: Surface, event: WorkbookEvent): readonly EventMessage[] {
  const heard = translateEvent(event).filter(({ type, target }) => surface.registered(type, target));
  if (event.type !== 'edited') return heard;
  // `getRange` of a change's arguments goes by this reference.
  return heard.map((message) => {
    const referenceId = surface.keep(surface.range({ sheet: event.sheet, areas: [event.area] }));
    return { ...message, arguments: { ...message.arguments, referenceId } };
  });
}

function refusing(refuse: NonNullable<BatchHost['refuse']>): (operation: string) => void {
  return (operation) => {
    const code = refuse(operation);
    if (code !== null) throw new Failure(code, `${operation} was refused.`, 500);
  };
}

/** Throws at the change at which the fault is to happen. */
function counter(host: BatchHost, fault: Fault, changes: number): () => void {
  const limits = { none: 0, half: Math.floor(changes / 2), all: changes };
  const limit = typeof fault.applied === 'number' ? fault.applied : limits[fault.applied];
  let count = 0;
  return () => {
    if (count >= limit) {
      host.fault = null;
      throw injected(fault);
    }
    count += 1;
  };
}

function strike(host: BatchHost, fault: Fault): Reply {
  host.fault = null;
  return failed(injected(fault));
}

function injected(fault: Fault): Failure {
  return new Failure(
    fault.code ?? 'GeneralException',
    'There was an internal error while processing the request.',
    500,
  );
}

function failed(failure: Failure): Reply {
  const { code, message, httpStatus } = failure;
  return {
    Results: [],
    Error: { Code: code, Message: message, HttpStatusCode: httpStatus, ActionIndex: 0, Location: '' },
  };
}

/** Office.js announces here that its ribbon commands may be called. */
const internalService: HostObject = { type: 'AddinInternalService', methods: { NotifyActionHandlerReady: () => null } };

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
