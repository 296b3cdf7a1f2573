/** Reader or keeper, as the first message says: one file for both, for both hold the engine. */
import { createKeeper } from './keeper.ts';
import type { FromKeeper, FromReader, ToKeeper, ToReader } from './protocol.ts';
import { createReader } from './reader.ts';
import { openShelf } from './shelf.ts';

const tell = (message: FromKeeper | FromReader) => self.postMessage(message);
const reader = createReader(tell);
const keeper = createKeeper(tell, openShelf);
let isKeeper = false;

self.onmessage = ({ data }: MessageEvent<ToReader | ToKeeper>) => {
  isKeeper ||= data.kind === 'open';
  const taken = isKeeper ? keeper(data as ToKeeper) : reader(data as ToReader);
  taken.catch((error) =>
    // Who started the worker hears of it.
    setTimeout(() => {
      throw error;
    }),
  );
};
