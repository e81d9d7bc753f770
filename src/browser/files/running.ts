// Which script element runs right now.

/** Spelt out, for every further file has it: a picture of that name is no script. */
export const runningScript = (): unknown =>
  Reflect.get(Document.prototype, 'currentScript', document);
