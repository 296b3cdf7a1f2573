/** Holds a workbook out to Office.js: executes request bodies, keeps references, tells what happened. */
import { shiftAreas } from '../areas.ts';
import type { Workbook } from '../workbook.ts';
import { translateEvent } from './events.ts';
import { badReference, editing, Failure } from './failures.ts';
import { type Batch, countChanges, interpret, type Reply } from './interpreter.ts';
import type { HostObject, Place } from './objects.ts';
import { range } from './ranges.ts';
import { workbookObject } from './workbooks.ts';

export interface BatchHost {
  readonly workbook: Workbook;
  /** How many batches have been asked for. */
  readonly batches: number;
  /** While true, a cell is being edited and every batch fails. */
  editing: boolean;
  /** Makes one coming batch fail; `number` counts as `batches` does, from 1. */
  fault: Fault | null;
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

export interface EventMessage {
  /** Number of the event in Office.js: 10 changed, 14 selection changed … */
  readonly type: number;
  /** Id of the sheet, or `Workbook` for handlers on the collection. */
  readonly target: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What objects need of their host. */
export interface Surface {
  readonly workbook: Workbook;
  /** Keeps an object for the client and gives its reference. */
  keep(object: HostObject): string;
  kept(reference: string): HostObject;
  release(reference: string | null): void;
  /** Counts handlers. */
  register(type: number, target: string, difference: 1 | -1): void;
  newId(): string;
}

// Excel on the web: 5 MB each way.
const payloadLimit = 5 * 1024 * 1024;

export function openBatchHost(workbook: Workbook): BatchHost {
  const kept = new Map<string, HostObject>();
  const handlers = new Map<string, number>();
  const listeners = new Set<(message: EventMessage) => void>();
  let made = 0;
  let last: Promise<unknown> = Promise.resolve();

  const surface: Surface = {
    workbook,
    keep: (object) => {
      const reference = `r${++made}`;
      kept.set(reference, object);
      return reference;
    },
    kept: (reference) => {
      const object = kept.get(reference);
      if (!object || !isThere(object.place, workbook)) throw badReference();
      return object;
    },
    release: (reference) => {
      if (reference === null) kept.clear();
      else kept.delete(reference);
    },
    register: (type, target, difference) => {
      const key = `${type} ${target}`;
      handlers.set(key, (handlers.get(key) ?? 0) + difference);
    },
    newId: () => `{00000000-0000-4000-9000-${String(++made).padStart(12, '0')}}`,
  };

  workbook.listen((event) => {
    if (event.type === 'edited' && event.change !== 'RangeEdited') {
      // Excel moves the ranges that a client tracks.
      const rows = event.change.startsWith('Row');
      const [at, end] = rows ? [event.area.top, event.area.bottom] : [event.area.left, event.area.right];
      const count = (end - at + 1) * (event.change.endsWith('Inserted') ? 1 : -1);
      for (const { place } of kept.values()) {
        if (place?.sheet !== event.sheet) continue;
        place.areas = shiftAreas(place.areas, { axis: rows ? 'rows' : 'columns', at, count });
      }
    }
    for (const { type, target, arguments: sent } of translateEvent(event)) {
      if ((handlers.get(`${type} ${target}`) ?? 0) <= 0) continue;
      // `getRange` of a change's arguments goes by this reference.
      const place = event.type === 'edited' ? { sheet: event.sheet, areas: [event.area] } : null;
      const message = {
        type,
        target,
        arguments: place ? { ...sent, referenceId: surface.keep(range(surface, place)) } : sent,
      };
      last.then(() => {
        for (const listener of listeners) listener(message);
      });
    }
  });

  const host = {
    workbook,
    batches: 0,
    editing: false,
    fault: null as Fault | null,
    beforeBatch: null as ((number: number) => void) | null,
    execute(body: string): Promise<Outcome> {
      const outcome = last.then(() => run(body));
      last = outcome.catch(() => undefined);
      return outcome;
    },
    listen(listener: (message: EventMessage) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  async function run(body: string): Promise<Outcome> {
    host.batches += 1;
    host.beforeBatch?.(host.batches);
    if (byteLength(body) > payloadLimit) return { tooLarge: 'request' };
    const batch = JSON.parse(body) as Batch;
    const fault = host.fault?.number === host.batches ? host.fault : null;
    const reply = host.editing
      ? failed(editing())
      : fault?.applied === 'none'
        ? failed(injected(fault))
        : await interpret(batch, {
            root: workbookObject(surface),
            made: (name) => (name === 'Microsoft.InternalService.AddinInternalService' ? internalService : null),
            kept: surface.kept,
            settled: () => workbook.settled(),
            beforeChange: fault ? counter(fault, countChanges(batch)) : () => {},
          });
    const text = JSON.stringify(fault?.applied === 'all' ? failed(injected(fault)) : reply);
    return byteLength(text) > payloadLimit ? { tooLarge: 'response' } : { body: text };
  }

  return host;
}

/** Throws at the change at which the fault is to happen. */
function counter(fault: Fault, changes: number): () => void {
  const limits = { none: 0, half: Math.floor(changes / 2), all: changes };
  const limit = typeof fault.applied === 'number' ? fault.applied : limits[fault.applied];
  let count = 0;
  return () => {
    if (count >= limit) throw injected(fault);
    count += 1;
  };
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

function isThere(place: Place | undefined, workbook: Workbook): boolean {
  return !place || (place.areas.length > 0 && workbook.sheets.includes(place.sheet));
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
