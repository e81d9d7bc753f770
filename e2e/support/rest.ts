// When a control has rested for so long that a press on it can count, by the clock the widget goes by.

export interface WithRest {
  /** Resolves once the element has stood still for that long: `false` if it has left the page meanwhile. */
  readonly __s9AtRest: (element: Element) => Promise<boolean>;
}

/**
 * Runs in every page before anything else, and must hold everything it uses. It looks as often as the
 * widget's judge of presses, from when that one and all files on their way have come.
 * Between two of these looks the judge has looked too, so the rest begins with the second look at one
 * place, however slow the machine is. Plain loops: the page may have changed the language.
 */
export function keepRest(): void {
  const LOOK_MS = 100;
  /** Contract, section 8. */
  const REST_MS = 500;
  /** Looks at what stands still and is asked about by nobody: a test may let hours pass. */
  const ENOUGH = 20;
  let rests = new WeakMap<Element, { where: string; sinceMs: number | null }>();
  let looksInVain = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  // A page may call a picture like them.
  const { querySelector, querySelectorAll } = Document.prototype;
  let asked: { element: Element; done: (isHere: boolean) => void }[] = [];

  // What covers a control for a while, such as a view transition, is over once the browser says so, where it can. In
  // a frame Chromium would keep presses from a page that asks.
  const unseen = new WeakSet<Element>();
  const witness = new IntersectionObserver(
    (entries) => {
      for (let i = 0; i < entries.length; i++) {
        const { target, isVisible } = entries[i] as { target: Element; isVisible?: boolean };
        if (isVisible === false) unseen.add(target);
        else unseen.delete(target);
      }
    },
    window === top
      ? ({ trackVisibility: true, delay: LOOK_MS } as IntersectionObserverInit)
      : undefined,
  );

  const look = (element: Element): void => {
    const { x, y, width, height } = element.getBoundingClientRect();
    witness.observe(element);
    const where = `${Math.round(x)} ${Math.round(y)} ${Math.round(width)} ${Math.round(height)} ${unseen.has(element)}`;
    const before = rests.get(element);
    const isSecond = before?.where === where;
    rests.set(element, { where, sinceMs: isSecond ? (before.sinceMs ?? performance.now()) : null });
    if (!isSecond) looksInVain = 0;
  };

  const elements = (): Element[] => {
    const all: Element[] = [];
    const ours = querySelectorAll.call(document, 's9-consent');
    for (let i = 0; i < ours.length; i++) {
      const controls = ours[i]?.shadowRoot?.querySelectorAll('[data-action]') ?? [];
      for (let j = 0; j < controls.length; j++) all[all.length] = controls[j] as Element;
    }
    for (let i = 0; i < asked.length; i++) {
      const { element } = asked[i] as (typeof asked)[number];
      if (all.indexOf(element) < 0) all[all.length] = element;
    }
    return all;
  };

  const tick = (): void => {
    if (querySelector.call(document, 'script[src*="/s9-consent-"]')) {
      rests = new WeakMap();
      return;
    }
    looksInVain = asked.length > 0 ? 0 : looksInVain + 1;
    const all = elements();
    for (let i = 0; i < all.length; i++) look(all[i] as Element);
    const waiting: typeof asked = [];
    for (let i = 0; i < asked.length; i++) {
      const each = asked[i] as (typeof asked)[number];
      const sinceMs = rests.get(each.element)?.sinceMs ?? performance.now();
      if (performance.now() - sinceMs >= REST_MS) each.done(each.element.isConnected);
      else waiting[waiting.length] = each;
    }
    asked = waiting;
    if (looksInVain < ENOUGH || timer === null) return;
    clearInterval(timer);
    timer = null;
    rests = new WeakMap();
  };

  const begin = (): void => {
    timer ??= setInterval(tick, LOOK_MS);
  };

  // By then a test's fake clock is in place, where there is one: the judge goes by it too.
  addEventListener('DOMContentLoaded', begin, { once: true });
  Object.assign(globalThis, {
    __s9AtRest: (element: Element) =>
      new Promise<boolean>((done) => {
        asked[asked.length] = { element, done };
        begin();
      }),
  });
}

/** Runs in the page, or in a frame that is drawn in: there the page's own clock counts. */
export const atRest = (element: Element): Promise<boolean> =>
  ((location.protocol === 'about:' ? parent : globalThis) as unknown as WithRest).__s9AtRest(
    element,
  );
