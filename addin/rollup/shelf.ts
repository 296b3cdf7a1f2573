/** What this machine keeps of the roll-up, in the browser's own database, until it is cleared. */

export interface Shelf {
  /** By `order`. Rejects where it cannot be read. */
  readonly all: () => Promise<{ readonly files: readonly KeptFile[]; readonly said: KeptSaid | null }>;
  readonly keep: (file: KeptFile) => Promise<void>;
  readonly forget: (path: string) => Promise<void>;
  readonly keepSaid: (said: KeptSaid) => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface KeptFile {
  readonly path: string;
  readonly order: number;
  /** A `Readable` without words of people, packed; or why there is none. */
  readonly readable: Uint8Array | null;
  readonly problem: string | null;
}

export interface KeptSaid {
  readonly policy: string;
  /** RollupOptions. */
  readonly said: unknown;
}

/** Null where the browser does not let the page keep anything. */
export async function openShelf(): Promise<Shelf | null> {
  try {
    return shelfIn(await opened());
  } catch {
    return null;
  }
}

const FILES = 'files';
const SAID = 'said';

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('ssld.rollup', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES, { keyPath: 'path' });
    request.result.createObjectStore(SAID);
  };
  return settled(request);
}

function shelfIn(database: IDBDatabase): Shelf {
  const change = async (name: string, request: (store: IDBObjectStore) => IDBRequest) => {
    await settled(request(database.transaction(name, 'readwrite').objectStore(name)));
  };
  return {
    async all() {
      const reading = database.transaction([FILES, SAID]);
      const [files, said] = await Promise.all([
        settled<KeptFile[]>(reading.objectStore(FILES).getAll()),
        settled<KeptSaid | undefined>(reading.objectStore(SAID).get(SAID)),
      ]);
      return { files: files.sort((a, b) => a.order - b.order), said: said ?? null };
    },
    keep: (file) => change(FILES, (store) => store.put(file)),
    forget: (path) => change(FILES, (store) => store.delete(path)),
    keepSaid: (said) => change(SAID, (store) => store.put(said, SAID)),
    async clear() {
      await change(FILES, (store) => store.clear());
      await change(SAID, (store) => store.clear());
    },
  };
}

function settled<Of>(request: IDBRequest<Of>): Promise<Of> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
