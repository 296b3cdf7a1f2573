/** Reader or keeper, as the first message says: one file for both, for both hold the engine. */
import { createKeeper } from './keeper.ts';
import type { ToKeeper, ToReader } from './protocol.ts';
import { createReader } from './reader.ts';
import { openShelf } from './shelf.ts';

let role: ((message: ToReader & ToKeeper) => Promise<void>) | null = null;

self.onmessage = ({ data }: MessageEvent<ToReader & ToKeeper>) => {
  role ??= data.kind === 'open' ? createKeeper(tell, openShelf) : createReader(tell);
  role(data).catch((error) =>
    // Who started the worker hears of it.
    setTimeout(() => {
      throw error;
    }),
  );
};

function tell(message: unknown): void {
  self.postMessage(message);
}
