// Held elements of the page, as the tag sees them: inert by their markup, until something has to be done.
import type { Announce } from '../../core/announcements.ts';
import { isAnyGranted } from '../../core/choice/choice.ts';
import type { HeldElements, Rules } from '../../core/gate/held.ts';
import { createFinder, type Finder, NOTICE } from './find/find.ts';
import { marks } from './find/marks.ts';
import { createNear } from './find/near.ts';
import { addressOf, attribute } from './find/read-mark.ts';

/** What releasing needs of whoever holds. */
export interface ReleaseHost {
  readonly announce: Announce;
  rules(): Rules;
  /** Elements of the page and of open shadow roots, by a selector. */
  all(selector: string): Element[];
  /** Elements released without a grant, each with the address it was said to. */
  once(): WeakMap<Element, string | null>;
  /** A frame has got or lost its address. */
  onFrames(): void;
}

/** Releases and takes back; fetched when something has to be. */
export interface Releaser {
  /** Looks at all elements, from the top: the rules have changed. */
  sweep(): void;
  visit(elements: readonly Element[], isGone: boolean): void;
  stillRunning(): readonly string[];
}

/** `null` when the file for it is not to be had: everything stays held, and it is tried again. */
export type LoadReleaser = (host: ReleaseHost) => Promise<Releaser | null>;

/** The one that looks at what comes and goes tells others too: each observer costs a page every one of its changes. */
export type PageElements = HeldElements & Pick<Finder, 'onGone'>;

/** Whether the address it is held back from stands where a browser fetches from. */
const isLive = (element: Element): boolean =>
  addressOf(element) === (attribute(element, 'src') ?? 0);

/** A frame that has an address, and has not got it. */
const isEmpty = (frame: Element): boolean => !!addressOf(frame) && !isLive(frame);

/** @param load fetches what releases, at the first need. */
export function createHeldElements(announce: Announce, load: LoadReleaser): PageElements {
  let rules: Rules | undefined;
  let once = new WeakMap<Element, string | null>();
  let releaser: Releaser | null | undefined;
  let frames: readonly Element[] = [];
  let tellFrames: ((frames: readonly Element[]) => void) | undefined;
  let onNotice = (): unknown => undefined;
  const { all, watch, onGone } = createFinder(look);
  const isNear = createNear(onFrames);

  function onFrames(): void {
    frames = all(`iframe:is(${marks.selector})`).filter(isEmpty);
    if (isNear(frames)) tellFrames?.(frames);
  }

  async function fetchReleaser(): Promise<void> {
    // On its way already.
    if (releaser !== undefined) return;
    releaser = null;
    const host = { announce, all, onFrames, rules: () => rules as Rules, once: () => once };
    releaser = (await load(host)) ?? undefined;
    releaser?.sweep();
  }

  function look(found: readonly Element[], isGone: boolean): void {
    if (found[0]) onNotice();
    if (!rules) return;
    if (releaser) releaser.visit(found, isGone);
    else if (found.some(isLive) || (found[0] && isAnyGranted(rules.policy, rules.grants())))
      void fetchReleaser();
    if (found[0] || frames.some((frame) => !frame.isConnected)) onFrames();
  }

  // It never throws: what goes wrong with an element stops no record.
  async function sweep(): Promise<void> {
    if (releaser) releaser.sweep();
    else look(all(marks.selector), false);
    onFrames();
  }

  watch(document);

  return {
    prepare: () => void (all(marks.selector)[0] && fetchReleaser()),
    watch(root) {
      watch(root as ShadowRoot);
      onNotice();
      if (rules) void sweep();
    },
    apply(next) {
      rules = next;
      once = new WeakMap();
      void sweep();
    },
    releaseOnce({ element }) {
      once.set(element, addressOf(element));
      if (releaser) releaser.visit([element], false);
      else void fetchReleaser();
    },
    onFrames: (listener) => void (tellFrames = listener),
    onNotices(listener) {
      onNotice = () => all(NOTICE)[0] && listener(all(NOTICE));
      onNotice();
    },
    onGone,
    stillRunning: () => releaser?.stillRunning() ?? [],
  };
}
