// Puts what a template or a container of markup holds behind it, and takes out exactly that again.
import { NAME } from '../../../core/name.ts';
import { own } from '../../../core/own.ts';
import type { Say } from '../refusal.ts';
import type { TrustedPolicy } from '../trusted.ts';
import { type Container, isTemplate } from './container.ts';
import { askedByMarkup, contentOf, liveContentOf } from './content.ts';
import { askedByWhole } from './inside.ts';
import { prepare } from './prepare.ts';

/** Comments, for they survive `normalize()`, a clone, and a history that keeps markup. */
const START = NAME;
const END = `/${NAME}`;

/** A page whose own code takes it out every time wins: neither may freeze the other. */
const MAX_TRIES = 50;

/** Firefox fetches these of a template before any choice (bug 1441044). */
const LIVE_INSIDE = 'script[src],img[src],img[srcset],video[poster]';

const isMark = (node: Node | null, mark: string): boolean =>
  node instanceof Comment && node.data === mark;

const isInPage = (nodes: readonly Node[] | undefined): boolean =>
  !!nodes?.some((node) => own(node).isConnected);

/** What a snapshot or a history of markup has kept behind a clone of the held element. */
function keptBehind({ nextSibling }: Element): ChildNode[] {
  if (!isMark(nextSibling, START)) return [];
  const nodes: ChildNode[] = [];
  for (let node = nextSibling; node; node = own(node).nextSibling) {
    nodes.push(node);
    if (isMark(node, END)) return nodes;
  }
  return [];
}

/**
 * The same where the marks were lost, as a parser that drops comments does: the nodes that a template of this
 * markup has had behind it, one by one. Compared with a copy that fetches nothing.
 */
function equalBehind(held: Element, trusted: TrustedPolicy): ChildNode[] {
  if (!isTemplate(held)) return [];
  const copy = held.content.cloneNode(true) as DocumentFragment;
  prepare(copy, trusted, () => undefined);
  const nodes: ChildNode[] = [];
  let node = held.nextSibling;
  for (const wanted of copy.childNodes) {
    if (!node || !own(node).isEqualNode(wanted)) return [];
    nodes.push(node);
    node = own(node).nextSibling;
  }
  return nodes;
}

/** Ready for the page, between its marks. */
function marked(held: Container, trusted: TrustedPolicy, say: Say): DocumentFragment {
  const fragment = liveContentOf(held, trusted);
  prepare(fragment, trusted, say);
  fragment.prepend(new Comment(START));
  fragment.append(new Comment(END));
  return fragment;
}

/** @param say told of what in it is odd. */
export function createPlaces(trusted: TrustedPolicy, say: Say) {
  const inMarkup = askedByMarkup(trusted);
  const placed = new WeakMap<Element, readonly ChildNode[]>();
  const tries = new WeakMap<Element, number>();
  /** Markup that has stood in the page: only that is looked for without its marks. */
  const known = new Set<string>();
  /** Those of them that stand in the page. */
  const standing = new Set<Element>();

  function kept(held: Element): ChildNode[] {
    const nodes = keptBehind(held);
    return nodes[0] || !known.has(held.innerHTML) ? nodes : equalBehind(held, trusted);
  }

  function takeOut(held: Element): void {
    const nodes = placed.get(held) ?? kept(held);
    placed.delete(held);
    standing.delete(held);
    for (const node of nodes) own(node).remove();
  }

  return {
    /** Every address that is fetched from for what it holds. */
    asked: (held: Container): string[] => askedByWhole(held, contentOf(held, trusted), inMarkup),

    /** Says what in it is there before any choice. */
    look(held: Container): void {
      const live = isTemplate(held) && held.content.querySelector(LIVE_INSIDE);
      if (live) say(['live', live.localName], held);
    },

    /** Returns the scripts that run in it; `null` when it stands there already. */
    place(held: Container): HTMLScriptElement[] | null {
      standing.add(held);
      if (isInPage(placed.get(held))) return null;
      const left = kept(held);
      placed.set(held, left);
      const times = (tries.get(held) ?? 0) + 1;
      tries.set(held, times);
      if (left[0] || times > MAX_TRIES) return null;
      known.add(held.innerHTML);
      const fragment = marked(held, trusted, say);
      placed.set(held, [...fragment.childNodes]);
      const scripts = [...fragment.querySelectorAll('script')];
      held.after(fragment);
      return scripts;
    },

    takeOut,

    /**
     * Where a page has taken the held element alone, what came of it goes too. Returns those whose content a
     * morph has taken, marks and all: it is to come again.
     */
    clear(): Element[] {
      const emptied: Element[] = [];
      for (const held of standing) {
        const isThere = isInPage(placed.get(held));
        if (held.isConnected && isThere) continue;
        // Gone with all that came of it: it is looked at when it comes again, and kept by nobody until then.
        standing.delete(held);
        if (isThere) takeOut(held);
        else if (held.isConnected) emptied.push(held);
      }
      return emptied;
    },
  };
}

export type CreatePlaces = typeof createPlaces;
export type Places = ReturnType<CreatePlaces>;
