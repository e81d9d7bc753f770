// A script that is inserted and calls document.write() would empty the page: meanwhile the call does nothing.

/** @param onWrite told of a call. */
export function keepOpen(run: () => void, onWrite: () => void): void {
  const names = ['write', 'writeln'] as const;
  // A page can have methods of its own there.
  const own = names.map((name) => Object.getOwnPropertyDescriptor(document, name));
  for (const name of names) {
    // A picture of that name stands in for it already, and cannot be called.
    Reflect.defineProperty(document, name, { value: onWrite, configurable: true, writable: true });
  }
  try {
    run();
  } finally {
    names.forEach((name, index) => {
      Reflect.deleteProperty(document, name);
      const before = own[index];
      if (before) Reflect.defineProperty(document, name, before);
    });
  }
}
