// Copies of scripts on their way: others wait for one until it has run or failed, and never for ever.

/** After that the next ones go on: a host that hangs is nobody's reason to wait. */
const LIMIT_MS = 8000;

export function createLoading() {
  const loading = new Map<HTMLScriptElement, () => void>();
  return {
    /** Resolves when it is over, is gone from the page, or has had its time. */
    wait: (copy: HTMLScriptElement): Promise<void> =>
      new Promise((resolve) => {
        const limit = setTimeout(resolve, LIMIT_MS);
        loading.set(copy, () => {
          clearTimeout(limit);
          loading.delete(copy);
          copy.remove();
          resolve();
        });
      }),
    /** It has run or failed. */
    end: (copy: HTMLScriptElement): void => loading.get(copy)?.(),
    /** No browser tells of a copy that was taken out of the page. */
    clear(): void {
      for (const [copy, end] of loading) if (!copy.isConnected) end();
    },
  };
}
