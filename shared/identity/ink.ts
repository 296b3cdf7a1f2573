/** Writes values one behind another into a SHA-256, compactly and so that no two sequences give the same bytes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export interface Ink {
  byte(value: number): void;
  /** A whole number from 0 on; small ones take one byte. */
  count(value: number): void;
  /** Any number. */
  figure(value: number): void;
  text(value: string): void;
  /** 64 hex digits; nothing can be written afterwards. */
  dry(): string;
}

const SIZE = 2048;
/** The most bytes that are written without looking whether there is room. */
const ROOM = 16;

export function openInk(): Ink {
  const hash = sha256.create();
  const buffer = new Uint8Array(SIZE);
  const view = new DataView(buffer.buffer);
  let at = 0;
  const makeRoom = () => {
    if (at <= SIZE - ROOM) return;
    hash.update(buffer.subarray(0, at));
    at = 0;
  };
  const ink: Ink = {
    byte(value) {
      buffer[at++] = value;
      makeRoom();
    },
    count(value) {
      let rest = value;
      while (rest >= 128) {
        buffer[at++] = (rest % 128) + 128;
        rest = Math.floor(rest / 128);
      }
      buffer[at++] = rest;
      makeRoom();
    },
    figure(value) {
      view.setFloat64(at, value);
      at += 8;
      makeRoom();
    },
    text(value) {
      ink.count(value.length);
      for (let i = 0; i < value.length; i++) {
        const unit = value.charCodeAt(i);
        buffer[at++] = unit >> 8;
        buffer[at++] = unit & 255;
        makeRoom();
      }
    },
    dry() {
      hash.update(buffer.subarray(0, at));
      return bytesToHex(hash.digest());
    },
  };
  return ink;
}
