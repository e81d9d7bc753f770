// How a further file of the widget gives what it holds to the first one, without a global.

/** The script element the loader in parts.ts made carries what it was given, and takes what it holds. */
const element = () =>
  document.currentScript as HTMLScriptElement & { given?: unknown; take(part: unknown): void };

export function handOver(part: unknown): void {
  element().take(part);
}

/** Read it while the file runs. */
export const given = (): unknown => element().given;
