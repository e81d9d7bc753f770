// What stands in a file of its own is made once.

/**
 * Loads at the first need, and never rejects: what was not to be had, or could not be made, is `null`, and is
 * tried again at the next need.
 */
export function once<T, Given extends readonly unknown[]>(
  load: (...given: Given) => Promise<T | null>,
): (...given: Given) => Promise<T | null> {
  let loading: Promise<T | null> | undefined;
  return (...given) =>
    (loading ??= load(...given)
      .catch((fault: unknown) => {
        // A fault of ours, which the console is to have as it is.
        void Promise.reject(fault);
        return null;
      })
      .then((loaded) => {
        if (!loaded) loading = undefined;
        return loaded;
      }));
}
