// Finds held tags, now and later, releases each once in document order, and holds frames again.
import { idsIn } from '../core/gate.ts';
import type { Announce, HeldFrame, MissingFor, PageTags } from '../core/ports.ts';
import { giveAddresses, hostsOf, isHeld, takeAddresses } from './held-media.ts';
import { createScriptRunner, isDeferred } from './held-scripts.ts';
import { place, placedTemplates, putBack } from './held-templates.ts';

const TAGS = '[data-consent]';

/** Half of a frame at 60 Hz. */
const SLICE_MS = 8;

const isScript = (element: Element): element is HTMLScriptElement => element.localName === 'script';
const isTemplate = (element: Element): element is HTMLTemplateElement =>
  element.localName === 'template';

/** While the page is parsed, a tag may still miss its end: something must follow it. */
function isDue(element: Element): boolean {
  if (document.readyState !== 'loading') return true;
  if (isScript(element) && isDeferred(element)) return false;
  for (let node: Node | null = element; node; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return false;
}

export function createPageTags(announce: Announce): PageTags {
  let missingFor: MissingFor = (ids) => ids;
  let isReady = false;
  let sweeps = 0;
  const roots = new Set<Document | ShadowRoot>();
  let onFrames: ((frames: readonly HeldFrame[]) => void) | undefined;
  const taken = new WeakSet<Element>();
  const once = new WeakSet<Element>();
  const unfinished = new Set<Element>();

  const idsOf = (element: Element): string[] => idsIn(element.getAttribute('data-consent') ?? '');

  const missing = (element: Element): readonly string[] =>
    missingFor(idsOf(element), hostsOf(element));

  const isFree = (element: Element): boolean => once.has(element) || missing(element).length === 0;

  const tell = (element: Element, held = element): void =>
    announce('release', { element, ids: idsOf(held) });

  const runScript = createScriptRunner((held) => isFree(held) || !taken.delete(held), tell);

  function release(element: Element): void {
    if (isScript(element)) {
      if (element.type !== 'text/plain') return;
      taken.add(element);
      runScript(element);
      return;
    }
    if (isTemplate(element)) place(element);
    else giveAddresses(element);
    tell(element);
  }

  function visit(element: Element): void {
    // What has been replaced since it was added is told of all the same.
    if (taken.has(element) || !element.isConnected) return;
    if (!isDue(element)) {
      unfinished.add(element);
      return;
    }
    unfinished.delete(element);
    const isOpen = isScript(element) || isTemplate(element) || isHeld(element);
    if (isFree(element)) {
      if (isOpen) release(element);
    } else if (!isOpen) takeAddresses(element);
  }

  /** Tells which frames are held now. */
  function reportFrames(): void {
    const frames = all(`iframe${TAGS}`)
      .filter((element) => isHeld(element) && !isFree(element))
      .map(
        (element): HeldFrame => ({
          element,
          missing: missing(element),
          host: hostsOf(element)[0] ?? '',
        }),
      );
    onFrames?.(frames);
  }

  const all = (selector: string): Element[] =>
    [...roots].flatMap((root) => [...root.querySelectorAll(selector)]);

  /** Visits every tag, a few milliseconds at a time: the page stays at hand, the press is painted. */
  async function sweep(): Promise<void> {
    const mine = ++sweeps;
    for (const template of placedTemplates()) if (!isFree(template)) putBack(template);
    const tags = all(TAGS);
    let until = performance.now() + SLICE_MS;
    for (const element of tags) {
      if (performance.now() > until) {
        await new Promise((resolve) => setTimeout(resolve));
        // A newer choice began again from the top.
        if (mine !== sweeps) return;
        until = performance.now() + SLICE_MS;
      }
      visit(element);
    }
    reportFrames();
  }

  function onAdded(node: Node): boolean {
    if (!(node instanceof Element)) return false;
    const inside = node.querySelectorAll(TAGS);
    if (node.matches(TAGS)) visit(node);
    for (const element of inside) visit(element);
    return inside.length > 0 || node.matches(TAGS);
  }

  const observer = new MutationObserver((changes) => {
    if (!isReady) return;
    for (const element of unfinished) visit(element);
    let hasTags = false;
    for (const { addedNodes, removedNodes, target, type } of changes) {
      // An element can be marked after it was added: frameworks do, and so do we for other widgets' tags.
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        hasTags = onAdded(node) || hasTags;
      }
      for (const node of removedNodes) hasTags ||= node.nodeName === 'IFRAME';
    }
    if (hasTags) reportFrames();
  });

  function watch(root: object): void {
    roots.add(root as ShadowRoot);
    observer.observe(root as ShadowRoot, {
      attributeFilter: ['data-consent'],
      childList: true,
      subtree: true,
    });
    if (isReady) void sweep();
  }

  watch(document);
  addEventListener('DOMContentLoaded', () => isReady && sweep());

  return {
    watch,
    apply(next) {
      missingFor = next;
      isReady = true;
      void sweep();
    },
    releaseOnce({ element }) {
      once.add(element as Element);
      visit(element as Element);
      reportFrames();
    },
    onFrames(listener) {
      onFrames = listener;
    },
  };
}
