// What cannot be done for want of a file is done when one comes late.

/** Tries it now, and again whenever a file has come that was given up, until there is something to show for it. */
export type Eventually = (attempt: () => Promise<unknown>) => Promise<void>;

export function createEventually() {
  const owed: (() => unknown)[] = [];
  const eventually: Eventually = async (attempt) => {
    if (!(await attempt())) owed.push(() => eventually(attempt));
  };
  return {
    eventually,
    tryAgain(): void {
      for (const again of owed.splice(0)) again();
    },
  };
}
