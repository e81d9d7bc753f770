// Long work in slices of a few milliseconds: the page stays at hand, and a press is painted first.

/** Half of a frame at 60 Hz. */
const SLICE_MS = 8;

export interface Slices {
  begin(): void;
  /** Whether it is time to await `next()`. */
  isSpent(): boolean;
  next(): Promise<void>;
}

export function createSlices(): Slices {
  let untilMs = 0;
  const waiting: (() => void)[] = [];
  // Not a timer: after a few of these in a row browsers keep each back for 4 ms, half as long as the slice.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  const begin = (): void => {
    untilMs = performance.now() + SLICE_MS;
  };
  return {
    begin,
    isSpent: () => performance.now() > untilMs,
    next: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        port2.postMessage(0);
      }).then(begin),
  };
}
