// A promise that gives up.

/** Settles like `work`, or rejects after `limitMs`; a late outcome is ignored. */
export const withinMs = <T>(limitMs: number, work: Promise<T>): Promise<T> =>
  // Not Promise.race: on a page whose lists have nothing to go through it never ends (F-40).
  new Promise((resolve, reject) => {
    setTimeout(reject, limitMs);
    work.then(resolve, reject);
  });
