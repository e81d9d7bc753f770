// Long work in slices of a few milliseconds: the page stays at hand, and a press is painted first.

/** Half of a frame at 60 Hz. */
const SLICE_MS = 8;

let untilMs = 0;

export function beginSlice(): void {
  untilMs = performance.now() + SLICE_MS;
}

/** Whether it is time to await `nextSlice()`. */
export const isSpent = (): boolean => performance.now() > untilMs;

export const nextSlice = (): Promise<void> =>
  new Promise<void>((resolve) => setTimeout(resolve)).then(beginSlice);
