// How a further file of the widget gives what it holds to the first one, without a global.

/** The script element the loader in parts.ts made carries the function that takes it. */
export function handOver(part: unknown): void {
  (document.currentScript as HTMLScriptElement & { take(part: unknown): void }).take(part);
}
