// What is asked for while it is under way is done once more afterwards, however often it was asked for.

export interface OneByOne {
  /** Resolves when it is done for all who have asked. */
  ask(): Promise<void>;
  isOn(): boolean;
}

export function oneByOne(run: () => Promise<void>): OneByOne {
  let running: Promise<void> | undefined;
  let isAsked = false;
  async function runAll(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      await run();
    }
    running = undefined;
  }
  return {
    ask() {
      isAsked = true;
      return (running ??= runAll());
    },
    isOn: () => !!running,
  };
}
