// A promise that gives up.

/** Settles like `work`, or rejects after `limitMs`; a late outcome is ignored. */
export const withinMs = <T>(limitMs: number, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(reject, limitMs);
    }),
  ]);
