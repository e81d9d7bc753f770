// Counts what a page is asked and what runs in it; the same on every machine.
import type { Page } from 'playwright/test';

export interface Counts {
  /** Times our database was opened. */
  opened: number;
  /** Kinds of `Intl` objects that were made before the banner was in the page. */
  intl: string[];
  /** Timers that were set, and those that go on by themselves. */
  timers: number;
  intervals: number;
  /** What asks for a layout. */
  layouts: number;
  /** Observers that were made, and the times they called. */
  observers: number;
  calls: number;
  frames: number;
  /** Observers that hear every change of the page. */
  hearing: number;
}

type WithCounts = { __s9Counts: Counts };

/** Runs in the page before anything else, and must hold everything it uses. */
function count(): void {
  const counts: Counts = {
    opened: 0,
    intl: [],
    timers: 0,
    intervals: 0,
    layouts: 0,
    observers: 0,
    calls: 0,
    frames: 0,
    hearing: 0,
  };
  Object.assign(globalThis, { __s9Counts: counts });
  const isOurs = () => /s9-consent[\w-]*\.js/.test(new Error().stack ?? '');
  const before = <T extends object, K extends keyof T>(
    target: T,
    name: K,
    note: (given: unknown[]) => void,
  ) => {
    const original = target[name] as (...args: unknown[]) => unknown;
    target[name] = function (this: unknown, ...args: unknown[]) {
      if (isOurs()) note(args);
      return original.apply(this, args);
    } as T[K];
  };
  before(IDBFactory.prototype, 'open', () => counts.opened++);
  before(globalThis, 'setTimeout', () => counts.timers++);
  before(globalThis, 'setInterval', () => counts.intervals++);
  before(globalThis, 'requestAnimationFrame', () => counts.frames++);
  before(Element.prototype, 'getBoundingClientRect', () => counts.layouts++);
  before(globalThis, 'getComputedStyle', () => counts.layouts++);
  before(MutationObserver.prototype, 'observe', ([, what]) => {
    if ((what as MutationObserverInit).subtree) counts.hearing++;
  });
  for (const kind of ['ListFormat', 'NumberFormat', 'DateTimeFormat', 'PluralRules'] as const) {
    Reflect.set(
      Intl,
      kind,
      new Proxy(Intl[kind], {
        construct(target, args) {
          if (
            isOurs() &&
            !document.querySelector('s9-consent')?.shadowRoot?.querySelector('.banner')
          )
            counts.intl.push(kind);
          return Reflect.construct(target, args) as object;
        },
      }),
    );
  }
  for (const kind of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
    Reflect.set(
      globalThis,
      kind,
      new Proxy(globalThis[kind], {
        construct(target, [callback, ...rest]) {
          const ours = isOurs();
          if (ours) counts.observers++;
          const heard = function (this: unknown, ...told: unknown[]) {
            if (ours) counts.calls++;
            return (callback as (...args: unknown[]) => unknown).apply(this, told);
          };
          return Reflect.construct(target, [heard, ...(rest as unknown[])]) as object;
        },
      }),
    );
  }
}

export const watchCounts = (page: Page): Promise<unknown> => page.addInitScript(count);

export const counted = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...(globalThis as unknown as WithCounts).__s9Counts }));

/** What is counted while the page draws so many frames and nothing happens in it. */
export async function countedAtRest(
  page: Page,
  frames = 30,
): Promise<Omit<Counts, 'intl' | 'opened' | 'hearing'>> {
  const before = await counted(page);
  await page.evaluate(async (wanted) => {
    for (let at = 0; at < wanted; at++) await new Promise(requestAnimationFrame);
  }, frames);
  const after = await counted(page);
  const more = (name: Exclude<keyof Counts, 'intl'>) => after[name] - before[name];
  return {
    timers: more('timers'),
    intervals: more('intervals'),
    layouts: more('layouts'),
    observers: more('observers'),
    calls: more('calls'),
    frames: more('frames'),
  };
}
