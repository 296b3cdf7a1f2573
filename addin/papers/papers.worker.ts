/** Writes papers in Word off the main thread. */
import type { ToWriter } from './papers.ts';
import { answerTo } from './writing.ts';

self.onmessage = async ({ data }: MessageEvent<ToWriter>) => {
  const { id, ...wish } = data;
  const answer = await answerTo(wish);
  self.postMessage(
    { ...answer, id },
    { transfer: 'paper' in answer ? [answer.paper.bytes.buffer as ArrayBuffer] : [] },
  );
};
