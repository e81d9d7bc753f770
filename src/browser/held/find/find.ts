// Finds held elements: those of the page and of open shadow roots, and those that are added or marked later.
import { NAME } from '../../../core/name.ts';
import { own } from '../../../core/own.ts';
import { marks } from './marks.ts';

export const NOTICE = '[data-consent-notice]';

/** A page that changes more than that at once is gone through as a whole: looking at each change costs more. */
const BULK = 999;

export interface Finder {
  /** In document order, root by root. */
  all(selector: string): Element[];
  /** Open shadow roots that are in it by then are watched, too. */
  watch(root: Document | ShadowRoot): void;
  /** Called when something was taken out of the page; a listener that comes twice is called once. */
  onGone(listener: () => void): void;
}

/**
 * @param onChange told of marked elements, those for notices among them, in the order of the page's changes, and whether anything has
 * been taken out of the page.
 */
export function createFinder(
  onChange: (found: readonly Element[], isGone: boolean) => void,
): Finder {
  const roots = new Set<Document | ShadowRoot>();
  // On every node that comes into a page: a proxy for each would be felt.
  const { matches, querySelectorAll } = Element.prototype;
  const all = (wanted: string): Element[] =>
    [...roots].flatMap((root) => [...own(root).querySelectorAll(wanted)]);
  const selector = (): string => `${marks.selector},${NOTICE}`;
  const onGone = new Set<() => void>();
  function tell(found: readonly Element[], isGone: boolean): void {
    if (isGone) for (const listener of onGone) listener();
    onChange(found, isGone);
  }
  const whole = (): void => tell(all(selector()), true);
  const observer = new MutationObserver((changes) => {
    if (changes[BULK]) return whole();
    const found: Element[] = [];
    const marked = selector();
    let isGone = false;
    for (const { addedNodes, removedNodes, target, type } of changes) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue;
        if (matches.call(node, marked)) found.push(node);
        // Of an element that was there before, nothing but itself has changed.
        if (node !== target) found.push(...querySelectorAll.call(node, marked));
      }
      isGone ||= !!removedNodes[0];
    }
    if (found[0] || isGone) tell(found, isGone);
  });

  function watch(root: Document | ShadowRoot): void {
    observer.observe(root, {
      attributeFilter: marks.attributes,
      childList: true,
      subtree: true,
    });
    roots.add(root);
    // All that is in a page is gone through once it has been parsed.
    if (own(root as Document).readyState !== 'loading') enter(root);
  }

  function enter(root: Document | ShadowRoot): void {
    // Not those of ours.
    for (const { shadowRoot } of own(root).querySelectorAll(`:not(${NAME},${NOTICE})`)) {
      // A field of a form can be called so.
      if (shadowRoot instanceof ShadowRoot) watch(shadowRoot);
    }
  }

  // Shadow roots that markup declares, and those of components that came with the page, are there by then.
  addEventListener('DOMContentLoaded', () => {
    enter(document);
    whole();
  });
  return { all, onGone: (listener) => void onGone.add(listener), watch };
}
