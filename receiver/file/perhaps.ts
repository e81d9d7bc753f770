// Says of a text whether it may be in a file, or surely is not (a Bloom filter): most files need not be read.
import { hashOf } from './counts/distinct.ts';

/** 32 KiB; with as many records as a file of 16 MiB has, one answer in a hundred is wrongly "perhaps". */
const BITS = 2 ** 18;
const PROBES = 5;

export interface Perhaps {
  add(text: string): void;
  has(text: string): boolean;
}

function* probesOf(text: string): Generator<number> {
  const hash = hashOf(text);
  const step = (Math.floor(hash / BITS) % BITS) | 1;
  for (let probe = 0; probe < PROBES; probe++) yield ((hash % BITS) + probe * step) % BITS;
}

export function createPerhaps(): Perhaps {
  const bits = new Uint8Array(BITS / 8);
  return {
    add(text) {
      for (const at of probesOf(text)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
    },
    has(text) {
      for (const at of probesOf(text)) if (!((bits[at >> 3] ?? 0) & (1 << (at & 7)))) return false;
      return true;
    },
  };
}
