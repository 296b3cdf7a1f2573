/** Executes the request of `context.sync()`: actions on objects that are named by paths. */
import { Failure, notImplemented } from './failures.ts';
import type { HostObject } from './objects.ts';
import { ask, camel, inCamelCase, pascal, type QueryInfo } from './queries.ts';

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Reply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
    readonly Location: string;
  };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly References[];
}
type References = number | null | readonly References[];

// Numbers as in OfficeExtension's ActionType and ObjectPathType.
const instantiate = 1;
const query = 2;
const callMethod = 3;
const setProperty = 4;
const trace = 5;
const queryAsJson = 7;
const ensureUnchanged = 8;
const update = 9;

const globalPath = 1;
const newPath = 2;
const methodPath = 3;
const propertyPath = 4;
const indexerPath = 5;
const referencePath = 6;
const nullPath = 7;

export interface Surroundings {
  readonly root: HostObject;
  /** Objects that stand alone, by the name that `new` gives. */
  readonly made: (name: string) => HostObject | null;
  readonly kept: (reference: string) => HostObject;
  /** Resolves when what was written may be read. */
  readonly settled: () => Promise<void>;
  /** Called before each action with its name, such as `Range.values`; may throw. */
  readonly beforeAction: ((operation: string) => void) | null;
  /** Called before each action that changes something; may throw. */
  readonly beforeChange: () => void;
  /** Called before each member is used, `Worksheet.names`; may throw. */
  readonly beforeUse: (member: string, object: HostObject) => void;
}

/** Actions before a failing one stay done, as in Excel. */
export async function interpret(batch: Batch, surroundings: Surroundings): Promise<Reply> {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const resolve = resolver(batch, surroundings);
  let changed = false;
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === trace) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      surroundings.beforeAction?.(location(action, batch, resolve));
      if (changes(action, batch)) {
        surroundings.beforeChange();
        changed = true;
      } else if (changed && reads(action)) {
        await surroundings.settled();
        changed = false;
      }
      results.push({ ActionId: action.Id, Value: act(action, resolve, surroundings.beforeUse) });
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('GeneralException', String(error), 500);
      // A mistake of the preview itself: its stack is worth more than the code.
      if (failure !== error) console.error(error);
      return {
        Results: results,
        Error: {
          Code: failure.code,
          Message: failure.message,
          HttpStatusCode: failure.httpStatus,
          ActionIndex: index,
          Location: location(action, batch, resolve),
        },
      };
    }
  }
  await surroundings.settled();
  return traces.length > 0 ? { Results: results, TraceIds: traces } : { Results: results };
}

function act(action: Action, resolve: Resolve, beforeUse: Surroundings['beforeUse']): unknown {
  const object = resolve(action.ObjectPathId);
  if (object) for (const member of membersOf(action)) beforeUse(`${object.type}.${camel(member)}`, object);
  switch (action.ActionType) {
    case instantiate:
      return object ? (object.id?.() ?? {}) : null;
    case query:
      return object ? ask(object, action.QueryInfo ?? {}) : null;
    case queryAsJson:
      return object ? inCamelCase(ask(object, action.QueryInfo ?? {})) : null;
    case callMethod:
      return object ? call(object, action, resolve) : null;
    case setProperty:
      assign(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0]);
      return null;
    case update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) assign(object, pascal(name), value);
      return null;
    case ensureUnchanged:
      return null;
    default:
      throw notImplemented(`action type ${action.ActionType}`);
  }
}

/** What it reads, calls or sets. */
function membersOf({ ActionType, Name, QueryInfo, ObjectState }: Action): readonly string[] {
  if (ActionType === query || ActionType === queryAsJson) return QueryInfo?.Select ?? [];
  if (ActionType === update) return Object.keys(ObjectState ?? {});
  return ActionType === callMethod || ActionType === setProperty ? [Name] : [];
}

function call(object: HostObject, { Name, ArgumentInfo }: Action, resolve: Resolve): unknown {
  const method = object.methods?.[Name];
  if (!method) throw notImplemented(`${object.type}.${camel(Name)}()`);
  return method(...(argumentsOf(ArgumentInfo, resolve) as never[])) ?? null;
}

