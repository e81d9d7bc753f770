// Runs in a page before anything else: counts reads of what tells one device from another (L-10).

/** Counts are in `globalThis.reads`, by name. */
export function countFingerprintReads(): void {
  const reads: Record<string, number> = {};
  Object.assign(globalThis, { reads });
  const count = (name: string): void => {
    reads[name] = (reads[name] ?? 0) + 1;
  };
  const watch = (owner: object, name: string, label: string): void => {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    const { get, value } = found ?? {};
    if (get) {
      Object.defineProperty(owner, name, {
        ...found,
        get() {
          count(label);
          return get.call(this) as unknown;
        },
      });
    } else if (typeof value === 'function') {
      Object.assign(owner, {
        [name](...args: unknown[]): unknown {
          count(label);
          return Reflect.apply(value, this, args);
        },
      });
    }
  };
  const surfaces: readonly (readonly [object, readonly string[]])[] = [
    [
      Navigator.prototype,
      ['userAgent', 'userAgentData', 'appVersion', 'platform', 'hardwareConcurrency'].concat([
        'deviceMemory',
        'plugins',
        'mimeTypes',
        'connection',
      ]),
    ],
    [
      Screen.prototype,
      ['width', 'height', 'availWidth', 'availHeight', 'colorDepth', 'pixelDepth'],
    ],
    [HTMLCanvasElement.prototype, ['getContext', 'toDataURL', 'toBlob']],
  ];
  for (const [owner, names] of surfaces) {
    for (const name of names) watch(owner, name, name);
  }
}

export const readsIn = (): Record<string, number> => ({
  ...(globalThis as unknown as { reads: Record<string, number> }).reads,
});
