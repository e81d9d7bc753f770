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
  const begin = (): void => {
    untilMs = performance.now() + SLICE_MS;
  };
  return {
    begin,
    isSpent: () => performance.now() > untilMs,
    next: () => new Promise<void>((resolve) => setTimeout(resolve)).then(begin),
  };
}
