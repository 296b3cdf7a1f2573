/** Work that indicators and rules share is done once in an evaluation. */
import type { Scope } from './scope.ts';

/** The same function, which remembers for each scope what it answered to each key. */
export function kept<Key, Value>(work: (key: Key, scope: Scope) => Value): (key: Key, scope: Scope) => Value {
  const known = new WeakMap<Scope, Map<Key, Value>>();
  return (key, scope) => {
    let values = known.get(scope);
    if (!values) {
      values = new Map();
      known.set(scope, values);
    }
    let value = values.get(key);
    if (value === undefined) {
      value = work(key, scope);
      values.set(key, value);
    }
    return value;
  };
}
