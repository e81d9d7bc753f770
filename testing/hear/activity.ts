// How much happens on the network: requests without an end yet, and how often anything began or ended.
import type { ContactKind } from '../facts/fact.ts';

/** As much of a request as counting needs; the same object at its beginning and its end. */
interface Asked {
  url(): string;
}

/** These may stay open as long as the page. */
const STREAMS: ReadonlySet<ContactKind> = new Set(['event-source', 'web-socket', 'media']);

export class Activity {
  readonly #open = new Set<Asked>();
  readonly #endless = new Set<string>();
  #count = 0;

  begin(request: Asked, kind: ContactKind): void {
    this.#count += 1;
    if (!STREAMS.has(kind)) this.#open.add(request);
  }

  end(request: Asked): void {
    this.#count += 1;
    this.#open.delete(request);
  }

  /** Something happened that has no end to wait for. */
  note(): void {
    this.#count += 1;
  }

  /** No end is told of a request for this address, though there may be one. */
  disregard(url: string): void {
    this.#endless.add(url);
  }

  get count(): number {
    return this.#count;
  }

  get open(): number {
    return [...this.#open].filter((request) => !this.#endless.has(request.url())).length;
  }
}
