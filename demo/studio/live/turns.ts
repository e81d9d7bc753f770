// Frames begin a few at a time, so that a slow machine is not asked for everything at once.
const AT_ONCE = 3;

const waiting: (() => void)[] = [];
let running = 0;

/** Waits for its turn; the function it yields ends that. */
export async function turn(): Promise<() => void> {
  if (running >= AT_ONCE) {
    await new Promise<void>((begin) => {
      waiting.push(begin);
    });
  }
  running += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    running -= 1;
    waiting.shift()?.();
  };
}
