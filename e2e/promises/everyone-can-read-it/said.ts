// Hears what live regions of the notice say, as a screen reader would.
import type { Page } from 'playwright/test';

interface WithSaid {
  said: string[];
}

/** From now on; regions that say something already are not heard. */
export const hear = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = ((globalThis as unknown as WithSaid).said = []);
    const root = document.querySelector('s9-consent')?.shadowRoot;
    if (!root) throw new Error('there is no notice');
    const LIVE =
      '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output';
    const heard = new WeakMap<Element, string>();
    const liveIn = (node: Node): Element[] => {
      const element = node instanceof Element ? node : node.parentElement;
      const around = element?.closest(LIVE);
      return [...(around ? [around] : []), ...(element?.querySelectorAll(LIVE) ?? [])];
    };
    for (const region of root.querySelectorAll(LIVE)) heard.set(region, region.textContent ?? '');
    new MutationObserver((changes) => {
      const touched = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
      for (const region of new Set(touched.flatMap(liveIn))) {
        const words = region.textContent ?? '';
        if (!region.isConnected || heard.get(region) === words) continue;
        heard.set(region, words);
        if (words.trim()) said.push(words.trim());
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
  });

export const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as WithSaid).said]);
