// Finds held tags, now and later, releases each once in document order, and holds frames again.
import { idsIn } from '../core/gate.ts';
import type { Announce, HeldFrame, MissingFor, PageTags } from '../core/ports.ts';
import { giveAddresses, hostsOf, isHeld, takeAddresses } from './held-media.ts';
import { createScriptRunner, isDeferred } from './held-scripts.ts';
import { place, placedTemplates, putBack } from './held-templates.ts';
import { beginSlice, isSpent, nextSlice } from './slices.ts';

const TAGS = '[data-consent]';

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

  /** In slices; given up when a newer choice began again from the top. */
  async function visitAll(elements: readonly Element[], mine = sweeps): Promise<void> {
    beginSlice();
    for (const element of elements) {
      if (isSpent()) {
        await nextSlice();
        if (mine !== sweeps) return;
      }
      visit(element);
    }
    reportFrames();
  }

  function sweep(): void {
    sweeps++;
    for (const template of placedTemplates()) if (!isFree(template)) putBack(template);
    void visitAll(all(TAGS));
  }

  const observer = new MutationObserver((changes) => {
    if (!isReady) return;
    for (const element of unfinished) visit(element);
    const found: Element[] = [];
    let isReportDue = false;
    for (const { addedNodes, removedNodes, target, type } of changes) {
      // An element can be marked after it was added: frameworks do, and so do we for other widgets' tags.
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(TAGS)) found.push(node);
        for (const element of node.querySelectorAll(TAGS)) found.push(element);
      }
      for (const node of removedNodes) isReportDue ||= node.nodeName === 'IFRAME';
    }
    if (found.length > 0) void visitAll(found);
    else if (isReportDue) reportFrames();
  });

  function watch(root: object): void {
    roots.add(root as ShadowRoot);
    observer.observe(root as ShadowRoot, {
      attributeFilter: ['data-consent'],
      childList: true,
      subtree: true,
    });
    if (isReady) sweep();
  }

  watch(document);
  addEventListener('DOMContentLoaded', () => isReady && sweep());

  return {
    watch,
    apply(next) {
      missingFor = next;
      isReady = true;
      sweep();
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