function assign(object: HostObject | null, name: string, value: unknown): void {
  if (!object) throw new Failure('InvalidOperation', 'The object is null.');
  const set = object.properties?.[name]?.set;
  if (!set) throw notImplemented(`setting ${object.type}.${camel(name)}`);
  set(value as never);
}

type Resolve = (pathId: number) => HostObject | null;

/** Each path is followed once in a batch, so that an `add` adds once however often it is mentioned. */
function resolver(batch: Batch, surroundings: Surroundings): Resolve {
  const found = new Map<number, HostObject | null>();
  const resolve: Resolve = (pathId) => {
    const known = found.get(pathId);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[pathId];
    if (!path) throw new Failure('InvalidObjectPath', `object path ${pathId} is not in the batch`);
    const object = follow(path);
    found.set(pathId, object);
    return object;
  };
  const follow = (path: ObjectPath): HostObject | null => {
    if (path.ObjectPathType === globalPath) return surroundings.root;
    if (path.ObjectPathType === nullPath) return null;
    if (path.ObjectPathType === referencePath) return surroundings.kept(path.Name);
    if (path.ObjectPathType === newPath) return surroundings.made(path.Name) ?? missing(`new ${path.Name}`);
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    surroundings.beforeUse(
      `${parent.type}.${camel(path.ObjectPathType === indexerPath ? 'GetItem' : path.Name)}`,
      parent,
    );
    if (path.ObjectPathType === propertyPath) {
      return (parent.parts?.[path.Name] ?? missing(`${parent.type}.${camel(path.Name)}`))();
    }
    const name = path.ObjectPathType === indexerPath ? 'GetItem' : path.Name;
    if (path.ObjectPathType !== indexerPath && path.ObjectPathType !== methodPath) {
      return missing(`object path type ${path.ObjectPathType}`);
    }
    const method = parent.objects?.[name] ?? missing(`${parent.type}.${camel(name)}()`);
    return method(...(argumentsOf(path.ArgumentInfo, resolve) as never[]));
  };
  return resolve;
}

function missing(what: string): never {
  throw notImplemented(what);
}

function argumentsOf(info: ArgumentInfo | undefined, resolve: Resolve): readonly unknown[] {
  const take = (argument: unknown, reference: References | undefined): unknown => {
    if (Array.isArray(reference)) return (argument as unknown[]).map((each, at) => take(each, reference[at]));
    return typeof reference === 'number' && reference !== 0 ? resolve(reference) : argument;
  };
  // The client sends null for what was left out.
  return (info?.Arguments ?? []).map((each, at) => take(each, info?.ReferencedObjectPathIds?.[at]) ?? undefined);
}

export function countChanges(batch: Batch): number {
  return batch.Actions.filter((action) => changes(action, batch)).length;
}

function changes(action: Action, batch: Batch): boolean {
  if (action.ActionType === setProperty || action.ActionType === update) return true;
  if (action.ActionType === callMethod) return !/^(Get|_|Suspend|Activate|Select)/.test(action.Name);
  const path = batch.ObjectPaths[action.ObjectPathId];
  return action.ActionType === instantiate && path?.ObjectPathType === methodPath && /^(Add|Insert)/.test(path.Name);
}

function reads({ ActionType, Name }: Action): boolean {
  return ActionType === query || ActionType === queryAsJson || (ActionType === callMethod && Name.startsWith('Get'));
}

/** As in `debugInfo.errorLocation`: `Range.values`. */
function location(action: Action, batch: Batch, resolve: Resolve): string {
  const path = batch.ObjectPaths[action.ObjectPathId];
  const named = action.ActionType === instantiate ? path?.ParentObjectPathId : action.ObjectPathId;
  const asked = action.ActionType === query || action.ActionType === queryAsJson;
  const member = action.ActionType === instantiate ? path?.Name || 'getItem' : action.Name || (asked ? 'load' : '');
  try {
    return `${resolve(named ?? 0)?.type ?? ''}.${camel(member)}`;
  } catch {
    return camel(member);
  }
}
