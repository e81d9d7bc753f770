// What a page says of itself: its own markup without ours, and where its frames lie.

export interface Look {
  /** One line an element. */
  readonly markup: readonly string[];
  /** Of each frame: left, top, width, height in the document. */
  readonly frames: readonly string[];
}

/** Whether live addresses and placed content belong to it: not while something is held. */
export type Phase = 'held' | 'released';

/**
 * Runs in the page. Read by a parser and not from clones, which would fetch their pictures. Ours may stand
 * outside of the page's own places: an empty root, and the scripts of our files while they come.
 */
export function lookAt({ phase, scope }: { phase: Phase; scope: string }): Look {
  const markup = (document.querySelector(scope)?.outerHTML ?? '')
    .replaceAll(/<s9-consent\b[^>]*><\/s9-consent>/g, '')
    .replaceAll(/<script\b[^>]*\/s9-consent-[^>]*><\/script>|<link\b[^>]*\/s9-consent-[^>]*>/g, '');
  const inert = new DOMParser().parseFromString(markup, 'text/html');
  if (phase === 'released') {
    for (const placed of inert.querySelectorAll('[data-placed]')) placed.remove();
    for (const each of inert.querySelectorAll('[data-consent]:not(script, template)')) {
      for (const name of ['src', 'srcset', 'poster', 'data', 'href']) each.removeAttribute(name);
    }
    const comments = inert.createNodeIterator(inert, NodeFilter.SHOW_COMMENT);
    for (let node = comments.nextNode(); node; node = comments.nextNode()) {
      node.parentNode?.removeChild(node);
    }
  }
  const frames = [...document.querySelectorAll(`${scope} iframe[data-consent]`)].map((frame) => {
    const { x, y, width, height } = frame.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height].map((value) => Math.round(value)).join(' ');
  });
  return {
    markup: inert.documentElement.outerHTML.replaceAll(/>\s*</g, '>\n<').split('\n'),
    frames,
  };
}
