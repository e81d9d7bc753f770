// Playwright's driver of Firefox (1.64.1) throws when a frame is gone before its navigation is told. It
// does so outside of any call, harms nothing, and would fail whichever test is running.

const isDriverFault = (error: unknown): boolean =>
  error instanceof TypeError && /_onNavigationCommitted/.test(error.stack ?? '');

/** Leaves out that one fault; every other uncaught error fails the test as before. */
export function forgiveDriver(): void {
  for (const type of ['uncaughtException', 'unhandledRejection'] as const) {
    const listeners = process.listeners(type as 'uncaughtException');
    process.removeAllListeners(type);
    for (const listener of listeners) {
      process.on(type as 'uncaughtException', (error, origin) => {
        if (!isDriverFault(error)) listener(error, origin);
      });
    }
  }
}
