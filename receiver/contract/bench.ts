// Opens a store on empty ground and again on the same, for the suites; all are closed at the end.
import type { Store } from '../store.ts';

/** Where one store's events are. */
export interface Ground {
  /** Opens what is there; after the one before was closed, or never was. */
  open(): Promise<Store>;
}

export interface Bench {
  /** On ground with nothing in it. */
  empty(): Promise<Store>;
  /** The same ground, with that store closed before. */
  again(store: Store): Promise<Store>;
  close(): Promise<unknown>;
}

/** @param fresh a place with nothing in it. */
export function createBench(fresh: () => Promise<Ground>): Bench {
  const opened = new Set<Store>();
  let ground: Ground;

  async function open(): Promise<Store> {
    const store = await ground.open();
    opened.add(store);
    return store;
  }

  return {
    async empty() {
      ground = await fresh();
      return open();
    },
    async again(store) {
      await store.close();
      opened.delete(store);
      return open();
    },
    close: () => Promise.all([...opened].map((store) => store.close())),
  };
}
