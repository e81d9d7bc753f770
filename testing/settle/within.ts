// Waits for a promise so long and no longer.

/** A frame that is being replaced may never answer. */
export const FRAME_MS = 2_000;

/** The promise's value, or `undefined` when it fails or is late: a frame may never answer. */
export async function within<Value>(
  ms: number,
  promise: Promise<Value>,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(done, ms, undefined);
  });
  try {
    return await Promise.race([promise.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
