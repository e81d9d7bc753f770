// A walk by Tab through what is on screen: where it comes by, and how each place looks then.
import type { Locator, Page } from 'playwright/test';

export interface Stop {
  /** A number of its own, its tag, and what it does or says: two can have the same words. */
  readonly what: string;
  readonly isOurs: boolean;
  /** The middle of its first line is covered by nothing and inside the window. */
  readonly isInSight: boolean;
  /** A line of two pixels at least is drawn around it. */
  readonly hasRing: boolean;
}

interface Walked {
  /** Its number, and what it is. */
  readonly __s9NameOf: (element: Element | null) => string;
}

/** Runs in the page; must hold everything it uses. */
const bringNames = (): void => {
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  Object.assign(globalThis, {
    __s9NameOf(element: HTMLElement) {
      if (!numbers.has(element)) numbers.set(element, (count += 1));
      const { action, purpose, service } = element.dataset;
      const words = (element.closest('label') ?? element).textContent?.trim().slice(0, 30);
      return `${numbers.get(element)} ${element.localName} ${action ?? purpose ?? service ?? words}`;
    },
  });
};

const describeFocus = (): Stop => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const element = active as HTMLElement;
  const label = element.closest('label');
  const root = element.getRootNode() as Document | ShadowRoot;
  const [line = new DOMRect()] = element.getClientRects();
  const y = line.top + line.height / 2;
  const hit = root.elementFromPoint(line.left + line.width / 2, y);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    what: (globalThis as unknown as Walked).__s9NameOf(element),
    isOurs: root !== document,
    isInSight: !!hit && (element.contains(hit) || !!label?.contains(hit)) && y < innerHeight,
    hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  };
};

/** Stops from the next one on, until one comes again, or something of the page after ours. */
export async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stops.some(({ what }) => what === stop.what)) return stops;
    if (stop.isOurs) stops.push(stop);
    else if (stops.length > 0) return stops;
  }
  return stops;
}

/** What a person must be able to come to, in the order in which it is read. Comes before the walk. */
export async function controlsIn(page: Page, view: Locator): Promise<string[]> {
  await page.evaluate(bringNames);
  return view.evaluate((element) => {
    const selector = 'button, a[href], summary, input, select, textarea, [tabindex]';
    return [...element.querySelectorAll<HTMLElement>(selector)]
      .filter((each) => each.checkVisibility() && each.tabIndex >= 0 && !each.matches(':disabled'))
      .map((each) => (globalThis as unknown as Walked).__s9NameOf(each));
  });
}
